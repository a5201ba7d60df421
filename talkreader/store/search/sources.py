"""A query as the rows it finds: which table to ask, and what for."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import chain

from talkreader.domain.query import Query
from talkreader.store.files.halves import at_once
from talkreader.store.index.compiling import Plan, Sql, all_of, compile_node, ids_plan, none_of
from talkreader.store.index.zones import Zone, read_zones
from talkreader.store.search.filters import LibraryFilters
from talkreader.store.search.noted import NotedPlaces
from talkreader.store.values import meta

LAST = (1 << 63) - 1
"""The last id that SQLite can give."""
_LARGE = 200_000
"""Ids in a half that is worth a question of its own."""
_BEGINS = re.compile(rf'"[^"{meta.MARK}]*" \*')
_TOGETHER = re.compile(r'"[^" )]+ [^"]|\bAND\b')
_BETWEEN = "k.rowid BETWEEN ? AND ?"
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


def count_rows(connection: sqlite3.Connection, plan: Plan, most: int | None = None) -> int:
    """Return how many rows there are; ``most`` where it can stop."""
    if plan.since is None and plan.until is None and most is None:
        middle = _middle(connection, plan)
        found = None if middle is None else _count_in_halves(connection, plan, middle)
        return _count(connection, plan, source_of, None) if found is None else found
    if most is None and begins(plan):
        # each question gathers them all
        return _count(connection, plan, partial(of_zones, zones=read_zones(connection)), None)
    number = 0
    for zone in read_zones(connection):
        left = None if most is None else most - number
        number += _count(connection, plan, partial(zone_source, zone=zone), left)
    return number


def _count(
    connection: sqlite3.Connection, plan: Plan, source: Callable[[Plan], Sql], most: int | None
) -> int:
    """Return how many rows there are, of several tables where they are of several.

    Each table gives its rows in their order, so that SQLite can go along two of them at once. To
    look up the rows of the one among those of the other takes twice as long.
    """
    plans = plan.alternatives()
    if len(plans) == 2 and most is None:
        # what is in both is told sooner than what is in one of them
        one, other = map(source, plans)
        both = _number(connection, "INTERSECT", [one, other])
        return _number(connection, "", [one]) + _number(connection, "", [other]) - both
    if len(plans) > 1:
        return _number(connection, "UNION", map(source, plans), most)
    return _number(connection, *_together(plan, source), most)


def _together(plan: Plan, source: Callable[[Plan], Sql]) -> tuple[str, list[Sql]]:
    """Return the tables to go along at once for a plan without alternatives."""
    if plan.match is None or plan.letters is None:
        return "", [source(plan)]
    words = source(replace(plan, letters=None))
    letters = source(Plan(letters=plan.letters, since=plan.since, until=plan.until))
    return "INTERSECT", [words, letters]


def _count_in_halves(connection: sqlite3.Connection, plan: Plan, middle: int) -> int | None:
    """Return how many rows there are, counted before this id and from it on; None: not now."""
    halves = ((middle, LAST), (0, middle - 1))
    newer, older = (
        _counting(*_together(plan, partial(between, limits=limits))) for limits in halves
    )
    found = at_once(connection, newer[0], newer[1], older[1])
    return None if found is None else sum(found)


def _middle(connection: sqlite3.Connection, plan: Plan) -> int | None:
    """Return the id in the middle of all; None where it does not pay to count in halves."""
    if not plan.is_indexed or not are_together(plan) or begins(plan):
        return None
    zones = sorted(read_zones(connection), key=lambda zone: zone.base)
    left = sum(zone.keys for zone in zones) // 2
    if left < _LARGE:
        return None
    for zone in zones:
        if zone.keys > left:
            return zone.base + left
        left -= zone.keys
    return None


def _number(
    connection: sqlite3.Connection, word: str, sources: Iterable[Sql], most: int | None = None
) -> int:
    """Return how many rows there are in all of these (INTERSECT), or in any of them (UNION)."""
    return int(connection.execute(*_counting(word, sources, most)).fetchone()[0])


def _counting(word: str, sources: Iterable[Sql], most: int | None = None) -> Sql:
    texts, values = zip(*sources, strict=True)
    rows = f" {word} ".join(f"SELECT k.rowid {text}" for text in texts)
    # only an order makes SQLite go along them at once, and this is the one that they have
    ordered = " ORDER BY 1" if word else ""
    limit = "" if most is None else f" LIMIT {most}"
    statement = f"SELECT count(*) FROM ({rows}{ordered}{limit})"  # noqa: S608
    return statement, tuple(chain.from_iterable(values))


def begins(plan: Plan) -> bool:
    """Say whether all words that begin in some way are gathered for each question."""
    return _BEGINS.search(plan.match or "") is not None


def are_together(plan: Plan) -> bool:
    """Say whether words must stand beside each other, or in the same text: two lists are read."""
    return plan.match is not None and _TOGETHER.search(plan.match) is not None


def joined(source: str, more: str = "") -> str:
    """Return a source of rows ``k`` with their small rows ``f``, and what more is joined to it."""
    return source.replace(" WHERE ", f" CROSS JOIN facet AS f ON f.id = k.rowid{more} WHERE ", 1)


def of_zones(plan: Plan, zones: Iterable[Zone]) -> Sql:
    """Return `source_of` for some zones."""
    bounds = [zone.bounds(plan.since, plan.until) for zone in zones]
    limits = min(one.low for one in bounds), max(one.high for one in bounds)
    ages = plan.ages()
    if ages:
        checks = " AND ".join(text for text, _values in ages)
        # to see when a row is of takes most of the time, and only those at the edges need it
        each = f"({_BETWEEN} AND ({_BETWEEN} OR ({checks})))"
        dated = tuple(chain.from_iterable(values for _text, values in ages))
        values = [(*one[:2], *one[2:], *dated) for one in bounds]
    else:
        each, values = _BETWEEN, [one[:2] for one in bounds]
    # alternatives in any case, see `_by_the_way`
    ranges = " OR ".join([each for _ in bounds] + [_BETWEEN])
    every = (*chain.from_iterable(values), 0, 0)
    return _source(plan, [(_BETWEEN, limits), (ranges, every)], limits)


def zone_source(plan: Plan, zone: Zone) -> tuple[str, tuple[object, ...]]:
    """Return `source_of` for one zone."""
    bounds = zone.bounds(plan.since, plan.until)
    limits = (bounds.low, bounds.high)
    conditions: list[Sql] = [(_BETWEEN, limits)]
    edges = (("k.rowid >= ?", bounds.sure_from), ("k.rowid <= ?", bounds.sure_to))
    if not zone.is_scattered:
        dated = [age for age in (plan.since, plan.until) if age is not None]
        if dated:
            checks = " AND ".join(text for text, _values in plan.ages())
            sure = " AND ".join(text for text, _edge in edges)
            conditions.append(
                (f"({sure}) OR ({checks})", (*(edge for _text, edge in edges), *dated))
            )
    return _source(plan, conditions, limits)


def between(plan: Plan, limits: tuple[int, int]) -> tuple[str, tuple[object, ...]]:
    """Return `source_of` for ids from the first to the last of the limits."""
    return _source(plan, [(_BETWEEN, limits), *plan.ages()], limits)


def _source(
    plan: Plan, more: Iterable[Sql], limits: tuple[int, int] | None = None
) -> tuple[str, tuple[object, ...]]:
    """Return rows ``k`` for which more holds as well; they are known to be within the limits."""
    conditions = [*more, *[(_within(text, limits), part) for text, part in plan.conditions()]]
    expression, letters = plan.expression(), plan.of_letters()
    if expression is not None:
        table = "words"
        conditions.insert(0, ("k.words MATCH ?", (expression,)))
        if plan.letters is not None:
            conditions.append(_with_letters(plan.letters, limits))
    elif letters is not None:
        table = "singles"
        conditions.insert(0, ("k.singles MATCH ?", (letters,)))
    else:
        table = "facet"
    if table != "singles":
        for none in plan.no_letters:
            condition, values = _with_letters(none, limits)
            conditions.append((f"NOT {condition}", values))
    if table != "facet":
        conditions = [(_by_the_way(text), part) for text, part in conditions]
    where = " AND ".join(f"({text})" for text, _values in conditions) or "1"
    values = tuple(value for _text, part in conditions for value in part)
    return f"FROM {table} AS k WHERE {where}", values


def _within(condition: str, limits: tuple[int, int] | None) -> str:
    """Return a condition whose lists of rows are no longer than they need be."""
    if limits is None:
        return condition
    return condition.replace(
        " MATCH ?)", f" MATCH ? AND rowid BETWEEN {limits[0]} AND {limits[1]})"
    )


def _with_letters(letters: str, limits: tuple[int, int] | None) -> Sql:
    """Return the condition that a row is one of those with these letters.

    The plus keeps SQLite from asking for the words of each of them, one by one.
    """
    if limits is None:
        return "+k.rowid IN (SELECT rowid FROM singles WHERE singles MATCH ?)", (letters,)
    return (
        "+k.rowid IN (SELECT rowid FROM singles WHERE singles MATCH ? AND rowid BETWEEN ? AND ?)",
        (letters, *limits),
    )


def _by_the_way(condition: str) -> str:
    """Return a condition that SQLite checks of each row, and does not look rows up by.

    Given alternatives about rowids, SQLite 3.46 goes through the rowids of each, and then cannot
    use MATCH at all ("unable to use function MATCH in the requested context"). A unary plus keeps
    it from that, see sqlite.org/optoverview.html, 5. Disqualifying WHERE Clause Terms.
    """
    return _ROWID.sub("+k.rowid", condition) if " OR " in condition else condition
