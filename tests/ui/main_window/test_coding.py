"""Coding in the window: the codebook beside the page, and words coded by a few letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.code import Code
from talkreader.domain.note import Color
from talkreader.store import Library
from talkreader.ui.dialogs.chooser import Chooser
from talkreader.ui.panes.codebook_pane import CodebookPane


@pytest.fixture
def pane(reading: Program, qtbot: QtBot) -> CodebookPane:
    """The codebook of three notes, open beside the page."""
    notes = reading.session.notes
    for number, tags in enumerate((["vote/no"], ["vote/no", "fund"], ["vote"])):
        note = notes.add([(number, 0, 5)], Color.BLUE, f"remark {number}")
        notes.edit(note, tags=tags)
    reading.window.actions_["codebook"].trigger()
    made = reading.coding.pane
    assert made is not None
    qtbot.waitUntil(lambda: len(made.tree.items()) == 3)
    return made


def tags(library: Library) -> list[tuple[str, ...]]:
    return sorted(note.tags for note in library.notes.all())


def choose(pane: CodebookPane, tag: str) -> None:
    pane.tree.setCurrentItem(pane.tree.items()[tag])


def box(program: Program) -> QMessageBox:
    return program.window.findChildren(QMessageBox)[-1]


def press(program: Program, words: str) -> None:
    button = next(each for each in box(program).buttons() if each.text().strip("&") == words)
    button.click()


def test_the_tree_shows_codes_under_each_other_with_their_notes(pane: CodebookPane):
    items = pane.tree.items()
    assert list(items) == ["fund", "vote", "vote/no"]
    assert items["vote/no"].parent() is items["vote"]
    assert [item.text(1) for item in items.values()] == ["1", "1", "2"]
    spoken = items["vote"].data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "vote, 3 notes"


def test_a_code_named_anew_is_so_in_all_notes_until_undo(
    pane: CodebookPane, reading: Program, library: Library, qtbot: QtBot
):
    choose(pane, "vote")
    qtbot.keyClick(pane.tree, Qt.Key.Key_F2)
    field = pane.tree.findChild(QLineEdit)
    field.setText("ballot")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "ballot/no" in pane.tree.items())
    assert pane.current() == "ballot"
    assert tags(library) == [("ballot",), ("ballot/no",), ("ballot/no", "fund")]
    reading.window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: "vote/no" in pane.tree.items())
    assert tags(library) == [("vote",), ("vote/no",), ("vote/no", "fund")]


def test_two_codes_are_merged_only_when_one_says_so(
    pane: CodebookPane, reading: Program, library: Library, qtbot: QtBot
):
    before = tags(library)
    pane.tree.named.emit("fund", "vote")
    assert "already" in box(reading).text()
    box(reading).reject()
    qtbot.wait(50)
    assert tags(library) == before

    pane.tree.named.emit("fund", "vote")
    press(reading, "Merge")
    qtbot.waitUntil(lambda: "fund" not in pane.tree.items())
    assert tags(library) == [("vote",), ("vote/no",), ("vote/no", "vote")]


def test_a_code_moves_under_another_by_keys_and_back(
    pane: CodebookPane, library: Library, qtbot: QtBot
):
    choose(pane, "vote")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "fund/vote/no" in pane.tree.items())
    assert pane.current() == "fund/vote"

    qtbot.keyClick(pane.tree, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: list(pane.tree.items()) == ["fund", "vote", "vote/no"])
    assert tags(library) == [("vote",), ("vote/no",), ("vote/no", "fund")]


def test_a_code_moves_by_drag(
    pane: CodebookPane, library: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    choose(pane, "fund")
    place = pane.tree.visualItemRect(pane.tree.items()["vote"]).center()
    on_it = QAbstractItemView.DropIndicatorPosition.OnItem
    # Qt works the position out while it is dragged, which needs a mouse
    monkeypatch.setattr(pane.tree, "dropIndicatorPosition", lambda: on_it)
    data = QMimeData()
    pane.tree.dropEvent(
        QDropEvent(
            QPointF(place),
            Qt.DropAction.MoveAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    qtbot.waitUntil(lambda: "vote/fund" in pane.tree.items())
    assert tags(library) == [("vote",), ("vote/no",), ("vote/no", "vote/fund")]


def test_a_code_moves_to_what_one_types(
    pane: CodebookPane, reading: Program, library: Library, qtbot: QtBot
):
    choose(pane, "vote/no")
    qtbot.keyClick(pane.tree, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    chooser = reading.window.findChild(Chooser)
    assert chooser.shown() == ["The top of the codebook", "fund"]
    qtbot.keyClicks(chooser.field, "fun")
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "fund/no" in pane.tree.items())


def test_a_new_code_stands_in_the_book_before_any_note_has_it(
    pane: CodebookPane, library: Library, qtbot: QtBot
):
    choose(pane, "vote/no")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Insert)
    field = pane.tree.findChild(QLineEdit)
    qtbot.keyClicks(field, "yes")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "vote/yes" in pane.tree.items())
    assert library.codes.all() == [Code("vote/yes")]
    qtbot.keyClick(pane.tree, Qt.Key.Key_Insert)
    qtbot.keyClick(pane.tree.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert list(pane.tree.items()) == ["fund", "vote", "vote/no", "vote/yes"]


def test_a_definition_and_a_colour_are_kept_as_one_goes(
    pane: CodebookPane, library: Library, qtbot: QtBot
):
    choose(pane, "fund")
    pane.definition.setPlainText("About money.")
    choose(pane, "vote")
    qtbot.waitUntil(lambda: library.codes.all() == [Code("fund", "", "About money.")])
    qtbot.waitUntil(lambda: "About money." in pane.tree.items()["fund"].toolTip(0))

    choose(pane, "fund")
    assert pane.definition.toPlainText() == "About money."
    menu = next(action.menu() for action in pane.menu().actions() if action.menu() is not None)
    menu.actions()[2].trigger()
    qtbot.waitUntil(lambda: library.codes.all() == [Code("fund", "#5fb236", "About money.")])


def test_deleting_asks_and_says_how_many_notes_stay(
    pane: CodebookPane, reading: Program, library: Library, qtbot: QtBot
):
    choose(pane, "vote")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert "3 notes carry it: they stay" in box(reading).text()
    assert "1 code below it" in box(reading).text()
    press(reading, "Delete")

    qtbot.waitUntil(lambda: list(pane.tree.items()) == ["fund"])
    assert tags(library) == [(), (), ("fund",)]
    assert len(library.notes.all()) == 3


def test_the_notes_of_a_code_are_those_of_the_codes_below_it_too(
    pane: CodebookPane, reading: Program, qtbot: QtBot
):
    choose(pane, "vote")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    notes = reading.window.notes
    assert len(notes._model.rows) == 3
    assert notes.filter.tags.currentData() == "vote"
    assert notes.isVisible()


def test_without_any_code_one_is_told_how_to_make_it(reading: Program, qtbot: QtBot) -> None:
    reading.window.reading.setFocus()
    reading.window.actions_["code"].trigger()
    qtbot.waitUntil(lambda: reading.window.findChild(Chooser) is not None)

    assert "type a name" in reading.window.findChild(Chooser).hint.text()


def test_words_are_coded_by_a_key_and_some_letters(
    pane: CodebookPane, reading: Program, library: Library, qtbot: QtBot
):
    library.codes.put(Code("fund", "#2ea8e5"))
    reading.window.reading.select(1, 6, 12)
    reading.window.reading.setFocus()
    reading.window.actions_["code"].trigger()
    qtbot.waitUntil(lambda: reading.window.findChild(Chooser) is not None)
    chooser = reading.window.findChild(Chooser)
    qtbot.keyClicks(chooser.field, "fu")
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)

    (note,) = (each for each in library.notes.all() if not each.text)
    assert note.tags == ("fund",)
    assert note.color is Color.BLUE
    assert (note.targets[0].start, note.targets[0].end) == (6, 12)
    assert reading.window.reading.selection() == ()


def test_a_second_code_on_the_same_words_goes_to_the_same_note(
    pane: CodebookPane, reading: Program, library: Library, qtbot: QtBot
):
    choose(pane, "fund")
    reading.window.reading.select(0, 0, 5)
    qtbot.keyClick(pane.tree, Qt.Key.Key_Return)

    assert len(library.notes.all()) == 3
    assert ("vote/no", "fund") in tags(library)


def test_words_that_were_just_highlighted_are_coded_without_selecting_them_again(
    reading: Program, library: Library, qtbot: QtBot
):
    library.codes.put(Code("fund"))
    reading.window.reading.setFocus()
    reading.window.reading.select(1, 6, 12)
    reading.window.actions_["highlight"].trigger()
    reading.window.reading.setFocus()
    reading.window.actions_["code"].trigger()
    qtbot.waitUntil(lambda: reading.window.findChild(Chooser) is not None)
    chooser = reading.window.findChild(Chooser)
    qtbot.keyClicks(chooser.field, "fu")
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)

    (note,) = library.notes.all()
    assert note.tags == ("fund",)
    assert (note.targets[0].start, note.targets[0].end) == (6, 12)


def test_what_was_typed_becomes_a_code_when_there_is_none(
    reading: Program, library: Library, qtbot: QtBot
):
    reading.window.reading.select(1, 6, 12)
    reading.window.actions_["code"].trigger()
    qtbot.waitUntil(lambda: reading.window.findChild(Chooser) is not None)
    chooser = reading.window.findChild(Chooser)
    chooser.field.setText("投票, 反对")
    assert chooser.shown() == ["New code “投票 反对”"]
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)

    assert tags(library) == [("投票 反对",)]
    reading.window.actions_["undo"].trigger()
    assert tags(library) == []


def test_a_codebook_goes_out_and_comes_in(
    pane: CodebookPane,
    reading: Program,
    library: Library,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    file = tmp_path / "book.qdc"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    pane.export_wanted.emit()
    qtbot.waitUntil(file.is_file)
    library.codes.delete("vote")

    pane.import_wanted.emit()
    qtbot.waitUntil(lambda: list(pane.tree.items()) == ["fund", "vote", "vote/no"])
    status = reading.window.status
    qtbot.waitUntil(lambda: status.currentMessage() == "3 codes of 3 are new")

    file.write_bytes(b"no codebook")
    with qtbot.waitSignal(reading.session.failed):
        pane.import_wanted.emit()


def test_the_field_shows_only_codes_with_these_words(pane: CodebookPane, qtbot: QtBot):
    pane.field.setText("no")
    items = pane.tree.items()
    assert [tag for tag, item in items.items() if not item.isHidden()] == ["vote", "vote/no"]
    assert pane.current() == "vote/no"
    qtbot.keyClick(pane.field, Qt.Key.Key_Escape)
    assert not any(item.isHidden() for item in items.values())


def test_the_menu_says_the_keys(pane: CodebookPane):
    choose(pane, "vote")
    texts = [action.text() for action in pane.menu().actions() if action.text()]
    assert "&Rename\tF2" in texts
    assert pane.tree.corner() != QPoint()
