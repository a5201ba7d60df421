"""Every act of a person on their notes and corrections, kept in order so it can be taken back.

The journal stands in the file itself: what was done before a restart can be undone after it. Two
windows may write into one file: each takes back its own acts, and those done before it was opened.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from talkreader.domain.errors import ChangedElsewhere, LibraryError
from talkreader.domain.records import dataclass
from talkreader.store.files.connections import Connections

_MINE = "(writer = :me OR id <= :opened)"
_LAST = f"SELECT id FROM act WHERE undone = 0 AND {_MINE} ORDER BY id DESC LIMIT 1"  # noqa: S608
_TO_UNDO = (
    f"SELECT {{}} FROM act WHERE undone = 0 AND {_MINE} AND ifnull(batch, id)"  # noqa: S608 - ours
    f" = (SELECT ifnull(batch, id) FROM act WHERE id = ({_LAST}))"
    f" AND id >= (SELECT ifnull(batch, id) FROM act WHERE id = ({_LAST})) ORDER BY id DESC"
)
# those that were taken back stand last
_TO_REDO = (
    f"WITH back AS (SELECT * FROM act WHERE id > ifnull(({_LAST}), 0) AND {_MINE}),"  # noqa: S608
    " first AS (SELECT ifnull(batch, id) AS batch FROM back ORDER BY id LIMIT 1)"
    " SELECT {} FROM back WHERE ifnull(batch, id) = (SELECT batch FROM first) ORDER BY id"
)
# what another window did to the same subjects since, or took back before
_CLASH = (
    "WITH mine AS (SELECT value ->> 0 AS id, value ->> 1 AS kind, value ->> 2 AS subject"
    " FROM json_each(:acts))"
    " SELECT 1 FROM mine JOIN act ON act.subject = mine.subject AND act.kind = mine.kind"
    " WHERE act.id NOT IN (SELECT id FROM mine) AND (act.undone = 0 AND act.id > mine.id"
    " OR :redo AND act.undone = 1 AND act.id < mine.id) LIMIT 1"
)
Row = tuple[Any, ...]
Put = Callable[[sqlite3.Connection, str, str | None], None]
"""Makes the rows of one subject (its id) say what its JSON says; None: that it is not."""


@dataclass(frozen=True, slots=True)
class Act:
    """What one subject was and is to be, as JSON; None: that it is not."""

    kind: str
    subject: str
    before: str | None
    after: str | None


class Journal:
    """Does acts, takes them back and does them again. ``puts`` has a `Put` for each kind."""

    def __init__(self, connections: Connections, puts: Mapping[str, Put]) -> None:
        self._file = connections
        self._puts = puts
        self._mine: dict[str, str | int] = {"me": os.urandom(8).hex(), "opened": 0}
        # what is damaged is told to whoever reads it
        with suppress(LibraryError), connections.reading() as connection:
            (opened,) = connection.execute("SELECT ifnull(max(id), 0) FROM act").fetchone()
            self._mine["opened"] = opened

    def act(
        self,
        connection: sqlite3.Connection,
        kind: str,
        subject: str,
        *,
        before: str | None,
        after: str | None,
    ) -> None:
        """Do one act inside a transaction of ``connection``, and write it down."""
        self.act_together(connection, (Act(kind, subject, before, after),))

    def act_together(self, connection: sqlite3.Connection, acts: Iterable[Act]) -> None:
        """Do acts that belong together, or none: they are taken back, and done again, at once."""
        acts = list(acts)
        if not acts:
            return
        # what was taken back and then left behind by a new act cannot be done again
        connection.execute(
            # they stand last: the others are not looked at
            f"DELETE FROM act WHERE id > ifnull(({_LAST}), 0) AND {_MINE}",  # noqa: S608 - ours
            self._mine,
        )
        now, batch = datetime.now(UTC).isoformat(), None
        for number, act in enumerate(acts):
            written = connection.execute(
                "INSERT INTO act (at, kind, subject, before, after, batch, writer)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (now, act.kind, act.subject, act.before, act.after, batch, self._mine["me"]),
            )
            if number == 0:
                batch = written.lastrowid
            self._puts[act.kind](connection, act.subject, act.after)

    def amend(self, connection: sqlite3.Connection, act: Act, number: int) -> int:
        """Do an act that goes on where the one of this number ended, as one with it.

        Returns the number to go on with. It is an act of its own when another was done since; one
        that ends where it began leaves nothing behind, and 0.
        """
        last = connection.execute(
            "SELECT id, kind, subject, before, undone FROM act ORDER BY id DESC LIMIT 1"
        ).fetchone()
        if last is None or last[:3] != (number, act.kind, act.subject) or last[4]:
            self.act_together(connection, (act,))
            found = connection.execute("SELECT max(id) FROM act").fetchone()
            return int(found[0])
        self._puts[act.kind](connection, act.subject, act.after)
        if act.after == last[3]:
            connection.execute("DELETE FROM act WHERE id = ?", (number,))
            return 0
        connection.execute("UPDATE act SET after = ? WHERE id = ?", (act.after, number))
        return number

    def undo(self) -> list[str]:
        """Take back the last act; returns the ids of what it changed, [] when there is none.

        Raises ChangedElsewhere: another window changed the same since; nothing is taken back.
        """
        return self._travel(_TO_UNDO.format("id, kind, subject, before"), undone=1)

    def redo(self) -> list[str]:
        """Do again what was taken back last; returns the ids of what it changed.

        Raises as `undo`.
        """
        return self._travel(_TO_REDO.format("id, kind, subject, after"), undone=0)

    def undoes_more_than(self, count: int) -> bool:
        """Return True when `undo` would change more subjects at once than so many."""
        return self._has_more(_TO_UNDO.format("id"), count)

    def redoes_more_than(self, count: int) -> bool:
        """Return True when `redo` would change more subjects at once than so many."""
        return self._has_more(_TO_REDO.format("id"), count)

    def _has_more(self, select: str, count: int) -> bool:
        with self._file.reading() as connection:
            values = {**self._mine, "count": count}
            found = connection.execute(f"{select} LIMIT 1 OFFSET :count", values)
            return found.fetchone() is not None

    def _travel(self, select: str, *, undone: int) -> list[str]:
        with self._file.writing() as connection:
            rows = connection.execute(select, self._mine).fetchall()
            _refuse_clash(connection, rows, redo=not undone)
            for act, kind, subject, state in rows:
                self._puts[kind](connection, subject, state)
                connection.execute("UPDATE act SET undone = ? WHERE id = ?", (undone, act))
        return [row[2] for row in rows]

    def can_undo(self) -> bool:
        """Return True when there is an act to take back."""
        return self._is_true(f"SELECT ({_LAST}) IS NOT NULL")

    def can_redo(self) -> bool:
        """Return True when there is an act to do again."""
        return self._is_true(
            f"SELECT ifnull((SELECT undone FROM act WHERE {_MINE} ORDER BY id DESC LIMIT 1), 0)"  # noqa: S608 - ours
        )

    def _is_true(self, select: str) -> bool:
        with self._file.reading() as connection:
            return bool(connection.execute(select, self._mine).fetchone()[0])


def _refuse_clash(connection: sqlite3.Connection, rows: Sequence[Row], *, redo: bool) -> None:
    if not rows:
        return
    values = {"acts": json.dumps([row[:3] for row in rows]), "redo": redo}
    if connection.execute(_CLASH, values).fetchone() is not None:
        raise ChangedElsewhere(
            "What this would take back was changed in another window since: take that back there"
            " first. Nothing was changed."
        )
