"""Every act of a person on their notes and corrections, kept in order so it can be taken back.

The journal stands in the file itself: what was done before a restart can be undone after it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

from talkreader.domain.records import dataclass
from talkreader.store.connections import Connections

_TO_UNDO = (
    "SELECT {} FROM act WHERE undone = 0 AND id >= (SELECT ifnull(batch, id) FROM act"
    " WHERE undone = 0 ORDER BY id DESC LIMIT 1) ORDER BY id DESC"
)
# those that were taken back stand last
_TO_REDO = (
    "WITH back AS (SELECT * FROM act WHERE id > ifnull((SELECT id FROM act"
    " WHERE undone = 0 ORDER BY id DESC LIMIT 1), 0)),"
    " first AS (SELECT ifnull(batch, id) AS batch FROM back ORDER BY id LIMIT 1)"
    " SELECT {} FROM back WHERE ifnull(batch, id) = (SELECT batch FROM first) ORDER BY id"
)
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
            "DELETE FROM act WHERE id > ifnull((SELECT id FROM act WHERE undone = 0"
            " ORDER BY id DESC LIMIT 1), 0)"  # they stand last: the others are not looked at
        )
        now, batch = datetime.now(UTC).isoformat(), None
        for number, act in enumerate(acts):
            written = connection.execute(
                "INSERT INTO act (at, kind, subject, before, after, batch)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (now, act.kind, act.subject, act.before, act.after, batch),
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
        """Take back the last act; returns the ids of what it changed, [] when there is none."""
        return self._travel(_TO_UNDO.format("id, kind, subject, before"), undone=1)

    def redo(self) -> list[str]:
        """Do again what was taken back last; returns the ids of what it changed."""
        return self._travel(_TO_REDO.format("id, kind, subject, after"), undone=0)

    def undoes_more_than(self, count: int) -> bool:
        """Return True when `undo` would change more subjects at once than so many."""
        return self._has_more(_TO_UNDO.format("id"), count)

    def redoes_more_than(self, count: int) -> bool:
        """Return True when `redo` would change more subjects at once than so many."""
        return self._has_more(_TO_REDO.format("id"), count)

    def _has_more(self, select: str, count: int) -> bool:
        with self._file.reading() as connection:
            return connection.execute(f"{select} LIMIT 1 OFFSET ?", (count,)).fetchone() is not None

    def _travel(self, select: str, *, undone: int) -> list[str]:
        with self._file.writing() as connection:
            rows = connection.execute(select).fetchall()
            for act, kind, subject, state in rows:
                self._puts[kind](connection, subject, state)
                connection.execute("UPDATE act SET undone = ? WHERE id = ?", (undone, act))
        return [row[2] for row in rows]

    def can_undo(self) -> bool:
        """Return True when there is an act to take back."""
        return self._is_true("SELECT EXISTS (SELECT 1 FROM act WHERE undone = 0)")

    def can_redo(self) -> bool:
        """Return True when there is an act to do again."""
        return self._is_true("SELECT ifnull((SELECT undone FROM act ORDER BY id DESC LIMIT 1), 0)")

    def _is_true(self, select: str) -> bool:
        with self._file.reading() as connection:
            return bool(connection.execute(select).fetchone()[0])
