"""The window of the translation memory: searched, changed, taken in and given out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from talkreader import exporting
from talkreader.app import Program
from talkreader.domain.translation import Translation, TranslationOrigin
from talkreader.store import Library
from talkreader.ui.dialogs.memory import MemoryDialog
from talkreader.ui.dialogs.translating import TranslationDialog
from talkreader.ui.models.roles import Role

MOMENT = datetime(2024, 2, 3, tzinfo=UTC)
SORRY = Translation(
    "1", "We are sorry.", "我们很抱歉。", "en", "zh-hans", TranslationOrigin.TYPED, MOMENT, MOMENT
)
BLOCK = replace(SORRY, id="2", source="About the block", target="關於封禁")


@pytest.fixture
def memory(program: Program, library: Library) -> MemoryDialog:
    """The window on a memory of two units, the second of them chosen."""
    library.translations.put(SORRY)
    library.translations.put(BLOCK)
    program.window.actions_["memory"].trigger()
    dialog = program.memory.dialog
    assert dialog is not None
    return dialog


def rows(dialog: MemoryDialog) -> list[str]:
    model = dialog.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(dialog: MemoryDialog, unit: Translation) -> None:
    model = dialog.model
    dialog.list.setCurrentIndex(model.index(model.row_of(unit), 0))


def test_words_of_either_language_and_script_find_units_and_are_marked(
    memory: MemoryDialog, qtbot: QtBot
) -> None:
    qtbot.keyClicks(memory.field, "sorry")
    qtbot.waitUntil(lambda: rows(memory) == ["We are sorry."])
    [mark] = memory.model.index(0, 0).data(Role.MARKS)
    assert "We are sorry."[mark.start : mark.end] == "sorry"

    memory.field.clear()
    memory.field.insert("关于")  # an input method's words, which no key of a test can type
    memory.searched.emit("关于")
    qtbot.waitUntil(lambda: rows(memory) == ["About the block"])
    [mark] = memory.model.index(0, 1).data(Role.MARKS)
    assert (mark.start, mark.end) == (0, 2)
    assert memory.status.text() == "1 of 2 translations have these words"


def test_provenance_is_told(memory: MemoryDialog) -> None:
    assert memory.model.index(0, 2).data() == "typed · 2024-02-03"


def test_a_unit_is_changed_deleted_and_brought_back(
    memory: MemoryDialog, library: Library, program: Program
) -> None:
    choose(memory, SORRY)
    memory.edit.click()
    dialog = memory.findChild(TranslationDialog)
    assert dialog.words.toPlainText() == "我们很抱歉。"
    dialog.words.setPlainText("对不起。")
    dialog.save_button.click()
    assert library.translations.same("We are sorry.")[0].target == "对不起。"

    choose(memory, library.translations.same("We are sorry.")[0])
    memory.delete.click()
    assert rows(memory) == ["About the block"]
    assert "Ctrl+Z" in memory.status.text()

    memory.undo_wanted.emit()
    assert sorted(rows(memory)) == ["About the block", "We are sorry."]


def test_the_place_of_a_unit_is_opened(reading: Program, library: Library, qtbot: QtBot) -> None:
    page = reading.session.pages.page
    assert page is not None
    comment = page.comments[7]
    unit = replace(
        SORRY, site=page.info.key.site, title=page.info.key.title, comment=comment.name, end=5
    )
    library.translations.put(unit)
    reading.window.actions_["memory"].trigger()
    dialog = reading.memory.dialog
    assert dialog is not None
    assert dialog.go.isEnabled()

    dialog.go.click()

    qtbot.waitUntil(lambda: reading.window.reading.current_comment() == comment.index)


def test_a_confirmed_unit_is_found_by_its_words(
    reading: Program, library: Library, qtbot: QtBot
) -> None:
    page = reading.session.pages.page
    assert page is not None
    comment = page.comments[9]
    unit = replace(
        SORRY,
        origin=TranslationOrigin.CONFIRMED,
        site=page.info.key.site,
        title=page.info.key.title,
        source=comment.body.text,
    )
    library.translations.put(unit)
    reading.window.actions_["memory"].trigger()
    reading.memory.dialog.go.click()

    qtbot.waitUntil(lambda: reading.window.reading.current_comment() == comment.index)


def test_a_unit_whose_page_is_gone_says_so_and_an_imported_one_has_no_place(
    memory: MemoryDialog, library: Library
) -> None:
    memory.go.click()
    assert "not in this library" in memory.status.text()

    library.translations.put(replace(BLOCK, id="3", origin=TranslationOrigin.IMPORTED))
    memory.searched.emit("")
    choose(memory, library.translations.all()[-1])
    assert not memory.go.isEnabled()


@pytest.mark.parametrize("name", ["out.tmx", "out.xlf"])
def test_what_is_found_is_written_and_taken_in_again_with_a_report(
    memory: MemoryDialog,
    program: Program,
    library: Library,
    qtbot: QtBot,
    tmp_path: Path,
    name: str,
) -> None:
    memory.field.setText("sorry")
    program.memory.give_out(tmp_path / name)
    assert memory.status.text().startswith("1 translation")
    library.translations.delete(SORRY.id)

    program.memory.take_in(tmp_path / name)

    qtbot.waitUntil(lambda: memory.findChild(QMessageBox) is not None)
    assert memory.findChild(QMessageBox).text() == "Imported: 1 new · 0 the same · 0 refused"
    assert library.translations.count() == 2


def test_what_is_refused_is_told_with_the_reason(
    memory: MemoryDialog, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "in.tmx"
    units = exporting.translations_to_tmx([SORRY])
    file.write_bytes(
        units.replace(b"</body>", b'<tu><tuv xml:lang="en"><seg>Alone</seg></tuv></tu></body>')
    )

    program.memory.take_in(file)

    qtbot.waitUntil(lambda: memory.findChild(QMessageBox) is not None)
    box = memory.findChild(QMessageBox)
    assert box.text() == "Imported: 0 new · 1 the same · 1 refused"
    assert box.informativeText() == "2  one language only: Alone"


def test_an_empty_memory_says_how_it_grows(program: Program) -> None:
    program.window.actions_["memory"].trigger()
    dialog = program.memory.dialog
    assert dialog is not None

    assert dialog.status.text().startswith("Nothing yet.")
    assert not dialog.edit.isEnabled()
    assert not dialog.give.isEnabled()


def test_a_fuzzy_offer_shows_both_originals_and_marks_what_differs(
    reading: Program, library: Library, qtbot: QtBot
) -> None:
    source = reading.session.translating.sentence_at(0, 0)
    assert source is not None
    library.translations.put(replace(SORRY, source=f"{source.text[:-1]} today."))
    page = reading.session.pages.page
    assert page is not None
    reading.window.reading.select(0, 1, 2)
    reading.window.actions_["translate"].trigger()

    offers = reading.window.findChild(TranslationDialog).memory
    qtbot.waitUntil(lambda: offers.isVisible() and offers.count() == 1)
    item = offers.item(0)
    text, marks = item.text(), item.data(Role.MARKS)
    assert f"now: {source.text}" in text
    assert "today" in [text[mark.start : mark.end] for mark in marks]


def test_a_search_of_the_page_says_that_the_memory_has_its_words_and_opens_it_with_them(
    reading: Program, library: Library, qtbot: QtBot
) -> None:
    library.translations.put(SORRY)
    library.translations.put(BLOCK)
    reading.window.search.search_for("很抱歉")
    said = "1 translation of your memory has these words (Ctrl+M)"
    qtbot.waitUntil(lambda: reading.window.status.currentMessage() == said, timeout=10_000)

    reading.window.actions_["memory"].trigger()

    assert rows(reading.memory.dialog) == ["We are sorry."]


def test_the_report_speaks_the_language_of_the_window(
    memory: MemoryDialog, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.interpreter.use("zh_CN")
    (tmp_path / "in.tmx").write_bytes(exporting.translations_to_tmx([SORRY]))

    program.memory.take_in(tmp_path / "in.tmx")

    qtbot.waitUntil(lambda: memory.findChild(QMessageBox) is not None)
    assert memory.findChild(QMessageBox).text() == "导入结果：新增 0 条 · 已有 1 条 · 未接受 0 条"
