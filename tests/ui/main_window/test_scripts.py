"""Chinese shown in another script: hits, notes and copies still are of the words as written."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.scope import Scope
from talkreader.ui.settings import SHOWN_SCRIPT
from tests.ui.panes.reading import shown_text

TEXT = """== 马甲账号 ==
我们认为用户 [[User:张发财|张发财]] 后来发了三条留言。没有人回复。
[[User:关羽]] 10:00, 1 May 2024 (UTC)
"""


@pytest.fixture
def page(program: Program, qtbot: QtBot, library: Library) -> Program:
    """The window with a page in Simplified Chinese."""
    raw = RawPage(Form.WIKITEXT, TEXT, title="Talk:马甲", site="harbour")
    info = library.pages.save(parse(raw))
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    return program


def test_a_key_shows_the_page_in_the_next_script_and_names_stay(page: Program) -> None:
    settings = page.whole._settings
    shown = []
    for _ in range(4):
        page.window.actions_["next_script"].trigger()
        shown.append((settings.text(SHOWN_SCRIPT), shown_text(page.window.reading)))

    assert [script for script, _text in shown] == ["zh-hans", "zh-tw", "zh-hk", ""]
    assert "我們認為用戶 张发财 後來發了三條留言。沒有人" in shown[1][1]
    assert "馬甲" in shown[1][1]
    assert "关羽" in shown[1][1]
    assert "我们认为用户 张发财 后来发了三条留言。" in shown[3][1]


def test_what_is_selected_and_copied_is_what_was_written(page: Program, library: Library) -> None:
    page.whole._settings.keep(SHOWN_SCRIPT, "zh-tw")
    body = page.session.pages.page.comments[0].body.text
    start = body.index("后来")
    page.window.reading.select(0, start, start + 4)

    assert page.window.reading.textCursor().selectedText() == "後來發了"
    page.window.actions_["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "后来发了"
    page.window.actions_["highlight"].trigger()
    (note,) = library.notes.all()
    assert "后来发了" in str(note.targets[0])


def test_a_hit_is_outlined_at_its_words(page: Program, qtbot: QtBot) -> None:
    page.whole._settings.keep(SHOWN_SCRIPT, "zh-tw")
    page.session.find("没有人", Scope.PAGE)
    qtbot.waitUntil(lambda: len(page.session.search.state.hits) == 1, timeout=10_000)

    body = page.session.pages.page.comments[0].body.text
    start = body.index("没有人")
    page.window.reading.select(0, start, start + 3)
    assert page.window.reading.textCursor().selectedText() == "沒有人"


def headings(program: Program) -> list[str]:
    """Return what the tree of sections, the breadcrumb and the list of results call the section."""
    sections = program.window.sections.tree.model()
    group = program.window.results.tree.model().index(0, 0)
    return [
        str(sections.index(0, 0).data()),
        program.window.breadcrumb._section,
        str(group.data()),
    ]


def test_headings_beside_the_page_are_shown_in_its_script(page: Program, qtbot: QtBot) -> None:
    page.session.find("没有人", Scope.PAGE)
    qtbot.waitUntil(lambda: len(page.session.search.state.hits) == 1, timeout=10_000)
    assert headings(page) == ["马甲账号"] * 3

    page.whole._settings.keep(SHOWN_SCRIPT, "zh-tw")
    assert headings(page) == ["馬甲賬號"] * 3
    assert page.session.pages.page.sections[1].heading == "马甲账号"

    page.whole._settings.keep(SHOWN_SCRIPT, "")
    assert headings(page) == ["马甲账号"] * 3


def test_sections_are_filtered_in_either_script(page: Program) -> None:
    page.whole._settings.keep(SHOWN_SCRIPT, "zh-tw")
    sections = page.window.sections
    for words, shown in (("马甲", 1), ("馬甲", 1), ("问题", 0)):
        sections.filter.setText(words)
        assert sections.tree.model().rowCount() == shown


def test_the_key_says_in_a_sentence_what_is_shown_now(page: Program) -> None:
    page.window.actions_["next_script"].trigger()

    said = page.window.status.currentMessage()
    assert said == "Chinese is shown in Simplified characters."
