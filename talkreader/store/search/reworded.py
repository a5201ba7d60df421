"""Searches among comments that were split or joined: no row has their words, so they are read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable

from talkreader.domain.query import Hit, HitKind, Order, Query
from talkreader.store.index.compiling import all_of, ids_plan
from talkreader.store.index.zones import AGE
from talkreader.store.search.evaluating import Test, evaluate, field_test
from talkreader.store.search.filters import LibraryFilters
from talkreader.store.search.matching import Finder
from talkreader.store.search.noted import NotedPlaces
from talkreader.store.search.replayed import Reworded
from talkreader.store.search.snippets import snippet
from talkreader.store.search.sources import source_of

_PLACES = (
    "SELECT facet.id, site, title, item.page, start FROM facet JOIN item ON item.id = facet.item"
    " JOIN page ON page.id = item.page WHERE facet.id IN (SELECT value FROM json_each(?))"
)
_AGES = (
    f"SELECT id, {AGE.format('facet')} FROM facet"  # noqa: S608
    " WHERE id IN (SELECT value FROM json_each(?))"
)
_OF_THE_ROW = frozenset({"in", "site", "ns", "has", "tag"})
"""Fields about where the words stand and what was noted there: the rows that had them know it."""


def find_reworded(
    query: Query, connection: sqlite3.Connection, noted: NotedPlaces
) -> list[Reworded]:
    """Return the split and joined comments that a query finds."""
    known = [one for one in noted.corrected().reworded if query.page in (None, one.page)]
    if not known:
        return []
    matches = evaluate(query.root, _fields(known, connection, noted))
    return [one for one in known if matches(one.text)]


def _fields(
    known: Iterable[Reworded], connection: sqlite3.Connection, noted: NotedPlaces
) -> Callable[[str, str], Test]:
    filters = LibraryFilters(connection, noted)
    every = ids_plan({row for one in known for row in one.text.rows})

    def ask(field: str, value: str) -> Test:
        if field not in _OF_THE_ROW:
            return field_test(field, value)
        source, values = source_of(all_of([filters.plan(field, value), every]))
        found = {row for (row,) in connection.execute(f"SELECT k.rowid {source}", values)}
        return lambda text: not found.isdisjoint(text.rows)

    return ask


def to_hit(one: Reworded, finder: Finder) -> Hit:
    """Return a comment as a hit."""
    words = one.comment.body.text
    matches = finder.matches(words)
    cut, marks, _shown = snippet(words, matches)
    return Hit(
        kind=HitKind.COMMENT,
        page=one.page,
        site=one.site,
        title=one.title,
        section=one.heading,
        comment=one.name,
        index=one.index,
        author=one.comment.author,
        timestamp=one.comment.timestamp,
        snippet=cut,
        marks=marks,
        matches=matches,
        now=one.comment.index,
        id=one.id,
    )


def put_among(
    ids: list[int], others: list[Reworded], order: Order, connection: sqlite3.Connection
) -> list[int]:
    """Return rows and other comments as one list of ids in their order.

    By relevance the others come first: they have no score.
    """
    if order is Order.RELEVANCE:
        return [*(one.id for one in others), *ids]
    if order is Order.PAGE:
        places = {
            key: tuple(place) for key, *place in connection.execute(_PLACES, (json.dumps(ids),))
        }
        for one in others:
            places[one.id] = (one.site, one.title, one.page, one.comment.span.start)
        # an index may know a row that is not there
        return sorted(places, key=places.__getitem__)
    every = [(age, key) for key, age in connection.execute(_AGES, (json.dumps(ids),))]
    every += [(one.age, one.id) for one in others]
    return [key for _age, key in sorted(every, reverse=order is not Order.OLDEST)]
