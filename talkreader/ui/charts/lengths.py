"""The length of threads: a bar for each, the longest first."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter

from talkreader.pictures import Picture
from talkreader.ui import words
from talkreader.ui.charts.ink import MARGIN, Ink, Mark, box_mark, ring

NAME = 0.45
"""The part of the width that the names may take."""


def size(picture: Picture, ink: Ink, room: QSize) -> QSize:
    """Return what the picture needs: a line for each thread."""
    height = MARGIN * 2 + len(picture.cells) * ink.line
    return QSize(max(room.width(), 420), max(room.height(), math.ceil(height)))


def paint(painter: QPainter, size: QSize, picture: Picture, ink: Ink) -> list[Mark]:
    """Draw the names and the bars; return where each line stands."""
    names = [
        f"{words.heading(cell.column or None)} · {words.author(cell.row or None)}"
        for cell in picture.cells
    ]
    most = max(cell.count for cell in picture.cells)
    number_room = ink.metrics.horizontalAdvance(str(most)) + 10
    longest = max(ink.metrics.horizontalAdvance(name) for name in names) + 4
    left = MARGIN + math.ceil(min(longest, size.width() * NAME)) + 10
    room = max(20.0, size.width() - MARGIN - number_room - left)
    marks = []
    for number, (cell, name) in enumerate(zip(picture.cells, names, strict=True)):
        y = MARGIN + number * ink.line
        ink.write(painter, QRectF(MARGIN, y, left - MARGIN - 10, ink.line), name)
        bar = QRectF(left, y + 3, max(2.0, round(room * cell.count / most)), ink.line - 6)
        painter.fillRect(bar, QColor(ink.palette.link if number == ink.lit else ink.palette.accent))
        after = QRectF(bar.right() + 6, y, number_room, ink.line)
        ink.write(painter, after, str(cell.count), color=ink.palette.muted)
        marks.append(box_mark(number, QRectF(MARGIN, y, size.width() - 2 * MARGIN, ink.line)))
        if number == ink.lit:
            ring(painter, box_mark(number, bar).path, ink)
    return marks
