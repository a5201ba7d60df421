"""Marks what is new in this copy of a page: a bar in the margin and a word behind the header."""

from __future__ import annotations

from collections.abc import Container, Iterable

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from talkreader.ui.document.geometry import Band, Geometry
from talkreader.ui.document.positions import Kind
from talkreader.ui.document.style import Style


def new_word() -> str:
    """Return the word that stands behind the header of a new comment."""
    return QCoreApplication.translate("header", "new")


class Novelty:
    """Paints the marks of new comments; painted, for they are known after the page is built."""

    def __init__(self, style: Style, geometry: Geometry) -> None:
        self._style = style
        self._geometry = geometry

    def paint(self, painter: QPainter, bands: Iterable[Band], fresh: Container[int]) -> None:
        """Paint the marks of the new ones among these entries."""
        for entry, top, bottom in bands:
            if entry.kind is Kind.COMMENT and entry.index in fresh:
                em = self._style.em
                last = min(bottom - em * 0.7, self._geometry.bottom(entry))
                bar = QRectF(em * 0.28, top, 4, last - top)
                painter.fillRect(bar, QColor(self._style.palette.fresh))
                self._word(painter, self._geometry.line_rect(entry))

    def _word(self, painter: QPainter, line: QRectF) -> None:
        font = QFont(self._style.font)
        font.setPointSizeF(self._style.look.points * 0.8)
        font.setBold(True)
        metrics = QFontMetricsF(font)
        word = new_word()
        em = self._style.em
        width = metrics.horizontalAdvance(word) + em * 0.7
        box = QRectF(line.right() + em * 0.6, line.top(), width, line.height())
        box.moveRight(min(box.right(), self._geometry.width - em * 0.3))
        box.setHeight(metrics.height() + 2)
        box.moveTop(line.center().y() - box.height() / 2)
        painter.setFont(font)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._style.palette.fresh))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(self._style.palette.page))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        painter.setBrush(Qt.BrushStyle.NoBrush)
