"""What the revisions of pages did to their comments: `CommentChange`s as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from talkreader.domain.page import ChangeKind, CommentChange, PageKey, Revision
from talkreader.store.files.connections import Connections
from talkreader.store.values.rows import pack_text, unpack_text

_KINDS = tuple(ChangeKind)
_SELECT = (
    "SELECT comment, occurrence, kind, number, second, contributor, summary, text"
    " FROM history JOIN history_change ON history_change.history = history.id"
    " JOIN history_step USING (history, step) WHERE site = ? AND title = ?"
)


class History:
    """The changes of comments, as far as full histories were imported."""

    def __init__(self, archive: Connections) -> None:
        self._archive = archive

    def of_page(self, key: PageKey) -> list[CommentChange]:
        """Return the changes on a page in their order; [] when no history of it was imported."""
        with self._archive.reading() as connection:
            rows = connection.execute(f"{_SELECT} ORDER BY place", key).fetchall()
        return list(map(_to_change, rows))


def put_history(
    connection: sqlite3.Connection, key: PageKey, changes: Sequence[CommentChange]
) -> None:
    """Keep the changes on a page; an import that knows fewer of them changes nothing."""
    row = connection.execute(
        "SELECT id, (SELECT count(*) FROM history_change WHERE history = history.id) FROM history"
        " WHERE site = ? AND title = ?",
        key,
    ).fetchone()
    if row is not None and row[1] >= len(changes):
        return
    if row is None:
        cursor = connection.execute("INSERT INTO history (site, title) VALUES (?, ?)", key)
        number = int(cursor.lastrowid or 0)
    else:
        number = row[0]
        connection.execute("DELETE FROM history_change WHERE history = ?", (number,))
        connection.execute("DELETE FROM history_step WHERE history = ?", (number,))
    steps: dict[Revision, int] = {}
    rows = []
    for place, change in enumerate(changes):
        step = steps.setdefault(change.revision, len(steps))
        text = None if change.text is None else pack_text(change.text)
        kind = _KINDS.index(change.kind)
        rows.append((number, change.comment, change.occurrence, place, kind, step, text))
    connection.executemany("INSERT INTO history_change VALUES (?,?,?,?,?,?,?)", rows)
    connection.executemany(
        "INSERT INTO history_step VALUES (?,?,?,?,?,?)",
        ((number, step, *_to_row(revision)) for revision, step in steps.items()),
    )


def _to_row(revision: Revision) -> tuple[object, ...]:
    moment = revision.timestamp
    second = None if moment is None else int(moment.timestamp())
    return revision.id, second, revision.contributor, revision.comment


def _to_change(row: Sequence[Any]) -> CommentChange:
    comment, occurrence, kind, number, second, contributor, summary, text = row
    moment = None if second is None else datetime.fromtimestamp(second, UTC)
    return CommentChange(
        comment,
        occurrence,
        _KINDS[kind],
        Revision(number, moment, contributor, summary),
        None if text is None else unpack_text(text),
    )
