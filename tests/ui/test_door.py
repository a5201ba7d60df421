"""One window for one library: what a second start does, and what it does without a window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSysInfo
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.folders import window_lock
from talkreader.ui.door import INBOX, Door, Request, hand_over


def knock(door: Door, qtbot: QtBot, folder: Path, files: list[Path]) -> Request:
    """Knock from another thread, as another process would, and return what arrived."""
    with ThreadPoolExecutor(1) as pool, qtbot.waitSignal(door.knocked) as told:
        handed = pool.submit(hand_over, folder, files, patience=120)
    assert handed.result(timeout=120)
    return told.args[0]


def test_without_a_window_nothing_is_handed_over(tmp_path: Path) -> None:
    assert hand_over(tmp_path, []) is False
    assert hand_over(tmp_path / "missing", []) is False
    assert list(tmp_path.iterdir()) == []


def test_files_arrive_with_their_whole_paths(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = Door(tmp_path)
    assert door.open()
    monkeypatch.chdir(tmp_path.parent)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "token-7")

    request = knock(door, qtbot, tmp_path, [Path("讨论 page.txt"), Path("/elsewhere/b.html")])

    assert request.paths == (tmp_path.parent / "讨论 page.txt", Path("/elsewhere/b.html"))
    assert request.token == "token-7"
    assert list((tmp_path / INBOX).iterdir()) == []
    door.close()


def test_a_second_window_cannot_open_the_door_until_the_first_has_closed_it(
    tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = Door(tmp_path), Door(tmp_path)
    assert first.open()
    assert not second.open()

    first.close()

    assert second.open()
    second.close()


def test_a_lock_left_by_a_crash_counts_for_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
    lock = window_lock(tmp_path)
    lock.write_text(
        f"{ended.pid}\ntalkreader\n{QSysInfo.machineHostName()}\n\n\n", encoding="utf-8"
    )

    assert hand_over(tmp_path, [], patience=0.1) is False
    door = Door(tmp_path)
    assert door.open()
    door.close()


def test_a_window_that_does_not_answer_is_waited_for_and_then_left_alone(
    tmp_path: Path, qtbot: QtBot
) -> None:
    door = Door(tmp_path)
    assert door.open()

    # nobody runs the loop that would take it
    assert hand_over(tmp_path, [tmp_path / "a"], patience=0.1) is False

    assert list((tmp_path / INBOX).iterdir()) == []
    door.close()


def test_requests_from_before_the_window_opened_are_thrown_away(
    tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / INBOX).mkdir()
    (tmp_path / INBOX / "old.json").write_text(Request((tmp_path,)).text(), encoding="utf-8")
    door = Door(tmp_path)

    with qtbot.assertNotEmitted(door.knocked, wait=50):
        assert door.open()

    assert list((tmp_path / INBOX).iterdir()) == []
    door.close()


def test_a_folder_that_cannot_be_written_has_no_door(tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")

    assert not Door(blocked).open()


values = st.none() | st.integers() | st.text(max_size=9) | st.lists(st.text(max_size=9), max_size=3)


@given(st.text(max_size=30) | st.dictionaries(st.text(max_size=8), values).map(json.dumps))
def test_what_is_no_request_is_none(text: str) -> None:
    assert Request.parse(text) is None


@given(st.lists(st.text(alphabet='a讨"\\ \n', min_size=1, max_size=5)), st.text(max_size=5))
def test_a_request_is_read_as_it_was_written(names: list[str], token: str) -> None:
    request = Request(tuple(Path("/top") / name for name in names), token)

    assert Request.parse(request.text()) == request


def test_relative_paths_are_not_believed() -> None:
    assert Request.parse(Request((Path("a"),)).text()) is None


def test_a_second_start_of_the_program_opens_its_file_in_this_window(
    program: Program, qtbot: QtBot, seeds: Path
) -> None:
    folder = program.session.library.folder
    program.open_door()
    qtbot.waitUntil(window_lock(folder).exists)
    program.window.showMinimized()
    command = [sys.executable, "-m", "talkreader", "--library", str(folder), "lighthouse-fund.txt"]
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"}

    with qtbot.waitSignal(program.session.pages.page_opened, timeout=20_000):
        second = subprocess.Popen(command, cwd=seeds, env=environment)

    assert second.wait(timeout=120) == 0
    page = program.session.pages.page
    assert page is not None
    assert page.info.origin.path == str(seeds / "lighthouse-fund.txt")
    assert not program.window.isMinimized()
    program.door.close()
