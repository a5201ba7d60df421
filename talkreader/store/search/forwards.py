"""Questions to the index that it answers forwards: ids first, then when these rows are of.

FTS5 reads a list backwards by pages, and each of them forwards first: forwards takes half the time.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from typing import Any

from talkreader.store.files.halves import at_once
from talkreader.store.index.compiling import Plan
from talkreader.store.index.zones import AGE, Zone
from talkreader.store.search.newer import ids_since
from talkreader.store.search.sources import LAST, between

AGE_OF_F = AGE.format("f")


def forwards(
    connection: sqlite3.Connection, plan: Plan, limits: tuple[int, int], most: int
) -> list[int]:
    """Return the oldest rows between two ids, so many at most, whatever their dates."""
    source, values = between(replace(plan, since=None, until=None), limits)
    rows = connection.execute(f"SELECT k.rowid {source} ORDER BY k.rowid LIMIT ?", (*values, most))
    return [key for (key,) in rows]


def in_halves(
    connection: sqlite3.Connection, plan: Plan, limits: tuple[int, int], most: int
) -> list[int] | None:
    """Return the same, or more, of both halves of these ids at once; None where that cannot be."""
    low, high = limits
    middle = (low + high) // 2
    (source, newer), (_same, older) = (
        between(plan, half) for half in ((middle + 1, high), (low, middle))
    )
    question = (
        "SELECT json_group_array(id) FROM"  # noqa: S608
        f" (SELECT k.rowid AS id {source} ORDER BY k.rowid LIMIT ?)"
    )
    found = at_once(connection, question, (*newer, most), (*older, most))
    return None if found is None else [key for ids in reversed(found) for key in json.loads(ids)]


def ids_of_some(
    connection: sqlite3.Connection, plan: Plan, zones: list[Zone], most: int
) -> list[int] | None:
    """Return the rows of some zones, and others that are not of the plan's dates.

    None where there are so many of them and it is not known which are new.
    """
    since = plan.since
    some = [(zone, None) for zone in zones]
    near: list[list[int]] = []
    limits: list[tuple[int, int]] = []
    for zone, newer in some if since is None else ids_since(connection, zones, since):
        if newer is None:
            low, high = zone.bounds(since, plan.until)[:2]
            limits += [(low, high)] if low <= high else []
        elif newer:
            near.append(newer)
    every = [*limits, *((min(ids), max(ids)) for ids in near)]
    if not every:
        return []
    if limits or len(near) > 1:
        # one question of them all, and of what is between them
        around = (min(low for low, _high in every), max(high for _low, high in every))
        found = forwards(connection, plan, around, most)
        if len(found) < most:
            return found
        if limits:
            return None
    found = []
    for ids, between_them in zip(near, every, strict=True):
        known = frozenset(ids)
        found += filter(known.__contains__, forwards(connection, plan, between_them, LAST))
    return found


def with_ages(
    connection: sqlite3.Connection, plan: Plan, ids: list[int], columns: str
) -> list[tuple[Any, ...]]:
    """Return those of some rows that are of the plan's dates, in any order."""
    if not ids:
        return []
    rows = connection.execute(
        f"SELECT {AGE_OF_F}, f.id{columns} FROM facet AS f"  # noqa: S608
        " WHERE f.id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    ).fetchall()
    since, until = plan.since, plan.until
    if since is not None:
        rows = [row for row in rows if row[0] >= since]
    if until is not None:
        rows = [row for row in rows if row[0] < until]
    return rows
