"""The pages of a library in an order, with only what a list of a whole wiki's needs of each."""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections.abc import Sequence

from talkreader.domain.records import dataclass
from talkreader.store.values.folding import fold_name

_LINES = (
    "SELECT id, site, path, folded, name FROM (SELECT id, site, folded, imported, last, comments,"
    " json_extract(origin, '$[0]') AS path,"
    " CASE title WHEN '' THEN file_name(json_extract(origin, '$[0]')) ELSE title END AS name"
    " FROM page WHERE current) ORDER BY {} sort_key(name), site, id"
)
_ORDERS = {
    "title": "",
    "imported": "imported DESC,",
    "last": "last DESC NULLS LAST,",
    "comments": "comments DESC,",
}
_NUMBER = re.compile(r"\d+")
_DIGITS = 20
"""Numbers in titles are compared as if they had so many digits."""


@dataclass(frozen=True, slots=True)
class PageList:
    """Pages in an order: page n has the id ``ids[n]``.

    ``names`` are their titles, folded (`fold_name`), or their files' names where they have none;
    ``origins[origin_of[n]]`` is the site and the file of page n, folded.
    """

    ids: Sequence[int] = ()
    names: Sequence[str] = ()
    origin_of: Sequence[int] = ()
    origins: Sequence[str] = ()

    def __len__(self) -> int:
        return len(self.ids)

    def holding(self, words: str) -> list[int]:
        """Return the ids of those that have these words in title, site or file, in their order."""
        wanted = fold_name(words)
        if not wanted:
            return list(self.ids)
        among = {place for place, origin in enumerate(self.origins) if wanted in origin}
        if not among:
            return [id_ for id_, name in zip(self.ids, self.names, strict=True) if wanted in name]
        return [
            id_
            for id_, name, origin in zip(self.ids, self.names, self.origin_of, strict=True)
            if wanted in name or origin in among
        ]


def list_pages(connection: sqlite3.Connection, order: str) -> PageList:
    """Return the current pages, by "title", or "imported", "last" or "comments", the most first.

    Those that are equal in it stand by title. In titles, 2 comes before 10. SQLite sorts them, so
    that nobody who shares this process waits for that.
    """
    connection.create_function("file_name", 1, _file_name, deterministic=True)
    connection.create_function("sort_key", 1, _natural, deterministic=True)
    origins: dict[tuple[str, str], int] = {}
    ids, names, origin_of = array("q"), [], array("l")
    for id_, site, path, folded, name in connection.execute(_LINES.format(_ORDERS[order])):
        ids.append(id_)
        names.append(folded or fold_name(name))
        origin_of.append(origins.setdefault((site, path), len(origins)))
    return PageList(ids, names, origin_of, [fold_name(" ".join(one)) for one in origins])


def _file_name(path: str) -> str:
    """Return the last part of a path of any system."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]


def _natural(title: str) -> str:
    """Return a title as it is sorted: without case, and numbers by their value."""
    return _NUMBER.sub(lambda found: found[0].zfill(_DIGITS), title.casefold())
