"""Searches: ids from the index first, in their order; then the rows of those that are shown."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import Any

from talkreader.domain.hit import Quote
from talkreader.domain.page import Origin
from talkreader.domain.query import Hit, HitKind, Order, Query
from talkreader.domain.thread import comment_name
from talkreader.store.files.connections import Connections
from talkreader.store.index.compiling import Plan
from talkreader.store.index.zones import read_zones
from talkreader.store.pages.contents import read_contents
from talkreader.store.search.along_pages import along_pages
from talkreader.store.search.around import Around, around
from talkreader.store.search.corrected import Corrected
from talkreader.store.search.matching import Finder
from talkreader.store.search.newest import newest
from talkreader.store.search.note_search import find_notes, find_placed_notes
from talkreader.store.search.noted import NotedPlaces
from talkreader.store.search.old_search import find_in_contents
from talkreader.store.search.page_order import put_notes_among
from talkreader.store.search.replayed import Reworded
from talkreader.store.search.reworded import find_reworded, put_among, to_hit
from talkreader.store.search.snippets import snippet
from talkreader.store.search.sources import count_rows, plan_of
from talkreader.store.values.rows import COMMENT, row_to_info, unpack
from talkreader.store.values.timekeys import moment_of

_KINDS = (HitKind.COMMENT, HitKind.HEADING, HitKind.PROSE)
_KIND_OF = {kind: number for number, kind in enumerate(_KINDS)}
_SCORED = 5_000
"""Only so many of the newest hits are ranked: bm25 scores every one, at a microsecond each."""


class Search:
    """Finds texts and notes."""

    def __init__(self, archive: Connections, notes: Connections, corrected: Corrected) -> None:
        self._archive = archive
        self._notes = notes
        self._corrected = corrected

    def hits(self, query: Query) -> list[Hit]:
        """Return the hits of a query from its offset on, as many as its limit.

        Notes stand first; in the order of the pages, at what they are about. Raises `Cancelled`
        when it is interrupted.
        """
        with self._archive.searching() as connection:
            if (old := self._in_old_version(query, connection)) is not None:
                return old[query.offset : query.offset + query.limit]
            noted = NotedPlaces(connection, self._notes, self._corrected)
            if query.order is Order.PAGE:
                return _as_on_pages(query, connection, noted)
            # as many as are shown: a search that finds all of 50,000 notes reads the first of them
            notes = list(islice(find_notes(query, noted), query.offset + query.limit))
            shown = notes[query.offset :]
            rest = query.limit - len(shown)
            skipped = max(0, query.offset - len(notes))
            return [*shown, *_found(query, connection, noted, rest, skipped)]

    def _in_old_version(self, query: Query, connection: sqlite3.Connection) -> list[Hit] | None:
        """Return the hits when the page that is to be searched is an older version; else None."""
        if query.page is None:
            return None
        row = connection.execute(
            "SELECT * FROM page_info WHERE id = ? AND NOT current", (query.page,)
        ).fetchone()
        if row is None:
            return None
        contents = read_contents(connection, row_to_info(row))
        return find_in_contents(query, contents, self._corrected.of(contents.info.key))

    def notes_found(self, query: Query) -> list[str]:
        """Return the ids of the notes that a query finds; raises as `hits`."""
        with self._archive.searching() as connection:
            noted = NotedPlaces(connection, self._notes, self._corrected)
            return [hit.note for hit in find_notes(query, noted)]

    def quotes(self, hits: Iterable[Hit]) -> list[Quote]:
        """Return the whole texts of hits, in their order; of a note the words that it shows."""
        pages: dict[int, tuple[str, str, str]] = {0: ("", "", "")}
        quotes = []
        with self._archive.searching() as connection:
            reworded = {one.id: one for one in self._corrected.rows(connection).reworded}
            for hit in hits:
                if hit.page not in pages:
                    raw, sha256, origin = connection.execute(
                        "SELECT raw, sha256, origin FROM page WHERE id = ?", (hit.page,)
                    ).fetchone()
                    file = Origin(*json.loads(origin)).file
                    pages[hit.page] = (unpack(raw)[0], sha256, file)
                if hit.id in reworded:
                    text = reworded[hit.id].comment.body.text
                else:
                    # by its place on the page: the one in the index may be another by now
                    found = connection.execute(_TEXT, (hit.page, _KIND_OF.get(hit.kind), hit.index))
                    text = (found.fetchone() or (hit.snippet,))[0]
                quotes.append(Quote(text, *pages[hit.page]))
        return quotes

    def count(self, query: Query) -> int:
        """Return how many hits a query has in all, whatever its limit and offset."""
        with self._archive.searching() as connection:
            if (old := self._in_old_version(query, connection)) is not None:
                return len(old)
            noted = NotedPlaces(connection, self._notes, self._corrected)
            others = sum(1 for _hit in find_notes(query, noted))
            others += len(find_reworded(query, connection, noted))
            return others + count_rows(connection, plan_of(query, connection, noted))


def _as_on_pages(query: Query, connection: sqlite3.Connection, noted: NotedPlaces) -> list[Hit]:
    """Return the hits of a query from its offset on, the notes at what they are about."""
    notes = list(find_placed_notes(query, noted))
    # as many texts as there are notes may come before the first hit that is shown
    before = max(0, query.offset - len(notes))
    texts = _found(query, connection, noted, query.limit + query.offset - before, before)
    return put_notes_among(texts, notes, connection)[query.offset - before :][: query.limit]


def _found(
    query: Query, connection: sqlite3.Connection, noted: NotedPlaces, limit: int, offset: int
) -> Iterable[Hit]:
    """Return the hits from this one on, so many at most, that are no notes."""
    plan = plan_of(query, connection, noted)
    finder = Finder(query.root)
    others = find_reworded(query, connection, noted)
    # those that stand among the rows: as many rows more may be before the first that is shown
    before = max(0, offset - len(others))
    wanted = limit + offset - before
    ids = _ids(connection, plan, query.order, before + wanted)[before:]
    if others:
        ids = put_among(ids, others, query.order, connection)[offset - before :][:limit]
        shown = set(ids)
        others = [one for one in others if one.id in shown]
    found = _rows(connection, ids, finder, others, everywhere=query.page is not None)
    return _corrected(found, noted)


def _ids(connection: sqlite3.Connection, plan: Plan, order: Order, wanted: int) -> list[int]:
    """Return the rows' ids in order, so many at most."""
    if order is Order.PAGE:
        return along_pages(connection, plan, wanted)
    if order is Order.RELEVANCE and plan.match is not None:
        rows = newest(connection, plan, _SCORED, _SCORE)
        usual = _usual_length(connection) * _LENGTHS
        return [row[1] for row in sorted(rows, key=lambda row: _relevance(row, usual))[:wanted]]
    return [row[1] for row in newest(connection, plan, wanted, oldest=order is Order.OLDEST)]


def _relevance(row: tuple[Any, ...], usual: float) -> tuple[float, int, int]:
    """Return what rows are sorted by: a word says less about a long text."""
    age, key, score, length = row
    return score / (1 if length is None else 1 + length / usual), -age, -key


def _usual_length(connection: sqlite3.Connection) -> float:
    """Return how many characters a text of the library has, by some of the middle of its time."""
    zone = max(read_zones(connection), key=lambda zone: zone.keys)
    middle = zone.base + zone.buckets // 2 * zone.width
    found = connection.execute(_SOME_LENGTHS, (middle,)).fetchone()[0]
    return float(found or _UNKNOWN)


_SCORE = ", bm25(words), f.length"
_LENGTHS = 4
"""The index counts no words, so BM25 takes all texts for equally long; what it gives is divided by
1 + length / (4 x the usual one). Of the first 50 by BM25 with the true lengths so many are the same
for a word, two words, one of two words, two Chinese characters (20,000 comments of the generated
dump): 65, 81, 80, 76 %; with 1.44, which is right for words that stand there once, 52, 72, 72,
72 %; with 6, 72, 86, 81, 74 %; undivided 15, 21, 34, 23 %.
"""
_UNKNOWN = 360
"""Characters of a text where no row knows."""
_SOME_LENGTHS = (
    "SELECT avg(length) FROM"
    " (SELECT length FROM facet WHERE id >= ? AND length IS NOT NULL LIMIT 1000)"
)
_SHOWN = (
    "SELECT facet.id, item.page, item.section, item.person, kind, idx, minute, text FROM facet"
    " JOIN item ON item.id = facet.item WHERE facet.id IN (SELECT value FROM json_each(?))"
)
_TEXT = "SELECT text FROM item WHERE page = ? AND kind = ? AND idx = ?"


def _rows(
    connection: sqlite3.Connection,
    ids: Sequence[int],
    finder: Finder,
    others: Iterable[Reworded],
    *,
    everywhere: bool,
) -> Iterable[Hit]:
    """Return the hits of these rows, in the order of the ids; ``others`` are in their places."""
    rows = connection.execute(_SHOWN, (json.dumps(list(ids)),)).fetchall()
    known = around(connection, [row[1:3] for row in rows], [row[3] for row in rows])
    hits = {row[0]: _hit(row, known, finder, everywhere=everywhere) for row in rows}
    # an index that knows a row which is not there says nothing about it
    hits |= {one.id: to_hit(one, finder) for one in others}
    return (hits[key] for key in ids if key in hits)


def _corrected(hits: Iterable[Hit], noted: NotedPlaces) -> Iterable[Hit]:
    """Return hits with the authors that a person corrected; their names stay the copy's."""
    authors = noted.corrected().authors
    return [
        replace(hit, author=authors[hit.id] or None) if hit.id in authors else hit for hit in hits
    ]


def _hit(row: Sequence[Any], known: Around, finder: Finder, *, everywhere: bool) -> Hit:
    key, page, section, person, kind, index, minute, text = row
    if everywhere:
        matches = finder.matches(text)
        cut, marks, _shown = snippet(text, matches)
    else:
        cut, marks, matches = finder.snippet(text)
    site, title = known.pages[page]
    author = known.people[person]
    moment, name = _signed(author, minute)
    return Hit(
        _KINDS[kind],
        page,
        site,
        title,
        known.headings[page, section],
        name if kind == COMMENT else "",
        index,
        author,
        moment,
        cut,
        marks,
        matches,
        id=key,
    )


@lru_cache(maxsize=4096)
def _signed(author: str | None, minute: int | None) -> tuple[datetime | None, str]:
    """Return when something was signed, and the comment's name: the newest are shown again."""
    moment = moment_of(minute)
    return moment, comment_name(author, moment)
