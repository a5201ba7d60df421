"""The ground under quotations, code and boxes: a QTextBlockFormat's own has no room around it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument

from talkreader.domain.body import BlockKind
from talkreader.ui.document.geometry import Band, Geometry
from talkreader.ui.document.style import INSET, Style


class Insets:
    """Paints what lies under the visible blocks that are set in."""

    def __init__(self, style: Style, document: QTextDocument, geometry: Geometry) -> None:
        self._style = style
        self._document = document
        self._geometry = geometry

    def paint(self, painter: QPainter, bands: Iterable[Band]) -> None:
        """Paint the grounds in these entries."""
        painter.setPen(Qt.PenStyle.NoPen)
        for band in bands:
            for block in self._geometry.blocks(band.entry):
                kind = block.blockFormat().stringProperty(INSET)
                if kind:
                    self._ground(painter, block, self._geometry.block_rect(block), kind)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _ground(self, painter: QPainter, block: QTextBlock, rect: QRectF, kind: str) -> None:
        em, palette = self._style.em, self._style.palette
        form = block.blockFormat()
        left = self._style.margin + form.leftMargin() - em * 0.75
        right = self._document.size().width() - self._style.margin - em * 0.5
        ground = QRectF(left, rect.top() - em * 0.15, right - left, rect.height() + em * 0.6)
        follows = block.next()
        if follows.isValid() and follows.blockFormat().stringProperty(INSET) == kind:
            ground.setBottom(self._geometry.block_rect(follows).top())
        painter.setBrush(QColor(palette.inset))
        painter.drawRect(ground)
        if kind == BlockKind.QUOTE:
            painter.setBrush(QColor(palette.line))
            painter.drawRect(QRectF(left, ground.top(), 3, ground.height()))
