"""Reading and understanding in processes of their own, so that all cores work.

Three processes in a row, each of which hands on what it made: one unpacks files and takes XML
apart, one understands the pages, so that only it knows the parser's tables, and the one that was
there before stores them. What is between them is bounded: who is behind is waited for.

The one that understands is started fresh (spawn), so that it works from a program with threads and
from a frozen one. The one that reads is a copy of it (fork), made before it has opened anything;
where that cannot be, on Windows or on a single core, the one that understands reads as well.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import pickle
import queue
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from talkreader.domain.errors import Cancelled, TalkreaderError, WorkerLost
from talkreader.domain.page import RawPage
from talkreader.domain.progress import Progress
from talkreader.ingest.messages import Found, LonePage, Message, PageRead, Trouble
from talkreader.ingest.options import Options
from talkreader.ingest.reading import Reader
from talkreader.ingest.understanding import DETAILED, Understanding

_PARCEL = 128 * 1024
"""Bytes of text that are sent together: some two hundred comments."""
_PARCELS = 8
"""Parcels that may wait to be stored."""
_AHEAD = 4
"""Parcels that may wait to be understood: enough while the next of a packed file is unpacked."""
_PIPE = 1024 * 1024
"""Bytes that a pipe holds where it may: what Linux lets everybody have."""
_LOOKING = 250
"""Parcels, some fifty thousand comments, after which circles of objects are looked for."""
_SELDOM = 50_000, 20, 100
"""How seldom a process looks for circles that is not told when there is least to look through."""
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # mallopt(3)
_LARGE = 512 * 1024
"""Bytes of a block that is given back at once: more than a parcel has, which comes and goes."""
_PR_SET_PDEATHSIG = 1  # prctl(2)
_LOOK = 0.1
"""Seconds between two looks whether the person wants to stop, while nothing comes."""


def read_elsewhere(
    files: Sequence[Path], options: Options, folder: Path, progress: Progress
) -> Generator[Message]:
    """Yield what becomes of the pages in files; the processes end when the generator is closed.

    ``folder`` is the library's. Raises: what the reader raises; WorkerLost when a process dies.
    """
    _give_memory_back()
    spawn = multiprocessing.get_context("spawn")
    here, there = _widened(spawn.Pipe(duplex=False))
    process = spawn.Process(target=_work, args=(there, tuple(files), options, folder), daemon=True)
    process.start()
    there.close()
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    with closing(here), _parcels(here, _PARCELS) as parcels:
        try:
            yield from _told(parcels, progress)
            process.join(5)
        except _Lost:
            process.join(5)
            raise WorkerLost(
                "The process that reads the file ended unexpectedly (code {code}); the pages stored"
                " before are whole, import the file again to go on where it stopped",
                code=str(process.exitcode),
            ) from None
        finally:
            gc.set_threshold(*usual)
            process.kill()
            process.join()


def _widened(pipe: tuple[Connection, Connection]) -> tuple[Connection, Connection]:
    """Let a pipe hold some parcels: who sends one need not wait until it is taken bit by bit."""
    if sys.platform == "linux":
        import fcntl

        with suppress(OSError):  # this user may not have so many
            fcntl.fcntl(pipe[1].fileno(), fcntl.F_SETPIPE_SZ, _PIPE)
    return pipe


class _Lost(Exception):
    """The pipe ended without a farewell."""


class _Farewell:
    """Sent last: all was read, or this went wrong."""

    def __init__(self, trouble: Trouble | None = None, bug: str = "") -> None:
        self.trouble = trouble
        self.bug = bug


class _Failed(Exception):
    """What the other process was about to do went wrong."""

    def __init__(self, farewell: _Farewell) -> None:
        super().__init__()
        self.farewell = farewell


def _told(parcels: queue.Queue[bytes | None], progress: Progress) -> Iterator[Message]:
    """Yield what another process says about pages."""
    try:
        yield from _unpacked(parcels, progress.check)
    except _Failed as failed:
        if failed.farewell.trouble is not None:
            raise failed.farewell.trouble.error() from None
        raise WorkerLost(
            "The file could not be read because of a mistake of talkreader ({reason});"
            " the pages stored before are whole",
            reason=failed.farewell.bug,
        ) from None


def _unpacked(
    parcels: queue.Queue[bytes | None], look: Callable[[], None] = lambda: None
) -> Iterator[Any]:
    """Yield what is in the parcels, until the farewell; ``look`` is called now and then."""
    while True:
        look()
        try:
            parcel = parcels.get(timeout=_LOOK)
        except queue.Empty:
            continue
        if parcel is None:
            raise _Lost
        for one in pickle.loads(parcel):  # noqa: S301  our own process wrote it
            if isinstance(one, _Farewell):
                if one.trouble is not None or one.bug:
                    raise _Failed(one)
                return
            yield one


@contextmanager
def _parcels(connection: Connection, most: int) -> Iterator[queue.Queue[bytes | None]]:
    """Take parcels from a pipe, so that who sends them need not wait; None when it ends.

    Whoever sends must have ended when this is left: the thread waits for it.
    """
    parcels: queue.Queue[bytes | None] = queue.Queue(most)
    stopped = threading.Event()
    thread = threading.Thread(target=_fetch, args=(connection, parcels, stopped), daemon=True)
    thread.start()
    try:
        yield parcels
    finally:
        stopped.set()
        thread.join()


def _fetch(
    connection: Connection, parcels: queue.Queue[bytes | None], stopped: threading.Event
) -> None:
    parcel: bytes | None = b""
    while parcel is not None and not stopped.is_set():
        try:
            parcel = connection.recv_bytes()
        except (EOFError, OSError):
            parcel = None
        while not stopped.is_set():
            try:
                parcels.put(parcel, timeout=_LOOK)
                break
            except queue.Full:
                continue


class _Sender:
    """Sends in parcels what is found or said; what is shown first does not wait for others."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: list[object] = []
        self._size = 0
        self._pages = 0

    def send(self, one: object) -> None:
        """Put something into the parcel, and send it when it is large enough."""
        self._waiting.append(one)
        self._size += _weight(one)
        self._pages += isinstance(one, RawPage | LonePage | PageRead)
        if self._size >= _PARCEL or self._pages <= DETAILED:
            self.flush()

    def send_all(self, some: Iterable[object]) -> None:
        """Send one after the other."""
        for one in some:
            self.send(one)

    def flush(self) -> None:
        """Send what there is."""
        if not self._waiting:
            return
        self._connection.send_bytes(pickle.dumps(self._waiting, pickle.HIGHEST_PROTOCOL))
        self._waiting.clear()
        self._size = 0


def _weight(one: object) -> int:
    match one:
        case RawPage():
            return 100 + len(one.text)
        case PageRead():
            packed = sum(len(blob) for blob in one.page.blobs if blob)
            return 1_000 + 200 * len(one.changes) + 5 * packed
        case _:
            return 100


def _give_memory_back() -> None:
    """Let this process give back what one long page took.

    glibc learns from the first large block that it is freed that such blocks are to be kept, and
    every process of an import grows by a tenth.
    """
    if sys.platform == "linux":
        import ctypes

        library = ctypes.CDLL(None)
        with suppress(AttributeError):  # another C library
            library.mallopt(_M_MMAP_THRESHOLD, _LARGE)
            library.mallopt(_M_TRIM_THRESHOLD, _LARGE)
            library.mallopt(_M_ARENA_MAX, 1)


def _work(connection: Connection, files: tuple[Path, ...], options: Options, folder: Path) -> None:
    """Understand in this process, and send what is said; the other side closes the pipe to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's interrupt is for the other one
    _give_memory_back()
    reading = _start_reading(connection, files, options, folder)

    def understand(sender: _Sender) -> None:
        from talkreader.store import open_library

        with open_library(folder, read_only=True) as library:
            understanding = Understanding(options, library)
            if reading is None:
                gc.set_threshold(*_SELDOM)
                found: Iterator[Found] = Reader(files, options, library, Progress()).found()
                sender.send_all(understanding.messages(found))
                return
            circles = _Circles()

            def look() -> None:
                sender.flush()  # what was made of one parcel is another one
                circles.look()

            pid, pipe = reading
            with closing(pipe), _parcels(pipe, _AHEAD) as parcels:
                try:
                    sender.send_all(understanding.messages(_unpacked(parcels, look)))
                except BaseException:
                    os.kill(pid, signal.SIGKILL)
                    raise
                finally:
                    os.waitpid(pid, 0)

    _send_from(connection, understand)


class _Circles:
    """Looks for objects in circles where there are fewest: pages are trees, and die with a parcel.

    Left to itself Python looks through all that a page is made of, again and again.
    """

    def __init__(self) -> None:
        gc.disable()
        self._parcels = 0

    def look(self) -> None:
        """Be told that a parcel was understood."""
        self._parcels += 1
        if not self._parcels % _LOOKING:
            gc.collect()


def _start_reading(
    connection: Connection, files: tuple[Path, ...], options: Options, folder: Path
) -> tuple[int, Connection] | None:
    """Return a process that reads files, and where it says what is in them; None: there is none."""
    if sys.platform != "linux" or (os.cpu_count() or 1) < 2:
        return None
    here, there = _widened(multiprocessing.Pipe(duplex=False))
    parent = os.getpid()
    gc.freeze()  # what both share stays shared when garbage is looked for
    pid = os.fork()
    if not pid:
        try:
            _end_with(parent)
            here.close()
            connection.close()
            _read(there, files, options, folder)
        finally:
            os._exit(0)
    there.close()
    return pid, here


def _end_with(parent: int) -> None:
    """End this process when the one that made it ends, whatever ends it."""
    import ctypes

    with suppress(AttributeError):  # another C library
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)


def _read(connection: Connection, files: tuple[Path, ...], options: Options, folder: Path) -> None:
    gc.set_threshold(*_SELDOM)

    def read(sender: _Sender) -> None:
        from talkreader.store import open_library

        with open_library(folder, read_only=True) as library:
            sender.send_all(Reader(files, options, library, Progress()).found())

    _send_from(connection, read)


def _send_from(connection: Connection, work: Callable[[_Sender], None]) -> None:
    """Do some work that sends, and say in the end that it did all, or what it met."""
    sender = _Sender(connection)
    farewell = _Farewell()
    try:
        work(sender)
    except (BrokenPipeError, ConnectionError, Cancelled):
        return
    except _Lost:
        sys.exit(1)
    except _Failed as failed:
        farewell = failed.farewell
    except TalkreaderError as error:
        farewell = _Farewell(Trouble.of(error))
    except Exception as bug:  # a bug here must be told there
        logging.getLogger(__name__).exception("reading")
        farewell = _Farewell(bug=f"{type(bug).__name__}: {bug}")
    sender.send(farewell)
    sender.flush()
