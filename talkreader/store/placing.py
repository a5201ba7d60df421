"""Which ids texts get: in the zone where there is room for their time (see `zones`)."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field

from talkreader.store.timekeys import DATED, PER_DAY, first_key
from talkreader.store.zones import SCATTERED, WIDTH, Zone, fit, read_zones

_UNKNOWN = 255
_MANY = 1_000
"""So many texts of one batch that find no room have a zone made for them; fewer are scattered."""
_SHARE = 32
"""Nor are they scattered once one text in so many, divided by the zones, finds no room."""
_GROWTH = 16
"""A zone is made for so many times the texts that tell how it must be."""
_ROOM = 1.15
_LEAST = 4_096
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
            left = self._place(connection, zone, filled, ages, left, keys)
        zoned = bool(self._zones) and self._seen > _MANY
        if len(left) >= _MANY or (
            zoned and len(left) * _SHARE >= len(ages) * len(self._zones or ())
        ):
            zone, filled = self._add(connection, [ages[place] for place in left])
            left = self._place(connection, zone, filled, ages, left, keys)
        if left:
            free = self._scatter(connection, [ages[place] for place in left])
            for place, key in zip(left, free, strict=True):
                keys[place] = key
        return keys

    def _read(self, connection: sqlite3.Connection) -> None:
        scattered, *zones = read_zones(connection)
        self._scattered = scattered.base
        self._zones = [(zone, bytearray([_UNKNOWN]) * zone.buckets) for zone in zones]

    def _learn(self, ages: list[int]) -> None:
        self._seen += len(ages)
        self._sample += ages[:: self._stride]
        if len(self._sample) > _SAMPLE:
            self._sample = sorted(self._sample)[::2]
            self._stride *= 2

    def _add(self, connection: sqlite3.Connection, ages: list[int]) -> tuple[Zone, bytearray]:
        """Return a new zone, as large as what was seen can tell, and not much too large."""
        zones = self._zones
        assert zones is not None  # noqa: S101  they were read
        coming = 3 * self._seen if self.expected is None else self.expected
        # not much smaller than what there is: every zone is asked by every search
        size = min(max((coming + len(ages)) * _ROOM, self._seen, _LEAST), _GROWTH * self._seen)
        base = (
            zones[-1][0].end if zones else self._scattered + SCATTERED if not self._scattered else 1
        )
        # those that come will be like those that found no room, and like all
        some = self._sample[:: max(1, len(self._sample) // len(ages))] if zones else self._sample
        zone = fit(base, int(size), sorted(ages + some))
        connection.execute(
            "INSERT INTO zone (id, buckets, knots) VALUES (?, ?, ?)",
            (zone.base, zone.buckets, zone.to_json()),
        )
        added = zone, bytearray(zone.buckets)
        zones.append(added)
        return added

    @staticmethod
    def _place(
        connection: sqlite3.Connection,
        zone: Zone,
        filled: bytearray,
        ages: list[int],
        places: list[int],
        keys: list[int],
    ) -> list[int]:
        """Give ids of one zone; return the places of the texts that found no room in it."""
        left = []
        base, span = zone.base, zone.span
        for place in places:
            bucket, last = span(ages[place])
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

    def _scatter(self, connection: sqlite3.Connection, ages: list[int]) -> list[int]:
        """Return free ids of the scattered zone; they ascend as the ages do."""
        base = self._scattered
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
