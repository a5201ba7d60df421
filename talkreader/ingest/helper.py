"""A second process that understands pages while the first one reads on.

The reader's own process is copied (fork) when it knows the parser's tables and has opened nothing
yet, so that the two share most of their memory. Where that cannot be, on Windows or on a single
core, there is no helper, and the reader does all by itself.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from talkreader.domain.page import Form, RawPage
from talkreader.ingest.messages import Message, Packed

_BATCH = 128 * 1024
"""Characters of the pages that are given away together: a tenth of a second of work."""

Understand = Callable[[RawPage], Iterator[Message]]
"""What becomes of a page: `talkreader.ingest.reading.Reader.page`."""


def can_help() -> bool:
    """Say whether there can be a second process, and a core for it."""
    return sys.platform == "linux" and (os.cpu_count() or 1) > 1


@dataclass(slots=True)
class Helper:
    """Gives pages away while the other process is idle, and passes on what it makes of them.

    Never two batches at once: each side would wait for the other to read.
    """

    connection: Connection
    pid: int
    _batch: list[RawPage] = field(default_factory=list)
    _size: int = 0
    _busy: bool = False

    def take(self, page: RawPage) -> bool:
        """Say whether the page was taken; it is not while the helper is at work."""
        if self._busy:
            return False
        self._batch.append(page)
        self._size += len(page.text)
        if self._size >= _BATCH:
            self._send()
        return True

    def _send(self) -> None:
        try:
            self.connection.send_bytes(pickle.dumps(self._batch, pickle.HIGHEST_PROTOCOL))
        except OSError:
            logging.getLogger(__name__).warning("the helper is gone")
        self._busy = True

    def made(self, understand: Understand, *, all_of_it: bool = False) -> Iterator[Message]:
        """Yield what was made of the pages, without waiting for it or ``all_of_it``.

        When the helper is gone its pages are understood here, by ``understand``.
        """
        if all_of_it and not self._busy:
            yield from self._here(understand)
        if not self._busy:
            return
        try:
            if not all_of_it and not self.connection.poll():
                return
            yield Packed(self.connection.recv_bytes())
        except (EOFError, OSError):
            # nothing is given away any more
            yield from self._here(understand)
            return
        self._forget()
        self._busy = False

    def _here(self, understand: Understand) -> Iterator[Message]:
        for page in self._batch:
            yield from understand(page)
        self._forget()

    def _forget(self) -> None:
        self._batch = []
        self._size = 0

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
    _warm()
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


def _warm() -> None:
    """Load the tables that understanding a page needs."""
    from talkreader import parsing
    from talkreader.store.cutting import cut

    for text in (
        "Lamp. [[User:A|A]] ([[User talk:A|talk]]) 12:00, 1 May 2020 (UTC)",
        "灯。[[User:A|A]]（[[User talk:A|留言]]） 2020年5月1日 (五) 12:00 (UTC)",
    ):
        cut(parsing.parse(RawPage(Form.WIKITEXT, text), detail=False), detail=False)


def _help(connection: Connection, begin: Callable[[], Understand]) -> None:
    """Understand the pages that come until there are no more."""
    understand = begin()
    while True:
        try:
            pages = pickle.loads(connection.recv_bytes())  # noqa: S301  our own process wrote it
            messages = [message for page in pages for message in understand(page)]
            connection.send_bytes(pickle.dumps(messages, pickle.HIGHEST_PROTOCOL))
        except (EOFError, OSError):
            return
