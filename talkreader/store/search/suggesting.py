"""What a person may mean who has typed the beginning of a name, a page or a tag."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable

from talkreader.store.files.connections import Connections
from talkreader.store.search.corrected import Corrected
from talkreader.store.values.folding import fold_name

_SHOWN = 20
_FEW = 2_000
"""So many names that begin alike are sorted; more are met soon among those who wrote most."""
_MET = 200
"""So many rows of those who wrote most are asked for their names; a person may have several."""
_LAST = "\U0010ffff"
_FIXED = {"has": ("note",), "lang": ("zh", "en")}

_TAGS = (
    # a tag is looked for by any of its levels (`tags`)
    "SELECT tag FROM tag WHERE instr('/' || folded, '/' || :begin)"
    " GROUP BY tag ORDER BY count(*) DESC, tag LIMIT :limit"
)
_SITES = (
    "WITH RECURSIVE one (site) AS (SELECT min(site) FROM page UNION ALL"
    " SELECT (SELECT min(site) FROM page WHERE page.site > one.site) FROM one"
    " WHERE one.site IS NOT NULL) SELECT site FROM one"
    " WHERE substr(lower(site), 1, length(:begin)) = :begin ORDER BY site LIMIT :limit"
)
# A scan of an index that holds all it asks for; after the namespace too, since people know a page
# by its own name. Which of many are the likeliest does not matter: more letters follow.
_PAGES = (
    "SELECT title FROM page WHERE id IN (SELECT id FROM page INDEXED BY page_folded"
    " WHERE current AND title != ''"
    " AND (substr(folded, 1, length(:begin)) = :begin OR instr(folded, ':' || :begin)) LIMIT 300)"
    " GROUP BY title ORDER BY max(comments) DESC, title LIMIT :limit"
)
_SECTIONS = (
    "SELECT heading FROM (SELECT heading, page FROM section"
    "  WHERE folded >= :begin AND folded < :end AND heading IS NOT NULL LIMIT 300) AS found"
    " JOIN page ON page.id = found.page WHERE current"
    " GROUP BY heading ORDER BY count(*) DESC, heading LIMIT :limit"
)
_ALIKE = (
    "SELECT author, comments FROM person WHERE author IS NOT NULL"
    "  AND folded_author >= :begin AND folded_author < :end"
    " UNION ALL SELECT display, comments FROM person WHERE display IS NOT NULL"
    "  AND folded_display >= :begin AND folded_display < :end LIMIT :few"
)
_MOST = (
    "SELECT * FROM (SELECT author, comments FROM person WHERE author IS NOT NULL"
    "  AND folded_author >= :begin AND folded_author < :end ORDER BY comments DESC LIMIT :limit)"
    " UNION ALL SELECT * FROM (SELECT display, comments FROM person WHERE display IS NOT NULL"
    "  AND folded_display >= :begin AND folded_display < :end ORDER BY comments DESC LIMIT :limit)"
)
_BUSIEST = (
    "SELECT author, display, folded_author, folded_display, comments FROM person"
    " INDEXED BY person_comments WHERE comments >= 16 ORDER BY comments DESC"
)
"""From whoever wrote most to those who wrote little, of whom the index knows nothing."""


class Suggestions:
    """Completes what a person types after ``from:``, ``in:`` and the other fields."""

    def __init__(self, archive: Connections, notes: Connections, corrected: Corrected) -> None:
        self._archive = archive
        self._notes = notes
        self._corrected = corrected

    def suggest(self, field: str, prefix: str) -> list[str]:
        """Return up to 20 values of a field that begin like this, the likeliest first.

        For ``from`` and ``reply-to`` people by how much they wrote; for ``in`` pages, then
        sections; ``tag``, ``site``, ``has`` and ``lang`` what there is; else nothing.
        """
        begin = fold_name(prefix)
        if field == "tag":
            with self._notes.reading() as connection:
                return _column(connection, _TAGS, begin)
        if field in _FIXED:
            return [value for value in _FIXED[field] if value.startswith(begin)]
        ways: dict[str, Callable[[sqlite3.Connection, str], list[str]]] = {
            "from": self._people,
            "reply-to": self._people,
            "in": _places,
            "site": lambda connection, begin: _column(connection, _SITES, begin),
        }
        if field not in ways:
            return []
        with self._archive.reading() as connection:
            return ways[field](connection, begin)

    def _people(self, connection: sqlite3.Connection, begin: str) -> list[str]:
        known = _people(connection, begin)
        return list(dict.fromkeys([*known, *self._corrected.names(begin)]))[:_SHOWN]


def _column(connection: sqlite3.Connection, select: str, begin: str) -> list[str]:
    values = {"begin": begin, "end": begin + _LAST, "limit": _SHOWN}
    return [str(value) for (value,) in connection.execute(select, values)]


def _places(connection: sqlite3.Connection, begin: str) -> list[str]:
    pages = _column(connection, _PAGES, begin)
    return list(dict.fromkeys([*pages, *_column(connection, _SECTIONS, begin)]))[:_SHOWN]


def _people(connection: sqlite3.Connection, begin: str) -> list[str]:
    values = {"begin": begin, "end": begin + _LAST}
    alike = connection.execute(_ALIKE, {**values, "few": _FEW}).fetchall()
    counted: Counter[str] = Counter()
    if len(alike) >= _FEW:
        if _count_busiest(connection, begin, counted):
            return _ranked(counted)
        # too few of them wrote much: temporary accounts, addresses
        alike = connection.execute(_MOST, {**values, "limit": _MET}).fetchall()
        counted.clear()
    for name, comments in alike:
        counted[name] += comments
    return _ranked(counted)


def _ranked(counted: Counter[str]) -> list[str]:
    return [name for name, _count in sorted(counted.items(), key=_rank)[:_SHOWN]]


def _rank(counted: tuple[str, int]) -> tuple[int, str]:
    name, comments = counted
    return -comments, name


def _count_busiest(connection: sqlite3.Connection, begin: str, counted: Counter[str]) -> bool:
    """Count the names that begin so, from those who wrote most on; say whether there are enough."""
    for author, display, folded_author, folded_display, comments in connection.execute(_BUSIEST):
        if author is not None and folded_author.startswith(begin):
            counted[author] += comments
        if display is not None and folded_display.startswith(begin):
            counted[display] += comments
        if len(counted) > _SHOWN:
            return True
    return False
