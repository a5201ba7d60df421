"""What holds for every dialog that a command opens: it fits, it is named, its focus is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.size import MARGINS
from tests.ui.main_window.walking import beyond_reach, nameless, parts

COMMANDS = (
    "export",
    "print",
    "share",
    "describe",
    "import",
    "imports",
    "pictures",
    "profile",
    "versions",
    "correct_author",
    "correct_parent",
    "source",
    "warnings",
    "backups",
    "settings",
    "keys",
    "go_to",
    "palette",
    "code",
    "memory",
    "glossary",
    "translate",
)
BARE = ("go_to", "palette", "code", "settings")
"""Those without an edge: a list to choose from, a sheet that is scrolled."""


@pytest.fixture
def opened(reading: Program, qtbot: QtBot) -> Callable[[str], QDialog]:
    """Open the dialog of a command over a page with a note, in a low window."""
    reading.session.notes.add([(0, 0, 5)], Color.YELLOW, "a remark")
    window = reading.window
    window.resize(1000, 500)
    window.activateWindow()
    window.reading.setFocus()
    window.reading.move_to(2)

    def open_(command: str) -> QDialog:
        window.actions_[command].trigger()
        qtbot.waitUntil(lambda: any(_dialogs()))
        (dialog,) = _dialogs()
        qtbot.waitUntil(lambda: not reading.runner.running)
        return dialog

    return open_


def _dialogs() -> list[QDialog]:
    shown = QApplication.topLevelWidgets()
    return [each for each in shown if isinstance(each, QDialog) and each.isVisible()]


@pytest.mark.parametrize("command", COMMANDS)
def test_it_fits_a_low_window_and_is_named_and_reached(
    opened: Callable[[str], QDialog], command: str
) -> None:
    dialog = opened(command)

    assert dialog.windowTitle()
    assert dialog.height() <= 600
    assert nameless(dialog) == []
    assert beyond_reach(dialog) == []
    dialog.close()


@pytest.mark.parametrize("command", [each for each in COMMANDS if each not in BARE])
def test_its_contents_stand_as_far_from_the_edge_as_in_any_other(
    opened: Callable[[str], QDialog], command: str
) -> None:
    dialog = opened(command)

    margins = dialog.layout().contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == MARGINS
    dialog.close()


@pytest.mark.parametrize("command", COMMANDS)
def test_tab_goes_through_it_and_one_sees_where_it_is(
    opened: Callable[[str], QDialog], qtbot: QtBot, command: str
) -> None:
    dialog = opened(command)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    # arrow keys go from one radio button to the next
    stops = [
        part
        for part in parts(dialog)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(part, QRadioButton)
    ]

    unseen: list[str] = []
    met = {id(dialog.focusWidget())}
    for _stop in range(len(stops) + 3):
        before, left = dialog.grab().toImage(), dialog.focusWidget()
        qtbot.keyClick(left or dialog, Qt.Key.Key_Tab)
        part = dialog.focusWidget()
        if part is None or part is left or id(part) in met:
            continue
        met.add(id(part))
        if _piece(before, dialog, part) == _piece(dialog.grab().toImage(), dialog, part):
            unseen.append(_say(part))

    assert unseen == []
    assert [_say(part) for part in stops if id(part) not in met] == []
    dialog.close()


def _piece(picture: QImage, dialog: QDialog, part: QWidget) -> QImage:
    """Return what is seen of a part, with the line around it."""
    corner = part.mapTo(dialog, QPoint(0, 0))
    return picture.copy(part.rect().adjusted(-3, -3, 3, 3).translated(corner))


def _say(part: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(part)
    return f"{type(part).__name__} {interface.text(QAccessible.Text.Name)}"


def test_the_buttons_of_a_desktop_with_icons_have_words_only(
    qtbot: QtBot, qapp: QApplication
) -> None:
    before = qapp.styleSheet()
    qapp.setStyleSheet("QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 1; }")
    close = QDialogButtonBox.StandardButton.Close
    theirs, ours = QDialogButtonBox(close), button_box(close)
    icons = [box.button(close).icon().isNull() for box in (theirs, ours)]
    qapp.setStyleSheet(before)
    qtbot.addWidget(theirs)
    qtbot.addWidget(ours)

    assert icons == [False, True]
    assert ours.button(close).text()


def test_printing_has_a_button_for_enter(opened: Callable[[str], QDialog]) -> None:
    dialog = opened("print")

    assert dialog.print_button.isDefault()
    dialog.close()


def test_what_is_said_about_an_export_takes_no_room_while_nothing_is(
    opened: Callable[[str], QDialog],
) -> None:
    dialog = opened("export")

    assert not [
        each for each in dialog.findChildren(QLabel) if each.isVisible() and not each.text()
    ]
    dialog.close()
