"""What holds for every dialog that a command opens: it fits, it is named, its focus is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.importing import ImportDialog
from talkreader.ui.dialogs.profile import ProfileDialog
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


def letters_of(dialog: QDialog) -> list[str]:
    """Return what Alt reaches each part by."""
    words = [each.text() for each in dialog.findChildren(QAbstractButton) if shown(each, dialog)]
    labels = [each for each in dialog.findChildren(QLabel) if shown(each, dialog)]
    words += [each.text() for each in labels if each.buddy() is not None]
    found = (QKeySequence.mnemonic(each).toString() for each in words)
    return sorted(each for each in found if each)


def shown(part: QWidget, dialog: QDialog) -> bool:
    return part.isVisibleTo(dialog)


LOW = 360
"""What a screen of 768 lines leaves for a dialog when all is shown at twice its size."""


@pytest.mark.parametrize("command", COMMANDS)
def test_its_buttons_are_on_a_low_screen_too(
    opened: Callable[[str], QDialog], command: str
) -> None:
    dialog = opened(command)
    if isinstance(dialog, ProfileDialog):
        dialog.chart.show()  # somebody who said things in several months

    assert dialog.minimumSizeHint().height() <= LOW
    dialog.close()


LETTERED = [(each, "en") for each in COMMANDS] + [("import", "zh_CN"), ("import", "zh_TW")]


@pytest.mark.parametrize(("command", "language"), LETTERED)
def test_no_letter_leads_to_two_of_its_parts(
    opened: Callable[[str], QDialog], reading: Program, command: str, language: str
) -> None:
    reading.interpreter.use(language)
    dialog = opened(command)
    if isinstance(dialog, ImportDialog):
        dialog.hints.switch.click()

    letters = letters_of(dialog)

    assert letters == sorted(set(letters))
    dialog.close()


def test_the_import_begins_on_a_screen_that_has_no_room_for_all_of_its_dialog(
    opened: Callable[[str], QDialog], qtbot: QtBot
) -> None:
    dialog = opened("import")
    assert isinstance(dialog, ImportDialog)

    dialog.resize(500, 300)

    qtbot.waitUntil(lambda: dialog.height() == 300)
    place = dialog.begin.mapTo(dialog, dialog.begin.rect().bottomRight())
    assert dialog.rect().contains(place)
    dialog.hints.switch.click()
    qtbot.waitUntil(dialog.hints.inside.isVisible)
    assert dialog.rect().contains(dialog.begin.mapTo(dialog, dialog.begin.rect().bottomRight()))
    dialog.close()


def test_the_import_shows_what_is_unfolded_in_it(
    opened: Callable[[str], QDialog], qtbot: QtBot
) -> None:
    dialog = opened("import")
    assert isinstance(dialog, ImportDialog)
    language = dialog.hints.language

    dialog.hints.switch.click()

    def seen() -> bool:
        room = dialog.sheet.viewport()
        return room.rect().contains(language.mapTo(room, language.rect().center()))

    qtbot.waitUntil(seen)
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
