"""A query as the rows it finds: which table to ask, and what for."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice, takewhile
from typing import Any

from talkreader.domain.query import Query
from talkreader.store import meta
from talkreader.store.compiling import Plan, Sql, all_of, compile_node, ids_plan, none_of
from talkreader.store.filters import LibraryFilters
from talkreader.store.noted import NotedPlaces
from talkreader.store.zones import AGE, Zone, read_zones

_BEGINS = re.compile(r'txt : "[^"]*" \*')
_ROWID = re.compile(r"\bk\.rowid\b")


def plan_of(query: Query, connection: sqlite3.Connection, noted: NotedPlaces) -> Plan:
    """Return what a row must fulfil to be a hit of the query; split and joined ones are none."""
    filters = LibraryFilters(connection, noted)
    plans = [compile_node(query.root, filters)]
    if query.page is not None:
        plans.append(filters.form.plan([meta.page_token(query.page)]))
    if gone := noted.corrected().gone:
        plans.append(none_of(ids_plan(gone)))
    return all_of(plans)


def source_of(plan: Plan) -> tuple[str, tuple[object, ...]]:
    """Return ``FROM ... WHERE ...`` over rows ``k``, and its values."""
    return _source(plan, plan.ages())


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
    found: list[tuple[Any, ...]] = []
    if wanted <= 0:
        return found
    # the largest first: then little is asked of the others
    zones = sorted(read_zones(connection), key=lambda zone: -zone.buckets)
    begins = not plan.single and _BEGINS.search(plan.match or "") is not None
    # (how well a row fits, only the question itself can say)
    scored = "bm25" in columns
    if begins and not (oldest or scored) and zones[0].base == min(zone.base for zone in zones):
        return _in_one_go(connection, plan, zones, (wanted, columns))
    for number, zone in enumerate(zones):
        if begins and number and len(found) >= wanted:
            # each question gathers all words that begin so: one for all that is left
            found += _rows_of_zones(connection, plan, zones[number:], columns)
            found.sort(key=_age_and_id, reverse=not oldest)
            return found[:wanted]
        found += _of_zone(connection, plan, zone, (wanted, columns), oldest=oldest)
        found.sort(key=_age_and_id, reverse=not oldest)
        if len(found) >= wanted:
            del found[wanted:]
            edge = found[-1][0]
            # what is older than the last of these is not shown
            plan = (
                replace(plan, until=min(edge + 1, _given(plan.until, edge + 1)))
                if oldest
                else replace(plan, since=max(edge, _given(plan.since, edge)))
            )
    return found


def count_rows(connection: sqlite3.Connection, plan: Plan, most: int | None = None) -> int:
    """Return how many rows there are; ``most`` where it can stop."""
    if plan.since is None and plan.until is None and most is None:
        source, values = source_of(plan)
        return int(connection.execute(f"SELECT count(*) {source}", values).fetchone()[0])
    number = 0
    for zone in read_zones(connection):
        source, values = _zone_source(plan, zone)
        limit = -1 if most is None else most - number
        number += connection.execute(
            f"SELECT count(*) FROM (SELECT 1 {source} LIMIT ?)",  # noqa: S608
            (*values, limit),
        ).fetchone()[0]
    return number


def joined(source: str) -> str:
    """Return a source of rows ``k`` with their small rows ``f``."""
    return source.replace(" WHERE ", " CROSS JOIN facet AS f ON f.id = k.rowid WHERE ", 1)


def _of_zone(
    connection: sqlite3.Connection,
    plan: Plan,
    zone: Zone,
    what: tuple[int, str],
    *,
    oldest: bool,
) -> Iterator[tuple[Any, ...]]:
    """Yield so many rows of a zone, and those whose order to the last of them is not known."""
    wanted, columns = what
    source, values = _zone_source(plan, zone)
    rows = connection.execute(
        f"SELECT {_AGE_OF_F}, k.rowid{columns} {joined(source)}"
        f" ORDER BY k.rowid{'' if oldest else ' DESC'}",
        values,
    )
    yield from islice(rows, wanted - 1)
    last = next(rows, None)
    if last is not None:
        yield last
        bucket = zone.bucket_of(last[1])
        yield from takewhile(lambda row: zone.bucket_of(row[1]) == bucket, rows)


def _in_one_go(
    connection: sqlite3.Connection, plan: Plan, zones: list[Zone], what: tuple[int, str]
) -> list[tuple[Any, ...]]:
    """Return the newest rows by a single question: it gathers all words that begin so.

    The largest zone, whose ids are the lowest, comes last; its rows are not read to their end. Of
    those that are passed over nothing but the id is asked.
    """
    wanted, columns = what
    dated = plan.since is not None or plan.until is not None
    source, values = _of_zones(plan, zones) if dated else source_of(plan)
    ids = connection.execute(f"SELECT k.rowid {source} ORDER BY k.rowid DESC", values)
    last: int | None = _next(ids)
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
            bucket, last = of_last, _next(ids)
        if zone is not zones[0] and last is not None and last >= zone.base:
            base = zone.base
            last = next((key for (key,) in ids if key < base), None)
    rows = connection.execute(
        f"SELECT {_AGE_OF_F}, f.id{columns} FROM facet AS f"  # noqa: S608
        " WHERE f.id IN (SELECT value FROM json_each(?))",
        (json.dumps(found),),
    ).fetchall()
    rows.sort(key=_age_and_id, reverse=True)
    return rows[:wanted]


def _rows_of_zones(
    connection: sqlite3.Connection, plan: Plan, zones: Iterable[Zone], columns: str
) -> list[tuple[Any, ...]]:
    """Return all rows of some zones that are of the dates of the plan, in any order."""
    source, values = _of_zones(plan, zones)
    statement = f"SELECT {_AGE_OF_F}, k.rowid{columns} {joined(source)}"
    return connection.execute(statement, values).fetchall()


def _of_zones(plan: Plan, zones: Iterable[Zone]) -> tuple[str, tuple[object, ...]]:
    """Return `source_of` for some zones."""
    bounds = [zone.bounds(plan.since, plan.until)[:2] for zone in zones]
    ranges = " OR ".join("k.rowid BETWEEN ? AND ?" for _ in [*bounds, None])
    limits = (*chain.from_iterable(bounds), 0, 0)
    return _source(plan, [(ranges, limits), *plan.ages()])


def _zone_source(plan: Plan, zone: Zone) -> tuple[str, tuple[object, ...]]:
    """Return `source_of` for one zone."""
    bounds = zone.bounds(plan.since, plan.until)
    conditions: list[Sql] = [("k.rowid BETWEEN ? AND ?", (bounds.low, bounds.high))]
    edges = (("k.rowid >= ?", bounds.sure_from), ("k.rowid <= ?", bounds.sure_to))
    if not zone.is_scattered:
        dated = [age for age in (plan.since, plan.until) if age is not None]
        if dated:
            checks = " AND ".join(text for text, _values in plan.ages())
            sure = " AND ".join(text for text, _edge in edges)
            conditions.append(
                (f"({sure}) OR ({checks})", (*(edge for _text, edge in edges), *dated))
            )
    return _source(plan, conditions)


def _source(plan: Plan, more: Iterable[Sql]) -> tuple[str, tuple[object, ...]]:
    conditions = [*more, *plan.conditions()]
    expression = plan.expression()
    table = "facet"
    if plan.single and not plan.without:
        table = "singles"
        conditions.insert(0, ("k.singles MATCH ?", (f'"{plan.single}"',)))
    elif expression is not None:
        table = "words"
        conditions.insert(0, ("k.words MATCH ?", (expression,)))
    if table != "facet":
        conditions = [(_by_the_way(text), part) for text, part in conditions]
    where = " AND ".join(f"({text})" for text, _values in conditions) or "1"
    values = tuple(value for _text, part in conditions for value in part)
    return f"FROM {table} AS k WHERE {where}", values


def _by_the_way(condition: str) -> str:
    """Return a condition that SQLite checks of each row, and does not look rows up by.

    Given alternatives about rowids, SQLite 3.46 goes through the rowids of each, and then cannot
    use MATCH at all ("unable to use function MATCH in the requested context"). A unary plus keeps
    it from that, see sqlite.org/optoverview.html, 5. Disqualifying WHERE Clause Terms.
    """
    return _ROWID.sub("+k.rowid", condition) if " OR " in condition else condition


def _given(number: int | None, otherwise: int) -> int:
    return otherwise if number is None else number


def _next(ids: Iterator[tuple[int]]) -> int | None:
    return next(ids, (None,))[0]


def _age_and_id(row: tuple[Any, ...]) -> tuple[int, int]:
    return row[0], row[1]


_AGE_OF_F = AGE.format("f")
