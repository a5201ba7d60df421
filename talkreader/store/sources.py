"""A query as the rows it finds: which table to ask, and what for."""

from __future__ import annotations

import re
import sqlite3

from talkreader.domain.query import Query
from talkreader.store import meta
from talkreader.store.compiling import Plan, all_of, compile_node, ids_plan, none_of, tokens_plan
from talkreader.store.filters import LibraryFilters
from talkreader.store.noted import NotedPlaces

_ROWID = re.compile(r"\bk\.rowid\b")


def plan_of(query: Query, connection: sqlite3.Connection, noted: NotedPlaces) -> Plan:
    """Return what a row must fulfil to be a hit of the query; split and joined ones are none."""
    plans = [compile_node(query.root, LibraryFilters(connection, noted))]
    if query.page is not None:
        plans.append(tokens_plan([meta.page_token(query.page)]))
    if gone := noted.corrected().gone:
        plans.append(none_of(ids_plan(gone)))
    return all_of(plans)


def source_of(plan: Plan) -> tuple[str, tuple[object, ...]]:
    """Return ``FROM ... WHERE ...`` over rows ``k``, and its values."""
    conditions = list(plan.conditions())
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
