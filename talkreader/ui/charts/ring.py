"""The network of replies: people around a circle, a line from who answers to who is answered."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from talkreader.pictures import Picture
from talkreader.ui.charts.ink import MARGIN, Ink, Mark

NAME = 150.0
WIDEST = 7.0
LEAST = 460


def size(picture: Picture, ink: Ink, room: QSize) -> QSize:
    """Return what the picture needs: a square, larger for more names."""
    around = len(picture.rows) * ink.line * 1.1 / math.pi + 2 * (NAME + MARGIN)
    least = max(LEAST, math.ceil(around))
    return QSize(max(room.width(), least), max(room.height(), least))


def paint(painter: QPainter, size: QSize, picture: Picture, ink: Ink) -> list[Mark]:
    """Draw lines, then people; return where each line runs."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = QPointF(size.width() / 2, size.height() / 2)
    # names that stand upright above and below need less room than those beside
    radius = max(60.0, min(middle.x() - NAME - MARGIN, middle.y() - ink.line * 2.5 - MARGIN))
    places = {}
    for number, name in enumerate(picture.rows):
        angle = 2 * math.pi * number / max(len(picture.rows), 1) - math.pi / 2
        places[name] = (
            QPointF(middle.x() + radius * math.cos(angle), middle.y() + radius * math.sin(angle)),
            angle,
        )
    colors = {
        name: ink.palette.people[number % len(ink.palette.people)]
        for number, name in enumerate(picture.rows)
    }
    most = max(cell.count for cell in picture.cells)
    marks = []
    for number, cell in reversed(list(enumerate(picture.cells))):
        path = _curve(places[cell.row][0], places[cell.column][0], middle)
        width = 1.0 + (WIDEST - 1) * math.sqrt(cell.count / most)
        color = QColor(colors[cell.row])
        color.setAlphaF(1.0 if number == ink.lit else 0.55)
        if number == ink.lit:
            painter.setPen(QPen(QColor(ink.palette.text), width + 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        _arrow(painter, path, color, width)
        stroker = QPainterPathStroker()
        stroker.setWidth(width + 6)
        marks.append(Mark(number, stroker.createStroke(path)))
    for name, (place, angle) in places.items():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors[name]))
        painter.drawEllipse(place, 5, 5)
        _name(painter, ink, place, angle, name, colors[name])
    marks.reverse()
    return marks


def _curve(start: QPointF, end: QPointF, middle: QPointF) -> QPainterPath:
    """Return a line that bends to the middle, a little aside: its way back is another line."""
    across = end - start
    length = math.hypot(across.x(), across.y()) or 1.0
    aside = QPointF(-across.y(), across.x()) * (16 / length)
    control = middle + (start + end - middle * 2) * 0.28 + aside
    path = QPainterPath(start)
    path.quadTo(control, end)
    return path


def _arrow(painter: QPainter, path: QPainterPath, color: QColor, width: float) -> None:
    """Draw the head of a line near the person who is answered."""
    length = path.length()
    if length < 30:
        return
    tip = path.pointAtPercent(path.percentAtLength(length - 7))
    back = path.pointAtPercent(path.percentAtLength(length - 7 - 6 - width))
    across = tip - back
    half = QPointF(-across.y(), across.x()) * 0.5
    head = QPainterPath(tip)
    head.lineTo(back + half)
    head.lineTo(back - half)
    head.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPath(head)


def _name(painter: QPainter, ink: Ink, place: QPointF, angle: float, name: str, color: str) -> None:
    aside, up = math.cos(angle), math.sin(angle)
    x, y = place.x() + aside * 11, place.y() + up * 11
    if abs(aside) < 0.2:
        top = y if up > 0 else y - ink.line
        box = QRectF(x - NAME / 2, top, NAME, ink.line)
        at = Qt.AlignmentFlag.AlignHCenter
    elif aside > 0:
        box, at = QRectF(x, y - ink.line / 2, NAME, ink.line), Qt.AlignmentFlag.AlignLeft
    else:
        box, at = QRectF(x - NAME, y - ink.line / 2, NAME, ink.line), Qt.AlignmentFlag.AlignRight
    ink.write(painter, box, name, color=color, at=at)
