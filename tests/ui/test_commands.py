"""The table of commands: every one in a menu, every key once."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from talkreader.ui.actions import LEFT_TO_INPUT, Actions, dump_keys, is_bare, load_keys
from talkreader.ui.commands import COMMANDS, MENUS


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

    assert not keys & set(LEFT_TO_INPUT)


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


def test_a_person_may_give_a_command_other_keys(qtbot: QtBot) -> None:
    owner = QObject()
    actions = Actions(owner)

    actions.set_keys({"next": ("Ctrl+J", "N"), "find_page": ()})

    assert actions["next"].shortcuts() == [QKeySequence("Ctrl+J"), QKeySequence("N")]
    assert actions["next"].shortcutContext() == Qt.ShortcutContext.WindowShortcut
    assert actions["find_page"].shortcuts() == []
    assert "Ctrl+J" in actions["next"].toolTip()
    assert [command.id for command in actions.owners("ctrl+j")] == ["next"]
    assert actions.owners("Ctrl+F") == []


def test_a_letter_given_to_a_command_acts_in_the_reading_pane_only(qtbot: QtBot) -> None:
    owner = QObject()
    actions = Actions(owner)

    actions.set_keys({"export": ("E",)})

    assert actions["export"].shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut
    actions.set_letters(on=False)
    assert actions["export"].shortcuts() == []
    assert actions.keys("export") == ("E",)


def test_which_keys_type_something() -> None:
    typing = ("J", "Shift+J", "1", "/", "?", "[", "Return", "Shift+Return", "+", "Del", "Up")
    others = ("Ctrl+J", "Alt+Up", "F1", "Shift+F3", "Ctrl++", "Ctrl+,", "Meta+X")

    assert [key for key in typing if not is_bare(key)] == []
    assert [key for key in others if is_bare(key)] == []


def test_changed_keys_are_read_as_they_were_written() -> None:
    changed = {"next": ("Ctrl+J", "N"), "open": ()}

    assert load_keys(dump_keys(changed)) == changed


def test_keys_without_sense_are_left_out() -> None:
    assert load_keys("{") == {}
    assert load_keys("[1]") == {}
    assert load_keys('{"unknown": ["X"], "next": 3, "open": ["", 4, "Ctrl+P"]}') == {
        "open": ("Ctrl+P",)
    }
