"""Notes whose section was moved to an archive page: both pages say so, and lead to each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import AnchorState, Color
from talkreader.domain.page import Form, PageInfo, RawPage
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui import words
from talkreader.ui.models.notes import NoteRow
from talkreader.ui.panes.notes_pane import NotesTab

KETTLE = """== Kettles ==
The kettle was rinsed at noon, as the rules want. [[User:Ada]] 09:05, 1 March 2020 (UTC)
"""
CUPS = """== Cups ==
Nobody told the gardener about the cups. [[User:Bo]] 10:10, 2 March 2020 (UTC)
"""
ARCHIVE = "Talk:Tea/Archive 1"
Store = Callable[[str, str], PageInfo]


@pytest.fixture
def store(library: Library) -> Store:
    """Keep a copy of a page of one wiki."""

    def keep(title: str, text: str) -> PageInfo:
        return library.pages.save(parse(RawPage(Form.WIKITEXT, text, title=title, site="teawiki")))

    return keep


def open_page(program: Program, qtbot: QtBot, info: PageInfo) -> None:
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    qtbot.waitUntil(lambda: not program.runner.running)


@pytest.fixture
def moved(program: Program, qtbot: QtBot, store: Store) -> tuple[str, PageInfo]:
    """The old page is open; the id of the note, and the archive page where its words stand."""
    open_page(program, qtbot, store("Talk:Tea", KETTLE + CUPS))
    note = program.session.notes.add([(0, 4, 10)], Color.GREEN, "which one?")
    archive = store(ARCHIVE, KETTLE)
    open_page(program, qtbot, store("Talk:Tea", CUPS))
    return note, archive


def row_of(program: Program) -> NoteRow:
    (row,) = program.window.notes._model.rows
    return row


def state_of(row: NoteRow) -> str:
    return words.state_of_note(row.state, row.moved_to, row.moved_from)


def test_the_old_page_tells_the_page_where_the_words_are_and_counts_none_as_lost(
    program: Program, moved: tuple[str, PageInfo]
) -> None:
    pane = program.window.notes

    assert state_of(row_of(program)) == "moved to Talk:Tea/Archive 1"
    assert [pane.where.tabText(n) for n in range(3)] == ["Page 1", "Library 1", "Lost"]
    pane.show_tab(NotesTab.LOST)
    assert pane._model.rows == ()


def test_a_button_below_the_note_goes_to_the_page_where_it_stands(
    program: Program, qtbot: QtBot, moved: tuple[str, PageInfo]
) -> None:
    note, archive = moved
    pane = program.window.notes
    program.window.right.show()
    pane.show_note(note)
    assert pane.mend.question.text() == (
        "These words stand on another page now: Talk:Tea/Archive 1."
    )
    assert (pane.mend.attach.isHidden(), pane.mend.go.isHidden()) == (True, False)

    with qtbot.waitSignal(program.session.pages.page_opened):
        pane.mend.go.click()

    page = program.session.pages.page
    assert page is not None
    assert page.info.id == archive.id
    qtbot.waitUntil(lambda: program.window.reading.current_comment() == 0)
    assert state_of(row_of(program)) == "moved here from Talk:Tea"
    assert program.window.reading.notes_at(0, 5) != []


def test_a_note_of_the_library_leads_to_where_it_stands_now(
    program: Program, qtbot: QtBot, store: Store, moved: tuple[str, PageInfo]
) -> None:
    open_page(program, qtbot, store("Talk:Milk", CUPS.replace("Bo", "Eve")))
    pane = program.window.notes
    pane.show_tab(NotesTab.EVERYWHERE)

    with qtbot.waitSignal(program.session.pages.page_opened):
        pane.note_picked.emit(moved[0])

    page = program.session.pages.page
    assert page is not None
    assert page.info.key.title == ARCHIVE


def test_the_list_of_the_library_tells_it_as_well(
    program: Program, moved: tuple[str, PageInfo]
) -> None:
    program.window.notes.show_tab(NotesTab.EVERYWHERE)

    assert state_of(row_of(program)) == "moved to Talk:Tea/Archive 1"


def test_undo_of_a_deletion_knows_that_the_note_moved(
    program: Program, moved: tuple[str, PageInfo]
) -> None:
    notes = program.session.notes
    notes.delete(moved[0])
    assert notes.placed == ()

    notes.undo()

    (placed,) = notes.placed
    assert placed.state is AnchorState.MOVED
    assert placed.elsewhere is not None


def test_a_note_on_a_section_leads_to_the_section_on_its_new_page(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    open_page(program, qtbot, store("Talk:Tea", KETTLE + CUPS))
    note = program.session.notes.add_about("Kettles", "the whole of it")
    archive = store(ARCHIVE, CUPS.replace("Bo", "Eve") + KETTLE)
    open_page(program, qtbot, store("Talk:Tea", CUPS))
    pane = program.window.notes
    program.window.right.show()
    pane.show_note(note)
    assert state_of(row_of(program)) == "moved to Talk:Tea/Archive 1"
    assert [pane.where.tabText(n) for n in range(3)] == ["Page 1", "Library 1", "Lost"]

    with qtbot.waitSignal(program.session.pages.page_opened):
        pane.mend.go.click()

    page = program.session.pages.page
    assert page is not None
    assert page.info.id == archive.id
    qtbot.waitUntil(lambda: program.window.reading.current_comment() == 1)
    assert state_of(row_of(program)) == "moved here from Talk:Tea"


def test_the_guess_that_a_section_is_in_an_archive_is_told_and_can_be_accepted(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    old = store("Talk:Tea", KETTLE + CUPS)
    open_page(program, qtbot, old)
    note = program.session.notes.add_about("Kettles", "the whole of it")
    archive = store(ARCHIVE, KETTLE)
    new = store("Talk:Tea", CUPS)
    program.session.library.pages.forget(old.id)
    open_page(program, qtbot, new)
    assert state_of(row_of(program)) == "moved to Talk:Tea/Archive 1 · place is a guess"
    open_page(program, qtbot, archive)
    assert state_of(row_of(program)) == "place is a guess"

    program.session.notes.accept(note)

    assert program.session.notes.get(note).targets[0].title == ARCHIVE
    assert state_of(row_of(program)) == ""
