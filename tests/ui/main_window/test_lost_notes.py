"""The lost notes of all pages are listed where those of the page are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.domain.page import Form, PageInfo, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui.panes.notes_pane import NotesTab

KETTLE = "The kettle was rinsed at noon, at last. [[User:Ada]] 09:05, 1 March 2020 (UTC)\n\n"
CUPS = "Nobody told the gardener about the cups. [[User:Bo]] 10:10, 2 March 2020 (UTC)\n"
Store = Callable[[str, str], PageInfo]


@pytest.fixture
def store(library: Library) -> Store:
    def keep(title: str, text: str) -> PageInfo:
        return library.pages.save(parse(RawPage(Form.WIKITEXT, text, title=title, site="teawiki")))

    return keep


def open_page(program: Program, qtbot: QtBot, info: PageInfo) -> None:
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    qtbot.waitUntil(lambda: not program.runner.running)


@pytest.fixture
def lost(program: Program, qtbot: QtBot, store: Store) -> str:
    """A note whose words its page has no more; another page is open."""
    open_page(program, qtbot, store("Talk:Tea", KETTLE + CUPS))
    note = program.session.notes.add([(0, 4, 10)], Color.GREEN, "which one?")
    program.session.notes.add([(1, 0, 6)], Color.GREEN, "this one stays")
    store("Talk:Tea", CUPS)
    open_page(program, qtbot, store("Talk:Milk", CUPS.replace("Bo", "Eve")))
    return note


def list_all(program: Program, qtbot: QtBot) -> None:
    pane = program.window.notes
    program.window.right.show()
    pane.show_tab(NotesTab.LOST)
    pane.all_pages.click()
    qtbot.waitUntil(lambda: not program.runner.running)


def test_lost_notes_of_other_pages_are_listed_when_asked_for(
    program: Program, qtbot: QtBot, lost: str
) -> None:
    pane = program.window.notes
    pane.show_tab(NotesTab.LOST)
    assert pane._model.rows == ()
    list_all(program, qtbot)

    (row,) = pane._model.rows
    assert row.note.id == lost
    assert row.where == "Ada · 2020-03-01 09:05 · Talk:Tea"
    pane.all_pages.click()
    assert pane._model.rows == ()


def test_only_the_tab_of_lost_notes_asks_for_those_of_all_pages(
    program: Program, qtbot: QtBot, lost: str
) -> None:
    pane = program.window.notes
    list_all(program, qtbot)
    assert not pane.all_pages.isHidden()

    pane.show_tab(NotesTab.PAGE)

    assert pane.all_pages.isHidden()
    assert pane._model.rows == ()


def test_a_lost_note_leads_to_its_page_and_leaves_the_list_when_it_has_a_place(
    program: Program, qtbot: QtBot, lost: str
) -> None:
    pane = program.window.notes
    list_all(program, qtbot)

    with qtbot.waitSignal(program.session.pages.page_opened):
        pane.note_picked.emit(lost)
    qtbot.waitUntil(lambda: not program.runner.running)
    assert [row.note.id for row in pane._model.rows] == [lost]
    program.session.notes.attach(lost, [(0, 7, 11)])

    assert pane._model.rows == ()
    program.session.notes.undo()
    assert [row.note.id for row in pane._model.rows] == [lost]


def test_a_page_that_has_the_words_again_takes_the_note_from_the_list(
    program: Program, qtbot: QtBot, store: Store, lost: str
) -> None:
    list_all(program, qtbot)
    open_page(program, qtbot, store("Talk:Tea", KETTLE + CUPS))

    program.session.library_changed()
    program.session.notes.refresh()
    qtbot.waitUntil(lambda: not program.runner.running)

    assert program.window.notes._model.rows == ()
    assert program.window.notes.hint.text() == "Every note of the library has its place."


def test_the_old_copy_of_another_page_is_found_from_the_list_of_all(
    program: Program, qtbot: QtBot, lost: str
) -> None:
    pane = program.window.notes
    list_all(program, qtbot)
    pane.show_note(lost)

    with qtbot.waitSignal(program.session.pages.page_opened):
        pane.mend.old_copy.click()

    page = program.session.pages.page
    assert page is not None
    assert (page.info.key.title, page.info.version) == ("Talk:Tea", 1)


def test_words_that_lost_their_signature_are_found_in_the_comment_that_has_them(
    program: Program, qtbot: QtBot, store: Store, lost: str
) -> None:
    unsigned = KETTLE.partition(" [[")[0]
    open_page(program, qtbot, store("Talk:Tea", f"{unsigned}\n{CUPS}"))
    pane = program.window.notes
    program.window.right.show()
    pane.show_tab(NotesTab.LOST)
    pane.show_note(lost)

    pane.mend.seek.click()

    (words,) = program.window.reading.selection()
    assert (words.start, words.end) == (4, 10)
    pane.mend.attach.click()
    assert [one.comment for one in program.session.notes.placed] == [0, 0]


def test_words_that_are_nowhere_are_said_to_be_so(
    program: Program, qtbot: QtBot, store: Store, lost: str
) -> None:
    open_page(program, qtbot, store("Talk:Tea", CUPS + " "))
    pane = program.window.notes
    pane.show_tab(NotesTab.LOST)
    pane.show_note(lost)

    pane.mend.seek.click()

    said = program.window.status.currentMessage()
    assert said == "These words stand nowhere in this page."
