"""What is written in a note is kept at every key, before anybody ends the writing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.store import Library, open_library
from talkreader.ui.models.note_editor import NoteEditor
from talkreader.ui.models.sections import NOTES


def editor_of(program: Program, *, margin: bool) -> NoteEditor:
    """Open the editor of the chosen note, in the list or in the margin."""
    window = program.window
    note = program.session.notes.add([(0, 0, 5)], Color.BLUE)
    if margin:
        window.reading.set_margin(on=True)
        window.right.hide()
        assert window.reading.margin is not None
        window.reading.scroll_to_comment(0)
        window.reading.margin.lay()
        assert window.reading.margin.edit(note, tags=False)
        (editor,) = window.reading.margin.findChildren(NoteEditor)
    else:
        window.right.show()
        window.notes.edit_note(note)
        editor = window.notes.list.indexWidget(window.notes.list.currentIndex())
    assert isinstance(editor, NoteEditor)
    return editor


@pytest.mark.parametrize("margin", [False, True])
def test_every_key_of_a_remark_is_kept_and_all_of_them_are_one_act(
    reading: Program, qtbot: QtBot, library: Library, margin: bool
) -> None:
    editor = editor_of(reading, margin=margin)
    for end, key in enumerate("Tea?", 1):
        qtbot.keyClicks(editor.remark, key)

        def kept(end: int = end) -> None:
            with open_library(library.folder) as after_a_crash:
                (note,) = after_a_crash.notes.all()
                assert note.text == "Tea?"[:end]

        qtbot.waitUntil(kept)
    qtbot.keyClicks(editor.tag_line, "cup")
    qtbot.waitUntil(lambda: library.notes.all()[0].tags == ("cup",))
    assert library.notes.all()[0].color is Color.BLUE

    qtbot.keyClick(editor.remark, Qt.Key.Key_Escape)
    assert [row.note.text for row in reading.window.notes._model.rows] == ["Tea?"]
    reading.session.notes.undo()
    (note,) = library.notes.all()
    assert (note.text, note.tags) == ("", ())
    reading.session.notes.redo()
    assert library.notes.all()[0].tags == ("cup",)


def test_a_note_that_was_not_written_on_is_not_changed(
    reading: Program, qtbot: QtBot, library: Library
) -> None:
    editor = editor_of(reading, margin=False)
    (before,) = library.notes.all()

    qtbot.keyClick(editor.remark, Qt.Key.Key_Escape)

    assert library.notes.all() == [before]
    reading.session.notes.undo()
    assert library.notes.all() == []


@pytest.mark.parametrize("margin", [False, True])
def test_a_note_that_nothing_was_written_in_is_not_kept(
    reading: Program, qtbot: QtBot, library: Library, margin: bool
) -> None:
    reading.window.reading.set_margin(on=margin)
    reading.window.right.setVisible(not margin)
    reading.window.reading.scroll_to_comment(0)
    reading.window.actions_["annotate"].trigger()
    assert len(library.notes.all()) == 1
    (editor,) = (e for e in reading.window.findChildren(NoteEditor) if not e.isHidden())

    qtbot.keyClick(editor.remark, Qt.Key.Key_Escape)

    assert library.notes.all() == []
    reading.window.actions_["annotate"].trigger()
    (editor,) = (e for e in reading.window.findChildren(NoteEditor) if not e.isHidden())
    qtbot.keyClicks(editor.remark, "Tea")
    qtbot.keyClick(editor.remark, Qt.Key.Key_Escape)
    assert [note.text for note in library.notes.all()] == ["Tea"]


def test_a_note_on_two_comments_is_counted_once_in_their_section(
    reading: Program, library: Library
) -> None:
    page = reading.session.pages.page
    assert page is not None
    section = page.comments[1].section
    assert page.comments[0].section == section
    reading.session.notes.add([(0, 0, 5), (1, 0, 5)], Color.BLUE)

    index = reading.window.sections._model.index_of(section)
    assert index.siblingAtColumn(NOTES).data() == "1"
