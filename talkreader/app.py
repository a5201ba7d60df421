"""The composition root of the window: makes everything, hands it out, and runs it."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

import talkreader
from talkreader.domain.errors import LibraryError
from talkreader.domain.resources import resource
from talkreader.store import Library, open_library
from talkreader.store.folders import default_folder
from talkreader.ui import words
from talkreader.ui.door import Door, Request, hand_over
from talkreader.ui.jobs import JobRunner
from talkreader.ui.languages import Interpreter
from talkreader.ui.main_window import MainWindow
from talkreader.ui.main_window.citing_joint import CitingJoint
from talkreader.ui.main_window.correcting_joint import CorrectingJoint
from talkreader.ui.main_window.dictionary_joint import DictionaryJoint
from talkreader.ui.main_window.drafting_joint import DraftingJoint
from talkreader.ui.main_window.going_joint import GoingJoint
from talkreader.ui.main_window.importing_joint import ImportingJoint
from talkreader.ui.main_window.joints import WindowJoint
from talkreader.ui.main_window.news_joint import NewsJoint
from talkreader.ui.main_window.notes_joint import NotesJoint
from talkreader.ui.main_window.only_joint import OnlyJoint
from talkreader.ui.main_window.opening_joint import OpeningJoint
from talkreader.ui.main_window.page_joint import PageJoint
from talkreader.ui.main_window.pictures_joint import PicturesJoint
from talkreader.ui.main_window.printing_joint import PrintingJoint
from talkreader.ui.main_window.profile_joint import ProfileJoint
from talkreader.ui.main_window.reading_joint import ReadingJoint
from talkreader.ui.main_window.results_joint import ResultsJoint
from talkreader.ui.main_window.room_joint import RoomJoint
from talkreader.ui.main_window.search_joint import SearchJoint
from talkreader.ui.main_window.tabs_joint import TabsJoint
from talkreader.ui.main_window.taking_joint import TakingJoint
from talkreader.ui.main_window.translating_joint import TranslatingJoint
from talkreader.ui.session import Session
from talkreader.ui.settings import LANGUAGE, THEME, Settings, config_folder
from talkreader.ui.theme import STYLE, Appearance, Theme

DESKTOP_FILE = "io.github.talkreader.talkreader"
EXIT_AFTER_PAINT = "TALKREADER_EXIT_AFTER_PAINT"
SETTLED = 2000
"""Milliseconds after which the window and the first page stand."""


class Program:
    """All the objects of a running window, made once; `open` and `close` are its life."""

    def __init__(self, app: QApplication, library: Library, settings: Settings) -> None:
        self.settings = settings
        self.interpreter = Interpreter(app)
        self.interpreter.use(settings.text(LANGUAGE))
        self.appearance = Appearance(app, Theme(settings.text(THEME)))
        self.runner = JobRunner()
        self.session = Session(library, self.runner)
        self.window = MainWindow(settings, self.appearance)
        self.opening = OpeningJoint(self.window, self.session, settings)
        self.reading = ReadingJoint(self.window, self.session, settings)
        self.news = NewsJoint(self.window, self.session, self.appearance)
        self.correcting = CorrectingJoint(self.window, self.session)
        self.page = PageJoint(self.window, self.session, settings, self.appearance)
        self.room = RoomJoint(self.window, self.session)
        self.only = OnlyJoint(self.window, self.session)
        self.searching = SearchJoint(self.window, self.session, settings)
        self.results = ResultsJoint(self.window, self.session)
        self.profiles = ProfileJoint(self.window, self.session, self.appearance)
        self.translating = TranslatingJoint(self.window, self.session, settings)
        self.drafting = DraftingJoint(self.window, self.session, settings)
        self.noting = NotesJoint(self.window, self.session, settings)
        self.citing = CitingJoint(self.window, self.session)
        self.dictionary = DictionaryJoint(self.window, self.session, self.appearance)
        self.tabs = TabsJoint(self.window, self.session, settings)
        self.going = GoingJoint(self.window, self.session)
        self.taking = TakingJoint(self.window, self.session, settings)
        self.printing = PrintingJoint(self.window, self.session, settings)
        self.pictures = PicturesJoint(self.window, self.session, self.appearance)
        self.door = Door(library.folder, self.window)
        self.importing = ImportingJoint(self.window, self.session, settings)
        self.opening.many_wanted.connect(self.importing.ask)
        self.whole = WindowJoint(
            self.window, self.session, settings, self.appearance, self.interpreter
        )

    def open(self, files: Sequence[Path]) -> None:
        """Show the window with what was open the last time, and files in it."""
        self.window.show()
        if self.tabs.restore() and files:
            self.session.tabs.new_for_file()
        if files:
            self.opening.open(files)
        QTimer.singleShot(0, self.window, self.opening.refresh_library)
        QTimer.singleShot(0, self.window, configure_log)
        QTimer.singleShot(SETTLED, self.window, lambda: collect_garbage(self.window))

    def open_door(self) -> None:
        """Let later starts of the program come to this window."""
        self.door.knocked.connect(self._admit)
        if self.session.library.writable:
            # after the first picture: nobody knocks so soon
            QTimer.singleShot(0, self.window, self.door.open)

    def _admit(self, request: Request) -> None:
        """Show what another start was asked to open, and come to the front."""
        if request.paths:
            self.session.tabs.new_for_file()
            self.opening.open(request.paths)
        if request.token:
            os.environ["XDG_ACTIVATION_TOKEN"] = request.token  # Qt takes it from there
        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()


def run(files: Sequence[Path], library: Path | None) -> int:
    """Run the window with these files opened; return the exit status of the process."""
    folder = library or default_folder()
    if hand_over(folder, files):
        return 0
    app = make_application()
    settings = Settings(config_folder())
    opened = open_or_ask(folder, lambda error: _ask(app, settings, error))
    if opened is None:
        return 1
    with opened:
        program = Program(app, opened, settings)
        if os.environ.get(EXIT_AFTER_PAINT):
            _exit_after_paint(app, program, wait_for_page=bool(files))
        program.open(files)
        program.open_door()
        status = app.exec()
        program.runner.stop()
        program.door.close()
    return status


def open_or_ask(folder: Path, ask: Callable[[LibraryError], Path | None]) -> Library | None:
    """Return the library of a folder, or of one that a person names while that cannot be opened.

    ``ask`` is called with what is wrong; when it returns None, so does this.
    """
    wanted: Path | None = folder
    while wanted is not None:
        try:
            return open_library(wanted)
        except LibraryError as error:
            wanted = ask(error)
    return None


def _ask(app: QApplication, settings: Settings, error: LibraryError) -> Path | None:
    from talkreader.ui.main_window.trouble import ask_for_folder

    # it leaves with its translations at the end; the window brings its own
    interpreter = Interpreter(app)
    interpreter.use(settings.text(LANGUAGE))
    return ask_for_folder(words.sentence(error))


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


def configure_log() -> None:
    """Write warnings to the standard error, each with where it comes from."""
    import logging

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")


def collect_garbage(parent: QObject) -> None:
    """Look for garbage from now on, but not among what the start has made: that stays."""
    from talkreader.ui.garbage import GarbageCollector

    gc.freeze()
    GarbageCollector(parent)


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


def _exit_after_paint(app: QApplication, program: Program, *, wait_for_page: bool) -> None:
    """Print how long the start took, as JSON, and quit: for measuring."""
    facts: dict[str, float | int] = {}

    def painted(name: str) -> None:
        facts.setdefault(name, round(_seconds_since_start(), 3))
        if name == "page" or not wait_for_page:
            print(json.dumps(facts), flush=True)  # noqa: T201 - what was asked for
            app.exit(0)

    later = QTimer(program.window)
    later.setSingleShot(True)
    later.timeout.connect(lambda: painted("page"))
    program.window.painted.connect(lambda: QTimer.singleShot(0, lambda: painted("window")))
    # The page is on the screen one turn of the loop after it was handed to the pane.
    program.session.pages.page_opened.connect(lambda _page: later.start(0))
    program.session.failed.connect(lambda _error: app.exit(1))


def _seconds_since_start() -> float:
    """Return the seconds since the process was started, where the system says that."""
    try:
        ticks = int(
            Path("/proc/self/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[19]
        )
    except (OSError, ValueError, IndexError):
        return time.process_time()
    return time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
