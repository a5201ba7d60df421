"""Imports of many files: counted first, then carried out beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.importing import Choice, ImportReport
from talkreader.domain.page import PageInfo
from talkreader.domain.progress import Progress
from talkreader.ui.jobs import Job, JobRunner, Lane

if TYPE_CHECKING:
    from talkreader.archives import Hints
    from talkreader.store import Library

Said = tuple[str, str, str]
_NOTHING: Said = ("", "", "")
NEWS_EVERY = 0.5
"""Seconds between two tellings that there are more pages."""


class Importing(QObject):
    """``started`` carries the `Job`, ``finished`` its report, ``failed`` an exception.

    ``first_stored`` carries the `Job` and the id of its first page that can be read.
    """

    started = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    pages_changed = Signal()
    first_stored = Signal(object, int)

    def __init__(self, library: Library, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner

    def look(self, path: Path) -> Job:
        """Return a running job that ends with title, site, language and kind of a first page.

        With None where a file has none: the import will say why.
        """

        def work(progress: Progress) -> object:
            from talkreader import archives
            from talkreader.domain.errors import ArchiveError

            try:
                archive = archives.open_archive(path, progress)
                page = next(archive.pages())
            except (ArchiveError, StopIteration):
                return None
            return page.title, page.site, page.language, archive.description

        job = Job(work)
        self._runner.start(job)
        return job

    def count(self, paths: Sequence[Path], choice: Choice, said: Said = _NOTHING) -> Job:
        """Return a running job that ends with the report of what would be imported."""

        def work(progress: Progress) -> object:
            from talkreader import ingest

            options = ingest.Options(_hints(said), choice, dry=True)
            return ingest.import_files(paths, self._library, progress, options=options)

        job = Job(work)
        self._runner.start(job)
        return job

    def start(
        self,
        paths: Sequence[Path],
        choice: Choice,
        said: Said = _NOTHING,
        quietly: Callable[[ImportReport], None] | None = None,
    ) -> Job | None:
        """Import files and the files in folders; ``said``: title, wiki and language of them.

        ``quietly``: nobody waits for it. No first page is told of, and the report goes there only.
        Return the job; None when these are being imported already, in the same way.
        """
        told, firsts = [0.0], list[int]()
        news = _News(self)
        news.came.connect(self.pages_changed)

        def stored(info: PageInfo) -> None:
            if info.comments and not firsts and quietly is None:
                # the very first page can be read at once, others with their batch
                firsts.append(info.id if told[0] else 0)
                if not told[0]:
                    news.began.emit(info.id)
            if monotonic() - told[0] > NEWS_EVERY:
                told[0] = monotonic()
                news.came.emit()

        def work(progress: Progress) -> object:
            from talkreader import ingest

            options = ingest.Options(_hints(said), choice)
            return ingest.import_files(
                paths, self._library, progress, options=options, on_page=stored
            )

        key = "import " + " ".join(str(path.resolve()) for path in paths)
        if not choice.everything or any(said):  # other pages of them, or what they are called
            key += f" {choice} {said}"
        label = paths[0].name if len(paths) == 1 else f"{paths[0].name} +{len(paths) - 1}"

        def begin_late(_report: object) -> None:
            if firsts and firsts[0]:
                self.first_stored.emit(job, firsts[0])

        job = Job(work, key, label)
        job.quiet = quietly is not None
        news.began.connect(lambda page: self.first_stored.emit(job, page))
        job.finished.connect(begin_late)
        job.finished.connect(quietly or self.finished)
        job.failed.connect(self.failed)
        job.ended.connect(self.pages_changed)
        job.ended.connect(news.deleteLater)
        if not self._runner.start(job, Lane.LONG):
            return None
        self.started.emit(job)
        return job

    def reports(self) -> list[ImportReport]:
        """Return what became of the imports so far, the latest first."""
        return self._library.imports.all()


def _hints(said: Said) -> Hints | None:
    """Return what a person said of the files; None when they said nothing."""
    from talkreader.archives import Hints

    return Hints(*said) if any(said) else None


class _News(QObject):
    """Carries the news of pages from the worker's thread into the window's."""

    came = Signal()
    began = Signal(int)
