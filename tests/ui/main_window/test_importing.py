"""Imports of many files in the window: asked, counted, paused, and told in the end."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QUrl
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.importing import Choice, ImportReport
from talkreader.ui import import_words
from talkreader.ui.dialogs.describing import DescribingDialog
from talkreader.ui.dialogs.importing import TALK, ImportDialog
from talkreader.ui.dialogs.reports import ReportsDialog
from talkreader.ui.jobs import Job
from tests.test_import_files import parts
from tests.test_ingest import dump, signed
from tests.ui import dragging


def shown(kind: type[QDialog]) -> QDialog:
    (found,) = [w for w in QApplication.topLevelWidgets() if type(w) is kind and w.isVisible()]
    assert isinstance(found, QDialog)
    return found


def asked(program: Program, paths: list[Path]) -> ImportDialog:
    program.importing.ask(paths)
    dialog = shown(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    return dialog


def test_a_folder_is_counted_imported_and_reported(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(program, [parts(tmp_path / "dump")])
    qtbot.mouseClick(dialog.count_first, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "New pages: 4" in dialog.said.text(), timeout=20_000)
    stored_by_counting = program.session.library.pages.all()

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Imported 4 pages" in program.window.message.text())
    qtbot.mouseClick(program.window.message.action, Qt.MouseButton.LeftButton)
    report = shown(ReportsDialog)

    assert stored_by_counting == []
    assert isinstance(report, ReportsDialog)
    counts = [report.counts.topLevelItem(row) for row in range(report.counts.topLevelItemCount())]
    assert ("New pages", "4") in [(item.text(0), item.text(1)) for item in counts if item]
    item = report.files.topLevelItem(0)
    assert item is not None
    assert report.files.currentItem() is item  # the whole of what was wrong is there at once
    assert item.text(0) == "3.xml"
    assert "cut off or broken" in report.whole.text()
    report.reject()


def test_the_choice_is_what_the_dialog_shows(program: Program, tmp_path: Path) -> None:
    dialog = asked(program, [tmp_path])

    everything = dialog.choice()
    dialog.talk.setChecked(True)
    talk = dialog.choice()
    dialog.some.setChecked(True)
    without_numbers = dialog.begin.isEnabled()
    dialog.numbers.setText("1, 3，4")
    dialog.date.setDate(QDate(2021, 9, 30))
    some = dialog.choice()
    dialog.reject()

    assert (everything, talk.namespaces, without_numbers) == (Choice(), TALK, False)
    assert some == Choice(frozenset({1, 3, 4}), datetime(2021, 9, 30, tzinfo=UTC))


def test_nothing_begins_without_a_file(program: Program, tmp_path: Path) -> None:
    dialog = asked(program, [])
    empty = dialog.begin.isEnabled()
    dialog.add([tmp_path, tmp_path])

    assert (empty, dialog.begin.isEnabled(), dialog.paths()) == (False, True, [tmp_path])
    dialog.reject()


def test_files_are_dropped_into_the_dialog(program: Program, tmp_path: Path) -> None:
    dialog = asked(program, [])

    assert dragging.drop(dialog, [tmp_path, QUrl("https://example.org/page")])

    assert dialog.paths() == [tmp_path]
    assert dialog.begin.isEnabled()
    dialog.reject()


def test_an_import_is_paused_and_goes_on(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(dump({f"Talk:P{n}": signed(f"Word {n}.") for n in range(30)}), "utf-8")
    pause = program.window.actions_["pause"]
    jobs: list[object] = []
    program.session.imports.started.connect(lambda job: (jobs.append(job), pause.trigger()))

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        program.session.imports.start([file], Choice())
        waiting = program.window.status.pause.text()
        enabled = pause.isEnabled()
        pause.trigger()
    qtbot.waitUntil(lambda: not pause.isEnabled())

    assert (len(jobs), waiting, enabled) == (1, "Go on", True)
    assert program.window.status.pause.text() == "Pause"
    assert len(program.session.library.pages.all()) == 30


def test_an_import_that_waits_says_so_with_what_it_has(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "examplewiki-20260101-pages-meta-current.xml"
    file.write_text(dump({f"Talk:P{n}": signed(f"Word {n}.") for n in range(300)}), "utf-8")
    pause, said = program.window.actions_["pause"], program.window.status.job
    told: list[str] = []

    def listen(job: Job) -> None:
        job.progressed.connect(lambda _report: told.append(said.text()))
        pause.trigger()

    program.session.imports.started.connect(listen)
    with qtbot.waitSignal(program.session.imports.finished, timeout=60_000):
        program.session.imports.start([file], Choice())
        qtbot.waitUntil(lambda: bool(told), timeout=30_000)
        pause.trigger()

    assert told[0] == "Paused: examplewiki-202…eta-current.xml"
    assert re.match(
        r"Importing examplewiki-202…eta-current\.xml( · [^·]+ left)? · \d+ pages, \d+ comments",
        told[-1],
    )


def test_what_is_told_of_an_import_makes_no_window_wider(reading: Program) -> None:
    status = reading.window.status
    before = reading.window.minimumSizeHint().width()
    status.begin("Importing a dump · 1,234,567 pages, 12,345,678 comments · 25 minutes left")
    small = status.job.minimumSizeHint().width()
    reading.window.resize(700, 600)

    whole = status.job.fontMetrics().horizontalAdvance(status.job.text())
    assert small < whole
    assert reading.window.minimumSizeHint().width() - before < whole
    assert status.minimumSizeHint().width() < 700


def test_the_list_of_imports_has_room_for_the_beginning_and_the_end_of_a_name(
    program: Program,
) -> None:
    path = "/dumps/examplewiki-20260101-pages-meta-current.xml.bz2"
    dialog = ReportsDialog([ImportReport(paths=(path,))], program.window)
    dialog.show()

    assert dialog.list.item(0).text().startswith("examplewiki-202…current.xml.bz2\n")
    assert dialog.list.item(0).toolTip() == path
    assert dialog.list.horizontalScrollBar().maximum() == 0
    dialog.reject()


def test_a_report_says_how_many_comments_there_are_even_when_there_are_none(
    program: Program,
) -> None:
    assert import_words.rows(ImportReport()) == [("New pages", "0"), ("Comments", "0")]


def test_a_folder_of_many_files_is_asked_about(program: Program, tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text("x")

    program.opening.open([tmp_path])

    dialog = shown(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    assert dialog.paths() == [tmp_path]
    dialog.reject()


def test_without_imports_the_reports_say_so(program: Program) -> None:
    program.importing.show_reports()

    report = shown(ReportsDialog)
    assert isinstance(report, ReportsDialog)
    assert "Nothing has been imported" in report.head.text()
    report.reject()


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (None, ""),
        (3.0, "5 seconds left"),
        (70.0, "1 minute left"),
        (600.0, "10 minutes left"),
        (4000.0, "1 h 7 min left"),
    ],
)
def test_the_time_left_is_told_in_words(program: Program, seconds: float | None, said: str) -> None:
    assert import_words.left(seconds) == said


def test_the_thousands_of_a_large_import_stand_apart(program: Program) -> None:
    report = ImportReport(new_pages=447, known_pages=12_345, comments=1_017_987)

    said = import_words.imported(report)

    assert said == ("Imported 12,792 pages, 1,017,987 comments: 447 new, 12,345 as stored before.")


def test_what_a_page_is_can_be_said_and_it_is_read_again(reading: Program, qtbot: QtBot) -> None:
    before = reading.session.pages.page
    note = reading.session.notes.add(((0, 0, 4),), None)
    reading.session.pages.read_on(3)
    reading.window.actions_["describe"].trigger()
    dialog = reading.window.findChild(DescribingDialog)
    unsaid = dialog.read.isEnabled()
    dialog.title.setText("Talk:Lighthouse Fund")
    dialog.site.setText("bridgewiki")
    dialog.language.setText("en")

    with qtbot.waitSignal(reading.session.pages.page_opened, timeout=20_000):
        dialog.read.click()

    page = reading.session.pages.page
    assert not unsaid
    assert (page.info.site, page.info.title) == ("bridgewiki", "Talk:Lighthouse Fund")
    assert page.info.language == "en"
    assert [placed.note.id for placed in page.notes] == [note]
    assert reading.session.tabs.count() == 1
    assert reading.session.library.notes.position(page.info.key) is not None
    assert len(reading.session.library.pages.all()) == 1
    assert len(page.comments) == len(before.comments)
    assert reading.window.windowTitle().startswith("Talk:Lighthouse Fund")
    qtbot.waitUntil(lambda: not reading.runner.running, timeout=20_000)


def test_a_pasted_page_is_described_from_its_text(program: Program, qtbot: QtBot) -> None:
    text = "Ferries\n\nThe last boat leaves at nine. --Ada (talk) 10:00, 1 May 2024 (UTC)\n"
    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        program.session.pages.open_text(text)

    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        program.session.describing.describe("Talk:Ferries", "harbour", "en")

    page = program.session.pages.page
    assert (page.info.title, [c.author for c in page.comments]) == ("Talk:Ferries", ["Ada"])
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)


def test_a_page_whose_translations_are_found_meanwhile_is_shown_by_its_title_too(
    program: Program, qtbot: QtBot
) -> None:
    text = "Ferries\n\nThe last boat leaves at nine. --Ada (talk) 10:00, 1 May 2024 (UTC)\n"
    pages = program.session.pages
    with qtbot.waitSignal(pages.page_opened, timeout=20_000):
        pages.open_text(text)
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)

    with qtbot.waitSignal(pages.page_opened, timeout=20_000):
        program.session.describing.describe("Talk:Ferries", "harbour", "en")
        pages.keep_pairs(replace(pages.page, pairs=()))

    assert pages.page.info.title == "Talk:Ferries"
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)


def test_what_files_do_not_say_can_be_said_before_they_are_imported(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for number in range(2):
        text = f"== Boats ==\n{signed(f'Ferry {number}.')}\n"
        (folder / f"{number}.wiki").write_text(text, "utf-8")
    dialog = asked(program, [folder])
    hidden = dialog.hints.inside.isVisible()
    dialog.hints.switch.click()
    for_many = dialog.hints.title.isEnabled()
    dialog.hints.site.setText("harbourwiki")
    dialog.hints.language.setText("zh")

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        dialog.begin.click()

    pages = program.session.library.pages.all()
    assert (hidden, for_many) == (False, False)
    assert [(info.title, info.site, info.language) for info in pages] == [
        ("", "harbourwiki", "zh")
    ] * 2
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)


def test_the_import_shows_what_a_single_file_says_of_itself(
    program: Program, qtbot: QtBot, tmp_path: Path, seeds: Path
) -> None:
    dialog = asked(program, [seeds / "lighthouse-fund.html"])

    dialog.hints.switch.click()
    qtbot.waitUntil(lambda: "web page" in dialog.hints.found.text(), timeout=20_000)
    known = dialog.hints.language.placeholderText()
    dialog.list.setCurrentRow(0)
    dialog.remove.click()
    file = tmp_path / "copy.wiki"
    file.write_text(f"== Boats ==\n{signed('Ferry.')}\n", "utf-8")
    dialog.add([file])
    qtbot.waitUntil(lambda: "wikitext" in dialog.hints.found.text(), timeout=20_000)
    dialog.hints.title.setText("Talk:Ferry")

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        dialog.begin.click()

    assert known == "en (found in the file)"
    assert [info.title for info in program.session.library.pages.all()] == ["Talk:Ferry"]
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)


def test_an_import_that_ends_leaves_the_hits_to_who_searches(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(program, [parts(tmp_path / "dump")])
    program.window.search.field.setText("tea")
    program.window.show_tab(program.window.results)

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Imported 4 pages" in program.window.message.text())

    assert program.window.tabs.currentWidget() is program.window.results


def test_the_message_tells_new_changed_and_known_pages_apart(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.xml").write_text(dump({f"Talk:{name}": signed("Hello.")}), "utf-8")

    def told_of() -> str:
        with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
            program.session.imports.start([folder], Choice())
        return program.window.message.text()

    first = told_of()
    later = signed("Hello.") + "\n:" + signed("Welcome.")
    (folder / "a.xml").write_text(dump({"Talk:a": later}), "utf-8")
    (folder / "c.xml").write_text(dump({"Talk:c": signed("New here.")}), "utf-8")
    second, third = told_of(), told_of()

    assert first == "Imported 2 pages, 2 comments."
    assert second.startswith("Imported 3 pages, 4 comments: 1 new, 1 changed, 1 as stored before.")
    assert third == "Nothing new: 3 pages as stored before."


def test_a_file_that_is_told_by_its_name_is_no_warning_beside_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(program, [parts(tmp_path / "dump")])

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Imported 4 pages" in program.window.message.text())
    said = program.window.message.text()
    program.importing.show_reports()
    report = shown(ReportsDialog)

    assert isinstance(report, ReportsDialog)
    assert report.warnings_head.isHidden()
    assert "warning" not in said
    assert "1 file could be read in part only: 3.xml." in said


def test_no_drawer_covers_what_is_said_at_the_end_of_an_import(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.window.resize(760, 600)
    qtbot.waitUntil(lambda: program.window.docks.are_drawers)
    dialog = asked(program, [parts(tmp_path / "dump")])

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        qtbot.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Imported 4 pages" in program.window.message.text())

    assert not program.window.docks.open_drawers()
