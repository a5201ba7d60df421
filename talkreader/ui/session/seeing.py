"""What of a page was read already, and what is new in this copy of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from talkreader.domain.progress import Progress
from talkreader.domain.records import dataclass
from talkreader.reading import Compared, ReadingPage
from talkreader.ui.jobs import Job, JobRunner
from talkreader.ui.places import names_of

if TYPE_CHECKING:
    from talkreader.store import Library

AFTER_THE_PAGE = 40
"""Milliseconds after which the page that was opened is on the screen."""
LATER = 15_000
"""Milliseconds until what was read is written down, at most."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is found out about a page beside the window."""

    names: list[tuple[str, int]]
    read: frozenset[int]
    compared: Compared | None
    shown: int


class Seeing(QObject):
    """Read and unread comments of the page, and those its copy before did not have.

    ``changed``: ask again. ``compared`` carries (`Compared`, whether this copy is shown for the
    first time) once it is known that the copy before differs.
    """

    changed = Signal()
    compared = Signal(object, object)
    failed = Signal(object)

    def __init__(self, library: Library, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self.page: ReadingPage | None = None
        self.difference: Compared | None = None
        self._names: list[tuple[str, int]] = []
        self._read: set[int] = set()
        self._fresh: tuple[int, ...] = ()
        self._unwritten: set[int] = set()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER)
        self._later.timeout.connect(self.write)

    @property
    def fresh(self) -> tuple[int, ...]:
        """The comments that are new in this copy and were not read when it was opened."""
        return self._fresh

    @property
    def unread(self) -> frozenset[int]:
        """The comments nobody has read here yet; none while that is not known."""
        return frozenset(range(len(self._names))) - self._read

    def is_read(self, comment: int) -> bool:
        """Return whether a comment was read."""
        return comment in self._read

    def show_page(self, page: ReadingPage | None, *, again: bool = False) -> None:
        """Turn to another page; what is known of it comes with ``changed``.

        ``again``: it is the same page, with other comments since it was corrected.
        """
        self.write()
        self.page, self.difference = page, None
        self._names, self._read, self._fresh = [], set(), ()
        self.changed.emit()
        if page is None:
            return

        def work(progress: Progress) -> object:
            progress.check()
            return self._look(page)

        def start() -> None:
            if self.page is page:
                job = Job(work)
                job.finished.connect(lambda known: self._learn(page, known, again=again))
                job.failed.connect(self.failed)
                self._runner.start(job)

        # the page is painted first: a job beside it would halve the pace
        QTimer.singleShot(AFTER_THE_PAGE, self, start)

    def next(self, at: int | None, step: int) -> int | None:
        """Return the new comment after (``step`` 1) or before (-1) another; None at the end.

        Where the copy brought nothing new, the next one that was not read.
        """
        wanted = self._fresh or sorted(self.unread)
        start = (-1 if step > 0 else len(self._names)) if at is None else at
        if step > 0:
            return next((index for index in wanted if index > start), None)
        return next((index for index in reversed(wanted) if index < start), None)

    def see(self, comments: Iterable[int]) -> None:
        """Note that these comments were read."""
        added = {index for index in comments if index < len(self._names)} - self._read
        if added:
            self._read |= added
            self._unwritten |= added
            if not self._later.isActive():
                self._later.start()
            self.changed.emit()

    def see_all(self) -> None:
        """Note that the whole page was read."""
        self.see(range(len(self._names)))

    def forget(self, comment: int) -> None:
        """Note that a comment is to be read again."""
        if comment in self._read:
            self._read.discard(comment)
            self._unwritten.discard(comment)
            if self.page is not None and self._library.writable:
                self._library.memory.mark_unread(self.page.info.key, [self._names[comment]])
            self.changed.emit()

    def write(self) -> None:
        """Write down what was read since the last time."""
        self._later.stop()
        seen = [self._names[index] for index in sorted(self._unwritten)]
        self._unwritten = set()
        if seen and self.page is not None and self._library.writable:
            self._library.memory.mark_read(self.page.info.key, seen)

    def _look(self, page: ReadingPage) -> _Known:
        from talkreader import reading

        names = names_of(page)
        memory = self._library.memory
        seen = memory.read_comments(page.info.key)
        read = frozenset(index for index, name in enumerate(names) if name in seen)
        compared = reading.compare_with_before(self._library, page)
        shown = memory.shown_copy(page.info.key)
        if shown < page.info.version and self._library.writable:
            memory.remember_copy(page.info.key, page.info.version)
        return _Known(names, read, compared, shown)

    def _learn(self, page: ReadingPage, known: _Known, *, again: bool) -> None:
        if self.page is not page:
            return
        self._names, self._read = known.names, set(known.read)
        self.difference = known.compared
        if known.compared is not None:
            new = known.compared.changes.new
            self._fresh = tuple(index for index in new if index not in self._read)
        self.changed.emit()
        if known.compared is not None and known.compared.changes and not again:
            self.compared.emit(known.compared, known.shown < page.info.version)
