"""A page of paper to look at, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

_EDGE = 12


class _Paper(QWidget):
    """Draws the picture with white around it."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = QImage()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt: draw."""
        if self.picture.isNull():
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            inner = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
            painter.drawImage(QRectF(inner), self.picture)
            painter.setPen(QColor(0, 0, 0, 60))
            painter.drawRect(inner)


class SheetView(QScrollArea):
    """Shows one picture of a page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = _Paper()
        self.setWidget(self._paper)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def show_picture(self, picture: QImage) -> None:
        """Show this page from its top."""
        self._paper.picture = picture
        self._fit()
        self.verticalScrollBar().setValue(0)
        self._paper.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another size."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        picture = self._paper.picture
        width = self.viewport().width()
        if not picture.isNull() and width > 2 * _EDGE:
            inner = width - 2 * _EDGE
            height = round(inner * picture.height() / picture.width()) + 2 * _EDGE
            self._paper.resize(width, height)
