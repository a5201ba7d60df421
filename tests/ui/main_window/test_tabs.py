"""Tabs in the window, and the session that comes back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talkreader import ingest
from talkreader.app import Program
from talkreader.domain.progress import Progress
from talkreader.store import Library
from talkreader.ui.door import Request
from talkreader.ui.settings import RESTORE, Settings


def second_page(program: Program, seeds: Path) -> int:
    library = program.session.library
    report = ingest.import_path(seeds / "lighthouse-fund.txt", library, Progress())
    return report.pages[0].id


def open_beside(program: Program, qtbot: QtBot, page: int) -> None:
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.tabs.open_page(page)


def test_one_page_needs_no_tabs_and_two_have_them(
    reading: Program, qtbot: QtBot, seeds: Path
) -> None:
    bar = reading.window.page_tabs
    assert not bar.isVisible()

    open_beside(reading, qtbot, second_page(reading, seeds))

    assert bar.isVisible()
    assert [bar.tabText(n) for n in range(2)] == [
        "lighthouse-fund.wiki",
        "Talk:Lighthouse Fund/Spring round",
    ]
    assert bar.currentIndex() == 1
    assert bar.accessibleTabName(0) == "lighthouse-fund.wiki"


def test_a_tab_comes_back_to_the_line_and_with_its_folds(
    reading: Program, qtbot: QtBot, seeds: Path
) -> None:
    pane = reading.window.reading
    qtbot.waitUntil(lambda: pane._view is not None and not pane._view.builder.building)
    pane.fold_all()
    pane.scroll_to_comment(10)
    pane.verticalScrollBar().setValue(pane.verticalScrollBar().value() + 11)
    before, folded = pane.verticalScrollBar().value(), pane._view.folding.folded
    assert before > 11
    assert folded
    open_beside(reading, qtbot, second_page(reading, seeds))

    qtbot.keyClick(reading.window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: pane._view is not None and not pane._view.builder.building)
    assert pane._view.folding.folded == folded
    assert abs(pane.verticalScrollBar().value() - before) <= 1


def test_each_tab_has_its_own_search(reading: Program, qtbot: QtBot, seeds: Path) -> None:
    field = reading.window.search.field
    field.setText("lighthouse")
    qtbot.waitUntil(lambda: reading.session.search.state.text == "lighthouse")

    open_beside(reading, qtbot, second_page(reading, seeds))
    assert field.text() == ""
    reading.window.page_tabs.setCurrentIndex(0)

    assert field.text() == "lighthouse"
    qtbot.waitUntil(lambda: bool(reading.session.search.state.hits))


def test_the_middle_button_opens_and_closes_tabs(
    reading: Program, qtbot: QtBot, seeds: Path
) -> None:
    second_page(reading, seeds)
    reading.opening.refresh_library()
    listed = reading.window.library.list
    reading.window.show_tab(reading.window.library)
    qtbot.waitUntil(lambda: listed.model().rowCount() == 2)
    other = next(
        index
        for index in (listed.model().index(row, 0) for row in range(2))
        if "Spring" in index.data(Qt.ItemDataRole.DisplayRole)
    )

    with qtbot.waitSignal(reading.session.pages.page_opened):
        place = listed.visualRect(other).center()
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.MiddleButton, pos=place)
    assert reading.session.tabs.count() == 2

    bar = reading.window.page_tabs
    qtbot.mouseClick(bar, Qt.MouseButton.MiddleButton, pos=bar.tabRect(0).center())
    assert reading.session.tabs.count() == 1
    assert not bar.isVisible()
    assert reading.window.actions_["reopen_tab"].isEnabled()


def test_a_new_tab_waits_for_words_to_search(reading: Program, qtbot: QtBot) -> None:
    qtbot.keyClick(reading.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)

    assert reading.session.tabs.count() == 2
    assert not reading.window.shows_page()
    assert reading.window.search.field.hasFocus()


def restarted(reading: Program, qapp: QApplication, qtbot: QtBot, settings: Settings) -> Program:
    library: Library = reading.session.library
    reading.window.close()
    again = Program(qapp, library, settings)
    qtbot.addWidget(again.window)
    with qtbot.waitExposed(again.window):
        again.open([])
    return again


def test_the_window_comes_back_as_it_was_left(
    reading: Program, qapp: QApplication, qtbot: QtBot, settings: Settings, seeds: Path
) -> None:
    pane = reading.window.reading
    open_beside(reading, qtbot, second_page(reading, seeds))
    reading.window.page_tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: pane._view is not None and not pane._view.builder.building)
    pane.fold_all()
    pane.scroll_to_comment(12)
    folded, top = pane._view.folding.folded, pane.verticalScrollBar().value()
    reading.window.search.field.setText("lighthouse")

    again = restarted(reading, qapp, qtbot, settings)

    pane = again.window.reading
    qtbot.waitUntil(lambda: pane._view is not None and not pane._view.builder.building)
    assert again.session.tabs.count() == 2
    assert again.window.page_tabs.currentIndex() == 0
    assert again.window.search.field.text() == "lighthouse"
    assert pane._view.folding.folded == folded
    assert abs(pane.verticalScrollBar().value() - top) <= 1
    again.window.close()


def test_a_person_may_begin_with_an_empty_window(
    reading: Program, qapp: QApplication, qtbot: QtBot, settings: Settings
) -> None:
    settings.keep(RESTORE, False)

    again = restarted(reading, qapp, qtbot, settings)

    assert again.session.pages.page is None
    assert not again.window.shows_page()
    again.window.close()


def test_a_damaged_session_file_opens_an_empty_window(
    reading: Program, qapp: QApplication, qtbot: QtBot, settings: Settings
) -> None:
    reading.window.closing.connect(lambda: reading.tabs.file.write_bytes(b"\xff{"))

    again = restarted(reading, qapp, qtbot, settings)

    assert not again.window.shows_page()
    again.window.close()


def test_the_view_by_time_comes_back_too(
    reading: Program, qapp: QApplication, qtbot: QtBot, settings: Settings
) -> None:
    reading.window.actions_["by_time"].setChecked(True)

    again = restarted(reading, qapp, qtbot, settings)

    qtbot.waitUntil(lambda: again.session.pages.page is not None)
    assert again.window.reading.by_time()
    assert again.window.actions_["by_time"].isChecked()
    again.window.close()


def test_a_second_start_with_a_missing_file_says_so_and_leaves_no_tab(
    reading: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    page, tabs = reading.session.pages.page, reading.session.tabs
    assert page is not None
    reading.open_door()
    with qtbot.waitSignal(reading.session.failed, timeout=20_000):
        reading.door.knocked.emit(Request((tmp_path / "gone.wiki",)))
    qtbot.waitUntil(lambda: not reading.runner.running)

    assert tabs.count() == 1
    assert reading.session.pages.page is not None
    assert reading.session.pages.page.info.id == page.info.id
    assert reading.window.shows_page()
    assert not reading.window.message.isHidden()
    assert "gone.wiki" in reading.window.message.text()


def test_a_second_start_with_a_file_that_is_there_has_a_tab_for_it(
    reading: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "Talk_Ferry.wiki"
    file.write_text("When? [[User:Ada]] 10:00, 1 May 2024 (UTC)\n", encoding="utf-8")
    reading.open_door()
    with qtbot.waitSignal(reading.session.pages.page_opened, timeout=20_000):
        reading.door.knocked.emit(Request((tmp_path / "gone.wiki", file)))
    qtbot.waitUntil(lambda: not reading.runner.running)

    assert [title for title, _search in reading.session.tabs.titles()][1:] == ["Talk:Ferry"]


def test_a_second_start_with_an_empty_folder_says_so_and_leaves_no_tab(
    reading: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    reading.open_door()
    qtbot.waitUntil(lambda: not reading.runner.running)

    reading.door.knocked.emit(Request((empty,)))

    assert reading.session.tabs.count() == 1
    assert reading.window.shows_page()
    assert "no files" in reading.window.message.text()
    assert not reading.window.message.isHidden()
