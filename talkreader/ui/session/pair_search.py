"""Looking for the translations of the page being read, beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.progress import Progress
from talkreader.reading import ReadingPage
from talkreader.ui.jobs import Job, JobRunner

if TYPE_CHECKING:
    from talkreader.store import Library


class PairSearch(QObject):
    """One search at a time: what is looked for anew makes what was looked for before worthless.

    ``found`` carries the page that was asked about and the same with its pairs, ``failed`` an
    exception.
    """

    found = Signal(object, object)
    failed = Signal(object)

    def __init__(self, library: Library, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._job: Job | None = None
        self._asked: tuple[ReadingPage, Path | None] | None = None
        self._beside: tuple[int, Path] | None = None
        self._number = 0

    @property
    def looking(self) -> bool:
        """True until the search that was asked for last has ended or was stopped."""
        return self._job is not None

    def look(self, page: ReadingPage, other: Path | None = None) -> None:
        """Look for translations in a page; nothing new when just that is being looked for.

        ``other``: a file that translates it; it is looked at again whenever the page is.
        """
        if other is not None:
            self._beside = page.info.id, other
        elif self._beside is not None and self._beside[0] == page.info.id:
            other = self._beside[1]
        if self._asked is not None and self._asked[0] is page and self._asked[1] == other:
            return
        self.stop()

        def work(progress: Progress) -> object:
            from talkreader import pairing
            from talkreader.folders import cache_folder

            progress.check()
            return pairing.with_pairs(page, cache_folder(), self._library, other, progress)

        self._number += 1  # one that was stopped may be ending still
        job = Job(work, f"pairs {page.info.id} {other or ''} {self._number}")
        job.finished.connect(lambda found: self._tell(job, page, found))
        job.failed.connect(lambda error: self._fail(job, page, error))
        job.cancelled.connect(lambda: self._forget(job))  # the person may stop it too
        if self._runner.start(job):
            self._job, self._asked = job, (page, other)

    def stop(self) -> None:
        """Look no further; nothing is told of what is found still."""
        if self._job is not None:
            self._job.cancel()
        self._job, self._asked = None, None

    def _forget(self, job: Job) -> bool:
        """Note that a search is over; False when it is not the one that counts."""
        if job is not self._job:
            return False
        self._job, self._asked = None, None
        return True

    def _tell(self, job: Job, page: ReadingPage, found: ReadingPage) -> None:
        if self._forget(job):
            self.found.emit(page, found)

    def _fail(self, job: Job, page: ReadingPage, error: object) -> None:
        if not self._forget(job):
            return
        beside, self._beside = self._beside, None  # a file that cannot be read is not asked again
        self.failed.emit(error)
        if beside is not None:
            self.look(page)
