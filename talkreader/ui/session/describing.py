"""Describing: the page that is read gets the title, wiki and language that a person knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.errors import TalkreaderError
from talkreader.domain.page import PageInfo, PageKey
from talkreader.domain.progress import Progress
from talkreader.reading import ReadingPage
from talkreader.ui.jobs import Job, JobRunner, Lane
from talkreader.ui.session.opening import Opening

if TYPE_CHECKING:
    from talkreader.store import Library


class Describing(QObject):
    """``described``: the page has another name now, and so has what is written about it.

    ``namesake_found``: another page is this one by its title and comments, where one names no
    wiki; carries both as `PageInfo`. ``failed`` carries an exception.
    """

    described = Signal()
    namesake_found = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self, library: Library, pages: Opening, runner: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._pages = pages
        self._runner = runner
        self._looked: set[int] = set()
        pages.page_opened.connect(self._look)

    def describe(self, title: str, site: str, language: str) -> None:
        """Read the page again with what the person says of it, and show that."""
        page = self._pages.page
        if page is None:
            return
        info = page.info
        self._pages.keep_position()  # it goes with the page

        def work(progress: Progress) -> object:
            from talkreader import ingest, reading
            from talkreader.archives import Hints

            hints = Hints(title, site, language, info.form)
            now = ingest.describe_page(self._library, info.id, hints, progress)
            return reading.open_page(self._library, now.id)

        job = Job(work, f"describe {info.id}", title)
        job.finished.connect(lambda now: self._take(info, now))
        # one page, for which somebody waits: not behind an import
        self._pages.start_import(job, Lane.QUICK)

    def join(self, other: PageInfo) -> None:
        """Make the page that is read and another one copies of one page, and show the page."""
        page = self._pages.page
        if page is None:
            return
        info = page.info
        self._pages.keep_position()

        def work(progress: Progress) -> object:
            from talkreader import ingest, reading

            now = ingest.join_copies(self._library, info.id, other.id, progress)
            return reading.open_page(self._library, now.id)

        unnamed = other if info.site else info
        job = Job(work, f"join {info.id} {other.id}", info.title)
        job.finished.connect(lambda now: self._take(info, now, unnamed.key))
        self._pages.start_import(job, Lane.QUICK)

    def use_copy(self) -> None:
        """Make the copy that is read the current one of its page, whatever it lacks."""
        page = self._pages.page
        if page is None or page.info.current:
            return
        info = page.info

        def work(progress: Progress) -> object:
            from talkreader import ingest, reading

            progress.check()
            return reading.open_page(self._library, ingest.use_copy(self._library, info.id).id)

        job = Job(work, f"use {info.id}", info.title)
        job.finished.connect(lambda now: self._take(info, now))
        self._pages.start_import(job, Lane.QUICK)

    def forget_look(self, page_id: int) -> None:
        """Look for a namesake again when this page is opened the next time."""
        self._looked.discard(page_id)

    def _look(self, _opened: object) -> None:
        """Look once for a page that this one is a copy of, or the other way round."""
        page = self._pages.page
        if page is None or not self._library.writable or page.info.id in self._looked:
            return
        info = page.info
        self._looked.add(info.id)
        job = Job(lambda _progress: self._library.pages.namesake(info), f"namesake {info.id}", "")
        job.finished.connect(
            lambda found: self.namesake_found.emit(info, found) if found is not None else None
        )
        self._runner.start(job, Lane.QUICK)

    def _take(self, was: PageInfo, now: ReadingPage, old: PageKey | None = None) -> None:
        """Let what was written while the page was described go with it, and show the page."""
        try:
            self._follow(old or was.key, now.info.key)
        except TalkreaderError as error:
            self.failed.emit(error)
        page = self._pages.page
        # by its id: corrections and translations make it another object meanwhile
        if page is not None and page.info.id == was.id:
            self._pages.turn_into(now)
        self.described.emit()

    def _follow(self, old: PageKey, new: PageKey) -> None:
        # it is the window's own thread that writes notes: nothing comes in between any more
        if old != new and not self._library.pages.versions(old):
            self._library.rename_page(old, new)
