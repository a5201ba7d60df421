"""Chinese is typed through an input method: what it composes is nobody's word or command yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.bilingual import Segment
from talkreader.ui.dialogs.translating import TranslationDialog
from talkreader.ui.models.note_editor import NoteEditor
from talkreader.ui.prose_field import ProseField


def compose(widget: QWidget, letters: str) -> None:
    """Type letters that the input method shows, underlined, and keeps to itself."""
    QApplication.sendEvent(widget, QInputMethodEvent(letters, []))


def commit(widget: QWidget, words: str) -> None:
    """Choose the characters that were meant."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def test_search_waits_for_the_characters_that_are_chosen(reading: Program, qtbot: QtBot) -> None:
    window, search = reading.window, reading.session.search
    window.activateWindow()
    window.search.begin()
    qtbot.waitUntil(window.search.field.hasFocus)

    with qtbot.assertNotEmitted(window.search.searched, wait=700):
        for letters in ("f", "fe", "fen", "feng", "feng jin"):
            compose(window.search.field, letters)
    with qtbot.waitSignal(search.found):
        commit(window.search.field, "封禁")

    assert window.search.field.text() == "封禁"
    assert search.state.text == "封禁"
    assert search.state.hits


def test_letters_of_an_input_method_are_no_commands(reading: Program, qtbot: QtBot) -> None:
    window, notes = reading.window, reading.session.notes
    note = notes.add(((0, 0, 4),), None)
    window.notes.edit_note(note)
    editor = window.findChild(NoteEditor)
    field = editor.remark
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    at = window.reading.current_comment()

    for letters in ("j", "jh", "jha1"):
        compose(field, letters)
    composed = field.toPlainText()
    commit(field, "结合")
    window.notes.finish_editing()

    assert composed == ""
    assert window.reading.current_comment() == at
    assert [(placed.note.text, placed.note.color) for placed in notes.placed] == [("结合", None)]


def test_page_takes_nothing_from_an_input_method(reading: Program, qtbot: QtBot) -> None:
    pane = reading.window.reading
    reading.window.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(pane.hasFocus)
    text = pane.toPlainText()

    compose(pane, "feng")
    commit(pane, "封")

    assert pane.toPlainText() == text
    # so the system sends it letters, which are commands there, and opens no window for choosing
    assert not pane.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_hint_of_a_field_makes_room_for_what_is_composed(qtbot: QtBot) -> None:
    field = ProseField()
    qtbot.addWidget(field)
    field.setPlaceholderText("Your note")
    field.show()

    compose(field, "ni hao")
    composing = field.placeholderText()
    compose(field, "")
    left = field.placeholderText()
    compose(field, "ni")
    commit(field, "你")

    assert (composing, left) == ("", "Your note")
    assert (field.toPlainText(), field.placeholderText()) == ("你", "Your note")


def test_what_is_composed_is_seen_in_every_field_and_is_nobodys_word_yet(
    reading: Program, qtbot: QtBot
) -> None:
    window, session = reading.window, reading.session
    window.activateWindow()
    session.notes.add(((0, 0, 4),), None)
    window.actions_["notes_pane"].trigger()
    for pane in (window.sections, window.people, window.library, window.notes):
        if pane is not window.notes:
            window.show_tab(pane)
        qtbot.waitUntil(lambda pane=pane: pane.isVisible())
        at, count = window.reading.current_comment(), len(session.notes.placed)
        fields = [field for field in pane.findChildren(QLineEdit) if field.isVisible()]
        assert fields, pane
        for field in fields:
            field.setFocus()
            before = field.grab().toImage()
            told: list[str] = []
            field.textChanged.connect(told.append)

            compose(field, "jha1")
            composed, seen = field.text(), field.grab().toImage() != before
            commit(field, "灯塔")

            assert (composed, seen, told) == ("", True, ["灯塔"])
            field.clear()
        assert window.reading.current_comment() == at
        assert len(session.notes.placed) == count


def test_a_translation_is_typed_through_an_input_method(reading: Program, qtbot: QtBot) -> None:
    dialog = TranslationDialog(Segment(0, 0, 9, "en", "The lamp."), "", {}, reading.window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.words.setFocus()
    saved: list[str] = []
    dialog.saved.connect(saved.append)

    compose(dialog.words, "deng")
    composed = dialog.words.toPlainText()
    enabled = dialog.save_button.isEnabled()
    commit(dialog.words, "灯。")
    dialog.save_button.click()

    assert (composed, enabled) == ("", False)
    assert saved == ["灯。"]


def test_a_tag_is_offered_when_its_characters_are_chosen(reading: Program, qtbot: QtBot) -> None:
    window, notes = reading.window, reading.session.notes
    note = notes.add(((0, 0, 4),), None)
    window.notes.edit_note(note)
    editor = window.findChild(NoteEditor)
    window.activateWindow()
    editor.tag_line.setFocus()
    with qtbot.assertNotEmitted(editor.tag_line.textEdited):
        compose(editor.tag_line, "jha1")
    commit(editor.tag_line, "道歉")
    window.notes.finish_editing()

    assert [placed.note.tags for placed in notes.placed] == [("道歉",)]
