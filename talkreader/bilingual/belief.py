"""Which sentences that fit each other are a translation, and not an answer on the same matter."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from talkreader.bilingual.align import LETTERS_PER_HAN, Bead
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

# A few sentences are weighed by logistic regression, set on 1,600 short translations from manuals
# and message catalogues against the neighbours of each (on the same matter, in like words) and
# others of the same text; the bar is where as many neighbours pass as passed before, by fixed bars.
_LEAST_COVERED_OF_FEW = 0.7
_FEW_MEAN, _FEW_SIDE, _FEW_COVERED = 4.63, 0.93, 3.13
_FEW_PROOFS, _MOST_PROOFS = 1.02, 6.0
_FEW_GAIN, _LEAST_GAIN, _MOST_GAIN = 0.115, -5.0, 40.0
_FEW_STRETCH, _MOST_STRETCH = -5.19, 2.0
_FEW_SIZE, _LEAST_SIZE = -1.73, 5.0
_ODDS_OF_FEW = 1.25


def believed(
    beads: list[Bead], english: Sequence[English], chinese: Sequence[Chinese]
) -> list[Bead]:
    """Return the beads of those neighbourhoods that are translations."""
    covered = (
        _share([unit.size for unit in english], [(bead.e0, bead.e1) for bead in beads]),
        _share([unit.size for unit in chinese], [(bead.c0, bead.c1) for bead in beads]),
    )
    return [
        bead
        for group in _neighbourhoods(beads)
        if _is_translation(group, covered, _sizes(group, english, chinese))
        for bead in group
    ]


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
    beads: list[Bead], covered: tuple[float, float], sizes: tuple[float, float]
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
        odds = (
            _FEW_MEAN * (english + chinese) / 2
            + _FEW_SIDE * min(english, chinese)
            + _FEW_COVERED * min(covered)
            + _FEW_PROOFS * min(proofs, _MOST_PROOFS)
            + _FEW_GAIN * min(max(gain, _LEAST_GAIN), _MOST_GAIN)
            + _FEW_STRETCH * min(abs(math.log(sizes[0] / sizes[1])), _MOST_STRETCH)
            + _FEW_SIZE * math.log(max(min(sizes), _LEAST_SIZE))
        )
        return odds > _ODDS_OF_FEW
    bar = _BAR if min(covered) >= _BAR.covered else _BAR_OF_PART
    return (
        min(covered) >= bar.covered
        and (english + chinese) / 2 >= bar.mean
        and min(english, chinese) >= bar.side
        and proofs >= _LEAST_PROOFS
    )
