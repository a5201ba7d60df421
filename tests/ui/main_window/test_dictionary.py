"""The dictionary beside the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.glossary import Term
from talkreader.ui.dialogs.term import TermDialog
from talkreader.ui.panes.dictionary_pane import DictionaryPane
from talkreader.ui.settings import LANGUAGE, SHOWN_SCRIPT


@pytest.fixture
def pane(reading: Program, qtbot: QtBot) -> DictionaryPane:
    """The dictionary, open beside the sample."""
    reading.window.actions_["dictionary"].setChecked(True)
    pane = reading.dictionary.pane
    assert pane is not None
    qtbot.waitUntil(lambda: reading.dictionary._dictionary is not None, timeout=60_000)
    return pane


def put_caret(program: Program, words: str) -> None:
    """Put the caret before the first of these words in a comment."""
    page = program.session.pages.page
    assert page is not None
    for comment in page.comments:
        at = comment.body.text.find(words)
        if at >= 0:
            program.window.reading.select(comment.index, at, at + 1)
            cursor = program.window.reading.textCursor()
            cursor.setPosition(cursor.selectionStart())
            program.window.reading.setTextCursor(cursor)
            return
    raise AssertionError(words)


def test_the_word_at_the_caret_is_told(reading: Program, pane: DictionaryPane) -> None:
    put_caret(reading, "日誌")

    assert "封禁日誌" in pane.word.toPlainText()
    assert "block log" in pane.word.toPlainText()


def test_the_word_under_the_mouse_is_told(
    reading: Program, pane: DictionaryPane, qtbot: QtBot
) -> None:
    put_caret(reading, "Either answer")
    view = reading.window.reading
    view.ensureCursorVisible()
    spot = view.cursorRect().center()

    reading.dictionary._point = QPointF(spot.x() + 8, spot.y())
    reading.dictionary._look_under_mouse()

    assert pane.word.toPlainText().startswith("Either")


def test_what_is_typed_is_looked_up_and_what_is_not_known_is_said(
    pane: DictionaryPane, qtbot: QtBot
) -> None:
    qtbot.keyClicks(pane.field, "lighthouse")
    assert "灯塔" in pane.word.toPlainText()

    pane.field.clear()
    qtbot.keyClicks(pane.field, "xyzzyx")
    assert "xyzzyx" in pane.word.toPlainText()
    assert "neither" in pane.word.toPlainText()


def test_a_gloss_follows_the_comment_and_says_that_it_is_no_translation(
    reading: Program, pane: DictionaryPane
) -> None:
    put_caret(reading, "昨天")
    page = reading.session.pages.page
    assert page is not None
    chinese = next(c.index for c in page.comments if "昨天" in c.body.text)
    reading.window.reading.scroll_to_comment(chinese)
    pane.tabs.setCurrentWidget(pane.gloss)

    text = pane.gloss.toPlainText()
    assert "not a translation" in text
    assert "zuó tiān" in text

    english = next(c.index for c in page.comments if c.body.text.isascii())
    reading.window.reading.scroll_to_comment(english)
    assert "no Chinese" in pane.gloss.toPlainText()


def test_a_persons_own_term_is_kept_and_stands_first(
    reading: Program, pane: DictionaryPane, qtbot: QtBot
) -> None:
    qtbot.keyClicks(pane.field, "notability")
    qtbot.mouseClick(pane.add, Qt.MouseButton.LeftButton)
    dialog = reading.window.findChild(TermDialog)
    assert dialog.simplified.text() == "关注度"

    dialog.simplified.setText("知名度")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    qtbot.waitUntil(lambda: not reading.runner.running, timeout=20_000)

    kept = reading.session.library.terms.all()
    assert kept == [Term("notability", "知名度", "關注度", own=True)]
    reading.dictionary._look_up("notability")
    assert "知名度" in pane.word.toPlainText()
    assert "Your glossary" in pane.word.toPlainText()


def test_a_term_in_one_language_cannot_be_saved(qtbot: QtBot) -> None:
    dialog = TermDialog("茶", None)
    qtbot.addWidget(dialog)
    save = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)

    assert not save.isEnabled()
    dialog.english.setText("tea")
    assert save.isEnabled()


def test_the_dictionary_is_not_made_before_somebody_asks(program: Program) -> None:
    assert program.dictionary.pane is None
    assert not program.window.actions_["dictionary"].isEnabled()


def test_closing_the_last_page_closes_the_dictionary(
    reading: Program, pane: DictionaryPane
) -> None:
    reading.session.pages.close_page()

    assert not reading.window.actions_["dictionary"].isChecked()
    assert not pane.isVisible()


def test_chinese_for_an_english_word_comes_in_the_script_that_the_person_reads(
    reading: Program, pane: DictionaryPane, qtbot: QtBot
) -> None:
    qtbot.keyClicks(pane.field, "lighthouse")
    lines = pane.word.toPlainText().splitlines()
    assert lines[1].startswith("灯塔")

    reading.settings.keep(SHOWN_SCRIPT, "zh-tw")
    assert pane.word.toPlainText().splitlines()[1].startswith("燈塔")
    reading.settings.keep(SHOWN_SCRIPT, "")
    reading.settings.keep(LANGUAGE, "zh_TW")
    assert pane.word.toPlainText().splitlines()[1].startswith("燈塔")


def test_a_traditional_word_is_told_in_traditional_characters(pane: DictionaryPane) -> None:
    pane.typed.emit("裏")

    assert "鄰" in pane.word.toPlainText()
    assert "邻" not in pane.word.toPlainText()
