"""Backups: why they were made, what they hold against now, and mending an open library."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from talkreader.domain.errors import LibraryDamaged, LibraryError
from talkreader.store import Library, Why, open_library, set_archive_aside
from talkreader.store.files.backup import KEPT, is_due
from talkreader.store.files.schema import NOTES, Schema, migrate
from talkreader.store.notes.comparing import Compared, count_notes
from talkreader.store.notes.merging import Shared
from tests.store.pages import make_note

NOW = "2026-01-02T03:04:05+00:00"


def age(library: Library, days: int) -> None:
    """Make all backups so much older than they are."""
    for copy in library.backups():
        old = copy.made - timedelta(days=days)
        name = f"notes-{old:%Y%m%d-%H%M%S-%f}{'-' + copy.why if copy.why else ''}.sqlite"
        copy.path.rename(copy.path.with_name(name))


def test_backups_say_why_they_were_made(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.notes.add(make_note("one"))  # the first change of the day
        asked = library.back_up()
        library.notes.add(make_note("two"))
        assert asked is not None
        library.restore(asked.path)

        assert [copy.why for copy in library.backups()] == [Why.DAILY, Why.ASKED, Why.RESTORE]


def test_the_oldest_of_ten_backups_can_be_restored_and_is_still_there(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        for number in range(KEPT):
            library.notes.add(make_note(f"note {number}"))
            library.back_up()
        library.notes.add(make_note("after the last backup"))
        oldest = library.backups()[0].path
        assert len(library.backups()) == KEPT
        held = count_notes(oldest)

        before = library.restore(oldest)

        assert library.notes.count() == held
        assert before is not None
        assert count_notes(before.path) == KEPT + 1
        assert oldest.exists()


def test_a_backup_of_an_older_program_has_no_reason_and_is_listed(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.notes.add(make_note("one"))
        (copy,) = library.backups()
        copy.path.rename(copy.path.with_name("notes-20250102-030405-000006.sqlite"))

        (listed,) = library.backups()

    assert listed.made == datetime(2025, 1, 2, 3, 4, 5, 6, UTC)
    assert listed.why is Why.UNKNOWN


def test_days_without_a_change_leave_no_copy_and_days_with_one_leave_one(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        note = make_note("one")
        library.notes.add(note)
        library.notes.update(replace(note, text="two"))
        assert len(library.backups()) == 1  # of the empty library, before the first change
        age(library, 1)
        library.notes.update(replace(note, text="three"))
        library.notes.update(replace(note, text="four"))
        assert len(library.backups()) == 2
        assert count_notes(library.backups()[-1].path) == 1
        age(library, 1)
    with open_library(tmp_path) as library:
        library.notes.all()
        assert len(library.backups()) == 2  # a day on which nothing was written
        contents = [copy.path.read_bytes() for copy in library.backups()]
        assert len(set(contents)) == 2
        assert is_due(tmp_path / "notes.sqlite")


def test_a_migration_copies_the_notes_first(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "notes.sqlite", isolation_level=None)) as notes:
        migrate(notes, Schema(NOTES.file, NOTES.steps[:3]))  # as version 3 left it
        row = ("n", None, "old", "old", NOW, NOW, json.dumps([{"site": "w", "title": "T"}]), "[]")
        notes.execute("INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    with open_library(tmp_path) as library:
        (copy,) = library.backups()
        assert [note.text for note in library.notes.all()] == ["old"]

    assert copy.why is Why.MIGRATION
    assert count_notes(copy.path) == 1
    with closing(sqlite3.connect(copy.path)) as before:
        assert before.execute("PRAGMA user_version").fetchone() == (3,)


def test_a_backup_is_compared_with_now(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        kept, changed, gone = make_note("kept"), make_note("changed"), make_note("gone")
        for note in (kept, changed, gone):
            library.notes.add(note)
        copy = library.back_up()
        assert copy is not None
        assert library.compare_backup(copy.path).same
        library.notes.update(replace(changed, text="otherwise"))
        library.notes.delete(gone.id)
        library.notes.add(make_note("new"))
        library.notes.add(make_note("newer"))

        assert library.compare_backup(copy.path) == Compared(3, 1, 2, 1)


def test_a_damaged_backup_cannot_be_compared_and_has_no_count(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.notes.add(make_note("one"))
        copy = library.backups()[0].path
        copy.write_bytes(b"nothing " * 900)

        assert count_notes(copy) is None
        with pytest.raises(LibraryError):
            library.compare_backup(copy)


def test_a_damaged_backup_does_not_hinder_the_next(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.notes.add(make_note("one"))
        for copy in library.backups():
            copy.path.write_bytes(b"nothing " * 900)

        made = library.back_up()

        assert made is not None
        assert count_notes(made.path) == 1


def test_restoring_is_undone_by_restoring_what_was_before(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.notes.add(make_note("one"))
        copy = library.back_up()
        library.notes.add(make_note("two"))
        assert copy is not None

        before = library.restore(copy.path)
        assert [note.text for note in library.notes.all()] == ["one"]
        assert before is not None
        library.restore(before.path)

        assert {note.text for note in library.notes.all()} == {"one", "two"}


def test_an_open_library_is_repaired_and_another_window_sees_it(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        notes = [make_note(f"note {number} " + "words " * 20) for number in range(400)]
        library.merging.merge(map(Shared, notes))
    path = tmp_path / "notes.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'tag'")
        (page,) = root.fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xee" * size
    path.write_bytes(data)
    with open_library(tmp_path) as library, open_library(tmp_path) as other:
        assert library.check() != []

        done = library.repair()

        assert library.check() == []
        assert done.notes == 400
        assert "tag" in done.damaged
        assert done.kept.read_bytes() == bytes(data)
        assert {note.text for note in other.notes.all()} == {note.text for note in notes}
        library.notes.add(make_note("after"))
        assert other.notes.count() == 401


def test_a_sound_library_is_left_as_it_is_by_a_repair(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.notes.add(make_note("one"))
        files = sorted(file.name for file in tmp_path.iterdir())

        done = library.repair()

        assert (done.kept, done.notes) == (None, 1)
        assert sorted(file.name for file in tmp_path.iterdir()) == files
        library.notes.undo()
        assert library.notes.count() == 0


def test_a_file_that_cannot_be_checked_is_no_sound_one(tmp_path: Path) -> None:
    open_library(tmp_path).close()
    with open_library(tmp_path) as library:
        library.notes.all()
        data = (tmp_path / "notes.sqlite").read_bytes()
        (tmp_path / "notes.sqlite").write_bytes(b"x" * len(data))
        with open_library(tmp_path / "other") as _other:
            assert library.check() != []


def test_a_damaged_archive_is_put_aside_and_the_notes_stay(tmp_path: Path) -> None:
    with open_library(tmp_path) as library:
        library.notes.add(make_note("mine"))
    (tmp_path / "archive.sqlite").write_bytes(b"broken " * 900)
    with pytest.raises(LibraryDamaged):
        open_library(tmp_path)

    kept = set_archive_aside(tmp_path)

    assert kept.read_bytes() == b"broken " * 900
    with open_library(tmp_path) as library:
        assert [note.text for note in library.notes.all()] == ["mine"]
        assert library.pages.all() == []
