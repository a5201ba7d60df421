"""The person's own terms, beside those that come with the program."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from talkreader.domain.glossary import Term
from talkreader.domain.incoming import Incoming, Reason, Refused, Taken
from talkreader.store.files.connections import Connections
from talkreader.store.notes.journal import Journal
from talkreader.store.values.rows import to_json


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

    def add_all(self, incoming: Incoming[Term], ours: Iterable[Term] = ()) -> Taken:
        """Keep terms that came from elsewhere, in one go; the person's own stay as they are.

        ``ours`` are terms that come with the program: what says the same is not kept again. This is
        no act to undo: hundreds of terms would bury the acts before.
        """
        known = {_words(term) for term in ours}
        new = same = 0
        refused = list(incoming.refused)
        with self._file.writing() as connection:
            for term in incoming.items:
                before = _state(connection, term.english)
                after = to_json([term.simplified, term.traditional, term.note])
                if before == after or (before is None and _words(term) in known):
                    same += 1
                elif before is not None:
                    refused.append(Refused(0, Reason.YOURS_DIFFERS, term.english))
                else:
                    put_term(connection, term.english, after)
                    new += 1
        return Taken(new, same, tuple(refused))

    def delete(self, english: str) -> None:
        """Remove a term. Raises KeyError when the person has none of this word."""
        with self._file.writing() as connection:
            before = _state(connection, english)
            if before is None:
                raise KeyError(english)
            self._journal.act(connection, "term", english, before=before, after=None)


def _words(term: Term) -> tuple[str, str, str]:
    return term.english, term.simplified, term.traditional


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
