"""One line above the page that says where one is; shortened when there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Breadcrumb(QWidget):
    """Never wider than its window: a plain label would force the window's minimum width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[str, ...] = ()
        self._aside = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_path(self, parts: tuple[str, ...], aside: str) -> None:
        """Show where one is from the outside in, and ``aside`` at the end of the line."""
        self._parts = tuple(filter(None, parts))
        self._aside = aside
        whole = " › ".join(self._parts)
        self.setToolTip("\n".join(filter(None, (whole, aside))))
        self.setAccessibleName(whole)
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: one line."""
        return QSize(100, self.fontMetrics().lineSpacing() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt: the line; the outer parts give way first."""
        painter = QPainter(self)
        metrics = self.fontMetrics()
        box = self.rect().adjusted(10, 0, -10, 0)
        aside = metrics.elidedText(self._aside, Qt.TextElideMode.ElideRight, box.width() // 2)
        painter.setPen(self.palette().placeholderText().color())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        room = box.width() - metrics.horizontalAdvance(aside) - 16
        line = " › ".join(self._parts)
        short = metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, room)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)
        painter.end()
