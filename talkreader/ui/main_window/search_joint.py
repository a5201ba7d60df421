"""Joins searching: the field, the list of hits, and the marks in the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from talkreader.domain.bilingual import prose_key
from talkreader.domain.body import Span
from talkreader.domain.errors import QueryError
from talkreader.domain.hit import Hit, HitKind
from talkreader.ui import words
from talkreader.ui.announcing import announce
from talkreader.ui.document.marks import Find, HitMark
from talkreader.ui.jobs import Job
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Found, Opened, Scope, Session
from talkreader.ui.settings import SCOPE, Settings

if TYPE_CHECKING:
    from talkreader.domain.query import Chip, Query
    from talkreader.reading import ReadingPage

MOST_MARKS = 5_000


class SearchJoint(QObject):
    """What starts a search, shows what it found, and walks through it."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._marks: dict[int, int] = {}
        bar, search = window.search, session.search
        bar.set_scope(Scope(settings.text(SCOPE)))
        bar.searched.connect(self._search)
        bar.field.wanted.connect(self._complete)
        bar.submitted.connect(search.next)
        bar.submitted_back.connect(search.previous)
        bar.left.connect(self._leave)
        search.found.connect(self._show)
        search.counted.connect(self._count)
        search.misunderstood.connect(self._explain)
        search.stop_changed.connect(self._show_stop)
        session.pages.page_opened.connect(self._mark_again)
        search.more_found.connect(self._show_more)
        results = window.results
        results.hit_picked.connect(self._pick)
        results.search_wanted.connect(self.search_for)
        results.more_wanted.connect(search.more)
        results.head.removed.connect(self._remove)
        results.head.narrowed.connect(self._narrow)
        results.head.sorted_by.connect(self._sort)
        actions = window.actions_
        actions["find_page"].triggered.connect(lambda: bar.begin(Scope.PAGE))
        actions["find_library"].triggered.connect(lambda: bar.begin(Scope.LIBRARY))
        actions["search_field"].triggered.connect(lambda _on=False: bar.begin())
        actions["next_hit"].triggered.connect(search.next)
        actions["previous_hit"].triggered.connect(search.previous)
        self._enable()

    def _search(self, text: str, scope: Scope) -> None:
        self._settings.keep(SCOPE, scope.value)
        self._window.search.show_mistake("")
        self._session.find(text, scope)

    def _complete(self, field: str, begin: str) -> None:
        """Ask the library what may be meant, beside the window."""
        library = self._session.library
        job = Job(lambda _progress: library.suggest(field, begin))
        job.finished.connect(lambda values: self._window.search.field.offer(field, begin, values))
        self._session.runner.start(job)

    def _leave(self) -> None:
        """Esc: the first one ends the search, the second one the stay in the field."""
        if self._window.search.field.text():
            self._window.search.field.clear()
        target = self._window.panes()
        (self._window.reading if self._window.reading.isVisible() else target[-1]).setFocus()

    def _show(self, found: Found) -> None:
        self._list(found)
        if found.query is not None and found.text == self._window.search.field.text():
            understood = [chip.span for chip in found.query.chips if chip.field]
            hint = next(iter(found.query.hints), None)
            said = words.sentence(hint) if hint is not None else ""
            place = Span(hint.start, hint.end) if hint is not None else None
            self._window.search.show_understood(understood, said, place)
        if found.text:
            self._window.show_tab(self._window.results)
        elif self._window.tabs.currentWidget() is self._window.results:
            self._window.tabs.setCurrentWidget(self._window.sections)
        self._mark()
        self._say(None)
        self._enable()

    def _list(self, found: Found) -> None:
        pages = self._session.library.pages
        nameless = {hit.page for hit in found.hits if not hit.title}
        titles = {page: words.title(pages.get(page)) for page in nameless}
        scope = found.scope if found.query is not None else self._window.search.current_scope()
        self._window.results.show_found(found, self._session.search.order(scope), titles)

    def _show_more(self, found: Found) -> None:
        """Add hits below those that are there; what is shown stays where it is."""
        bar = self._window.results.tree.verticalScrollBar()
        place = bar.value()
        self._list(found)
        at = self._session.search.at
        if at is not None:
            self._window.results.show_current(found.stops[at].hit)
        bar.setValue(place)
        self._mark()
        self._say(at)
        self._enable()

    def _count(self, found: Found) -> None:
        self._window.results.show_counted(found)
        self._say(self._session.search.at)
        if found.text:
            announce(self._window.search.field, self._window.results.summary.text())
        memory = self._session.library.translations
        job = Job(lambda _progress: len(memory.containing(found.text)))
        job.finished.connect(lambda count: self._tell_of_memory(found.text, count))
        self._session.runner.start(job)

    def _tell_of_memory(self, text: str, count: int) -> None:
        """Say that translations of the person's have the words too, when they are not all hits."""
        state = self._session.search.state
        listed = sum(hit.kind is HitKind.TRANSLATION for hit in state.hits)
        if count > listed and text == state.text:
            said = self.tr("%n translation(s) of your memory have these words (Ctrl+M)", "", count)
            self._window.status.showMessage(said, 8000)

    def _explain(self, error: QueryError) -> None:
        length = len(self._window.search.field.text())
        start = max(0, min(error.start, length - 1))
        place = Span(start, max(start + 1, min(error.end, length)))
        self._window.search.show_mistake(words.sentence(error), place)
        self._window.results.explain(words.sentence(error))
        self._window.show_tab(self._window.results)
        self._mark()
        self._enable()

    def _pick(self, hit: int) -> None:
        self._session.search.go_to_hit(hit)
        self._window.reading.setFocus()

    def search_for(self, text: str, scope: Scope | None = None) -> None:
        """Search for this text, there (None: where it was searched before)."""
        bar = self._window.search
        if scope is not None:
            bar.set_scope(scope)
        bar.search_for(text)

    def _remove(self, chip: Chip) -> None:
        from talkreader.domain.typed import without

        self.search_for(without(self._session.search.state.text, lambda other: other == chip))

    def _narrow(self, narrower: Sequence[str]) -> None:
        from talkreader.domain.typed import narrowed

        field, value, *more = narrower
        self.search_for(narrowed(self._session.search.state.text, field, value, *more))

    def _sort(self, order: str) -> None:
        self._session.search.sort(self._session.search.state.scope, order)

    def _mark_again(self, _opened: Opened) -> None:
        self._mark()
        if self._session.search.at is not None:
            self._show_stop(self._session.search.at)

    def _mark(self) -> None:
        """Mark the hits that stand in the page being read."""
        page = self._session.pages.page
        state = self._session.search.state
        self._set_marks(state.hits)
        if page is None or state.query is None or state.query.page is not None:
            return
        # of the library's hits only the first words are known, and not all hits may be listed
        query = replace(state.query, page=page.info.id, offset=0, limit=MOST_MARKS)
        beside = [hit for hit in state.hits if hit.kind is HitKind.TRANSLATION]
        job = Job(lambda _progress: [*self._session.library.search(query), *beside])
        job.finished.connect(
            lambda hits: self._set_marks(hits) if self._is_shown(page, state.query) else None
        )
        self._session.runner.start(job)

    def _is_shown(self, page: ReadingPage, query: Query | None) -> bool:
        return self._session.pages.page is page and self._session.search.state.query is query

    def _set_marks(self, hits: Sequence[Hit]) -> None:
        page = self._session.pages.page
        state = self._session.search.state
        marks = [
            mark
            for hit in hits
            if page is not None and hit.page == page.info.id
            for span in hit.matches
            if (mark := self._mark_of(hit, span)) is not None
        ]
        places = {(mark.comment, mark.start, mark.of): n for n, mark in enumerate(marks)}
        self._marks = {}
        for number, stop in enumerate(state.stops):
            hit = state.hits[stop.hit]
            if page is None or hit.page != page.info.id or stop.span is None:
                continue
            now = self._mark_of(hit, stop.span)
            place = None if now is None else places.get((now.comment, now.start, now.of))
            if place is not None:
                self._marks[number] = place
        self._window.reading.set_hits(marks, self._finder())
        whole = [  # found by who said it or when: no word is marked, but it is a hit
            self._session.correcting.place_of(hit)[0]
            for hit in hits
            if page is not None and hit.page == page.info.id and hit.index is not None
            if hit.kind is HitKind.COMMENT and not hit.matches
        ]
        self._window.reading.mark_found(whole)
        inside = [mark.comment for mark in marks if mark.comment >= 0]
        self._window.sections.count_hits(inside + whole)

    def _mark_of(self, hit: Hit, span: Span) -> HitMark | None:
        """Return where words of a hit stand on the page as it is corrected; None for a note's."""
        if hit.index is None:
            return None
        if hit.kind is HitKind.TRANSLATION and hit.translated is not None:
            comment = self._session.correcting.place_of(hit)[0]
            return HitMark(comment, span.start, span.end, hit.translated.start)
        if hit.kind is HitKind.PROSE:
            return HitMark(prose_key(hit.index), span.start, span.end)
        if hit.kind is HitKind.COMMENT:
            return HitMark(*self._session.correcting.place_of(hit, span.start, span.end))
        return None

    def _finder(self) -> Find | None:
        """Return what finds the words of the search in translations that a person typed."""
        query = self._session.search.state.query
        if query is None:
            return None
        from talkreader.store.search.matching import Finder

        return Finder(query.root).matches

    def _show_stop(self, stop: int) -> None:
        state = self._session.search.state
        hit = state.hits[state.stops[stop].hit]
        self._say(stop)
        self._window.results.show_current(state.stops[stop].hit)
        page = self._session.pages.page
        if page is None or page.info.id != hit.page:
            return  # the session opens its page; then this is asked again
        if stop in self._marks:
            self._window.reading.show_hit(self._marks[stop])
        elif hit.index is not None and hit.kind in HitKind.of_comments():
            self._window.reading.scroll_to_comment(self._session.correcting.place_of(hit)[0])
        else:
            self._go_to_section(hit.section)

    def _go_to_section(self, heading: str) -> None:
        page = self._session.pages.page
        for section in page.sections if page is not None else ():
            if (section.heading or "") == heading:
                self._window.reading.scroll_to_section(section.index)
                return

    def _say(self, at: int | None) -> None:
        state = self._session.search.state
        more = state.total is None or state.total > len(state.hits)
        self._window.search.show_position(at, len(state.stops), more=more and bool(state.hits))

    def _enable(self) -> None:
        for name in ("next_hit", "previous_hit"):
            self._window.actions_[name].setEnabled(bool(self._session.search.state.stops))
