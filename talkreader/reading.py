"""The way out: a stored page, its notes placed, its translations paired, for a person to read."""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.domain.changes import PageChanges, Piece
from talkreader.domain.note import AnchorState, Note, Placed
from talkreader.domain.page import PageInfo, PageKey
from talkreader.domain.records import dataclass
from talkreader.domain.said import Said
from talkreader.domain.thread import Comment, PageWarning, ParsedPage, Prose, Section

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from talkreader.anchoring import AnchorPage
    from talkreader.bilingual import Dictionary
    from talkreader.domain.bilingual import Pair
    from talkreader.domain.correction import Correction
    from talkreader.domain.hit import Hit
    from talkreader.exporting import Quotation
    from talkreader.store import Library
    from talkreader.store.pages.contents import PageContents


_SURE = (AnchorState.EXACT, AnchorState.MOVED)


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """Everything the window shows of one page.

    ``comments[i].index == i`` and ``sections[i].index == i``; ``prose`` in page order. ``source``
    is the page's own text (wikitext, HTML or plain text) as it was imported. ``base_url`` is any
    address on its wiki, "" when the copy does not say. ``pairs`` are the translations as the person
    has them, ``found_pairs`` as they were found. ``pieces`` are comments that the person split off,
    each with the id of that correction. Not ``followed``: what is not on this page was not looked
    for on others yet.
    """

    info: PageInfo
    sections: tuple[Section, ...]
    comments: tuple[Comment, ...]
    prose: tuple[Prose, ...]
    source: str
    warnings: tuple[PageWarning, ...] = ()
    notes: tuple[Placed, ...] = ()
    pairs: tuple[Pair, ...] = ()
    found_pairs: tuple[Pair, ...] = ()
    lost_corrections: tuple[Correction, ...] = ()
    base_url: str = ""
    pieces: Mapping[int, str] = field(default_factory=dict)
    followed: bool = True


def open_page(library: Library, page_id: int, *, follow: bool = True) -> ReadingPage:
    """Return a stored page with its notes in place; its pairs come from `pairing`.

    The person's corrections are applied; those that do not fit any more are in
    ``lost_corrections``. Not ``follow``: no other page is read for notes that this one lost.
    Raises: KeyError: the library has no page of this id; LibraryError.
    """
    reading = without_notes(library, page_id)
    return with_notes(library, reading, notes_on(library, reading), follow=follow)


def without_notes(library: Library, page_id: int, *, marks: bool = True) -> ReadingPage:
    """Return a stored page with its corrections; not ``marks``: its text is plain, and cheaper.

    Raises as `open_page`.
    """
    contents = library.pages.contents(page_id)
    page = _detailed(contents) if marks else contents.parsed()
    lost: tuple[Correction, ...] = ()
    pieces: Mapping[int, str] = {}
    corrections = [
        correction
        for correction in library.corrections.for_page(contents.info.key)
        if not correction.kind.about_translations
    ]
    if corrections:
        from talkreader.domain.replaying import apply_corrections

        corrected = apply_corrections(page, corrections)
        page, pieces, lost = corrected.page, corrected.pieces, corrected.lost
    return ReadingPage(
        info=contents.info,
        sections=page.sections,
        comments=page.comments,
        prose=page.prose,
        source=contents.source,
        warnings=page.warnings,
        lost_corrections=lost,
        base_url=contents.raw.base_url,
        pieces=pieces,
    )


@dataclass(frozen=True, slots=True)
class Compared:
    """What a copy of a page changed against another copy of it."""

    older: ReadingPage
    changes: PageChanges


def compare_with_before(library: Library, page: ReadingPage) -> Compared | None:
    """Return what is new in this copy of a page; None when it is the first one.

    Raises: LibraryError.
    """
    info = page.info
    if info.version < 2:
        return None
    before = [copy for copy in library.pages.versions(info.key) if copy.version < info.version]
    return compare_with(library, page, before[-1].id) if before else None


def compare_with(library: Library, page: ReadingPage, older: int) -> Compared:
    """Return what this copy of a page changed against another one by its id.

    Raises: KeyError: the library has no page of this id; LibraryError.
    """
    from talkreader import anchoring

    other = open_page(library, older)
    exact = other.info.form is page.info.form
    return Compared(other, anchoring.compare(other.comments, page.comments, exact=exact))


def compare_words(older: str, newer: str) -> list[Piece]:
    """Return two texts as one, in pieces: what both have, what was removed, what was added."""
    from talkreader import anchoring

    return anchoring.compare_words(older, newer)


def notes_on(library: Library, page: ReadingPage) -> list[Note]:
    """Return the notes of a page, with those whose comment or section was moved to it."""
    return library.notes_for(
        page.info.key,
        (comment.name for comment in page.comments),
        (section.heading for section in page.sections if section.heading),
    )


def with_notes(
    library: Library, page: ReadingPage, notes: Sequence[Note], *, follow: bool = True
) -> ReadingPage:
    """Return the page with these notes placed in it; what moved to another page is told so.

    Not ``follow``: as `open_page`.
    """
    if not notes:
        return replace(page, notes=())
    key, anchors = page.info.key, anchors_of(page)
    placed = places_on(library, key, anchors, notes) if follow else places_here(anchors, notes)
    page = replace(page, followed=follow or not is_unsure(key, placed))
    return replace(page, notes=_of_page(key, placed))


def _of_page(key: PageKey, placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Return the places without those that a page without a title only may have had."""
    if key.title:
        return placed
    return tuple(
        one
        for one in placed
        if one.state is not AnchorState.LOST or one.note.targets[one.target].names_page
    )


def places_on(
    library: Library, key: PageKey, anchors: AnchorPage, notes: Sequence[Note]
) -> tuple[Placed, ...]:
    """Return where notes stand in a page; what moved to another one, or from there, is told so."""
    placed = follow(library, _of_page(key, places_here(anchors, notes)))
    if not key.title or not any(
        target.title != key.title for note in notes for target in note.targets
    ):
        return placed
    from talkreader import following

    return (*placed, *following.arrived(library, notes, key))


def places_here(anchors: AnchorPage, notes: Sequence[Note]) -> tuple[Placed, ...]:
    """Return where notes stand in a page, of which alone it is told."""
    from talkreader import anchoring

    return anchoring.place(notes, anchors)


def is_unsure(key: PageKey, placed: Sequence[Placed]) -> bool:
    """Say whether other pages have to be read to tell where these notes of a page stand."""
    return any(
        place.state not in _SURE
        or (key.title and place.note.targets[place.target].title != key.title)
        for place in _of_page(key, tuple(placed))
    )


def anchors_of(page: ReadingPage) -> AnchorPage:
    """Return the page as anchoring sees it."""
    from talkreader import anchoring

    return anchoring.anchor_page(page.info.key, page.sections, page.comments)


def follow(library: Library, placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Return the places; of those lost, what stands on another page of the library is told."""
    if all(place.state in _SURE for place in placed):
        return tuple(placed)
    from talkreader import following

    return following.follow(
        library, placed, lambda page: anchors_of(without_notes(library, page, marks=False))
    )


def open_dictionary(library: Library, cache: Path) -> Dictionary:
    """Return the dictionary, with the person's own terms before ours.

    ``cache`` is a folder for the dictionary, which is made at the first call (some seconds).
    """
    from talkreader import bilingual

    glossary = bilingual.Glossary([*library.terms.all(), *bilingual.own_terms()])
    return bilingual.Dictionary(bilingual.open_lexicon(cache), glossary)


def said_on(page: ReadingPage) -> tuple[Said, ...]:
    """Return who said what when on a page, with the person's corrections."""
    headings = [section.heading or "" for section in page.sections]
    return tuple(
        Said(
            page.info.id,
            comment.index,
            comment.author,
            comment.timestamp,
            headings[comment.section],
            comment.parent,
            page.info.title,
        )
        for comment in page.comments
    )


def source_of(page: ReadingPage, comment: int) -> str:
    """Return the part of the page's source that a comment was read from; "" when not found.

    A saved web page keeps no places: there it is what stands between the date that was signed
    before and the comment's own.
    """
    place = page.comments[comment].source
    if place is not None:
        return page.source[place.start : place.end]
    start = at = 0
    for other in page.comments[: comment + 1]:
        raw = other.signatures[-1].raw
        found = page.source.find(raw, at) if raw else -1
        if other.index == comment:
            return page.source[start : found + len(raw)].strip() if found >= 0 else ""
        if found >= 0:
            start = at = found + len(raw)
    return ""


def _detailed(contents: PageContents) -> ParsedPage:
    """Return the page with its marks: from the store, or worked out from its source.

    A bulk import stores plain text only. What is worked out is taken when it is the same text, so
    that offsets of notes and hits hold; else the plain text is shown.
    """
    stored = contents.parsed()
    if any(comment.body.blocks for comment in stored.comments) or not stored.comments:
        return stored
    from talkreader import parsing

    again = parsing.parse(contents.raw)
    if again.text != stored.text or len(again.comments) != len(stored.comments):
        return stored
    comments = [
        replace(old, body=new.body) if new.body.text == old.body.text else old
        for old, new in zip(stored.comments, again.comments, strict=True)
    ]
    return replace(stored, comments=tuple(comments), prose=again.prose)


def quotations_of(library: Library, hits: Sequence[Hit]) -> list[Quotation]:
    """Return the whole texts of hits, each with where it stands, in their order."""
    from talkreader.exporting import Source

    return [
        (
            quote.text,
            Source(
                site=hit.site,
                title=hit.title,
                section=hit.section,
                comment=hit.comment,
                author=hit.author,
                timestamp=hit.timestamp,
                base_url=quote.base_url,
                sha256=quote.sha256,
                copy=quote.copy,
            ),
        )
        for hit, quote in zip(hits, library.quotes(hits), strict=True)
    ]
