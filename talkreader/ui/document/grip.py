"""The handle of a comment: a click opens its menu, dragging it says what the comment answers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from talkreader.ui.document.geometry import Geometry
from talkreader.ui.document.positions import Entry, Kind, Places
from talkreader.ui.document.style import Style


class Grip:
    """Paints the handle at the right end of a comment's header, and where it is dragged to."""

    def __init__(self, style: Style, geometry: Geometry, places: Places) -> None:
        self._style = style
        self._geometry = geometry
        self._places = places
        self.shown: int | None = None
        """The comment whose handle is shown: the one under the mouse."""
        self.target: Entry | None = None
        """What a dragged comment would answer if it were dropped now."""

    def rect(self, comment: int) -> QRectF:
        """Return where the handle of a comment is; empty while it is not built."""
        entry = self._places.comment(comment)
        if entry is None:
            return QRectF()
        line = self._geometry.line_rect(entry)
        em = self._style.em
        box = QRectF(0, 0, em * 1.9, em * 1.3)
        box.moveCenter(QPointF(self._geometry.width - em * 1.5, line.center().y()))
        return box

    def contains(self, point: QPointF) -> bool:
        """Return whether a point of the document is on the handle that is shown."""
        return self.shown is not None and self.rect(self.shown).contains(point)

    def paint(self, painter: QPainter) -> None:
        """Paint the handle, and an outline around the target of a drag."""
        palette, em = self._style.palette, self._style.em
        if self.target is not None:
            painter.setPen(QPen(QColor(palette.accent), 2))
            top, bottom = self._geometry.top(self.target), self._geometry.bottom(self.target)
            width = self._geometry.width - em * 0.6
            painter.drawRoundedRect(QRectF(em * 0.3, top - 3, width, bottom - top + em * 0.6), 4, 4)
        if self.shown is None:
            return
        box = self.rect(self.shown)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.badge))
        painter.drawRoundedRect(box, 4, 4)
        painter.setBrush(QColor(palette.muted))
        for step in (-1, 0, 1):
            painter.drawEllipse(box.center() + QPointF(step * em * 0.42, 0), em * 0.12, em * 0.12)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def target_at(self, y: float) -> Entry | None:
        """Return the comment or heading at this height of the document."""
        entry = self._geometry.entry_at(y)
        return entry if entry is not None and entry.kind is not Kind.PROSE else None
