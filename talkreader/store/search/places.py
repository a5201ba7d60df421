"""Pages and sections whose titles have some words: looked for once while nobody writes."""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple

from talkreader.store.files.unchanged import Unchanged

_MOST = 20_000
"""More pages or sections than so many are not listed: each hit is asked for its own."""
_SECTIONS = 1 << 20
"""A page has fewer sections: page and section are one number, which is found at once in a list."""

_PAGES = "SELECT id FROM page INDEXED BY page_folded WHERE current AND instr(folded, ?) LIMIT ?"
_TITLED = "SELECT id FROM section INDEXED BY section_folded WHERE instr(folded, ?) LIMIT ?"
_INSIDE = f"""
    WITH RECURSIVE inside (id, page, idx) AS (
        SELECT section.id, page, idx FROM section JOIN page ON page.id = section.page
            WHERE page.current AND section.id IN (SELECT value FROM json_each(?))
        UNION SELECT section.id, section.page, section.idx FROM section JOIN inside
            ON section.page = inside.page AND section.parent = inside.idx)
    SELECT page * {_SECTIONS} + idx FROM inside LIMIT ?"""  # noqa: S608
_EXACT_PAGES = "SELECT id FROM page WHERE folded = ? AND current"
_EXACT = f"""
    SELECT page * {_SECTIONS} + idx FROM section JOIN page ON page.id = section.page
    WHERE section.folded = ? AND current LIMIT ?"""  # noqa: S608


class Places(NamedTuple):
    """Ids of pages; numbers of sections on other pages (`page_of`)."""

    pages: list[int]
    sections: list[int]


def page_of(section: int) -> int:
    """Return the page of a section, by its number."""
    return section // _SECTIONS


def titled(connection: sqlite3.Connection, folded: str) -> Places | None:
    """Return the current pages with these words in their titles, and the sections with all in them.

    None when there are too many. All titles are looked through, and a letter that is typed behind
    such a condition asks for it five times; so it is remembered, until somebody writes.
    """
    known = _titled.of(connection)
    if folded not in known:
        known[folded] = _look_up(connection, folded)
    return known[folded]


def titled_exactly(connection: sqlite3.Connection, folded: str) -> Places:
    """Return the pages and sections of this title."""
    pages = _column(connection, _EXACT_PAGES, folded)
    return _apart(pages, _column(connection, _EXACT, folded, _MOST))


def condition(places: Places) -> tuple[str, tuple[object, ...]]:
    """Return the condition that row ``k`` is in one of the places, and its values."""
    return _IN_PLACES, (json.dumps(places.pages), json.dumps(places.sections))


def either_titled(folded: str) -> tuple[str, tuple[object, ...]]:
    """Return the condition that the page or the section of row ``k`` has words in its title."""
    return _HAS_TITLE, (folded, folded)


_titled: Unchanged[dict[str, Places | None]] = Unchanged(dict)


def _look_up(connection: sqlite3.Connection, folded: str) -> Places | None:
    pages = _column(connection, _PAGES, folded, _MOST + 1)
    ids = _column(connection, _TITLED, folded, _MOST + 1) if len(pages) <= _MOST else []
    if len(pages) > _MOST or len(ids) > _MOST:
        return None
    sections = _column(connection, _INSIDE, json.dumps(ids), _MOST + 1)
    return None if len(sections) > _MOST else _apart(pages, sections)


def _apart(pages: list[int], sections: list[int]) -> Places:
    whole = set(pages)
    return Places(pages, [one for one in sections if page_of(one) not in whole])


def _column(connection: sqlite3.Connection, select: str, *values: object) -> list[int]:
    return [found for (found,) in connection.execute(select, values)]


_IN_PLACES = f"""EXISTS (SELECT 1 FROM facet AS i WHERE i.id = k.rowid AND (
    i.page IN (SELECT value FROM json_each(?))
    OR i.page * {_SECTIONS} + i.section IN (SELECT value FROM json_each(?))))"""  # noqa: S608
_HAS_TITLE = (
    "EXISTS (SELECT 1 FROM facet AS i JOIN page ON page.id = i.page LEFT JOIN section"
    " ON section.page = i.page AND section.idx = i.section WHERE i.id = k.rowid"
    " AND (instr(page.folded, ?) OR instr(section.folded, ?)))"
)
