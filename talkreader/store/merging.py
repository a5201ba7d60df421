"""Taking in another person's notes: nothing is dropped, and taking them in twice changes nothing.

A note of the other side is one we know in an earlier state (then it is brought up to date), one
they know in an earlier state (then ours stays), or one that both sides changed: then both are
kept, theirs under an id that follows from what it says.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, uuid5

from talkreader.domain.note import Note
from talkreader.store.connections import Connections
from talkreader.store.journal import Journal
from talkreader.store.notes import note_to_json, read

_TWINS = uuid5(NAMESPACE_URL, "https://talkreader.invalid/notes/other-side")


@dataclass(frozen=True, slots=True)
class Merged:
    """How many notes were new, brought up to date, kept beside ours, and known already."""

    added: int = 0
    updated: int = 0
    beside: int = 0
    known: int = 0

    @property
    def changed(self) -> bool:
        """True when the notes are not what they were before."""
        return bool(self.added or self.updated or self.beside)


@dataclass(frozen=True, slots=True)
class Shared:
    """A note as another library has it, and the digests of what it was there before."""

    note: Note
    before: frozenset[str] = frozenset()


def digest(note: Note) -> str:
    """Return what tells one state of a note from another (hex)."""
    return _digest(note_to_json(note))


def _digest(state: str) -> str:
    plain = json.dumps(json.loads(state), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()


class Merging:
    """Gives notes away with what they were, and takes others in."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._file = connections
        self._journal = journal

    def history(self, note_ids: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return the digests of all states of notes, the deleted ones included."""
        with self._file.reading() as connection:
            return {note_id: _states(connection, note_id) for note_id in note_ids}

    def merge(self, shared: Iterable[Shared]) -> Merged:
        """Take notes in, all or none of them; every one can be undone."""
        counted = dict.fromkeys(("added", "updated", "beside", "known"), 0)
        with self._file.writing() as connection:
            for theirs in shared:
                counted[self._take(connection, theirs)] += 1
        return Merged(**counted)

    def _take(self, connection: sqlite3.Connection, theirs: Shared) -> str:
        note = theirs.note
        ours = read(connection, note.id)
        states = _states(connection, note.id)
        if ours is None and not states:
            return self._keep(connection, None, note, "added")
        if digest(note) in states:
            return "known"  # as we have it, or as we had it before we changed or deleted it
        if ours is not None and digest(ours) in theirs.before:
            return self._keep(connection, ours, note, "updated")
        twin = replace(note, id=str(uuid5(_TWINS, f"{note.id} {digest(note)}")))
        if read(connection, twin.id) is not None or _states(connection, twin.id):
            return "known"
        return self._keep(connection, None, twin, "beside")

    def _keep(
        self, connection: sqlite3.Connection, before: Note | None, after: Note, what: str
    ) -> str:
        old = note_to_json(before) if before else None
        self._journal.act(connection, "note", after.id, before=old, after=note_to_json(after))
        return what


def _states(connection: sqlite3.Connection, note_id: str) -> frozenset[str]:
    rows = connection.execute(
        "SELECT before, after FROM act WHERE kind = 'note' AND subject = ?", (note_id,)
    ).fetchall()
    states = {_digest(state) for row in rows for state in row if state is not None}
    current = read(connection, note_id)
    return frozenset(states | ({digest(current)} if current else set()))
