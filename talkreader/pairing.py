"""The translations of a page: found in it, beside it in the library, or in a second file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.domain.bilingual import Pair, PairOrigin
from talkreader.domain.body import Span
from talkreader.domain.page import Form, PageKey, RawPage
from talkreader.domain.subpages import LANGUAGE_CODES, base_title, translation_title
from talkreader.domain.thread import ParsedPage, Section
from talkreader.reading import ReadingPage, open_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from talkreader.bilingual import Passage, Piece
    from talkreader.domain.progress import Progress
    from talkreader.parsing.wikitext.unit_marks import MarkedUnit
    from talkreader.store import Library


def with_pairs(
    page: ReadingPage,
    cache: Path,
    library: Library | None = None,
    other: Path | None = None,
    progress: Progress | None = None,
) -> ReadingPage:
    """Return the page with its translations: those in it, on its language subpages, and one's own.

    ``cache`` is a folder for the dictionary, which is made at the first call (some seconds);
    ``library`` holds the subpages ("Page/zh" of "Page", and the other way round), what the person
    decided about the pairs, and the translation memory. ``other`` is a file that translates the
    page. Raises: ArchiveError: it cannot be understood. Cancelled: ``progress`` was to stop.
    """
    found = pairs_of(page, cache, progress)
    if other is not None:
        from talkreader import ingest

        for translation in ingest.understand(other, progress=progress):
            found += pairs_between(page, translation, PairOrigin.FILE, cache, progress=progress)
    if library is None:
        return replace(page, pairs=found, found_pairs=found)
    own = _unit_marks(page, library)
    for subpage in _subpages(page, library):
        found += pairs_between(page, subpage, PairOrigin.SUBPAGE, cache, own, progress)
    units = library.translations.all()
    if units:
        from talkreader import bilingual

        found += bilingual.recalled_pairs(page, found, units)
    return settled(replace(page, found_pairs=found), library)


def settled(page: ReadingPage, library: Library) -> ReadingPage:
    """Return the page with its pairs as the person has them now; what was found stays known."""
    from talkreader import bilingual

    key = page.info.key
    pairs = bilingual.settle(
        page,
        page.found_pairs,
        [made for made in library.corrections.for_page(key) if made.kind.about_translations],
        library.translations.for_page(key),
    )
    return replace(page, pairs=pairs)


def _subpages(page: ReadingPage, library: Library) -> list[ReadingPage]:
    """Return the pages of the library that are the page in another language, by their titles.

    Of a language whose units the library has, they stand for the subpage, which has no marks.
    """
    base, language = base_title(page.info.key.title)
    found = [] if not language else _titled(base, page, library)
    for other in LANGUAGE_CODES:
        if other != language:
            units = _titled(translation_title(base, other), page, library)
            found += units or _titled(f"{base}/{other}", page, library)
    return found


def _titled(title: str, page: ReadingPage, library: Library) -> list[ReadingPage]:
    """Return the current page of this title on the same wiki, if the library has it."""
    return [
        open_page(library, info.id)
        for info in library.pages.versions(PageKey(page.info.site, title))
        if info.current
    ]


def _unit_marks(page: ReadingPage, library: Library) -> list[MarkedUnit]:
    """Return the units of a page: by its marks, or where the words of its unit pages stand."""
    from talkreader.parsing.wikitext.unit_marks import marked_units, units_standing_in

    base, language = base_title(page.info.key.title)
    marked = marked_units(_source(page))
    if marked or not language:
        return marked
    for made in _titled(translation_title(base, language), page, library):
        return units_standing_in(_source(page), made.source)
    return []


def pairs_of(
    page: ParsedPage | ReadingPage, cache: Path, progress: Progress | None = None
) -> tuple[Pair, ...]:
    """Return the translations that a page holds, sentence by sentence; headings come last."""
    from talkreader import bilingual

    found = bilingual.find_pairs(
        [comment.body.text for comment in page.comments],
        parents=[comment.parent for comment in page.comments],
        sections=[comment.section for comment in page.comments],
        prose=[(prose.section, prose.body.text) for prose in page.prose],
        lexicon=bilingual.open_lexicon(cache),
        progress=progress,
    )
    return (*found, *bilingual.headings_between(page, found))


def pairs_between(
    page: ParsedPage | ReadingPage,
    other: ParsedPage | ReadingPage,
    origin: PairOrigin,
    cache: Path,
    own_units: Sequence[MarkedUnit] | None = None,
    progress: Progress | None = None,
) -> tuple[Pair, ...]:
    """Return what of a page another one translates, sentence by sentence.

    The source is the side of ``page``; a target's ``comment`` is None, for it stands elsewhere.
    Comments that both pages hold, signed alike, are aligned with each other only, and so are units
    of one number. ``own_units`` are those of ``page`` (None: where its marks are).
    """
    from talkreader import bilingual
    from talkreader.parsing.wikitext.unit_marks import marked_units

    first = marked_units(_source(page)) if own_units is None else own_units
    units = first, marked_units(_source(other))
    if not (units[0] and units[1]):
        units = [], []
    headings = _heading_keys(page, other)
    pairs = bilingual.align_texts(
        _passages(page, units[0], headings[0]),
        _passages(other, units[1], headings[1]),
        lexicon=bilingual.open_lexicon(cache),
        origin=origin,
        progress=progress,
    )
    return tuple(map(_with_target_elsewhere, pairs))


def _with_target_elsewhere(pair: Pair) -> Pair:
    """Return a pair whose target stands on another page; a heading is translated by one only."""
    source, target = pair.source, pair.target
    if source is not None and (target is None or target.section is None):
        source = replace(source, section=None)
    if target is not None:
        target = replace(target, comment=None, prose=None, section=None)
    return replace(pair, source=source, target=target)


def _source(page: ParsedPage | ReadingPage) -> str:
    """Return the page's own wikitext, "" in other forms."""
    if isinstance(page, ReadingPage):
        return page.source if page.info.form is Form.WIKITEXT else ""
    return page.raw.text if page.raw.form is Form.WIKITEXT else ""


def _heading_keys(
    page: ParsedPage | ReadingPage, other: ParsedPage | ReadingPage
) -> tuple[list[str], list[str]]:
    """Return what the headings of two pages are known by, "" for nothing.

    That is the anchor that a translation keeps of the original; without any it is their order, if
    both pages have as many headings of the same levels: then nothing is aligned across them.
    """
    from talkreader.parsing.wikitext.unit_marks import anchor_before

    headed = [[section for section in each.sections if section.heading] for each in (page, other)]
    anchors = [
        [anchor_before(_source(each), s.source.start) if s.source else "" for s in sections]
        for each, sections in zip((page, other), headed, strict=True)
    ]
    if any(map(any, anchors)):
        first, second = (
            [f"#{anchor or section.heading}" for anchor, section in zip(*both, strict=True)]
            for both in zip(anchors, headed, strict=True)
        )
        return first, second
    levels = [[section.level for section in sections] for sections in headed]
    keys = [f"={n}" if levels[0] == levels[1] else "" for n in range(max(map(len, levels)))]
    return keys[: len(levels[0])], keys[: len(levels[1])]


def _passages(
    page: ParsedPage | ReadingPage, units: Sequence[MarkedUnit], headings: Sequence[str]
) -> list[Passage]:
    """Return what a page says in page order; comments are known by names, units by numbers."""
    from talkreader import bilingual

    source = _source(page)
    found: list[tuple[int, list[Passage]]] = []
    headed = [section for section in page.sections if section.heading]
    for section, key in zip(headed, headings, strict=True):
        piece = bilingual.Piece(None, section.heading or "", section=section.index)
        known = bilingual.Passage(piece, key)
        if inside := _within(units, section.source):
            known = replace(known, key=f"T:{inside[0].number}", exact=True)
        found.append((section.span.start, [known]))
    for comment in page.comments:
        piece = bilingual.Piece(comment.index, comment.body.text)
        cut = _cut(piece, source, _within(units, comment.source))
        found.append((comment.span.start, cut or [bilingual.Passage(piece, comment.name)]))
    for number, prose in enumerate(page.prose):
        piece = bilingual.Piece(None, prose.body.text, prose=number)
        cut = _cut(piece, source, _within(units, prose.source))
        found.append((prose.span.start, cut or [bilingual.Passage(piece)]))
    return [
        passage
        for _start, passages in sorted(found, key=lambda item: item[0])
        for passage in passages
    ]


def _within(units: Sequence[MarkedUnit], place: Span | None) -> list[MarkedUnit]:
    """Return the units that begin in a part of the source."""
    return [u for u in units if place and place.start <= u.start < place.end]


def _cut(piece: Piece, source: str, units: Sequence[MarkedUnit]) -> list[Passage]:
    """Return a body cut where its units begin and end, empty when none of them is found in it."""
    from talkreader import bilingual

    places: list[tuple[int, int, str]] = []
    at = 0
    for unit in units:
        words = _shown_words(source[unit.start : unit.end])
        first = words.split("\n", 1)[0].strip()
        there = piece.text.find(first, at) if first else -1
        if there >= 0:
            whole = piece.text.startswith(words, there)
            places.append((there, there + len(words) if whole else -1, unit.number))
            at = there + len(first)
    if not places:
        return []
    starts = [start for start, _end, _number in places]
    found: list[Passage] = []
    behind = 0
    for (start, end, number), following in zip(places, [*starts[1:], None], strict=True):
        stop = len(piece.text) if following is None else following
        if end >= 0:
            stop = min(stop, end)
        if piece.text[behind:start].strip():
            found.append(bilingual.Passage(_part(piece, behind, start)))
        found.append(bilingual.Passage(_part(piece, start, stop), f"T:{number}", exact=True))
        behind = stop
    if piece.text[behind:].strip():
        found.append(bilingual.Passage(_part(piece, behind, len(piece.text))))
    return found


def _part(piece: Piece, start: int, end: int) -> Piece:
    return replace(piece, text=piece.text[start:end], offset=start)


def _shown_words(wikitext: str) -> str:
    """Return what some wikitext shows."""
    from talkreader.parsing import parse

    shown = parse(RawPage(Form.WIKITEXT, wikitext), detail=False)
    words = (
        item.heading or "" if isinstance(item, Section) else item.body.text
        for item in shown.items()
    )
    return "\n".join(filter(None, words)).strip()
