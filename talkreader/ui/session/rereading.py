"""Rereading: pages are understood anew from the texts that the library has of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.progress import Progress
from talkreader.ui.jobs import Job, Lane
from talkreader.ui.session.opening import Opening

if TYPE_CHECKING:
    from talkreader.store import Library


REREAD = "reread"
"""The keys of its jobs begin so."""


class Rereading(QObject):
    """``reread`` carries what came of it (`ingest.Reread`), and whether it was about all pages.

    ``stopped``: what was understood anew before is kept.
    """

    reread = Signal(object, bool)
    stopped = Signal()

    def __init__(self, library: Library, pages: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._pages = pages

    def reread_page(self) -> None:
        """Understand the page that is read anew, with its other copies, and show that."""
        page = self._pages.page
        if page is not None:
            info = page.info
            self._start(lambda: [info.id], f"{REREAD} {info.id}", info.title, Lane.QUICK)

    def reread_all(self) -> None:
        """Understand all pages of the library anew, behind the window."""
        self._start(self._all, REREAD, "", Lane.LONG)

    def _all(self) -> Sequence[int]:
        return self._library.pages.listed("title").ids

    def _start(self, those: Callable[[], Sequence[int]], key: str, name: str, lane: Lane) -> None:
        self._pages.keep_position()

        def work(progress: Progress) -> object:
            from talkreader import ingest

            return ingest.read_again(self._library, those(), progress)

        job = Job(work, key, name)
        job.finished.connect(lambda done: self.reread.emit(done, lane is Lane.LONG))
        job.cancelled.connect(self.stopped)
        # also when it was stopped: what was read so far stays
        job.ended.connect(self._pages.reload)
        self._pages.start_import(job, lane)
