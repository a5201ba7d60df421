"""A fault of the program is told to the person and kept in a log."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.ui.mishaps import LARGEST, Mishaps

CRASH = """
import ctypes, sys
from pathlib import Path
from talkreader.ui.mishaps import Mishaps

mishaps = Mishaps(Path(sys.argv[1]))
mishaps.keep_log()
ctypes.string_at(0)
"""

FAULTS = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import Qt
from talkreader.ui.mishaps import Mishaps

mishaps = Mishaps(Path(sys.argv[1]))
told = []
at_once = Qt.ConnectionType.DirectConnection
mishaps.happened.connect(lambda kind, details: told.append(kind), at_once)
mishaps.watch()

def fail(name):
    raise LookupError(name)

def run(act, *words):
    thread = threading.Thread(target=act, args=words)
    thread.start()
    thread.join()

run(fail, "early")
mishaps.keep_log()
run(fail, "late")
run(sys.exit, 3)
print(told)
"""


def break_down() -> None:
    raise LookupError("no such lamp")


def test_an_exception_in_a_slot_is_told_once_and_written_down(tmp_path: Path, qtbot: QtBot) -> None:
    mishaps = Mishaps(tmp_path / "logs" / "talkreader.log")
    told: list[tuple[str, str]] = []
    mishaps.happened.connect(lambda kind, details: told.append((kind, details)))
    with qtbot.captureExceptions() as seen:
        mishaps.watch()
        mishaps.keep_log()
        for _time in range(3):
            QTimer.singleShot(0, break_down)
        qtbot.waitUntil(lambda: len(seen) == 3)
        mishaps.stop()

    assert [kind for kind, _details in told] == ["LookupError"]
    assert "no such lamp" in told[0][1]
    assert mishaps.log.read_text(encoding="utf-8").count("LookupError: no such lamp") == 1


def test_an_exception_in_another_thread_is_told_in_the_windows_own(
    program: Program, qtbot: QtBot
) -> None:
    with qtbot.captureExceptions():
        program.whole.mishaps.watch()
        thread = threading.Thread(target=break_down)
        thread.start()
        thread.join()
        program.whole.mishaps.stop()
    bar = program.window.message
    qtbot.waitUntil(bar.isVisible)

    assert "LookupError" in bar.text()
    assert str(program.whole.mishaps.log) in bar.text()
    bar.action.click()
    assert "no such lamp" in QGuiApplication.clipboard().text()


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    mishaps = Mishaps(tmp_path / "file" / "talkreader.log")
    mishaps.keep_log()
    mishaps.stop()

    assert not mishaps.log.exists()


def test_a_crash_of_the_whole_program_leaves_the_place_it_happened_at(tmp_path: Path) -> None:
    log = tmp_path / "talkreader.log"
    done = subprocess.run([sys.executable, "-c", CRASH, str(log)], check=False)

    assert done.returncode != 0
    assert "string_at" in log.with_suffix(".crash").read_text(encoding="utf-8")


def test_a_long_log_is_put_aside_by_the_next_start(tmp_path: Path) -> None:
    log = tmp_path / "talkreader.log"
    log.write_text("old\n" * (LARGEST // 4 + 1))
    mishaps = Mishaps(log)
    mishaps.keep_log()
    mishaps.stop()

    assert log.with_suffix(".log.1").read_text().startswith("old\n")
    assert not log.exists()


def test_a_fault_is_once_on_the_standard_error_and_once_in_the_log_also_before_that_is_there(
    tmp_path: Path,
) -> None:
    log = tmp_path / "talkreader.log"
    done = subprocess.run(
        [sys.executable, "-c", FAULTS, str(log)], check=True, capture_output=True, text=True
    )

    for where in (done.stderr, log.read_text(encoding="utf-8")):
        assert where.count("LookupError: early") == 1
        assert where.count("LookupError: late") == 1


def test_a_thread_that_ends_itself_is_no_fault(tmp_path: Path) -> None:
    log = tmp_path / "talkreader.log"
    done = subprocess.run(
        [sys.executable, "-c", FAULTS, str(log)], check=True, capture_output=True, text=True
    )

    assert "SystemExit" not in done.stderr + log.read_text(encoding="utf-8")
    assert done.stdout.strip() == "['LookupError', 'LookupError']"
