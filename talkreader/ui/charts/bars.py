"""Activity: a bar per day, month or year."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from talkreader.pictures import Picture
from talkreader.ui.charts.ink import MARGIN, Ink, Mark, box_mark, ring, ticks

LEAST = 5
"""The narrowest that a bar and the gap beside it get; more of them make the picture wider."""


def size(picture: Picture, ink: Ink, room: QSize) -> QSize:
    """Return what the picture needs, at least the room there is."""
    least = MARGIN * 3 + _axis(picture, ink) + len(picture.cells) * LEAST
    return QSize(max(room.width(), int(least)), max(room.height(), 260))


def paint(painter: QPainter, size: QSize, picture: Picture, ink: Ink) -> list[Mark]:
    """Draw the bars over a scale; return where each stands."""
    steps = ticks(max(cell.count for cell in picture.cells))
    left = MARGIN + _axis(picture, ink)
    top, bottom = MARGIN + ink.line / 2, size.height() - MARGIN - ink.line * 1.4
    width = size.width() - MARGIN - left

    def height(count: int) -> float:
        return round((bottom - top) * count / steps[-1])

    for step in steps:
        y = bottom - height(step)
        painter.setPen(QPen(QColor(ink.palette.line), 1))
        painter.drawLine(QPointF(left, y), QPointF(left + width, y))
        box = QRectF(MARGIN, y - ink.line / 2, left - MARGIN - 8, ink.line)
        right = Qt.AlignmentFlag.AlignRight
        ink.write(painter, box, str(step), color=ink.palette.muted, at=right)
    marks = []
    slot = width / len(picture.cells)
    thick = max(2.0, min(slot * 0.78, 60.0))
    for number, cell in enumerate(picture.cells):
        x = left + slot * number
        if cell.count:
            bar = QRectF(round(x + (slot - thick) / 2), bottom, round(thick), -height(cell.count))
            bar = bar.normalized()
            color = ink.palette.link if number == ink.lit else ink.palette.accent
            painter.fillRect(bar, QColor(color))
            # thin bars are hard to hit: the whole column is theirs
            marks.append(box_mark(number, QRectF(x, top, slot, bottom - top)))
            if number == ink.lit:
                ring(painter, box_mark(number, bar).path, ink)
    _label(painter, picture, ink, QRectF(left, bottom, width, ink.line * 1.4))
    return marks


def _axis(picture: Picture, ink: Ink) -> float:
    most = max((cell.count for cell in picture.cells), default=1)
    return ink.metrics.horizontalAdvance(str(ticks(most)[-1])) + 10


def _label(painter: QPainter, picture: Picture, ink: Ink, box: QRectF) -> None:
    """Write as many names of days, months or years below the bars as there is room for."""
    names = [cell.row for cell in picture.cells]
    slot = box.width() / len(names)
    width = max(ink.metrics.horizontalAdvance(name) for name in names) + 14
    # the first name stands aside, and takes room from the second: none may be left out for it
    least = max(width, 1.5 * width - 8 - slot / 2)
    every = next((n for n in (1, 2, 3, 6, 12, 24, 60) if n * slot >= least), len(names))
    free = box.left() - 8
    for number, name in enumerate(names):
        middle = box.left() + slot * (number + 0.5)
        # the first and the last name stand aside rather than beyond the picture
        start = min(max(middle - width / 2, box.left() - 8), box.right() - width + 8)
        if number % every or start < free:
            continue
        free = start + width
        place = QRectF(start, box.top() + 4, width, ink.line)
        ink.write(painter, place, name, color=ink.palette.muted, at=Qt.AlignmentFlag.AlignHCenter)
