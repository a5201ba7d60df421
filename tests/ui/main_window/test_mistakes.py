"""What the window says of a search that is, or may be, a mistake."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from talkreader.app import Program

from .test_window import find, focus


def test_unfinished_words_in_the_field_are_explained_not_searched(
    reading: Program, qtbot: QtBot
) -> None:
    window = reading.window
    focus(qtbot, reading, window.search.field)
    with qtbot.waitSignal(reading.session.search.misunderstood):
        window.search.field.setText("(ferry")
        qtbot.keyClick(window.search.field, Qt.Key.Key_Return)

    assert window.search.counter.text() == "not understood"
    assert "parenthesis" in window.search.field.toolTip()


def test_a_mistyped_field_is_searched_for_and_what_was_meant_is_offered(
    reading: Program, qtbot: QtBot
) -> None:
    window = reading.window
    find(reading, qtbot, "ferry Form:Ada")

    field = window.search.field
    assert "did you mean from:" in field.toolTip()
    assert field.mistake is not None
    assert field.text()[field.mistake.start : field.mistake.end] == "Form:"
    assert "did you mean from:" in window.results.summary.text()
    button = window.results.others.itemAt(0).widget()
    assert isinstance(button, QPushButton)
    assert "ferry from:Ada" in button.text()
    with qtbot.waitSignal(reading.session.search.found):
        button.click()
    assert field.text() == "ferry from:Ada"
    assert field.toolTip() == ""
    assert field.mistake is None
