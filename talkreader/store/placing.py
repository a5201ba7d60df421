"""Which ids texts get: in the zone where there is room for their time (see `zones`)."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field

from talkreader.store.timekeys import DATED, PER_DAY, first_key
from talkreader.store.zones import SCATTERED, WIDTH, Zone, fit, read_zones

_UNKNOWN = 255
_MANY = 1_000
"""So many texts of a first batch have a zone made for them; fewer are scattered."""
_SHARE = 8
"""Later ones are scattered until one in so many, divided by the zones, finds no room."""
_GROWTH = (16, 128)
"""The first zone is made for so many times the texts that tell how it must be; the others are."""
_ROOM = 1.3
_LEAST = 4_096
_FEW_KNOTS = 8
_PER_KNOT = 1_500
"""Texts, of some thirty pages, that tell how many are of a stretch of time."""
_SAMPLE = 16_384


@dataclass(slots=True)
class Placing:
    """Gives ids; kept from one batch of an import to the next, with what it learnt.

    ``expected`` says how many texts are thought to come yet, when that is known.
    """

    expected: int | None = None
    _zones: list[tuple[Zone, bytearray]] | None = None
    _scattered: int = SCATTERED
    _seen: int = 0
    _sample: list[int] = field(default_factory=list)
    _stride: int = 1

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
        for zone, filled in self._zones or ():
            left = put_in(connection, zone, filled, ages, left, keys)
        if self._is_much(len(left), len(ages)):
            some = [ages[place] for place in left]
            zone, filled = self._add(connection, some, len(left) / len(ages))
            left = put_in(connection, zone, filled, ages, left, keys)
        if left:
            free = scatter(connection, self._scattered, [ages[place] for place in left])
            for place, key in zip(left, free, strict=True):
                keys[place] = key
        return keys

    def _is_much(self, left: int, all_of_it: int) -> bool:
        """Say whether what found no room is worth a zone."""
        if not self._zones:
            return left >= _MANY
        return self._seen > _MANY and left * _SHARE >= all_of_it * len(self._zones)

    def _read(self, connection: sqlite3.Connection) -> None:
        scattered, *zones = read_zones(connection)
        self._scattered = scattered.base
        self._zones = [(zone, unknown(zone)) for zone in zones]

    def _learn(self, ages: list[int]) -> None:
        self._seen += len(ages)
        self._sample += ages[:: self._stride]
        if len(self._sample) > _SAMPLE:
            self._sample = sorted(self._sample)[::2]
            self._stride *= 2

    def _add(
        self, connection: sqlite3.Connection, ages: list[int], share: float
    ) -> tuple[Zone, bytearray]:
        """Return a new zone, as large as what was seen can tell, and not much too large.

        ``share`` of what came last found no room, at these ``ages``.
        """
        zones = self._zones
        assert zones is not None  # noqa: S101  they were read
        coming = 3 * self._seen if self.expected is None else self.expected
        # the zones that there are will be full one day, and then nothing finds room
        left = max(coming * share, coming - self._free()) + len(ages)
        size = max(left * _ROOM, self._seen // 20, _LEAST)
        if left > coming / 2:
            fitted, texts = sorted(self._sample), self._seen
        else:
            # those that come will be like those that found no room, and like all
            some = self._sample[:: max(1, len(self._sample) // len(ages))]
            fitted = sorted(ages + some)
            texts = len(fitted)
        size = int(min(size, _GROWTH[bool(zones)] * self._seen))
        # the texts of a page are close together: few pages say little about a short time
        zone = add_zone(connection, size, fitted, max(_FEW_KNOTS, texts // _PER_KNOT))
        added = zone, bytearray(zone.buckets)
        zones.append(added)
        return added

    def _free(self) -> float:
        """Return about how many ids of the zones are free; 0 when nothing is known of them."""
        known = buckets = free = 0
        for _zone, filled in self._zones or ():
            counts = [count for count in filled if count != _UNKNOWN]
            buckets += len(filled)
            known += len(counts)
            free += len(counts) * WIDTH - sum(counts)
        return free * buckets / known if known else 0.0


def add_zone(connection: sqlite3.Connection, keys: int, seen: list[int], knots: int) -> Zone:
    """Return a new zone after all others, as `zones.fit` makes it."""
    scattered, *zones = read_zones(connection)
    first = scattered.base + SCATTERED if not scattered.base else 1
    zone = fit(max((zone.end for zone in zones), default=first), keys, seen, knots)
    connection.execute(
        "INSERT INTO zone (id, buckets, knots) VALUES (?, ?, ?)",
        (zone.base, zone.buckets, zone.to_json()),
    )
    return zone


def put_in(
    connection: sqlite3.Connection,
    zone: Zone,
    filled: bytearray,
    ages: list[int],
    places: list[int],
    keys: list[int],
) -> list[int]:
    """Give ids of one zone; return the places of the texts that found no room in it.

    The ages ascend, and so do the places. ``filled`` says how many ids of each bucket were given,
    as far as that is known.
    """
    left = []
    base = zone.base
    spans = zone.spans([ages[place] for place in places])
    for place, (first, last) in zip(places, spans, strict=True):
        count = filled[first]
        if count < WIDTH:  # as it is for most
            keys[place] = base + first * WIDTH + count
            filled[first] = count + 1
            continue
        bucket = first
        while bucket <= last:
            count = filled[bucket]
            if count == _UNKNOWN:
                count = filled[bucket] = _count(connection, base + bucket * WIDTH)
            if count < WIDTH:
                keys[place] = base + bucket * WIDTH + count
                filled[bucket] = count + 1
                break
            bucket += 1
        else:
            left.append(place)
    return left


def unknown(zone: Zone) -> bytearray:
    """Return what `put_in` knows of a zone at first."""
    return bytearray([_UNKNOWN]) * zone.buckets


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


def _count(connection: sqlite3.Connection, first: int) -> int:
    """Return how many ids of a bucket were given."""
    last = connection.execute(
        "SELECT max(id) FROM facet WHERE id BETWEEN ? AND ?", (first, first + WIDTH - 1)
    ).fetchone()[0]
    return 0 if last is None else int(last) - first + 1


def _is_taken(connection: sqlite3.Connection, key: int) -> bool:
    found = connection.execute("SELECT 1 FROM facet WHERE id = ?", (key,)).fetchone()
    return found is not None
