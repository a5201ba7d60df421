"""The first hits in the order of the pages: only the pages that they are on are asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice

from talkreader.store.index.compiling import Plan, all_of
from talkreader.store.index.forms import form_of
from talkreader.store.search.sources import begins, count_rows, joined, source_of
from talkreader.store.values import meta

_FEW = 5_000
"""So many hits are read and sorted at once."""
_TRIED = 250
"""Pages that are asked one by one, before all hits are counted by their pages: a hundredth of a
second."""

_PAGES = "SELECT id FROM page ORDER BY site, title, id"
_PLACE = " JOIN item AS place ON place.id = f.item"
_SORTED = (
    " JOIN item AS place ON place.id = f.item JOIN page AS place_page ON place_page.id = place.page"
)
_IN_ORDER = " ORDER BY place_page.site, place_page.title, place.page, place.start"
_ON_PAGES = "+k.rowid IN (SELECT id FROM facet WHERE page IN (SELECT value FROM json_each(?)))"


def along_pages(connection: sqlite3.Connection, plan: Plan, wanted: int) -> list[int]:
    """Return the first rows, so many at most, by site, title, page and place on the page."""
    if wanted > _FEW or count_rows(connection, plan, _FEW + 1) <= _FEW:
        return _sorted(connection, plan, wanted)
    apart = plan.letters is None and not (plan.no_letters or plan.either or begins(plan))
    if apart:
        found = _page_by_page(connection, plan, islice(_pages(connection), _TRIED), wanted)
        if len(found) == wanted:
            return found
    source, values = source_of(plan)
    statement = f"SELECT f.page, count(*) {joined(source)} GROUP BY f.page"
    counted = dict(connection.execute(statement, values).fetchall())
    some, number = [], 0
    for page in filter(counted.__contains__, _pages(connection)):
        some.append(page)
        number += counted[page]
        if number >= wanted:
            break
    if apart and len(some) <= _TRIED:
        return _page_by_page(connection, plan, some, wanted)
    return _sorted(
        connection, all_of([plan, Plan(sql=((_ON_PAGES, (json.dumps(some),)),))]), wanted
    )


def _pages(connection: sqlite3.Connection) -> Iterator[int]:
    """Yield all pages in their order."""
    return (page for (page,) in connection.execute(_PAGES))


def _sorted(connection: sqlite3.Connection, plan: Plan, wanted: int) -> list[int]:
    source, values = source_of(plan)
    statement = f"SELECT k.rowid {joined(source, _SORTED)}{_IN_ORDER} LIMIT ?"
    return [row[0] for row in connection.execute(statement, (*values, wanted))]


def _page_by_page(
    connection: sqlite3.Connection, plan: Plan, pages: Iterable[int], wanted: int
) -> list[int]:
    """Return the first rows on these pages, so many at most."""
    form = form_of(connection)
    found: list[int] = []
    for page in pages:
        on_page = all_of([plan, form.plan([meta.page_token(page)])])
        source, values = source_of(on_page)
        statement = f"SELECT k.rowid {joined(source, _PLACE)} ORDER BY place.start LIMIT ?"
        rows = connection.execute(statement, (*values, wanted - len(found)))
        found += [key for (key,) in rows]
        if len(found) == wanted:
            break
    return found
