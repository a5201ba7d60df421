"""The table of commands: every one in a menu, every key once."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from talkreader.ui.commands import COMMANDS, MENUS, Actions

INPUT_METHODS = {"Ctrl+Space", "Shift+Space", "Ctrl+."}


def test_every_command_stands_in_a_menu() -> None:
    assert {command.menu for command in COMMANDS} <= set(MENUS)
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)


def test_no_key_means_two_things() -> None:
    keys = Counter(
        QKeySequence(key).toString() for row in COMMANDS for key in (*row.keys, *row.letters)
    )

    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_keys_of_input_methods_are_left_to_them() -> None:
    keys = {key for command in COMMANDS for key in (*command.keys, *command.letters)}

    assert not keys & INPUT_METHODS


def test_bare_letters_can_be_switched_off(qtbot: QtBot) -> None:
    owner = QObject()
    actions = Actions(owner)

    actions.set_letters(on=False)

    assert actions["next"].shortcuts() == []
    assert actions["find_page"].shortcuts() == [QKeySequence("Ctrl+F")]


def test_bare_letters_act_in_their_pane_only(qtbot: QtBot) -> None:
    owner = QObject()
    actions = Actions(owner)

    context = actions["next"].shortcutContext()

    assert context == Qt.ShortcutContext.WidgetWithChildrenShortcut
