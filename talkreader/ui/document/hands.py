"""What mouse and keys do on a page: fold, light, scroll, follow links to their name, copy."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from talkreader.ui.document.asides import ADD, ASIDE
from talkreader.ui.document.builder import PERSON, UNFOLD
from talkreader.ui.document.copying import copied_text
from talkreader.ui.document.guides import Spot
from talkreader.ui.document.painted import PaintedSurface
from talkreader.ui.document.parts import TURN
from talkreader.ui.document.positions import Kind
from talkreader.ui.document.style import Look
from talkreader.ui.document.timeline import GOTO

OWN = (UNFOLD, GOTO, TURN, PERSON, ASIDE, ADD)
"""How the links begin that the window has made: they lead nowhere outside of it."""


class HandledSurface(PaintedSurface):
    """A surface that answers to mouse and keys."""

    link_activated = Signal(str)
    """The target of a link that was clicked; never fetched."""
    comment_dropped = Signal(object, object)
    """A comment was dragged onto the one it answers, None for a heading: their indexes."""
    handle_clicked = Signal(object, object)
    """The index of a comment whose handle was clicked, and a point of the viewport below it."""
    goto_wanted = Signal(object)
    """The index of the comment that a link of the page's own leads to."""
    translation_wanted = Signal(object, object)
    """The `Entry.key` and the code point of its body where something has no translation."""
    person_clicked = Signal(str)
    """The user name that was clicked above a comment."""
    link_hovered = Signal(str)
    """The target of the link under the mouse, "" when it left."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._carried: int | None = None
        self._took = QPointF()
        self.anchorClicked.connect(self._activate)
        self.highlighted.connect(self._hover_link)

    # --- the handle of a comment -----------------------------------------------------------

    def _press(self, point: QPointF, keys: Qt.KeyboardModifier) -> bool:
        """Take hold of the handle under the mouse, or fold at a guide; False for neither.

        With Shift the threads beside it fold too, with Ctrl all of its level.
        """
        spot = self._spot(point)
        if self._view is not None and self._on_grip(point):
            self._carried = self._view.grip.shown
            self._took = point
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif spot is not None and keys & Qt.KeyboardModifier.ShiftModifier:
            self.toggle_beside(spot.comment)
        elif spot is not None and keys & Qt.KeyboardModifier.ControlModifier:
            self.toggle_depth(spot.comment)
        elif spot is not None:
            self._toggle(spot.comment)
        else:
            return False
        return True

    def _on_grip(self, point: QPointF) -> bool:
        return self._view is not None and self._view.grip.contains(self._document_point(point))

    def _show_grip(self, point: QPointF) -> None:
        """Show the handle of the comment under the mouse."""
        if self._view is None:
            return
        entry = self._view.geometry.entry_at(self._document_point(point).y())
        shown = entry.index if entry is not None and entry.kind is Kind.COMMENT else None
        if shown != self._view.grip.shown:
            self._view.grip.shown = shown
            self.viewport().update()

    def _carry(self, point: QPointF) -> None:
        """Show where the dragged comment would be dropped, and scroll at the edges."""
        far = (point - self._took).manhattanLength() >= QApplication.startDragDistance()
        if self._view is None or not (far or self._view.grip.target):
            return
        bar = self.verticalScrollBar()
        beyond = min(point.y(), 0) + max(point.y() - self.viewport().height(), 0)
        bar.setValue(bar.value() + round(beyond))
        target = self._view.grip.target_at(self._document_point(point).y())
        own = target is not None and target.index == self._carried
        is_own = own and target is not None and target.kind is Kind.COMMENT
        self._view.grip.target = None if is_own else target
        self.viewport().update()

    def _drop_nowhere(self) -> None:
        """Let go of the dragged comment without a correction."""
        self._carried = None
        self.viewport().unsetCursor()
        if self._view is not None:
            self._view.grip.target = None
            self.viewport().update()

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
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._press(event.position(), event.modifiers()):
            event.accept()
            return
        self.setCursorWidth(1)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the guide and the partner sentence under the mouse."""
        if self._carried is not None:
            self._carry(event.position())
            return
        super().mouseMoveEvent(event)
        if self._view is None or event.buttons() != Qt.MouseButton.NoButton:
            return
        self._show_grip(event.position())
        spot = self._spot(event.position())
        lit = spot.comment if spot else None
        if self._on_grip(event.position()):
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif spot is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif self._view.guides.lit is not None:
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        if lit != self._view.guides.lit:
            self._view.guides.lit = lit
            self.viewport().update()
        self._light_partners(self._position_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop a comment that was dragged by its handle; a click on that opens its menu."""
        if self._carried is None:
            super().mouseReleaseEvent(event)
            return
        comment, self._carried = self._carried, None
        self.viewport().unsetCursor()
        event.accept()
        if self._view is None:
            return
        target, self._view.grip.target = self._view.grip.target, None
        self.viewport().update()
        if target is not None:
            parent = target.index if target.kind is Kind.COMMENT else None
            self.comment_dropped.emit(comment, parent)
        elif self._on_grip(event.position()):
            box = self._view.grip.rect(comment).translated(0, -self._top)
            self.handle_clicked.emit(comment, box.bottomLeft().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Put out what the mouse had lit."""
        super().leaveEvent(event)
        if self._view is not None:
            self._view.guides.lit = None
            self._view.grip.shown = None
            self._light_partners(-1)
            self.viewport().update()

    def _light_partners(self, position: int) -> None:
        if self._view is None or not self._look.side_by_side:
            return
        marks, places = self._view.marks, self._view.places
        loose = places.loose.at(position) if position >= 0 else None
        at = places.place_at(position) if position >= 0 and loose is None else None
        lit = (self._view.pairs.partners(*at) if at else None) or ()
        if at is not None and not lit:
            loose = places.loose.partner(*at)
        if (tuple(lit), loose) != (tuple(marks.partners), marks.lit):
            marks.partners, marks.lit = tuple(lit), loose
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
        if self._carried is not None and event.key() == Qt.Key.Key_Escape:
            self._drop_nowhere()
            return
        bar = self.verticalScrollBar()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            bar.setValue(bar.value() + step * max(bar.singleStep(), 3 * 16))
            return
        if event.modifiers() & (Qt.KeyboardModifier.ShiftModifier):
            self.setCursorWidth(1)
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt: a page is not written in. QTextEdit would insert what an input method commits."""
        event.ignore()

    # --- links and copying -----------------------------------------------------------------

    def _target(self, url: QUrl) -> str:
        return "" if self._view is None else self._view.builder.target.target(url.toString())

    def _activate(self, url: QUrl) -> None:
        target = self._target(url)
        if target.startswith(UNFOLD):
            self._toggle(int(target.removeprefix(UNFOLD)))
        elif target.startswith(ASIDE):
            key, _colon, start = target.removeprefix(ASIDE).partition(":")
            self._toggle_aside(int(key), [int(start)])
        elif target.startswith(ADD):
            key, _colon, start = target.removeprefix(ADD).partition(":")
            self.translation_wanted.emit(int(key), int(start))
        elif target.startswith(TURN):
            self.turn_to(int(target.removeprefix(TURN)))
        elif target.startswith(GOTO):
            self.goto_wanted.emit(int(target.removeprefix(GOTO)))
        elif target.startswith(PERSON):
            self.person_clicked.emit(target.removeprefix(PERSON))
        elif target:
            self.link_activated.emit(target)

    def follow_focused_link(self) -> bool:
        """Follow the link that Tab has selected; return False when there is none."""
        cursor = self.textCursor()
        form = cursor.charFormat()
        if not cursor.hasSelection() or not form.isAnchor():
            return False
        self._activate(QUrl(form.anchorHref()))
        return True

    def _hover_link(self, url: QUrl) -> None:
        target = self._target(url)
        own = target.startswith(OWN)
        self.link_hovered.emit("" if own else target)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the words as they were written, with authors and times across comments."""
        cursor: QTextCursor = self.textCursor()
        data = QMimeData()
        text = ""
        if self._view is not None:
            view, span = self._view, (cursor.selectionStart(), cursor.selectionEnd())
            text = copied_text(view.page, view.places, span, self._times, view.asides.hides)
        data.setText(text or cursor.selection().toPlainText())
        return data
