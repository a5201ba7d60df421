"""A line around what the keys go to, where Qt's own style shows nothing.

Fusion draws the focus of fields, boxes to tick and plain buttons; it draws none around lists,
trees, tables and pictures, and a default button looks the same with it and without.
"""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QPushButton, QWidget
from shiboken6 import isValid

from talkreader.ui.theme import OWN_FOCUS

WIDTH = 2


class FocusRing(QObject):
    """Follows the focus of the application for as long as its parent lives."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._line: _Line | None = None
        itself = ref(self)

        # not the method itself: PySide6 6.12 goes on calling that of one that has gone with its
        # parent, and finds nothing to call
        def follow(_old: QWidget | None, new: QWidget | None) -> None:
            ring = itself()
            if ring is not None and isValid(ring):
                ring.follow(new)

        app.focusChanged.connect(follow)

    def follow(self, new: QWidget | None) -> None:
        """Go around what has the focus now."""
        line, self._line = self._line, None
        if line is not None and isValid(line):  # it may have gone with what it went around
            line.hide()
            line.deleteLater()
        if new is not None and wants_ring(new):
            self._line = _Line(new)


def wants_ring(widget: QWidget) -> bool:
    """Return whether one would not see that a widget has the focus."""
    if widget.property(OWN_FOCUS):
        return False
    if isinstance(widget, QPushButton):
        by_key = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        return by_key and not widget.isFlat()
    return isinstance(widget, QAbstractScrollArea)


class _Line(QWidget):
    """The line; it lies over the widget and lets the mouse through."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.installEventFilter(self)
        self.setGeometry(around.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: as large as what it goes around."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's
        """Qt: the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), WIDTH))
        inner = QRectF(self.rect()).adjusted(WIDTH / 2, WIDTH / 2, -WIDTH / 2, -WIDTH / 2)
        painter.drawRoundedRect(inner, 2, 2)
        painter.end()
