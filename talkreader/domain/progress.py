"""How long work tells how far it is and learns that it should stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from threading import Event

from talkreader.domain.errors import Cancelled
from talkreader.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """How far a job is: ``done`` of ``total`` units (bytes for imports; None: unknown).

    ``left`` is how many seconds the rest will take, None when it is too early to say.
    """

    done: int
    total: int | None
    pages: int = 0
    comments: int = 0
    note: str = ""
    left: float | None = None


def _ignore(_report: ProgressReport) -> None:
    """Do nothing with a report; the default listener."""


@dataclass(slots=True)
class Progress:
    """Handed to long work: it calls `report` now and then, and `check` raises when it should stop.

    Safe to cancel and pause from another thread. Report per page or per MiB, not per line. Work
    that can be paused looks at ``paused`` where it holds nothing, and calls `wait_until_resumed`.
    """

    listener: Callable[[ProgressReport], None] = _ignore
    _stop: Event = field(default_factory=Event)
    _held: Event = field(default_factory=Event)
    _changed: Event = field(default_factory=Event)

    def heard_by(self, listener: Callable[[ProgressReport], None]) -> Progress:
        """Return a progress for a part of the work: another listener, the same wish to stop."""
        return Progress(listener, self._stop, self._held, self._changed)

    def cancel(self) -> None:
        """Ask the work to stop at the next `check` or `report`."""
        self._stop.set()
        self._changed.set()

    def pause(self) -> None:
        """Ask the work to wait where it can."""
        self._changed.clear()
        self._held.set()

    def resume(self) -> None:
        """Let the work go on."""
        self._held.clear()
        self._changed.set()

    @property
    def paused(self) -> bool:
        """True when somebody asked to wait."""
        return self._held.is_set()

    def wait_until_resumed(self) -> None:
        """Return when nobody asks to wait any more; raises `Cancelled` when it is to stop."""
        while self._held.is_set():
            self.check()
            self._changed.wait()
        self.check()

    @property
    def cancelled(self) -> bool:
        """True when somebody asked to stop."""
        return self._stop.is_set()

    def check(self) -> None:
        """Raise `Cancelled` when somebody asked to stop."""
        if self._stop.is_set():
            raise Cancelled

    def report(self, report: ProgressReport) -> None:
        """Tell the listener; raises `Cancelled` when somebody asked to stop."""
        self.check()
        self.listener(report)
