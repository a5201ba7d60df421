"""A page that is opened while a long import goes on, or while it is paused."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.importing import Choice
from talkreader.ui.jobs import Lane
from tests.test_ingest import dump, signed

PAGES = 30
PASTED = "Which lamp? [[User:Ana Brook|Ana Brook]] 10:00, 4 May 2023 (UTC)\n"


@pytest.fixture
def paused(program: Program, qtbot: QtBot, tmp_path: Path) -> Program:
    """A program whose import of a dump waits, before its first page, for a person to go on."""
    file = tmp_path / "dump.xml"
    file.write_text(dump({f"Talk:P{n}": signed(f"Word {n}.") for n in range(PAGES)}), "utf-8")
    pause = program.window.actions_["pause"]
    pause.setEnabled(True)
    pause.trigger()
    program.session.imports.start([file], Choice())
    return program


def go_on(program: Program, qtbot: QtBot) -> None:
    program.window.actions_["pause"].trigger()
    qtbot.waitUntil(lambda: not program.session.runner.running, timeout=20_000)


def test_an_import_that_begins_during_a_pause_is_paused_before_a_worker_has_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "page.wiki").write_text(PASTED)
    paused: list[bool] = []
    # told before the job is handed to a worker, which may have ended it when the start returns
    program.runner.started.connect(lambda job: paused.append(job.progress.paused))
    program.window.actions_["pause"].setChecked(True)

    program.session.imports.start([tmp_path / "page.wiki"], Choice())

    assert paused == [True]
    go_on(program, qtbot)


def test_a_file_is_opened_while_an_import_waits(paused: Program, qtbot: QtBot, seeds: Path) -> None:
    with qtbot.waitSignal(paused.session.pages.page_opened, timeout=20_000):
        paused.opening.open([seeds / "lighthouse-fund.wiki"])

    status = paused.window.status
    assert len(paused.session.pages.page.comments) == 40
    qtbot.waitUntil(lambda: len(paused.session.runner.running) == 1, timeout=20_000)
    assert "dump.xml" in status.job.text()
    assert status.pause.text() == "Go on"
    assert not status.pause.isHidden()

    go_on(paused, qtbot)
    assert len(paused.session.library.pages.all()) == PAGES + 1
    assert status.job.isHidden()


def test_a_page_is_pasted_while_an_import_waits(paused: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(paused.session.pages.page_opened, timeout=20_000):
        paused.session.pages.open_text(PASTED)

    assert [c.author for c in paused.session.pages.page.comments] == ["Ana Brook"]
    go_on(paused, qtbot)


def test_a_page_that_is_opened_alone_cannot_be_paused(
    program: Program, qtbot: QtBot, seeds: Path
) -> None:
    seen = []
    status = program.window.status
    program.session.pages.import_started.connect(
        lambda job: seen.append((job.lane, status.job.isHidden(), status.pause.isHidden()))
    )

    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        program.opening.open([seeds / "lighthouse-fund.wiki"])

    assert seen == [(Lane.OPENING, False, True)]
    assert not program.window.actions_["pause"].isEnabled()


def test_a_large_file_that_is_opened_is_an_import_that_can_be_paused(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "long.xml"  # the page that is shown comes first
    file.write_text(dump({"Talk:Lamp": PASTED, "Lamp": "words " * 1_500_000}), "utf-8")
    seen = []
    program.session.pages.import_started.connect(lambda job: seen.append(job.lane))

    with qtbot.waitSignal(program.session.pages.page_opened, timeout=60_000):
        program.opening.open([file])

    assert seen == [Lane.LONG]
