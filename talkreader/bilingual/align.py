"""Which sentences of two texts translate each other, by dynamic programming over beads."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from talkreader.bilingual.corridor import NARROW, Rows, first_rows, rows_past
from talkreader.bilingual.evidence import Evidence
from talkreader.bilingual.function_words import FunctionWords
from talkreader.bilingual.marks import Marks
from talkreader.bilingual.units import (
    Chinese,
    English,
    Overlap,
    merged_chinese,
    merged_english,
    overlap,
)
from talkreader.domain.progress import Progress

_MERGES = ((2, 1), (1, 2), (2, 2), (3, 1), (1, 3))
LETTERS_PER_HAN = 3.35  # length of English for one Han character
# Logarithms of likelihoods, beside two sentences that translate each other.
_SKIP = -1.5  # a sentence that nothing translates
_MERGE = -2.0  # for each sentence more than one on a side
_MERGE_LINE = -1.8  # the same over the end of a line
_BOTH = -4.0  # for two of either side
_THREE = -0.5  # for three on one side
_WORDS = 0.7  # how far words can be trusted that are not independent of each other
_MARKED = 0.6  # the same of marks
_SMALL = 0.6  # the same of small words
_CLEAR = 5.0  # a gain from which a bead is learnt from
_FEW = 4  # beads that are too few to learn from
_BEAM = 100.0
_TOUCH = 0.4  # evidence that each sentence of a merger needs
# Lengths: how far the logarithm of their ratio is from 0 in translations, and by chance.
_SPREAD = 0.3
_SPREAD_OF_LETTER = 2.0  # this much more variance in a sentence of one letter, half of it in two
_SPREAD_BY_CHANCE = 1.1
_ANY_LENGTH = 0.12  # part of the translations that leave out a good deal


@dataclass(frozen=True, slots=True)
class Bead:
    """English sentences ``e0:e1`` and Chinese ones ``c0:c1`` that translate each other.

    ``gain`` is the logarithm of how much more likely they are so than apart.
    """

    e0: int
    e1: int
    c0: int
    c1: int
    overlap: Overlap
    mass: float
    gain: float = 0.0


Indices = tuple[frozenset[int], frozenset[int]]
_Step = tuple[int, int, float]
"""How many sentences of either side are passed, and what that gains."""


class Aligner:
    """Aligns one list of English with one of Chinese sentences.

    ``breaks`` holds, for either side, the indices of sentences that nothing before them may be
    merged with (another text lies between), ``lines`` those that begin a line: merging over the
    end of a line costs more.
    """

    def __init__(
        self,
        english: Sequence[English],
        chinese: Sequence[Chinese],
        breaks: Indices = (frozenset(), frozenset()),
        lines: Indices = (frozenset(), frozenset()),
        progress: Progress | None = None,
    ) -> None:
        self._english = english
        self._chinese = chinese
        self._breaks = breaks
        self._progress = progress or Progress()
        self._lines = lines
        self._letters = [0.0, *accumulate(unit.size for unit in english)]
        self._han = [0.0, *accumulate(unit.size for unit in chinese)]
        self._evidence = Evidence(english, chinese, self._progress)
        self._marks = Marks([u.marks for u in english], [u.marks for u in chinese])
        self._small = FunctionWords([u.small for u in english], [u.small for u in chinese])
        self._cells: dict[int, dict[int, tuple[float, float]]] = {}

    def beads(self) -> list[Bead]:
        """Return the beads in order; a sentence is in one at most; empty when nothing fits.

        Time grows with the number of sentences, not with its square. What the first pass is sure
        of teaches the words of the page to a second one. Raises: Cancelled: somebody stopped it.
        """
        rows = first_rows(self._english, self._chinese, self._progress)
        if rows is None:
            return []
        found = self._pass(rows)
        if len(found) >= _FEW:
            clear = [(bead.e0, bead.e1, bead.c0, bead.c1) for bead in found if bead.gain > _CLEAR]
            self._evidence.learn(clear)
            starts = [(e0, c0) for e0, _e1, c0, _c1 in clear]
            found = self._pass(rows_past(starts, len(self._english), len(self._chinese), NARROW))
        return found

    def _pass(self, rows: Rows) -> list[Bead]:
        gains: dict[int, dict[int, float]] = {0: {0: 0.0}}
        steps: list[dict[int, _Step]] = [{} for _row in range(len(self._english) + 1)]

        def offer(i: int, j: int, gain: float, step: _Step) -> None:
            row = gains.setdefault(i, {})
            if gain > row.get(j, -math.inf):
                row[j] = gain
                steps[i][j] = step

        self._cells.clear()
        for i, (low, high) in enumerate(rows):
            self._progress.check()
            # no bead comes back to a row that is behind: long texts would fill the memory
            self._cells.pop(i - 1, None)
            gains.pop(i - 1, None)
            here_row = gains.setdefault(i, {})
            least = (
                max((gain for j, gain in here_row.items() if low <= j <= high), default=0.0) - _BEAM
            )
            for j in range(low, high + 1):
                here = here_row.get(j)
                if here is None or here < least:
                    continue
                if i < len(self._english):
                    offer(i + 1, j, here + _SKIP, (1, 0, 0.0))
                if j < len(self._chinese):
                    offer(i, j + 1, here + _SKIP, (0, 1, 0.0))
                for wide, tall, gain in self._from(i, j):
                    offer(i + wide, j + tall, here + gain, (wide, tall, gain))
        return self._path(steps)

    def _from(self, i: int, j: int) -> Iterator[tuple[int, int, float]]:
        """Return the shapes of the beads that begin at a place, with what each gains."""
        if i < len(self._english) and j < len(self._chinese):
            yield 1, 1, self._gain(i, i + 1, j, j + 1)
            for wide, tall in _MERGES:
                if self._possible(i, i + wide, j, j + tall):
                    yield wide, tall, self._gain(i, i + wide, j, j + tall)

    def _path(self, steps: list[dict[int, _Step]]) -> list[Bead]:
        i, j = len(self._english), len(self._chinese)
        found: list[Bead] = []
        while j in steps[i]:
            wide, tall, gain = steps[i][j]
            if wide and tall:
                gain -= _SKIP * (wide + tall)
                found.append(self._bead(i - wide, i, j - tall, j, gain))
            i, j = i - wide, j - tall
        return found[::-1]

    def _bead(self, e0: int, e1: int, c0: int, c1: int, gain: float) -> Bead:
        english = merged_english(self._english[e0:e1])
        chinese = merged_chinese(self._chinese[c0:c1])
        size = chinese.size * LETTERS_PER_HAN
        mass = math.sqrt(max(english.size, 1.0) * max(size, 1.0))
        return Bead(e0, e1, c0, c1, overlap(english, chinese), mass, gain)

    def _cell(self, i: int, j: int) -> tuple[float, float]:
        row = self._cells.setdefault(i, {})
        cell = row.get(j)
        if cell is None:
            cell = row[j] = self._evidence.ratio(i, i + 1, j, j + 1)
        return cell

    def _gain(self, e0: int, e1: int, c0: int, c1: int) -> float:
        """Return how much more likely the sentences are as a bead than by chance."""
        if e1 - e0 == c1 - c0 == 1:
            ratio, _good = self._cell(e0, c0)
            gain = 0.0
        else:
            ratio, _good = self._evidence.ratio(e0, e1, c0, c1)
            gain = sum(
                _MERGE_LINE if k in lines else _MERGE
                for lines, start, end in (
                    (self._lines[0], e0 + 1, e1),
                    (self._lines[1], c0 + 1, c1),
                )
                for k in range(start, end)
            )
            gain += _BOTH if e1 - e0 == c1 - c0 else 0.0
            gain += _THREE if e1 - e0 + c1 - c0 == 4 and e1 - e0 != c1 - c0 else 0.0
        letters = self._letters[e1] - self._letters[e0]
        han = self._han[c1] - self._han[c0]
        gain += _WORDS * ratio + _MARKED * self._marks.ratio(e0, e1, c0, c1)
        gain += _SMALL * self._small.ratio(e0, e1, c0, c1)
        return gain + _length_ratio(letters, han)

    def _possible(self, e0: int, e1: int, c0: int, c1: int) -> bool:
        """Return True when both ranges exist, cross no break, and each sentence meets another."""
        if e1 > len(self._english) or c1 > len(self._chinese):
            return False
        if any(k in self._breaks[0] for k in range(e0 + 1, e1)):
            return False
        if any(k in self._breaks[1] for k in range(c0 + 1, c1)):
            return False
        return all(
            any(self._cell(i, j)[1] > _TOUCH for j in range(c0, c1)) for i in range(e0, e1)
        ) and all(any(self._cell(i, j)[1] > _TOUCH for i in range(e0, e1)) for j in range(c0, c1))


def _length_ratio(letters: float, han: float) -> float:
    """Return the logarithm of how much more likely two lengths are in a translation."""
    stretch = math.log(max(letters, 1.0) / max(han * LETTERS_PER_HAN, 1.0))
    spread = _SPREAD**2 + _SPREAD_OF_LETTER / max(letters, 1.0)
    chance = spread + _SPREAD_BY_CHANCE**2
    ratio = math.exp(stretch**2 / 2 * (1 / chance - 1 / spread)) * math.sqrt(chance / spread)
    return math.log((1 - _ANY_LENGTH) * ratio + _ANY_LENGTH)
