"""A typed translation is lit, searched, noted and looked up like one that the page holds."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.bilingual import Segment
from talkreader.domain.hit import HitKind
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.document.loose import LooseWords
from talkreader.ui.settings import ON_DEMAND, TRANSLATIONS
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


def search(program: Program, qtbot: QtBot, words: str) -> None:
    program.window.search.field.setText(words)
    qtbot.waitUntil(lambda: program.session.search.state.text == words, timeout=10_000)


def test_next_hit_stops_in_typed_words_and_the_list_has_them(page: Program, qtbot: QtBot) -> None:
    search(page, qtbot, "時刻")

    [hit] = page.session.search.state.hits
    assert (hit.kind, hit.snippet, hit.author) == (HitKind.TRANSLATION, TYPED, "Bo")
    assert page.window.search.counter.text() == "1 found"
    page.window.actions_["next_hit"].trigger()
    marks = page.window.reading._view.marks
    assert marks._current_in(loose(page)) == marks.found_in(loose(page))[0]
    assert page.window.search.counter.text() == "1 of 1"


def test_words_on_both_sides_are_stops_one_after_the_other(page: Program, qtbot: QtBot) -> None:
    typed = "把它挂在 door 上，door！"
    page.session.translating.save(
        Segment(0, 26, 47, "en", "Hang it on the door."), typed, "zh-hans"
    )
    search(page, qtbot, "door")

    kinds = [
        page.session.search.state.hits[stop.hit].kind for stop in page.session.search.state.stops
    ]
    assert kinds == [HitKind.COMMENT, HitKind.TRANSLATION, HitKind.TRANSLATION]
    places = []
    for _ in range(4):
        page.window.actions_["next_hit"].trigger()
        hit = page.window.reading._view.marks.current_hit
        places.append((hit.of, hit.start))
    assert places == [(None, 41), (26, 5), (26, 12), (None, 41)]


def test_what_is_typed_while_a_search_stands_is_found_at_once_and_undo_takes_it_away(
    page: Program, qtbot: QtBot
) -> None:
    search(page, qtbot, "door")
    page.window.actions_["next_hit"].trigger()
    page.session.translating.save(
        Segment(0, 26, 47, "en", "Hang it on the door."), "挂在 door 上。", "zh-hans"
    )

    qtbot.waitUntil(lambda: len(page.session.search.state.stops) == 2)
    assert page.session.search.at == 0
    page.session.notes.undo()
    qtbot.waitUntil(lambda: len(page.session.search.state.stops) == 1)


def test_a_query_asks_the_author_of_the_words_that_are_translated(
    page: Program, qtbot: QtBot
) -> None:
    search(page, qtbot, "时刻 from:Bo")
    assert len(page.session.search.state.hits) == 1
    search(page, qtbot, "时刻 from:Ann")
    assert page.session.search.state.hits == ()


def test_only_comments_with_hits_keeps_one_whose_translation_has_the_words(
    page: Program, qtbot: QtBot
) -> None:
    search(page, qtbot, "时刻")
    page.window.actions_["only_hits"].setChecked(True)

    assert page.window.reading.shown_only() == 1


def test_a_stop_in_a_translation_that_is_folded_away_unfolds_it(
    page: Program, qtbot: QtBot
) -> None:
    page.settings.keep(TRANSLATIONS, ON_DEMAND)
    qtbot.waitUntil(lambda: page.window.reading._view.places.comment(0).asides != {})
    search(page, qtbot, "时刻")
    asides = page.window.reading._view.asides
    assert asides.hides(loose(page).at)
    page.window.actions_["next_hit"].trigger()

    assert not asides.hides(loose(page).at)
