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

from talkreader.domain.code import Code
from talkreader.domain.note import Note
from talkreader.store.files.connections import Connections
from talkreader.store.notes.codes import acts_adding
from talkreader.store.notes.journal import Act, Journal
from talkreader.store.notes.notes import note_to_json, read

_TWINS = uuid5(NAMESPACE_URL, "https://talkreader.invalid/notes/other-side")


@dataclass(frozen=True, slots=True)
class Merged:
    """How many notes were new, brought up to date, kept beside ours, and known already.

    ``codes``: how many codes were new.
    """

    added: int = 0
    updated: int = 0
    beside: int = 0
    known: int = 0
    codes: int = 0

    @property
    def changed(self) -> bool:
        """True when the notes or the codebook are not what they were before."""
        return bool(self.added or self.updated or self.beside or self.codes)


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

    def look(self, shared: Iterable[Shared], codes: Iterable[Code] = ()) -> Merged:
        """Return what `merge` would do; nothing is changed."""
        with self._file.reading() as connection:
            return _acts(connection, shared, codes)[1]

    def merge(self, shared: Iterable[Shared], codes: Iterable[Code] = ()) -> Merged:
        """Take in notes, and codes for tags that have none here: all or nothing.

        It is one act: one undo takes all of it back.
        """
        with self._file.writing() as connection:
            acts, merged = _acts(connection, shared, codes)
            self._journal.act_together(connection, acts)
        return merged


def _acts(
    connection: sqlite3.Connection, shared: Iterable[Shared], codes: Iterable[Code]
) -> tuple[list[Act], Merged]:
    """Return what has to be done to take these in, and the count of it."""
    acts: dict[str, Act] = {}
    counted = dict.fromkeys(("added", "updated", "beside", "known"), 0)
    for theirs in shared:
        what, act = _judge(connection, theirs)
        if act is not None and act.subject in acts:
            what, act = "known", None  # the same note twice in one file
        counted[what] += 1
        if act is not None:
            acts[act.subject] = act
    new = acts_adding(connection, codes)
    return [*acts.values(), *new], Merged(**counted, codes=len(new))


def _judge(connection: sqlite3.Connection, theirs: Shared) -> tuple[str, Act | None]:
    """Return what a note of the other side is to us, and what has to be done."""
    note = theirs.note
    ours = read(connection, note.id)
    states = _states(connection, note.id)
    if ours is None and not states:
        return "added", _act(None, note)
    if digest(note) in states:
        return "known", None  # as we have it, or as we had it before we changed or deleted it
    if ours is not None and digest(ours) in theirs.before:
        return "updated", _act(ours, note)
    twin = replace(note, id=str(uuid5(_TWINS, f"{note.id} {digest(note)}")))
    if read(connection, twin.id) is not None or _states(connection, twin.id):
        return "known", None
    return "beside", _act(None, twin)


def _act(before: Note | None, after: Note) -> Act:
    return Act("note", after.id, note_to_json(before) if before else None, note_to_json(after))


def _states(connection: sqlite3.Connection, note_id: str) -> frozenset[str]:
    rows = connection.execute(
        # what was taken back has not been: a merge that was undone can be done again
        "SELECT before, CASE undone WHEN 0 THEN after END FROM act"
        " WHERE kind = 'note' AND subject = ?",
        (note_id,),
    ).fetchall()
    states = {_digest(state) for row in rows for state in row if state is not None}
    current = read(connection, note_id)
    return frozenset(states | ({digest(current)} if current else set()))
