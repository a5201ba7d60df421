"""Everything has a name for a screen reader and is reached by Tab, also in dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from talkreader import ingest
from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.domain.progress import Progress
from talkreader.ui.dialogs.keys import KeysDialog
from talkreader.ui.dialogs.settings import SettingsDialog
from talkreader.ui.dialogs.warnings import WarningsDialog
from talkreader.ui.main_window.trouble import TroubleWindow
from talkreader.ui.session import Scope
from tests.ui.main_window.walking import beyond_reach, name_of, nameless, parts


def fill(program: Program, qtbot: QtBot, seeds: Path) -> None:
    """Open all there is: two tabs, a search, notes, a message, a running import."""
    window, session = program.window, program.session
    report = ingest.import_path(seeds / "lighthouse-fund.txt", session.library, Progress())
    with qtbot.waitSignal(session.pages.page_opened):
        session.tabs.open_page(report.pages[0].id)
    session.notes.add([(0, 0, 9)], Color.YELLOW, "a remark")
    window.right.show()
    window.left.show()
    session.find("fund", Scope.PAGE)
    qtbot.waitUntil(lambda: bool(session.search.state.hits))
    window.message.say("Something", action="Do it", act=lambda: None)
    window.status.begin("Importing")


def test_the_empty_window(program: Program) -> None:
    assert nameless(program.window) == []
    assert beyond_reach(program.window) == []


def test_the_window_with_everything_open(reading: Program, qtbot: QtBot, seeds: Path) -> None:
    fill(reading, qtbot, seeds)
    window = reading.window
    assert len(list(parts(window))) > 15

    for number in range(window.tabs.count()):
        window.tabs.setCurrentIndex(number)
        assert nameless(window) == []
        assert beyond_reach(window) == []


def test_f6_comes_to_every_pane_and_back(reading: Program, qtbot: QtBot, seeds: Path) -> None:
    fill(reading, qtbot, seeds)
    window = reading.window
    window.activateWindow()
    window.reading.setFocus()
    qtbot.waitUntil(window.reading.hasFocus)
    seen = []
    for _turn in window.panes():
        window.cycle(1)
        seen.append(window.focusWidget())

    assert len({id(one) for one in seen}) == len(window.panes()) >= 4
    assert seen[-1] is window.reading
    window.cycle(-1)
    assert window.focusWidget() is seen[-2]
    assert all(name_of(one) for one in seen)


def test_tab_leaps_over_no_part_of_a_pane(reading: Program, qtbot: QtBot, seeds: Path) -> None:
    fill(reading, qtbot, seeds)
    window = reading.window
    window.activateWindow()
    for number, pane in enumerate((window.sections, window.people, window.library)):
        window.tabs.setCurrentIndex(number)
        window.tabs.tabBar().setFocus()
        for wanted in (pane.filter, pane.entry):
            qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            assert window.focusWidget() is wanted
    before = {id(part) for part in parts(window.notes.window()) if window.notes.isAncestorOf(part)}
    met = []
    while window.focusWidget() is not window.notes.list and len(met) < 20:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        met.append(id(window.focusWidget()))
    assert before <= set(met)


def page_of(program: Program):
    page = program.session.pages.page
    assert page is not None
    return page


DIALOGS: dict[str, Callable[[Program], QDialog]] = {
    "settings": lambda program: SettingsDialog(program.settings, program.window),
    "keys": lambda program: KeysDialog(program.window.actions_, program.settings, program.window),
    "warnings": lambda program: WarningsDialog(page_of(program), program.window),
    "pictures": lambda program: program.pictures.open(),
    "printing": lambda program: program.printing.open() or QDialog(),
    "go to": lambda program: program.going.go(),
    "commands": lambda program: program.going.command(),
    "trouble": lambda _program: TroubleWindow("It cannot be opened."),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog(reading: Program, qtbot: QtBot, name: str) -> None:
    dialog = DIALOGS[name](reading)
    with qtbot.waitExposed(dialog):
        dialog.show()

    assert dialog.windowTitle()
    assert len(list(parts(dialog))) > 0
    assert nameless(dialog) == []
    assert beyond_reach(dialog) == []
    dialog.close()


def test_what_qt_puts_into_its_own_widgets_is_named_too(reading: Program) -> None:
    keys = KeysDialog(reading.window.actions_, reading.settings, reading.window)
    inner = keys.edit.findChild(QLineEdit)
    without = next(item for item in keys._items() if not item.text(1))
    reading.printing.open()
    preview = reading.window.findChild(QPrintPreviewWidget).findChild(QAbstractScrollArea)

    assert name_of(inner) == "Press the new key"
    assert without.data(1, Qt.ItemDataRole.AccessibleTextRole) == "no key"
    assert name_of(preview) == "Preview"


def test_the_place_among_the_hits_can_be_read_where_it_stands(reading: Program) -> None:
    counter = reading.window.search.counter
    counter.setText("3 of 12")

    assert name_of(counter) == "3 of 12"


def test_every_menu_of_the_window_has_words(reading: Program) -> None:
    for action in reading.window.menuBar().actions():
        menu = action.menu()
        assert menu is not None
        assert action.text().replace("&", "")
        for entry in menu.actions():
            assert entry.isSeparator() or entry.text().replace("&", "")


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_no_letter_leads_to_two_entries_of_a_menu(reading: Program, language: str) -> None:
    reading.interpreter.use(language)

    for action in reading.window.menuBar().actions():
        entries = [entry.text() for entry in action.menu().actions()]
        letters = [letter for each in entries if (letter := QKeySequence.mnemonic(each).toString())]
        assert sorted(letters) == sorted(set(letters)), action.text()


def test_every_command_stands_in_a_menu_of_the_window(reading: Program) -> None:
    def below(widget: QWidget) -> Iterator[QAction]:
        for entry in widget.actions():
            yield entry
            if entry.menu() is not None:
                yield from below(entry.menu())

    shown = set(below(reading.window.menuBar()))

    assert [c.id for c, action in reading.window.actions_ if action not in shown] == []
