"""A person's notes gathered to be taken along: which ones, and where their words stand today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from talkreader.domain.note import AnchorState, Note, Placed
from talkreader.domain.page import PageKey, shown_site
from talkreader.domain.progress import Progress, ProgressReport

if TYPE_CHECKING:
    from talkreader.exporting import CodedPage, FormatId, Labels, Source
    from talkreader.store import Library


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
    the wiki where the page's copy tells one.
    """
    return sources_in(_coded(library, notes, progress or Progress()))


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


def _coded(library: Library, notes: Sequence[Note], progress: Progress) -> list[CodedPage]:
    """Return the pages that notes are about, with the notes placed in them."""
    from talkreader import reading

    total = len({(target.site, target.title) for note in notes for target in note.targets})
    pages: list[CodedPage] = []
    for page in reading.coded_pages(library, notes):
        pages.append(page)
        progress.report(ProgressReport(len(pages), total))
    return pages


def _source(page: CodedPage, place: Placed) -> Source:
    from dataclasses import replace

    from talkreader.exporting import source_of_comment, source_of_target

    target = place.note.targets[place.target]
    said = replace(
        source_of_target(target), base_url=page.base_url, sha256=page.sha256, state=place.state
    )
    sure = place.state in (AnchorState.EXACT, AnchorState.MOVED)
    if place.comment is None or not sure:
        return said
    comment = page.threads.comments[place.comment]
    heading = page.threads.sections[comment.section].heading or ""
    around = replace(said, site=shown_site(page.key.site), title=page.key.title, section=heading)
    return replace(source_of_comment(comment, around), state=place.state)
