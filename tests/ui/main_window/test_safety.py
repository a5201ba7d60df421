"""Backups, repair, sharing and taking in, as a person meets them in the window."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from talkreader import sharing
from talkreader.app import Program
from talkreader.domain.errors import LibraryDamaged
from talkreader.domain.note import Color
from talkreader.store import Library, open_library
from talkreader.ui.dialogs.backups import BackupsDialog
from talkreader.ui.dialogs.sharing import MergeDialog
from talkreader.ui.settings import Settings
from tests.store.pages import make_note


def settle(program: Program, qtbot: QtBot) -> None:
    """Wait until no job runs."""
    qtbot.waitUntil(lambda: not program.runner.running)


def texts(library: Library) -> set[str]:
    return {note.text for note in library.notes.all()}


def opened(program: Program, qtbot: QtBot) -> BackupsDialog:
    dialog = program.safety.show_backups()
    settle(program, qtbot)
    return dialog


def choose(dialog: BackupsDialog, row: int, program: Program, qtbot: QtBot) -> None:
    dialog.list.setCurrentItem(dialog.list.topLevelItem(row))
    settle(program, qtbot)


def test_backups_are_listed_with_when_why_how_many_and_how_large(
    reading: Program, qtbot: QtBot
) -> None:
    library = reading.session.library
    library.notes.add(make_note("one"))
    library.back_up()

    dialog = opened(reading, qtbot)

    rows = [
        [dialog.list.topLevelItem(row).text(column) for column in range(4)]
        for row in range(dialog.list.topLevelItemCount())
    ]
    assert [row[1:3] for row in rows] == [
        ["made by hand", "1"],
        ["before the first change of a day", "0"],
    ]
    assert all(row[0] and "B" in row[3] for row in rows)
    assert dialog.said.text() == "This copy holds the notes as they are now."


def test_enter_in_the_list_of_backups_restores_nothing(reading: Program, qtbot: QtBot) -> None:
    library = reading.session.library
    library.notes.add(make_note("one"))
    library.back_up()
    library.notes.add(make_note("two"))
    dialog = opened(reading, qtbot)
    choose(dialog, 0, reading, qtbot)
    assert dialog.restore_button.isEnabled()

    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(reading, qtbot)

    assert texts(library) == {"one", "two"}


def test_a_backup_says_what_it_would_change_and_is_restored_and_that_is_undone(
    reading: Program, qtbot: QtBot
) -> None:
    library = reading.session.library
    kept = make_note("kept")
    library.notes.add(kept)
    library.notes.add(make_note("gone"))
    library.back_up()
    reading.session.notes.undo()
    library.notes.update(replace(kept, text="changed"))
    reading.session.notes.add([(0, 0, 5)], Color.YELLOW, "new")
    dialog = opened(reading, qtbot)

    assert dialog.said.text() == (
        "Restoring it would bring back 1 note, take away 1 note, change 1 note."
        " What is here now is copied first."
    )
    assert len(reading.session.notes.placed) == 1
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: "Restored." in dialog.state.text())
    settle(reading, qtbot)

    assert texts(library) == {"kept", "gone"}
    qtbot.waitUntil(lambda: reading.session.notes.placed == ())
    assert dialog.list.topLevelItem(0).text(1) == "before another was restored"
    choose(dialog, 0, reading, qtbot)
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: texts(library) == {"changed", "new"})
    settle(reading, qtbot)


def test_the_same_notes_are_backed_up_once(reading: Program, qtbot: QtBot) -> None:
    reading.session.library.notes.add(make_note("one"))
    dialog = opened(reading, qtbot)

    dialog.back_up_button.click()
    qtbot.waitUntil(lambda: dialog.state.text() == "Backed up.")
    settle(reading, qtbot)
    dialog.back_up_button.click()
    qtbot.waitUntil(lambda: "no other one was made" in dialog.state.text())
    settle(reading, qtbot)

    assert dialog.list.topLevelItemCount() == 2


def test_a_damaged_backup_is_listed_as_such_and_cannot_be_restored(
    reading: Program, qtbot: QtBot
) -> None:
    library = reading.session.library
    library.notes.add(make_note("one"))
    library.backups()[0].path.write_bytes(b"nothing " * 900)

    dialog = opened(reading, qtbot)

    assert dialog.list.topLevelItem(0).text(2) == "damaged"
    assert "cannot be restored" in dialog.said.text()
    assert not dialog.restore_button.isEnabled()


def test_damage_is_found_and_what_is_readable_saved(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    folder = tmp_path / "damaged"
    with open_library(folder) as library:
        library.notes.add(make_note("saved"))
    damage(folder / "notes.sqlite")
    with open_library(folder) as library:
        program = Program(qapp, library, settings)
        qtbot.addWidget(program.window)
        dialog = opened(program, qtbot)
        assert dialog.repair_button.isHidden()

        dialog.check_button.click()
        qtbot.waitUntil(lambda: "Damage was found" in dialog.state.text())
        settle(program, qtbot)
        assert not dialog.repair_button.isHidden()
        dialog.repair_button.click()
        qtbot.waitUntil(lambda: "there again" in dialog.state.text())
        settle(program, qtbot)

        assert texts(library) == {"saved"}
        assert "tag" in dialog.state.text()
        assert next(folder.glob("notes.sqlite.*.damaged")).name in dialog.state.text()
        dialog.check_button.click()
        qtbot.waitUntil(lambda: "sound" in dialog.state.text())
        settle(program, qtbot)
        assert dialog.restore_button.isEnabled()
        program.window.close()


def damage(path: Path) -> None:
    """Write over the pages of one table."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        found = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'tag'")
        (page,) = found.fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = b"\xee" * size
    path.write_bytes(data)


def test_a_library_that_can_only_be_read_says_so(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, settings: Settings
) -> None:
    folder = tmp_path / "read only"
    with open_library(folder) as library:
        library.notes.add(make_note("one"))
    with open_library(folder, read_only=True) as library:
        program = Program(qapp, library, settings)
        qtbot.addWidget(program.window)
        dialog = opened(program, qtbot)

        assert "only be read" in dialog.state.text()
        assert not dialog.restore_button.isEnabled()
        assert not dialog.back_up_button.isEnabled()
        assert dialog.check_button.isEnabled()
        program.window.close()


def test_damage_met_while_reading_leads_to_the_backups(program: Program) -> None:
    error = LibraryDamaged("{path} is damaged: restore its backup {backup}.", path="n", backup="b")

    program.session.failed.emit(error)

    bar = program.window.message
    assert bar.text() == "n is damaged: restore its backup b."
    bar.action.click()
    assert program.window.findChildren(BackupsDialog) != []


def test_two_windows_on_one_library_see_each_others_notes(
    reading: Program, qtbot: QtBot, qapp: QApplication, settings: Settings
) -> None:
    with open_library(reading.session.library.folder) as library:
        other = Program(qapp, library, settings)
        qtbot.addWidget(other.window)
        other.session.pages.open_page(reading.session.pages.page.info.id)
        qtbot.waitUntil(lambda: other.session.notes.page is not None)

        mine = reading.session.notes.add([(0, 0, 5)], Color.YELLOW, "mine")
        theirs = other.session.notes.add([(1, 0, 5)], Color.BLUE, "theirs")
        reading.session.notes.edit(mine, text="edited here")
        other.session.notes.edit(mine, tags=["there"])

        reading.session.notes.refresh()
        assert {placed.note.id for placed in reading.session.notes.placed} == {mine, theirs}
        note = library.notes.get(mine)
        assert (note.text, note.tags) == ("edited here", ("there",))
        other.window.close()
        other.runner.stop()


def test_notes_are_shared_and_taken_in_by_another_window(
    reading: Program, qtbot: QtBot, qapp: QApplication, settings: Settings, tmp_path: Path
) -> None:
    reading.session.notes.add([(0, 0, 5)], Color.YELLOW, "shared")
    dialog = reading.safety.share()
    assert dialog is not None
    with qtbot.waitSignal(dialog.shared):
        dialog.write(tmp_path / "ours.talknotes")
    with open_library(tmp_path / "theirs") as library:
        other = Program(qapp, library, settings)
        qtbot.addWidget(other.window)
        other.opening.open([tmp_path / "ours.talknotes"])  # as a drop does
        (merge,) = other.window.findChildren(MergeDialog)
        qtbot.waitUntil(merge.take_button.isEnabled)
        said = [label.text() for label in merge.findChildren(QLabel)]
        assert "1 new note" in said
        assert "0 notes are here already and stay as they are" in said
        assert "1 page of which there is no copy here yet" in said
        assert texts(library) == set()

        with qtbot.waitSignal(merge.taken):
            merge.take_button.click()

        assert texts(library) == {"shared"}
        assert len(library.pages.all()) == 1
        assert other.window.message.text() == "Taken in: 1 note."
        again = other.safety.merge(tmp_path / "ours.talknotes")
        qtbot.waitUntil(lambda: "nothing to take in" in again.said.text())
        assert not again.take_button.isEnabled()
        other.window.message.action.click()
        assert texts(library) == set()
        settle(other, qtbot)
        other.window.close()
        other.runner.stop()


def test_a_file_that_holds_no_notes_is_told(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "other.talknotes"
    file.write_bytes(b"PK nothing")

    dialog = program.safety.merge(file)
    qtbot.waitUntil(lambda: "no bundle of notes" in dialog.said.text())

    assert not dialog.take_button.isEnabled()


def test_a_note_changed_on_both_sides_is_told_before_it_is_taken_in(
    reading: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    library = reading.session.library
    note = make_note("as it was")
    library.notes.add(note)
    with open_library(tmp_path / "theirs") as theirs:
        sharing.take(theirs, sharing.give(library, [note], with_pages=False))
        theirs.notes.update(replace(note, text="theirs"))
        data = sharing.give(theirs, theirs.notes.all(), with_pages=False)
    library.notes.update(replace(note, text="ours"))
    (tmp_path / "b.talknotes").write_bytes(data)

    dialog = reading.safety.merge(tmp_path / "b.talknotes")
    qtbot.waitUntil(dialog.take_button.isEnabled)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "1 note changed on both sides: both versions are kept" in said
    with qtbot.waitSignal(dialog.taken):
        dialog.take()

    assert texts(library) == {"ours", "theirs"}
    settle(reading, qtbot)


def test_nothing_to_share_is_told(program: Program) -> None:
    assert program.safety.share() is None
    assert "no notes to share" in program.window.status.currentMessage()
