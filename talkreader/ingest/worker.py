"""Reading in processes of their own, so that both cores work; what is read comes through a pipe.

The one that reads the files may have helpers that understand the pages (`helper`).

The pipe and the queue behind it are bounded: who stores is waited for. The process is started
fresh (spawn), so that it works from a program with threads and from a frozen one.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import pickle
import queue
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from talkreader.domain.errors import Cancelled, TalkreaderError, WorkerLost
from talkreader.domain.progress import Progress
from talkreader.ingest.helper import Understand, most_helpers, start_helpers
from talkreader.ingest.messages import Message, Packed, PageRead, Trouble
from talkreader.ingest.reading import Options, Reader

_PARCEL = 128 * 1024
"""Bytes of text that are sent together."""
_PARCELS = 8
"""Parcels that may wait to be stored."""
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # mallopt(3)
_LOOK = 0.1
"""Seconds between two looks whether the person wants to stop, while nothing comes."""


def read_elsewhere(
    files: Sequence[Path], options: Options, folder: Path, progress: Progress
) -> Iterator[Message]:
    """Yield what a `Reader` in another process yields; the process ends with the generator.

    ``folder`` is the library's. Raises: what the reader raises; WorkerLost when its process dies.
    """
    _give_memory_back()
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_work, args=(there, tuple(files), options, folder), daemon=True)
    process.start()
    there.close()
    parcels: queue.Queue[bytes | None] = queue.Queue(_PARCELS)
    stopped = threading.Event()
    thread = threading.Thread(target=_fetch, args=(here, parcels, stopped), daemon=True)
    thread.start()
    try:
        yield from _unpacked(parcels, progress)
        process.join(5)
    except _Lost:
        process.join(5)
        raise WorkerLost(
            "The process that reads the file ended unexpectedly (code {code}); the pages stored"
            " before are whole, import the file again to go on where it stopped",
            code=str(process.exitcode),
        ) from None
    finally:
        stopped.set()
        process.kill()
        process.join()
        thread.join()
        here.close()


class _Lost(Exception):
    """The pipe ended without a farewell."""


class _Farewell:
    """Sent last: all was read, or this went wrong."""

    def __init__(self, trouble: Trouble | None = None, bug: str = "") -> None:
        self.trouble = trouble
        self.bug = bug


def _unpacked(parcels: queue.Queue[bytes | None], progress: Progress) -> Iterator[Message]:
    while True:
        progress.check()
        try:
            parcel = parcels.get(timeout=_LOOK)
        except queue.Empty:
            continue
        if parcel is None:
            raise _Lost
        for message in pickle.loads(parcel):  # noqa: S301  our own process wrote it
            if isinstance(message, _Farewell):
                if message.trouble is not None:
                    raise message.trouble.error()
                if message.bug:
                    raise WorkerLost(
                        "The file could not be read because of a mistake of talkreader ({reason});"
                        " the pages stored before are whole",
                        reason=message.bug,
                    )
                return
            yield message


def _fetch(
    connection: Connection, parcels: queue.Queue[bytes | None], stopped: threading.Event
) -> None:
    """Take parcels from the pipe until it ends, so that the reader need not wait for the store."""
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
    """Sends messages in parcels."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: list[object] = []
        self._size = 0

    def send(self, message: object) -> None:
        """Put a message into the parcel, and send it when it is large enough."""
        if isinstance(message, Packed):
            # what came before comes first: a file has begun, or has ended
            self.flush()
            self._connection.send_bytes(message.parcel)
            return
        self._waiting.append(message)
        self._size += _weight(message)
        if self._size >= _PARCEL:
            self.flush()

    def flush(self) -> None:
        """Send what there is."""
        self._connection.send_bytes(pickle.dumps(self._waiting, pickle.HIGHEST_PROTOCOL))
        self._waiting.clear()
        self._size = 0


def _weight(message: object) -> int:
    if not isinstance(message, PageRead):
        return 100
    return (
        1000
        + 200 * len(message.changes)
        + sum(len(blob) for blob in message.page.blobs if blob) * 5
    )


def _understanding(options: Options, folder: Path) -> Understand:
    """Return what a helper does with a page."""
    from talkreader.store import open_library

    library = open_library(folder, read_only=True)
    return Reader((), options, library, Progress()).page


def _give_memory_back() -> None:
    """Let this process give back what one long page took.

    glibc learns from the first large block that it is freed that such blocks are to be kept, and
    every process of an import grows by a tenth.
    """
    if sys.platform == "linux":
        import ctypes

        library = ctypes.CDLL(None)
        with suppress(AttributeError):  # another C library
            library.mallopt(_M_MMAP_THRESHOLD, 128 * 1024)
            library.mallopt(_M_TRIM_THRESHOLD, 128 * 1024)
            library.mallopt(_M_ARENA_MAX, 1)


def _work(connection: Connection, files: tuple[Path, ...], options: Options, folder: Path) -> None:
    """Read in this process, and send what is read; the other side closes the pipe to stop it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's interrupt is for the other one
    gc.set_threshold(50_000, 20, 100)  # pages are trees: looking for circles in them finds none
    _give_memory_back()
    from talkreader.store import open_library

    sender = _Sender(connection)
    farewell = _Farewell()
    try:
        count = most_helpers()
        helpers = start_helpers(lambda: _understanding(options, folder), connection, count)
        with open_library(folder, read_only=True) as library:
            for message in Reader(files, options, library, Progress(), helpers).messages():
                sender.send(message)
        if helpers is not None:
            helpers.close()
    except (BrokenPipeError, ConnectionError, Cancelled):
        return
    except TalkreaderError as error:
        farewell = _Farewell(Trouble.of(error))
    except Exception as bug:  # a bug here must be told there
        logging.getLogger(__name__).exception("reading")
        farewell = _Farewell(bug=f"{type(bug).__name__}: {bug}")
    sender.send(farewell)
    sender.flush()
