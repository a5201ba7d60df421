"""Describing: the page that is read gets the title, wiki and language that a person knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.errors import TalkreaderError
from talkreader.domain.page import PageInfo, PageKey
from talkreader.domain.progress import Progress
from talkreader.reading import ReadingPage
from talkreader.ui.jobs import Job, Lane
from talkreader.ui.session.opening import Opening

if TYPE_CHECKING:
    from talkreader.store import Library


class Describing(QObject):
    """``described``: the page has another name now, and so has what is written about it.

    ``failed`` carries an exception.
    """

    described = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, pages: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._pages = pages

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

    def _take(self, was: PageInfo, now: ReadingPage) -> None:
        """Let what was written while the page was described go with it, and show the page."""
        try:
            self._follow(was.key, now.info.key)
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
