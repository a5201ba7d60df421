"""A library that cannot be opened: the program says so and goes on with another."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from pytestqt.qtbot import QtBot

from talkreader.app import open_or_ask
from talkreader.domain.errors import LibraryError
from talkreader.store import open_library
from talkreader.ui.main_window.trouble import TroubleWindow


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
