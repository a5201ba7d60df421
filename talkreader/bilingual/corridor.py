"""Where in a table of two long texts their alignment can lie, so that not all of it is searched."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from talkreader.bilingual.units import Chinese, English, overlap
from talkreader.domain.progress import Progress

Place = tuple[int, int]
Rows = list[tuple[int, int]]

_WHOLE = 2_500  # cells that are searched without a corridor
_HALF_WIDTH = 8
NARROW = 5  # half the width where most sentences have their place already
_ANCHOR = 0.34
_COMMON = 24  # a stem in more sentences than this leads to no anchor


def first_rows(
    english: Sequence[English], chinese: Sequence[Chinese], progress: Progress
) -> Rows | None:
    """Return for every English sentence (and the end) the range of Chinese ones to consider.

    Small tables are searched whole; in large ones sentences that clearly belong together are
    found first, and the way leads past them. None: large, and nothing belongs together.
    """
    height, width = len(english), len(chinese)
    if height * width <= _WHOLE:
        return [(0, width)] * (height + 1)
    fixed = _anchors(english, chinese, progress)
    if len(fixed) * 20 < min(height, width):
        return None
    return rows_past(fixed, height, width)


def rows_past(
    fixed: Sequence[Place], height: int, width: int, half_width: int = _HALF_WIDTH
) -> Rows:
    """Return the ranges around the way past these places, which rise on both sides."""
    if height * width <= _WHOLE:
        return [(0, width)] * (height + 1)
    rows: Rows = []
    places = [(0, 0), *[p for p in fixed if 0 < p[0] < height], (height, width)]
    for (i0, j0), (i1, j1) in pairwise(places):
        slope = (j1 - j0) / max(1, i1 - i0)
        half = half_width + math.ceil(slope)
        for i in range(i0, i1):
            middle = j0 + slope * (i - i0)
            rows.append((max(0, int(middle) - half), min(width, int(middle) + half + 1)))
    rows.append((max(0, width - half_width), width))
    return rows


def _anchors(
    english: Sequence[English], chinese: Sequence[Chinese], progress: Progress
) -> list[Place]:
    """Return couples of sentences that fit each other best, rising on both sides."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for j, unit in enumerate(chinese):
        for name in unit.stems:
            holders[name].append(j)
    best_of_chinese: dict[int, tuple[float, int]] = {}
    for i, unit_e in enumerate(english):
        progress.check()
        votes: defaultdict[int, float] = defaultdict(float)
        for name, weight in unit_e.stems.items():
            sharing = holders.get(name, ())
            if len(sharing) <= _COMMON:
                for j in sharing:
                    votes[j] += weight * chinese[j].stems[name]
        if votes:
            j = max(votes, key=lambda k: votes[k])
            fit = overlap(unit_e, chinese[j]).mean
            if fit >= _ANCHOR and fit > best_of_chinese.get(j, (0.0, 0))[0]:
                best_of_chinese[j] = (fit, i)
    return _rising([(i, j) for j, (_fit, i) in best_of_chinese.items()])


def _rising(places: list[Place]) -> list[Place]:
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
    chain: list[Place] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(places[index])
        index = before[index]
    return chain[::-1]
