"""One line above the page that says where one is; shortened when there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = " › "


class Breadcrumb(QWidget):
    """Never wider than its window: a plain label would force the window's minimum width.

    ``section_picked``: the name of the section was clicked.
    """

    section_picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[str, ...] = ()
        self._section = ""
        self._aside = ""
        self._lit = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_path(self, parts: tuple[str, ...], section: str, aside: str, hint: str = "") -> None:
        """Show where one is from the outside in, and ``aside`` at the end of the line.

        ``hint`` is told on hover only.
        """
        self._parts = tuple(filter(None, parts))
        self._section = section
        self._aside = aside
        whole = GAP.join(filter(None, (*self._parts, section)))
        self.setToolTip("\n".join(filter(None, (whole, aside, hint))))
        self.setAccessibleName(whole)
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: one line."""
        return QSize(100, self.fontMetrics().lineSpacing() + 8)

    def section_rect(self) -> QRect:
        """Return where the name of the section stands; empty when there is none."""
        outer, section, _aside = self._short()
        if not section:
            return QRect()
        left = 10 + self.fontMetrics().horizontalAdvance(outer)
        return QRect(left, 0, self.fontMetrics().horizontalAdvance(section), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt: the line; the outer parts give way first."""
        painter = QPainter(self)
        outer, section, aside = self._short()
        box = self.rect().adjusted(10, 0, -10, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.palette().placeholderText().color())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | middle, aside)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | middle, outer)
        font = painter.font()
        font.setUnderline(self._lit)
        painter.setFont(font)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.section_rect(), Qt.AlignmentFlag.AlignLeft | middle, section)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: underline the section under the mouse."""
        self._light(on=self.section_rect().contains(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on the section goes to its heading."""
        if self.section_rect().contains(event.position().toPoint()):
            self.section_picked.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: the mouse is elsewhere."""
        self._light(on=False)
        super().leaveEvent(event)

    def _light(self, *, on: bool) -> None:
        if on != self._lit:
            self._lit = on
            shape = Qt.CursorShape.PointingHandCursor if on else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _short(self) -> tuple[str, str, str]:
        """Return the three pieces of the line as they fit into it."""
        metrics = self.fontMetrics()
        width = self.width() - 20
        # half of a date says less than none; the tool tip has it
        aside = self._aside if metrics.horizontalAdvance(self._aside) <= width // 3 else ""
        room = width - metrics.horizontalAdvance(aside) - 16
        outer = GAP.join(self._parts)
        if outer and self._section:
            outer += GAP
        least = min(metrics.horizontalAdvance(outer), room // 3)
        section = metrics.elidedText(self._section, Qt.TextElideMode.ElideRight, room - least)
        left = room - metrics.horizontalAdvance(section)
        if metrics.horizontalAdvance(outer) > left and self._section:
            tail = metrics.horizontalAdvance(GAP)
            names = GAP.join(self._parts)
            outer = metrics.elidedText(names, Qt.TextElideMode.ElideMiddle, left - tail) + GAP
        return metrics.elidedText(outer, Qt.TextElideMode.ElideMiddle, left), section, aside
