"""Hits in the order of the pages: each note behind the comment that it is about."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from talkreader.domain.query import Hit
from talkreader.store.values.rows import COMMENT

_Place = tuple[bool, str, str, int, int, bool, int]
"""On no page any more, site, title, page, start on it, a note, start in the comment."""

_TEXTS = (
    "SELECT facet.id, site, title, page.id, item.start FROM facet"
    " JOIN item ON item.id = facet.item JOIN page ON page.id = item.page"
    " WHERE facet.id IN (SELECT value FROM json_each(?))"
)
_PAGE = "SELECT site, title, id FROM page WHERE id = ?"
_COMMENT = "SELECT start FROM item WHERE page = ? AND kind = ? AND idx = ?"
_SECTION = "SELECT min(start) FROM section WHERE page = ? AND heading = ?"
_HEAD = -1
"""The start of a note that is about a page as a whole."""


def put_notes_among(
    texts: Iterable[Hit], notes: Iterable[tuple[Hit, int]], connection: sqlite3.Connection
) -> list[Hit]:
    """Return hits in texts, which are in their order, with the notes among them.

    ``notes``: each with where its words began in the comment. A note on a section stands at its
    heading, one on a page at its top, one whose page is gone at the end.
    """
    texts, notes = list(texts), list(notes)
    if not notes:
        return texts
    ids = json.dumps([hit.id for hit in texts])
    rows = {key: place for key, *place in connection.execute(_TEXTS, (ids,))}
    placed: list[tuple[_Place, Hit]] = []
    place: _Place = (False, "", "", 0, _HEAD, False, 0)
    for hit in texts:
        if hit.id in rows:  # what was split off a comment is no row: it stays behind the rest
            site, title, page, start = rows[hit.id]
            place = (False, site, title, page, start, False, 0)
        placed.append((place, hit))
    for hit, inside in notes:
        row = connection.execute(_PAGE, (hit.page,)).fetchone()
        site, title, page = row or (hit.site, hit.title, 0)
        start = _start(hit, connection)
        placed.append(((row is None, site, title, page, start, True, inside), hit))
    placed.sort(key=lambda one: one[0])
    return [hit for _place, hit in placed]


def _start(note: Hit, connection: sqlite3.Connection) -> int:
    """Return where on its page the comment of a note begins, or the section it is about."""
    if note.index is not None:
        row = connection.execute(_COMMENT, (note.page, COMMENT, note.index)).fetchone()
    else:
        row = connection.execute(_SECTION, (note.page, note.section)).fetchone()
    return _HEAD if row is None or row[0] is None else int(row[0])
