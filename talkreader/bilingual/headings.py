"""Headings of one page that translate each other: those of sections that do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from talkreader.bilingual.characters import has_chinese
from talkreader.bilingual.languages import runs
from talkreader.bilingual.places import Texts
from talkreader.domain.bilingual import Pair, PairOrigin, Segment
from talkreader.domain.thread import Section


def headings_between(page: Texts, found: Sequence[Pair]) -> Iterator[Pair]:
    """Yield the headings of sections of which one translates the other, as what is said there.

    ``found`` are the pairs of the page. Only where one heading is Chinese and the other is not.
    """
    couples: dict[tuple[int, int], list[float]] = {}
    for pair in found:
        first, second = _section_of(page, pair.source), _section_of(page, pair.target)
        apart = first is not None and second is not None and first != second
        if pair.origin is PairOrigin.SECTION and apart:
            couples.setdefault((first or 0, second or 0), []).append(pair.score)
    for both, scores in couples.items():
        left, right = (_heading_of(page.sections[section]) for section in both)
        if left.text and right.text and has_chinese(left.text) != has_chinese(right.text):
            yield Pair(left, right, PairOrigin.SECTION, round(sum(scores) / len(scores), 3))


def _section_of(page: Texts, side: Segment | None) -> int | None:
    """Return the section that words of a page stand in."""
    if side is None or side.key is None:
        return None
    if side.comment is not None:
        return page.comments[side.comment].section
    return page.prose[side.prose or 0].section


def _heading_of(section: Section) -> Segment:
    """Return a heading as one side of a pair."""
    text = section.heading or ""
    language = runs(text)[0].language if has_chinese(text) else "en"
    return Segment(None, 0, len(text), language, text, section=section.index)
