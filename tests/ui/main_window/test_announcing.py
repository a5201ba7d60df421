"""A screen reader hears what changes where the focus is not."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6 import QtGui
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.ui.session import Scope


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Qt is asked to announce, in place of the screen reader that is not there."""
    said: list[str] = []

    def take(event: QAccessibleAnnouncementEvent) -> None:
        said.append(event.message())

    told = SimpleNamespace(
        updateAccessibility=take, AnnouncementPoliteness=QAccessible.AnnouncementPoliteness
    )
    monkeypatch.setattr(QtGui, "QAccessible", told)
    return said


def test_a_message_above_the_page_is_heard(reading: Program, heard: list[str]) -> None:
    reading.window.message.say("The file is gone.", trouble=True)

    assert heard == ["The file is gone."]


def test_how_much_was_found_is_heard(reading: Program, qtbot: QtBot, heard: list[str]) -> None:
    with qtbot.waitSignal(reading.session.search.counted):
        reading.session.find("harbour", Scope.PAGE)

    assert reading.window.results.summary.text() in heard


def test_a_highlight_its_undoing_and_its_end_are_heard(
    reading: Program, qtbot: QtBot, heard: list[str]
) -> None:
    window, actions = reading.window, reading.window.actions_
    cursor = window.reading.document().find("opens on Monday")
    window.reading.setTextCursor(cursor)
    actions["color_green"].trigger()
    actions["undo"].trigger()
    actions["redo"].trigger()
    qtbot.waitUntil(lambda: len(reading.session.notes.placed) == 1)
    (placed,) = reading.session.notes.placed
    window.notes.delete_wanted.emit(placed.note.id)

    assert heard[:3] == ["Highlighted: Green", "Undone", "Redone"]
    assert heard[3] == "The note is deleted; Ctrl+Z brings it back."
    qtbot.waitUntil(lambda: not reading.session.notes.placed)
