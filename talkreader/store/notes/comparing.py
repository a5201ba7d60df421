"""How the notes of a backup differ from those of now: what restoring it would bring and take."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

_STATES = "SELECT id, color, text, targets, tags FROM note"


@dataclass(frozen=True, slots=True)
class Compared:
    """How many notes a copy holds in all, only it holds, only the present holds, and differ."""

    notes: int
    only_there: int = 0
    only_now: int = 0
    different: int = 0

    @property
    def same(self) -> bool:
        """True when restoring the copy would change no note."""
        return not (self.only_there or self.only_now or self.different)


def compare(now: sqlite3.Connection, copy: Path) -> Compared:
    """Return how the notes of a copy differ. Raises sqlite3.DatabaseError: it cannot be read."""
    there, here = _states_in(copy), _states(now)
    both = there.keys() & here.keys()
    return Compared(
        len(there),
        len(there.keys() - both),
        len(here.keys() - both),
        sum(there[note] != here[note] for note in both),
    )


def count_notes(copy: Path) -> int | None:
    """Return how many notes a copy holds; None when it cannot be read."""
    try:
        with closing(_open(copy)) as connection:
            return int(connection.execute("SELECT count(*) FROM note").fetchone()[0])
    except sqlite3.DatabaseError:
        return None


def _states_in(copy: Path) -> dict[str, tuple[object, ...]]:
    with closing(_open(copy)) as connection:
        return _states(connection)


def _states(connection: sqlite3.Connection) -> dict[str, tuple[object, ...]]:
    return {row[0]: row[1:] for row in connection.execute(_STATES)}


def _open(copy: Path) -> sqlite3.Connection:
    # nobody writes a copy: SQLite need not look for a log, or make one in a read-only folder
    name = quote(str(copy.absolute()))
    return sqlite3.connect(f"file:{name}?mode=ro&immutable=1", uri=True)
