"""Another process that understands pages while the first one reads on.

All pages of a large import go through it, so that only one process knows the parser's tables, and
meets a signature for the first time; the one that reads unpacks and takes XML apart meanwhile. It
is a copy of the reader's own process (fork), made before that has opened anything. With four cores
there are two of them: then the one that stores has as much to do as each. Where that cannot be, on
Windows or on a single core, there is none, and the reader does all by itself.
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
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait

from talkreader.domain.page import RawPage
from talkreader.ingest.messages import Message, Packed

_BATCH = 128 * 1024
"""Characters of the pages that are given away together: some two hundred comments."""
_AHEAD = 4
"""Batches that are given away before something is made of the first: enough while the next of a
packed file is unpacked."""
_MANY = 1_000
"""More batches than a helper can have: it is gone."""
_CORES = 2, 4
"""Cores for the first helper, and for the second."""

Understand = Callable[[RawPage], Iterator[Message]]
"""What becomes of a page: `talkreader.ingest.reading.Reader.page`."""


def most_helpers() -> int:
    """Return how many there can be: as many as there are cores for."""
    cores = os.cpu_count() or 1
    if sys.platform != "linux" or cores < _CORES[0]:
        return 0
    return 1 if cores < _CORES[1] else 2


@dataclass(slots=True)
class Helper:
    """Gives pages away, and passes on what the other process makes of them, in their order."""

    connection: Connection
    pid: int
    _batch: list[RawPage] = field(default_factory=list)
    _size: int = 0
    _away: deque[list[RawPage]] = field(default_factory=deque)
    _gone: bool = False

    @property
    def has_begun(self) -> bool:
        """Say whether a batch waits for more pages."""
        return bool(self._batch)

    @property
    def to_do(self) -> int:
        """How many batches it has; one that is gone seems to have many, and has none."""
        return _MANY if self._gone else len(self._away)

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
        """Yield what was made of the pages, as far as it is ready; with ``all_of_it`` all is.

        When the helper is gone its pages are understood here, by ``understand``.
        """
        if all_of_it and self._batch and not self._gone:
            self._send()
        while self._away and not self._gone:
            try:
                if not (all_of_it or self.connection.poll()):
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


class Helpers:
    """All helpers as one: a batch is given to who has least to do."""

    def __init__(self, helpers: Sequence[Helper]) -> None:
        self._helpers = helpers
        self._turn = helpers[0]

    @property
    def pids(self) -> list[int]:
        """The processes."""
        return [helper.pid for helper in self._helpers]

    def take(self, page: RawPage, *, at_once: bool = False) -> bool:
        """As `Helper.take`."""
        if not self._turn.has_begun:
            self._turn = min(self._helpers, key=lambda helper: helper.to_do)
        return self._turn.take(page, at_once=at_once)

    def made(self, understand: Understand, *, all_of_it: bool = False) -> Iterator[Message]:
        """As `Helper.made`; what is not ready is waited for when all have much to do."""
        there = [helper for helper in self._helpers if helper.to_do < _MANY]
        if there and not all_of_it and all(helper.to_do >= _AHEAD for helper in there):
            wait([helper.connection for helper in there])
        for helper in self._helpers:
            yield from helper.made(understand, all_of_it=all_of_it)

    def close(self) -> None:
        """Let them end."""
        for helper in self._helpers:
            helper.close()


def start_helpers(
    begin: Callable[[], Understand], theirs: Connection, count: int
) -> Helpers | None:
    """Return so many new helpers, each of which makes its own reader by ``begin``; None for 0.

    ``theirs`` is what only the first process may hold open.
    """
    helpers: list[Helper] = []
    gc.freeze()  # what all share stays shared when garbage is looked for
    for _number in range(count):
        here, there = Pipe()
        pid = os.fork()
        if not pid:
            try:
                for other in (here, theirs, *(helper.connection for helper in helpers)):
                    other.close()
                _help(there, begin)
            finally:
                os._exit(0)
        there.close()
        helpers.append(Helper(here, pid))
    return Helpers(helpers) if helpers else None


def _help(connection: Connection, begin: Callable[[], Understand]) -> None:
    """Understand the pages that come until there are no more."""
    # two threads wait for the other side, which is not always there to give or to take
    batches: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    made: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(connection, batches), daemon=True).start()
    telling = threading.Thread(target=_tell, args=(connection, made))
    telling.start()
    try:
        understand = begin()
        while (batch := batches.get()) is not None:
            pages = pickle.loads(batch)  # noqa: S301  our own process wrote it
            messages = [message for page in pages for message in understand(page)]
            made.put(pickle.dumps(messages, pickle.HIGHEST_PROTOCOL))
    finally:
        made.put(None)
        telling.join()


def _listen(connection: Connection, batches: queue.SimpleQueue[bytes | None]) -> None:
    batch: bytes | None = b""
    while batch is not None:
        try:
            batch = connection.recv_bytes()
        except (EOFError, OSError):
            batch = None
        batches.put(batch)


def _tell(connection: Connection, made: queue.SimpleQueue[bytes | None]) -> None:
    with suppress(OSError):
        while (parcel := made.get()) is not None:
            connection.send_bytes(parcel)
