"""Notes in the margin: beside their words, in step with the text, chosen and edited there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.store import Library
from talkreader.ui.document.cards import NoteCard
from talkreader.ui.document.margin import Margin
from talkreader.ui.models.note_editor import NoteEditor


@pytest.fixture
def margin(reading: Program, qtbot: QtBot) -> Margin:
    """Three notes beside the page, two of them on the same words."""
    window, notes = reading.window, reading.session.notes
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.reading.width() > 900)
    for comment, remark in ((0, "first"), (0, "second on the same"), (1, "third")):
        notes.add([(comment, 0, 5)], Color.BLUE, remark)
    window.right.hide()
    qtbot.waitUntil(window.reading.shows_margin)
    made = window.reading.margin
    assert made is not None
    return made


def cards(margin: Margin) -> dict[str, NoteCard]:
    shown = [card for card in margin.findChildren(NoteCard) if card.isVisible()]
    return {card.note.text: card for card in sorted(shown, key=NoteCard.y) if card.note}


def note_of(program: Program, remark: str) -> str:
    return next(p.note.id for p in program.session.notes.placed if p.note.text == remark)


def test_each_note_has_a_card_that_covers_no_other(margin: Margin):
    shown = cards(margin)
    assert set(shown) == {"first", "second on the same", "third"}
    boxes = [card.geometry() for card in shown.values()]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert shown["first"].accessibleName() == "first. Hello. Blue"


def test_cards_stand_beside_the_text_and_not_over_it(margin: Margin, reading: Program):
    text = reading.window.reading.viewport().geometry()
    assert margin.geometry().left() > text.right()
    bar = reading.window.reading.verticalScrollBar()
    edge = bar.mapTo(reading.window.reading, QPoint()).x()
    assert margin.geometry().right() < edge


def test_cards_move_with_the_text(margin: Margin, reading: Program):
    before = {remark: card.y() for remark, card in cards(margin).items()}
    bar = reading.window.reading.verticalScrollBar()
    bar.setValue(bar.value() + 37)
    assert {remark: card.y() + 37 for remark, card in cards(margin).items()} == before


def test_the_chosen_card_is_in_line_with_its_words(margin: Margin, reading: Program, qtbot: QtBot):
    places = []
    for remark in ("first", "second on the same"):
        reading.session.notes.choose(note_of(reading, remark))
        card = cards(margin)[remark]
        assert card.chosen
        places.append(card.y())
    assert places[0] == places[1]


def test_a_click_chooses_the_note_and_selects_no_words(
    margin: Margin, reading: Program, qtbot: QtBot
):
    qtbot.mouseClick(cards(margin)["third"], Qt.MouseButton.LeftButton)
    assert reading.session.notes.chosen == note_of(reading, "third")
    assert reading.window.reading.caret() == (1, 0)
    assert reading.window.reading.selection() == ()


def test_a_note_is_edited_in_its_place(
    margin: Margin, reading: Program, library: Library, qtbot: QtBot
):
    qtbot.mouseDClick(cards(margin)["third"], Qt.MouseButton.LeftButton)
    editor = margin.findChild(NoteEditor)
    assert editor.remark.hasFocus()
    editor.remark.setPlainText("third, changed")
    editor.tag_line.setText("vote/no, fund")
    qtbot.keyClick(editor.remark, Qt.Key.Key_Escape)

    note = next(each for each in library.notes.all() if each.text == "third, changed")
    assert note.tags == ("vote/no", "fund")
    qtbot.waitUntil(lambda: "third, changed" in cards(margin))
    assert reading.window.reading.hasFocus()


def test_the_editor_stands_in_the_place_of_its_card_and_moves_with_the_text(
    margin: Margin, reading: Program
):
    card = cards(margin)["third"]
    margin.edit(note_of(reading, "third"))
    editor = margin.findChild(NoteEditor)
    assert not card.isVisible() or (card.note and card.note.text != "third")
    assert not any(editor.geometry().intersects(each.geometry()) for each in cards(margin).values())
    bar = reading.window.reading.verticalScrollBar()
    bar.setValue(bar.value() + 100)  # far from the end of the window, where it would be held
    before = editor.y()
    bar.setValue(bar.value() + 50)
    assert editor.y() == before - 50


def test_what_is_typed_is_kept_when_the_editor_has_no_place_any_more(
    margin: Margin, reading: Program, library: Library, qtbot: QtBot
):
    margin.edit(note_of(reading, "third"))
    margin.findChild(NoteEditor).remark.setPlainText("typed")
    reading.window.actions_["margin"].trigger()
    assert "typed" in {note.text for note in library.notes.all()}

    reading.window.actions_["margin"].trigger()
    margin.edit(note_of(reading, "typed"))
    margin.findChildren(NoteEditor)[-1].remark.setPlainText("typed and scrolled")
    reading.window.reading.scroll_to_comment(30)
    qtbot.waitUntil(lambda: "typed and scrolled" in {n.text for n in library.notes.all()})


def test_keys_walk_the_cards_and_delete_one(
    margin: Margin, reading: Program, library: Library, qtbot: QtBot
):
    shown = list(cards(margin).values())
    shown[0].setFocus()
    reading.session.notes.choose(shown[0].note.id if shown[0].note else "")
    qtbot.keyClick(shown[0], Qt.Key.Key_Down)
    remark = next(r for r, card in cards(margin).items() if card.hasFocus())
    assert reading.session.notes.chosen == note_of(reading, remark)
    qtbot.keyClick(cards(margin)[remark], Qt.Key.Key_Delete)
    assert remark not in {note.text for note in library.notes.all()}
    assert len(library.notes.all()) == 2


def test_enter_in_a_card_and_its_editor_is_no_command_of_the_page(margin: Margin, qtbot: QtBot):
    qtbot.mouseDClick(cards(margin)["third"], Qt.MouseButton.LeftButton)
    editor = margin.findChild(NoteEditor)
    for widget in (cards(margin)["first"], editor.tag_line, editor.remark):
        key = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier
        )
        key.ignore()
        QApplication.sendEvent(widget, key)
        assert key.isAccepted(), widget


def test_hiding_the_notes_empties_the_margin_and_gives_the_text_its_room(
    margin: Margin, reading: Program, qtbot: QtBot
):
    window = reading.window
    window.actions_["hide_notes"].trigger()
    assert not window.reading.shows_margin()
    window.actions_["hide_notes"].trigger()
    assert window.reading.shows_margin()
    window.actions_["margin"].trigger()
    assert not window.reading.shows_margin()
    window.actions_["margin"].trigger()
    window.resize(700, 800)
    qtbot.waitUntil(lambda: not window.reading.shows_margin())


def test_f6_goes_to_the_cards_and_on(margin: Margin, reading: Program, qtbot: QtBot):
    window = reading.window
    window.reading.setFocus()
    window.actions_["cycle_panes"].trigger()
    assert any(card.hasFocus() for card in cards(margin).values())
    window.actions_["cycle_panes"].trigger()
    assert window.search.field.hasFocus()


def test_a_folded_comment_takes_its_card_along(margin: Margin, reading: Program, qtbot: QtBot):
    reading.window.reading.toggle_fold(0)
    qtbot.waitUntil(lambda: "third" not in cards(margin))
    reading.window.reading.toggle_fold(0)
    qtbot.waitUntil(lambda: "third" in cards(margin))


def test_a_section_note_stands_beside_its_heading(margin: Margin, reading: Program, qtbot: QtBot):
    reading.session.notes.add_about("Spring round: what has changed", "about the section")
    reading.window.reading.scroll_to_section(0)
    qtbot.waitUntil(lambda: "about the section" in cards(margin))


def test_a_key_goes_through_the_notes_on_the_same_words(
    margin: Margin, reading: Program, library: Library
):
    window, notes = reading.window, reading.session.notes
    window.reading.go_to_words(0, 2, 3)
    seen = []
    for _press in range(3):
        window.actions_["next_note_here"].trigger()
        seen.append(library.notes.get(notes.chosen).text)
    assert seen[0] == seen[2] != seen[1]
    assert set(seen) == {"first", "second on the same"}
    assert window.status.currentMessage().startswith("Note ")
    window.actions_["color_pink"].trigger()  # the chosen one is meant, and no other
    assert library.notes.get(notes.chosen).color is Color.PINK
    assert [note.color for note in library.notes.all()].count(Color.PINK) == 1


def test_the_editor_opens_in_the_margin_by_key_while_the_list_is_closed(
    margin: Margin, reading: Program
):
    window = reading.window
    window.reading.setFocus()
    window.reading.go_to_words(1, 0, 5)
    window.actions_["annotate"].trigger()
    editor = margin.findChild(NoteEditor)
    assert editor is not None
    assert editor.text() == "third"
    assert not window.right.isVisible()
    assert margin.mapTo(window, QPoint()).x() > 0


def test_the_caret_stays_at_the_words_after_their_note_was_edited(
    margin: Margin, reading: Program, qtbot: QtBot
):
    text = reading.window.reading
    assert "href" in text.document().toHtml()  # Qt goes to links when the focus moves on by itself
    text.setFocus()
    text.go_to_words(1, 0, 5)
    before = text.textCursor().position()
    reading.window.actions_["tag"].trigger()
    editor = margin.findChild(NoteEditor)
    assert editor.isAncestorOf(editor.window().focusWidget())
    editor.leave()

    assert text.hasFocus()
    assert text.textCursor().position() == before
    assert not text.textCursor().hasSelection()


def test_the_caret_stays_where_it_was_when_a_card_with_the_focus_goes(
    margin: Margin, reading: Program, qtbot: QtBot
):
    text = reading.window.reading
    text.go_to_words(1, 0, 5)
    before = text.textCursor().position()
    cards(margin)["third"].setFocus()
    reading.session.notes.delete(note_of(reading, "third"))
    assert text.textCursor().position() == before


def test_tab_goes_from_the_words_of_a_note_to_its_tags_and_back(
    margin: Margin, reading: Program, qtbot: QtBot
):
    before = reading.window.reading.textCursor().position()
    margin.edit(note_of(reading, "third"))
    editor = margin.findChild(NoteEditor)
    assert editor is not None
    qtbot.keyClick(editor.remark, Qt.Key.Key_Tab)
    assert editor.tag_line.hasFocus()
    qtbot.keyClick(editor.tag_line, Qt.Key.Key_Backtab)
    assert editor.remark.hasFocus()
    assert reading.window.reading.textCursor().position() == before


def test_the_whole_editor_of_a_note_is_seen_also_at_the_end_of_the_screen(
    margin: Margin, reading: Program, qtbot: QtBot
):
    window, at = reading.window, cards(margin)["third"].y()
    window.resize(1280, window.height() - margin.height() + at + 120)
    qtbot.waitUntil(lambda: at < margin.height() < at + 190)
    margin.edit(note_of(reading, "third"), tags=True)
    editor = margin.findChild(NoteEditor)
    assert editor is not None
    assert 0 <= editor.y() <= editor.geometry().bottom() < margin.height()
