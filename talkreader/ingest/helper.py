"""A second process that understands pages while the first one reads on.

All pages of a large import go through it, so that only one process knows the parser's tables, and
meets a signature for the first time; the one that reads unpacks and takes XML apart meanwhile. It
is a copy of the reader's own process (fork), made before that has opened anything. Where that
cannot be, on Windows or on a single core, there is no helper, and the reader does all by itself.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import queue
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from talkreader.domain.page import RawPage
from talkreader.ingest.messages import Message, Packed

_BATCH = 128 * 1024
"""Characters of the pages that are given away together: a tenth of a second of work."""
_AHEAD = 2
"""Batches that are given away before something is made of the first: one waits for its turn."""

Understand = Callable[[RawPage], Iterator[Message]]
"""What becomes of a page: `talkreader.ingest.reading.Reader.page`."""


def can_help() -> bool:
    """Say whether there can be a second process, and a core for it."""
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1


@dataclass(slots=True)
class Helper:
    """Gives pages away, and passes on what the other process makes of them, in their order."""

    connection: Connection
    pid: int
    _batch: list[RawPage] = field(default_factory=list)
    _size: int = 0
    _away: deque[list[RawPage]] = field(default_factory=deque)
    _gone: bool = False

    def take(self, page: RawPage, *, at_once: bool = False) -> bool:
        """Say whether the page was taken; ``at_once``: it does not wait for others.

        None is taken once the other process is gone.
        """
        if self._gone:
            return False
        self._batch.append(page)
        self._size += len(page.text)
        if at_once or self._size >= _BATCH:
            self._send()
        return True

    def _send(self) -> None:
        batch, self._batch, self._size = self._batch, [], 0
        self._away.append(batch)
        try:
            self.connection.send_bytes(pickle.dumps(batch, pickle.HIGHEST_PROTOCOL))
        except OSError:
            self._gone = True

    def made(self, understand: Understand, *, all_of_it: bool = False) -> Iterator[Message]:
        """Yield what was made of the pages; what is not ready is waited for when it is much.

        With ``all_of_it`` all is. When the helper is gone its pages are understood here, by
        ``understand``.
        """
        if all_of_it and self._batch and not self._gone:
            self._send()
        while self._away and not self._gone:
            try:
                if not (all_of_it or len(self._away) >= _AHEAD or self.connection.poll()):
                    return
                made = self.connection.recv_bytes()
            except (EOFError, OSError):
                self._gone = True
                break
            self._away.popleft()
            yield Packed(made)
        if self._gone and (self._away or self._batch):
            logging.getLogger(__name__).warning("the helper is gone")
            left = [page for batch in (*self._away, self._batch) for page in batch]
            self._away.clear()
            self._batch = []
            for page in left:
                yield from understand(page)

    def close(self) -> None:
        """Let the other process end."""
        self.connection.close()
        os.waitpid(self.pid, 0)


def start_helper(begin: Callable[[], Understand], theirs: Connection) -> Helper | None:
    """Return a new helper, which makes its own reader by ``begin``; None where there is none.

    ``theirs`` is what only the first process may hold open.
    """
    if not can_help():
        return None
    here, there = Pipe()
    gc.freeze()  # what both share stays shared when garbage is looked for
    pid = os.fork()
    if pid:
        there.close()
        return Helper(here, pid)
    try:
        here.close()
        theirs.close()
        _help(there, begin)
    finally:
        os._exit(0)


def _help(connection: Connection, begin: Callable[[], Understand]) -> None:
    """Understand the pages that come until there are no more."""
    batches: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    # who gives them away must not wait for it while what was made of others waits to be taken
    threading.Thread(target=_listen, args=(connection, batches), daemon=True).start()
    understand = begin()
    while (batch := batches.get()) is not None:
        pages = pickle.loads(batch)  # noqa: S301  our own process wrote it
        messages = [message for page in pages for message in understand(page)]
        try:
            connection.send_bytes(pickle.dumps(messages, pickle.HIGHEST_PROTOCOL))
        except OSError:
            return


def _listen(connection: Connection, batches: queue.SimpleQueue[bytes | None]) -> None:
    batch: bytes | None = b""
    while batch is not None:
        try:
            batch = connection.recv_bytes()
        except (EOFError, OSError):
            batch = None
        batches.put(batch)
