"""The widget under the reading pane: shows a `PageView`, and knows what stands where on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from talkreader.domain.records import dataclass
from talkreader.domain.thread import Prose, Section
from talkreader.reading import ReadingPage
from talkreader.ui.document.fonts import default_script
from talkreader.ui.document.header import Times
from talkreader.ui.document.overview import OverviewBar
from talkreader.ui.document.parts import Parts
from talkreader.ui.document.positions import Entry, Kind
from talkreader.ui.document.style import Look
from talkreader.ui.document.view import PageView
from talkreader.ui.theme import OWN_FOCUS


@dataclass(frozen=True, slots=True)
class Place:
    """What stands at the top of the window, and by how many pixels it is scrolled beyond.

    ``height`` is the entry's own then: in another size, one is as far through it as before.
    """

    kind: Kind
    index: int
    beyond: float
    height: float = 0.0


class DocumentSurface(QTextBrowser):
    """Shows one page at a time, or nothing. Scrolling, folding and resizing keep the place."""

    built = Signal()
    """The whole page is in the document."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.overview = OverviewBar()
        self.setVerticalScrollBar(self.overview)
        self._times = Times.UTC
        self._view: PageView | None = None
        self._waiting: list[tuple[Kind, int, Callable[[], None]]] = []
        self._current: int | None = None
        self._goal: Place | None = None
        self._parts: Parts | None = None
        self.verticalScrollBar().actionTriggered.connect(self._forget_goal)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty(OWN_FOCUS, True)  # a ring over all of it would slow scrolling
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._paint_page_colors()

    # --- showing ---------------------------------------------------------------------------

    def _show_view(self, page: ReadingPage, place: Place | None, folded: frozenset[int]) -> None:
        """Show a page, at a place as soon as that is built; the first screen is there at once."""
        old = self._view
        if self._parts is None or not self._parts.fits(page, self._look.by_time):
            self._parts = Parts(page, by_time=self._look.by_time)
        kind, index = (Kind.HEADING, -1) if place is None else (place.kind, place.index)
        look = replace(self._look, script=default_script(page.info.language))
        view = PageView(page, self._parts.holding(kind, index), look, self)
        self._view = view
        self._waiting = []
        self._goal = None
        self.viewport().setUpdatesEnabled(True)
        view.folding.fold(folded)
        if old is not None and old.page.comments is page.comments:
            view.folding.show_only(old.folding.only)
            view.asides.opened |= old.asides.opened
        view.builder.grown.connect(self._run_waiting)
        view.builder.finished.connect(self._finish)
        self.setFont(view.style.font)
        self._fit_measure()
        view.builder.start(self._times)
        self.setDocument(view.document)
        # No caret on what one only reads; a click or a key shows it. The width is the document's.
        self.setCursorWidth(0)
        if old is not None:
            old.builder.stop()
            old.deleteLater()
        if place is not None:
            self._when_built(place.kind, place.index, lambda: self._restore(place))

    def update_page(self, page: ReadingPage) -> None:
        """Show the page with what was found out about it since, such as its translations.

        The place, the folds and the marks stay. The comments must be the same.
        """
        if self._view is None:
            return
        # what was asked for while the page grew still holds: it may not be there yet
        place, folded = self._goal or self._place(), self._view.folding.folded
        old, waiting = self._view.marks, self._waiting
        self._show_view(page, place, folded)
        for kind, index, act in waiting:
            self._when_built(kind, index, act)
        self._view.marks.take_over(old)
        self.viewport().update()

    def _rebuild(self) -> None:
        """Show the same page in the look of now, at the same place."""
        if self._view is not None:
            self.update_page(self._view.page)

    def _finish(self) -> None:
        self._run_waiting()
        self._waiting = []
        self.viewport().setUpdatesEnabled(True)
        if self._goal is not None and self._view is not None:
            # an unfinished layout would tell the scroll bar a smaller size, and lose the place
            self._view.document.size()
            self._put(self._goal)
        self.built.emit()

    def _forget_goal(self) -> None:
        """Let the person's own scrolling stand while the page grows."""
        self._goal = None

    def _when_built(self, kind: Kind, index: int, act: Callable[[], None]) -> None:
        """Do something now, or when the slice with this entry is there.

        Until then the screen stays as it is: it does not flicker through the top of the page.
        """
        if self._view is None:
            return
        if self._is_ready(kind, index):
            act()
            return
        part = self._parts.holding(kind, index) if self._parts is not None else self._view.part
        if part is not self._view.part:
            self.turn_to(part.number)
            self._when_built(kind, index, act)
        elif self._view.builder.building:
            self._waiting.append((kind, index, act))
            self.viewport().setUpdatesEnabled(False)

    def turn_to(self, number: int) -> None:
        """Show another part of a very long page, from its top; folds and marks stay."""
        if self._view is None or self._parts is None:
            return
        old = self._view
        first = next(iter(self._parts.parts[number].items), None)
        if first is None:
            return
        kind = Kind.HEADING if isinstance(first, Section) else Kind.COMMENT
        index = -1 if isinstance(first, Prose) else first.index
        place = Place(kind, index, -old.style.em * 4)
        self._show_view(old.page, place, old.folding.folded)
        self._view.marks.take_over(old.marks)
        self.viewport().update()

    def _run_waiting(self) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        for kind, index, act in waiting:
            if self._is_ready(kind, index):
                act()
            else:
                self._waiting.append((kind, index, act))
        if not self._waiting:
            self.viewport().setUpdatesEnabled(True)

    def _is_ready(self, kind: Kind, index: int) -> bool:
        """Return True when an entry is built, and a screen below it: it can be scrolled to."""
        entry = self._entry(kind, index)
        if self._view is None or entry is None or not self._view.builder.building:
            return entry is not None
        below = self._view.document.size().height() - self._view.geometry.top(entry)
        return below > self.viewport().height()

    def _entry(self, kind: Kind, index: int) -> Entry | None:
        return None if self._view is None else self._view.places.find(kind, index)

    def _paint_page_colors(self) -> None:
        """Make the margins around the text paper, as the text is."""
        colors = QPalette(self.palette())
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
            colors.setColor(role, QColor(self._look.palette.page))
        colors.setColor(QPalette.ColorRole.Text, QColor(self._look.palette.text))
        colors.setColor(QPalette.ColorRole.Highlight, QColor(self._look.palette.accent))
        self.setPalette(colors)
        self.setAutoFillBackground(True)
        # QTextEdit hands its palette to caret and selection at this event only
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.EnabledChange))

    # --- places ----------------------------------------------------------------------------

    @property
    def _top(self) -> float:
        return float(self.verticalScrollBar().value())

    def _place(self) -> Place | None:
        """Return the place at the top of the window."""
        if self._view is None:
            return None
        half = self._top + self.viewport().height() / 2
        bands = self._view.geometry.entries_between(self._top, half)
        if not bands:
            return None
        entry, top, _end = next((band for band in bands if band.top >= self._top), bands[0])
        height = self._view.geometry.bottom(entry) - top
        return Place(entry.kind, entry.index, self._top - top, height)

    def _place_of(self, comment: int) -> Place | None:
        """Return where a comment stands; None when it is not in the document."""
        entry = self._entry(Kind.COMMENT, comment)
        if self._view is None or entry is None:
            return None
        top, bottom = self._view.geometry.top(entry), self._view.geometry.bottom(entry)
        return Place(Kind.COMMENT, comment, self._top - top, bottom - top)

    def _restore(self, place: Place) -> None:
        """Go to a place, and stay there while the page still grows."""
        # a growing document may be laid out anew and pull the scroll bar back to its top
        building = self._view is not None and self._view.builder.building
        self._goal = place if building else None
        self._put(place)

    def _put(self, place: Place) -> None:
        view, kind, index = self._view, place.kind, place.index
        if view is None:
            return
        if kind is Kind.COMMENT and view.folding.is_hidden(index):
            index = view.folding.shown_above(index)
        entry = view.places.find(kind, index)
        if entry is not None:
            top, beyond = view.geometry.top(entry), place.beyond
            if beyond > 0 and place.height > 0:
                beyond *= (view.geometry.bottom(entry) - top) / place.height
            self._scroll_to_height(top + beyond)

    def _scroll_to_height(self, height: float) -> None:
        bar = self.verticalScrollBar()
        if self._view is not None and bar.maximum() < height:
            # what is not laid out yet has no height: ask for it, and for the scroll bar to know
            bar.setMaximum(max(round(self._view.document.size().height()) - bar.pageStep(), 0))
        bar.setValue(round(height))

    def _fit_measure(self) -> None:
        """Keep the lines readable in a wide window: the text stands in its middle."""
        wide = self.width() - self.verticalScrollBar().sizeHint().width()
        measure = self._view.style.measure if self._view else wide
        aside = self._room_aside(wide)
        side = max((wide - aside - measure) // 2, 0)
        self.setViewportMargins(side, 0, side + aside, 0)

    def _room_aside(self, wide: int) -> int:  # noqa: ARG002 - others give some
        """Return how much of a width is not for the text, at its right."""
        return 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is at the top of the window there."""
        place = self._place() if event.oldSize().isValid() else None
        self._fit_measure()
        super().resizeEvent(event)
        # while the page grows, what stands at the top may not be what was asked for
        place = self._goal or place
        if place is not None and event.oldSize().width() != event.size().width():
            self._put(place)

    def sizeHint(self) -> QSize:
        """Return a comfortable size: a measure wide."""
        return QSize(760, 600)

    def visible_rect(self) -> QRectF:
        """Return the part of the document that is on the screen, in its own pixels."""
        size = self.viewport().size()
        return QRectF(self.horizontalScrollBar().value(), self._top, size.width(), size.height())
