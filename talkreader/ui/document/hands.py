"""What mouse and keys do on a page: fold, light, scroll, follow links to their name, copy."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from talkreader.ui.document.builder import UNFOLD
from talkreader.ui.document.copying import copied_text
from talkreader.ui.document.guides import Spot
from talkreader.ui.document.style import Look
from talkreader.ui.document.surface import DocumentSurface


class HandledSurface(DocumentSurface):
    """A surface that answers to mouse and keys."""

    link_activated = Signal(str)
    """The target of a link that was clicked; never fetched."""
    link_hovered = Signal(str)
    """The target of the link under the mouse, "" when it left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.anchorClicked.connect(self._activate)
        self.highlighted.connect(self._hover_link)

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
        self._forget_goal()
        super().wheelEvent(event)

    def _zoom_by(self, step: int) -> None:
        """Change the size of the text; the pane knows the steps."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down scroll, as in every reader; with Shift they select."""
        self._forget_goal()
        bar = self.verticalScrollBar()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            bar.setValue(bar.value() + step * max(bar.singleStep(), 3 * 16))
            return
        if event.modifiers() & (Qt.KeyboardModifier.ShiftModifier):
            self.setCursorWidth(1)
        super().keyPressEvent(event)

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
