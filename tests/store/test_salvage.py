"""Damaged notes: what is readable comes back, what is not is told, and nothing is written over."""

from __future__ import annotations

import os
import random
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from talkreader.domain.errors import LibraryDamaged, LibraryError
from talkreader.store import Library, open_library, salvage_notes
from talkreader.store.notes.merging import Shared
from tests.store.pages import make_note


def filled(folder: Path, count: int = 400) -> dict[str, str]:
    """Make a library of notes in one file; return their texts by id."""
    with open_library(folder) as library:
        # ids of the number: the file is laid out the same each time, and so are holes in it
        notes = [
            replace(make_note(f"note {number} " + "words " * 20), id=str(UUID(int=number << 96)))
            for number in range(count)
        ]
        library.merging.merge(map(Shared, notes))  # in one go: each act alone waits for the disk
    with closing(sqlite3.connect(folder / "notes.sqlite")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return {note.id: note.text for note in notes}


def texts(library: Library) -> dict[str, str]:
    return {note.id: note.text for note in library.notes.all()}


@pytest.mark.parametrize("seed", range(6))
def test_what_is_readable_of_damaged_notes_comes_back_and_the_file_is_kept(tmp_path, seed):
    notes = filled(tmp_path)
    path = tmp_path / "notes.sqlite"
    data = bytearray(path.read_bytes())
    dice = random.Random(seed)  # noqa: S311
    for _hole in range(3):
        start = dice.randrange(8192, len(data) - 4096)
        data[start : start + 4096] = bytes(4096)
    path.write_bytes(data)

    done = salvage_notes(tmp_path)

    assert done.kept.read_bytes() == bytes(data)
    with open_library(tmp_path) as library:
        back = texts(library)
        assert library.check() == []
        assert done.notes == len(back)
        assert back.items() <= notes.items()
        assert len(back) > 0.8 * len(notes)
        if len(back) < len(notes):
            assert "note" in done.damaged


def test_a_note_whose_row_lost_its_words_is_told_of(tmp_path):
    filled(tmp_path, 30)
    with closing(sqlite3.connect(tmp_path / "notes.sqlite")) as connection:
        # as a hole leaves it: noughts where the row's values were; no act remembers it
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'text TEXT NOT NULL', 'text TEXT')"
            " WHERE name = 'note'"
        )
        connection.commit()
    with closing(sqlite3.connect(tmp_path / "notes.sqlite")) as connection:
        connection.execute("UPDATE note SET text = NULL WHERE text LIKE 'note 7 %'")
        connection.execute("DELETE FROM act")
        connection.commit()
    for copy in (tmp_path / "backups").glob("notes-*"):
        copy.unlink()

    done = salvage_notes(tmp_path)

    assert done.notes == 29
    assert "note" in done.damaged


def test_sound_notes_are_left_as_they_are(tmp_path):
    notes = filled(tmp_path, 50)
    with open_library(tmp_path) as library:
        library.memory.save_search("mine", "tea")
        library.notes.delete(next(iter(notes)))
        missing = notes.keys() - texts(library).keys()

    before = sorted((file.name, file.read_bytes()) for file in tmp_path.glob("notes.sqlite*"))

    done = salvage_notes(tmp_path)

    assert (done.kept, done.notes, done.damaged) == (None, 49, ())
    assert before == sorted((f.name, f.read_bytes()) for f in tmp_path.glob("notes.sqlite*"))
    with open_library(tmp_path) as library:
        assert notes.keys() - texts(library).keys() == missing
        assert len(missing) == 1
        assert library.memory.saved_searches() == {"mine": "tea"}
        library.notes.undo()
        assert texts(library) == notes


def test_notes_that_cannot_be_read_at_all_come_from_the_backup(tmp_path):
    notes = filled(tmp_path, 30)
    with open_library(tmp_path) as library:
        assert library.back_up() is not None
    (tmp_path / "notes.sqlite").write_bytes(b"no database at all " * 500)
    with pytest.raises(LibraryDamaged):
        open_library(tmp_path)

    done = salvage_notes(tmp_path)

    assert done.from_backup == len(notes)
    assert done.backup is not None
    with open_library(tmp_path) as library:
        assert texts(library) == notes


def test_a_restored_backup_is_seen_by_another_window(tmp_path):
    with open_library(tmp_path) as first, open_library(tmp_path) as second:
        first.notes.add(make_note("kept"))
        copy = first.back_up()
        second.notes.add(make_note("later"))
        assert copy is not None

        before = second.restore(copy.path)

        assert [note.text for note in first.notes.all()] == ["kept"]
        assert before is not None
        first.restore(before.path)
        assert {note.text for note in second.notes.all()} == {"kept", "later"}


def test_a_damaged_backup_is_not_restored(tmp_path):
    with open_library(tmp_path) as library:
        library.notes.add(make_note("kept"))
        copy = library.back_up()
        assert copy is not None
        copy.path.write_bytes(b"broken " * 900)

        with pytest.raises(LibraryError):
            library.restore(copy.path)

        assert [note.text for note in library.notes.all()] == ["kept"]
    assert not list((tmp_path).glob("*.part*"))


def test_a_backup_of_an_earlier_version_is_brought_up_to_date_when_restored(tmp_path):
    old = Path(tmp_path / "old.sqlite")
    with open_library(tmp_path / "a") as library:
        library.notes.add(make_note("old"))
        copy = library.back_up()
        assert copy is not None
        with closing(sqlite3.connect(copy.path)) as connection:
            connection.execute("ALTER TABLE act DROP COLUMN writer")
            last = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.execute(
                "DELETE FROM _sqlite_migrations WHERE name = ?", (f"version {last}",)
            )
            connection.execute(f"PRAGMA user_version = {last - 1}")
            connection.commit()
        copy.path.rename(old)

        library.restore(old)

        assert [note.text for note in library.notes.all()] == ["old"]
        library.codes.rename("old", "new")


def test_a_full_disk_keeps_the_notes_that_were_saved(tmp_path):
    with open_library(tmp_path) as library:
        library.notes.add(make_note("kept"))
        with library._notes.writing() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 1}")

        with pytest.raises(LibraryError, match="disk is full"):
            library.notes.add(make_note("long " * 20_000))

        assert [note.text for note in library.notes.all()] == ["kept"]


def test_two_windows_write_notes_into_one_library(tmp_path):
    with open_library(tmp_path) as first, open_library(tmp_path) as second:
        for number in range(5):
            first.notes.add(make_note(f"first {number}"))
            second.notes.add(make_note(f"second {number}"))

        assert texts(first) == texts(second)
        assert len(texts(first)) == 10


def test_what_a_killed_backup_left_is_cleared_away(tmp_path):
    with open_library(tmp_path) as library:
        library.notes.add(make_note("kept"))
        left = tmp_path / "backups" / "notes-20200101-000000-000000.part"
        left.write_bytes(b"half")
        long_ago = time.time() - 2 * 3600
        os.utime(left, (long_ago, long_ago))
        others = tmp_path / "backups" / "notes-20200101-000000-000001.part"
        others.write_bytes(b"of another window, at this moment")

        library.back_up()

        assert not left.exists()
        assert others.exists()
        assert all(backup.path.suffix == ".sqlite" for backup in library.backups())
