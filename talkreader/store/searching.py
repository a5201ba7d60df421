"""Searches: ids from the index first, in their order; then the rows of those that are shown."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from talkreader.domain.query import Hit, HitKind, Node, Order, Query
from talkreader.domain.thread import comment_name
from talkreader.store import meta
from talkreader.store.compiling import Plan, all_of, compile_node, tokens_plan
from talkreader.store.connections import Connections
from talkreader.store.contents import PageContents, read_contents
from talkreader.store.filters import LibraryFilters
from talkreader.store.folding import fold_name
from talkreader.store.matching import Finder, snippet
from talkreader.store.note_search import find_notes
from talkreader.store.noted import NotedPlaces
from talkreader.store.old_search import find_in_contents
from talkreader.store.rows import COMMENT, row_to_info
from talkreader.store.timekeys import moment_of

_KINDS = (HitKind.COMMENT, HitKind.HEADING, HitKind.PROSE)
_SCORED = 5_000
"""Only so many of the newest hits are ranked: bm25 scores every one, at a microsecond each."""
_SUGGESTIONS = 20


class Search:
    """Finds texts and notes."""

    def __init__(self, archive: Connections, notes: Connections) -> None:
        self._archive = archive
        self._notes = notes

    def hits(self, query: Query) -> list[Hit]:
        """Return the hits of a query from its offset on, as many as its limit; notes stand first.

        Raises `Cancelled` when it is interrupted.
        """
        with self._archive.reading() as connection:
            if (old := _old_version(query, connection)) is not None:
                return find_in_contents(query, old)[query.offset : query.offset + query.limit]
            noted = NotedPlaces(connection, self._notes)
            notes = list(find_notes(query, noted))
            shown = list(islice(notes, query.offset, query.offset + query.limit))
            plan = _plan(query, connection, noted)
            statement, values = _ids(plan, query.order)
            rest = query.limit - len(shown)
            skipped = max(0, query.offset - len(notes))
            ids = [row[0] for row in connection.execute(statement, (*values, rest, skipped))]
            return [*shown, *_rows(connection, ids, query.root)]

    def count(self, query: Query) -> int:
        """Return how many hits a query has in all, whatever its limit and offset."""
        with self._archive.reading() as connection:
            if (old := _old_version(query, connection)) is not None:
                return len(find_in_contents(query, old))
            noted = NotedPlaces(connection, self._notes)
            notes = sum(1 for _hit in find_notes(query, noted))
            source, values = _source(_plan(query, connection, noted))
            found = connection.execute("SELECT count(*) " + source, values).fetchone()
        return notes + int(found[0])

    def suggest(self, field: str, prefix: str) -> list[str]:
        """Return up to 20 values of a field that begin like this, the likeliest first.

        For ``from`` and ``reply-to`` people by how much they wrote; for ``in`` pages, then
        sections; ``tag``, ``site``, ``has`` and ``lang`` what there is; else nothing.
        """
        folded = fold_name(prefix)
        if field == "tag":
            with self._notes.reading() as connection:
                return _column(connection, _TAGS, folded)
        if field in _FIXED:
            return [value for value in _FIXED[field] if value.startswith(folded)]
        with self._archive.reading() as connection:
            return _column(connection, _SUGGEST[field], folded) if field in _SUGGEST else []


_FIXED = {"has": ("note",), "lang": ("zh", "en")}
_TAGS = (
    "SELECT tag FROM tag WHERE substr(folded, 1, length(:begin)) = :begin"
    " GROUP BY tag ORDER BY count(*) DESC, tag LIMIT :limit"
)
_PEOPLE = (
    "SELECT name FROM (SELECT author AS name, comments FROM person WHERE author IS NOT NULL"
    "   AND substr(folded_author, 1, length(:begin)) = :begin"
    " UNION ALL SELECT display, comments FROM person WHERE display IS NOT NULL"
    "   AND substr(folded_display, 1, length(:begin)) = :begin)"
    " GROUP BY name ORDER BY sum(comments) DESC, name LIMIT :limit"
)
_SUGGEST = {
    "from": _PEOPLE,
    "reply-to": _PEOPLE,
    "site": (
        "SELECT DISTINCT site FROM page WHERE substr(lower(site), 1, length(:begin)) = :begin"
        " ORDER BY site LIMIT :limit"
    ),
    "in": (
        # after the namespace too: people know the page by its own name
        "SELECT name FROM (SELECT title AS name, 0 AS rank FROM page WHERE current AND title != ''"
        "   AND (substr(folded, 1, length(:begin)) = :begin OR instr(folded, ':' || :begin))"
        " UNION SELECT heading, 1 FROM section JOIN page ON page.id = section.page"
        "   WHERE current AND heading IS NOT NULL"
        "   AND substr(section.folded, 1, length(:begin)) = :begin)"
        " GROUP BY name ORDER BY min(rank), name LIMIT :limit"
    ),
}


def _column(connection: sqlite3.Connection, select: str, begin: str) -> list[str]:
    rows = connection.execute(select, {"begin": begin, "limit": _SUGGESTIONS})
    return [str(value) for (value,) in rows]


def _old_version(query: Query, connection: sqlite3.Connection) -> PageContents | None:
    """Return the page that is to be searched when it is an older version; else None."""
    row = connection.execute(
        "SELECT * FROM page_info WHERE id = ? AND NOT current", (query.page,)
    ).fetchone()
    return None if row is None else read_contents(connection, row_to_info(row))


def _plan(query: Query, connection: sqlite3.Connection, noted: NotedPlaces) -> Plan:
    plan = compile_node(query.root, LibraryFilters(connection, noted))
    if query.page is None:
        return plan
    return all_of([plan, tokens_plan([meta.page_token(query.page)])])


def _source(plan: Plan) -> tuple[str, tuple[object, ...]]:
    """Return ``FROM ... WHERE ...`` over rows ``k``, and its values."""
    conditions = list(plan.conditions())
    expression = plan.expression()
    table = "item"
    if plan.single and not plan.without:
        table = "singles"
        conditions.insert(0, ("k.singles MATCH ?", (f'"{plan.single}"',)))
    elif expression is not None:
        table = "words"
        conditions.insert(0, ("k.words MATCH ?", (expression,)))
    where = " AND ".join(f"({text})" for text, _values in conditions) or "1"
    values = tuple(value for _text, part in conditions for value in part)
    return f"FROM {table} AS k WHERE {where}", values


def _ids(plan: Plan, order: Order) -> tuple[str, tuple[object, ...]]:
    """Return the statement that gives the rows' ids in order; its last values: limit, offset."""
    source, values = _source(plan)
    if order is Order.PAGE:
        statement = (
            "SELECT k.rowid " + source.replace(" WHERE ", _WITH_PLACE, 1) + " ORDER BY"
            " place_page.site, place_page.title, place.page, place.start LIMIT ? OFFSET ?"
        )
    elif order is Order.RELEVANCE and "AS k WHERE (k.words" in source:
        statement, values = _RANKED.format(source), (*values, _SCORED)
    else:
        direction = "" if order is Order.OLDEST else " DESC"
        statement = "SELECT k.rowid " + source + f" ORDER BY k.rowid{direction} LIMIT ? OFFSET ?"
    return statement, values


_RANKED = (
    "SELECT id FROM (SELECT k.rowid AS id, bm25(words) AS score {} ORDER BY id DESC LIMIT ?)"
    " ORDER BY score, id DESC LIMIT ? OFFSET ?"
)
_WITH_PLACE = (
    " JOIN item AS place ON place.id = k.rowid"
    " JOIN page AS place_page ON place_page.id = place.page WHERE "
)


def _rows(connection: sqlite3.Connection, ids: Sequence[int], root: Node) -> Iterable[Hit]:
    """Yield the hits of these rows, in the order of the ids."""
    found = connection.execute(
        "SELECT item.id, item.kind, item.page, page.site, page.title, ifnull(section.heading, ''),"
        " item.idx, item.minute, person.author, item.text FROM item"
        " JOIN page ON page.id = item.page"
        " LEFT JOIN section ON section.page = item.page AND section.idx = item.section"
        " LEFT JOIN person ON person.id = item.person"
        " WHERE item.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    finder = Finder(root)
    hits = {row[0]: _hit(row, finder) for row in found}
    # an index that knows a row which is not there says nothing about it
    return (hits[key] for key in ids if key in hits)


def _hit(row: Sequence[Any], finder: Finder) -> Hit:
    _key, kind, page, site, title, section, index, minute, author, text = row
    moment = moment_of(minute)
    matches = finder.matches(text)
    cut, marks = snippet(text, matches)
    is_comment = kind == COMMENT
    return Hit(
        kind=_KINDS[kind],
        page=page,
        site=site,
        title=title,
        section=section,
        comment=comment_name(author, moment) if is_comment else "",
        index=index,
        author=author,
        timestamp=moment,
        snippet=cut,
        marks=marks,
        matches=matches,
    )
