"""Which sentences that fit each other are a translation, and not an answer on the same matter."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from talkreader.bilingual.align import LETTERS_PER_HAN, Bead
from talkreader.bilingual.marks import joined
from talkreader.bilingual.units import Chinese, English

# Set on 2,100 sentences of message catalogues against other sentences of the same catalogue, and on
# answers that use the question's own words: those reach a mean of .5, but not from both sides.
_LEAST_COVERED = 0.6
_LEAST_PROOFS = 1.6


@dataclass(frozen=True, slots=True)
class _Bar:
    """What the beads must reach: the mean overlap, the lower of both sides, the part covered."""

    mean: float
    side: float
    covered: float


_FEW = 3
_FAR = 4  # sentences that nothing translates between two that something does
_BAR_OF_PART = _Bar(0.47, 0.36, 0.0)  # most of one side, but less than .4 of the other
_BAR = _Bar(0.39, 0.31, 0.4)

# A few sentences are weighed by logistic regression, set on 9,000 short translations from manuals
# and message catalogues against the neighbours of each (on the same matter, in like words) and
# others of the same text; the bar lets 1 in 30 of those neighbours pass, 1 in 1,000 of the
# others.
_LEAST_COVERED_OF_FEW = 0.6
_FEW_MEAN, _FEW_SIDE, _FEW_COVERED = 3.64, 0.95, 3.83
_FEW_PROOFS, _MOST_PROOFS = 0.51, 6.0
_FEW_GAIN, _LEAST_GAIN, _MOST_GAIN = 0.098, -5.0, 40.0
_FEW_STRETCH, _MOST_STRETCH = -2.72, 2.0
_FEW_NUMBERS, _FEW_LATIN, _MOST_ALONE = -0.73, -3.0, 2
_FEW_MARKS = -1.1
_LEAST_SIZE = 5.0
_ODDS_OF_FEW = 7.05


def believed(
    beads: list[Bead], english: Sequence[English], chinese: Sequence[Chinese], chances: int = 1
) -> list[Bead]:
    """Return the beads of those neighbourhoods that are translations.

    ``chances``: so many texts are tried for one, and each has to be so many times as likely.
    """
    covered = (
        _share([unit.size for unit in english], [(bead.e0, bead.e1) for bead in beads]),
        _share([unit.size for unit in chinese], [(bead.c0, bead.c1) for bead in beads]),
    )
    return [
        bead
        for group in _neighbourhoods(beads)
        if _is_translation(group, covered, english, chinese, chances)
        for bead in group
    ]


def _differences(
    beads: list[Bead], english: Sequence[English], chinese: Sequence[Chinese]
) -> tuple[int, int, int]:
    """Return what only one side has: numbers, Latin words of Chinese, and marks."""
    left = [unit for bead in beads for unit in english[bead.e0 : bead.e1]]
    right = [unit for bead in beads for unit in chinese[bead.c0 : bead.c1]]
    said = {name for unit in left for name in unit.stems}
    told = {name for unit in right for name in unit.stems}
    alone = [word for unit in right for word in unit.words if word.stems.isdisjoint(said)]
    numbers = {word.name for word in alone if word.name[:1].isdigit()}
    latin = {word.name for word in alone if word.name[:1].isascii()} - numbers
    numbers |= {name for name in said - told if name[:1].isdigit()}
    both = joined([unit.marks for unit in left]) ^ joined([unit.marks for unit in right])
    return len(numbers), len(latin), both.bit_count()


def _share(sizes: list[float], ranges: list[tuple[int, int]]) -> float:
    """Return the part of a side that is in beads, 0 to 1."""
    return sum(sum(sizes[start:end]) for start, end in ranges) / max(sum(sizes), 1.0)


def _neighbourhoods(beads: list[Bead]) -> list[list[Bead]]:
    """Return the beads in groups: far from the others, one needs proofs of its own."""
    groups: list[list[Bead]] = []
    for bead in beads:
        before = groups[-1][-1] if groups else None
        if before and max(bead.e0 - before.e1, bead.c0 - before.c1) <= _FAR:
            groups[-1].append(bead)
        else:
            groups.append([bead])
    return groups


def _sizes(
    beads: list[Bead], english: Sequence[English], chinese: Sequence[Chinese]
) -> tuple[float, float]:
    """Return how long both sides of the beads are, in letters."""
    letters = sum(unit.size for bead in beads for unit in english[bead.e0 : bead.e1])
    han = sum(unit.size for bead in beads for unit in chinese[bead.c0 : bead.c1])
    return letters, han * LETTERS_PER_HAN


def _is_translation(
    beads: list[Bead],
    covered: tuple[float, float],
    left: Sequence[English],
    right: Sequence[Chinese],
    chances: int,
) -> bool:
    """Return True when the beads show a translation, not an answer on the same matter.

    One of the sides must be translated for the greater part, and both directions must hold: an
    answer takes up some words of the question, but it does not say all of it.
    """
    mass = sum(bead.mass for bead in beads)
    if not beads or max(covered) < _LEAST_COVERED:
        return False
    english = sum(bead.overlap.english * bead.mass for bead in beads) / mass
    chinese = sum(bead.overlap.chinese * bead.mass for bead in beads) / mass
    proofs = sum(bead.overlap.proofs for bead in beads)
    if len(beads) <= _FEW:
        if min(covered) < _LEAST_COVERED_OF_FEW:
            return False
        gain = sum(bead.gain for bead in beads)
        letters, han = _sizes(beads, left, right)
        stretch = abs(math.log(max(letters, _LEAST_SIZE) / max(han, _LEAST_SIZE)))
        numbers, latin, marks = _differences(beads, left, right)
        odds = (
            _FEW_MEAN * (english + chinese) / 2
            + _FEW_SIDE * min(english, chinese)
            + _FEW_COVERED * min(covered)
            + _FEW_PROOFS * min(proofs, _MOST_PROOFS)
            + _FEW_GAIN * min(max(gain, _LEAST_GAIN), _MOST_GAIN)
            + _FEW_STRETCH * min(stretch, _MOST_STRETCH)
            + _FEW_NUMBERS * min(numbers, _MOST_ALONE)
            + _FEW_LATIN * min(latin, _MOST_ALONE)
            + _FEW_MARKS * marks
        )
        return odds > _ODDS_OF_FEW + math.log(chances)
    bar = _BAR if min(covered) >= _BAR.covered else _BAR_OF_PART
    return (
        min(covered) >= bar.covered
        and (english + chinese) / 2 >= bar.mean
        and min(english, chinese) >= bar.side
        and proofs >= _LEAST_PROOFS
    )
