"""Opening files and pages: what is read now, what was read before, what is being imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.page import PageInfo
from talkreader.domain.progress import Progress
from talkreader.domain.records import dataclass
from talkreader.reading import ReadingPage
from talkreader.ui.jobs import Job, JobRunner, Lane
from talkreader.ui.places import Place, find_place, place_of
from talkreader.ui.session.lanes import lane_for
from talkreader.ui.session.pair_search import PairSearch
from talkreader.ui.session.trail import Trail

if TYPE_CHECKING:
    from talkreader.store import Library


@dataclass(frozen=True, slots=True)
class Opened:
    """A page that is to be shown now, and the comment to begin at (None: the top).

    ``view`` is how it lay on the screen when it was left ("" not known); it says more than ``at``.
    ``again``: it is the page on the screen, read again; all stays where it is.
    """

    page: ReadingPage
    at: int | None
    view: str = ""
    again: bool = False


class Opening(QObject):
    """The page being read, the way that led to it, and imports.

    ``page_opened`` carries an `Opened`, ``import_started`` the `Job`, ``import_finished`` the
    import's report, ``failed`` an exception, ``pages_changed`` nothing: ask the library.
    """

    page_opened = Signal(object)
    page_closed = Signal()
    pages_changed = Signal()
    history_changed = Signal()
    import_started = Signal(object)
    import_finished = Signal(object)
    pairs_found = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self.page: ReadingPage | None = None
        self._at: int | None = None
        self._wanted = 0
        self.bound_for = 0
        """The page that is read, or on its way from the library; 0: none."""
        self._read_again = 0
        self._paired = 0
        self._pairing = PairSearch(library, runner, self)
        self._pairing.found.connect(self._pair)
        self._pairing.failed.connect(self.failed)
        self._past: list[Place] = []
        self._future: list[Place] = []

    def open_files(self, paths: Sequence[Path], *, show: bool = True) -> None:
        """Import files beside the window; the first page of any of them is shown at once.

        Several are one import: what is wrong with any of them is in its report.
        """
        first = _First(taken=not show)

        def stored(info: PageInfo) -> None:
            if first.take():
                self.open_page(info.id)
            self.pages_changed.emit()

        relay = _Relay(stored, self)

        def work(progress: Progress) -> object:
            from talkreader import ingest

            tell = relay.arrived.emit
            if len(paths) == 1:
                return ingest.import_path(paths[0], self._library, progress, on_page=tell)
            options = ingest.Options(alone=True)
            return ingest.import_files(
                paths, self._library, progress, options=options, on_page=tell
            )

        more = f" +{len(paths) - 1}" if len(paths) > 1 else ""
        lane = lane_for(paths)
        # a small file is read again whenever it is asked for: it may have been saved anew since
        key = "" if lane is Lane.OPENING else " ".join(str(path.resolve()) for path in paths)
        job = Job(work, key and f"import {key}", paths[0].name + more)
        job.finished.connect(self.import_finished)
        job.ended.connect(relay.deleteLater)
        self.start_import(job, lane)

    def open_text(self, text: str) -> None:
        """Import a copied page and show it."""

        def work(progress: Progress) -> object:
            from talkreader import ingest

            return ingest.import_text(text, self._library, progress)

        job = Job(work)
        job.finished.connect(self._text_imported)
        self.start_import(job, Lane.OPENING)

    def start_import(self, job: Job, lane: Lane) -> None:
        """Carry out what changes the pages of the library, and let it be seen and stopped."""
        job.failed.connect(self.failed)
        job.ended.connect(self.pages_changed)
        if self._runner.start(job, lane):
            self.import_started.emit(job)

    def open_page(self, page_id: int, place: Place | None = None) -> None:
        """Show a stored page: at ``place``, or where the person last read it."""
        if self.page is not None and self.page.info.id == page_id:
            if place is not None:
                self._remember_way()
                self._show(self.page, place)
            return
        self._wanted += 1
        self._read(page_id, place)

    def open_read(self, page: ReadingPage, place: Place) -> None:
        """Show a page that was read already, at a place."""
        self._wanted += 1
        if self.page is not None:
            self.keep_position()
            self._remember_way()
        self._show(page, place)

    def turn_into(self, page: ReadingPage) -> None:
        """Read on in a page that this one turned out to be; all stays where it is."""
        if self.page is not None:
            self._wanted += 1
            place = replace(place_of(self.page, self._at), page=page.info.id)
            self._show(page, place, again=True)

    def has_pairs(self) -> bool:
        """Return whether the translations of this page have been looked for."""
        return self.page is not None and self._paired == self.page.info.id

    def keep_pairs(self, page: ReadingPage) -> None:
        """Read on in the same page with other pairs."""
        if self.page is not None and self.page.info.id == page.info.id:
            self.page = page

    def find_pairs(self, other: Path | None = None) -> None:
        """Look for translations in this page; ``pairs_found`` carries the page with them.

        ``other``: a file that translates it; it is looked at again whenever the page is.
        """
        if self.page is not None:
            self._pairing.look(self.page, other)

    def reload(self) -> None:
        """Read the page again: the person corrected it. All stays where it is."""
        page = self.page
        if page is None:
            return
        self._read_again += 1
        ticket = self._wanted, self._read_again

        def work(progress: Progress) -> object:
            from talkreader import reading

            progress.check()
            return reading.open_page(self._library, page.info.id)

        def show(read: ReadingPage) -> None:
            # of two that are read at once, the one asked for last knows all corrections
            if ticket == (self._wanted, self._read_again) and self.page is not None:
                self._show(read, place_of(self.page, self._at), again=True)

        job = Job(work)
        job.finished.connect(show)
        job.failed.connect(self.failed)
        self._runner.start(job)

    def close_page(self) -> None:
        """Stop reading the page; its place is kept."""
        if self.page is None:
            return
        self.keep_position()
        self._remember_way()
        self._wanted += 1
        self._pairing.stop()
        self.page = None
        self._at = None
        self.bound_for = 0
        self.page_closed.emit()

    def copies_before(self, page: PageInfo) -> list[int]:
        """Return the other copies of a page that the library has, the latest first."""
        copies = self._library.pages.versions(page.key)
        return [copy.id for copy in reversed(copies) if copy.id != page.id]

    def trail(self) -> Trail:
        """Return where the person is, and the ways back and forward."""
        page = self.page
        if page is None:
            return Trail(past=list(self._past), future=list(self._future))
        return Trail(place_of(page, self._at), list(self._past), list(self._future), page)

    def follow(self, trail: Trail) -> None:
        """Go on from a trail of another time; the place one leaves is kept, but in no history.

        A page that the trail does not carry is read from the library first.
        """
        self.keep_position()
        self._wanted += 1
        self._past, self._future = list(trail.past), list(trail.future)
        self.history_changed.emit()
        if trail.page is not None:
            self._show(trail.page, trail.place, trail.view)
            return
        self.page = None
        self._at = None
        self.bound_for = 0
        if trail.empty:
            self.page_closed.emit()
        else:
            place = trail.place if trail.place.comment or trail.view else None
            self._read(trail.place.page, place, trail.view)

    def read_on(self, comment: int | None) -> None:
        """Note that the person reads this comment now."""
        self._at = comment

    def jump(self, comment: int) -> None:
        """Go to a comment of this page so that `back` returns here."""
        if self.page is not None:
            self.open_page(self.page.info.id, place_of(self.page, comment))

    def keep_position(self) -> None:
        """Write down where the person is, for the next time this page is opened."""
        if self.page is None or not self._library.writable:
            return
        place = place_of(self.page, self._at)
        self._library.notes.set_position(self.page.info.key, place.text())

    @property
    def can_go_back(self) -> bool:
        """True when there is somewhere to go back to."""
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        """True when `back` left somewhere to go forward to."""
        return bool(self._future)

    def back(self) -> None:
        """Return to where the person was before the last jump."""
        self._travel(self._past, self._future)

    def forward(self) -> None:
        """Undo `back`."""
        self._travel(self._future, self._past)

    def _travel(self, source: list[Place], target: list[Place]) -> None:
        if not source:
            return
        place = source.pop()
        if self.page is not None:
            target.append(place_of(self.page, self._at))
            self.keep_position()
        past, future = list(self._past), list(self._future)
        if self.page is not None and self.page.info.id == place.page:
            self._show(self.page, place)
        else:
            self.page = None  # so that nothing is remembered twice
            self.open_page(place.page, place)
        self._past, self._future = past, future
        self.history_changed.emit()

    def _remember_way(self) -> None:
        if self.page is not None:
            self._past.append(place_of(self.page, self._at))
            self._future.clear()
            self.history_changed.emit()

    def _text_imported(self, report: object) -> None:
        for info in getattr(report, "pages", ()):
            self.open_page(info.id)
            break
        self.import_finished.emit(report)

    def _read(self, page_id: int, place: Place | None, view: str = "") -> None:
        """Read a page from the library and show it, unless another one is wanted by then."""
        ticket, self.bound_for = self._wanted, page_id

        def work(progress: Progress) -> object:  # noqa: ARG001 - reading a page is quick
            from talkreader import reading

            return reading.open_page(self._library, page_id)

        job = Job(work)
        job.finished.connect(lambda page: self._page_read(page, place, ticket, view))
        job.failed.connect(self.failed)
        self._runner.start(job)

    def _page_read(
        self, page: ReadingPage, place: Place | None, ticket: int, view: str = ""
    ) -> None:
        if ticket != self._wanted:  # the person asked for another page meanwhile
            return
        if self.page is not None:
            self.keep_position()
            self._remember_way()
        self._show(page, place or Place.parse(self._position(page)), view)

    def _pair(self, asked: ReadingPage, found: ReadingPage) -> None:
        if self.page is None or self.page.info.id != asked.info.id:
            return
        if self.page is not asked:  # decided about meanwhile, which the pairs do not know
            self.find_pairs()
            return
        self._paired = found.info.id
        self.page = found
        self.pairs_found.emit(found)

    def _position(self, page: ReadingPage) -> str:
        return self._library.notes.position(page.info.key) or ""

    def _show(
        self, page: ReadingPage, place: Place, view: str = "", *, again: bool = False
    ) -> None:
        looking = again and self._pairing.looking
        if self.page is not page:
            self._paired = 0
            self._pairing.stop()
        self.page = page
        self.bound_for = page.info.id
        self._at = find_place(page, place)
        self.page_opened.emit(Opened(page, self._at, view, again))
        if looking:
            self.find_pairs()  # somebody waits for them


class _First:
    """Something that only the first who asks may have."""

    def __init__(self, *, taken: bool = False) -> None:
        self._taken = taken

    def take(self) -> bool:
        """Return True once."""
        taken, self._taken = self._taken, True
        return not taken


class _Relay(QObject):
    """Carries a stored page from the worker's thread into the window's."""

    arrived = Signal(object)

    def __init__(self, listener: Callable[[PageInfo], None], parent: QObject) -> None:
        super().__init__(parent)
        self._listener = listener
        self.arrived.connect(self._tell)

    def _tell(self, info: PageInfo) -> None:
        self._listener(info)
