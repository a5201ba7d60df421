"""Turns: a lock that writers get in the order in which they asked for it."""

from __future__ import annotations

from collections import deque
from threading import Lock, get_ident
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

_NOBODY = 0
_HANDED_ON = -1


class Turns:
    """A lock for one thread at a time, which may take it again while it has it.

    Who asked first gets it first. `threading.RLock` promises no order: an import that takes it for
    one batch after the other gets it again and again, and a page that somebody opens meanwhile
    waits for the whole import.
    """

    def __init__(self) -> None:
        self._guard = Lock()
        self._owner = _NOBODY
        self._depth = 0
        self._waiting: deque[Lock] = deque()

    @property
    def wanted(self) -> int:
        """How many threads stand in line for it."""
        return len(self._waiting)

    def __enter__(self) -> None:
        me = get_ident()
        if self._owner != me:
            self._wait()
            self._owner = me
        self._depth += 1

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._depth -= 1
        if not self._depth:
            with self._guard:
                self._hand_on()

    def _wait(self) -> None:
        with self._guard:
            if self._owner == _NOBODY:
                self._owner = _HANDED_ON
                return
            turn = Lock()
            turn.acquire()
            self._waiting.append(turn)
        try:
            turn.acquire()
        except BaseException:  # Ctrl+C while it waits
            with self._guard:
                if turn in self._waiting:
                    self._waiting.remove(turn)
                else:
                    self._hand_on()
            raise

    def _hand_on(self) -> None:
        """Give it to who has waited longest; nobody takes it in between."""
        if self._waiting:
            self._owner = _HANDED_ON
            self._waiting.popleft().release()
        else:
            self._owner = _NOBODY
