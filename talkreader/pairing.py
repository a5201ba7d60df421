"""The translations of a page: found in it, beside it in the library, or in a second file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.domain.bilingual import Pair, PairOrigin
from talkreader.domain.body import Span
from talkreader.domain.page import Form, PageKey, RawPage
from talkreader.domain.thread import ParsedPage, Section
from talkreader.reading import ReadingPage, open_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from talkreader.bilingual import Passage, Piece
    from talkreader.parsing.unit_marks import MarkedUnit
    from talkreader.store import Library


_LANGUAGES = ("zh", "zh-hans", "zh-hant", "zh-cn", "zh-tw", "zh-hk", "en")
_SUBPAGE = re.compile(rf"(.+)/(?:{'|'.join(_LANGUAGES)})")


def with_pairs(
    page: ReadingPage, cache: Path, library: Library | None = None, other: Path | None = None
) -> ReadingPage:
    """Return the page with its translations: those in it, on its language subpages, and one's own.

    ``cache`` is a folder for the dictionary, which is made at the first call (some seconds);
    ``library`` holds the subpages ("Page/zh" of "Page", and the other way round), what the person
    decided about the pairs, and the translation memory. ``other`` is a file that translates the
    page. Raises: ArchiveError: it cannot be understood.
    """
    found = pairs_of(page, cache)
    if other is not None:
        from talkreader import ingest

        for translation in ingest.understand(other):
            found += pairs_between(page, translation, PairOrigin.FILE, cache)
    if library is None:
        return replace(page, pairs=found, found_pairs=found)
    for subpage in _subpages(page, library):
        found += pairs_between(page, subpage, PairOrigin.SUBPAGE, cache)
    units = library.translations.all()
    if units:
        from talkreader import bilingual

        found += bilingual.recalled_pairs(page.comments, found, units)
    return settled(replace(page, found_pairs=found), library)


def settled(page: ReadingPage, library: Library) -> ReadingPage:
    """Return the page with its pairs as the person has them now; what was found stays known."""
    from talkreader import bilingual

    key = page.info.key
    pairs = bilingual.settle(
        page.comments,
        page.found_pairs,
        [made for made in library.corrections.for_page(key) if made.kind.about_translations],
        library.translations.for_page(key),
    )
    return replace(page, pairs=pairs)


def _subpages(page: ReadingPage, library: Library) -> list[ReadingPage]:
    """Return the pages of the library that are the page in another language, by their titles."""
    key = page.info.key
    parted = _SUBPAGE.fullmatch(key.title)
    base = parted[1] if parted else key.title
    titles = [base, *(f"{base}/{language}" for language in _LANGUAGES)]
    return [
        open_page(library, info.id)
        for title in titles
        if title != key.title
        for info in library.pages.versions(PageKey(key.site, title))
        if info.current
    ]


def pairs_of(page: ParsedPage | ReadingPage, cache: Path) -> tuple[Pair, ...]:
    """Return the translations that a page holds, sentence by sentence."""
    from talkreader import bilingual

    return bilingual.find_pairs(
        [comment.body.text for comment in page.comments],
        parents=[comment.parent for comment in page.comments],
        sections=[comment.section for comment in page.comments],
        prose=[(prose.section, prose.body.text) for prose in page.prose],
        lexicon=bilingual.open_lexicon(cache),
    )


def pairs_between(
    page: ParsedPage | ReadingPage,
    other: ParsedPage | ReadingPage,
    origin: PairOrigin,
    cache: Path,
) -> tuple[Pair, ...]:
    """Return what of a page another one translates, sentence by sentence.

    The source is the side of ``page``; a target's ``comment`` is None, for it stands elsewhere.
    Comments that both pages hold, signed alike, are aligned with each other only.
    """
    from talkreader import bilingual

    units = _units(page), _units(other)
    if not (units[0] and units[1]):
        units = [], []
    headings = _heading_keys(page, other)
    pairs = bilingual.align_texts(
        _passages(page, units[0], headings[0]),
        _passages(other, units[1], headings[1]),
        lexicon=bilingual.open_lexicon(cache),
        origin=origin,
    )
    return tuple(
        replace(pair, target=replace(pair.target, comment=None, prose=None))
        if pair.target
        else pair
        for pair in pairs
    )


def _source(page: ParsedPage | ReadingPage) -> str:
    """Return the page's own wikitext, "" in other forms."""
    if isinstance(page, ReadingPage):
        return page.source if page.info.form is Form.WIKITEXT else ""
    return page.raw.text if page.raw.form is Form.WIKITEXT else ""


def _units(page: ParsedPage | ReadingPage) -> list[MarkedUnit]:
    from talkreader.parsing.unit_marks import marked_units

    return marked_units(_source(page))


def _heading_keys(
    page: ParsedPage | ReadingPage, other: ParsedPage | ReadingPage
) -> tuple[list[str], list[str]]:
    """Return what the headings of two pages are known by, "" for nothing.

    That is the anchor that a translation keeps of the original; without any it is their order, if
    both pages have as many headings of the same levels: then nothing is aligned across them.
    """
    from talkreader.parsing.unit_marks import anchor_before

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
        known = bilingual.Passage(bilingual.Piece(None, section.heading or ""), key)
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
    """Return a body cut where its units begin, empty when none of them is found in it."""
    from talkreader import bilingual

    places: list[tuple[int, str]] = []
    at = 0
    for unit in units:
        words = _first_words(source[unit.start : unit.end])
        there = piece.text.find(words, at) if words else -1
        if there >= 0:
            places.append((there, unit.number))
            at = there + len(words)
    if not places:
        return []
    ends = [*(place for place, _number in places[1:]), len(piece.text)]
    found = [
        bilingual.Passage(
            replace(piece, text=piece.text[start:end], offset=start), f"T:{number}", exact=True
        )
        for (start, number), end in zip(places, ends, strict=True)
    ]
    first = places[0][0]
    if piece.text[:first].strip():
        found.insert(0, bilingual.Passage(replace(piece, text=piece.text[:first])))
    return found


def _first_words(wikitext: str) -> str:
    """Return the first line of what some wikitext shows."""
    from talkreader.parsing import parse

    shown = parse(RawPage(Form.WIKITEXT, wikitext), detail=False)
    text = next(
        (
            i.heading or "" if isinstance(i, Section) else i.body.text
            for i in shown.items()
            if not (isinstance(i, Section) and not i.heading)
        ),
        "",
    )
    return text.split("\n", 1)[0].strip()
