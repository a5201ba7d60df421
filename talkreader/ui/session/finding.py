"""Searching: one search at a time, its hits, and walking through them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.errors import QueryError
from talkreader.domain.hit import Hit
from talkreader.domain.progress import Progress
from talkreader.ui.jobs import Job, JobRunner
from talkreader.ui.scope import Scope
from talkreader.ui.session.found import (
    Found,
    Stop,
    stops_of,
    translations_of,
    with_translations,
)
from talkreader.ui.session.widening import widened

if TYPE_CHECKING:
    from talkreader.domain.query import Query
    from talkreader.store import Library

IN_PAGE = 5000
"""Hits that are asked for in one page: all of them, as good as always."""
IN_LIBRARY = 200
"""Hits that are asked for in the library, the newest; the count says how many more there are."""


class Finding(QObject):
    """The search as it stands. ``found`` carries a `Found`; ``stop_changed`` the stop's number.

    ``counted`` carries the same `Found` with all of it counted. ``misunderstood`` carries a
    `QueryError`: the words in the field make no search (yet). ``beside`` returns what a query finds
    in the translations of the page that is read: they are in no index.
    """

    found = Signal(object)
    counted = Signal(object)
    more_found = Signal(object)
    stop_changed = Signal(object)
    misunderstood = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._ticket = 0
        self._job: Job | None = None
        self._asked: tuple[str, int | None] = ("", None)
        self._orders = {Scope.PAGE: "page", Scope.LIBRARY: "newest"}
        self.state = Found()
        self.at: int | None = None
        self.beside: Callable[[Query], Sequence[Hit]] = lambda _query: ()
        self._others_beside = False
        self._others_noted = False

    def order(self, scope: Scope) -> str:
        """Return how hits are ordered there: a value of `talkreader.domain.query.Order`."""
        return self._orders[scope]

    def sort(self, scope: Scope, order: str) -> None:
        """Order the hits otherwise; a search that stands is done again."""
        if self._orders[scope] != order:
            self._orders[scope] = order
            self.search(*self._asked)

    def search(self, text: str, page: int | None) -> None:
        """Search a stored page, or the library (None); an empty text ends the search."""
        self._ticket += 1
        self._asked = (text, page)
        self._stop_running()
        if not text.strip():
            self._set(Found())
            return
        from talkreader.domain.grammar import parse_query
        from talkreader.domain.query import Order

        scope = Scope.LIBRARY if page is None else Scope.PAGE
        limit = IN_LIBRARY if page is None else IN_PAGE
        try:
            query = parse_query(text, order=Order(self._orders[scope]), page=page, limit=limit)
        except QueryError as error:
            self.state = Found()  # the hits of other words would only mislead
            self.at = None
            self.misunderstood.emit(error)
            return
        library, beside = self._library, self.beside(query)

        def work(progress: Progress) -> object:
            progress.check()
            found = tuple(library.search(query))
            hits = with_translations(found, beside) if beside else found
            return Found(
                text,
                query,
                hits,
                stops_of(hits, scope),
                library.answered(found),
                len(hits) if len(found) < query.limit else None,
            )

        self._run(work, self._searched)

    def again(self) -> None:
        """Do the search that stands once more: what it searches is different now."""
        if self._asked[0].strip():
            self.search(*self._asked)

    def more(self) -> None:
        """Add the next hits to those that are there."""
        state = self.state
        if state.query is None or self._runner_has_job():
            return
        query = replace(state.query, offset=len(state.hits) - len(translations_of(state.hits)))
        library, beside = self._library, translations_of(state.hits)

        def work(progress: Progress) -> object:
            progress.check()
            new = tuple(library.search(query))
            hits = with_translations((*state.hits, *new), beside)
            answered = {**state.answered, **library.answered(new)}
            return replace(
                self.state, hits=hits, stops=stops_of(hits, state.scope), answered=answered
            )

        self._run(work, self._extended)

    def look_beside(self) -> None:
        """Look anew into the translations of the page, which are others now; stay where one is."""
        self._others_beside = self._runner_has_job()
        if not self._others_beside:
            self._look_beside()

    def _look_beside(self) -> None:
        state = self.state
        if state.query is None:
            return
        beside = tuple(self.beside(state.query))
        before = translations_of(state.hits)
        if beside == before:
            return
        hits = with_translations(state.hits, beside)
        total = None if state.total is None else state.total + len(beside) - len(before)
        self._stay(replace(state, hits=hits, stops=stops_of(hits, state.scope), total=total))

    def renew(self) -> None:
        """Look anew for the notes, which are others now; stay where one is."""
        state = self.state
        self._others_noted = self._runner_has_job()
        if state.query is None or self._others_noted:
            return
        beside = translations_of(state.hits)
        query = replace(state.query, limit=max(state.query.limit, len(state.hits) - len(beside)))
        library = self._library

        def work(progress: Progress) -> object:
            progress.check()
            found = tuple(library.search(query))
            hits = with_translations(found, beside) if beside else found
            if hits == state.hits:
                return state
            total = len(hits) if len(found) < query.limit else library.count(query) + len(beside)
            return replace(
                state,
                hits=hits,
                stops=stops_of(hits, state.scope),
                answered=library.answered(found),
                total=total,
                facets=library.facets(query),
            )

        self._run(work, self._renewed)

    def _renewed(self, found: Found) -> None:
        if found is not self.state:
            if found.hits and self.state.hits:
                self._stay(found)
            else:
                self.again()  # nothing is found any more, or something now: that is told
                return
        self._catch_up()

    def _stay(self, found: Found) -> None:
        """Show other hits of the same search; the stop where one is stays so."""
        here = None if self.at is None else _known(self.state, self.state.stops[self.at])
        self.at = next(
            (n for n, stop in enumerate(found.stops) if _known(found, stop) == here), None
        )
        self.state = found
        self.more_found.emit(found)

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

    def _runner_has_job(self) -> bool:
        return self._job is not None and self._job in self._runner.running

    def _stop_running(self) -> None:
        if self._job is not None and self._job in self._runner.running:
            self._job.cancel()
            self._library.interrupt()
        self._job = None

    def _run(self, work: Callable[[Progress], object], then: Callable[[Found], None]) -> None:
        ticket = self._ticket
        self._job = Job(work)
        self._job.finished.connect(lambda found: then(found) if ticket == self._ticket else None)
        self._job.failed.connect(self.failed)
        self._runner.start(self._job)

    def _searched(self, found: Found) -> None:
        self._set(found)
        query, library = found.query, self._library
        if query is None:
            return

        def work(progress: Progress) -> object:
            progress.check()
            total = found.total
            if total is None:
                total = library.count(query) + len(translations_of(found.hits))
            progress.check()
            if not found.hits:
                return replace(found, total=total, wider=widened(library, query, progress.check))
            return replace(found, total=total, facets=library.facets(query))

        self._run(work, self._counted)

    def _counted(self, found: Found) -> None:
        self.state = found
        self.counted.emit(found)
        self._catch_up()

    def _extended(self, found: Found) -> None:
        self.state = found
        self.more_found.emit(found)
        self._catch_up()

    def _catch_up(self) -> None:
        """Do what had to wait for the end of a job: it would have written over it."""
        if self._others_beside:
            self._others_beside = False
            self._look_beside()
        if self._others_noted:
            self.renew()

    def _set(self, state: Found) -> None:
        self.state = state
        self.at = None
        self.found.emit(state)


def _known(found: Found, stop: Stop) -> object:
    """Return what a stop is known by where hits are others: a note's words may be new."""
    hit = found.hits[stop.hit]
    return hit.note or (hit, stop.span)
