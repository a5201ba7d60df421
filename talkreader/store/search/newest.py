"""The newest rows that a query finds: in which order the index is asked, and how much of it."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile
from operator import itemgetter
from time import thread_time
from typing import Any

from talkreader.store.index.compiling import Plan
from talkreader.store.index.zones import EDGE, Zone, read_zones
from talkreader.store.search.forwards import AGE_OF_F, forwards, ids_of_some, in_halves, with_ages
from talkreader.store.search.sources import (
    LAST,
    are_together,
    begins,
    joined,
    of_zones,
    source_of,
    zone_source,
)

_SCORED = "bm25"
_FEW = 1_000
"""Who wants more than so many rows is shown none of them, or waits for all."""
_SELDOM = 8
"""Where one zone has less than one in so many of what is wanted, few are in the next one."""
_COSTLY = 0.0015
"""Seconds of work that a question would take at the pace of the one before: it takes a third of
them, and what takes longer is asked in halves."""


def newest(
    connection: sqlite3.Connection,
    plan: Plan,
    wanted: int,
    columns: str = "",
    *,
    oldest: bool = False,
) -> list[tuple[Any, ...]]:
    """Return the age and id of the newest rows (or the oldest), so many at most, in their order.

    ``columns`` are further ones, of ``f``, the row's own of ``facet``.
    """
    if wanted <= 0:
        return []
    if plan.either and _SCORED not in columns:
        return _of_several(connection, plan.alternatives(), (wanted, columns), oldest=oldest)
    return _of_one(connection, plan, (wanted, columns), oldest=oldest)


def _of_several(
    connection: sqlite3.Connection, plans: list[Plan], what: tuple[int, str], *, oldest: bool
) -> list[tuple[Any, ...]]:
    """Return the first rows that any of these plans finds."""
    wanted = what[0]
    found: list[tuple[Any, ...]] = []
    for plan in plans:
        if len(found) == wanted:
            plan = _narrowed(plan, found[-1][0], oldest=oldest)  # noqa: PLW2901
        rows = _of_one(connection, plan, what, oldest=oldest)
        # by age and id, which are the same of what is found twice
        found = sorted({*found, *rows}, reverse=not oldest)[:wanted]
    return found


def _of_one(
    connection: sqlite3.Connection, plan: Plan, what: tuple[int, str], *, oldest: bool
) -> list[tuple[Any, ...]]:
    """Return the first rows that a plan without alternatives finds."""
    found: list[tuple[Any, ...]] = []
    wanted, columns = what
    # the largest first: then little is asked of the others
    zones = sorted(read_zones(connection), key=lambda zone: -zone.keys)
    main, gathers = zones[0], begins(plan)
    lowest = main.base == min(zone.base for zone in zones)
    # how well a row fits, only the question itself can say
    is_newest = not oldest and _SCORED not in columns
    if is_newest and not lowest and _are_apart(plan):
        return _and_of_each(connection, plan, zones, what)
    if is_newest and lowest:
        if gathers:
            return _by_one_question(connection, plan, zones, what)
        few, zones = _few(connection, plan, zones, what, LAST)
        found = few or []
        if plan.is_indexed:
            # of what is seldom, all is asked at once, whatever its dates
            seldom = few is not None and (bool(few) or are_together(plan))
            return _and_of_some(connection, plan, (found, zones), what, seldom=seldom)
    for number, zone in enumerate(zones):
        if len(found) >= wanted:
            plan = _narrowed(plan, found[wanted - 1][0], oldest=oldest)
        left = zones[number:]
        # each question gathers all words that begin so: one for all that is left
        gathered = gathers and len(found) >= wanted
        # and of few rows to ask for them is most of the work; but it goes on from zone to zone
        small = lowest and zone is not main and len(left) > 1
        if gathered or (small and plan.until is None):
            most = LAST if gathered else 2 * wanted
            more = _rows_of_zones(connection, plan, left, columns, most)
            if len(more) < most:
                return sorted(found + more, reverse=not oldest)[:wanted]
        found += _of_zone(connection, plan, zone, (wanted, columns), oldest=oldest)
        # by age and id, which are not twice
        found.sort(reverse=not oldest)
        del found[wanted:]
    return found


def _and_of_some(
    connection: sqlite3.Connection,
    plan: Plan,
    so_far: tuple[list[tuple[Any, ...]], list[Zone]],
    what: tuple[int, str],
    *,
    seldom: bool,
) -> list[tuple[Any, ...]]:
    """Return the newest of the rows found so far and of those of some zones, the largest first."""
    (found, zones), (wanted, columns) = so_far, what
    # but not what is between the dates and the next zone
    first = plan.until is not None
    while zones:
        if len(found) >= wanted:
            plan = _narrowed(plan, found[wanted - 1][0], oldest=False)
            seldom = True
        asked = zones[:1] if first else zones
        ids = ids_of_some(connection, plan, asked, 2 * wanted) if seldom else None
        if ids is None:
            asked = zones[:1]
            found += _of_zone(connection, plan, zones[0], what, oldest=False)
        else:
            # what is between these zones may be of one that was asked before
            ids = [key for key in ids if any(zone.base <= key < zone.end for zone in asked)]
            found += with_ages(connection, plan, ids, columns)
        seldom, first, zones = True, False, zones[len(asked) :]
        # by age and id, which are not twice
        found.sort(reverse=True)
        del found[wanted:]
    return found


def _are_apart(plan: Plan) -> bool:
    """Say whether words are together in a text, and there is nothing else to ask for."""
    dated = plan.since is not None or plan.until is not None
    return plan.is_indexed and are_together(plan) and not dated and not begins(plan)


def _and_of_each(
    connection: sqlite3.Connection, plan: Plan, zones: list[Zone], what: tuple[int, str]
) -> list[tuple[Any, ...]]:
    """Return the newest rows of zones that are asked one by one, for words that are together.

    The largest comes first; its ids are not the lowest, so that others are before and after it.
    """
    found: list[tuple[Any, ...]] = []
    wanted = what[0]
    for number, zone in enumerate(zones):
        few: list[tuple[Any, ...]] | None = []
        left = [zone]
        if len(found) >= wanted:
            plan = _narrowed(plan, found[wanted - 1][0], oldest=False)
        elif number == 0 or len(found) * _SELDOM > wanted:
            few, left = _few(connection, plan, left, what, zone.end - 1)
        if left:
            # where there are hardly any so far, all of the next zone is asked for at once
            seldom = few is not None
            few = _and_of_some(connection, plan, ([], left), what, seldom=seldom)
        # by age and id, which are not twice
        found = sorted([*found, *(few or [])], reverse=True)[:wanted]
    return found


def _narrowed(plan: Plan, edge: int, *, oldest: bool) -> Plan:
    """Return a plan without what is older than the last row that is shown (or younger)."""
    if oldest:
        return replace(plan, until=min(edge + 1, _given(plan.until, edge + 1)))
    return replace(plan, since=max(edge, _given(plan.since, edge)))


def _of_zone(
    connection: sqlite3.Connection,
    plan: Plan,
    zone: Zone,
    what: tuple[int, str],
    *,
    oldest: bool,
) -> list[tuple[Any, ...]]:
    """Return so many rows of a zone, and those whose order to the last of them is not known."""
    wanted, columns = what
    source, values = zone_source(plan, zone)
    rows = connection.execute(
        f"SELECT {AGE_OF_F}, k.rowid{columns} {joined(source)}"
        f" ORDER BY k.rowid{'' if oldest else ' DESC'}",
        values,
    )
    found = rows.fetchmany(wanted)
    if len(found) == wanted:
        bucket = zone.bucket_of(found[-1][1])
        found += takewhile(lambda row: zone.bucket_of(row[1]) == bucket, rows)
    return found


def _few(
    connection: sqlite3.Connection,
    plan: Plan,
    zones: list[Zone],
    what: tuple[int, str],
    last: int,
) -> tuple[list[tuple[Any, ...]] | None, list[Zone]]:
    """Return the newest rows of some zones, and the zones that must be asked yet.

    None: there are so many that to go backwards comes to them at once.

    To find words that are seldom together, most of the list of the commonest has to be read. FTS5
    reads a list backwards by pages, and each of them forwards first, so that forwards takes half
    the time. How far back to begin is guessed from what is found in the newest texts of the largest
    zone and in all of the small ones, and what takes long is asked of both cores (`halves`).
    """
    main, wanted = zones[0], what[0]
    dated = plan.since is not None or plan.until is not None
    if plan.match is None or dated or main.is_scattered or wanted > _FEW:
        return [], zones
    # letters are asked for in advance, and all of them between two ids
    in_advance = plan.letters is not None or plan.no_letters
    if not in_advance and not are_together(plan):
        return [], zones
    share = max(1, main.buckets // EDGE)
    # the last share is for what comes in years to come
    low = max(main.base, main.end - 2 * share * main.width)
    most = LAST if in_advance else 2 * wanted
    begun = thread_time()
    ids = forwards(connection, plan, (low, last), most)
    took = (thread_time() - begun) / share
    asked, seen = zones, share
    if len(ids) < most:
        seen += sum(zone.keys for zone in zones[1:]) // main.width
    elif ids[-1] < main.end:
        return None, zones
    else:
        # the others are asked for what is new enough, once that is known
        asked = [main]
        del ids[bisect_left(ids, main.end) :]
    while low > main.base and (have := bisect_left(ids, main.end)) < wanted:
        high = low - 1
        size = (wanted - have) * seen * 6 // (5 * len(ids)) if ids else main.buckets
        low -= max(1, size) * main.width
        if (low - main.base) * 2 < high - low:
            low = main.base  # what is left would hardly be worth a question of its own
        most = LAST if in_advance else 4 * wanted
        more = None
        if took * (high - low) / main.width > _COSTLY:
            more = in_halves(connection, plan, (low, high), most)
        if more is None:
            more = forwards(connection, plan, (low, high), most)
        if len(more) >= most:
            return None, zones
        ids = more + ids
        seen += (high + 1 - low) // main.width
    return _in_one_go(connection, reversed(ids), asked, what), zones[len(asked) :]


def _by_one_question(
    connection: sqlite3.Connection, plan: Plan, zones: list[Zone], what: tuple[int, str]
) -> list[tuple[Any, ...]]:
    """Return the newest rows by a single question: it gathers all words that begin so.

    The largest zone, whose ids are the lowest, comes last; its rows are not read to their end. Of
    those that are passed over nothing but the id is asked.
    """
    dated = plan.since is not None or plan.until is not None
    source, values = of_zones(plan, zones) if dated else source_of(plan)
    rows = connection.execute(f"SELECT k.rowid {source} ORDER BY k.rowid DESC", values)
    return _in_one_go(connection, map(itemgetter(0), rows), zones, what)


def _in_one_go(
    connection: sqlite3.Connection, ids: Iterator[int], zones: list[Zone], what: tuple[int, str]
) -> list[tuple[Any, ...]]:
    """Return the newest of these rows, whose ids descend."""
    wanted, columns = what
    last = next(ids, None)
    found: list[int] = []
    for zone in sorted(zones, key=lambda zone: -zone.base):
        full = len(found) + wanted
        bucket = 0
        while last is not None and last >= zone.base:
            of_last = zone.bucket_of(last)
            # those whose order to the last of them is not known as well
            if len(found) >= full and of_last != bucket:
                break
            found.append(last)
            bucket, last = of_last, next(ids, None)
        if zone is not zones[0] and last is not None and last >= zone.base:
            base = zone.base
            last = next((key for key in ids if key < base), None)
    rows = with_ages(connection, Plan(), found, columns)
    rows.sort(reverse=True)
    return rows[:wanted]


def _rows_of_zones(
    connection: sqlite3.Connection, plan: Plan, zones: Iterable[Zone], columns: str, most: int
) -> list[tuple[Any, ...]]:
    """Return rows of some zones, so many at most, in any order; all are of the plan's dates."""
    source, values = of_zones(plan, zones)
    statement = f"SELECT {AGE_OF_F}, k.rowid{columns} {joined(source)} LIMIT ?"
    return connection.execute(statement, (*values, most)).fetchall()


def _given(number: int | None, otherwise: int) -> int:
    return otherwise if number is None else number
