"""A file whose download broke off, opened in the window: it is said, and the person decides."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from talkreader import ingest
from talkreader.app import Program
from talkreader.archives import Hints
from talkreader.domain.page import PageInfo
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


@pytest.fixture
def older(program: Program, qtbot: QtBot) -> PageInfo:
    """The newer of two copies; the older one is read."""
    first, second = signed("Hello."), signed("Hello.") + "\n\n" + signed("There.", "Bo", 1)
    hints = Hints("Talk:Lamp", "wiki.example", "en")
    (old,) = ingest.import_text(first, program.session.library, hints=hints).pages
    (new,) = ingest.import_text(second, program.session.library, hints=hints).pages
    read(program, qtbot, old)
    return new


def read(program: Program, qtbot: QtBot, info: PageInfo) -> None:
    with qtbot.waitSignal(program.session.pages.page_opened):
        program.session.pages.open_page(info.id)
    qtbot.waitUntil(lambda: not program.runner.running)


def aside(program: Program) -> str:
    return program.window.breadcrumb.toolTip().split("\n")[1]


def test_an_older_copy_says_so_and_leads_to_the_current_one(
    program: Program, qtbot: QtBot, older: PageInfo
) -> None:
    message = program.window.message
    assert message.text().startswith("This is an older copy of the page. The current one was ")
    assert aside(program).startswith("older copy · last comment ")

    with qtbot.waitSignal(program.session.pages.page_opened):
        message.action.click()

    assert program.session.pages.page.info.id == older.id
    assert message.isHidden() or "older copy" not in message.text()
    assert aside(program).startswith("last comment ")


def test_an_older_copy_is_told_once_and_marked_as_long_as_it_is_read(
    program: Program, qtbot: QtBot, older: PageInfo
) -> None:
    old = program.session.pages.page.info
    read(program, qtbot, older)

    read(program, qtbot, old)

    assert program.window.message.isHidden()
    assert aside(program).startswith("older copy")


def test_an_older_copy_that_is_made_the_current_one_is_no_older_one_any_more(
    program: Program, qtbot: QtBot, older: PageInfo
) -> None:
    program.window.actions_["use_copy"].trigger()
    qtbot.waitUntil(lambda: program.session.pages.page.info.current)

    assert program.window.message.isHidden()
    assert aside(program).startswith("last comment ")
    qtbot.waitUntil(lambda: not program.runner.running)
