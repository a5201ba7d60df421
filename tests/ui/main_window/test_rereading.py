"""Pages that an earlier version understood otherwise are understood anew from the menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from tests.test_rereading import keep_as_before


def idle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)


@pytest.fixture
def shown(program: Program, qtbot: QtBot, seeds: Path) -> Program:
    """The window with a page that was understood otherwise, and another one in the library."""
    library = program.session.library
    keep_as_before(library, seeds / "night-ferry.wiki")
    info = keep_as_before(library, seeds / "lighthouse-fund.wiki")
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    idle(program, qtbot)
    return program


def test_the_page_is_understood_anew_and_shown_where_one_was(shown: Program, qtbot: QtBot) -> None:
    pages = shown.session.pages
    page = pages.page
    assert page is not None
    assert len(page.comments) == 39
    shown.window.reading.go_to_words(20, 0, 1)

    shown.window.actions_["reread"].trigger()
    qtbot.waitUntil(lambda: len(pages.page.comments) == 40, timeout=20_000)

    idle(shown, qtbot)
    assert pages.page.info.id == page.info.id
    assert shown.window.reading.current_comment() == 20
    assert shown.window.status.currentMessage() == (
        "The page was understood anew, and some of it otherwise."
    )

    shown.window.actions_["reread"].trigger()
    idle(shown, qtbot)
    assert shown.window.status.currentMessage() == (
        "The page was understood anew; nothing is different."
    )


def test_all_pages_are_understood_anew_behind_the_window(shown: Program, qtbot: QtBot) -> None:
    shown.window.actions_["reread_all"].trigger()
    qtbot.waitUntil(lambda: len(shown.session.pages.page.comments) == 40, timeout=20_000)

    idle(shown, qtbot)
    assert shown.window.message.text() == (
        "2 pages and older copies were understood anew. 2 of them are different now."
    )
    assert sorted(info.comments for info in shown.session.library.pages.all()) == [13, 40]


def test_without_a_page_only_all_can_be_understood_anew(program: Program) -> None:
    assert not program.window.actions_["reread"].isEnabled()
    assert program.window.actions_["reread_all"].isEnabled()
