"""The ground under quotations, code and boxes: a QTextBlockFormat's own has no room around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextDocument

from talkreader.domain.body import BlockKind
from talkreader.domain.thread import Comment
from talkreader.ui.document.geometry import Band, Geometry
from talkreader.ui.document.positions import Kind
from talkreader.ui.document.style import INSET, Style


def opens_box(comments: Sequence[Comment], index: int) -> bool:
    """Return whether a comment is the first one in its box."""
    box = comments[index].box
    return bool(box) and (index == 0 or comments[index - 1].box != box)


def closes_box(comments: Sequence[Comment], index: int) -> bool:
    """Return whether a comment is the last one in its box."""
    box = comments[index].box
    return bool(box) and (index + 1 == len(comments) or comments[index + 1].box != box)


class Insets:
    """Paints what lies under the visible blocks that are set in."""

    def __init__(
        self,
        style: Style,
        document: QTextDocument,
        geometry: Geometry,
        comments: Sequence[Comment],
    ) -> None:
        self._comments = comments
        self._style = style
        self._document = document
        self._geometry = geometry

    def paint(self, painter: QPainter, bands: Iterable[Band]) -> None:
        """Paint the grounds in these entries."""
        painter.setPen(Qt.PenStyle.NoPen)
        for band in bands:
            if band.entry.kind is Kind.COMMENT and self._comments[band.entry.index].box:
                self._frame(painter, band)
            for block in self._geometry.blocks(band.entry):
                kind = block.blockFormat().stringProperty(INSET)
                if kind:
                    self._ground(painter, block, self._geometry.block_rect(block), kind)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _frame(self, painter: QPainter, band: Band) -> None:
        """Paint a comment's piece of the frame around all comments of its box."""
        em = self._style.em
        left, right = em * 0.12, self._document.size().width() - em * 0.12
        top, bottom = band.top - em * 0.42, band.bottom - em * 0.42
        color = QColor(self._style.palette.muted)
        lines = [QRectF(left, top, 1.5, bottom - top), QRectF(right - 1.5, top, 1.5, bottom - top)]
        if opens_box(self._comments, band.entry.index):
            lines.append(QRectF(left, top, right - left, 1.5))
        if closes_box(self._comments, band.entry.index):
            bottom = min(bottom, self._geometry.bottom(band.entry) + em * 0.4)
            lines = [
                line.intersected(QRectF(left, top, right - left, bottom - top)) for line in lines
            ]
            lines.append(QRectF(left, bottom - 1.5, right - left, 1.5))
        for line in lines:
            painter.fillRect(line, color)

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
