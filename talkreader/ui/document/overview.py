"""Marks on the scroll bar: where on the page hits, notes and new comments stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from talkreader.domain.records import dataclass

SOON = 80
"""Milliseconds after a change until the marks are looked for."""


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks of one kind: the part of the bar's width they take, their colour, and their places.

    ``places`` are parts of the height of the page, from 0 to 1.
    """

    left: float
    right: float
    color: str
    places: Sequence[float]


class OverviewBar(QScrollBar):
    """A scroll bar with marks; each kind has its own lane, so that colour is not all that tells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Callable[[], Iterable[Lane]] = tuple
        self.lanes: list[Lane] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.look)
        self.rangeChanged.connect(self.look_soon)

    def ask(self, look: Callable[[], Iterable[Lane]]) -> None:
        """Get the marks from there."""
        self._look = look

    def look_soon(self) -> None:
        """Look for the marks anew when there is time."""
        self._soon.start()

    def look(self) -> None:
        """Look for the marks now."""
        self._soon.stop()
        self.lanes = list(self._look())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the bar, and the marks over its groove."""
        super().paintEvent(event)
        if not any(lane.places for lane in self.lanes):
            return
        # PySide makes these classes when they are named, in some ms: not at the start
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        groove = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarGroove,
            self,
        )
        painter = QPainter(self)
        for lane in self.lanes:
            color = QColor(lane.color)
            left = groove.left() + lane.left * groove.width()
            width = (lane.right - lane.left) * groove.width()
            for line in {round(place * (groove.height() - 2)) for place in lane.places}:
                painter.fillRect(QRectF(left, groove.top() + line, width, 2), color)
        painter.end()
