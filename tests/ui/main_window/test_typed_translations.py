"""A typed translation is lit, searched, noted and looked up like one that the page holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.bilingual import Segment
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.document.loose import LooseWords
from tests.ui.panes.reading import shown_text

TEXT = """== Boats ==
Then print a timetable 🚢. Hang it on the door. [[User:Bo]] 11:00, 1 May 2024 (UTC)
"""
SOURCE, TYPED = "Then print a timetable 🚢.", "那就印一张🚢时刻表。"


@pytest.fixture
def page(program: Program, qtbot: QtBot, library: Library) -> Program:
    """A page with one translation, typed by the person."""
    info = library.pages.save(
        parse(RawPage(Form.WIKITEXT, TEXT, title="Talk:Boats", site="harbour"))
    )
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    with qtbot.waitSignal(program.session.pages.pairs_found, timeout=60_000):
        program.window.actions_["side_by_side"].setChecked(True)
    program.session.translating.save(Segment(0, 0, 25, "en", SOURCE), TYPED, "zh-hans")
    assert TYPED in shown_text(program.window.reading)
    return program


def loose(program: Program) -> LooseWords:
    found = program.window.reading._view.places.loose.partner(0, 3)
    assert found is not None
    return found


def put(program: Program, start: int, end: int) -> None:
    """Select in the typed words, by their characters."""
    cursor = QTextCursor(program.window.reading.document())
    cursor.setPosition(loose(program).at + start)
    cursor.setPosition(loose(program).at + end, QTextCursor.MoveMode.KeepAnchor)
    program.window.reading.setTextCursor(cursor)


def test_the_caret_on_either_side_lights_the_other(page: Program) -> None:
    marks = page.window.reading._view.marks
    put(page, 2, 2)
    assert marks.lit is not None
    assert marks.lit.own.text == SOURCE
    assert len(list(marks._lit_rects())) == 2

    page.window.reading.select(0, 30, 30)
    assert marks.lit is None
    page.window.reading.select(0, 4, 4)
    assert marks.lit is not None
    assert marks.lit.words.text == TYPED


def test_words_that_are_searched_are_outlined_in_it(page: Program, qtbot: QtBot) -> None:
    marks = page.window.reading._view.marks
    page.window.search.field.setText("時刻")
    qtbot.waitUntil(lambda: page.session.search.state.text == "時刻", timeout=10_000)

    [(low, high)] = marks.found_in(loose(page))
    cursor = QTextCursor(page.window.reading.document())
    cursor.setPosition(low)
    cursor.setPosition(high, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "时刻"

    page.window.search.field.clear()
    qtbot.waitUntil(lambda: not page.session.search.state.text)
    assert marks.found_in(loose(page)) == []


def test_a_note_on_typed_words_is_about_their_original_and_lies_under_both(page: Program) -> None:
    put(page, 1, 4)
    page.window.actions_["highlight"].trigger()

    [placed] = page.session.notes.placed
    assert placed.note.targets[0].exact == SOURCE
    marks, view = page.window.reading._view.marks, page.window.reading._view
    bands = view.geometry.entries_between(0, 10_000)
    assert len(list(marks._fills(bands))) == 2


def test_the_pair_at_a_caret_in_typed_words_can_be_broken(page: Program, library: Library) -> None:
    put(page, 3, 3)
    page.window.actions_["break_pair"].trigger()

    assert library.translations.all() == []


def test_the_dictionary_knows_typed_words(page: Program, qtbot: QtBot) -> None:
    page.window.actions_["dictionary"].setChecked(True)
    qtbot.waitUntil(lambda: page.dictionary._dictionary is not None, timeout=60_000)
    put(page, 8, 8)
    assert "时刻" in page.dictionary.pane.word.toPlainText()

    reading = page.window.reading
    put(page, 0, 0)
    spot = reading.cursorRect().center()
    page.dictionary._point = QPointF(spot.x() + 4, spot.y())
    page.dictionary._look_under_mouse()
    assert page.dictionary.pane.word.toPlainText().startswith("那")


def test_copying_typed_words_gives_them(page: Program) -> None:
    put(page, 0, 4)

    assert page.window.reading.createMimeDataFromSelection().text() == "那就印一"
