"""Joins searching: the field, the list of hits, and the marks in the page."""

from __future__ import annotations

from PySide6.QtCore import QObject

from talkreader.domain.errors import QueryError
from talkreader.domain.hit import HitKind
from talkreader.ui import words
from talkreader.ui.document.marks import HitMark
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Found, Opened, Scope, Session
from talkreader.ui.settings import SCOPE, Settings


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
        bar.submitted.connect(search.next)
        bar.submitted_back.connect(search.previous)
        bar.left.connect(self._leave)
        search.found.connect(self._show)
        search.counted.connect(self._count)
        search.misunderstood.connect(self._explain)
        search.stop_changed.connect(self._show_stop)
        session.pages.page_opened.connect(self._mark_again)
        window.results.hit_picked.connect(self._pick)
        window.results.name_picked.connect(self._search_for)
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

    def _leave(self) -> None:
        """Esc: the first one ends the search, the second one the stay in the field."""
        if self._window.search.field.text():
            self._window.search.field.clear()
        target = self._window.panes()
        (self._window.reading if self._window.reading.isVisible() else target[-1]).setFocus()

    def _show(self, found: Found) -> None:
        pages = self._session.library.pages
        nameless = {hit.page for hit in found.hits if not hit.title}
        titles = {page: words.title(pages.get(page)) for page in nameless}
        self._window.results.show_hits(
            found.text, found.hits, found.total, len(found.stops), titles
        )
        nothing = bool(found.text) and not found.hits
        self._window.results.suggest(self._session.search.names_like() if nothing else ())
        if found.text:
            self._window.show_tab(self._window.results)
        elif self._window.tabs.currentWidget() is self._window.results:
            self._window.tabs.setCurrentWidget(self._window.sections)
        self._mark()
        self._say(None)
        self._enable()

    def _count(self, found: Found) -> None:
        self._window.results.show_total(found.text, len(found.hits), found.total, len(found.stops))

    def _explain(self, error: QueryError) -> None:
        self._window.search.show_mistake(words.sentence(error))
        self._window.results.explain(words.sentence(error))
        self._window.show_tab(self._window.results)
        self._mark()
        self._enable()

    def _pick(self, hit: int) -> None:
        self._session.search.go_to_hit(hit)
        self._window.reading.setFocus()

    def _search_for(self, name: str) -> None:
        """Search for what this person said."""
        self._window.search.field.setText(f'from:"{name}"' if " " in name else f"from:{name}")

    def _mark_again(self, _opened: Opened) -> None:
        self._mark()
        if self._session.search.at is not None:
            self._show_stop(self._session.search.at)

    def _mark(self) -> None:
        """Mark the hits that stand in the page being read."""
        page = self._session.pages.page
        state = self._session.search.state
        self._marks = {}
        marks: list[HitMark] = []
        for number, stop in enumerate(state.stops):
            hit = state.hits[stop.hit]
            if page is None or hit.page != page.info.id or hit.index is None:
                continue
            if stop.span is not None:
                self._marks[number] = len(marks)
                marks.append(HitMark(hit.index, stop.span.start, stop.span.end))
        self._window.reading.set_hits(marks)
        self._window.sections.count_hits(mark.comment for mark in marks)

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
        elif hit.index is not None and hit.kind in (HitKind.COMMENT, HitKind.NOTE):
            self._window.reading.scroll_to_comment(hit.index)
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
