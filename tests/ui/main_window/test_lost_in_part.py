"""A note over several comments of which a newer copy lacks one: it says so, and keeps its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import AnchorState, Color
from talkreader.domain.page import Form, PageInfo, RawPage
from talkreader.domain.progress import Progress
from talkreader.lost import lost_notes
from talkreader.parsing import parse
from talkreader.store import Library
from talkreader.ui import words
from talkreader.ui.models.notes import NoteRow
from talkreader.ui.panes.notes_pane import NotesTab

KETTLE = "The kettle was rinsed at noon, at last. [[User:Ada]] 09:05, 1 March 2020 (UTC)\n\n"
CUPS = "Nobody told the gardener about the cups. [[User:Bo]] 10:10, 2 March 2020 (UTC)\n\n"
SUGAR = "The sugar stands where it stood. [[User:Cy]] 11:11, 3 March 2020 (UTC)\n"
SAID = "some of its words no longer found"
Store = Callable[[str], PageInfo]


@pytest.fixture
def store(library: Library) -> Store:
    """Keep a copy of one page."""

    def keep(text: str) -> PageInfo:
        raw = RawPage(Form.WIKITEXT, text, title="Talk:Tea", site="teawiki")
        return library.pages.save(parse(raw))

    return keep


def open_page(program: Program, qtbot: QtBot, info: PageInfo) -> None:
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    qtbot.waitUntil(lambda: not program.runner.running)


def write_over(program: Program, *comments: int) -> str:
    page = program.session.pages.page
    spans = [(number, 0, len(page.comments[number].body.text)) for number in comments]
    return program.session.notes.add(spans, Color.GREEN, "both")


def row_of(program: Program) -> NoteRow:
    (row,) = program.window.notes._model.rows
    return row


def state_of(row: NoteRow) -> str:
    return words.state_of_note(row.state, row.moved_to, row.moved_from, in_part=row.in_part)


@pytest.mark.parametrize("left", [CUPS, KETTLE], ids=["the first is gone", "the second is gone"])
def test_it_stays_in_the_list_of_the_page_and_says_that_a_part_is_gone(
    program: Program, qtbot: QtBot, store: Store, left: str
) -> None:
    pane = program.window.notes
    program.window.right.show()
    open_page(program, qtbot, store(KETTLE + CUPS + SUGAR))
    write_over(program, 0, 1)

    open_page(program, qtbot, store(left + SUGAR))

    assert [pane.where.tabText(n) for n in range(3)] == ["Page 1", "Library 1", "Lost"]
    row = row_of(program)
    assert (row.state, row.in_part, row.comment) == (AnchorState.EXACT, True, 0)
    assert state_of(row) == SAID
    index = pane._model.index(0)
    assert SAID in index.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.waitUntil(lambda: program.window.message.text().endswith("Notes: 1 lost in part."))


def test_what_is_left_of_it_is_gone_to_and_the_old_copy_has_all_of_it(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    window = program.window
    window.right.show()
    older = store(KETTLE + CUPS + SUGAR)
    open_page(program, qtbot, older)
    note = write_over(program, 0, 1)
    open_page(program, qtbot, store(CUPS + SUGAR))

    window.notes.show_note(note)
    window.notes.note_picked.emit(note)

    assert window.reading.textCursor().selectedText().startswith("Nobody told")
    assert window.notes.mend.isVisible()
    assert window.notes.mend.question.text().startswith("Some of its words are gone")
    assert not window.notes.mend.accept.isVisible()
    with qtbot.waitSignal(program.session.pages.page_opened):
        window.notes.mend.old_copy.click()
    assert program.session.pages.page.info.id == older.id


def test_a_part_whose_place_is_a_guess_makes_the_place_of_the_note_a_guess(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    open_page(program, qtbot, store(KETTLE + CUPS))
    note = write_over(program, 0, 1)

    open_page(program, qtbot, store(KETTLE + CUPS.replace("told the", "has told the old")))

    assert state_of(row_of(program)) == "place is a guess"
    program.session.notes.accept(note)
    assert state_of(row_of(program)) == ""


def test_a_note_that_is_gone_as_a_whole_is_lost_as_before(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    open_page(program, qtbot, store(KETTLE + CUPS + SUGAR))
    write_over(program, 0, 1)

    open_page(program, qtbot, store(SUGAR))

    pane = program.window.notes
    assert [pane.where.tabText(n) for n in range(3)] == ["Page", "Library 1", "Lost 1"]
    qtbot.waitUntil(lambda: program.window.message.text().endswith("Notes: 1 lost."))


@pytest.mark.parametrize("left", [CUPS, KETTLE], ids=["the first is gone", "the second is gone"])
def test_it_is_none_of_the_lost_notes_of_the_library(
    program: Program, qtbot: QtBot, store: Store, library: Library, left: str
) -> None:
    open_page(program, qtbot, store(KETTLE + CUPS + SUGAR))
    note = write_over(program, 0, 1)
    store(left + SUGAR)

    assert lost_notes(library, Progress()) == []
    store(SUGAR)
    assert [one.id for one in lost_notes(library, Progress())] == [note]


def test_a_row_of_the_library_tells_it_as_well(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    open_page(program, qtbot, store(KETTLE + CUPS + SUGAR))
    write_over(program, 0, 1)
    open_page(program, qtbot, store(KETTLE + SUGAR))
    program.window.right.show()

    program.window.notes.show_tab(NotesTab.EVERYWHERE)

    assert replace(row_of(program), in_part=False) != row_of(program)
    assert state_of(row_of(program)) == SAID
