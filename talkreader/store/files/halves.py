"""A long question in two halves at once: of the newer rows here, of the older ones elsewhere.

To find words that are seldom beside each other, or to count them, FTS5 has to read the whole list
of each; that is nearly all that such a search takes. SQLite lets other threads go on meanwhile, so
the older half is asked for on a connection of its own, in a thread of its own.

Both must see the same state of the file while an import writes, though two connections cannot be
told to. But one statement sees one state. So it is told which state of the index is meant, and
answers nothing where it sees another; then both halves are asked here, one after the other. They
are as well where the other half is late: on a machine that is busy it may have had no core at all.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from time import perf_counter, thread_time
from typing import TYPE_CHECKING, Any

from talkreader.domain.errors import Cancelled

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Values = tuple[object, ...]

_STATE = (
    "(SELECT group_concat(hex(block)) FROM (SELECT block FROM words_data WHERE id IN (1, 10)"
    " UNION ALL SELECT block FROM singles_data WHERE id IN (1, 10)))"
)
"""How many rows the index has and which pieces: FTS5 writes both anew with every change (see
FTS5_AVERAGES_ROWID and FTS5_STRUCTURE_ROWID in its fts5_index.c)."""
_PATIENCE = 0.4
"""The other half is waited for so long, as a share of what this half took."""
_AT_LEAST = 0.0002
"""Seconds that it is waited for in any case: to wake a thread takes a tenth of it."""
_PAUSES = 0.02, 2.0
"""Seconds in which nothing is asked elsewhere after it did not pay: twice as many each time, up to
the second number, for a machine that is busy is so for longer."""
_STEP = 0.001
_CORES = os.cpu_count() or 1


class Halves:
    """Has a second connection to a file, and a thread, for one question at a time."""

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._turn = Lock()
        self._connection: sqlite3.Connection | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._asked: Future[Any] | None = None
        self._stopped = False
        self._not_before = 0.0
        self._pause = 0.0

    def at_once(
        self, connection: sqlite3.Connection, question: str, newer: Values, older: Values
    ) -> tuple[Any, Any] | None:
        """Return what a question about the index gives for each of two tuples of values.

        It gives one value, which is not NULL. ``connection`` is in a transaction. None: another
        thread has its turn, or it has not paid a moment ago.
        """
        if perf_counter() < self._not_before or not self._turn.acquire(blocking=False):
            return None
        first = self._connection is None  # made in the other thread, which takes its time
        try:
            asked = self._ask(connection, question, older)
            if asked is None:
                return None
            return self._both(asked, connection, question, newer, older, judged=not first)
        finally:
            self._turn.release()

    def _both(
        self,
        asked: Future[Any],
        connection: sqlite3.Connection,
        question: str,
        newer: Values,
        older: Values,
        *,
        judged: bool,
    ) -> tuple[Any, Any]:
        """Return both answers; ``judged``: what they take says whether to go on like this."""
        begun, before = perf_counter(), thread_time()
        try:
            here = _value(connection, question, newer)
            there = self._wait(asked, (perf_counter() - begun) * _PATIENCE + _AT_LEAST)
        except BaseException:
            self._stop(asked)
            raise
        alone = thread_time() - before + (0.0 if there is None else there[1])
        if there is not None and perf_counter() - begun <= alone + _AT_LEAST:
            self._pause = 0.0
        elif judged:
            least, most = _PAUSES
            self._pause = min(2 * self._pause or least, most)
            self._not_before = perf_counter() + self._pause
        return here, _value(connection, question, older) if there is None else there[0]

    def _ask(
        self, connection: sqlite3.Connection, question: str, values: Values
    ) -> Future[Any] | None:
        """Have a question asked in the other thread; None where that still has another one."""
        if self._asked is not None and not self._asked.done():
            return None
        state = _value(connection, f"SELECT {_STATE}", ())
        self._stopped = False
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor

            self._pool = ThreadPoolExecutor(1, thread_name_prefix="half")
        self._asked = self._pool.submit(
            self._answer, f"SELECT CASE WHEN {_STATE} IS ? THEN ({question}) END", (state, *values)
        )
        return self._asked

    def _answer(self, question: str, values: Values) -> tuple[Any, float] | None:
        """Return the answer and the seconds of work; None when the index has another state.

        Runs in the other thread.
        """
        if self._connection is None:
            try:
                self._connection = self._connect()
            except sqlite3.Error:
                return None  # who asked has one
        if self._stopped:
            return None
        before = thread_time()
        answer = _value(self._connection, question, values)
        return None if answer is None else (answer, thread_time() - before)

    def _wait(self, asked: Future[Any], seconds: float) -> tuple[Any, float] | None:
        """Return what `_answer` does; None when it is late too."""
        answer: tuple[Any, float] | None = None
        with suppress(TimeoutError):
            answer = asked.result(seconds)
        if answer is None:
            if self._stopped:
                raise Cancelled
            self.interrupt()
        return answer

    def _stop(self, asked: Future[Any] | None) -> None:
        """End what runs in the other thread, and wait until it has."""
        from concurrent.futures import wait

        while asked is not None and not asked.done():
            # again and again: a statement that has not begun yet is not stopped
            self.interrupt()
            wait([asked], _STEP)

    def interrupt(self) -> None:
        """Stop what runs in the other thread."""
        self._stopped = True
        if self._connection is not None:
            self._connection.interrupt()

    def close(self) -> None:
        """Close the connection and end the thread; they are made anew when needed."""
        self._stop(self._asked)
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class Reader(sqlite3.Connection):
    """A connection; while it searches, another one may help."""

    roomy = False
    halves: Halves | None = None


def at_once(
    connection: sqlite3.Connection, question: str, newer: Values, older: Values
) -> tuple[Any, Any] | None:
    """Return `Halves.at_once`; None where there is no second core."""
    if _CORES < 2 or not isinstance(connection, Reader) or connection.halves is None:
        return None
    return connection.halves.at_once(connection, question, newer, older)


def _value(connection: sqlite3.Connection, question: str, values: Values) -> Any:
    return connection.execute(question, values).fetchone()[0]
