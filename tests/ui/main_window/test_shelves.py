"""The windows of the translation memory and the glossary: one of each, in the window's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialogButtonBox, QTreeView
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.glossary import Term
from talkreader.store import Library
from talkreader.ui.dialogs.glossary import GlossaryDialog
from talkreader.ui.dialogs.shelf import Shelf
from talkreader.ui.dialogs.term import TermDialog
from talkreader.ui.dialogs.translating import TranslationDialog
from talkreader.ui.models.marked_delegate import MarkedDelegate
from tests.ui.main_window.test_memory import SORRY


def shelves(program: Program) -> list[Shelf]:
    return program.window.findChildren(Shelf)


@pytest.mark.parametrize("name", ["memory", "glossary"])
def test_a_window_that_is_open_comes_to_the_front_and_a_closed_one_is_gone(
    program: Program, qtbot: QtBot, name: str
) -> None:
    for _ in range(3):
        program.window.actions_[name].trigger()
    [dialog] = shelves(program)
    assert dialog.isVisible()

    dialog.close()
    qtbot.waitUntil(lambda: shelves(program) == [])
    program.window.actions_[name].trigger()
    assert [each.isVisible() for each in shelves(program)] == [True]


def test_both_windows_follow_the_language_of_the_window(
    program: Program, library: Library, qtbot: QtBot
) -> None:
    library.translations.put(SORRY)
    for name in ("memory", "glossary"):
        program.window.actions_[name].trigger()
    program.interpreter.use("zh_TW")

    memory, glossary = program.memory.dialog, program.glossary.dialog
    qtbot.waitUntil(lambda: memory.windowTitle() == "翻譯記憶")
    qtbot.waitUntil(lambda: glossary.windowTitle() == "詞彙表")
    assert memory.model.headerData(0, memory.list.header().orientation()) == "原文"
    assert memory.status.text() == "1 筆譯文"
    assert glossary.add.text() == "新增(&A)…"
    assert glossary.model.index(0, 3).data() == "內建"
    assert glossary.field.accessibleName() == "任一語言的詞語"


def test_the_dialogs_above_them_follow_it_too_and_are_gone_when_closed(
    program: Program, library: Library, qtbot: QtBot
) -> None:
    library.translations.put(SORRY)
    for name in ("memory", "glossary"):
        program.window.actions_[name].trigger()
    program.memory.dialog.edit.click()
    program.glossary.dialog.add.click()
    [words] = program.memory.dialog.findChildren(TranslationDialog)
    [term] = program.glossary.dialog.findChildren(TermDialog)
    words.words.setPlainText("對不起。")
    program.interpreter.use("zh_CN")

    qtbot.waitUntil(lambda: words.windowTitle() == "翻译")
    assert words.words.placeholderText() == "您的译文"
    assert words.words.toPlainText() == "對不起。"
    qtbot.waitUntil(lambda: term._labels[3].text() == "备注(&R)")
    words.reject()
    term.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    qtbot.waitUntil(lambda: program.memory.dialog.findChildren(TranslationDialog) == [])
    qtbot.waitUntil(lambda: program.glossary.dialog.findChildren(TermDialog) == [])


def test_what_is_typed_in_the_other_script_is_kept_as_that(
    program: Program, library: Library, qtbot: QtBot
) -> None:
    library.translations.put(SORRY)
    program.window.actions_["memory"].trigger()
    program.memory.dialog.edit.click()
    [dialog] = program.memory.dialog.findChildren(TranslationDialog)
    dialog.words.setPlainText("我們很抱歉，這樣對大家說。")
    dialog.save_button.click()

    [unit] = library.translations.all()
    assert unit.target_language == "zh-hant"


def test_latin_and_chinese_cells_of_a_row_stand_on_one_line(
    program: Program, library: Library
) -> None:
    library.terms.put(Term("Hx", "一", "一", own=True))
    program.window.actions_["glossary"].trigger()
    dialog = program.glossary.dialog
    assert isinstance(dialog, GlossaryDialog)

    # the one stroke of 一 lies in the middle of a capital letter's height
    letters, stroke = ink(dialog.list, 0), ink(dialog.list, 1)
    assert letters.top() < stroke.center().y() < letters.bottom()


def ink(view: QTreeView, column: int) -> QRect:
    """Return where the letters of the second row are painted (the first one is chosen)."""
    view.selectionModel().clear()
    index = view.model().index(0, column)
    assert isinstance(view.itemDelegateForIndex(index), MarkedDelegate)
    rect = view.visualRect(index)
    picture = view.viewport().grab(rect).toImage().convertToFormat(QImage.Format.Format_RGB32)
    ground = picture.pixel(picture.width() - 3, 2)
    found = [
        QPoint(x, y)
        for x in range(picture.width())
        for y in range(2, picture.height() - 2)
        if picture.pixel(x, y) != ground
    ]
    ys = [point.y() for point in found]
    return QRect(0, min(ys), 1, max(ys) - min(ys) + 1)
