"""A page that was known by its text gets a title: what a person has on it goes by that then.

Also what can be undone: the acts that are written down say the new name, as if it had always been.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from typing import Any

from talkreader.domain.page import PageKey
from talkreader.store.files.connections import Connections
from talkreader.store.notes.notes import note_to_json, put_note, read
from talkreader.store.values.rows import to_json

_RENAME = "UPDATE OR REPLACE {} SET site = ?, title = ? WHERE site = ? AND title = ?"
_TABLES = ("position", "seen", "correction", "translation")


def rename_page(
    notes: Connections, old: PageKey, new: PageKey, strays: Iterable[tuple[str, str]] = ()
) -> None:
    """Make all that is about one page be about another; what is known of both is the old page's.

    ``strays``: the notes (by id) and the names of comments that stand on this page though the note
    names another one without a title: they are about the new page, too.
    """
    stray = frozenset(strays)
    renames: dict[str, Callable[[Any], None]] = {
        "note": lambda state: _rename_targets(state, old, new, stray),
        "correction": lambda state: _rename_first(state, old, new),
        "translation": lambda state: _rename_fields(state, old, new),
    }
    with notes.writing() as connection:
        about = connection.execute(
            "SELECT DISTINCT note FROM target WHERE site = ? AND title = ?", old
        ).fetchall()
        for note in sorted({note for (note,) in about} | {note for note, _name in stray}):
            _rename_note(connection, note, renames["note"])
        for table in _TABLES:
            connection.execute(_RENAME.format(table), (*new, *old))
        acts = connection.execute(
            "SELECT id, kind, before, after FROM act WHERE kind IN ('note', 'correction',"
            " 'translation') AND (instr(before, :key) OR instr(after, :key)"
            " OR subject IN (SELECT value FROM json_each(:stray)))",
            {"key": old.site, "stray": to_json(sorted({note for note, _name in stray}))},
        ).fetchall()
        for act, kind, before, after in acts:
            states = [_renamed(state, renames[kind]) for state in (before, after)]
            connection.execute("UPDATE act SET before = ?, after = ? WHERE id = ?", (*states, act))


def _renamed(state: str | None, rename: Callable[[Any], None]) -> str | None:
    if state is None:
        return None
    parts = json.loads(state)
    rename(parts)
    return to_json(parts)


def _rename_note(connection: sqlite3.Connection, note: str, rename: Callable[[Any], None]) -> None:
    found = read(connection, note)
    if found is not None:
        put_note(connection, note, _renamed(note_to_json(found), rename))


def _rename_targets(
    state: Any, old: PageKey, new: PageKey, stray: frozenset[tuple[str, str]]
) -> None:
    for target in state["targets"]:
        _rename_fields(target, old, new)
        if not target["title"] and (state["id"], target["comment"]) in stray:
            target["site"], target["title"] = new


def _rename_first(state: Any, old: PageKey, new: PageKey) -> None:
    if tuple(state[:2]) == old:
        state[:2] = new


def _rename_fields(state: Any, old: PageKey, new: PageKey) -> None:
    if (state["site"], state["title"]) == old:
        state["site"], state["title"] = new
