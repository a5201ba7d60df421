"""What a person corrected in a page: an author, a parent, two comments that are one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from talkreader.domain.correction import Correction, CorrectionKind
from talkreader.domain.page import PageKey
from talkreader.store.files.connections import Connections
from talkreader.store.notes.journal import Journal
from talkreader.store.values.rows import to_json


class Corrections:
    """Keeps corrections; each is an act that `Journal.undo` takes back."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._file = connections
        self._journal = journal

    def add(self, key: PageKey, kind: str, data: Mapping[str, Any]) -> Correction:
        """Return the new correction of a page. ``kind`` is a `CorrectionKind`, or its value.

        Raises: ValueError: there is no such kind.
        """
        from uuid import uuid4

        sort = CorrectionKind(kind)
        correction = Correction(str(uuid4()), key, sort, dict(data), datetime.now(UTC))
        after = to_json([*key, sort.value, correction.data, correction.created.isoformat()])
        with self._file.writing() as connection:
            self._journal.act(connection, "correction", correction.id, before=None, after=after)
        return correction

    def delete(self, correction_id: str) -> None:
        """Remove a correction. Raises KeyError when there is none of this id."""
        with self._file.writing() as connection:
            row = connection.execute(
                "SELECT site, title, kind, data, created FROM correction WHERE id = ?",
                (correction_id,),
            ).fetchone()
            if row is None:
                raise KeyError(correction_id)
            site, title, kind, data, created = row
            before = to_json([site, title, kind, json.loads(data), created])
            self._journal.act(connection, "correction", correction_id, before=before, after=None)

    def for_page(self, key: PageKey) -> list[Correction]:
        """Return the corrections of a page, in the order in which they were made."""
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT id, kind, data, created FROM correction WHERE site = ? AND title = ?"
                " ORDER BY created, id",
                key,
            )
            return [
                Correction(
                    name,
                    key,
                    CorrectionKind(kind),
                    json.loads(data),
                    datetime.fromisoformat(created),
                )
                for name, kind, data, created in rows
            ]


def put_correction(connection: sqlite3.Connection, subject: str, state: str | None) -> None:
    """Make the row of a correction say what its JSON says; None: that it is not."""
    if state is None:
        connection.execute("DELETE FROM correction WHERE id = ?", (subject,))
        return
    site, title, kind, data, created = json.loads(state)
    connection.execute(
        "INSERT OR REPLACE INTO correction VALUES (?, ?, ?, ?, ?, ?)",
        (subject, site, title, kind, to_json(data), created),
    )
