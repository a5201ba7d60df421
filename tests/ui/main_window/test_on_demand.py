"""Translations on demand: folded below their paragraph, unfolded by key, click and search."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.settings import FIRST_LANGUAGE, TRANSLATIONS
from tests.ui.panes.reading import shown_text

TEXT = """== Boats ==
The harbour will be closed for repairs in October. The fishing boats stay out until November.

港口将于十月关闭维修。渔船在外面停留到十一月。

Nobody will have to pay for the old pier.

没有人需要为旧码头付钱。 [[User:Ada]] 10:00, 1 May 2024 (UTC)
:Then print a timetable. [[User:Bo]] 11:00, 1 May 2024 (UTC)
"""
CLOSED, PIER = "港口将于十月关闭维修。渔船在外面停留到十一月。", "没有人需要为旧码头付钱。"


@pytest.fixture
def page(program: Program, qtbot: QtBot, library: Library) -> Program:
    """The window with translations on demand."""
    info = library.pages.save(
        parse(RawPage(Form.WIKITEXT, TEXT, title="Talk:Boats", site="harbour"))
    )
    program.settings.keep(TRANSLATIONS, "demand")
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    with qtbot.waitSignal(program.session.pages.pairs_found, timeout=60_000):
        program.window.actions_["side_by_side"].setChecked(True)
    return program


def shown(program: Program) -> str:
    return shown_text(program.window.reading).replace("\u00a0", " ").replace("\u2060", "")


def caret_into(program: Program, words: str) -> None:
    pages = program.session.pages.page
    assert pages is not None
    start = pages.comments[0].body.text.index(words)
    program.window.reading.select(0, start + 1, start + 1)


def press(program: Program, name: str) -> None:
    program.window.actions_[name].trigger()


def test_the_original_stands_alone_and_each_paragraph_offers_its_translation(page: Program) -> None:
    assert "The harbour will be closed for repairs in October. The fishing boats" in shown(page)
    assert CLOSED not in shown(page)
    assert PIER not in shown(page)
    assert shown(page).count("中文 ▾") == 2


def test_the_key_unfolds_the_paragraph_at_the_caret_and_folds_it_again(page: Program) -> None:
    caret_into(page, "Nobody will")
    press(page, "unfold_translation")
    assert PIER in shown(page)
    assert CLOSED not in shown(page)

    press(page, "unfold_translation")
    assert PIER not in shown(page)


def test_the_key_unfolds_a_whole_comment_that_one_walked_to(page: Program) -> None:
    page.window.reading.scroll_to_comment(0)
    press(page, "unfold_translation")

    assert CLOSED in shown(page)
    assert PIER in shown(page)
    assert "from the archive" in shown(page)


def test_a_click_on_the_language_unfolds(page: Program) -> None:
    reading = page.window.reading
    cursor = reading.document().find("▾")
    reading._activate(QUrl(cursor.charFormat().anchorHref()))

    assert CLOSED in shown(page)
    assert PIER not in shown(page)


def test_all_of_a_page_unfold_and_stay_so_in_another_size(page: Program) -> None:
    press(page, "unfold_translations")
    page.window.reading.zoom_in()
    assert CLOSED in shown(page)
    assert PIER in shown(page)

    press(page, "unfold_translations")
    assert PIER not in shown(page)


def test_a_search_hit_in_a_folded_translation_unfolds_it(page: Program, qtbot: QtBot) -> None:
    page.window.search.field.setText("旧码头")
    qtbot.waitUntil(lambda: bool(page.session.search.state.stops), timeout=10_000)
    page.session.search.next()

    qtbot.waitUntil(lambda: PIER in shown(page))
    assert CLOSED not in shown(page)


def test_what_is_folded_away_is_neither_copied_nor_noted(page: Program) -> None:
    reading = page.window.reading
    cursor = QTextCursor(reading.document())
    entry = reading._view.places.comment(0)
    cursor.setPosition(entry.runs[0].at)
    cursor.setPosition(entry.until, QTextCursor.MoveMode.KeepAnchor)
    reading.setTextCursor(cursor)

    copied = reading.createMimeDataFromSelection().text()
    assert "Nobody will have to pay" in copied
    assert PIER not in copied
    body = page.session.pages.page.comments[0].body.text
    assert all(PIER not in body[part.start : part.end] for part in reading.selection())


def test_the_language_chosen_first_is_the_one_that_is_shown(page: Program) -> None:
    page.settings.keep(FIRST_LANGUAGE, "zh")

    assert CLOSED in shown(page)
    assert "Nobody will have to pay" not in shown(page)
    assert "English ▾" in shown(page)


def test_folding_a_thread_away_and_back_leaves_translations_folded(page: Program) -> None:
    reading = page.window.reading
    reading.show_only([1])
    reading.show_only(None)

    assert PIER not in shown(page)


def test_the_key_in_another_layout_turns_this_one_on(page: Program) -> None:
    page.settings.keep(TRANSLATIONS, "beside")
    assert PIER in shown(page)

    press(page, "unfold_translation")

    assert page.settings.text(TRANSLATIONS) == "demand"
    assert PIER not in shown(page)


def test_each_translation_of_a_paragraph_says_whose_it_is(page: Program) -> None:
    caret_into(page, "The fishing boats")
    press(page, "confirm_pair")
    press(page, "unfold_translations")

    line = next(line for line in shown(page).split("\n") if "渔船" in line)
    words = [line.index(each) for each in ("十月", "from the archive", "渔船", "reviewed")]
    assert words == sorted(words)
