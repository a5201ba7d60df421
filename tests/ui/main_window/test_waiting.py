"""Imports that cannot begin at once: a person is told, and nothing asked for is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.domain.importing import Choice, ImportReport
from tests.test_ingest import dump, signed


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two dumps of one talk page each; the second is too large to be read while one looks on."""
    made = []
    for name, size in (("first", 10), ("second", 1_500_000)):
        made.append(tmp_path / f"{name}.xml")
        pages = {f"Talk:{name}": signed("Which lamp?"), name: "words " * size}
        made[-1].write_text(dump(pages), "utf-8")
    return made


@pytest.fixture
def paused(program: Program, files: list[Path]) -> Program:
    """A program whose import of the first dump waits for a person to go on."""
    pause = program.window.actions_["pause"]
    pause.setEnabled(True)
    pause.trigger()
    program.session.imports.start([files[0]], Choice())
    return program


def go_on(program: Program, qtbot: QtBot) -> None:
    program.window.actions_["pause"].setChecked(False)
    qtbot.waitUntil(lambda: not program.session.runner.running)


def said(program: Program) -> str:
    message = program.window.message
    return message.text() if message.isVisible() else ""


def test_the_same_file_asked_for_again_is_said_to_be_on_its_way(
    paused: Program, qtbot: QtBot, files: list[Path]
) -> None:
    paused.session.imports.start([files[0]], Choice())

    assert said(paused) == "first.xml is being imported already; how far it is stands below."
    assert len(paused.session.runner.running) == 1
    go_on(paused, qtbot)


def test_a_large_file_that_waits_for_another_one_says_so_until_its_turn_comes(
    paused: Program, qtbot: QtBot, files: list[Path]
) -> None:
    paused.opening.open([files[1]])
    told, status = said(paused), paused.window.status.job.text()
    paused.opening.open([files[1]])
    again = said(paused)

    assert told == "second.xml will be imported when first.xml is done. That import is paused."
    assert "first.xml" in status
    assert status.endswith(" · 1 waiting")
    assert again == "second.xml waits to be imported already; it will not be imported twice."
    go_on(paused, qtbot)
    assert "waits" not in said(paused)
    titles = {info.title for info in paused.session.library.pages.all()}
    assert titles == {"Talk:first", "Talk:second"}


def test_the_same_file_with_another_choice_is_imported_afterwards(
    paused: Program, qtbot: QtBot, files: list[Path]
) -> None:
    job = paused.session.imports.start([files[0]], Choice(frozenset({1})))

    assert job is not None
    assert "will be imported when" in said(paused)
    go_on(paused, qtbot)
    assert len(paused.session.library.imports.all()) == 2


def test_what_a_watched_folder_brings_waits_without_a_word(
    paused: Program, qtbot: QtBot, files: list[Path]
) -> None:
    reports: list[ImportReport] = []

    paused.session.imports.start([files[1]], Choice(), quietly=reports.append)

    assert said(paused) == ""
    go_on(paused, qtbot)
    assert [report.new_pages for report in reports] == [1]
