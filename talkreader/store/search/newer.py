"""Which texts of a small zone are newer than some other: remembered until somebody writes.

Nearly every search finds its newest rows in the largest zone, and asks the small ones only whether
they have a newer one. Their buckets are wide, so the last of them holds the texts of years: whoever
knows when each of these was signed need not ask for the words of any but the newest.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from talkreader.store.files.unchanged import Unchanged
from talkreader.store.index.zones import AGE, WIDE, Zone

_KNOWN = 4 * WIDE
"""So many ids at the end of each zone are looked through once, which takes a millisecond."""


class _Newest(NamedTuple):
    """The ages of a zone's texts from this id on, in their order, and their ids."""

    low: int
    ages: list[int]
    ids: list[int]


def ids_since(
    connection: sqlite3.Connection, zones: Iterable[Zone], age: int
) -> list[tuple[Zone, list[int] | None]]:
    """Return the ids of the texts of each zone of this age or newer; None: too many to know."""
    known = _known.of(connection)
    found: list[tuple[Zone, list[int] | None]] = []
    for zone in zones:
        newest = known.get(zone.base)
        if newest is None:
            newest = known[zone.base] = _look_up(connection, zone)
        if zone.bounds(age, None).low < newest.low:
            found.append((zone, None))
        else:
            found.append((zone, newest.ids[bisect_left(newest.ages, age) :]))
    return found


def _look_up(connection: sqlite3.Connection, zone: Zone) -> _Newest:
    # the ids of a scattered zone ascend with the time, and are far from each other
    low = zone.base if zone.is_scattered else max(zone.base, zone.end - _KNOWN)
    rows = connection.execute(_AGES, (low, zone.end - 1, _KNOWN)).fetchall()
    if zone.is_scattered and len(rows) == _KNOWN:
        return _Newest(zone.end, [], [])
    rows.sort()
    return _Newest(low, [age for age, _key in rows], [key for _age, key in rows])


_AGES = f"SELECT {AGE.format('f')}, f.id FROM facet AS f WHERE f.id BETWEEN ? AND ? LIMIT ?"  # noqa: S608
_known: Unchanged[dict[int, _Newest]] = Unchanged(dict)
