"""The codebook: the colours of tags, and when to use them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict

from talkreader.domain.code import Code
from talkreader.store.connections import Connections
from talkreader.store.journal import Journal
from talkreader.store.rows import to_json


class Codes:
    """Keeps codes, each act at once and for good; `Notes.undo` takes them back too."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._file = connections
        self._journal = journal

    def all(self) -> list[Code]:
        """Return the codes by tag; a tag without an entry has neither colour nor definition."""
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT tag, color, definition FROM code ORDER BY tag"
            ).fetchall()
        return [Code(*row) for row in rows]

    def put(self, code: Code) -> None:
        """Keep what a tag means; one that says nothing is taken out."""
        with self._file.writing() as connection:
            before = _read(connection, code.tag)
            after = None if code == Code(code.tag) else code
            if before != after:
                self._journal.act(
                    connection,
                    "code",
                    code.tag,
                    before=to_json(asdict(before)) if before else None,
                    after=to_json(asdict(after)) if after else None,
                )

    def add_missing(self, codes: Iterable[Code]) -> int:
        """Keep codes of another library for tags that have none here; returns how many."""
        known = {code.tag for code in self.all()}
        new = [code for code in codes if code.tag not in known and code != Code(code.tag)]
        for code in new:
            self.put(code)
        return len(new)


def put_code(connection: sqlite3.Connection, tag: str, state: str | None) -> None:
    """Make the row of a code say what its JSON says; None: that it is not."""
    if state is None:
        connection.execute("DELETE FROM code WHERE tag = ?", (tag,))
        return
    code = Code(**json.loads(state))
    connection.execute(
        "INSERT OR REPLACE INTO code (tag, color, definition) VALUES (?, ?, ?)",
        (code.tag, code.color, code.definition),
    )


def _read(connection: sqlite3.Connection, tag: str) -> Code | None:
    row = connection.execute(
        "SELECT tag, color, definition FROM code WHERE tag = ?", (tag,)
    ).fetchone()
    return None if row is None else Code(*row)
