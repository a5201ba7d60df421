"""The window of the glossary: the person's terms over the program's."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.glossary import Term
from talkreader.store import Library
from talkreader.ui.dialogs.glossary import GlossaryDialog
from talkreader.ui.dialogs.term import TermDialog

POOL = Term("scanner pool", "扫描仪共享", "掃描器共享", "of the fund", own=True)


@pytest.fixture
def glossary(program: Program, library: Library) -> GlossaryDialog:
    """The window on the program's terms and one of the person's."""
    library.terms.put(POOL)
    program.window.actions_["glossary"].trigger()
    dialog = program.glossary.dialog
    assert dialog is not None
    return dialog


def terms(dialog: GlossaryDialog) -> list[str]:
    return [dialog.model.index(row, 0).data() for row in range(dialog.model.rowCount())]


def search(dialog: GlossaryDialog, qtbot: QtBot, words: str) -> None:
    dialog.field.clear()
    dialog.field.setText(words)
    with qtbot.waitSignal(dialog.searched):
        dialog.field.textEdited.emit(words)


def choose(dialog: GlossaryDialog, english: str) -> None:
    dialog.list.setCurrentIndex(dialog.model.index(terms(dialog).index(english), 0))


def write(dialog: GlossaryDialog, **fields: str) -> None:
    """Fill in and save the term that is being edited."""
    editor = next(d for d in dialog.findChildren(TermDialog) if d.isVisible())
    for name, words in fields.items():
        getattr(editor, name).setText(words)
    editor.buttons.button(QDialogButtonBox.StandardButton.Save).click()


def test_ones_own_stand_first_and_a_search_finds_either_script(
    glossary: GlossaryDialog, qtbot: QtBot
) -> None:
    assert terms(glossary)[0] == "scanner pool"
    assert len(terms(glossary)) > 300

    search(glossary, qtbot, "關注度")
    assert "notability" in terms(glossary)
    glossary.mine.setChecked(True)
    assert terms(glossary) == []


def test_a_term_of_the_program_becomes_ones_own_when_it_is_changed_and_stands_once(
    glossary: GlossaryDialog, library: Library, qtbot: QtBot
) -> None:
    search(glossary, qtbot, "notability")
    choose(glossary, "notability")
    assert not glossary.delete.isEnabled()
    glossary.edit.click()
    write(glossary, simplified="知名度", traditional="知名度")

    assert terms(glossary).count("notability") == 1
    assert [t.simplified for t in library.terms.all() if t.english == "notability"] == ["知名度"]


def test_a_term_is_added_renamed_deleted_and_brought_back(
    glossary: GlossaryDialog, library: Library
) -> None:
    glossary.mine.setChecked(True)
    glossary.add.click()
    write(glossary, english="boat", simplified="船")
    choose(glossary, "boat")
    glossary.edit.click()
    write(glossary, english="ship")
    assert terms(glossary) == ["scanner pool", "ship"]

    choose(glossary, "ship")
    glossary.delete.click()
    assert terms(glossary) == ["scanner pool"]
    glossary.undo_wanted.emit()
    assert terms(glossary) == ["scanner pool", "ship"]
    assert [term.english for term in library.terms.all()] == ["scanner pool", "ship"]


def test_the_dictionary_beside_the_page_knows_a_new_term_at_once(
    reading: Program, qtbot: QtBot
) -> None:
    reading.window.actions_["dictionary"].setChecked(True)
    qtbot.waitUntil(lambda: reading.dictionary._dictionary is not None, timeout=60_000)
    reading.window.actions_["glossary"].trigger()
    dialog = reading.glossary.dialog
    assert dialog is not None
    dialog.add.click()
    write(dialog, english="zzyzx road", simplified="兹兹路")

    def known() -> bool:
        found = reading.dictionary._dictionary.look_up("兹兹路")
        return found is not None and found.term is not None

    qtbot.waitUntil(known, timeout=20_000)
    assert reading.session.translating.terms("On Zzyzx Road.", "zh-hans") == {
        "Zzyzx Road": "兹兹路"
    }


@pytest.mark.parametrize("name", ["terms.csv", "terms.tbx"])
def test_what_is_listed_is_written_and_taken_in_with_a_report(
    glossary: GlossaryDialog, program: Program, library: Library, tmp_path: Path, name: str
) -> None:
    glossary.mine.setChecked(True)
    program.glossary.give_out(tmp_path / name)
    library.terms.delete("scanner pool")

    program.glossary.take_in(tmp_path / name)

    assert glossary.findChild(QMessageBox).text() == "Imported: 1 new · 0 the same · 0 refused"
    assert library.terms.all() == [POOL]
