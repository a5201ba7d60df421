"""What is told of an import that was stopped, and of files that have the same name."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.importing import Choice, RunState
from talkreader.ui.dialogs.reports import ReportsDialog
from talkreader.ui.jobs import Job
from tests.test_ingest import dump, signed


def test_an_import_that_was_stopped_says_how_it_goes_on_and_shows_its_report(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "dump.xml"
    file.write_text(dump({f"Talk:P{n}": signed(f"Word {n}.") for n in range(30)}), "utf-8")
    jobs: list[Job] = []
    program.session.imports.started.connect(lambda job: (jobs.append(job), job.cancel()))

    program.session.imports.start([file], Choice())
    qtbot.waitUntil(lambda: "goes on from there" in program.window.message.text())
    program.window.message.action.click()

    (report,) = program.session.imports.reports()
    dialog = program.window.findChild(ReportsDialog)
    assert report.state is RunState.STOPPED
    assert dialog.isVisible()
    assert "goes on from there" in dialog.head.text()
    dialog.reject()


def test_files_of_one_name_are_named_once_and_told_apart_in_the_report(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    for case in ("ferry", "lamp"):
        for part in ("a", "b"):
            (folder / case / part).mkdir(parents=True)
            (folder / case / part / "list.json").write_text('{"no": "page"}')
    (folder / "talk.wiki").write_text(f"== Boats ==\n{signed('Ferry.')}\n", "utf-8")

    with qtbot.waitSignal(program.session.imports.finished, timeout=20_000):
        program.session.imports.start([folder], Choice())
    qtbot.waitUntil(lambda: "could not be read" in program.window.message.text())
    dialog = ReportsDialog(program.session.imports.reports(), program.window)

    assert "4 files could not be read: list.json." in program.window.message.text()
    rows = [dialog.files.topLevelItem(row) for row in range(dialog.files.topLevelItemCount())]
    assert {item.text(0) for item in rows if item} == {
        "talk.wiki",
        *("ferry/a/list.json", "ferry/b/list.json", "lamp/a/list.json", "lamp/b/list.json"),
    }
    qtbot.waitUntil(lambda: not program.runner.running, timeout=20_000)
