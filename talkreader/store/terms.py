"""The person's own terms, beside those that come with the program."""

from __future__ import annotations

import json
import sqlite3

from talkreader.domain.glossary import Term
from talkreader.store.connections import Connections
from talkreader.store.journal import Journal
from talkreader.store.rows import to_json


class Terms:
    """Keeps terms by their English word; each change is an act that `Notes.undo` takes back."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._file = connections
        self._journal = journal

    def all(self) -> list[Term]:
        """Return the person's terms, by their English word."""
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT english, simplified, traditional, note FROM term ORDER BY english"
            )
            return [
                Term(english, simplified, traditional, note, own=True)
                for english, simplified, traditional, note in rows
            ]

    def put(self, term: Term) -> None:
        """Keep a term, in place of the one with the same English word."""
        with self._file.writing() as connection:
            before = _state(connection, term.english)
            after = to_json([term.simplified, term.traditional, term.note])
            if before != after:
                self._journal.act(connection, "term", term.english, before=before, after=after)

    def delete(self, english: str) -> None:
        """Remove a term. Raises KeyError when the person has none of this word."""
        with self._file.writing() as connection:
            before = _state(connection, english)
            if before is None:
                raise KeyError(english)
            self._journal.act(connection, "term", english, before=before, after=None)


def put_term(connection: sqlite3.Connection, english: str, state: str | None) -> None:
    """Make the row of a term say what its JSON says; None: that it is not."""
    if state is None:
        connection.execute("DELETE FROM term WHERE english = ?", (english,))
        return
    connection.execute(
        "INSERT OR REPLACE INTO term VALUES (?, ?, ?, ?)", (english, *json.loads(state))
    )


def _state(connection: sqlite3.Connection, english: str) -> str | None:
    row = connection.execute(
        "SELECT simplified, traditional, note FROM term WHERE english = ?", (english,)
    ).fetchone()
    return None if row is None else to_json(list(row))
