"""The translation memory of a person."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from talkreader.domain.body import Span
from talkreader.domain.incoming import Incoming, Reason, Refused, Taken
from talkreader.domain.page import PageKey
from talkreader.domain.translation import Translation, TranslationOrigin
from talkreader.store.files.connections import Connections
from talkreader.store.notes.journal import Journal
from talkreader.store.values.folding import fold
from talkreader.store.values.rows import to_json

_COLUMNS = (
    *("id", "source", "target", "source_language", "target_language", "origin", "created"),
    *("modified", "site", "title", "comment", "occurrence", "start", "end", "machine"),
)
_SELECT = (
    "SELECT id, source, target, source_language, target_language, origin, created, modified, site,"
    ' title, comment, occurrence, start, "end", machine FROM translation '
)


class Translations:
    """Keeps units; each change is an act that `Notes.undo` takes back."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._file = connections
        self._journal = journal

    def put(self, unit: Translation) -> None:
        """Keep a unit as it is now, new or changed."""
        with self._file.writing() as connection:
            before = _read(connection, unit.id)
            if before != unit:
                self._act(connection, before, unit)

    def delete(self, unit_id: str) -> None:
        """Remove a unit. Raises KeyError when there is none of this id."""
        with self._file.writing() as connection:
            before = _read(connection, unit_id)
            if before is None:
                raise KeyError(unit_id)
            self._act(connection, before, None)

    def _act(
        self, connection: sqlite3.Connection, before: Translation | None, after: Translation | None
    ) -> None:
        self._journal.act(
            connection,
            "translation",
            after.id if after else before.id if before else "",
            before=_to_json(before) if before else None,
            after=_to_json(after) if after else None,
        )

    def add_all(self, incoming: Incoming[Translation]) -> Taken:
        """Keep units that came from elsewhere, in one go; what the person has stays as it is.

        A unit with the same words in the same languages is not kept twice. This is no act to undo:
        thousands of units would bury the acts before.
        """
        new = same = 0
        refused = list(incoming.refused)
        with self._file.writing() as connection:
            for unit in incoming.items:
                mine = _read(connection, unit.id)
                if _is_known(connection, unit):
                    same += 1
                elif mine is not None:
                    refused.append(Refused(0, Reason.YOURS_DIFFERS, mine.source[:60]))
                else:
                    put_translation(connection, unit.id, _to_json(unit))
                    new += 1
        return Taken(new, same, tuple(refused))

    def for_page(self, key: PageKey) -> list[Translation]:
        """Return the units whose source stands on a page, in the order in which they were made."""
        return self._read_all("WHERE site = ? AND title = ? ORDER BY created, id", *key)

    def all(self) -> list[Translation]:
        """Return the whole memory, the oldest unit first."""
        return self._read_all("ORDER BY created, id")

    def same(self, source: str) -> list[Translation]:
        """Return the units whose source is this text, in either Chinese script; newest first."""
        return self._read_all(
            "WHERE folded = ? ORDER BY modified DESC, id", fold(" ".join(source.split()))
        )

    def latest(self, limit: int) -> list[Translation]:
        """Return the units that were changed last, the newest first."""
        return self._read_all("ORDER BY modified DESC, id LIMIT ?", limit)

    def count(self) -> int:
        """Return how many units the memory has."""
        with self._file.reading() as connection:
            return int(connection.execute("SELECT count(*) FROM translation").fetchone()[0])

    def containing(self, words: str, limit: int = 200) -> list[Translation]:
        """Return the units with these words on either side (concordance), newest first."""
        folded = fold(" ".join(words.split()))
        if not folded:
            return []
        return self._read_all(
            "WHERE instr(folded, ?1) OR instr(folded_target, ?1) ORDER BY modified DESC, id LIMIT"
            " ?2",
            folded,
            limit,
        )

    def _read_all(self, rest: str, *values: object) -> list[Translation]:
        with self._file.reading() as connection:
            return [_unit(row) for row in connection.execute(_SELECT + rest, values)]


def places_of(words: str, text: str) -> list[Span]:
    """Return where words that `Translations.containing` looks for stand in a text."""
    wanted = fold(" ".join(words.split())).split(" ")
    if not wanted[0]:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, wanted)))
    return [Span(*found.span()) for found in pattern.finditer(fold(text))]


def _is_known(connection: sqlite3.Connection, unit: Translation) -> bool:
    """Return whether there is a unit with the same words in the same languages."""
    row = connection.execute(
        "SELECT 1 FROM translation WHERE folded = ? AND source = ?"
        " AND target = ? AND source_language = ? AND target_language = ?",
        (
            *(fold(" ".join(unit.source.split())), unit.source, unit.target),
            *(unit.source_language, unit.target_language),
        ),
    ).fetchone()
    return row is not None


def put_translation(connection: sqlite3.Connection, unit_id: str, state: str | None) -> None:
    """Make the row of a unit say what its JSON says; None: that it is not."""
    if state is None:
        connection.execute("DELETE FROM translation WHERE id = ?", (unit_id,))
        return
    parts = json.loads(state)
    folded = [fold(" ".join(parts[side].split())) for side in ("source", "target")]
    connection.execute(
        "INSERT OR REPLACE INTO translation"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [*(parts[name] for name in _COLUMNS), *folded],
    )


def _read(connection: sqlite3.Connection, unit_id: str) -> Translation | None:
    row = connection.execute(_SELECT + "WHERE id = ?", (unit_id,)).fetchone()
    return None if row is None else _unit(row)


def _unit(row: Sequence[Any]) -> Translation:
    parts = dict(zip(_COLUMNS, row, strict=True))
    parts["origin"] = TranslationOrigin(parts["origin"])
    for name in ("created", "modified"):
        parts[name] = datetime.fromisoformat(parts[name])
    return Translation(**parts)


def _to_json(unit: Translation) -> str:
    parts = asdict(unit)
    for name in ("created", "modified"):
        parts[name] = parts[name].isoformat()
    return to_json(parts)
