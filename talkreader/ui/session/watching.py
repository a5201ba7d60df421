"""A folder whose new files are imported by themselves.

The system tells when something is new in it: nothing is looked for while nothing happens. What is
still being written is looked at again and again until it stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from stat import S_ISREG
from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from talkreader.domain.importing import ImportReport, RunState
from talkreader.domain.paths import is_folder, path_text
from talkreader.domain.progress import Progress
from talkreader.ui.jobs import Job, JobRunner

if TYPE_CHECKING:
    from talkreader.store import Library

STILL = 2_000
"""Milliseconds for which a file has to stay as it is."""
OLD = 60
"""Seconds after which a file that was left alone is whole at the first look."""
PARTIAL = (".part", ".partial", ".crdownload", ".download", ".tmp", ".opdownload", ".filepart")
"""What a file is called that a program is still fetching."""

Facts = tuple[int, int]
"""Size and time of the last change, in nanoseconds."""


class Watching(QObject):
    """``came`` carries the paths of the files that are new and whole; ``lost``: no folder there."""

    came = Signal(object)
    lost = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._folder: Path | None = None
        self._handed: dict[Path, Facts] = {}
        self._growing: dict[Path, Facts] = {}
        self._job: Job | None = None
        self._again = False
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._watcher.fileChanged.connect(self._look)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STILL)
        self._timer.timeout.connect(self._look)

    def watch(self, folder: Path | None) -> None:
        """Watch this folder from now on, and take what is in it already; None: no folder."""
        for path in (*self._watcher.directories(), *self._watcher.files()):
            self._watcher.removePath(path)
        self._timer.stop()
        self._folder = folder
        self._handed, self._growing = {}, {}
        if folder is not None:
            self._look()

    def end(self, paths: Iterable[Path], report: ImportReport) -> None:
        """Remember what an import of such files made of them: none is offered again as it is."""
        if report.state is not RunState.DONE:
            return
        broken = {fate.file.partition(" › ")[0] for fate in report.fates if fate.error is not None}
        handed = {path: self._handed[path] for path in paths if path in self._handed}
        for path in handed:
            if str(path) in broken:  # perhaps it was not whole: then more of it will come
                self._watcher.addPath(str(path))
        library = self._library

        def work(progress: Progress) -> None:
            for path, facts in handed.items():
                progress.check()
                name = path_text(path.resolve())
                if not library.pages.knows_file(name, *facts):
                    library.pages.remember_file(name, *facts, ())

        self._start(Job(work))

    def _look(self, _changed: object = None) -> None:
        """Look what is in the folder, beside the window: it may be far away."""
        folder, library, handed = self._folder, self._library, dict(self._handed)
        if self._job is not None:
            self._again = True
        if folder is None or self._job is not None:
            return

        def work(progress: Progress) -> object:
            if not is_folder(folder):
                return None
            found: dict[Path, Facts] = {}
            known: dict[Path, Facts] = {}
            for path, facts in _files(folder):
                progress.check()
                if handed.get(path) != facts:
                    name = path_text(path.resolve())
                    is_known = library.pages.knows_file(name, *facts)
                    (known if is_known else found)[path] = facts
            return found, known

        job = self._job = Job(work)
        job.finished.connect(lambda looked: self._judge(folder, looked))
        job.ended.connect(self._looked)
        self._start(job)

    def _start(self, job: Job) -> None:
        job.failed.connect(self.failed)
        self._runner.start(job)

    def _looked(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._look()

    def _judge(
        self, folder: Path, looked: tuple[dict[Path, Facts], dict[Path, Facts]] | None
    ) -> None:
        """Hand on what is whole, and wait for the rest; what is known is not asked for again."""
        if folder != self._folder:
            return
        if looked is None:
            self.lost.emit(folder)
            return
        found, known = looked
        self._handed |= known
        if str(folder) not in self._watcher.directories():
            self._watcher.addPath(str(folder))
        before, self._growing = self._growing, {}
        whole = []
        for path, facts in found.items():
            size, changed = facts
            if size and (before.get(path) == facts or time() - changed / 1e9 > OLD):
                whole.append(path)
                self._handed[path] = facts
            elif size:
                self._growing[path] = facts
            else:
                self._watcher.addPath(str(path))  # nothing is in it yet
        if self._growing:
            self._timer.start()
        if whole:
            self.came.emit(sorted(whole))


def _files(folder: Path) -> Iterable[tuple[Path, Facts]]:
    """Yield the files in a folder itself, without hidden ones and those on their way."""
    for path in folder.iterdir():
        if path.name.startswith(".") or path.name.casefold().endswith(PARTIAL):
            continue
        try:
            facts = path.stat()
        except OSError:
            continue  # gone again, or nobody may look
        if S_ISREG(facts.st_mode):
            yield path, (facts.st_size, facts.st_mtime_ns)
