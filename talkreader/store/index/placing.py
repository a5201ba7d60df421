"""Which ids texts get: in the zone where there is room for their time (see `zones`)."""

from __future__ import annotations

import json
import sqlite3
from array import array
from dataclasses import dataclass, field
from typing import TypeAlias

from talkreader.store.index.zones import SCATTERED, WIDE, WIDTH, Zone, fit, read_zones
from talkreader.store.values.timekeys import DATED, PER_DAY, first_key

_UNKNOWN = 0xFFFF
_MANY = 1_000
"""So many texts of a first batch have a zone made for them; fewer are scattered."""
_LEARNT = 12_000
"""So many texts tell how a zone for all that is to come must be, and twice as many where it is not
sure yet how much that is; until then zones are wide."""
_SHARE = 8
"""Later one is made once one text in so many, divided by the zones, finds no room."""
_LOOSE = 512
_FEW = 128
"""A wide zone is made once so many texts, and one in so many of an import, found no room ..."""
_USUAL = 3
"""... and twice as many, three times as many ... when there are more zones than these."""
_GROWTH = (24, 128)
"""A wide zone, another one is made for so many times the texts that tell how it must be."""
_ROOM = 1.5
_WIDE_ROOM = 2.0
_LEAST = 24 * WIDE
_SURE = 1.4
"""How much further must be read than at first to know how much is in so many bytes."""
_BELOW = 1 << 24
"""Ids that the first wide zone leaves below it, for the larger zone that is made after it."""
_FEW_KNOTS = 4
_PER_KNOT = 3_000
"""Texts, of some sixty pages, that tell how many are of a stretch of time."""
_SAMPLE = 16_384

Filled: TypeAlias = "array[int]"
"""How many ids of each bucket of a zone were given, as far as that is known."""


@dataclass(slots=True)
class Placing:
    """Gives ids; kept from one batch of an import to the next, with what it learnt.

    The first texts of an import get a small wide zone. Once they tell how a zone for all that is to
    come must be, it is made; what finds no room there finds it in what is left of the small one, or
    in another wide zone, which is made for what is like it. Only a few are scattered.

    ``expected`` says how many texts are thought to come yet, when that is known (`hear`).
    """

    expected: int | None = None
    _zones: list[tuple[Zone, Filled]] | None = None
    _scattered: int = SCATTERED
    _first: tuple[float, int] | None = None
    _is_sure: bool = False
    _seen: int = 0
    _loose: int = 0
    _over: list[int] = field(default_factory=list)
    _sample: list[int] = field(default_factory=list)
    _stride: int = 1

    def hear(self, share: float, came: int) -> None:
        """Be told which share of all that is to come was read (0 to 1), and how many texts came."""
        if share <= 0:
            return
        began, before = self._first = self._first or (share, came)
        self._is_sure = share >= _SURE * began
        if not self._is_sure:
            began, before = 0.0, 0
        # who reads is ahead of what comes out of it, by about as much as at first
        total = (came - before) / (share - began)
        self.expected = max(0, int(total) - came)

    def forget(self) -> None:
        """Forget what the library holds: others have written, or this batch was dropped."""
        self._zones = None

    def keys(self, connection: sqlite3.Connection, ages: list[int]) -> list[int]:
        """Return a free id for each text, by their ages, which ascend."""
        if self._zones is None:
            self._read(connection)
        self._learn(ages)
        keys = [0] * len(ages)
        left = list(range(len(ages)))
        zones = self._zones or []
        for zone, filled in zones:
            if not zone.is_wide:
                left = put_in(connection, zone, filled, ages, left, keys)
        self._over = _thinned(self._over + [ages[place] for place in left])
        for zone, filled in zones:
            if zone.is_wide:
                left = put_in(connection, zone, filled, ages, left, keys)
        if (made := self._made(connection, ages, left)) is not None:
            left = put_in(connection, *made, ages, left, keys)
        if left:
            self._loose += len(left)
            free = scatter(connection, self._scattered, [ages[place] for place in left])
            for place, key in zip(left, free, strict=True):
                keys[place] = key
        return keys

    def _made(
        self, connection: sqlite3.Connection, ages: list[int], left: list[int]
    ) -> tuple[Zone, Filled] | None:
        """Return a new zone for what found no room, and its like; None when it is not worth one."""
        zones = self._zones or []
        if not zones:
            return self._add_wide(connection, _LEAST) if len(left) >= _MANY else None
        if self._seen <= _MANY:
            return None
        coming = 3 * self._seen if self.expected is None else self.expected
        learning = all(zone.is_wide for zone, _filled in zones)
        learnt = self._seen >= _LEARNT * (1 if self._is_sure or self._first is None else 2)
        if learnt if learning else len(left) * _SHARE >= len(ages) * len(zones):
            return self._add(connection, [ages[place] for place in left], coming, len(ages))
        enough = max(_LOOSE, self._seen // _FEW) * max(1, len(zones) - _USUAL)
        if self._loose + len(left) >= enough:
            self._loose = 0
            size = _LEAST if learning else int(coming * len(left) / len(ages) * _WIDE_ROOM)
            return self._add_wide(connection, size)
        return None

    def _read(self, connection: sqlite3.Connection) -> None:
        scattered, *zones = read_zones(connection)
        self._scattered = scattered.base
        self._zones = sorted([(zone, unknown(zone)) for zone in zones], key=_order)

    def _learn(self, ages: list[int]) -> None:
        self._seen += len(ages)
        self._sample += ages[:: self._stride]
        if len(self._sample) > _SAMPLE:
            self._sample = _thinned(self._sample)
            self._stride *= 2

    def _add(
        self, connection: sqlite3.Connection, ages: list[int], coming: int, all_of_it: int
    ) -> tuple[Zone, Filled] | None:
        """Return a new zone, as large as what was seen can tell, and not much too large.

        Of ``all_of_it`` that came last the texts of these ``ages`` found no room. A wide one where
        few are to come, and none where all found room.
        """
        share = len(ages) / all_of_it
        # the zones that there are will be full one day, and then nothing finds room
        left = max(coming * share, coming - self._free()) + len(ages)
        if left > coming / 2 or not ages:
            fitted, texts = sorted(self._sample), self._seen
        else:
            # those that come will be like those that found no room, and like all
            some = self._sample[:: max(1, len(self._sample) // len(ages))]
            fitted = sorted(ages + some)
            texts = len(fitted)
        size = int(min(left * _ROOM, _GROWTH[1] * self._seen))
        if size < 2 * _LEAST:
            return self._add_wide(connection, size) if ages else None
        # the texts of a page are close together: few pages say little about a short time
        zone = add_zone(connection, size, fitted, max(_FEW_KNOTS, texts // _PER_KNOT))
        return self._added(zone)

    def _add_wide(self, connection: sqlite3.Connection, size: int) -> tuple[Zone, Filled]:
        """Return a new zone of larger buckets, like what found no room since the last one."""
        size = min(max(size, _LEAST), _GROWTH[0] * self._seen)
        zone = add_zone(connection, size, sorted(self._over), _FEW_KNOTS, WIDE)
        self._over.clear()
        return self._added(zone)

    def _added(self, zone: Zone) -> tuple[Zone, Filled]:
        added = zone, unknown(zone, 0)
        zones = self._zones
        assert zones is not None  # noqa: S101  they were read
        zones.append(added)
        zones.sort(key=_order)
        return added

    def _free(self) -> float:
        """Return about how many ids of the zones are free; 0 when nothing is known of them."""
        known = total = free = 0
        for zone, filled in self._zones or ():
            counts = [count for count in filled if count != _UNKNOWN]
            total += zone.keys
            known += len(counts) * zone.width
            free += len(counts) * zone.width - sum(counts)
        return free * total / known if known else 0.0


def _thinned(ages: list[int]) -> list[int]:
    """Return some of them where they are many."""
    return sorted(ages)[::2] if len(ages) > _SAMPLE else ages


def _order(one: tuple[Zone, Filled]) -> tuple[bool, int]:
    """Sort wide zones behind others, and both as they were made."""
    return one[0].is_wide, one[0].base


def add_zone(
    connection: sqlite3.Connection, keys: int, seen: list[int], knots: int, width: int = WIDTH
) -> Zone:
    """Return a new zone after all others, as `zones.fit` makes it."""
    scattered, *zones = read_zones(connection)
    first = scattered.base + SCATTERED if not scattered.base else 1
    end = max((zone.end for zone in zones), default=first)
    if width > WIDTH:
        end = max(end, first + _BELOW)
    zone = fit(end, keys, seen, knots, width)
    if width == WIDTH:
        # a search is quickest where the largest zone comes first
        below = max((one.end for one in zones if not one.is_wide), default=first)
        if below + zone.keys <= min((one.base for one in zones if one.base >= below), default=end):
            zone = fit(below, keys, seen, knots, width)
    connection.execute(
        "INSERT INTO zone (id, buckets, knots) VALUES (?, ?, ?)",
        (zone.base, zone.buckets, zone.to_json()),
    )
    return zone


def put_in(
    connection: sqlite3.Connection,
    zone: Zone,
    filled: Filled,
    ages: list[int],
    places: list[int],
    keys: list[int],
) -> list[int]:
    """Give ids of one zone; return the places of the texts that found no room in it.

    The ages ascend, and so do the places. ``filled`` says how many ids of each bucket were given,
    as far as that is known.
    """
    left = []
    base, width = zone.base, zone.width
    spans = zone.spans([ages[place] for place in places])
    for place, (first, last) in zip(places, spans, strict=True):
        count = filled[first]
        if count < width:  # as it is for most
            keys[place] = base + first * width + count
            filled[first] = count + 1
            continue
        bucket = first
        while bucket <= last:
            count = filled[bucket]
            if count == _UNKNOWN:
                count = filled[bucket] = _count(connection, base + bucket * width, width)
            if count < width:
                keys[place] = base + bucket * width + count
                filled[bucket] = count + 1
                break
            bucket += 1
        else:
            left.append(place)
    return left


def unknown(zone: Zone, count: int = _UNKNOWN) -> Filled:
    """Return what `put_in` knows of a zone at first."""
    return array("H", [count]) * zone.buckets


def scatter(connection: sqlite3.Connection, base: int, ages: list[int]) -> list[int]:
    """Return free ids of the scattered zone at ``base``; they ascend as the ages do."""
    wanted = [base + first_key(age) for age in ages]
    known = connection.execute(
        "SELECT id FROM facet WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(set(wanted))),),
    )
    taken = {key for (key,) in known}
    last = 0
    if ages[0] < DATED:
        # what has no date follows what had none before, not one by one past all of it
        last = connection.execute(
            "SELECT ifnull(max(id), 0) FROM facet WHERE id BETWEEN ? AND ?",
            (base + 1, base + PER_DAY - 1),
        ).fetchone()[0]
    keys = []
    for first in wanted:
        if first > last and first not in taken:
            last = first
        else:
            last = max(first, last) + 1
            while _is_taken(connection, last):
                last += 1
        keys.append(last)
    return keys


def _count(connection: sqlite3.Connection, first: int, width: int) -> int:
    """Return how many ids of a bucket were given."""
    last = connection.execute(
        "SELECT max(id) FROM facet WHERE id BETWEEN ? AND ?", (first, first + width - 1)
    ).fetchone()[0]
    return 0 if last is None else int(last) - first + 1


def _is_taken(connection: sqlite3.Connection, key: int) -> bool:
    found = connection.execute("SELECT 1 FROM facet WHERE id = ?", (key,)).fetchone()
    return found is not None
