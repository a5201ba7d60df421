"""The first picture: what is on the screen before the program behind it is made."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from talkreader.app import Program
from talkreader.store import Library
from talkreader.ui.main_window.front import Front
from talkreader.ui.main_window.to_come import SESSION_FILE, ToCome, what_is_to_come
from talkreader.ui.settings import RESTORE, Settings

FIRST_PICTURE = """
import sys
from pathlib import Path
from talkreader import start
from talkreader.ui.main_window.front import Front
from talkreader.ui.main_window.to_come import ToCome
from talkreader.ui.settings import Settings

app = start.make_application()
front = Front(app, Settings(Path(sys.argv[1])), ToCome(sys.argv[2] == "page"))
front.show()
modules = sorted(sys.modules)
import json
print(json.dumps([front.window._was_painted, modules]))
"""
LATER = (
    "talkreader.app", "talkreader.reading", "talkreader.store", "talkreader.ingest",
    "talkreader.domain.page", "talkreader.ui.document", "talkreader.ui.session",
    "talkreader.ui.models", "talkreader.ui.dialogs", "talkreader.ui.charts", "talkreader.ui.jobs",
    "talkreader.ui.door", "sqlite3", "concurrent", "dataclasses", "json",
)  # fmt: skip
"""Modules that nothing in the first picture needs."""


@pytest.mark.parametrize("what", ["empty", "page"])
def test_first_picture_is_painted_before_anything_of_a_page_is_imported(
    what: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE, str(tmp_path), what],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    painted, modules = json.loads(done.stdout)
    assert painted
    early = [name for name in modules if name.startswith(LATER)]
    assert early == []


def session_of(library: Path, page: int, tabs: int = 1) -> None:
    tab = {"place": [page, "", 0], "title": "Talk:Coast", "text": "fog"}
    library.mkdir(exist_ok=True)
    (library / SESSION_FILE).write_text(json.dumps({"version": 1, "at": 0, "tabs": [tab] * tabs}))


def test_place_of_a_page_is_shown_first_when_a_page_will_come(
    tmp_path: Path, settings: Settings
) -> None:
    file = tmp_path / "page.txt"
    file.write_text("words")

    assert not what_is_to_come(tmp_path, [], settings).page
    assert what_is_to_come(tmp_path, [file], settings).page
    assert not what_is_to_come(tmp_path, [tmp_path / "missing.txt"], settings).page
    session_of(tmp_path, 3)
    assert what_is_to_come(tmp_path, [], settings).page
    session_of(tmp_path, 0)  # a tab with a search only
    assert not what_is_to_come(tmp_path, [], settings).page
    (tmp_path / SESSION_FILE).write_text('{"tabs": 7}')
    assert not what_is_to_come(tmp_path, [], settings).page


def test_tabs_of_the_last_time_stand_above_the_place_of_the_page(
    qapp: QApplication, qtbot: QtBot, library: Library, settings: Settings
) -> None:
    session_of(library.folder, 3, tabs=2)
    to_come = what_is_to_come(library.folder, [], settings)
    front = Front(qapp, settings, to_come)
    qtbot.addWidget(front.window)
    front.show()
    bar = front.window.page_tabs
    seen = (bar.geometry(), [bar.tabText(number) for number in range(bar.count())])

    for _step in front.window.furnish():
        front.breathe()

    assert seen == (bar.geometry(), ["Talk:Coast", "Talk:Coast"])
    assert bar.isVisible()


def test_window_says_that_a_library_is_brought_up_to_date(
    qapp: QApplication, qtbot: QtBot, settings: Settings
) -> None:
    front = Front(qapp, settings)
    qtbot.addWidget(front.window)
    front.show()

    front.tell_of_update()

    assert "up to date" in front.window.statusBar().currentMessage()


def test_nothing_is_awaited_by_somebody_who_begins_with_nothing(
    tmp_path: Path, settings: Settings
) -> None:
    session_of(tmp_path, 3)
    settings.keep(RESTORE, False)

    assert not what_is_to_come(tmp_path, [], settings).page


def test_page_that_does_not_come_leaves_what_can_be_opened(
    qapp: QApplication, qtbot: QtBot, library: Library, settings: Settings, tmp_path: Path
) -> None:
    front = Front(qapp, settings, ToCome(page=True))
    qtbot.addWidget(front.window)
    program = Program(qapp, library, settings, front)
    picture = tmp_path / "holiday.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    assert program.window.shows_page()

    with qtbot.waitSignal(program.session.failed):
        program.open([picture])

    assert program.window.empty.isVisible()
    assert program.window.left.isHidden()
    assert "holiday.png" in program.window.message.text()
    program.window.close()


def test_panes_take_the_places_that_the_first_picture_kept_for_them(
    qapp: QApplication, qtbot: QtBot, library: Library, settings: Settings
) -> None:
    front = Front(qapp, settings, ToCome(page=True))
    qtbot.addWidget(front.window)
    window = front.window
    window.resize(1280, 800)
    front.show()
    tabs = [window.tabs.tabText(number) for number in range(window.tabs.count())]
    before = [widget.geometry() for widget in (window.left, window.page_area, window.statusBar())]

    program = Program(qapp, library, settings, front)
    front.breathe()

    after = [widget.geometry() for widget in (window.left, window.page_area, window.statusBar())]
    assert after == before
    assert [window.tabs.tabText(number) for number in range(window.tabs.count())] == tabs
    assert window.tabs.currentWidget() is window.sections
    program.window.close()


@pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="real keys need an X server"
)
def test_keys_pressed_as_soon_as_the_window_is_seen_lose_nothing(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    window = None
    try:
        display = {**os.environ, "DISPLAY": f":{os.read(reading, 20).decode().strip()}"}
        window = subprocess.Popen(
            [sys.executable, "-m", "talkreader", "--library", str(tmp_path / "library")],
            env={**display, "QT_QPA_PLATFORM": "xcb", "TALKREADER_CONFIG": str(tmp_path)},
            stderr=subprocess.DEVNULL,
        )
        order = "search --sync --onlyvisible --name talkreader windowfocus"
        order += " key --delay 0 ctrl+shift+f type --delay 0 lighthouse"
        subprocess.run(["xdotool", *order.split()], env=display, check=True, timeout=60)
        subprocess.run(["xdotool", "key", "ctrl+q"], env=display, check=True, timeout=60)

        assert window.wait(timeout=60) == 0
        kept = json.loads((tmp_path / "library" / SESSION_FILE).read_text("utf-8"))
        assert [(tab["text"], tab["scope"]) for tab in kept["tabs"]] == [("lighthouse", "library")]
    finally:
        if window is not None:
            window.kill()
        server.terminate()
        server.wait()
        os.close(reading)
        os.close(writing)


NO_SOURCES = """
import linecache, os, sys
os.environ["TALKREADER_EXIT_AFTER_PAINT"] = "ready"
from talkreader.__main__ import main
status = main(["--library", sys.argv[1]])
import talkreader
ours = os.path.dirname(talkreader.__file__) + os.sep
print([status, [name for name in linecache.cache if name.startswith(ours)]])
"""


def test_a_start_reads_and_keeps_no_source_of_a_module(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", NO_SOURCES, str(tmp_path / "library")],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "TALKREADER_CONFIG": str(tmp_path / "config"),
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout.splitlines()[-1] == "[0, []]"
