"""The composition root of the window: makes everything, hands it out, and runs it."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from talkreader.store import Library
from talkreader.ui.door import Door, Request
from talkreader.ui.jobs import JobRunner
from talkreader.ui.main_window.citing_joint import CitingJoint
from talkreader.ui.main_window.coding_joint import CodingJoint
from talkreader.ui.main_window.correcting_joint import CorrectingJoint
from talkreader.ui.main_window.dictionary_joint import DictionaryJoint
from talkreader.ui.main_window.drafting_joint import DraftingJoint
from talkreader.ui.main_window.front import Front
from talkreader.ui.main_window.glossary_joint import GlossaryJoint
from talkreader.ui.main_window.going_joint import GoingJoint
from talkreader.ui.main_window.importing_joint import ImportingJoint
from talkreader.ui.main_window.joints import WindowJoint
from talkreader.ui.main_window.memory_joint import MemoryJoint
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
from talkreader.ui.main_window.safety_joint import SafetyJoint
from talkreader.ui.main_window.search_joint import SearchJoint
from talkreader.ui.main_window.tabs_joint import TabsJoint
from talkreader.ui.main_window.taking_joint import TakingJoint
from talkreader.ui.main_window.translating_joint import TranslatingJoint
from talkreader.ui.main_window.versions_joint import VersionsJoint
from talkreader.ui.places import FirstPage
from talkreader.ui.session import Session
from talkreader.ui.settings import Settings

SETTLED = 2000
"""Milliseconds after which the window and the first page stand."""


class Program:
    """All the objects of a running window, made once; `open` and `close` are its life."""

    def __init__(
        self, app: QApplication, library: Library, settings: Settings, front: Front | None = None
    ) -> None:
        """``front`` is what is on the screen already; its window becomes that of the program."""
        front = front or Front(app, settings)
        self.settings = settings
        self.interpreter = front.interpreter
        self.appearance = front.appearance
        self.runner = JobRunner()
        self.session = Session(library, self.runner)
        self.window = front.window
        for _step in self.window.furnish():
            front.breathe()
        self.opening = OpeningJoint(self.window, self.session, settings)
        self.reading = ReadingJoint(self.window, self.session, settings)
        self.news = NewsJoint(self.window, self.session)
        self.versions = VersionsJoint(self.window, self.session, self.appearance)
        self.correcting = CorrectingJoint(self.window, self.session)
        self.page = PageJoint(self.window, self.session, settings, self.appearance)
        self.room = RoomJoint(self.window, self.session)
        self.only = OnlyJoint(self.window, self.session)
        self.searching = SearchJoint(self.window, self.session, settings)
        self.results = ResultsJoint(self.window, self.session)
        self.profiles = ProfileJoint(self.window, self.session, self.appearance)
        self.translating = TranslatingJoint(self.window, self.session, settings, self.appearance)
        self.drafting = DraftingJoint(self.window, self.session, settings)
        self.noting = NotesJoint(self.window, self.session, settings)
        self.coding = CodingJoint(self.window, self.session, settings, self.appearance)
        self.citing = CitingJoint(self.window, self.session)
        self.dictionary = DictionaryJoint(self.window, self.session, settings, self.appearance)
        self.memory = MemoryJoint(self.window, self.session, self.appearance)
        self.glossary = GlossaryJoint(self.window, self.session, self.appearance)
        self.glossary.changed.connect(self.dictionary.reload)
        self.tabs = TabsJoint(self.window, self.session, settings)
        self.going = GoingJoint(self.window, self.session)
        self.taking = TakingJoint(self.window, self.session, settings)
        self.safety = SafetyJoint(self.window, self.session, self.taking.offers)
        self.opening.notes_wanted.connect(self.safety.merge)
        self.printing = PrintingJoint(self.window, self.session, settings)
        self.pictures = PicturesJoint(self.window, self.session, self.appearance)
        self.door = Door(library.folder, self.window)
        self.importing = ImportingJoint(self.window, self.session, settings)
        self.opening.many_wanted.connect(self.importing.ask)
        self.whole = WindowJoint(
            self.window, self.session, settings, self.appearance, self.interpreter
        )

    def open(self, files: Sequence[Path], first: FirstPage | None = None) -> None:
        """Show the window with what was open the last time, and files in it.

        ``first`` is the page that the window shows already: of the first file, which need not be
        read then, or of the tab in front.
        """
        self.window.show()
        if self.tabs.restore(None if files else first) and files:
            self.session.tabs.new_for_file()
        if files and first is not None:
            self.session.pages.open_read(first.page, first.place)
            files = files[1:]  # the library has the first one as it is
        if files:
            self.opening.open(files, show=first is None)
        if first is not None:
            self.opening.show_what_can_be_opened()  # the tab may be gone all the same
        QTimer.singleShot(SETTLED, self.window, self.opening.show_what_can_be_opened)
        QTimer.singleShot(0, self.window, self.opening.refresh_library)
        QTimer.singleShot(SETTLED, self.window, self.safety.back_up_when_due)
        QTimer.singleShot(SETTLED, self.window, self.importing.watch)
        QTimer.singleShot(SETTLED, self.window, lambda: collect_garbage(self.window))

    def watch_for_mishaps(self) -> None:
        """Tell the person of faults of the program from now on, and keep a log."""
        self.whole.mishaps.watch()
        QTimer.singleShot(0, self.window, self.whole.mishaps.keep_log)

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


def collect_garbage(parent: QObject) -> None:
    """Look for garbage from now on, but not among what the start has made: that stays."""
    from talkreader.ui.garbage import GarbageCollector

    gc.freeze()
    GarbageCollector(parent)
