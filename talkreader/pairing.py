"""The translations of a page: found in it, beside it in the library, or in a second file."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.domain.bilingual import Pair, PairOrigin
from talkreader.domain.page import PageKey
from talkreader.domain.thread import ParsedPage
from talkreader.reading import ReadingPage, open_page

if TYPE_CHECKING:
    from talkreader.bilingual import Passage
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

    pairs = bilingual.align_texts(
        _passages(page), _passages(other), lexicon=bilingual.open_lexicon(cache), origin=origin
    )
    return tuple(
        replace(pair, target=replace(pair.target, comment=None)) if pair.target else pair
        for pair in pairs
    )


def _passages(page: ParsedPage | ReadingPage) -> list[Passage]:
    """Return what a page says in page order; comments are known by their names."""
    from talkreader import bilingual

    found: list[tuple[int, int | None, str, str]] = [
        (section.span.start, None, section.heading, "")
        for section in page.sections
        if section.heading
    ]
    found += [(c.span.start, c.index, c.body.text, c.name) for c in page.comments]
    found += [(prose.span.start, None, prose.body.text, "") for prose in page.prose]
    return [
        bilingual.Passage(bilingual.Piece(comment, text), key)
        for _start, comment, text, key in sorted(found, key=lambda passage: passage[0])
    ]
