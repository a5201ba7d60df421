"""A page is narrowed: by person, to notes, to what is new, or without mere agreement."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.domain.page import Form, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.models.people import people_of
from tests.ui.main_window.test_only_hits import TEXT, find, page
from tests.ui.panes.reading import shown_text

__all__ = ["page"]

FILTERS = ("only_hits", "only_person", "only_noted", "only_new", "no_assent")


def on(program: Program) -> list[str]:
    return [name for name in FILTERS if program.window.actions_[name].isChecked()]


def test_comments_that_only_agree_or_thank_are_hidden_and_come_back(page: Program) -> None:
    window = page.window

    window.actions_["no_assent"].trigger()

    assert "OK, thanks." not in shown_text(window.reading)
    assert "Who prints it?" in shown_text(window.reading)
    assert window.message.text() == "2 comments that only agree or thank are hidden."
    assert "2 hidden" in window.status.position.text()
    window.actions_["no_assent"].trigger()
    assert shown_text(window.reading).count("OK, thanks.") == 2
    assert not window.message.isVisible()
    assert "hidden" not in window.status.position.text()


def test_one_that_is_answered_by_more_or_has_a_note_stays(
    page: Program, qtbot: QtBot, library: Library
) -> None:
    page.session.notes.add([(4, 0, 2)], Color.YELLOW)
    answered = TEXT.replace("::Who prints", ":::Who prints")
    info = library.pages.save(parse(RawPage(Form.WIKITEXT, answered, title="Talk:C", site="h")))

    page.window.actions_["no_assent"].trigger()
    assert shown_text(page.window.reading).count("OK, thanks.") == 1
    with qtbot.waitSignal(page.session.pages.page_opened):
        page.session.pages.open_page(info.id)

    # on the next page the first one is answered by a question, and stays for that
    assert on(page) == ["no_assent"]
    assert shown_text(page.window.reading).count("OK, thanks.") == 1
    assert "1 comment that only agrees" in page.window.message.text()


def test_what_hides_agreement_stays_on_where_there_is_none_to_hide(
    page: Program, qtbot: QtBot, library: Library
) -> None:
    plain = parse(RawPage(Form.WIKITEXT, TEXT.replace("OK, thanks", "It rains"), title="Talk:D"))
    info = library.pages.save(plain)
    page.window.actions_["no_assent"].trigger()
    with qtbot.waitSignal(page.session.pages.page_opened):
        page.session.pages.open_page(info.id)

    page.window.reading.toggle_fold(0)

    assert on(page) == ["no_assent"]
    assert "hidden" not in page.window.status.position.text()


def test_only_what_one_person_said_and_what_they_answer_is_left(page: Program) -> None:
    page.session.pages.jump(3)

    page.window.actions_["only_person"].trigger()

    text = shown_text(page.window.reading)
    assert "Who prints it?" in text
    assert "Then print a timetable." in text
    assert "OK, thanks." not in text
    assert "by Di" in page.window.message.text()


def test_people_chosen_in_their_list_are_shown_alone(page: Program) -> None:
    pane = page.window.people
    ada, bo = people_of(page.session.pages.page.comments)[:2]
    page.session.pages.jump(3)
    page.window.actions_["only_person"].trigger()

    action = next(one for one in pane.menu([ada, bo]).actions() if "only" in one.text())
    action.trigger()

    assert on(page) == ["only_person"]
    assert "Then print a timetable." in shown_text(page.window.reading)
    assert "Who prints it?" not in shown_text(page.window.reading)
    assert "by Ada, Bo" in page.window.message.text()


def test_only_what_has_a_note_is_left(page: Program) -> None:
    page.session.notes.add([(1, 0, 4)], Color.YELLOW)

    page.window.actions_["only_noted"].trigger()

    text = shown_text(page.window.reading)
    assert "Then print a timetable." in text
    assert "Who prints it?" not in text


def test_only_what_is_new_in_this_copy_is_left(
    page: Program, qtbot: QtBot, library: Library
) -> None:
    newer = TEXT + ":Call the harbour. [[User:Ed]] 15:00, 1 May 2024 (UTC)\n"
    info = library.pages.save(parse(RawPage(Form.WIKITEXT, newer, title="Talk:B", site="harbour")))
    with qtbot.waitSignal(page.session.seeing.compared):
        page.session.pages.open_page(info.id)

    page.window.actions_["only_new"].trigger()

    text = shown_text(page.window.reading)
    assert "Call the harbour." in text
    assert "Then print a timetable." not in text


def test_one_filter_holds_at_a_time(page: Program, qtbot: QtBot) -> None:
    find(page, qtbot, "from:Di")
    page.window.actions_["only_hits"].trigger()

    page.window.actions_["no_assent"].trigger()

    assert on(page) == ["no_assent"]
    assert "The ferry leaves" in shown_text(page.window.reading)
    find(page, qtbot, "from:Bo")
    assert on(page) == ["no_assent"]


@pytest.mark.parametrize("name", ["only_noted", "only_new"])
def test_a_filter_that_would_show_nothing_says_so_and_is_off(page: Program, name: str) -> None:
    whole = shown_text(page.window.reading)

    page.window.actions_[name].trigger()

    assert on(page) == []
    assert page.window.status.currentMessage()
    assert shown_text(page.window.reading) == whole


def test_the_filter_by_person_ends_with_the_page(
    page: Program, qtbot: QtBot, library: Library
) -> None:
    other = parse(RawPage(Form.WIKITEXT, TEXT, title="Talk:Other", site="harbour"))
    info = library.pages.save(other)
    page.session.pages.jump(3)
    page.window.actions_["only_person"].trigger()

    with qtbot.waitSignal(page.session.pages.page_opened):
        page.session.pages.open_page(info.id)

    assert on(page) == []
    assert shown_text(page.window.reading).count("OK, thanks.") == 2
