"""What every picture is drawn with."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from talkreader.ui.theme import Palette, over

MARGIN = 16


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a cell was drawn: what the mouse finds. ``near`` is where its ring is drawn."""

    cell: int
    path: QPainterPath


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours and font; ``lit`` is the cell under the mouse or the keys, -1 none."""

    palette: Palette
    font: QFont
    lit: int = -1
    metrics: QFontMetricsF = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "metrics", QFontMetricsF(self.font))

    @property
    def line(self) -> float:
        """The height of a line of words."""
        return math.ceil(self.metrics.height() * 1.25)

    def shade(self, part: float) -> str:
        """Return the opaque colour of something that is there to a part, from 0 to 1."""
        fill = QColor(self.palette.accent)
        fill.setAlphaF(0.12 + 0.88 * part)
        return over(fill.name(QColor.NameFormat.HexArgb), self.palette.page)

    def short(self, text: str, room: float) -> str:
        """Return a text that fits, cut in its middle."""
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)

    def write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        *,
        color: str = "",
        at: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Write one line into a box, cut when it is too long."""
        painter.setFont(self.font)
        painter.setPen(QColor(color or self.palette.text))
        painter.drawText(box, at | Qt.AlignmentFlag.AlignVCenter, self.short(text, box.width()))


def ground(painter: QPainter, size: QSize, ink: Ink) -> None:
    """Lay the paper."""
    painter.fillRect(QRectF(QPointF(0, 0), size.toSizeF()), QColor(ink.palette.page))


def box_mark(cell: int, box: QRectF) -> Mark:
    """Return the mark of a rectangle."""
    path = QPainterPath()
    path.addRect(box)
    return Mark(cell, path)


def ring(painter: QPainter, path: QPainterPath, ink: Ink) -> None:
    """Draw a line around the cell that is lit."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(ink.palette.text), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def ticks(most: int, wanted: int = 4) -> list[int]:
    """Return round numbers from 0 to the first that is not below ``most``."""
    rough = max(most, 1) / wanted
    power = 10 ** math.floor(math.log10(rough)) if rough >= 1 else 1
    step = next((f * power for f in (1, 2, 5, 10) if f * power >= rough), 10 * power)
    step = max(1, int(step))
    return list(range(0, math.ceil(max(most, 1) / step) * step + 1, step))
