"""The dialogs of the window, and what it keeps from one time to the next."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.thread import Evidence, PageWarning, WarningKind
from talkreader.start import choose_input_method
from talkreader.store import Library
from talkreader.ui.actions import load_keys
from talkreader.ui.dialogs.keys import KeysDialog
from talkreader.ui.dialogs.settings import SettingsDialog
from talkreader.ui.dialogs.warnings import WarningsDialog
from talkreader.ui.main_window.status import things_to_see
from talkreader.ui.models.note_editor import split_tags
from talkreader.ui.settings import KEYS, LATIN_FONT, LINE, THEME, WIDTH, ZOOM, Settings


def test_warnings_lead_to_their_comments(reading: Program, qtbot: QtBot) -> None:
    page = reading.session.pages.page
    warning = PageWarning(WarningKind.AMBIGUOUS_TIME, "02:30")
    comments = [replace(c, warnings=(warning,) if c.index == 4 else ()) for c in page.comments]
    dialog = WarningsDialog(replace(page, comments=tuple(comments)), reading.window)
    qtbot.addWidget(dialog)
    (warned,) = [c.index for c in comments if c.warnings]

    with qtbot.waitSignal(dialog.comment_picked) as picked:
        dialog.list.itemActivated.emit(dialog.list.topLevelItem(0), 0)

    assert picked.args[0] == warned


def test_as_many_things_are_listed_as_the_status_bar_counts(reading: Program, qtbot: QtBot) -> None:
    page = reading.session.pages.page
    warning = PageWarning(WarningKind.AMBIGUOUS_TIME, "02:30")
    comments = tuple(
        replace(c, level_evidence=Evidence.INFERRED, warnings=(warning,) * (c.index == 4))
        for c in page.comments
    )
    page = replace(page, comments=comments)
    dialog = WarningsDialog(page, reading.window)
    qtbot.addWidget(dialog)

    with qtbot.waitSignal(dialog.comment_picked) as picked:
        dialog.list.itemActivated.emit(dialog.list.topLevelItem(0), 0)

    assert dialog.list.topLevelItemCount() == things_to_see(page) == 2
    assert picked.args[0] == 0


MISSED = (
    "c-Lin_Qiao-20230502093000",
    "c-Lin_Qiao-20230502093000-Hollis_Vane-20230501080000",
    "c-Lin_Qiao-2023-05-02T09:30:00.000Z-Hollis_Vane-2023-05-01T08:00:00.000Z",
)


@pytest.mark.parametrize("mark", MISSED)
def test_a_comment_that_only_the_wiki_counts_is_named_as_people_name_it(
    reading: Program, qtbot: QtBot, mark: str
) -> None:
    page = reading.session.pages.page
    warning = PageWarning(WarningKind.TREE_DISAGREES, mark)
    dialog = WarningsDialog(replace(page, warnings=(warning,)), reading.window)
    qtbot.addWidget(dialog)

    item = dialog.list.topLevelItem(0)

    assert item.text(0) == "Lin Qiao, 2023-05-02 09:30"
    assert item.text(1) == "The wiki counts this comment; it is not found in the page"
    assert dialog.list.isColumnHidden(2)


def test_a_comment_that_the_wiki_does_not_count_is_led_to(reading: Program, qtbot: QtBot) -> None:
    page = reading.session.pages.page
    comment = page.comments[3]
    warning = PageWarning(WarningKind.TREE_DISAGREES, comment.name)
    dialog = WarningsDialog(replace(page, warnings=(warning,)), reading.window)
    qtbot.addWidget(dialog)
    item = dialog.list.topLevelItem(0)

    with qtbot.waitSignal(dialog.comment_picked) as picked:
        dialog.list.itemActivated.emit(item, 0)

    assert picked.args[0] == 3
    assert item.text(0).startswith(f"4  {comment.author}, ")
    assert item.text(1) == "The wiki itself does not count this as a comment"


def test_warnings_without_words_have_no_empty_column(reading: Program, qtbot: QtBot) -> None:
    page = reading.session.pages.page

    def dialog_for(detail: str) -> WarningsDialog:
        warning = PageWarning(WarningKind.NAME_NOT_KEPT, detail)
        comments = tuple(replace(comment, warnings=(warning,)) for comment in page.comments)
        dialog = WarningsDialog(replace(page, comments=comments), reading.window)
        qtbot.addWidget(dialog)
        return dialog

    assert dialog_for("").list.isColumnHidden(2)
    assert not dialog_for("02:30").list.isColumnHidden(2)


def test_key_sheet_lists_the_commands(reading: Program, qtbot: QtBot) -> None:
    dialog = KeysDialog(reading.window.actions_, reading.settings, reading.window)
    qtbot.addWidget(dialog)

    text = [
        dialog.list.topLevelItem(i).child(j).text(1)
        for i in range(dialog.list.topLevelItemCount())
        for j in range(dialog.list.topLevelItem(i).childCount())
    ]

    assert "Ctrl+O" in text
    assert "J" in text


def test_a_key_is_changed_at_once_and_the_other_command_loses_it(
    reading: Program, qtbot: QtBot
) -> None:
    actions = reading.window.actions_
    dialog = KeysDialog(actions, reading.settings, reading.window)
    qtbot.addWidget(dialog)
    dialog.choose("export")

    dialog.edit.setKeySequence(QKeySequence("Ctrl+K"))
    assert "Go to anything" in dialog.trouble.text()
    dialog.add.click()

    assert QKeySequence("Ctrl+K") in actions["export"].shortcuts()
    assert actions["go_to"].shortcuts() == []
    assert load_keys(reading.settings.text(KEYS))["go_to"] == ()
    dialog.choose("go_to")
    dialog.reset.click()
    assert actions["go_to"].shortcuts() == [QKeySequence("Ctrl+K")]
    assert actions["export"].shortcuts() == [QKeySequence("Ctrl+Shift+E")]
    assert reading.settings.text(KEYS) == ""


def test_keys_of_input_methods_cannot_be_given_away(reading: Program, qtbot: QtBot) -> None:
    dialog = KeysDialog(reading.window.actions_, reading.settings, reading.window)
    qtbot.addWidget(dialog)
    dialog.choose("export")

    dialog.edit.setKeySequence(QKeySequence("Ctrl+Space"))

    assert not dialog.add.isEnabled()
    assert "input method" in dialog.trouble.text()


def test_the_key_sheet_can_be_filtered(reading: Program, qtbot: QtBot) -> None:
    dialog = KeysDialog(reading.window.actions_, reading.settings, reading.window)
    qtbot.addWidget(dialog)

    dialog.filter.setText("ctrl+shift+p")

    assert [item.text(0) for item in dialog._items() if not item.isHidden()] == ["Commands"]


def test_settings_dialog_acts_at_once(program: Program, qtbot: QtBot) -> None:
    dialog = SettingsDialog(program.settings, program.window)
    qtbot.addWidget(dialog)

    assert len(dialog.findChildren(QWidget)) > 10
    program.settings.keep(THEME, "dark")
    assert program.appearance.palette.dark


def test_look_of_the_page_follows_the_settings_at_once(reading: Program, qtbot: QtBot) -> None:
    pane, settings = reading.window.reading, reading.settings
    style = pane._view.style
    line, measure, em = style.line("latin"), style.measure, style.em
    dialog = SettingsDialog(settings, reading.window)
    qtbot.addWidget(dialog)
    fields = {field.accessibleName(): field for field in dialog.findChildren(QWidget)}

    fields["Line height"].setCurrentIndex(3)
    fields["Width of the text"].setCurrentIndex(0)
    assert pane._view.style.line("latin") == pytest.approx(line * 1.32, abs=1.5)
    assert pane._view.style.measure < measure
    fields["Size of the text"].setValue(150)
    assert pane.zoom() == 5
    assert pane._view.style.em == pytest.approx(em * 1.5, abs=1)
    fields["Font for Chinese text"].setCurrentIndex(fields["Font for Chinese text"].count() - 1)
    chosen = fields["Font for Chinese text"].currentText()
    assert chosen in pane._view.style.font.families()
    fields["Theme"].setCurrentIndex(3)
    assert reading.appearance.palette.name == "sepia"
    assert pane._look.palette.name == "sepia"
    settings.keep(THEME, "light")


def test_settings_without_sense_are_the_usual_ones(
    qapp: QApplication, qtbot: QtBot, library: Library, settings: Settings
) -> None:
    for setting in (LINE, WIDTH, ZOOM, LATIN_FONT):
        settings.keep(setting, "no such thing")

    program = Program(qapp, library, settings)
    qtbot.addWidget(program.window)

    assert program.window.reading._look.line == 100
    assert program.window.reading._look.width == 48
    program.window.close()


def test_window_comes_back_as_it_was_left(
    reading: Program, qtbot: QtBot, qapp: QApplication, settings: Settings
) -> None:
    reading.window.right.show()
    reading.window.resize(760, 560)
    reading.window.close()

    again = Program(qapp, reading.session.library, settings)
    qtbot.addWidget(again.window)

    assert again.window.right.isHidden()  # nothing is open yet
    assert again.window.width() == 760
    again.window.show_page_area(on=True)
    again.window.resize(1000, 560)
    again.window.show()
    qtbot.waitUntil(again.window.right.isVisible)


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("", ()),
        ("a, b", ("a", "b")),
        ("#a #b", ("a #b",)),
        ("基金\uff0c道歉\u3001基金", ("基金", "道歉")),
        (" , ;", ()),
    ],
)
def test_tags_are_parted_by_the_commas_of_any_script(line: str, tags: tuple[str, ...]) -> None:
    assert split_tags(line) == tags


@pytest.mark.parametrize(
    ("environment", "module"),
    [
        ({"XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "fcitx"}, "ibus"),
        ({"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "compose"}, "compose"),
        ({"XMODIFIERS": "@im=fcitx", "WAYLAND_DISPLAY": "wayland-0"}, None),
        ({"XMODIFIERS": "@im=ibus"}, None),
    ],
)
def test_fcitx_is_reached_through_ibus_on_x11(
    environment: dict[str, str], module: str | None
) -> None:
    choose_input_method(environment)

    assert environment.get("QT_IM_MODULE") == module
