"""The start of the window: its frame is painted first, then the program behind it is made.

What is imported here is imported before the first picture; `app`, with all the rest, after it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

import talkreader
from talkreader.domain.resources import resource
from talkreader.folders import default_folder, window_lock
from talkreader.ui.main_window.front import Front
from talkreader.ui.main_window.to_come import what_is_to_come
from talkreader.ui.settings import Settings, config_folder
from talkreader.ui.theme import STYLE

if TYPE_CHECKING:
    from talkreader.app import Program

DESKTOP_FILE = "io.github.talkreader.talkreader"
EXIT_AFTER_PAINT = "TALKREADER_EXIT_AFTER_PAINT"
STEPS = (
    "talkreader.reading",
    "talkreader.store",
    "talkreader.ui.document.surface",
    "talkreader.ui.panes.reading_pane",
    "talkreader.ui.session",
    "talkreader.ui.panes.results_pane",
    "talkreader.ui.panes.notes_pane",
    "talkreader.app",
)
"""What `app` imports, in steps, so that the window is painted anew in between when it must be."""


def run(files: Sequence[Path], library: Path | None) -> int:
    """Run the window with these files opened; return the exit status of the process."""
    folder = library or default_folder()
    if window_lock(folder).exists():
        from talkreader.ui.door import hand_over

        if hand_over(folder, files):
            return 0
    app = make_application()
    settings = Settings(config_folder())
    front = Front(app, settings, what_is_to_come(folder, files, settings))
    front.show()
    watch = _Watch(app, wait_for_page=bool(files)) if os.environ.get(EXIT_AFTER_PAINT) else None
    if watch is not None and watch.saw("window"):
        return 0
    for step in STEPS:
        import_module(step)
        front.breathe()
    from talkreader.app import Program, ask, open_or_ask

    opened = open_or_ask(folder, ask)
    if opened is None:
        return 1
    with opened:
        program = Program(app, opened, settings, front)
        if watch is not None:
            watch.follow(program)
        program.watch_for_mishaps()
        program.open(files)
        program.open_door()
        status = app.exec()
        program.runner.stop()
        program.door.close()
        program.whole.mishaps.stop()
    return status


def make_application() -> QApplication:
    """Return the application, with its name, icon and style."""
    choose_input_method(os.environ)
    app = QApplication([*sys.argv[:1], *STYLE])
    app.setApplicationName("talkreader")
    app.setApplicationDisplayName("")
    app.setApplicationVersion(talkreader.__version__)
    QGuiApplication.setDesktopFileName(DESKTOP_FILE)
    app.setWindowIcon(QIcon(str(resource("icons/app.svg"))))
    return app


def choose_input_method(environment: os._Environ[str] | dict[str, str]) -> None:
    """Let people with fcitx type Chinese: the wheels have no fcitx plugin, but ibus speaks to it.

    Only on X11: Wayland has its own protocol for text input.
    """
    wayland = environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland"
    fcitx = "fcitx" in environment.get("XMODIFIERS", "")
    if (
        fcitx
        and not wayland
        and environment.get("QT_IM_MODULE", "fcitx") in ("", "fcitx", "fcitx5")
    ):
        environment["QT_IM_MODULE"] = "ibus"


class _Watch:
    """Says how long the start took, as JSON, and quits: for measuring.

    What to wait for is the value of the variable: "1" is the page when there are files, else the
    first picture; "ready" is when the window takes the first key.
    """

    def __init__(self, app: QApplication, *, wait_for_page: bool) -> None:
        self._app = app
        wanted = os.environ[EXIT_AFTER_PAINT]
        self._wanted = wanted if wanted == "ready" else "page" if wait_for_page else "window"
        self._facts: dict[str, float] = {}

    def saw(self, name: str) -> bool:
        """Note a time; True, and all is said, when this is what was waited for."""
        self._facts.setdefault(name, round(_seconds_since_start(), 3))
        if name != self._wanted:
            return False
        self._facts["cpu"] = round(time.process_time(), 4)
        import json

        print(json.dumps(self._facts), flush=True)  # noqa: T201 - what was asked for
        self._app.exit(0)
        return True

    def follow(self, program: Program) -> None:
        """Wait for the window to take keys, or for the page."""
        later = QTimer(program.window)
        later.setSingleShot(True)
        later.timeout.connect(lambda: self.saw("page"))
        QTimer.singleShot(0, program.window, lambda: self.saw("ready"))
        # The page is on the screen one turn of the loop after it was handed to the pane.
        program.session.pages.page_opened.connect(lambda _page: later.start(0))
        program.session.failed.connect(lambda _error: self._app.exit(1))


def _seconds_since_start() -> float:
    """Return the seconds since the process was started, where the system says that."""
    try:
        ticks = int(
            Path("/proc/self/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[19]
        )
    except (OSError, ValueError, IndexError):
        return time.process_time()
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
