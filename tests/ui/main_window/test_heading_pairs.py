"""Headings in two languages: shown together, exported, and taken apart by hand."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.exporting import FormatId, export_bilingual
from talkreader.store import Library
from tests.ui.main_window.test_prose_pairs import open_text
from tests.ui.panes.reading import shown_text

HEADED = {
    "Harbour news": "== Bread ==\nThe bakery opens at six in the morning.\n\n== Buses ==\nNone.\n",
    "Harbour news/zh": "== 面包 ==\n面包店早上六点开门。\n\n== 公交 ==\n没有。\n",
}


def test_headings_stand_in_both_languages_in_the_page_and_in_the_tree(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    open_text(program, qtbot, library, HEADED, "Harbour news")
    tree = program.window.sections.tree.model()

    assert [tree.index(row, 0).data() for row in range(2)] == ["Bread / 面包", "Buses / 公交"]
    assert "Bread\u2003面包" in shown_text(program.window.reading)
    program.window.sections.filter.setText("麵包")
    assert tree.rowCount() == 1
    program.window.sections.filter.clear()

    program.window.actions_["side_by_side"].setChecked(False)
    assert [tree.index(row, 0).data() for row in range(2)] == ["Bread", "Buses"]
    assert "面包" not in shown_text(program.window.reading)


def test_headings_that_do_not_translate_each_other_are_taken_apart_and_put_together_again(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    open_text(program, qtbot, library, HEADED, "Harbour news")
    tree = program.window.sections.tree.model()
    reading = program.window.reading
    reading.setFocus()
    reading.setCursorWidth(1)
    cursor = reading.document().find("Bread")
    cursor.clearSelection()
    reading.setTextCursor(cursor)
    menu = reading.context_menu(reading.cursorRect().center())
    offered = [
        one.text() for action in menu.actions() if action.menu() for one in action.menu().actions()
    ]

    program.window.actions_["join_pair"].trigger()
    refused = program.window.status.currentMessage()
    program.window.actions_["break_pair"].trigger()
    apart = [tree.index(row, 0).data() for row in range(2)]
    program.window.actions_["undo"].trigger()

    assert offered[0] == "These do not translate each other"
    assert refused == "The headings of a pair can only be taken apart."
    assert apart == ["Bread", "Buses / 公交"]
    assert [tree.index(row, 0).data() for row in range(2)] == ["Bread / 面包", "Buses / 公交"]
    qtbot.waitUntil(lambda: not program.runner.running)


def test_the_export_in_two_languages_has_the_headings_in_both(
    program: Program, qtbot: QtBot, library: Library
) -> None:
    open_text(program, qtbot, library, HEADED, "Harbour news")
    page = program.session.pages.page
    assert page is not None

    written = export_bilingual(page, FormatId.HTML)

    assert "<h2>Bread / 面包</h2>" in written
