"""A library that cannot be opened: the program says so and goes on with another."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from talkreader.domain.errors import LibraryDamaged, LibraryError
from talkreader.start import open_or_ask
from talkreader.store import open_library
from talkreader.ui.main_window.trouble import TroubleWindow, ways_on
from talkreader.ui.words import sentence
from tests.store.pages import make_note


def make_too_new(folder: Path) -> Path:
    """Return a library as a later version might have left it."""
    open_library(folder).close()
    with sqlite3.connect(folder / "notes.sqlite") as notes:
        notes.execute("PRAGMA user_version = 99")
    notes.close()
    return folder


def test_library_of_a_later_version_is_told_and_another_is_opened(tmp_path: Path) -> None:
    told: list[str] = []

    def ask(error: LibraryError) -> Path:
        told.append(str(error))
        return tmp_path / "other"

    opened = open_or_ask(make_too_new(tmp_path / "new"), ask)

    assert opened is not None
    assert opened.folder == tmp_path / "other"
    assert len(told) == 1
    assert "later version" in told[0]
    opened.close()


def test_person_may_quit_instead(tmp_path: Path) -> None:
    assert open_or_ask(make_too_new(tmp_path / "new"), lambda _error: None) is None


def test_window_says_why_and_hands_over_the_folder_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    window = TroubleWindow("This library was made by a later version.")
    qtbot.addWidget(window)
    window.open()

    window.use(tmp_path)

    assert window.words.text() == "This library was made by a later version."
    assert window.folder == tmp_path
    assert not window.isVisible()


def test_one_sees_which_button_of_the_window_has_the_focus(qtbot: QtBot) -> None:
    window = TroubleWindow("This library was made by a later version.")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    quit_ = next(one for one in window.findChildren(QPushButton) if one.text() == "Quit")
    while window.focusWidget() is not quit_:
        before = quit_.grab().toImage()
        qtbot.keyClick(window, Qt.Key.Key_Tab)

    assert quit_.grab().toImage() != before
    assert any(part.metaObject().className() == "_Line" for part in quit_.children())


def trouble_with(folder: Path, file: str, qtbot: QtBot) -> TroubleWindow:
    """Return the window that one sees when a file of a library with a note is damaged."""
    with open_library(folder) as library:
        library.notes.add(make_note("mine"))
        library.back_up()
    (folder / file).write_bytes(b"broken " * 2000)
    with pytest.raises(LibraryDamaged) as raised:
        open_library(folder)
    window = TroubleWindow(sentence(raised.value), *ways_on(raised.value))
    qtbot.addWidget(window)
    window.open()
    return window


@pytest.mark.parametrize("way", [0, 1])
def test_damaged_notes_are_saved_or_restored_before_the_window_opens(
    qtbot: QtBot, tmp_path: Path, way: int
) -> None:
    window = trouble_with(tmp_path, "notes.sqlite", qtbot)
    assert [button.text() for button in window.ways] == [
        "Save what is readable",
        "Restore the backup",
    ]
    assert window.open_button.isHidden()

    window.ways[way].click()

    (kept,) = [path for path in tmp_path.glob("notes.sqlite.*") if "broken" in path.read_text()]
    assert str(kept) in window.words.text()
    window.open_button.click()
    assert window.folder == tmp_path
    with open_library(tmp_path) as library:
        assert [note.text for note in library.notes.all()] == ["mine"]


def test_a_damaged_archive_is_put_aside_and_the_notes_stay(qtbot: QtBot, tmp_path: Path) -> None:
    window = trouble_with(tmp_path, "archive.sqlite", qtbot)
    assert [button.text() for button in window.ways] == ["Begin an empty archive"]

    window.ways[0].click()
    window.open_button.click()

    with open_library(tmp_path) as library:
        assert [note.text for note in library.notes.all()] == ["mine"]


def test_nothing_is_offered_that_would_touch_a_later_library(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as raised:
        open_library(make_too_new(tmp_path))
    before = (tmp_path / "notes.sqlite").read_bytes()

    assert ways_on(raised.value) == ([], None)
    assert (tmp_path / "notes.sqlite").read_bytes() == before
