"""The line around what has the focus: it follows, and ends with the window it was made for."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from talkreader.ui.focus_ring import FocusRing


def window(qtbot: QtBot) -> tuple[QWidget, QListWidget, QLineEdit]:
    made, listed, field = QWidget(), QListWidget(), QLineEdit()
    layout = QVBoxLayout(made)
    layout.addWidget(listed)
    layout.addWidget(field)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made, listed, field


def lines(widget: QWidget) -> list[QWidget]:
    return [child for child in widget.children() if type(child).__name__ == "_Line"]


def test_it_goes_around_a_list_and_leaves_it_with_the_focus(
    qapp: QApplication, qtbot: QtBot
) -> None:
    made, listed, field = window(qtbot)
    FocusRing(qapp, made)

    qapp.focusChanged.emit(None, listed)
    assert len(lines(listed)) == 1
    qapp.focusChanged.emit(listed, field)

    assert all(line.isHidden() for line in lines(listed))


def test_it_ends_with_what_it_was_made_for(qapp: QApplication, qtbot: QtBot) -> None:
    _made, listed, _field = window(qtbot)
    other = QWidget()
    FocusRing(qapp, other)
    shiboken6.delete(other)

    qapp.focusChanged.emit(None, listed)

    assert lines(listed) == []
