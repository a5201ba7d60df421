"""What the menu of a note's card offers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.ui.models.note_editor import NoteEditor


@pytest.fixture
def menu(reading: Program, qtbot: QtBot) -> QMenu:
    """The menu of the only note."""
    reading.session.notes.add([(0, 0, 5)], Color.YELLOW, "a remark")
    window = reading.window
    window.right.show()
    qtbot.waitUntil(lambda: window.notes.list.model().rowCount() == 1)
    window.notes.list.customContextMenuRequested.emit(QPoint(30, 20))
    (opened,) = [each for each in window.notes.findChildren(QMenu) if each.isVisible()]
    return opened


def entry(menu: QMenu, words: str):
    (found,) = [action for action in menu.actions() if action.text().replace("&", "") == words]
    return found


def test_a_note_is_edited_from_its_menu(reading: Program, menu: QMenu) -> None:
    entry(menu, "Edit").trigger()

    assert len(reading.window.notes.findChildren(NoteEditor)) == 1
    reading.window.notes.finish_editing()


def test_a_note_is_painted_from_its_menu(reading: Program, menu: QMenu) -> None:
    colors = entry(menu, "Colour").menu()
    assert not entry(colors, "Yellow").isEnabled()

    entry(colors, "Pink").trigger()

    assert reading.session.notes.placed[0].note.color is Color.PINK
    menu.close()


def test_the_quoted_words_are_copied_from_the_menu(reading: Program, menu: QMenu) -> None:
    entry(menu, "Copy the quoted words").trigger()

    assert QGuiApplication.clipboard().text() == "Hello"


def test_a_note_is_deleted_from_its_menu(reading: Program, qtbot: QtBot, menu: QMenu) -> None:
    entry(menu, "Delete").trigger()

    qtbot.waitUntil(lambda: not reading.session.notes.placed)
    reading.session.notes.undo()
    qtbot.waitUntil(lambda: len(reading.session.notes.placed) == 1)
