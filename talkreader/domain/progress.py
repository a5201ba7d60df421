"""How long work tells how far it is and learns that it should stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from talkreader.domain.errors import Cancelled


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """How far a job is: ``done`` of ``total`` units (bytes for imports; None: unknown)."""

    done: int
    total: int | None
    pages: int = 0
    comments: int = 0
    note: str = ""


def _ignore(_report: ProgressReport) -> None:
    """Do nothing with a report; the default listener."""


@dataclass(slots=True)
class Progress:
    """Handed to long work: it calls `report` now and then, and `check` raises when it should stop.

    Safe to cancel from another thread. Report per page or per MiB, not per line.
    """

    listener: Callable[[ProgressReport], None] = _ignore
    _stop: Event = field(default_factory=Event)

    def heard_by(self, listener: Callable[[ProgressReport], None]) -> Progress:
        """Return a progress for a part of the work: another listener, the same wish to stop."""
        return Progress(listener, self._stop)

    def cancel(self) -> None:
        """Ask the work to stop at the next `check` or `report`."""
        self._stop.set()

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
