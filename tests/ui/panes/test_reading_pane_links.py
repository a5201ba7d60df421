"""Tab goes from link to link, from where one reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from talkreader.ui.panes.reading_pane import ReadingPane
from tests.ui.pages import as_page, make_comment, make_page
from tests.ui.panes.reading import make_pane, show

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab
PEOPLE = ("Ada", "Bo", "Cy", "Di")


@pytest.fixture
def pane(qtbot: QtBot) -> ReadingPane:
    """A page of four people, of whom each said one thing; the third one's is read."""
    made = make_pane(qtbot)
    comments = [make_comment(n, f"Words {n}.", author=name) for n, name in enumerate(PEOPLE)]
    show(qtbot, made, as_page(comments))
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.move_to(2)
    return made


def link_of(pane: ReadingPane) -> str:
    return pane.textCursor().selectedText()


def test_tab_goes_to_the_next_link_behind_the_comment_that_is_read(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    qtbot.keyClick(pane, TAB)

    assert link_of(pane) == "Di"


def test_shift_and_tab_go_to_the_name_above_the_words_that_are_read(
    qtbot: QtBot, pane: ReadingPane
) -> None:
    qtbot.keyClick(pane, BACK)
    assert link_of(pane) == "Cy"
    qtbot.keyClick(pane, BACK)
    assert link_of(pane) == "Bo"
    qtbot.keyClick(pane, TAB)
    assert link_of(pane) == "Cy"


def test_behind_the_last_link_tab_goes_on_and_leaves_the_place_as_it_is(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    pane, field = ReadingPane(), QLineEdit()
    column.addWidget(pane)
    column.addWidget(field)
    window.resize(900, 700)
    window.show()
    show(qtbot, pane, as_page([make_comment(n, f"Words {n}.") for n in range(4)]))
    window.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    pane.move_to(3)
    place = pane.textCursor().position()

    qtbot.keyClick(pane, TAB)

    assert field.hasFocus()
    assert pane.textCursor().position() == place
    assert not pane.textCursor().hasSelection()


def test_where_the_caret_is_out_of_sight_the_first_link_in_sight_is_next(qtbot: QtBot) -> None:
    pane = make_pane(qtbot)
    show(qtbot, pane, make_page(200, per_section=20), at=0)
    pane.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    bar = pane.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()

    qtbot.keyClick(pane, TAB)

    assert link_of(pane)
    assert pane.viewport().rect().contains(pane.cursorRect().center())
    assert abs(bar.value() - before) < pane.viewport().height()
