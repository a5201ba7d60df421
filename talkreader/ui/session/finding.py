"""Searching: one search at a time, its hits, and walking through them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.body import Span
from talkreader.domain.errors import QueryError
from talkreader.domain.hit import Hit, HitKind
from talkreader.domain.progress import Progress
from talkreader.ui.jobs import Job, JobRunner

if TYPE_CHECKING:
    from talkreader.domain.query import Query
    from talkreader.store import Library

IN_PAGE = 5000
"""Hits that are asked for in one page: all of them, as good as always."""
IN_LIBRARY = 200
"""Hits that are asked for in the library, the newest; the count says how many more there are."""


class Scope(StrEnum):
    """Where to search."""

    PAGE = "page"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of next and previous: words of a hit, or the whole hit (``span`` None)."""

    hit: int
    span: Span | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found; ``query`` None: nothing was asked. ``total`` None: not counted yet."""

    text: str = ""
    query: Query | None = None
    hits: tuple[Hit, ...] = ()
    stops: tuple[Stop, ...] = ()
    total: int | None = None


def stops_of(hits: tuple[Hit, ...]) -> tuple[Stop, ...]:
    """Return every place to stop at, in the order of the hits."""
    result = []
    for number, hit in enumerate(hits):
        spans = hit.matches if hit.kind is HitKind.COMMENT else ()
        result += [Stop(number, span) for span in spans] or [Stop(number, None)]
    return tuple(result)


class Finding(QObject):
    """The search as it stands. ``found`` carries a `Found`; ``stop_changed`` the stop's number.

    ``misunderstood`` carries a `QueryError`: the words in the field make no search (yet).
    """

    found = Signal(object)
    counted = Signal(object)
    stop_changed = Signal(object)
    misunderstood = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._ticket = 0
        self._job: Job | None = None
        self.state = Found()
        self.at: int | None = None

    def search(self, text: str, page: int | None) -> None:
        """Search a stored page, or the library (None); an empty text ends the search."""
        self._ticket += 1
        self._stop_running()
        if not text.strip():
            self._set(Found())
            return
        from talkreader.domain.grammar import parse_query
        from talkreader.domain.query import Order

        order = Order.NEWEST if page is None else Order.PAGE
        limit = IN_LIBRARY if page is None else IN_PAGE
        try:
            query = parse_query(text, order=order, page=page, limit=limit)
        except QueryError as error:
            self.state = Found()  # the hits of other words would only mislead
            self.at = None
            self.misunderstood.emit(error)
            return
        ticket = self._ticket

        def work(progress: Progress) -> object:
            progress.check()
            return tuple(self._library.search(query))

        self._job = Job(work)
        self._job.finished.connect(lambda hits: self._searched(text, query, hits, ticket))
        self._job.failed.connect(self.failed)
        self._runner.start(self._job)

    def names_like(self) -> tuple[str, ...]:
        """Return the people whose names begin as the one that the search asks for; at most 5."""
        query = self.state.query
        chips = query.chips if query is not None else ()
        wanted = [chip.value for chip in chips if chip.field == "from"]
        found = self._library.suggest("from", wanted[0]) if wanted else []
        return tuple(name for name in found[:5] if name not in wanted)

    def go(self, stop: int) -> None:
        """Go to a stop by its number; numbers beyond the ends come round."""
        if self.state.stops:
            self.at = stop % len(self.state.stops)
            self.stop_changed.emit(self.at)

    def go_to_hit(self, hit: int) -> None:
        """Go to the first stop in a hit."""
        for number, stop in enumerate(self.state.stops):
            if stop.hit == hit:
                self.go(number)
                return

    def next(self) -> None:
        """Go to the next stop, from the last one to the first."""
        self.go(0 if self.at is None else self.at + 1)

    def previous(self) -> None:
        """Go to the stop before, from the first one to the last."""
        self.go(-1 if self.at is None else self.at - 1)

    def _stop_running(self) -> None:
        if self._job is not None and self._job in self._runner.running:
            self._job.cancel()
            self._library.interrupt()
        self._job = None

    def _searched(self, text: str, query: Query, hits: tuple[Hit, ...], ticket: int) -> None:
        if ticket != self._ticket:
            return
        complete = len(hits) < query.limit
        total = len(hits) if complete else None
        self._set(Found(text, query, hits, stops_of(hits), total))
        if complete:
            return

        def work(progress: Progress) -> object:
            progress.check()
            return self._library.count(query)

        self._job = Job(work)
        self._job.finished.connect(lambda total: self._counted(total, ticket))
        self._job.failed.connect(self.failed)
        self._runner.start(self._job)

    def _counted(self, total: int, ticket: int) -> None:
        if ticket == self._ticket:
            self.state = replace(self.state, total=total)
            self.counted.emit(self.state)

    def _set(self, state: Found) -> None:
        self.state = state
        self.at = None
        self.found.emit(state)
