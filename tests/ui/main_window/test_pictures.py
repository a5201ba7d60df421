"""Pictures in the window: of the page, the search and the library, and back into the comments."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.hit import HitKind
from talkreader.pictures import PictureKind
from talkreader.ui.dialogs.figure_table import LEAST
from talkreader.ui.dialogs.pictures import PicturesDialog, Subject
from talkreader.ui.session import Scope


def shown(program: Program, kind: PictureKind, subject: Subject, qtbot: QtBot) -> PicturesDialog:
    dialog = program.pictures.open()
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.subject.setCurrentIndex(dialog.subject.findData(subject))
    qtbot.waitUntil(dialog.save_button.isEnabled)
    return dialog


def test_a_bar_leads_to_what_was_said_then(reading: Program, qtbot: QtBot) -> None:
    dialog = reading.pictures.open()
    picture = dialog.chart.picture
    assert picture is not None
    assert picture.total == len(reading.session.pages.page.comments)
    number, cell = max(enumerate(picture.cells), key=lambda pair: pair[1].count)

    with qtbot.waitSignal(reading.session.search.found, timeout=5000):
        dialog.chart.picked.emit(number)

    assert reading.window.search.current_scope() is Scope.PAGE
    hits = reading.session.search.state.hits
    assert sum(hit.kind is HitKind.COMMENT for hit in hits) == cell.count
    dialog.close()


def test_names_beside_a_picture_can_be_read_at_any_width(reading: Program, qtbot: QtBot) -> None:
    dialog = shown(reading, PictureKind.THREADS, Subject.PAGE, qtbot)
    table = dialog.table
    narrow = [table.columnWidth(column) for column in (0, 1)]
    scrolled = table.horizontalScrollBar().maximum()
    dialog.resize(1900, 700)
    qtbot.waitUntil(lambda: table.columnWidth(0) > LEAST)

    assert min(narrow) >= LEAST
    assert scrolled > 0
    assert table.horizontalScrollBar().maximum() == 0
    dialog.close()


def test_a_thread_leads_to_the_comment_that_began_it(reading: Program, qtbot: QtBot) -> None:
    dialog = reading.pictures.open()
    dialog.kind.setCurrentIndex(dialog.kind.findData(PictureKind.THREADS))
    assert dialog.chart.picture is not None
    cell = dialog.chart.picture.cells[1]

    dialog.activateWindow()
    dialog.table.setFocus()
    qtbot.waitUntil(dialog.table.hasFocus)
    dialog.table.setCurrentCell(1, 0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: reading.window.reading.current_comment() == cell.index)
    dialog.close()


def test_a_search_is_drawn_and_narrowed(reading: Program, qtbot: QtBot) -> None:
    page = reading.session.pages.page
    assert page is not None
    name = next(c.author for c in page.comments if c.author)
    reading.session.find(f'from:"{name}"', Scope.LIBRARY)
    qtbot.waitUntil(lambda: bool(reading.session.search.state.hits))
    dialog = shown(reading, PictureKind.PEOPLE, Subject.SEARCH, qtbot)
    picture = dialog.chart.picture

    assert picture is not None
    assert picture.rows == (name,)
    assert picture.total == sum(c.author == name for c in page.comments)
    dialog.chart.picked.emit(0)
    assert reading.window.search.field.text() == f'(from:"{name}") {picture.cells[0].query}'
    dialog.close()


def test_the_library_is_drawn_without_a_page(program: Program, qtbot: QtBot, seeds: Path) -> None:
    dialog = program.pictures.open()

    qtbot.waitUntil(lambda: "nothing to draw" in dialog.below.text())

    assert not dialog.save_button.isEnabled()
    assert dialog.subject.count() == 1
    dialog.close()


def test_arrows_walk_through_the_cells_and_enter_picks(reading: Program, qtbot: QtBot) -> None:
    dialog = reading.pictures.open()
    picked: list[int] = []
    dialog.chart.picked.connect(picked.append)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.chart.hasFocus)

    qtbot.keyClick(dialog.chart, Qt.Key.Key_Right)
    first = dialog.below.text()
    qtbot.keyClick(dialog.chart, Qt.Key.Key_End)
    qtbot.keyClick(dialog.chart, Qt.Key.Key_Return)

    assert picked == [0]
    assert "comment" in first
    assert dialog.chart.accessibleName().startswith("Activity over time")
    dialog.close()


def test_a_dialog_may_be_closed_before_the_counting_ends(reading: Program, qtbot: QtBot) -> None:
    dialog = reading.pictures.open()

    dialog.subject.setCurrentIndex(dialog.subject.findData(Subject.LIBRARY))
    dialog.close()

    qtbot.waitUntil(lambda: not reading.session.runner.running)
