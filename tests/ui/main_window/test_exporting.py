"""The export: what is offered, what is shown of it, and that the file is whole or the old one."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from talkreader import exporting
from talkreader.app import Program
from talkreader.domain.note import Color
from talkreader.ui.dialogs.export import ExportDialog
from talkreader.ui.dialogs.export_making import PDF, SOME, What, forms_of
from talkreader.ui.session import Scope
from tests.store.pages import make_note


@pytest.fixture
def noted(reading: Program) -> Program:
    """The sample with three notes, and one on another page."""
    notes = reading.session.notes
    for number, (text, tags) in enumerate(
        (("for the minutes", ["fund/vote"]), ("second look", ["fund"]), ("third", ["other"]))
    ):
        note = notes.add([(number, 0, 5)], Color.YELLOW, text)
        notes.edit(note, tags=tags)
    reading.session.library.notes.add(make_note("elsewhere"))
    return reading


def opened(program: Program, qtbot: QtBot) -> ExportDialog:
    dialog = program.taking.export()
    assert dialog is not None
    wait(dialog, qtbot)
    return dialog


def wait(dialog: ExportDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog._runner.running)


def choose(dialog: ExportDialog, qtbot: QtBot, what: What, form: str, which: str = "") -> None:
    dialog.what.setCurrentIndex(dialog.what.findData(what))
    dialog.form.setCurrentIndex(dialog.form.findData(form))
    for row in range(dialog.notes.which.count()):
        if which and dialog.notes.which.itemText(row).startswith(which):
            dialog.notes.which.setCurrentIndex(row)
    wait(dialog, qtbot)


@pytest.mark.parametrize("what", [What.DISCUSSION, What.NOTES])
def test_an_export_is_written_whole_and_its_beginning_is_shown(
    noted: Program, qtbot: QtBot, tmp_path: Path, what: What
) -> None:
    dialog = opened(noted, qtbot)
    choose(dialog, qtbot, what, "markdown")
    shown = dialog.text.toPlainText()

    with qtbot.waitSignal(dialog.exported):
        dialog.write(tmp_path / "out.md")

    written = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert written.startswith(shown)
    assert ("for the minutes" in written) == (what is What.NOTES)
    assert len(written) > 100


def test_html_is_shown_as_a_page_and_as_its_source_when_that_is_asked_for(
    noted: Program, qtbot: QtBot
) -> None:
    dialog = opened(noted, qtbot)
    choose(dialog, qtbot, What.NOTES, "markdown")
    assert not dialog.source.isVisibleTo(dialog)
    choose(dialog, qtbot, What.NOTES, "html")
    assert dialog.preview.currentWidget() is dialog.rendered
    page = dialog.rendered.toPlainText()
    assert "for the minutes" in page
    assert "<blockquote" not in page

    dialog.source.click()

    assert dialog.preview.currentWidget() is dialog.text
    assert "<blockquote" in dialog.text.toPlainText()


def test_what_a_note_says_is_never_html_in_the_page_that_is_shown(
    noted: Program, qtbot: QtBot
) -> None:
    hostile = '<img src="file:///etc/hostname"><b>bold</b><script>x</script>'
    noted.session.notes.add([(0, 0, 5)], Color.PINK, hostile)
    dialog = opened(noted, qtbot)

    choose(dialog, qtbot, What.NOTES, "html")

    assert hostile in dialog.rendered.toPlainText()


@pytest.mark.parametrize("form", [form.id for form in forms_of(What.NOTES)])
def test_notes_are_written_in_every_form_that_is_offered(
    noted: Program, qtbot: QtBot, tmp_path: Path, form: str
) -> None:
    dialog = opened(noted, qtbot)
    choose(dialog, qtbot, What.NOTES, form)

    with qtbot.waitSignal(dialog.exported, timeout=20_000):
        dialog.write(tmp_path / "out")

    written = (tmp_path / "out").read_bytes()
    if form == exporting.FormatId.QDPX:
        written = zipfile.ZipFile(io.BytesIO(written)).read("project.qde")
        assert "PlainTextSelection" in dialog.text.toPlainText()
    if form == PDF:
        assert written.startswith(b"%PDF-")
        assert not dialog.sheet._paper.picture.isNull()
    elif "csl" not in form and form != "bibtex":
        assert b"for the minutes" in written
    else:
        assert b"Hollis" in written


def test_the_scopes_are_the_page_the_search_a_tag_and_all(noted: Program, qtbot: QtBot) -> None:
    noted.session.find("second", Scope.LIBRARY)
    qtbot.waitUntil(lambda: len(noted.session.search.state.hits) > 0)
    dialog = opened(noted, qtbot)

    def exported(which: str) -> set[str]:
        choose(dialog, qtbot, What.NOTES, "csv", which)
        words = ("for the minutes", "second look", "third", "elsewhere")
        return {each for each in words if each in dialog.text.toPlainText()}

    assert exported("Those on this page") == {"for the minutes", "second look", "third"}
    assert exported("All of the library") == {
        "for the minutes", "second look", "third", "elsewhere"
    }  # fmt: skip
    assert exported("Those that the search finds") == {"second look"}
    dialog.notes.tag.setCurrentText("fund")
    assert exported("Those with a tag") == {"for the minutes", "second look"}
    assert not dialog.notes.tag.isHidden()
    assert dialog.said.text() == "2 notes"


def test_notes_on_the_selected_words_come_first(noted: Program, qtbot: QtBot) -> None:
    noted.window.reading.select(1, 2, 8)
    dialog = opened(noted, qtbot)
    assert dialog.notes.which.itemText(0) == "Those on the selected words (1)"

    choose(dialog, qtbot, What.NOTES, "jsonld")

    (item,) = json.loads(dialog.text.toPlainText())["first"]["items"]
    assert item["body"][-1]["value"] == "second look"


def test_a_scope_without_notes_cannot_be_saved(reading: Program, qtbot: QtBot) -> None:
    dialog = opened(reading, qtbot)
    choose(dialog, qtbot, What.NOTES, "markdown")

    assert dialog.said.text() == "There are no such notes."
    assert not dialog.save_button.isEnabled()
    assert not dialog.copy_button.isEnabled()


def test_the_preview_of_many_notes_shows_some_and_says_so(noted: Program, qtbot: QtBot) -> None:
    for number in range(SOME):
        noted.session.library.notes.add(make_note(f"number {number}"))
    dialog = opened(noted, qtbot)

    choose(dialog, qtbot, What.NOTES, "csv", "All of the library")

    shown = dialog.text.toPlainText()  # the oldest; those of one moment in any order
    assert shown.count("number ") + shown.count("elsewhere") == SOME
    assert dialog.said.text() == f"{SOME + 4} notes · the preview shows the first {SOME}"


def test_an_export_is_copied_whole(noted: Program, qtbot: QtBot) -> None:
    dialog = opened(noted, qtbot)
    choose(dialog, qtbot, What.NOTES, "html")

    dialog.copy()
    qtbot.waitUntil(lambda: "</html>" in QGuiApplication.clipboard().text())

    assert "third" in QGuiApplication.clipboard().text()
    assert dialog.save_button.isEnabled()


def test_what_is_bytes_cannot_be_copied(noted: Program, qtbot: QtBot) -> None:
    dialog = opened(noted, qtbot)
    choose(dialog, qtbot, What.NOTES, PDF)

    assert not dialog.copy_button.isEnabled()
    assert dialog.save_button.isEnabled()


def test_an_export_that_cannot_be_written_is_told_and_can_be_tried_again(
    noted: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(noted, qtbot)

    with qtbot.waitSignal(dialog.failed) as failed:
        dialog.write(tmp_path / "no such folder" / "out")
    qtbot.waitUntil(dialog.save_button.isEnabled)

    assert "no such folder" in str(failed.args[0])
    assert "no such folder" in dialog.said.text()
    assert dialog.isVisible()


def test_a_full_disk_leaves_the_old_file_whole(
    noted: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    resource = pytest.importorskip("resource")  # no such limits on Windows
    old = tmp_path / "notes.md"
    old.write_text("old", encoding="utf-8")
    dialog = opened(noted, qtbot)
    choose(dialog, qtbot, What.NOTES, "markdown")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with qtbot.waitSignal(dialog.failed) as failed:
            dialog.write(old)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert "free some space" in str(failed.args[0])
    assert old.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_an_export_can_be_stopped_and_leaves_no_file(
    noted: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(noted, qtbot)
    choose(dialog, qtbot, What.NOTES, "markdown")
    dialog.write(tmp_path / "out")
    dialog.reject()

    qtbot.waitUntil(lambda: not dialog._runner.running)

    assert dialog.close_button.text() == "Close"
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


def test_nothing_to_export_is_told(program: Program) -> None:
    assert program.taking.export() is None
    assert "nothing to export" in program.window.status.currentMessage()


def test_a_table_is_shown_as_one_and_as_its_source_when_that_is_asked_for(
    noted: Program, qtbot: QtBot
) -> None:
    dialog = opened(noted, qtbot)
    choose(dialog, qtbot, What.NOTES, "csv")

    assert dialog.preview.currentWidget() is dialog.table
    heads = [dialog.table.horizontalHeaderItem(n).text() for n in range(dialog.table.columnCount())]
    text = heads.index("text")
    cells = {dialog.table.item(row, text).text() for row in range(dialog.table.rowCount())}
    assert cells == {"for the minutes", "second look", "third"}
    dialog.source.click()
    assert dialog.preview.currentWidget() is dialog.text
    assert dialog.text.toPlainText().startswith("note,target,site")
