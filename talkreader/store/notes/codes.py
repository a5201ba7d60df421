"""The codebook: the colours of tags, when to use them, and acts on a tag in all notes at once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime

from talkreader.domain.code import Code, CodeUse, is_under, levels, moved
from talkreader.domain.note import Note
from talkreader.store.files.connections import Connections
from talkreader.store.notes.journal import Act, Journal
from talkreader.store.notes.notes import note_to_json, read
from talkreader.store.values.folding import fold_name
from talkreader.store.values.rows import to_json

# an exact tag or one below it, found by the index of folded ones; "0" is the sign after "/"
_UNDER = (
    "(folded = :folded OR (folded > :folded || '/' AND folded < :folded || '0'))"
    " AND (tag = :tag OR substr(tag, 1, length(:tag) + 1) = :tag || '/')"
)


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

    def book(self) -> list[CodeUse]:
        """Return every tag that a note or the codebook has, and those above it, with its notes."""
        known = {code.tag: code for code in self.all()}
        with self._file.reading() as connection:
            rows = connection.execute("SELECT tag, note FROM tag ORDER BY tag").fetchall()
        own: dict[str, int] = {}
        below: dict[str, set[str]] = {}
        for tag, note in rows:
            own[tag] = own.get(tag, 0) + 1
            below.setdefault(tag, set()).add(note)
        for tag in list(below):
            for level in levels(tag)[:-1]:
                below[level] = below.get(level, set()) | below[tag]
        tags = {level for tag in (*known, *own) for level in levels(tag)}
        return [
            CodeUse(known.get(tag, Code(tag)), own.get(tag, 0), len(below.get(tag, ())))
            for tag in sorted(tags, key=lambda tag: tag.split("/"))
        ]

    def count(self, tag: str) -> int:
        """Return how many notes carry a tag or one below it."""
        with self._file.reading() as connection:
            found = connection.execute(
                f"SELECT count(DISTINCT note) FROM tag WHERE {_UNDER}",  # noqa: S608
                {"tag": tag, "folded": fold_name(tag)},
            )
            return int(found.fetchone()[0])

    def put(self, code: Code) -> None:
        """Keep what a tag means."""
        self.put_all((code,))

    def put_all(self, codes: Iterable[Code]) -> int:
        """Keep what tags mean, as one act; returns how many were not so before."""
        with self._file.writing() as connection:
            before = _all(connection)
            book = {code.tag: code for code in (*before, *codes)}
            acts = _differing(before, book)
            self._journal.act_together(connection, acts)
        return len(acts)

    def add_missing(self, codes: Iterable[Code]) -> int:
        """Keep codes of another library for tags that have none here; returns how many."""
        with self._file.writing() as connection:
            acts = acts_adding(connection, codes)
            self._journal.act_together(connection, acts)
        return len(acts)

    def rename(self, old: str, new: str) -> int:
        """Call a tag and all below it otherwise, in the codebook and in all notes, as one act.

        Where there is a tag of the new name, both become one: that one's colour and definition
        stay. Returns how many notes carry it now that did not. Raises ValueError: ``new`` stands
        under ``old``.
        """
        if old == new:
            return 0
        if not new or is_under(new, old):
            raise ValueError(f"{old} cannot be called {new!r}")
        with self._file.writing() as connection:
            codes = _all(connection)
            book = {code.tag: code for code in codes if not is_under(code.tag, old)}
            for code in codes:
                tag = moved(code.tag, old, new)
                there = book.get(tag, Code(tag))
                book[tag] = Code(
                    tag, there.color or code.color, there.definition or code.definition
                )
            notes = _notes_under(connection, old)
            retagged = _retagged(notes, lambda tag: moved(tag, old, new))
            self._journal.act_together(connection, [*_differing(codes, book), *retagged])
        return len(notes)

    def delete(self, tag: str) -> int:
        """Take a tag and all below it off the codebook and all notes, as one act.

        The notes stay, with their words. Returns how many carried it.
        """
        with self._file.writing() as connection:
            codes = _all(connection)
            book = {code.tag: code for code in codes if not is_under(code.tag, tag)}
            notes = _notes_under(connection, tag)
            retagged = _retagged(notes, lambda each: "" if is_under(each, tag) else each)
            self._journal.act_together(connection, [*_differing(codes, book), *retagged])
        return len(notes)


def acts_adding(connection: sqlite3.Connection, codes: Iterable[Code]) -> list[Act]:
    """Return the acts that keep codes for tags that have none yet."""
    before = _all(connection)
    known = {code.tag for code in before}
    new = [code for code in codes if code.tag not in known]
    return _differing(before, {code.tag: code for code in (*before, *new)})


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


def _all(connection: sqlite3.Connection) -> list[Code]:
    rows = connection.execute("SELECT tag, color, definition FROM code")
    return [Code(*row) for row in rows.fetchall()]


def _differing(before: Iterable[Code], after: Mapping[str, Code]) -> list[Act]:
    """Return the acts that make one codebook of another."""
    known = {code.tag: code for code in before}
    return [
        Act("code", tag, _state(known.get(tag)), _state(after.get(tag)))
        for tag in sorted({*known, *after})
        if known.get(tag) != after.get(tag)
    ]


def _state(code: Code | None) -> str | None:
    return to_json(asdict(code)) if code else None


def _notes_under(connection: sqlite3.Connection, tag: str) -> list[Note]:
    ids = connection.execute(
        f"SELECT DISTINCT note FROM tag WHERE {_UNDER} ORDER BY note",  # noqa: S608
        {"tag": tag, "folded": fold_name(tag)},
    ).fetchall()
    found = (read(connection, note_id) for (note_id,) in ids)
    return [note for note in found if note is not None]


def _retagged(notes: Iterable[Note], name: Callable[[str], str]) -> list[Act]:
    """Return the acts that give every tag of these notes its new name; "": take it off."""
    now, acts = datetime.now(UTC), []
    for note in notes:
        tags = tuple(dict.fromkeys(filter(None, map(name, note.tags))))
        after = replace(note, tags=tags, modified=now)
        acts.append(Act("note", note.id, note_to_json(note), note_to_json(after)))
    return acts
