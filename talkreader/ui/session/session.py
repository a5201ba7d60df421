"""One session: the library and what the person does with it, without a single widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.hit import Hit, HitKind
from talkreader.ui.jobs import JobRunner
from talkreader.ui.places import Place
from talkreader.ui.scope import Scope
from talkreader.ui.session.coding import Coding
from talkreader.ui.session.correcting import Correcting
from talkreader.ui.session.describing import Describing
from talkreader.ui.session.drafting import Drafting
from talkreader.ui.session.finding import Finding
from talkreader.ui.session.importing import Importing
from talkreader.ui.session.noting import Noting
from talkreader.ui.session.opening import Opened, Opening
from talkreader.ui.session.rereading import Rereading
from talkreader.ui.session.seeing import Seeing
from talkreader.ui.session.tabs import Tabs
from talkreader.ui.session.translating import Translating

if TYPE_CHECKING:
    from talkreader.domain.page import PageInfo
    from talkreader.domain.query import Query
    from talkreader.store import Library


class Session(QObject):
    """Joins reading, finding and notes. ``failed`` carries an exception from any of them."""

    failed = Signal(object)

    def __init__(self, library: Library, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library = library
        self.runner = runner
        self.pages = Opening(library, runner, self)
        self.imports = Importing(library, runner, self)
        self.describing = Describing(library, self.pages, runner, self)
        self.rereading = Rereading(library, self.pages, self)
        self.search = Finding(library, runner, self)
        self.notes = Noting(library, runner, self)
        self.codes = Coding(library, self.notes, runner, self)
        self.tabs = Tabs(self.pages, self)
        self.seeing = Seeing(library, runner, self)
        self.correcting = Correcting(library, self)
        self.translating = Translating(library, self.pages, self)
        self.drafting = Drafting(self.pages, self.translating, runner, self)
        self._text = ""
        self._scope = Scope.PAGE
        self._searched: int | None = None
        self.imports.pages_changed.connect(self.pages.pages_changed)
        for part in (
            self.pages,
            self.imports,
            self.describing,
            self.search,
            self.notes,
            self.codes,
            self.seeing,
            self.correcting,
            self.translating,
            self.drafting,
        ):
            part.failed.connect(self.failed)
        self.pages.page_opened.connect(self._turn)
        self.pages.page_closed.connect(lambda: self.notes.show_page(None))
        self.pages.page_closed.connect(lambda: self.seeing.show_page(None))
        self.pages.page_closed.connect(lambda: self.correcting.show_page(None))
        self.describing.described.connect(self.notes.refresh)
        self.rereading.reread.connect(self.notes.refresh)
        self.rereading.reread.connect(self.search.again)
        self.correcting.outdated.connect(self.pages.reload)
        self.correcting.outdated.connect(self.search.again)
        self.notes.changed.connect(self.correcting.check)  # undo may take back a correction
        self.notes.changed.connect(self.translating.refresh)  # or a translation
        self.notes.written.connect(self.search.renew)
        self.search.stop_changed.connect(self._follow)
        self.search.beside = self._beside
        self.pages.pairs_found.connect(lambda _page: self.search.look_beside())
        self.translating.pairs_changed.connect(lambda _page: self.search.look_beside())

    def find(self, text: str, scope: Scope) -> None:
        """Search for what was typed, in this page or the library; without a page in the library."""
        self._text, self._scope = text, scope
        page = self.pages.page
        self._searched = page.info.id if page is not None and scope is Scope.PAGE else None
        self.search.search(text, self._searched)

    def _beside(self, query: Query) -> list[Hit]:
        """Return what a query finds in the translations of the page, when it asks that page."""
        page = self.pages.page
        if page is None or not page.pairs or query.page != page.info.id:
            return []
        from talkreader.store.search.translated import find_in_translations

        return find_in_translations(query, page, page.pairs)

    def describe(self, title: str, site: str, language: str) -> None:
        """Say what the page is that is read; notes, and what was read of it, go with it."""
        self.seeing.write()
        self.describing.describe(title, site, language)

    def join_namesake(self, other: PageInfo) -> None:
        """Make the page that is read and another one, which is it too, copies of one page."""
        self.seeing.write()
        self.describing.join(other)

    def open_hit(self, hit: Hit) -> None:
        """Show the page of a hit at its comment."""
        self.pages.open_page(hit.page, Place(hit.page, hit.comment, self._occurrence(hit)))

    def library_changed(self) -> None:
        """Read again what the person wrote: notes were restored, or came from somebody else."""
        self.pages.reload()
        self.notes.refresh()
        self.pages.pages_changed.emit()

    def close(self) -> None:
        """Keep the place, stop what is running; the session is over."""
        self.pages.keep_position()
        self.seeing.write()
        self.runner.stop()

    def _turn(self, opened: Opened) -> None:
        if self.correcting.page is not opened.page:
            self.correcting.show_page(opened.page)
        if self.notes.page is not opened.page:
            self.notes.show_page(opened.page)
        known = self.seeing.page
        now = opened.page.info
        if known is None or (known.info.id, known.info.key) != (now.id, now.key):
            self.seeing.show_page(opened.page)
        elif len(known.comments) != len(opened.page.comments):
            self.seeing.show_page(opened.page, again=True)
        if self._text and self._scope is Scope.PAGE and self._searched != opened.page.info.id:
            self.find(self._text, self._scope)

    def _follow(self, stop: int) -> None:
        hit = self.search.state.hits[self.search.state.stops[stop].hit]
        page = self.pages.page
        if page is None or page.info.id != hit.page:
            self.open_hit(hit)

    def _occurrence(self, hit: Hit) -> int:
        """Return which of the comments of one name a hit is; 0 when its page is not open."""
        page = self.pages.page
        if hit.kind is not HitKind.COMMENT or hit.index is None or page is None:
            return 0
        if page.info.id != hit.page:
            return 0
        return sum(1 for comment in page.comments[: hit.index] if comment.name == hit.comment)
