"""Notes in the window: on sections and pages, hidden, lost, guessed, found by a filter."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.code import HIGHLIGHTS
from talkreader.domain.note import AnchorState, Color
from talkreader.store import Library, open_library
from talkreader.ui.models.note_editor import NoteEditor
from talkreader.ui.models.notes import NoteFilter, NoteOrder, NoteRow, NotesModel
from talkreader.ui.panes.notes_pane import NotesTab
from tests.store.pages import make_note


def shown(program: Program) -> list[NoteRow]:
    return list(program.window.notes._model.rows)


def lose(program: Program, library: Library, note_id: str) -> None:
    """Make the words of a note be gone from the page."""
    note = library.notes.get(note_id)
    target = replace(
        note.targets[0], exact="words that nobody wrote here", prefix="Before ", suffix=" after"
    )
    library.notes.update(replace(note, targets=(target,)))
    program.session.notes._place_again()


def test_a_note_on_the_section_and_one_on_the_page_stand_before_the_comments(reading: Program):
    window, notes = reading.window, reading.session.notes
    notes.add([(0, 0, 5)], Color.BLUE)
    window.reading.scroll_to_comment(0)
    for about in ("annotate_section", "annotate_page"):
        window.actions_[about].trigger()
        editor = window.notes.list.indexWidget(window.notes.list.currentIndex())
        assert isinstance(editor, NoteEditor)
        editor.remark.setPlainText("a remark")
        window.notes.finish_editing()

    page, section, words = (row.note.targets[0] for row in shown(reading))
    assert (page.section, page.comment) == ("", "")
    assert (section.section, section.comment) == ("Spring round: what has changed", "")
    assert words.exact == "Hello"
    assert all(row.state is AnchorState.EXACT for row in shown(reading))


def test_a_note_after_a_click_on_a_heading_is_about_its_section(reading: Program, qtbot: QtBot):
    window = reading.window
    window.right.show()
    window.reading.scroll_to_comment(1)
    heading = reading.session.pages.page.sections[2].heading
    window.reading.scroll_to_section(2)
    cursor = window.reading.document().find(heading)
    cursor.setPosition(cursor.selectionStart() + 2)
    at = window.reading.cursorRect(cursor).center()
    qtbot.mouseClick(window.reading.viewport(), Qt.MouseButton.LeftButton, pos=at)

    window.actions_["annotate"].trigger()
    editor = window.notes.list.indexWidget(window.notes.list.currentIndex())
    editor.remark.setPlainText("a remark")
    window.notes.finish_editing()

    (target,) = shown(reading)[0].note.targets
    assert (target.section, target.comment) == (heading, "")


def test_a_lost_note_stands_in_its_tab_with_its_old_words_and_is_attached_again(
    reading: Program, library: Library
):
    window, notes = reading.window, reading.session.notes
    note = notes.add([(0, 0, 5)], Color.BLUE, "a remark")
    lose(reading, library, note)

    window.notes.where.setCurrentIndex(tuple(NotesTab).index(NotesTab.LOST))
    assert window.notes.where.tabText(2) == "Lost 1"
    assert shown(reading)[0].quote_in_place == "Before “words that nobody wrote here” after"
    window.notes.show_note(note)
    assert not window.notes.mend.isHidden()

    window.reading.select(1, 0, 9)
    window.notes.mend.attach.click()
    (placed,) = notes.placed
    assert (placed.state, placed.comment, placed.note.text) == (AnchorState.EXACT, 1, "a remark")
    assert shown(reading) == []
    notes.undo()
    assert [row.state for row in shown(reading)] == [AnchorState.LOST]


def test_a_lost_note_stands_in_its_own_tab_and_is_counted_there_only(
    reading: Program, library: Library
):
    window, notes = reading.window, reading.session.notes
    kept = notes.add([(1, 0, 5)], Color.GREEN)
    lose(reading, library, notes.add([(0, 0, 5)], Color.BLUE, "a remark"))

    assert [row.note.id for row in shown(reading)] == [kept]
    assert [window.notes.where.tabText(n) for n in (0, 2)] == ["Page 1", "Lost 1"]
    notes.delete(kept)
    assert "in their list" in window.notes.hint.text()

    window.notes.show_note(notes.placed[0].note.id)
    assert window.notes.tab is NotesTab.LOST
    assert len(shown(reading)) == 1


def test_a_guess_that_is_accepted_is_exact_from_then_on(reading: Program, library: Library):
    notes = reading.session.notes
    page = reading.session.pages.page
    assert page is not None
    words = page.comments[0].body.text[:60]
    note = notes.add([(0, 0, 60)], Color.BLUE)
    old = library.notes.get(note)
    target = replace(old.targets[0], exact=words.replace("spring", "autumn"))
    library.notes.update(replace(old, targets=(target,)))
    notes._place_again()
    assert [placed.state for placed in notes.placed] == [AnchorState.GUESSED]

    reading.window.notes.show_note(note)
    reading.window.notes.mend.accept.click()

    assert [placed.state for placed in notes.placed] == [AnchorState.EXACT]
    assert notes.placed[0].note.targets[0].exact == words
    assert reading.window.notes.mend.isHidden()


def test_all_highlights_are_hidden_and_shown_again(reading: Program):
    window = reading.window
    reading.session.notes.add([(0, 0, 5)], Color.BLUE)
    assert window.reading.notes_at(0, 2)

    window.actions_["hide_notes"].trigger()
    assert window.reading.notes_at(0, 2) == []
    assert len(shown(reading)) == 1
    window.actions_["hide_notes"].trigger()
    assert window.reading.notes_at(0, 2)


def test_the_tabs_count_the_page_and_the_library(reading: Program, library: Library):
    library.notes.add(make_note("elsewhere"))
    reading.session.notes.add([(0, 0, 5)], Color.BLUE)

    assert [reading.window.notes.where.tabText(n) for n in range(3)] == [
        "Page 1",
        "Library 2",
        "Lost",
    ]
    reading.window.notes.where.setCurrentIndex(1)
    assert {row.note.text for row in shown(reading)} == {"elsewhere", ""}


def test_the_preview_shows_markdown_and_no_html(reading: Program):
    note = reading.session.notes.add([(0, 0, 5)], None, "**bold** <img src='x.png'> <b>tag</b>")
    reading.window.right.show()
    reading.window.notes.edit_note(note)
    pane = reading.window.notes
    editor = pane.list.indexWidget(pane.list.currentIndex())
    assert isinstance(editor, NoteEditor)

    editor.preview_switch.click()

    document: QTextDocument = editor.preview.document()
    assert "bold <img" in document.toPlainText()
    assert "<b>tag</b>" in document.toPlainText()
    assert "<img" not in document.toHtml()
    editor.leave()
    assert reading.session.notes.get(note).text.startswith("**bold**")  # type: ignore[union-attr]


def test_a_tag_being_typed_is_completed_from_the_known_ones(reading: Program, qtbot: QtBot):
    notes = reading.session.notes
    notes.edit(notes.add([(0, 0, 5)], None), tags=["minutes", "fund"])
    other = notes.add([(1, 0, 5)], None)
    reading.window.right.show()
    reading.window.notes.edit_note(other, tags=True)
    pane = reading.window.notes
    editor = pane.list.indexWidget(pane.list.currentIndex())
    assert isinstance(editor, NoteEditor)

    qtbot.keyClicks(editor.tag_line, "fund, min")
    editor.tag_line._completer.activated.emit("minutes")

    assert editor.tags() == ("fund", "minutes")
    editor.leave()


def rows() -> list[NoteRow]:
    one = make_note("about oil", tags=("fund/oil", "vote"), color=Color.BLUE)
    two = replace(make_note("about tea", tags=("fund",), color=Color.BLUE))
    three = replace(make_note("about tea", tags=("vote",), color=Color.PINK))
    return [
        NoteRow(one, person="Ada"),
        NoteRow(two, person="Bo", state=AnchorState.LOST),
        NoteRow(three, person="Ada"),
    ]


def test_a_filter_asks_for_all_its_conditions_together():
    all_ = rows()

    def found(**wanted: object) -> list[int]:
        chosen = NoteFilter(**wanted)  # type: ignore[arg-type]
        return [all_.index(row) for row in chosen.of(all_)]

    assert found(tag="fund") == [0, 1]
    assert found(tag="fund", person="Ada") == [0]
    assert found(color=Color.BLUE, words="tea") == [1]
    assert found(color=Color.BLUE, tag="vote", person="Ada", words="oil") == [0]
    assert found(color=Color.PINK, tag="fund") == []
    assert found(lost=True) == [1]


def test_a_tag_with_an_odd_slash_offers_no_nameless_tag_above_it():
    model = NotesModel()
    first = rows()[0]

    model.show([replace(first, note=replace(first.note, tags=("/help", "a//b")))])

    assert model.all_tags == ["/help", "a//b"]


def test_notes_are_sorted_by_place_time_or_tag():
    model = NotesModel()
    given = rows()
    late = replace(given[2].note, modified=given[2].note.modified.replace(year=2030))
    given[2] = replace(given[2], note=late)
    model.show(given)

    def texts() -> list[tuple[str, ...]]:
        return [row.note.tags for row in model.rows]

    assert texts() == [("fund/oil", "vote"), ("fund",), ("vote",)]
    model.arrange(NoteFilter(), NoteOrder.TIME)
    assert texts()[0] == ("vote",)
    model.arrange(NoteFilter(), NoteOrder.TAG)
    assert texts() == [("fund",), ("fund/oil", "vote"), ("vote",)]
    assert model.all_tags == ["fund", "fund/oil", "vote"]
    assert model.data(model.index(0), Qt.ItemDataRole.DisplayRole) == "about tea"


def test_a_note_that_undo_brings_back_is_the_chosen_one(reading: Program):
    window, notes = reading.window, reading.session.notes
    first = notes.add([(0, 0, 5)], Color.BLUE, "first")
    second = notes.add([(1, 0, 5)], Color.BLUE, "second")
    window.right.show()
    notes.delete(first)
    window.notes.show_note(second)

    window.actions_["undo"].trigger()
    assert window.notes.current() == first

    notes.edit(second, text="changed")
    window.actions_["undo"].trigger()
    window.actions_["redo"].trigger()
    assert window.notes.current() == second


def test_undoing_the_making_of_a_note_chooses_nothing_that_is_gone(reading: Program):
    window, notes = reading.window, reading.session.notes
    kept = notes.add([(0, 0, 5)], Color.BLUE, "kept")
    notes.add([(1, 0, 5)], Color.BLUE, "taken back")
    window.right.show()
    window.notes.show_note(kept)

    window.actions_["undo"].trigger()

    assert window.notes.current() == kept


def test_a_note_on_the_words_of_two_people_is_found_by_either(reading: Program):
    page = reading.session.pages.page
    assert page is not None
    first, second = (page.comments[number].author for number in (0, 1))
    assert first
    assert second
    assert first != second
    note = reading.session.notes.add([(0, 3, 9), (1, 0, 5)], Color.PINK)
    pane = reading.window.notes

    for tab in (NotesTab.PAGE, NotesTab.EVERYWHERE):
        pane.show_tab(tab)
        for person in (first, second):
            pane.filter.people.setCurrentIndex(pane.filter.people.findData(person))
            assert [row.note.id for row in shown(reading)] == [note]
        pane.filter.clear()


def test_del_deletes_the_note_at_the_cursor_in_the_page(reading: Program, qtbot: QtBot):
    window, notes = reading.window, reading.session.notes
    notes.add([(0, 0, 5)], Color.BLUE)
    window.reading.select(0, 2, 3)
    cursor = window.reading.textCursor()
    cursor.clearSelection()
    window.reading.setTextCursor(cursor)
    window.reading.setFocus()

    qtbot.keyClick(window.reading, Qt.Key.Key_Delete)

    assert notes.placed == ()
    notes.undo()
    assert len(notes.placed) == 1


def test_the_editor_keeps_the_words_and_the_colour_of_its_note_in_sight(
    reading: Program, qtbot: QtBot
) -> None:
    note = reading.session.notes.add([(0, 0, 5)], Color.GREEN, "a remark")
    window = reading.window
    window.right.show()
    window.notes.edit_note(note)
    (editor,) = window.notes.findChildren(NoteEditor)
    qtbot.waitUntil(lambda: editor.height() > 100)
    picture = editor.grab().toImage()

    assert editor.quote == editor.accessibleName() == "“Hello”"
    assert picture.pixelColor(4, editor.height() // 2).name() == HIGHLIGHTS[Color.GREEN].lower()
    assert editor.remark.y() > editor.fontMetrics().lineSpacing()
    window.notes.finish_editing()


def test_the_same_words_highlighted_twice_are_one_note_until_something_is_written(
    reading: Program, library: Library
) -> None:
    window = reading.window

    def highlight(color: str) -> int:
        window.reading.select(0, 0, 5)
        window.actions_[color].trigger()
        return len(library.notes.all())

    assert [highlight("highlight"), highlight("highlight")] == [1, 1]
    (note,) = library.notes.all()
    reading.session.notes.edit(note.id, text="worth quoting")
    assert highlight("highlight") == 2


def test_what_another_window_did_is_seen_when_one_comes_back(
    reading: Program, library: Library
) -> None:
    notes = reading.session.notes
    first = notes.add([(0, 0, 5)], Color.BLUE, "mine")
    with open_library(library.folder) as other:
        note = other.notes.get(first)
        other.notes.update(replace(note, text="theirs"))
        assert [placed.note.text for placed in notes.placed] == ["mine"]

        notes.notice()

        assert [placed.note.text for placed in notes.placed] == ["theirs"]
        assert reading.window.notes._model.rows[0].note.text == "theirs"
        told: list[object] = []
        notes.failed.connect(told.append)
        assert not notes.undo()
        assert "another window" in str(told[0])
        assert [placed.note.text for placed in notes.placed] == ["theirs"]
