"""Few zones out of many: the texts of small zones go to large ones, some at a time.

An import makes a zone before it knows what comes, and others for what finds no room; each of them
is asked by every search. Afterwards it is known what came, and most of it finds its place in the
large ones. A text is told to the index under its new id and untold under the old one in one
transaction: a search, a stop or a kill finds it once, here or there.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from talkreader.domain.errors import LibraryDamaged
from talkreader.store.files.connections import Connections
from talkreader.store.index.forms import form_of
from talkreader.store.index.indexing import Indexer, join_pieces, join_pieces_later
from talkreader.store.index.placing import Placing, add_zone, put_in, scatter, unknown
from talkreader.store.index.zones import AGE, Zone, read_zones

_STEP = 2_000
"""Texts of one transaction: some tenths of a second."""
_SHARE = 16
"""One text is moved for so many that are new, which takes as long as to store a fiftieth."""
_ENOUGH = 50_000
"""Fewer new texts leave the zones as they are, unless there are ..."""
_MANY = 8
"""... more zones than so many; then twice as many texts may be moved as are new."""
_LARGE = 4
"""A zone that holds one text in so many stays."""
_SCATTERED = 32
"""Scattered texts are gathered when one in so many is."""
_WORTH = 16
"""What finds no room has a zone of its own when it is one text in so many."""
_LEAST = 4_096
_ROOM = 1.2
_LOOKED_AT = 200_000

_AGES = f"SELECT id, {AGE.format('facet')} FROM facet WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?"  # noqa: S608


class _Zones(NamedTuple):
    """Zones that stay, and those that are to be emptied, the smallest first."""

    stay: list[Zone]
    go: list[Zone]


def gather_after(archive: Connections, new: int, over: Callable[[], bool]) -> int:
    """Move texts after an import of so many new ones, as many as it is worth."""
    with archive.reading() as connection:
        scattered, *dense = read_zones(connection)
        many = len(dense) > _MANY
        if not many and (new < _ENOUGH or not _is_loose(connection, scattered)):
            return 0
    try:
        return gather(archive, 2 * new if many else new // _SHARE, over, whole=not many)
    except LibraryDamaged:
        # an index that was told other words of a text can be searched, and the import is whole
        logging.getLogger(__name__).warning("the zones of the index stay as they are")
        return 0


def _is_loose(connection: sqlite3.Connection, scattered: Zone) -> bool:
    """Say whether so many texts are scattered that it is worth gathering them."""
    every = connection.execute("SELECT count(*) FROM facet").fetchone()[0]
    return bool(_held(connection, scattered) * _SCATTERED >= every)


def gather(
    archive: Connections, most: int, over: Callable[[], bool], *, whole: bool = False
) -> int:
    """Move the texts of small zones to large ones, so many at most; return how many were.

    Others may write in between. What was done stays when it is ``over`` or the program is stopped.
    ``whole``: a zone that cannot be emptied is left as it is.
    """
    with archive.writing() as connection:
        zones = _zones(connection, most if whole else None)
    if zones is None:
        return 0
    moved = 0
    try:
        for zone in zones.go:
            first = zone.base
            while first < zone.end and moved < most and not over():
                with archive.writing() as connection:
                    join_pieces_later(connection)
                    first, count = _step(connection, zone, zones.stay, first, most - moved)
                    moved += count
    finally:
        with archive.writing() as connection:
            join_pieces(connection)
    return moved


def _zones(connection: sqlite3.Connection, most: int | None) -> _Zones | None:
    """Return which zones stay and which go; None when all is well. A new one may be made.

    ``most``: no more texts than that are in those that go.
    """
    scattered, *dense = read_zones(connection)
    held = {zone.base: _held(connection, zone) for zone in (scattered, *dense)}
    every = sum(held.values())
    stay = [zone for zone in dense if held[zone.base] * _LARGE >= every]
    if most is None:
        # one may have been made for the others the last time, and not be full yet
        stay += [zone for zone in dense if zone.keys * _LARGE >= every and zone not in stay]
    go: list[Zone] = []
    for zone in sorted(dense, key=lambda zone: zone.keys):
        if zone not in stay:
            fits = most is None or sum(held[one.base] for one in (*go, zone)) <= most
            (go if fits else stay).append(zone)
    loose = held[scattered.base]
    if loose * _LARGE < every and (go or loose * _SCATTERED >= every):
        go.append(scattered)
    if not go:
        return None
    left = _without_room(connection, go, stay)
    if len(left) >= max(_LEAST, every // _WORTH):
        stay.append(add_zone(connection, int(len(left) * _ROOM), left, len(left)))
    return _Zones(stay, go) if stay else None


def _held(connection: sqlite3.Connection, zone: Zone) -> int:
    """Return how many texts are in a zone."""
    found = connection.execute(
        "SELECT count(*) FROM facet WHERE id BETWEEN ? AND ?", (zone.base, zone.end - 1)
    ).fetchone()
    return int(found[0])


def _without_room(connection: sqlite3.Connection, go: list[Zone], stay: list[Zone]) -> list[int]:
    """Return the ages of the texts for which there is no room, ascending."""
    ages: list[int] = []
    for zone in go:
        rows = connection.execute(_AGES, (zone.base, zone.end - 1, _LOOKED_AT - len(ages)))
        ages += [age for _key, age in rows]
    ages.sort()
    left = list(range(len(ages)))
    keys = [0] * len(ages)
    for zone in stay:
        left = put_in(connection, zone, unknown(zone), ages, left, keys)
    return [ages[place] for place in left]


def _step(
    connection: sqlite3.Connection, zone: Zone, stay: list[Zone], first: int, most: int
) -> tuple[int, int]:
    """Move some texts of a zone; return the id to go on from, and how many were moved."""
    scattered, *dense = read_zones(connection)
    known = {one.base for one in dense}
    rows = connection.execute(_AGES, (first, zone.end - 1, min(_STEP, most))).fetchall()
    if not rows:
        return zone.end, 0
    rows.sort(key=lambda row: row[1])
    ages = [age for _key, age in rows]
    keys = [0] * len(rows)
    left = list(range(len(rows)))
    for target in stay:
        if target.base in known:  # else another program has emptied it
            left = put_in(connection, target, unknown(target), ages, left, keys)
    if left and not zone.is_scattered:
        free = scatter(connection, scattered.base, [ages[place] for place in left])
        for place, key in zip(left, free, strict=True):
            keys[place] = key
    moves = {key: new for (key, _age), new in zip(rows, keys, strict=True) if new}
    Indexer(connection, Placing(), form_of(connection)).move(moves)
    if not zone.is_scattered and not _held(connection, zone):
        connection.execute("DELETE FROM zone WHERE id = ?", (zone.base,))
    return max(key for key, _age in rows) + 1, len(moves)
