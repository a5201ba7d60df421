"""The start of the window: its frame is painted first, then the program behind it is made.

What is imported here is imported before the first picture; `app`, with all the rest, after it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
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
    from talkreader.domain.errors import LibraryError
    from talkreader.store import Library
    from talkreader.ui.main_window.to_come import ToCome
    from talkreader.ui.places import FirstPage

DESKTOP_FILE = "io.github.talkreader.talkreader"
EXIT_AFTER_PAINT = "TALKREADER_EXIT_AFTER_PAINT"
FIRST_STEPS = (
    "talkreader.reading",
    "talkreader.ui.document.surface",
    "talkreader.ui.panes.reading_pane",
)
"""What shows a page, in steps, so that the window is painted anew in between when it must be."""
STEPS = (
    "talkreader.ui.session",
    "talkreader.ui.panes.results_pane",
    "talkreader.ui.panes.notes_pane",
    "talkreader.app",
)
"""What `app` imports."""


def run(files: Sequence[Path], library: Path | None) -> int:
    """Run the window with these files opened; return the exit status of the process."""
    folder = library or default_folder()
    if window_lock(folder).exists():
        from talkreader.ui.door import hand_over

        if hand_over(folder, files):
            return 0
    app = make_application()
    settings = Settings(config_folder())
    to_come = what_is_to_come(folder, files, settings)
    front = Front(app, settings, to_come)
    front.show()
    watch = _Watch(app, wait_for_page=bool(files)) if os.environ.get(EXIT_AFTER_PAINT) else None
    if watch is not None and watch.saw("window"):
        return 0
    opened = open_or_ask(folder, ask, front.tell_of_update)
    if opened is None:
        return 1
    with opened:
        _import_in_steps(FIRST_STEPS, front)
        first = _show_first_page(front, opened, files, to_come) if to_come.page else None
        if first is not None and watch is not None and watch.saw("page"):
            return 0
        _import_in_steps(STEPS, front)
        from talkreader.app import Program

        program = Program(app, opened, settings, front)
        if watch is not None:
            watch.follow(program)
        program.watch_for_mishaps()
        program.open(files, first)
        program.open_door()
        status = app.exec()
        program.runner.stop()
        program.door.close()
        program.whole.mishaps.stop()
    return status


def open_or_ask(
    folder: Path,
    ask: Callable[[LibraryError], Path | None],
    busy: Callable[[], object] | None = None,
) -> Library | None:
    """Return the library of a folder, or of one that a person names while that cannot be opened.

    ``ask`` is called with what is wrong; when it returns None, so does this. ``busy`` is called
    again and again while a library of an earlier version is brought up to date.
    """
    from talkreader.domain.errors import LibraryError
    from talkreader.store import open_library

    wanted: Path | None = folder
    while wanted is not None:
        try:
            return open_library(wanted, busy=busy)
        except LibraryError as error:
            wanted = ask(error)
    return None


def ask(error: LibraryError) -> Path | None:
    """Let the person name another folder than one that is no library; None: they give up."""
    from talkreader.ui.main_window.trouble import ask_for_folder

    return ask_for_folder(error)


def _import_in_steps(steps: Sequence[str], front: Front) -> None:
    for step in steps:
        import_module(step)
        front.breathe()


def _show_first_page(
    front: Front, library: Library, files: Sequence[Path], to_come: ToCome
) -> FirstPage | None:
    from talkreader.ui.main_window.first_page import show_first_page

    return show_first_page(front, library, files, to_come)


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
