"""Which sentences of two texts translate each other, by dynamic programming over beads."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from talkreader.bilingual.units import (
    Chinese,
    English,
    Overlap,
    merged_chinese,
    merged_english,
    overlap,
)

_BEADS = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3))
LETTERS_PER_HAN = 3.2  # length of English for one Han character; median of 4,000 translations
_LENGTH_WEIGHT = 0.10
_LEAST = 0.2  # an overlap that unrelated sentences of one page reach too
_MERGE_COST = 0.08  # for each sentence more than one on a side
_LINE_COST = 0.05  # for each line break inside of a side
_SKIP_COST = 0.02
_WHOLE = 2_500  # cells that are searched without a corridor
_HALF_WIDTH = 8
_ANCHOR = 0.34
_COMMON = 24  # a stem in more sentences than this leads to no anchor


@dataclass(frozen=True, slots=True)
class Bead:
    """English sentences ``e0:e1`` and Chinese ones ``c0:c1`` that translate each other."""

    e0: int
    e1: int
    c0: int
    c1: int
    overlap: Overlap
    mass: float


Indices = tuple[frozenset[int], frozenset[int]]


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
    ) -> None:
        self._english = english
        self._chinese = chinese
        self._breaks = breaks
        self._lines = lines
        self._cells: dict[tuple[int, int], Overlap] = {}

    def beads(self) -> list[Bead]:
        """Return the beads in order; a sentence is in one at most; empty when nothing fits.

        Time grows with the number of sentences, not with its square.
        """
        rows = self._corridor()
        if rows is None:
            return []
        gains: dict[tuple[int, int], float] = {(0, 0): 0.0}
        steps: dict[tuple[int, int], Bead | tuple[int, int]] = {}

        def offer(place: tuple[int, int], gain: float, step: Bead | tuple[int, int]) -> None:
            if gain > gains.get(place, -math.inf):
                gains[place] = gain
                steps[place] = step

        for i, (low, high) in enumerate(rows):
            for j in range(low, high + 1):
                here = gains.get((i, j))
                if here is None:
                    continue
                if i < len(self._english):
                    skipped = here - _SKIP_COST * self._english[i].size
                    offer((i + 1, j), skipped, (1, 0))
                if j < len(self._chinese):
                    skipped = here - _SKIP_COST * self._chinese[j].size * LETTERS_PER_HAN
                    offer((i, j + 1), skipped, (0, 1))
                for gain, bead in self._from(i, j):
                    offer((bead.e1, bead.c1), here + gain, bead)
        return self._path(steps)

    def _path(self, steps: dict[tuple[int, int], Bead | tuple[int, int]]) -> list[Bead]:
        place = (len(self._english), len(self._chinese))
        found: list[Bead] = []
        while place in steps:
            step = steps[place]
            if isinstance(step, Bead):
                found.append(step)
                place = (step.e0, step.c0)
            else:
                place = (place[0] - step[0], place[1] - step[1])
        return found[::-1]

    def _cell(self, i: int, j: int) -> Overlap:
        cell = self._cells.get((i, j))
        if cell is None:
            cell = self._cells[i, j] = overlap(self._english[i], self._chinese[j])
        return cell

    def _from(self, i: int, j: int) -> list[tuple[float, Bead]]:
        """Return the beads that begin at a place, with what each gains."""
        found: list[tuple[float, Bead]] = []
        for wide, tall in _BEADS:
            if not self._possible(i, i + wide, j, j + tall):
                continue
            if wide == tall == 1:
                shared, english, chinese = self._cell(i, j), self._english[i], self._chinese[j]
            else:
                english = merged_english(self._english[i : i + wide])
                chinese = merged_chinese(self._chinese[j : j + tall])
                shared = overlap(english, chinese)
            size = chinese.size * LETTERS_PER_HAN
            mass = math.sqrt(max(english.size, 1.0) * max(size, 1.0))
            stretch = math.log(max(english.size, 1.0) / max(size, 1.0))
            worth = shared.mean - _LEAST - _LENGTH_WEIGHT * min(stretch * stretch, 4.0)
            lines = sum(k in self._lines[0] for k in range(i + 1, i + wide)) + sum(
                k in self._lines[1] for k in range(j + 1, j + tall)
            )
            gain = mass * (worth - _MERGE_COST * (wide + tall - 2) - _LINE_COST * lines)
            found.append((gain, Bead(i, i + wide, j, j + tall, shared, mass)))
        return found

    def _possible(self, e0: int, e1: int, c0: int, c1: int) -> bool:
        """Return True when both ranges exist, cross no break, and each sentence meets another."""
        if e1 > len(self._english) or c1 > len(self._chinese):
            return False
        if e1 - e0 == 1 and c1 - c0 == 1:
            return True
        if any(k in self._breaks[0] for k in range(e0 + 1, e1)):
            return False
        if any(k in self._breaks[1] for k in range(c0 + 1, c1)):
            return False
        # merging is tried only where each sentence shares something with the other side
        return all(
            max(self._cell(i, j).mean for j in range(c0, c1)) > 0.05 for i in range(e0, e1)
        ) and all(max(self._cell(i, j).mean for i in range(e0, e1)) > 0.05 for j in range(c0, c1))

    def _corridor(self) -> list[tuple[int, int]] | None:
        """Return for every English sentence (and the end) the range of Chinese ones to consider.

        Small tables are searched whole; in large ones sentences that clearly belong together are
        found first, and the way leads past them. None: large, and nothing belongs together.
        """
        height, width = len(self._english), len(self._chinese)
        if height * width <= _WHOLE:
            return [(0, width)] * (height + 1)
        fixed = self._anchors()
        if len(fixed) * 20 < min(height, width):
            return None
        rows: list[tuple[int, int]] = []
        places = [(0, 0), *[p for p in fixed if 0 < p[0] < height], (height, width)]
        for (i0, j0), (i1, j1) in pairwise(places):
            slope = (j1 - j0) / max(1, i1 - i0)
            half = _HALF_WIDTH + math.ceil(slope)
            for i in range(i0, i1):
                middle = j0 + slope * (i - i0)
                rows.append((max(0, int(middle) - half), min(width, int(middle) + half + 1)))
        rows.append((max(0, width - _HALF_WIDTH), width))
        return rows

    def _anchors(self) -> list[tuple[int, int]]:
        """Return couples of sentences that fit each other best, rising on both sides."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for j, unit in enumerate(self._chinese):
            for name in unit.stems:
                holders[name].append(j)
        best_of_chinese: dict[int, tuple[float, int]] = {}
        for i, unit_e in enumerate(self._english):
            votes: defaultdict[int, float] = defaultdict(float)
            for name, weight in unit_e.stems.items():
                sharing = holders.get(name, ())
                if len(sharing) <= _COMMON:
                    for j in sharing:
                        votes[j] += weight * self._chinese[j].stems[name]
            if votes:
                j = max(votes, key=lambda k: votes[k])
                fit = self._cell(i, j).mean
                if fit >= _ANCHOR and fit > best_of_chinese.get(j, (0.0, 0))[0]:
                    best_of_chinese[j] = (fit, i)
        return _rising([(i, j) for j, (_fit, i) in best_of_chinese.items()])


def _rising(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest chain in which both numbers rise (patience sorting)."""
    # of the places of one row the last comes first, so that no two of them are in one chain
    places = sorted(places, key=lambda place: (place[0], -place[1]))
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_i, j) in enumerate(places):
        at = bisect_left(tails, j)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(j)
            ends.append(index)
        else:
            tails[at] = j
            ends[at] = index
    chain: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(places[index])
        index = before[index]
    return chain[::-1]
