"""The widget under the reading pane: shows a `PageView`, paints its marks, knows the mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from talkreader.reading import ReadingPage
from talkreader.ui.document.builder import UNFOLD
from talkreader.ui.document.copying import copied_text
from talkreader.ui.document.fonts import default_script
from talkreader.ui.document.guides import Spot
from talkreader.ui.document.header import Times
from talkreader.ui.document.positions import Entry, Kind
from talkreader.ui.document.style import Look
from talkreader.ui.document.view import PageView


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
    fold_changed = Signal(object)
    """A comment's index, None when many changed."""
    link_activated = Signal(str)
    """The target of a link that was clicked; never fetched."""
    link_hovered = Signal(str)
    """The target of the link under the mouse, "" when it left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._times = Times.UTC
        self._view: PageView | None = None
        self._waiting: list[tuple[Kind, int, Callable[[], None]]] = []
        self._current: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.anchorClicked.connect(self._activate)
        self.highlighted.connect(self._hover_link)
        self._paint_page_colors()

    # --- showing ---------------------------------------------------------------------------

    def _show_view(self, page: ReadingPage, place: Place | None, folded: frozenset[int]) -> None:
        """Show a page, at a place as soon as that is built; the first screen is there at once."""
        old = self._view
        view = PageView(page, replace(self._look, script=default_script(page.info.language)), self)
        self._view = view
        self._waiting = []
        view.folding.fold(folded)
        view.builder.grown.connect(self._run_waiting)
        view.builder.finished.connect(self._finish)
        self.setFont(view.style.font)
        self.setCursorWidth(0)  # no caret on what one only reads; a click or a key shows it
        self._fit_measure()
        view.builder.start(self._times)
        self.setDocument(view.document)
        if old is not None:
            old.builder.stop()
            old.deleteLater()
        if place is not None:
            self._when_built(place.kind, place.index, lambda: self._restore(place))

    def _rebuild(self) -> None:
        """Show the same page in the look of now, at the same place."""
        if self._view is None:
            return
        place, folded = self._place(), self._view.folding.folded
        old = self._view.marks
        self._show_view(self._view.page, place, folded)
        self._view.marks.take_over(old)
        self.viewport().update()

    def _finish(self) -> None:
        self._run_waiting()
        self._waiting = []
        self.viewport().setUpdatesEnabled(True)
        self.built.emit()

    def _when_built(self, kind: Kind, index: int, act: Callable[[], None]) -> None:
        """Do something now, or when the slice with this entry is there.

        Until then the screen stays as it is: it does not flicker through the top of the page.
        """
        if self._view is None:
            return
        if self._is_ready(kind, index):
            act()
        elif self._view.builder.building:
            self._waiting.append((kind, index, act))
            self.viewport().setUpdatesEnabled(False)

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

    def _restore(self, place: Place) -> None:
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
        side = max((wide - measure) // 2, 0)
        self.setViewportMargins(side, 0, side, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is at the top of the window there."""
        place = self._place() if event.oldSize().isValid() else None
        self._fit_measure()
        super().resizeEvent(event)
        if place is not None and event.oldSize().width() != event.size().width():
            self._restore(place)

    def sizeHint(self) -> QSize:
        """Return a comfortable size: a measure wide."""
        return QSize(760, 600)

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint fills, then the words, then guides and outlines."""
        if self._view is None:
            super().paintEvent(event)
            return
        top = self._top + event.rect().top() - 2
        bottom = self._top + event.rect().bottom() + 2
        bands = self._view.geometry.entries_between(top, bottom)
        below = self._painter(event)
        # a style sheet of the application would paint its own ground here
        below.fillRect(
            QRectF(event.rect()).translated(0, self._top), QColor(self._look.palette.page)
        )
        self._view.insets.paint(below, bands)
        self._view.marks.paint_below(below, bands)
        below.end()
        super().paintEvent(event)
        above = self._painter(event)
        self._view.guides.paint(above, bands, self._current)
        self._view.marks.paint_above(above, bands)
        above.end()

    def _painter(self, event: QPaintEvent) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        return painter

    # --- folding ---------------------------------------------------------------------------

    def _change_folds(self, change: Callable[[], object], index: int | None = None) -> None:
        """Fold or unfold, and keep what the person looks at where it is."""
        if self._view is None:
            return
        entry = None if index is None else self._view.places.comment(index)
        shown = entry is not None and self._view.geometry.top(entry) >= self._top
        place = self._place()
        if shown and entry is not None:
            place = Place(entry.kind, entry.index, self._top - self._view.geometry.top(entry))
        change()
        self._view.geometry.forget()
        if place is not None:
            self._restore(place)
        self.viewport().update()
        self.fold_changed.emit(index)

    def _toggle(self, index: int) -> None:
        if self._view is None:
            return
        folding = self._view.folding
        act = folding.unfold if folding.is_folded(index) else folding.fold
        self._change_folds(lambda: act([index]), index)

    # --- mouse and keys --------------------------------------------------------------------

    def _document_point(self, point: QPointF) -> QPointF:
        bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF(point.x() + bars[0], point.y() + bars[1])

    def _spot(self, point: QPointF) -> Spot | None:
        if self._view is None:
            return None
        place = self._document_point(point)
        return self._view.guides.spot_at(place.x(), place.y())

    def _position_at(self, point: QPointF) -> int:
        """Return the document position exactly under a point of the viewport, -1 for none."""
        layout = self.document().documentLayout()
        return layout.hitTest(self._document_point(point), Qt.HitTestAccuracy.ExactHit)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold at a guide or triangle; else begin a selection."""
        spot = self._spot(event.position())
        if spot is not None and event.button() == Qt.MouseButton.LeftButton:
            self._toggle(spot.comment)
            event.accept()
            return
        self.setCursorWidth(1)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the guide and the partner sentence under the mouse."""
        super().mouseMoveEvent(event)
        if self._view is None or event.buttons() != Qt.MouseButton.NoButton:
            return
        spot = self._spot(event.position())
        lit = spot.comment if spot else None
        if spot is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._view.guides.lit is not None:
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        if lit != self._view.guides.lit:
            self._view.guides.lit = lit
            self.viewport().update()
        self._light_partners(self._position_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Put out what the mouse had lit."""
        super().leaveEvent(event)
        if self._view is not None:
            self._view.guides.lit = None
            self._light_partners(-1)
            self.viewport().update()

    def _light_partners(self, position: int) -> None:
        if self._view is None or not self._look.side_by_side:
            return
        at = self._view.places.offset_at(position) if position >= 0 else None
        lit = (self._view.pairs.partners(*at) if at else None) or ()
        if tuple(lit) != tuple(self._view.marks.partners):
            self._view.marks.partners = tuple(lit)
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, change the size of the text."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y()
            if turn:
                self._zoom_by(1 if turn > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def _zoom_by(self, step: int) -> None:
        """Change the size of the text; the pane knows the steps."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down scroll, as in every reader; with Shift they select."""
        bar = self.verticalScrollBar()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            bar.setValue(bar.value() + step * max(bar.singleStep(), 3 * 16))
            return
        if event.modifiers() & (Qt.KeyboardModifier.ShiftModifier):
            self.setCursorWidth(1)
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Write the header lines again when the window's language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()

    # --- links and copying -----------------------------------------------------------------

    def _target(self, url: QUrl) -> str:
        return "" if self._view is None else self._view.builder.target.target(url.toString())

    def _activate(self, url: QUrl) -> None:
        target = self._target(url)
        if target.startswith(UNFOLD):
            self._toggle(int(target.removeprefix(UNFOLD)))
        elif target:
            self.link_activated.emit(target)

    def _hover_link(self, url: QUrl) -> None:
        target = self._target(url)
        self.link_hovered.emit("" if target.startswith(UNFOLD) else target)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the words as they were written, with authors and times across comments."""
        cursor: QTextCursor = self.textCursor()
        data = QMimeData()
        text = ""
        if self._view is not None:
            low, high = cursor.selectionStart(), cursor.selectionEnd()
            text = copied_text(self._view.page, self._view.places, low, high, self._times)
        data.setText(text or cursor.selection().toPlainText())
        return data

    def visible_rect(self) -> QRectF:
        """Return the part of the document that is on the screen, in its own pixels."""
        size = self.viewport().size()
        return QRectF(self.horizontalScrollBar().value(), self._top, size.width(), size.height())
