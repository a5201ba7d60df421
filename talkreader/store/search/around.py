"""The page, the section and the author of each row that is shown: the same few again and again.

Most searches show the newest rows, which stand on the newest pages. To look these up anew for each
search takes as long as reading the texts.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from talkreader.store.files.unchanged import Unchanged

_MOST = 20_000
"""More than so many are forgotten: some megabytes."""

_PAGES = "SELECT id, site, title FROM page WHERE id IN (SELECT value FROM json_each(?))"
_PEOPLE = "SELECT id, author FROM person WHERE id IN (SELECT value FROM json_each(?))"
_HEADINGS = (
    "SELECT page, idx, ifnull(heading, '') FROM json_each(?) AS wanted CROSS JOIN section"
    " ON page = json_extract(wanted.value, '$[0]') AND idx = json_extract(wanted.value, '$[1]')"
)


class Around(NamedTuple):
    """Site and title by a page's id, a heading by page and section, an author by a person's id.

    What the library does not know is not there, but for headings: "".
    """

    pages: dict[int, tuple[str, str]]
    headings: dict[tuple[int, int], str]
    people: dict[int | None, str | None]


def around(
    connection: sqlite3.Connection,
    sections: Collection[tuple[int, int]],
    people: Collection[int | None],
) -> Around:
    """Return what is known around rows in these sections (page and section), by these people."""
    known = _known.of(connection)
    for one in known:
        if len(one) > _MOST:
            one.clear()
    # not the difference of the keys: to make that, Python goes through all that are known
    if new := {page for page, _section in sections if page not in known.pages}:
        rows = connection.execute(_PAGES, (json.dumps(list(new)),))
        known.pages.update({page: (site, title) for page, site, title in rows})
    if missing := {place for place in sections if place not in known.headings}:
        rows = connection.execute(_HEADINGS, (json.dumps(list(missing)),))
        known.headings.update(dict.fromkeys(missing, ""))
        known.headings.update({(page, section): heading for page, section, heading in rows})
    if strange := {person for person in people if person not in known.people}:
        rows = connection.execute(_PEOPLE, (json.dumps(list(strange)),))
        known.people.update(dict.fromkeys(strange))
        known.people.update(rows)
    return known


_known = Unchanged(lambda: Around({}, {}, {None: None}))
