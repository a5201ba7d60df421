"""Row ids in the order of time, closely packed, so that a range of dates is a range of ids.

The full-text index gives its hits in the order of the row id, can be asked for a range of them at
no cost, and is a quarter smaller when the ids are close to each other. Ids that are ranks would
have to be changed when an old page comes; so the ids are parted into a few zones. Each is cut into
buckets of `WIDTH` ids, and a bucket has the texts of one span of time as they come: spans and
buckets follow each other, but inside a bucket there is no order, and who asks sorts it. The spans
are as long as the texts that were seen before say, so that the buckets fill evenly. A text whose
bucket is full in all zones has its place in a new zone, or in the scattered one, where every minute
has ids of its own: there is always room, and single pages stay there.

A large import makes a small zone from its first texts, then one with room for half as many again as
are to come, and small ones for what finds no room there (`placing`). In the small ones buckets are
`WIDE`, so that nearly all do. Where there are many zones, the texts of small ones go afterwards to
where there is room by then (`gathering`), and the pieces of the index are joined into one: a
million comments end in three or four zones. A search asks the zones in turn, the largest first;
once it has enough, the others are asked only for what is newer than its last hit. A row of
``facet`` holds what is sorted and counted by (age, page, section, person, parent, length), and
leads to the long row of ``item``; nothing but ``facet.parent`` keeps an id, so a text can be given
another one. What is shown to a person is named by its place on the page and not by its id.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from talkreader.store.values.timekeys import PER_DAY, PER_MINUTE, age_of, first_key

WIDTH = 128
"""Ids in a bucket: so many rows more than are shown may have to be sorted."""
WIDE = 1024
"""The same of a zone for what found no room: full buckets are rare among larger ones."""
SCATTERED = 1 << 40
"""The first id of the scattered zone. (In a library of an earlier version it is 0.)"""
_KNOTS = 512
_PER_KNOT = 96
"""Texts that are seen of each stretch of time that has a density of its own."""
EDGE = 32
"""One bucket in so many is for times before all, and as many for times after all that was seen."""
_FUTURE = 1440 * 3653


class Bounds(NamedTuple):
    """The ids of a span of time: only those of the buckets at the edges need a look at the time.

    Ids from ``low`` to ``high``, both included; below ``sure_from`` and above ``sure_to`` the time
    of the row decides.
    """

    low: int
    high: int
    sure_from: int
    sure_to: int


class Zone:
    """A range of ids; ``knots`` are minutes and the buckets that they begin, both ascending.

    Without knots it is a scattered zone. ``width``: the ids of a bucket.
    """

    def __init__(
        self, base: int, buckets: int, knots: Sequence[tuple[int, int]], width: int = WIDTH
    ) -> None:
        self.base = base
        self.buckets = buckets
        self.width = width
        self._minutes = [minute for minute, _bucket in knots]
        self._firsts = [bucket for _minute, bucket in knots]

    @property
    def is_scattered(self) -> bool:
        """Say whether every minute has ids of its own here."""
        return not self._minutes

    @property
    def is_wide(self) -> bool:
        """Say whether its buckets are larger, so that nearly every text finds room in its own."""
        return self.width > WIDTH

    @property
    def keys(self) -> int:
        """How many ids it has; 0: nobody counts those of a scattered zone."""
        return self.buckets * self.width

    @cached_property
    def end(self) -> int:
        """The id after its last one."""
        return self.base + (SCATTERED if self.is_scattered else self.keys)

    def bucket_of(self, key: int) -> int:
        """Return a number that is the same for ids whose order is not that of their times."""
        return key if self.is_scattered else (key - self.base) // self.width

    def span(self, minute: int) -> tuple[int, int]:
        """Return the first and the last bucket for texts of a minute."""
        minutes, firsts = self._minutes, self._firsts
        place = bisect_left(minutes, minute)
        if place < len(minutes) and minutes[place] == minute:
            low, high = firsts[place], firsts[bisect_right(minutes, minute) - 1]
        elif place == len(minutes):
            low = high = self.buckets - 1
        else:
            before = minutes[place - 1]
            share = (minute - before) * (firsts[place] - firsts[place - 1])
            low = high = firsts[place - 1] + share // (minutes[place] - before)
        return min(low, self.buckets - 1), min(high, self.buckets - 1)

    def spans(self, minutes: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield the `span` of each of these minutes, which ascend."""
        knots, firsts = self._minutes, self._firsts
        last = self.buckets - 1
        end = len(knots)
        place = 0
        for minute in minutes:
            while place < end and knots[place] < minute:
                place += 1
            if place == end or knots[place] == minute:
                yield self.span(minute)
                continue
            before, first = knots[place - 1], firsts[place - 1]
            low = first + (minute - before) * (firsts[place] - first) // (knots[place] - before)
            low = min(low, last)
            yield low, low

    def bounds(self, since: int | None, until: int | None) -> Bounds:
        """Return the ids of the minutes from ``since`` to before ``until``."""
        low, high = self.base, self.end - 1
        sure_from, sure_to = low, high
        if self.is_scattered:
            low += 0 if since is None else first_key(since)
            high = high if until is None else self.base + first_key(until) - 1
            return Bounds(low, high, low, high)
        if since is not None:
            low = self.base + self.span(since)[0] * self.width
            sure_from = low + self.width
        if until is not None:
            last = self.base + self.span(until)[0] * self.width
            high = last + self.width - 1
            sure_to = last - 1
        return Bounds(low, high, sure_from, sure_to)

    def of_minute(self, minute: int) -> tuple[int, int]:
        """Return the first and the last id that something signed in this minute can have."""
        if self.is_scattered:
            first = self.base + first_key(minute)
            # a full day borrows from the next one
            return first, first + 2 * PER_DAY
        low, high = self.span(age_of(minute))
        return self.base + low * self.width, self.base + (high + 1) * self.width - 1

    def to_json(self) -> str:
        """Return the knots, and the width where it is another than the usual one."""
        more = [self.width] if self.is_wide else []
        return json.dumps([self._minutes, self._firsts, *more], separators=(",", ":"))


def fit(base: int, keys: int, seen: Sequence[int], knots: int = _KNOTS, width: int = WIDTH) -> Zone:
    """Return a zone of about so many ids for texts that come at the times that were seen (sorted).

    ``knots``: so many stretches of time at most have a density of their own.

    Its first bucket begins at minute 0, which is that of texts without a date.
    """
    buckets = max(16, -(-keys // width))
    edge = max(1, buckets // EDGE)
    inner = buckets - 2 * edge
    count = max(1, min(knots, _KNOTS, len(seen) // _PER_KNOT))
    places = [(0, 0)]
    for number in range(count + 1):
        minute = seen[min(len(seen) - 1, number * len(seen) // count)]
        places.append((max(minute, 0), edge + inner * number // count))
    places.append((max(places[-1][0] + _FUTURE, places[-1][0] + 1), buckets))
    return Zone(base, buckets, places, width)


def read_zones(connection: sqlite3.Connection) -> list[Zone]:
    """Return the zones of a library, the oldest first; the scattered one is the first."""
    rows = connection.execute("SELECT id, buckets, knots FROM zone ORDER BY buckets > 0, id")
    return [_zone(*row) for row in rows]


@lru_cache(maxsize=64)
def _zone(base: int, buckets: int, knots: str) -> Zone:
    minutes, firsts, *width = json.loads(knots)
    return Zone(base, buckets, tuple(zip(minutes, firsts, strict=True)), *width)


_IN_ZONE = f"({{0}}.id & {SCATTERED - 1})"
AGE = (
    f"ifnull({{0}}.age, CASE WHEN {_IN_ZONE} < {PER_DAY} THEN 0 ELSE {_IN_ZONE} / {PER_DAY} * 1440"
    f" + min({_IN_ZONE} % {PER_DAY} / {PER_MINUTE}, 1439) END)"
)
"""The age (`timekeys.age_of`) of a row of ``facet``, in SQL: what an earlier version wrote has it
in its id alone."""
