"""People by sections: a square for each person in each section, darker for more."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from talkreader.pictures import Picture
from talkreader.ui import words
from talkreader.ui.charts.ink import MARGIN, Ink, Mark, box_mark, ring
from talkreader.ui.theme import READABLE, contrast

NAME = 190.0
HEAD = 170.0
WIDEST = 72.0


def size(picture: Picture, ink: Ink, room: QSize) -> QSize:
    """Return what the picture needs."""
    left, head = _margins(picture, ink)
    least = _least(picture, ink)
    width = MARGIN * 2 + left + len(picture.columns) * least
    height = MARGIN * 2 + head + len(picture.rows) * ink.line
    return QSize(max(room.width(), math.ceil(width)), max(room.height(), math.ceil(height)))


def paint(painter: QPainter, size: QSize, picture: Picture, ink: Ink) -> list[Mark]:
    """Draw names, headings and squares; return where each square stands."""
    left, head = _margins(picture, ink)
    left, head = left + MARGIN, head + MARGIN
    room = (size.width() - MARGIN - left) / max(len(picture.columns), 1)
    wide = math.floor(min(WIDEST, max(room, _least(picture, ink))))
    row_at = {name: number for number, name in enumerate(picture.rows)}
    column_at = {name: number for number, name in enumerate(picture.columns)}
    for name, row in row_at.items():
        box = QRectF(MARGIN, head + row * ink.line, left - MARGIN - 10, ink.line)
        ink.write(painter, box, words.author(name or None), at=Qt.AlignmentFlag.AlignRight)
        painter.fillRect(
            QRectF(left, box.bottom() - 1, wide * len(picture.columns), 1),
            QColor(ink.palette.line),
        )
    for name, column in column_at.items():
        _head(painter, ink, left + (column + 0.5) * wide, head, words.heading(name or None))
    most = max(cell.count for cell in picture.cells)
    marks = []
    for number, cell in enumerate(picture.cells):
        x, y = left + column_at[cell.column] * wide, head + row_at[cell.row] * ink.line
        box = QRectF(x + 1, y + 1, wide - 2, ink.line - 3)
        shade = ink.shade(math.log1p(cell.count) / math.log1p(most))
        painter.fillRect(box, QColor(shade))
        dark, light = ink.palette.text, ink.palette.page
        color = dark if contrast(dark, shade) >= READABLE else light
        color = max((color, dark, light), key=lambda one: contrast(one, shade))
        ink.write(painter, box, str(cell.count), color=color, at=Qt.AlignmentFlag.AlignHCenter)
        marks.append(box_mark(number, box))
        if number == ink.lit:
            ring(painter, marks[-1].path, ink)
    return marks


def _head(painter: QPainter, ink: Ink, middle: float, bottom: float, text: str) -> None:
    """Write a heading upwards."""
    painter.save()
    painter.translate(middle, bottom - 6)
    painter.rotate(-90)
    ink.write(painter, QRectF(0, -ink.line / 2, HEAD - 6, ink.line), text)
    painter.restore()


def _least(picture: Picture, ink: Ink) -> float:
    most = max((cell.count for cell in picture.cells), default=0)
    return max(ink.line, ink.metrics.horizontalAdvance(str(most)) + 10)


def _margins(picture: Picture, ink: Ink) -> tuple[float, float]:
    def widest(names: tuple[str, ...]) -> float:
        return max((ink.metrics.horizontalAdvance(name) for name in names), default=0.0)

    left = max(widest(picture.rows), ink.metrics.horizontalAdvance(words.author(None)))
    head = max(widest(picture.columns), ink.metrics.horizontalAdvance(words.heading(None)))
    return min(left + 12, NAME), min(head + 12, HEAD)
