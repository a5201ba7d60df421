"""The person's notes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from talkreader.domain.note import Color, Note, Target
from talkreader.domain.page import PageKey, shown_site
from talkreader.store.files.connections import Connections
from talkreader.store.notes.journal import Act, Journal
from talkreader.store.values.folding import fold, fold_name
from talkreader.store.values.keys import NO_SITE
from talkreader.store.values.rows import to_json

_COLUMNS = ("id", "color", "text", "created", "modified", "targets", "tags")

_ELSEWHERE = (
    "SELECT note, site, title, comment, occurrence FROM json_each(?) JOIN target"
    " ON comment = value WHERE {} ORDER BY note, place"
)
_SECTIONS_ELSEWHERE = (
    "SELECT note, site, title, section FROM (SELECT note, site, title,"
    " json_extract(targets, '$[' || place || '].section') AS section,"
    " json_extract(targets, '$[' || place || '].exact') AS exact"
    " FROM target JOIN note ON note.id = target.note"
    " WHERE comment = '' AND site = ? AND title NOT IN ('', ?)) WHERE section != '' AND exact = ''"
)
_ANY_ELSEWHERE = "SELECT 1 FROM target WHERE {} AND comment != '' LIMIT 1"


def note_to_json(note: Note) -> str:
    """Return a note as JSON, all of it."""
    return to_json(
        {
            "id": note.id,
            "color": note.color,
            "text": note.text,
            "created": note.created.isoformat(),
            "modified": note.modified.isoformat(),
            "targets": [asdict(target) for target in note.targets],
            "tags": note.tags,
        }
    )


def json_to_note(data: str) -> Note:
    """Return the note that `note_to_json` was given."""
    return _note(json.loads(data))


def _note(parts: dict[str, Any]) -> Note:
    return Note(
        id=parts["id"],
        targets=tuple(Target(**target) for target in parts["targets"]),
        color=Color(parts["color"]) if parts["color"] else None,
        text=parts["text"],
        tags=tuple(parts["tags"]),
        created=datetime.fromisoformat(parts["created"]),
        modified=datetime.fromisoformat(parts["modified"]),
    )


def row_to_note(row: Sequence[Any]) -> Note:
    """Return the note of a row (id, color, text, created, modified, targets, tags)."""
    parts = dict(zip(_COLUMNS, row, strict=True))
    return _note(parts | {name: json.loads(parts[name]) for name in ("targets", "tags")})


class Notes:
    """Saves notes, each act at once and for good, and takes acts back."""

    def __init__(self, connections: Connections, journal: Journal) -> None:
        self._file = connections
        self._journal = journal

    def add(self, note: Note) -> None:
        """Keep a new note. Raises ValueError when there is one of its id."""
        with self._file.writing() as connection:
            if read(connection, note.id) is not None:
                raise ValueError(f"there is a note {note.id} already")
            self._act(connection, None, note)

    def update(self, note: Note) -> None:
        """Keep a note as it is now. Raises KeyError when there is none of its id."""
        with self._file.writing() as connection:
            before = read(connection, note.id)
            if before is None:
                raise KeyError(note.id)
            if before != note:
                self._act(connection, before, note)

    def type(self, note: Note, act: int = 0) -> int:
        """Keep a note as it is while somebody writes it; the whole writing is one act.

        ``act`` is what the last call returned, 0 at the beginning. Raises KeyError when there is no
        note of its id.
        """
        with self._file.writing() as connection:
            before = read(connection, note.id)
            if before is None:
                raise KeyError(note.id)
            if before == note:
                return act
            return self._journal.amend(
                connection, Act("note", note.id, note_to_json(before), note_to_json(note)), act
            )

    def delete(self, note_id: str) -> None:
        """Remove a note; `undo` brings it back. Raises KeyError when there is none of this id."""
        with self._file.writing() as connection:
            before = read(connection, note_id)
            if before is None:
                raise KeyError(note_id)
            self._act(connection, before, None)

    def _act(self, connection: sqlite3.Connection, before: Note | None, after: Note | None) -> None:
        self._journal.act(
            connection,
            "note",
            after.id if after else before.id if before else "",
            before=note_to_json(before) if before else None,
            after=note_to_json(after) if after else None,
        )

    def undo(self) -> list[str]:
        """Take back the last act; returns the ids of what it changed, [] when there is none."""
        return self._journal.undo()

    def redo(self) -> list[str]:
        """Do again what was taken back last; returns the ids of what it changed."""
        return self._journal.redo()

    def undoes_more_than(self, count: int) -> bool:
        """Return True when `undo` would change more than so many notes at once."""
        return self._journal.undoes_more_than(count)

    def redoes_more_than(self, count: int) -> bool:
        """Return True when `redo` would change more than so many notes at once."""
        return self._journal.redoes_more_than(count)

    def can_undo(self) -> bool:
        """Return True when there is an act to take back."""
        return self._journal.can_undo()

    def can_redo(self) -> bool:
        """Return True when there is an act to do again."""
        return self._journal.can_redo()

    def get(self, note_id: str) -> Note:
        """Return a note. Raises KeyError when there is none of this id."""
        with self._file.reading() as connection:
            note = read(connection, note_id)
        if note is None:
            raise KeyError(note_id)
        return note

    def for_page(self, key: PageKey) -> list[Note]:
        """Return the notes with a target on this page, oldest first."""
        return self.all(page=key)

    def about_comments(self, key: PageKey, names: Iterable[str]) -> list[tuple[str, Target]]:
        """Return the notes (by id) on comments of such names on other pages of the site.

        A page of no known site may be of any: copies often do not say it. Each note comes with its
        target, of which the page, the comment and the occurrence are told. ``names`` are only gone
        through when there is any note on a comment elsewhere.
        """
        here, values = "(site, title) != (?, ?)", tuple(key)
        if site := shown_site(key.site):
            here, values = f"{here} AND (site = ? OR {NO_SITE})", (*values, site)
        with self._file.reading() as connection:
            if connection.execute(_ANY_ELSEWHERE.format(here), values).fetchone() is None:
                return []
            rows = connection.execute(
                _ELSEWHERE.format(here), (to_json(sorted({*names} - {""})), *values)
            )
            return [
                (note, Target(site, title, comment=name, occurrence=occurrence))
                for note, site, title, name, occurrence in rows
            ]

    def about_sections(self, key: PageKey) -> list[tuple[str, Target]]:
        """Return the notes (by id) on sections of other pages of the site, each with its target."""
        with self._file.reading() as connection:
            return [
                (note, Target(site, title, section))
                for note, site, title, section in connection.execute(_SECTIONS_ELSEWHERE, key)
            ]

    def all(
        self,
        *,
        color: Color | None = None,
        tag: str | None = None,
        text: str = "",
        page: PageKey | None = None,
    ) -> list[Note]:
        """Return the notes that fit all of the filters, oldest first.

        ``text`` is looked for in the note, its tags and its quotes, as a search does. ``tag``
        finds its sub-tags (``a`` finds ``a/b``) too.
        """
        # only what is asked for is in the statement: SQLite plans for all that stands there
        asked = {
            "color = :color": color is not None,
            "id IN (SELECT note FROM tag WHERE folded = :tag"
            " OR substr(folded, 1, length(:tag) + 1) = :tag || '/')": tag is not None,
            "instr(folded, :text)": bool(fold(text).strip()),
            "id IN (SELECT note FROM target WHERE site = :site AND title = :title)": page
            is not None,
        }
        where = " AND ".join(condition for condition, wanted in asked.items() if wanted)
        site, title = page or PageKey("", "")
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT id, color, text, created, modified, targets, tags FROM note"  # noqa: S608
                f" WHERE {where or 'TRUE'} ORDER BY created, id",
                {
                    "color": color,
                    "tag": None if tag is None else fold_name(tag),
                    "text": fold(text).strip(),
                    "site": site,
                    "title": title,
                },
            )
            return [row_to_note(row) for row in rows]

    def count(self) -> int:
        """Return how many notes there are."""
        with self._file.reading() as connection:
            # a note has a first target; its own rows are long, and counting reads them all
            found = connection.execute("SELECT count(*) FROM target WHERE place = 0")
            return int(found.fetchone()[0])

    def folded(self) -> dict[str, str]:
        """Return the words of all notes by id, as a search compares them: text, tags, quotes."""
        with self._file.reading() as connection:
            return dict(connection.execute("SELECT id, folded FROM note").fetchall())

    def written(self) -> dict[str, str]:
        """Return when each note was written last, as ISO 8601 has it, by id."""
        with self._file.reading() as connection:
            return dict(connection.execute("SELECT id, modified FROM note").fetchall())

    def tags(self) -> dict[str, int]:
        """Return how many notes have each tag, by name."""
        with self._file.reading() as connection:
            rows = connection.execute("SELECT tag, count(*) FROM tag GROUP BY tag ORDER BY tag")
            return dict(rows.fetchall())

    def version(self) -> int:
        """Return a number that is another one when anybody wrote since, for this thread."""
        with self._file.reading() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def position(self, key: PageKey) -> str | None:
        """Return where the person was in a page, as it was set; None for a page never left."""
        with self._file.reading() as connection:
            row = connection.execute(
                "SELECT value FROM position WHERE site = ? AND title = ?", key
            ).fetchone()
        return None if row is None else str(row[0])

    def set_position(self, key: PageKey, value: str) -> None:
        """Remember where the person is in a page; the words are the caller's own."""
        with self._file.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO position VALUES (?, ?, ?)", (*key, value))


def read(connection: sqlite3.Connection, note_id: str) -> Note | None:
    """Return a note; None when there is none of this id."""
    row = connection.execute(
        "SELECT id, color, text, created, modified, targets, tags FROM note WHERE id = ?",
        (note_id,),
    ).fetchone()
    return None if row is None else row_to_note(row)


def put_note(connection: sqlite3.Connection, note_id: str, state: str | None) -> None:
    """Make the rows of a note say what its JSON says; None: that it is not."""
    connection.execute("DELETE FROM target WHERE note = ?", (note_id,))
    connection.execute("DELETE FROM tag WHERE note = ?", (note_id,))
    if state is None:
        connection.execute("DELETE FROM note WHERE id = ?", (note_id,))
        return
    note = json_to_note(state)
    words = [note.text, *note.tags, *(target.exact for target in note.targets)]
    connection.execute(
        "INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(note.id, note.color, note.text, fold("\n".join(words))),
            *(note.created.isoformat(), note.modified.isoformat()),
            to_json([asdict(target) for target in note.targets]),
            to_json(note.tags),
        ),
    )
    connection.executemany(
        "INSERT INTO target VALUES (?, ?, ?, ?, ?, ?)",
        (
            (note.id, place, t.site, t.title, t.comment, t.occurrence)
            for place, t in enumerate(note.targets)
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO tag VALUES (?, ?, ?)",
        ((note.id, tag, fold_name(tag)) for tag in note.tags),
    )
