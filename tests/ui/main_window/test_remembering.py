"""What was opened is written down after it is on the screen, and is never lost by that."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from talkreader.app import Program


def titles(program: Program) -> list[str]:
    return [recent.title for recent in program.session.library.memory.recent_files()]


def test_page_is_remembered_when_the_window_closes_at_once(
    program: Program, qtbot: QtBot, seeds: Path
) -> None:
    program.session.pages.page_opened.connect(lambda _opened: program.window.close())

    with qtbot.waitSignal(program.window.closing, timeout=20_000):
        program.opening.open([seeds / "lighthouse-fund.html"])

    assert titles(program) == ["Talk:Lighthouse Fund/Spring round"]


def test_page_is_in_the_list_when_the_list_opens_at_once(
    program: Program, qtbot: QtBot, seeds: Path
) -> None:
    pages, menus = program.session.pages, program.window.menus
    pages.page_opened.connect(lambda _opened: menus.recent_about_to_show.emit())

    with qtbot.waitSignal(pages.page_opened, timeout=20_000):
        program.opening.open([seeds / "lighthouse-fund.html"])

    assert "Spring round" in menus.recent.actions()[0].text()


def test_the_empty_list_of_what_was_opened_offers_ways_to_begin(program: Program) -> None:
    menus = program.window.menus
    menus.show_recent(program.window)

    offered = [action for action in menus.recent.actions() if action.isEnabled() and action.text()]
    assert offered == [program.window.actions_["open"], program.window.actions_["sample"]]
    assert menus.recent.activeAction() is offered[0]
    menus.recent.close()


def test_a_file_that_is_gone_with_its_page_leaves_the_list(
    program: Program, tmp_path: Path
) -> None:
    memory = program.session.library.memory
    memory.remember_file(str(tmp_path / "gone.txt"), "Gone")
    memory.remember_file(str(tmp_path / "other.txt"), "Other")
    gone = next(file for file in memory.recent_files() if file.title == "Gone")

    program.window.menus.recent_wanted.emit(gone)

    assert titles(program) == ["Other"]
