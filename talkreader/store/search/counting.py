"""Counts what a search found: whom, when, where; and what a page of hits answers.

The ids come from the index, all else from the small rows of ``facet``: no text is read.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from heapq import nsmallest

from talkreader.domain.counts import Answered, Count, Facets
from talkreader.domain.query import AllOf, Filter, Hit, Query
from talkreader.domain.said import Said
from talkreader.store.files.connections import Connections
from talkreader.store.files.unchanged import Unchanged
from talkreader.store.search.corrected import Corrected, CorrectedRows
from talkreader.store.search.newest import newest
from talkreader.store.search.noted import NotedPlaces
from talkreader.store.search.reworded import find_reworded
from talkreader.store.search.said import read_said
from talkreader.store.search.sources import count_rows, plan_of
from talkreader.store.values.timekeys import DATED

LOOKED_AT = 50_000
"""Hits that facets are counted from, the newest: a tenth of a second."""
SHOWN = 30
_DRAWN = 100_000
"""Hits that a picture is made of, the newest."""
_WORDS = 160
_LANGUAGES = ("zh", "en")
_EPOCH = date(1970, 1, 1)


class Counting:
    """Counts the hits of a query by what they are."""

    def __init__(self, archive: Connections, notes: Connections, corrected: Corrected) -> None:
        self._archive = archive
        self._notes = notes
        self._corrected = corrected

    def facets(self, query: Query) -> Facets:
        """Return a search's hits in the current pages by author, year, page and language."""
        with self._archive.searching() as connection:
            noted = NotedPlaces(connection, self._notes, self._corrected)
            plan = plan_of(query, connection, noted)
            rows = newest(connection, plan, LOOKED_AT + 1, ", f.page, f.person")
            complete = len(rows) <= LOOKED_AT
            del rows[LOOKED_AT:]
            others = find_reworded(query, connection, noted)
            since = None if complete else rows[-1][0]
            ages = [row[0] for row in rows] + [one.age for one in others]
            on_pages = Counter([row[2] for row in rows] + [one.page for one in others])
            pages = on_pages.most_common(SHOWN)
            people = Counter([row[3] for row in rows])
            corrected: Counter[str] = Counter()
            if authors := noted.corrected().authors:
                people = Counter([row[3] for row in rows if row[1] not in authors])
                keys = [*(row[1] for row in rows), *(one.id for one in others)]
                corrected = Counter(authors[key] for key in keys if authors.get(key))
            people.pop(None, None)
            return Facets(
                authors=named(connection, people, corrected),
                years=tuple(by_time(sorted(ages), _year))[::-1],
                pages=_titled(connection, pages),
                languages=self._languages(
                    query, connection, noted, [page for page, _count in pages], since
                ),
                counted=len(ages),
                complete=complete,
            )

    def said(self, query: Query | None, stopped: Callable[[], object]) -> list[Said]:
        """Return who said what when: in all pages, or what a query finds, the newest of it."""
        said = []
        with self._archive.searching() as connection:
            ids = None if query is None else self._ids(query, connection)
            pages = self._corrected.rows(connection).pages
            for number, one in enumerate(read_said(connection, pages, ids)):
                if number % 1000 == 0:
                    stopped()
                said.append(one)
        return said

    def _ids(self, query: Query, connection: sqlite3.Connection) -> list[int]:
        noted = NotedPlaces(connection, self._notes, self._corrected)
        rows = newest(connection, plan_of(query, connection, noted), _DRAWN)
        others = find_reworded(query, connection, noted)
        return [*(row[1] for row in rows), *(one.id for one in others)]

    def _languages(
        self,
        query: Query,
        connection: sqlite3.Connection,
        noted: NotedPlaces,
        pages: Sequence[int],
        since: int | None,
    ) -> tuple[Count, ...]:
        """Return the numbers of hits in the languages that there may be, of this age or newer."""
        found = connection.execute(
            "SELECT DISTINCT language FROM page WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(pages)),),
        )
        codes = {code.lower().partition("-")[0] for (code,) in found} - {""}
        counts = []
        for code in sorted({*_LANGUAGES, *codes}):
            narrowed = Query(AllOf((query.root, Filter("lang", code))), page=query.page)
            plan = plan_of(narrowed, connection, noted)
            if since is not None:
                plan = replace(plan, since=max(since, plan.since or 0))
            # (more than were looked at may be of the age of the oldest of these)
            number = min(count_rows(connection, plan), LOOKED_AT)
            number += len(find_reworded(narrowed, connection, noted))
            counts.append(Count(code, number))
        return tuple(sorted((c for c in counts if c.number), key=_largest))

    def answered(self, hits: Iterable[Hit]) -> dict[int, Answered]:
        """Return the comments that hits answer, by the hit's id; the others are left out."""
        pages = {hit.id: hit.page for hit in hits if hit.id}
        wanted = list(pages)
        with self._archive.searching() as connection:
            rows = connection.execute(
                "SELECT facet.id, facet.page, person.author, person.display,"
                " substr(above.text, 1, ?)"
                " FROM facet JOIN facet AS up ON up.id = facet.parent"
                " JOIN item AS above ON above.id = up.item"
                " LEFT JOIN person ON person.id = above.person"
                " WHERE facet.id IN (SELECT value FROM json_each(?))",
                (_WORDS, json.dumps(wanted)),
            )
            found = {
                key: Answered(author or display or None, " ".join(text.split()))
                for key, page, author, display, text in rows
                if page == pages[key]  # else its place in the index is another text's by now
            }
            corrected = self._corrected.rows(connection)
            for key in filter(corrected.answers.__contains__, wanted):
                found.pop(key, None)
                row, author = corrected.answers[key]
                if row is not None:
                    words = _beginning(connection, corrected, row)
                    found[key] = Answered(author or None, " ".join(words.split()))
            return found


def _beginning(connection: sqlite3.Connection, corrected: CorrectedRows, row: int) -> str:
    """Return the first words of a row, or of what was split off or joined there."""
    for one in corrected.reworded:
        if one.id == row:
            return one.comment.body.text[:_WORDS]
    found = connection.execute(
        "SELECT substr(text, 1, ?) FROM facet JOIN item ON item.id = facet.item WHERE facet.id = ?",
        (_WORDS, row),
    ).fetchone()
    return "" if found is None else str(found[0])


def _largest(count: Count) -> tuple[int, str]:
    return -count.number, count.value


def named(
    connection: sqlite3.Connection, people: Mapping[int, int], others: Mapping[str, int]
) -> tuple[Count, ...]:
    """Return the largest numbers of people's rows by their names, the largest first.

    ``others`` are the numbers by name of those whose author a person corrected.
    """
    names = _names.of(connection)
    if len(names) > _MOST_NAMES:
        names.clear()
    if missing := [person for person in people if person not in names]:
        names.update(connection.execute(_NAMES, (json.dumps(missing),)))
    # names of the rows that count for something: a row for every shown name of a user
    counted: Counter[str] = Counter(others)
    for person, number in people.items():
        if person in names:
            counted[names[person]] += number
    # most were found once
    largest = nsmallest(SHOWN, counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple([Count(*pair) for pair in largest])


_NAMES = (
    "SELECT id, ifnull(author, display) FROM person WHERE id IN (SELECT value FROM json_each(?))"
)
_MOST_NAMES = 100_000
"""More than so many are forgotten: some megabytes."""
_names: Unchanged[dict[int, str]] = Unchanged(dict)


def _titled(connection: sqlite3.Connection, pages: Sequence[tuple[int, int]]) -> tuple[Count, ...]:
    titles = dict(
        connection.execute(
            "SELECT id, title FROM page WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([page for page, _count in pages]),),
        )
    )
    return tuple(Count(titles[page], n) for page, n in pages if titles.get(page))


def by_time(ages: Sequence[int], span_of: Callable[[date], tuple[str, date]]) -> Iterator[Count]:
    """Yield how many rows there are of each span of time, by their ages, which ascend.

    ``span_of`` returns of a day the name of its span, and the first day of the next one.
    """
    place = bisect_left(ages, DATED)
    while place < len(ages):
        name, following = span_of(_EPOCH + timedelta(days=ages[place] // 1440))
        end = bisect_left(ages, (following - _EPOCH).days * 1440, place)
        yield Count(name, end - place)
        place = end


def _year(day: date) -> tuple[str, date]:
    return str(day.year), date(day.year + 1, 1, 1)
