"""A file whose download broke off, opened in the window: it is said, and the person decides."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from talkreader import ingest
from talkreader.app import Program
from talkreader.store import Library
from tests.test_cut_copies import cut
from tests.test_ingest import signed


def opened(program: Program, qtbot: QtBot, file: Path) -> None:
    with qtbot.waitSignals([program.session.pages.import_finished]):
        program.opening.open([file])
    qtbot.waitUntil(lambda: not program.runner.running and program.session.pages.page is not None)


@pytest.fixture
def beside(program: Program, qtbot: QtBot, tmp_path: Path, seeds: Path) -> Program:
    """The window with the cut copy of a page, of which the library has a whole one."""
    ingest.import_path(seeds / "lighthouse-fund.html", program.session.library)
    opened(program, qtbot, cut(seeds / "lighthouse-fund.html", tmp_path / "cut.html"))
    return program


def test_a_cut_copy_is_shown_with_the_way_to_the_whole_one(beside: Program, qtbot: QtBot) -> None:
    message = beside.window.message
    said = message.text()

    with qtbot.waitSignal(beside.session.pages.page_opened):
        message.action.click()

    assert said == (
        "The file ends in the middle. The copy with 40 comments stays the current one; this one is"
        " kept beside it."
    )
    assert len(beside.session.pages.page.comments) == 40
    assert message.isHidden()
    assert not beside.window.actions_["use_copy"].isEnabled()


def test_a_cut_copy_is_made_the_current_one_by_hand(beside: Program, qtbot: QtBot) -> None:
    (copy,) = [beside.session.pages.page.info.id]

    beside.window.actions_["use_copy"].trigger()
    qtbot.waitUntil(lambda: beside.session.pages.page.info.current)

    assert [info.id for info in beside.session.library.pages.all()] == [copy]
    assert beside.session.pages.page.info.id == copy
    assert not beside.window.actions_["use_copy"].isEnabled()
    assert beside.window.message.isHidden()
    assert beside.window.status.currentMessage() == "This is the current copy now."
    qtbot.waitUntil(lambda: not beside.runner.running)


def test_the_only_copy_of_a_page_says_that_it_breaks_off(
    program: Program, qtbot: QtBot, tmp_path: Path, seeds: Path
) -> None:
    opened(program, qtbot, cut(seeds / "lighthouse-fund.html", tmp_path / "cut.html"))

    assert program.window.message.text() == (
        "The file ends in the middle; the end of the page may be missing."
    )
    assert "to check" in program.window.status.warnings.text()


def test_an_empty_copy_says_which_one_is_read_on(
    program: Program, qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "Talk:Lamp.wiki"
    file.write_text(f"== Lamp ==\n{signed('Out.')}\n")
    ingest.import_path(file, library)
    file.write_text("Please sign in to see this page.\n")

    opened(program, qtbot, file)

    assert program.window.message.text().startswith("This copy has no signed comments. The copy")
    assert program.window.message.action.text() == "Show the current copy"
