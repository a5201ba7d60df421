"""Long work beside the window: a function with a `Progress`, carried by a `Job`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import Enum
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import SIGNAL, QObject, Qt, Signal

from talkreader.domain.errors import Cancelled, TalkreaderError
from talkreader.domain.progress import Progress, ProgressReport

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

REPORT_EVERY = 0.05
"""Seconds between two reports that reach the window: faster than an eye can read."""
PARTED = 64
"""So many jobs that have ended are kept: more than there can be workers about to let one go."""


class Lane(Enum):
    """Which workers carry a job: a long import must hold up no search, and no page to be opened."""

    QUICK = "quick"
    OPENING = "opening"
    LONG = "long"


WORKERS = {Lane.QUICK: 3, Lane.OPENING: 1, Lane.LONG: 1}
"""So many jobs of a lane run at the same time."""


class _News(Enum):
    PROGRESSED = 0
    FINISHED = 1
    FAILED = 2
    CANCELLED = 3


class Job(QObject):
    """One piece of long work; its signals arrive in the thread that made it.

    ``work`` is called with a `Progress` in another thread. Exactly one of ``finished``,
    ``failed`` and ``cancelled`` follows, then ``ended``; at last ``over``, also when the job was
    silenced, with the job. Jobs with the same ``key`` do not run at the same time.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()
    over = Signal(object)
    _arrived = Signal(object, object)

    def __init__(self, work: Callable[[Progress], object], key: str = "", label: str = "") -> None:
        super().__init__()
        self.key = key
        self.label = label
        self.lane = Lane.QUICK
        self.quiet = False
        """Nobody asked for it just now."""
        self.progress = Progress(listener=self._report)
        self._work = work
        self._reported = 0.0
        self._silent = False
        # Queued by hand: the sender is a plain Python thread, which Qt does not know.
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop; ``cancelled`` follows when it has."""
        self.progress.cancel()

    def silence(self) -> None:
        """Tell nobody anything any more, not even what is on its way already."""
        self._silent = True  # what is posted to the event loop arrives, connected or not

    def let_go(self) -> None:
        """Forget the work and all who listened, with the pages that they hold.

        PySide6 keeps a function as long as the object whose signal it is connected to; one that
        knows its job would keep it, and be kept, for ever.
        """
        self._work = _nothing
        for signal, name in (
            (self.progressed, "progressed(PyObject)"),
            (self.finished, "finished(PyObject)"),
            (self.failed, "failed(PyObject)"),
            (self.cancelled, "cancelled()"),
            (self.ended, "ended()"),
            (self.over, "over(PyObject)"),
        ):
            if self.receivers(SIGNAL(name)):
                signal.disconnect()

    def run(self) -> None:
        """Do the work here and now; called by a worker thread."""
        try:
            self.progress.check()
            result = self._work(self.progress)
        except Cancelled:
            self._arrived.emit(_News.CANCELLED, None)
        except TalkreaderError as error:
            self._arrived.emit(_News.FAILED, error)
        except Exception as bug:  # the one place: a bug in a job must not be lost
            import logging

            logging.getLogger(__name__).exception("job %s", self.key or self.label)
            self._arrived.emit(_News.FAILED, bug)
        else:
            self._arrived.emit(_News.FINISHED, result)

    def _report(self, report: ProgressReport) -> None:
        now = monotonic()
        if now - self._reported >= REPORT_EVERY:
            self._reported = now
            self._arrived.emit(_News.PROGRESSED, report)

    def _tell(self, news: _News, payload: object) -> None:
        if news is not _News.PROGRESSED:
            self._end(news, payload)
        elif not self._silent:
            self.progressed.emit(payload)

    def _end(self, news: _News, payload: object) -> None:
        if not self._silent:
            self._tell_end(news, payload)
        self.over.emit(self)  # the runner lets go also of one that nobody listens to

    def _tell_end(self, news: _News, payload: object) -> None:
        if news is _News.FINISHED:
            self.finished.emit(payload)
        elif news is _News.FAILED:
            self.failed.emit(payload)
        else:
            self.cancelled.emit()
        if not self._silent:  # who was told may have closed the window
            self.ended.emit()


def _nothing(_progress: Progress) -> None:
    """Do what a job does that has ended."""


class JobRunner(QObject):
    """Workers for jobs; keeps each job alive until it has ended.

    ``refused`` carries a job that does not start, for the same is running already.
    """

    started = Signal(object)
    refused = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Plain Python threads that live on, and not QThreadPool: the library keeps one read
        # connection per thread, and Python forgets a Qt thread's locals after every job.
        self._pools: dict[Lane, ThreadPoolExecutor] = {}
        self._running: list[Job] = []
        self._stopped = False
        self._futures: dict[Job, Future[None]] = {}
        # A worker holds its job a moment longer than the job's last word. Were it the last to hold
        # it, a QObject would end in a thread that is not its own, and the program with it.
        self._parted: deque[Job] = deque(maxlen=PARTED)

    @property
    def running(self) -> tuple[Job, ...]:
        """The jobs that have not ended."""
        return tuple(self._running)

    def ahead_of(self, job: Job) -> tuple[Job, ...]:
        """Return the jobs that a job waits for, none when a worker of its lane is free for it."""
        lane = [other for other in self._running if other.lane is job.lane]
        before = lane[: lane.index(job)]
        return tuple(before) if len(before) >= WORKERS[job.lane] else ()

    def start(self, job: Job, lane: Lane = Lane.QUICK) -> bool:
        """Start a job; False, and nothing, when one with its key is running or all has stopped."""
        if self._stopped:
            return False
        job.lane = lane
        if job.key and any(job.key == other.key for other in self._running):
            self.refused.emit(job)
            return False
        self._running.append(job)
        job.over.connect(self._forget)
        self.started.emit(job)
        self._futures[job] = self._pool(lane).submit(job.run)
        return True

    def stop(self, seconds: float = 10.0) -> None:
        """Cancel everything and wait until it has stopped, at most ``seconds``.

        No job says anything any more: those who would listen are about to go.
        """
        from concurrent.futures import wait

        self._stopped = True  # a timer that runs out now must begin nothing
        for job in self._running:
            job.cancel()
            job.silence()
        wait(list(self._futures.values()), timeout=seconds)
        done = all(future.done() for future in self._futures.values())
        for pool in self._pools.values():
            # threads without work end at once, and let go of their last job
            pool.shutdown(wait=done, cancel_futures=True)
        self._pools.clear()
        self._parted.extend(self._running)
        self._running.clear()
        self._futures.clear()

    def _pool(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._pools:
            # an empty window has no work for them, and opens without their modules
            from concurrent.futures import ThreadPoolExecutor

            name = f"talkreader-{lane.value}"
            self._pools[lane] = ThreadPoolExecutor(WORKERS[lane], thread_name_prefix=name)
        return self._pools[lane]

    def _forget(self, job: Job) -> None:
        if job not in self._running:
            return  # all has stopped, and was let go of at once
        self._running.remove(job)
        self._parted.append(job)
        self._futures.pop(job, None)
        self.ended.emit(job)
        job.let_go()
