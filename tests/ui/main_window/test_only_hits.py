"""A long thread is narrowed to the comments with hits and what they answer."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from tests.ui.panes.reading import shown_text

TEXT = """== Boats ==
The ferry leaves at nine. [[User:Ada]] 10:00, 1 May 2024 (UTC)
:Then print a timetable. [[User:Bo]] 11:00, 1 May 2024 (UTC)
::OK, thanks. [[User:Cy]] 12:00, 1 May 2024 (UTC)
::Who prints it? [[User:Di]] 13:00, 1 May 2024 (UTC)
:OK, thanks. [[User:Cy]] 14:00, 1 May 2024 (UTC)
"""


@pytest.fixture
def page(program: Program, qtbot: QtBot, library: Library) -> Program:
    """The window with one thread."""
    info = library.pages.save(parse(RawPage(Form.WIKITEXT, TEXT, title="Talk:B", site="harbour")))
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    return program


def find(program: Program, qtbot: QtBot, words: str) -> None:
    with qtbot.waitSignal(program.session.search.found):
        program.window.search.search_for(words)


def test_only_what_a_person_said_and_what_it_answers_is_left(page: Program, qtbot: QtBot) -> None:
    find(page, qtbot, "from:Di")

    page.window.actions_["only_hits"].trigger()

    text = shown_text(page.window.reading)
    assert "Who prints it?" in text
    assert "Then print a timetable." in text
    assert "OK, thanks." not in text
    assert "3 of 5" in page.window.message.text()
    page.window.message.action.click()
    assert shown_text(page.window.reading).count("OK, thanks.") == 2
    assert not page.window.actions_["only_hits"].isChecked()


def test_the_filter_follows_the_search_and_ends_with_it(page: Program, qtbot: QtBot) -> None:
    find(page, qtbot, "from:Di")
    page.window.actions_["only_hits"].trigger()

    find(page, qtbot, "from:Bo")
    assert "Who prints it?" not in shown_text(page.window.reading)
    find(page, qtbot, "")

    assert "Who prints it?" in shown_text(page.window.reading)
    assert not page.window.actions_["only_hits"].isEnabled()


def test_folds_that_hide_a_hit_are_unfolded_and_others_stay(page: Program, qtbot: QtBot) -> None:
    pane = page.window.reading
    pane.toggle_fold(0)
    find(page, qtbot, "from:Di")

    page.window.actions_["only_hits"].trigger()

    assert "Who prints it?" in shown_text(pane)


def test_a_jump_to_a_hidden_comment_shows_everything_again(page: Program, qtbot: QtBot) -> None:
    find(page, qtbot, "from:Di")
    page.window.actions_["only_hits"].trigger()

    page.session.pages.jump(4)

    assert page.window.reading.current_comment() == 4
    assert not page.window.actions_["only_hits"].isChecked()
    assert not page.window.message.isVisible()


def test_the_filter_stays_when_the_size_of_the_text_changes(page: Program, qtbot: QtBot) -> None:
    find(page, qtbot, "from:Di")
    page.window.actions_["only_hits"].trigger()

    with qtbot.waitSignal(page.window.reading.built):
        page.window.reading.zoom_in()

    assert "OK, thanks." not in shown_text(page.window.reading)
