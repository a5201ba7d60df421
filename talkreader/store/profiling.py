"""Everything one person said, in numbers."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from itertools import starmap

from talkreader.domain.counts import Count, PlaceCount, Profile
from talkreader.domain.query import AllOf, Filter, Node, Query
from talkreader.store.connections import Connections
from talkreader.store.corrected import Corrected
from talkreader.store.counting import SHOWN, days, named
from talkreader.store.noted import NotedPlaces
from talkreader.store.people import people_named
from talkreader.store.reworded import find_reworded
from talkreader.store.sources import count_rows, joined, plan_of, source_of
from talkreader.store.timekeys import DATED, moment_of
from talkreader.store.zones import AGE

_Row = tuple[int, int, int, int | None, int | None, int]
"""A row of ``facet``: id, page, section, person, parent; its age."""


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
            rows = _rows(connection, noted, Query(AllOf((said, words))))
            total = len(rows)
            if words != AllOf():
                total = count_rows(connection, plan_of(Query(said), connection, noted))
                total += len(find_reworded(Query(said), connection, noted))
            return _profile(connection, noted, name, rows, total)


def _rows(connection: sqlite3.Connection, noted: NotedPlaces, query: Query) -> list[_Row]:
    source, values = source_of(plan_of(query, connection, noted))
    columns = f"f.id, f.page, f.section, f.person, f.parent, {AGE.format('f')}"
    rows: list[_Row] = connection.execute(f"SELECT {columns} {joined(source)}", values).fetchall()
    others = find_reworded(query, connection, noted)
    rows += [(one.id, one.page, one.comment.section, None, None, one.age) for one in others]
    return sorted(rows, key=_age)


def _profile(
    connection: sqlite3.Connection, noted: NotedPlaces, name: str, rows: list[_Row], total: int
) -> Profile:
    corrected = noted.corrected()
    people = people_named(connection, name)
    dated = [row[5] for row in rows if row[5] >= DATED]
    months: Counter[str] = Counter()
    for day, count in days(dated).items():
        months[f"{day:%Y-%m}"] += count
    pages = Counter(row[1] for row in rows)
    sections = Counter((row[1], row[2]) for row in rows)
    parents = Counter(r[4] for r in rows if r[4] is not None and r[0] not in corrected.answers)
    answers = (corrected.answers[row[0]].author for row in rows if row[0] in corrected.answers)
    unchanged = [row for row in rows if row[0] not in corrected.authors]
    signed = Counter(row[3] for row in unchanged if row[3] is not None and row[3] in people)
    by_correction = Counter(
        corrected.authors[row[0]] for row in rows if row[0] in corrected.authors
    )
    return Profile(
        name=name,
        total=total,
        found=len(rows),
        first=moment_of(dated[0]) if dated else None,
        last=moment_of(dated[-1]) if dated else None,
        undated=len(rows) - len(dated),
        months=tuple(Count(month, months[month]) for month in sorted(months)),
        pages=_pages(connection, pages),
        page_count=len(pages),
        sections=_sections(connection, sections),
        section_count=len(sections),
        answers=named(connection, _authors(connection, parents), Counter(filter(None, answers)))[
            :SHOWN
        ],
        answered_by=named(connection, *_answering(connection, noted, name, rows))[:SHOWN],
        names=_names(connection, signed, by_correction),
    )


def _age(row: _Row) -> int:
    return row[5]


def _authors(connection: sqlite3.Connection, ids: Counter[int]) -> Counter[int]:
    """Return the people who wrote these rows, each as often as the row counts."""
    rows = connection.execute(
        "SELECT id, person FROM facet WHERE person IS NOT NULL"
        " AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    people: Counter[int] = Counter()
    for key, person in rows:
        people[person] += ids[key]
    return people


def _answering(
    connection: sqlite3.Connection, noted: NotedPlaces, name: str, rows: list[_Row]
) -> tuple[Counter[int], Counter[str]]:
    """Return the people who answer these comments, and those who do so by a correction's word."""
    answered = {row[0] for row in rows}
    authors, answers = noted.corrected()[:2]
    people: Counter[int] = Counter()
    others: Counter[str] = Counter()
    found = _rows(connection, noted, Query(Filter("reply-to", name))) if rows else ()
    for key, _page, _section, person, parent, _when in found:
        above = answers[key].row if key in answers else parent
        if above not in answered:
            continue
        if key not in authors and person is not None:
            people[person] += 1
        elif authors.get(key):
            others[authors[key]] += 1
    return people, others


def _pages(connection: sqlite3.Connection, pages: Counter[int]) -> tuple[PlaceCount, ...]:
    most = dict(pages.most_common(SHOWN))
    rows = connection.execute(
        "SELECT id, title, json_extract(origin, '$[0]') FROM page"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(most)),),
    )
    named = {
        page: (title, path.replace("\\", "/").rpartition("/")[2]) for page, title, path in rows
    }
    return tuple(
        PlaceCount(page, named[page][0], "", count, named[page][1]) for page, count in most.items()
    )


def _sections(
    connection: sqlite3.Connection, sections: Counter[tuple[int, int]]
) -> tuple[PlaceCount, ...]:
    found = []
    for (page, index), count in sections.most_common(SHOWN):
        title, heading = connection.execute(
            "SELECT page.title, section.heading FROM section JOIN page ON page.id = section.page"
            " WHERE section.page = ? AND section.idx = ?",
            (page, index),
        ).fetchone()
        if heading:
            found.append(PlaceCount(page, title, heading, count))
    return tuple(found)


def _names(
    connection: sqlite3.Connection, signed: Counter[int], by_correction: Counter[str]
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
