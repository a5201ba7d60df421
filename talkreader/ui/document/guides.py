"""The lines that show levels, the triangles that fold, and the bar of the current comment."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from talkreader.domain.records import dataclass
from talkreader.ui.document.folding import Folding
from talkreader.ui.document.geometry import Band, Geometry
from talkreader.ui.document.positions import Entry, Kind
from talkreader.ui.document.style import DEEPEST, Style
from talkreader.ui.document.threads import Threads


@dataclass(frozen=True, slots=True)
class Spot:
    """Something in the margin that a click folds: the comment, and whether it is its triangle."""

    comment: int
    is_triangle: bool


class Guides:
    """Paints the margin of a page and knows what lies under the mouse there."""

    def __init__(
        self, style: Style, geometry: Geometry, threads: Threads, folding: Folding
    ) -> None:
        self._style = style
        self._geometry = geometry
        self._threads = threads
        self._folding = folding
        self.lit: int | None = None
        """The comment whose guide the mouse is on."""

    def _x(self, depth: int) -> float:
        """Return where the guide of comments at this depth stands, under their triangle."""
        return self._style.margin + self._style.left(depth) - self._style.em * 0.95

    def paint(self, painter: QPainter, bands: Iterable[Band], current: int | None) -> None:
        """Paint the margin beside these entries."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for entry, y, end in bands:
            if entry.kind is not Kind.COMMENT:
                continue
            self._paint_guides(painter, entry.index, y, end)
            if entry.index == current:
                last = self._geometry.bottom(entry) + self._style.em * 1.1
                self._paint_bar(painter, entry.index, y, min(end, last))
            if self._folding.can_fold(entry.index):
                self._paint_triangle(painter, entry)

    def _paint_guides(self, painter: QPainter, index: int, y: float, end: float) -> None:
        if self._folding.can_fold(index) and not self._folding.is_folded(index):
            self._line(painter, index, y + self._style.em * 1.5, end)
        shown_last = self._folding.is_folded(index)
        last = self._threads.last_below(index) if shown_last else index
        for above in self._threads.above(index):
            is_last = self._threads.last_below(above) == last
            self._line(painter, above, y, end - self._style.em if is_last else end)

    def _line(self, painter: QPainter, comment: int, y: float, end: float) -> None:
        depth = self._threads.depth(comment)
        if depth > DEEPEST:
            return
        colors = self._style.palette.guides
        is_lit = comment == self.lit
        color = self._style.palette.accent if is_lit else colors[depth % len(colors)]
        # whole pixels: the pieces of one guide must meet without a seam
        left, top, width = round(self._x(depth)) - 1, round(y), 3 if is_lit else 2
        painter.fillRect(left, top, width, round(end) - top, QColor(color))

    def _paint_bar(self, painter: QPainter, index: int, y: float, end: float) -> None:
        left = self._style.margin + self._style.left(self._threads.depth(index))
        x = left - self._style.em * 0.42
        bar = QRectF(x, y, 3, end - y - self._style.em * 1.1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._style.palette.accent))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_triangle(self, painter: QPainter, entry: Entry) -> None:
        x = self._x(self._threads.depth(entry.index))
        y = self._geometry.line_rect(entry).center().y() + 1
        size = self._style.em * 0.26
        if self._folding.is_folded(entry.index):
            corners = [(-size * 0.6, -size), (size * 0.8, 0.0), (-size * 0.6, size)]
        else:
            corners = [(-size, -size * 0.6), (size, -size * 0.6), (0.0, size * 0.8)]
        painter.setPen(Qt.PenStyle.NoPen)
        is_lit = entry.index == self.lit
        palette = self._style.palette
        painter.setBrush(QColor(palette.accent if is_lit else palette.muted))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def spot_at(self, x: float, y: float) -> Spot | None:
        """Return what a click at this place of the document would fold; None for nothing."""
        near = self._style.em * 0.5
        for entry, top, end in self._geometry.entries_between(y, y + 1):
            if entry.kind is not Kind.COMMENT or not top - near <= y < end:
                continue
            own = self._folding.can_fold(entry.index)
            if own and abs(x - self._x(self._threads.depth(entry.index))) <= near:
                is_triangle = y <= self._geometry.line_rect(entry).bottom()
                return Spot(entry.index, is_triangle)
            return self._nearest(self._threads.above(entry.index), x, near)
        return None

    def _nearest(self, comments: Iterable[int], x: float, near: float) -> Spot | None:
        for above in comments:
            depth = self._threads.depth(above)
            if depth <= DEEPEST and abs(x - self._x(depth)) <= near:
                return Spot(above, is_triangle=False)
        return None
