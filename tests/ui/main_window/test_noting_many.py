"""Many notes in the window: rows come as they are looked at, and reading holds nothing up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.store import Library
from talkreader.ui.main_window import notes_joint
from talkreader.ui.models.note_editor import NoteEditor
from talkreader.ui.models.notes import PORTION, NoteFilter, NoteOrder, NoteRow, NotesModel
from talkreader.ui.panes.notes_pane import NotesPane, NotesTab
from talkreader.ui.session import noting
from tests.store.pages import make_note


def many(count: int) -> list[NoteRow]:
    return [
        NoteRow(make_note(f"note {number}", tags=["even"] if number % 2 == 0 else []))
        for number in range(count)
    ]


def test_a_long_list_gives_rows_in_portions_and_knows_how_many_it_found():
    model, rows = NotesModel(), many(3 * PORTION)
    model.show(rows)

    assert len(model.rows) == PORTION
    assert model.found == 3 * PORTION
    assert model.canFetchMore()
    model.fetchMore()
    assert model.rows == tuple(rows[: 2 * PORTION])
    model.arrange(NoteFilter(tag="even"), NoteOrder.PLACE)
    assert (len(model.rows), model.found) == (PORTION, 3 * PORTION // 2)
    assert not NotesModel().canFetchMore()


def test_what_was_scrolled_to_stays_when_a_note_changes():
    model, rows = NotesModel(), many(3 * PORTION)
    model.show(rows)
    model.fetchMore()
    model.show(rows[1:])
    assert len(model.rows) == 2 * PORTION


def test_a_note_far_down_can_be_chosen(qtbot: QtBot):
    pane, rows = NotesPane(), many(3 * PORTION)
    qtbot.addWidget(pane)
    pane.show_notes(rows)
    pane.show_note(rows[-1].note.id)
    assert pane.current() == rows[-1].note.id
    pane.filter.orders.setCurrentIndex(tuple(NoteOrder).index(NoteOrder.TIME))
    assert not pane.hint.isVisibleTo(pane)


@pytest.mark.parametrize(
    ("typed", "found"), [("道歉", 2), ("圖書館 道歉", 1), ("图书馆", 1), ("x", 0)]
)
def test_words_are_found_in_either_chinese_script(typed: str, found: int):
    rows = [
        NoteRow(make_note("他们道歉了", exact="圖書館")),
        NoteRow(make_note("他們道歉了", exact="lamp")),
    ]
    assert len(NoteFilter(words=typed).of(rows)) == found


def test_a_library_of_many_notes_is_read_beside_the_window(
    reading: Program, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(notes_joint, "AT_ONCE", 1)
    reading.session.notes.add([(0, 0, 5)], Color.BLUE, "mine")
    for text in ("他們道歉了", "other"):
        library.notes.add(make_note(text))
    pane = reading.window.notes
    pane.show_tab(NotesTab.EVERYWHERE)

    qtbot.waitUntil(lambda: len(pane._model.rows) == 3)
    pane.filter.words.setText("道歉")
    assert [row.note.text for row in pane._model.rows] == ["他們道歉了"]
    pane.filter.clear()
    reading.session.notes.add([(1, 0, 5)], Color.BLUE, "later")  # twice while it reads
    reading.session.notes.add([(2, 0, 5)], Color.BLUE, "last")
    qtbot.waitUntil(lambda: len(pane._model.rows) == 5)


def test_an_act_on_many_notes_is_undone_beside_the_window(
    reading: Program, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(noting, "AT_ONCE", 2)
    notes, actions = reading.session.notes, reading.window.actions_
    written = [make_note(f"number {number}", tags=["fund"]) for number in range(3)]
    for note in written:
        library.notes.add(note)
    reading.session.codes.rename("fund", "money")
    qtbot.waitUntil(lambda: "money" in library.notes.tags() and actions["undo"].isEnabled())

    with qtbot.waitSignal(notes.travelling, check_params_cb=lambda on: not on):
        actions["undo"].trigger()
        assert not actions["undo"].isEnabled()
        assert not actions["redo"].isEnabled()
        notes.undo()  # from another window: one undo is one undo

    assert library.notes.tags() == {"fund": 3}
    assert library.notes.count() == 3
    assert actions["redo"].isEnabled()
    with qtbot.waitSignal(notes.travelling, check_params_cb=lambda on: not on):
        actions["redo"].trigger()
    assert library.notes.tags() == {"money": 3}

    mine = notes.add([(0, 0, 5)], Color.BLUE, "mine")
    actions["undo"].trigger()  # a small act: at once
    assert notes.get(mine) is None


def test_tags_typed_by_key_stand_behind_those_that_are_there(reading: Program, library: Library):
    note = reading.session.notes.add([(0, 0, 5)], Color.BLUE, "mine")
    reading.session.notes.edit(note, tags=["fund"])
    reading.window.right.show()
    reading.window.notes.edit_note(note, tags=True)
    editor = reading.window.notes.list.findChild(NoteEditor)

    assert not editor.tag_line.hasSelectedText()
    editor.tag_line.insert("vote")
    reading.window.notes.finish_editing()
    assert library.notes.get(note).tags == ("fund", "vote")


def test_tags_are_completed_with_those_they_stand_under(reading: Program, qtbot: QtBot):
    notes = reading.session.notes
    note = notes.add([(0, 0, 5)], Color.BLUE, "mine")
    notes.edit(note, tags=["stance/oppose/strongly"])
    assert notes.known_tags() == ["stance", "stance/oppose", "stance/oppose/strongly"]
    reading.window.notes.edit_note(note, tags=True)
    line = reading.window.notes.list.findChild(NoteEditor).tag_line
    qtbot.keyClicks(line, "oppo")
    offered = line._completer.completionModel()
    shown = [offered.index(row, 0).data() for row in range(offered.rowCount())]
    assert shown == ["stance/oppose", "stance/oppose/strongly"]
    qtbot.keyClick(line._popup, Qt.Key.Key_Escape)


def test_an_act_looks_only_for_notes_that_are_new(reading: Program):
    notes = reading.session.notes
    first = notes.add([(0, 0, 5)], Color.BLUE, "first")
    before = {placed.note.id: placed for placed in notes.placed}
    notes.edit(first, text="changed")
    notes.add([(1, 0, 5)], Color.BLUE, "second")
    after = {placed.note.id: placed for placed in notes.placed}

    assert after[first].note.text == "changed"
    assert after[first].start == before[first].start
    notes.attach(first, [(2, 0, 3)])
    assert {p.comment for p in notes.placed if p.note.id == first} == {2}
    notes.undo()
    assert {p.comment for p in notes.placed if p.note.id == first} == {0}
