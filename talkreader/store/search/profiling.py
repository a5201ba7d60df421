"""Everything one person said, in numbers."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import starmap
from operator import itemgetter
from typing import Any

from talkreader.domain.counts import Count, PlaceCount, Profile
from talkreader.domain.query import AllOf, Filter, Node, Query
from talkreader.store.files.connections import Connections
from talkreader.store.index.people import people_named
from talkreader.store.index.zones import AGE
from talkreader.store.search.corrected import Corrected
from talkreader.store.search.counting import SHOWN, by_time, named
from talkreader.store.search.noted import NotedPlaces
from talkreader.store.search.reworded import find_reworded
from talkreader.store.search.sources import count_rows, joined, plan_of, source_of
from talkreader.store.values.timekeys import DATED, moment_of

_Rows = list[tuple[Any, ...]]
_SAID = f"{AGE.format('f')}, f.id, f.page, f.section, f.person, up.person"
_ABOVE = " LEFT JOIN facet AS up ON up.id = f.parent"
"""The age of a row of ``facet``; its id, page, section, person; the person of its parent."""


class Profiling:
    """Counts what a person said."""

    def __init__(self, archive: Connections, notes: Connections, corrected: Corrected) -> None:
        self._archive = archive
        self._notes = notes
        self._corrected = corrected

    def profile(self, name: str, words: Node) -> Profile:
        """Return what the people of this user name or shown name said, where ``words`` match."""
        with self._archive.searching() as connection:
            said = Filter("from", name)
            noted = NotedPlaces(connection, self._notes, self._corrected)
            query = Query(AllOf((said, words)))
            rows = _rows(connection, noted, query, (_SAID, _ABOVE))
            rows += [
                (one.age, one.id, one.page, one.comment.section, None, None)
                for one in find_reworded(query, connection, noted)
            ]
            rows.sort(key=_age_and_id)
            total = len(rows)
            if words != AllOf():
                total = count_rows(connection, plan_of(Query(said), connection, noted))
                total += len(find_reworded(Query(said), connection, noted))
            return _profile(connection, noted, name, rows, total)


def _rows(
    connection: sqlite3.Connection, noted: NotedPlaces, query: Query, what: tuple[str, str]
) -> _Rows:
    """Return columns of what a query finds in any order, and what is joined for them."""
    source, values = source_of(plan_of(query, connection, noted))
    columns, more = what
    return connection.execute(f"SELECT {columns} {joined(source, more)}", values).fetchall()


def _profile(
    connection: sqlite3.Connection,
    noted: NotedPlaces,
    name: str,
    rows: _Rows,
    total: int,
) -> Profile:
    corrected = noted.corrected()
    people = set(people_named(connection, name))
    ages = [row[0] for row in rows]
    dated = ages[bisect_left(ages, DATED) :]
    on_pages = [row[2] for row in rows]
    pages = Counter(on_pages)
    sections = Counter(zip(on_pages, [row[3] for row in rows], strict=True))
    unchanged, answering = rows, rows
    if corrected.authors:
        unchanged = [row for row in rows if row[1] not in corrected.authors]
    if corrected.answers:
        answering = [row for row in rows if row[1] not in corrected.answers]
    answered = Counter([row[5] for row in answering])
    answered.pop(None, None)
    answers = [corrected.answers[row[1]].author for row in rows if row[1] in corrected.answers]
    signed = Counter([row[4] for row in unchanged])
    by_correction = Counter(
        corrected.authors[row[1]] for row in rows if row[1] in corrected.authors
    )
    return Profile(
        name=name,
        total=total,
        found=len(rows),
        first=moment_of(dated[0]) if dated else None,
        last=moment_of(dated[-1]) if dated else None,
        undated=len(rows) - len(dated),
        months=tuple(by_time(dated, _month)),
        pages=_pages(connection, pages),
        page_count=len(pages),
        sections=_sections(connection, sections),
        section_count=len(sections),
        answers=named(connection, answered, Counter(filter(None, answers))),
        answered_by=named(connection, *_answering(connection, noted, name, rows)),
        names=_names(
            connection, {one: signed[one] for one in signed.keys() & people}, by_correction
        ),
    )


_age_and_id = itemgetter(0, 1)


def _month(day: date) -> tuple[str, date]:
    """Return the name of a month, and the day after its last."""
    following = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return f"{day:%Y-%m}", following


def _answering(
    connection: sqlite3.Connection, noted: NotedPlaces, name: str, rows: _Rows
) -> tuple[Counter[int], Counter[str]]:
    """Return the people who answer these comments, and those who do so by a correction's word."""
    answered = {row[1] for row in rows}
    authors, answers = noted.corrected()[:2]
    others: Counter[str] = Counter()
    if not answered:
        return Counter(), others
    query = Query(Filter("reply-to", name))
    found = _rows(connection, noted, query, ("f.id, f.person, f.parent", ""))
    found += [(one.id, None, None) for one in find_reworded(query, connection, noted)]
    if answers:
        found = [
            (key, person, answers[key].row if key in answers else above)
            for key, person, above in found
        ]
    found = [row for row in found if row[2] in answered]
    if authors:
        others = Counter(authors[key] for key, _person, _above in found if authors.get(key))
        found = [row for row in found if row[0] not in authors]
    people = Counter([person for _key, person, _above in found])
    people.pop(None, None)
    return people, others


def _pages(connection: sqlite3.Connection, pages: Counter[int]) -> tuple[PlaceCount, ...]:
    most = dict(pages.most_common(SHOWN))
    rows = connection.execute(
        "SELECT id, title, json_extract(origin, '$[0]'), site FROM page"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(most)),),
    )
    named = {
        page: (title, path.replace("\\", "/").rpartition("/")[2], site)
        for page, title, path, site in rows
    }
    return tuple(
        PlaceCount(page, named[page][0], "", count, *named[page][1:])
        for page, count in most.items()
    )


def _sections(
    connection: sqlite3.Connection, sections: Counter[tuple[int, int]]
) -> tuple[PlaceCount, ...]:
    found = []
    for (page, index), count in sections.most_common(SHOWN):
        title, heading, site = connection.execute(
            "SELECT page.title, section.heading, page.site"
            " FROM section JOIN page ON page.id = section.page"
            " WHERE section.page = ? AND section.idx = ?",
            (page, index),
        ).fetchone()
        if heading:
            found.append(PlaceCount(page, title, heading, count, site=site))
    return tuple(found)


def _names(
    connection: sqlite3.Connection, signed: Mapping[int, int], by_correction: Counter[str]
) -> tuple[Count, ...]:
    rows = connection.execute(
        "SELECT id, author, display FROM person WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(signed)),),
    )
    names = Counter(by_correction)
    for person, author, display in rows:
        for name in {author, display} - {None}:
            names[name] += signed[person]
    return tuple(starmap(Count, names.most_common(SHOWN)))
