"""A person's notes gathered to be taken along: which ones, and where their words stand today."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from talkreader.domain.note import AnchorState, Note, Placed, Target
from talkreader.domain.page import PageKey, shown_site
from talkreader.domain.progress import Progress, ProgressReport

if TYPE_CHECKING:
    from talkreader.exporting import CodedPage, FormatId, Labels, Source
    from talkreader.reading import ReadingPage
    from talkreader.store import Library

_CHANGED = (AnchorState.GUESSED, AnchorState.LOST)
"""How notes are found whose very words the page has no more."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which notes; what is given holds together. The empty scope is all notes of the library.

    ``notes``: ids; ``tag``: with its sub-tags; ``search``: as typed into the search field.
    """

    notes: tuple[str, ...] | None = None
    page: PageKey | None = None
    tag: str | None = None
    search: str = ""


def gather(library: Library, scope: Scope) -> list[Note]:
    """Return the notes of a scope, oldest first; ids that no note has are left out.

    Raises: QueryError: the search cannot be understood; LibraryError.
    """
    found = library.notes.all(tag=scope.tag, page=scope.page)
    wanted: set[str] | None = None if scope.notes is None else set(scope.notes)
    if scope.search.strip():
        from talkreader.domain.grammar import parse_query

        hits = set(library.notes_found(parse_query(scope.search)))
        wanted = hits if wanted is None else wanted & hits
    return found if wanted is None else [note for note in found if note.id in wanted]


def sources_of(
    library: Library, notes: Sequence[Note], progress: Progress | None = None
) -> Mapping[tuple[str, int], Source]:
    """Return the source of every target, by note id and target index.

    Each page is read once. What is not on a page any more is cited as it was, with an address on
    the wiki where the page's copy tells one, from the newest copy that has these very words.
    """
    progress = progress or Progress()
    found = sources_in(_coded(library, notes, progress))
    copies = _Copies(library)
    for note in notes:
        for number, target in enumerate(note.targets):
            source = found.get((note.id, number))
            if source is not None and source.state in _CHANGED and target.exact:
                progress.check()
                found[note.id, number] = copies.cited(target, source)
    return found


def sources_in(pages: Iterable[CodedPage]) -> dict[tuple[str, int], Source]:
    """Return the sources of the notes as they were placed in these pages."""
    found: dict[tuple[str, int], Source] = {}
    for page in pages:
        for place in page.placed:
            found[place.note.id, place.target] = _source(page, place)
    return found


def export(
    library: Library,
    notes: Sequence[Note],
    form: FormatId,
    labels: Labels,
    progress: Progress | None = None,
) -> str | bytes:
    """Return notes in a format, each with where its words stand. Raises: Cancelled; LibraryError.

    Raises ValueError: the format does not hold notes.
    """
    from talkreader import exporting

    progress = progress or Progress()
    if form is exporting.FormatId.QDPX:
        return exporting.qdpx(_coded(library, notes, progress), library.codes.all(), labels=labels)
    if form is exporting.FormatId.JSONLD:
        return exporting.export_notes(notes, {}, form, labels)
    return exporting.export_notes(notes, sources_of(library, notes, progress), form, labels)


def preview(library: Library, notes: Sequence[Note], form: FormatId, labels: Labels) -> str:
    """Return what there is to read in an export of notes: of a packed project its main file."""
    from talkreader import exporting

    if form is exporting.FormatId.QDPX:
        pages = _coded(library, notes, Progress())
        return exporting.project_xml(pages, library.codes.all(), labels=labels)
    made = export(library, notes, form, labels)
    return made if isinstance(made, str) else ""


class _Copies:
    """The copies of pages whose words are others now, each read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._texts: dict[int, list[str]] = {}

    def cited(self, target: Target, source: Source) -> Source:
        """Return the source with the newest copy that has the words; none where no copy has."""
        key = PageKey(target.site, target.title)
        if not (key.title or key.text):
            return source
        for info in reversed(self._library.pages.versions(key)):
            if any(target.exact in text for text in self._texts_of(info.id)):
                return replace(source, sha256=info.origin.sha256, copy=info.origin.file)
        return replace(source, sha256="", copy="")

    def _texts_of(self, page: int) -> list[str]:
        if page not in self._texts:
            comments = self._library.pages.contents(page).comments
            self._texts[page] = [comment.body.text for comment in comments]
        return self._texts[page]


def _coded(library: Library, notes: Sequence[Note], progress: Progress) -> list[CodedPage]:
    """Return the pages that notes are about, with the notes placed in them."""
    total = len({(target.site, target.title) for note in notes for target in note.targets})

    def reached(count: int) -> None:
        progress.report(ProgressReport(count, total))

    return coded_pages(library, notes, reached)


def coded_pages(
    library: Library, notes: Sequence[Note], reached: Callable[[int], None] = lambda _count: None
) -> list[CodedPage]:
    """Return the pages that notes are about, with these notes placed in them, in their order.

    What moved to another page of the library is there, as moved. A page that the library does not
    hold (any more) has no words, and its notes are lost. ``reached`` hears how many pages are read
    and may raise to end it.
    """
    from talkreader.exporting import CodedPage, Discussion
    from talkreader.reading import follow, with_notes, without_notes

    pages: dict[int, ReadingPage] = {}
    gone: list[CodedPage] = []
    away: list[Placed] = []
    for count, ((key, at), targets) in enumerate(targets_by_page(library, notes).items()):
        reached(count)
        if at:
            wanted = {note.id: note for note, _number in targets}
            pages[at] = with_notes(library, without_notes(library, at), list(wanted.values()))
            away += [place for place in pages[at].notes if place.elsewhere is not None]
            continue
        lost = follow(
            library,
            [Placed(note, number, AnchorState.LOST, None, 0, 0, 0.0) for note, number in targets],
        )
        away += [place for place in lost if place.elsewhere is not None]
        left = tuple(place for place in lost if place.elsewhere is None)
        if left:
            gone.append(CodedPage(key, Discussion((), ()), left))
    known = {(id_, one.note.id, one.target) for id_, page in pages.items() for one in page.notes}
    for place in away:
        there = place.elsewhere
        if there is None or (there.page, place.note.id, place.target) in known:
            continue
        page = pages.get(there.page) or without_notes(library, there.page)
        here = replace(
            place, comment=there.comment, start=there.start, end=there.end, elsewhere=None
        )
        pages[there.page] = replace(page, notes=(*page.notes, here))
    coded = []
    for page in pages.values():
        placed = tuple(place for place in page.notes if place.elsewhere is None)
        origin = page.info.origin
        coded.append(
            CodedPage(page.info.key, page, placed, page.base_url, origin.sha256, origin.file)
        )
    return coded + gone


def targets_by_page(
    library: Library, notes: Sequence[Note]
) -> dict[tuple[PageKey, int], list[tuple[Note, int]]]:
    """Return the targets of notes by their page, and its id in the library; 0: it has none."""
    about: dict[tuple[PageKey, int], list[tuple[Note, int]]] = {}
    pages: dict[PageKey, int] = {}
    for note in notes:
        for number, target in enumerate(note.targets):
            key = PageKey(target.site, target.title)
            if not key.title and not key.text:
                at = library.place_of(target).page
            elif (known := pages.get(key)) is not None:
                at = known
            else:
                current = [info.id for info in library.pages.versions(key) if info.current]
                at = pages[key] = current[-1] if current else 0
            about.setdefault((key, at), []).append((note, number))
    return about


def _source(page: CodedPage, place: Placed) -> Source:
    from talkreader.exporting import source_of_comment, source_of_target

    target = place.note.targets[place.target]
    said = replace(
        source_of_target(target),
        base_url=page.base_url,
        sha256=page.sha256,
        copy=page.copy,
        state=place.state,
    )
    sure = place.state in (AnchorState.EXACT, AnchorState.MOVED)
    if place.state is AnchorState.LOST:
        return said
    if target.section and not (target.comment or target.exact):
        away = target.title.replace("_", " ") != page.key.title.replace("_", " ")
        moved_from = target.title if away else ""
        return replace(said, title=page.key.title, section=place.section, moved_from=moved_from)
    if place.comment is None or not sure:
        return said
    comment = page.threads.comments[place.comment]
    heading = page.threads.sections[comment.section].heading or ""
    around = replace(said, site=shown_site(page.key.site), title=page.key.title, section=heading)
    moved_from = "" if target.title == page.key.title else target.title
    return replace(source_of_comment(comment, around), state=place.state, moved_from=moved_from)
