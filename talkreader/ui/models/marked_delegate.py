"""Paints words over a few lines, with what was found in them marked."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from talkreader.ui.models.hit_delegate import fitted, mark_of
from talkreader.ui.models.roles import Index, Role
from talkreader.ui.theme import LIGHT, Palette

PAD = 5


class MarkedDelegate(QStyledItemDelegate):
    """Rows of ``lines`` lines, or (not ``even``) of as many as the words have, up to that.

    `Role.MARKS` are the spans that are marked.

    A foreground of an item's own (`Qt.ItemDataRole.ForegroundRole`, any value) is the muted colour.
    """

    def __init__(self, lines: int = 2, parent: QObject | None = None, *, even: bool = True) -> None:
        super().__init__(parent)
        self._lines = lines
        self._even = even
        self._palette = LIGHT

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._palette = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the height of a row."""
        written = str(index.data() or "").count("\n") + 1
        rows = self._lines if self._even else min(self._lines, written)
        return QSize(80, _line(option) * rows + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: one cell."""
        from PySide6.QtWidgets import QStyle

        self.initStyleOption(option, index)
        text, option.text = str(index.data() or ""), ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        quiet = index.data(Qt.ItemDataRole.ForegroundRole) is not None
        plain = self._palette.muted if quiet else self._palette.text
        color = QColor(self._palette.accent_text if chosen else plain)
        mark = QColor(self._palette.accent_text if chosen else self._palette.hit)
        painter.save()
        box = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        painter.setClipRect(QRectF(box))
        painter.setPen(color)
        # a line's end of the text's own is one of the layout's: a unit for a unit
        shown = fitted(text.replace("\n", "\u2028"), option.font, box.width(), self._lines)
        layout = QTextLayout(shown, option.font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats(
            [
                mark_of(text, span, mark, self._palette, chosen)
                for span in index.data(Role.MARKS) or ()
            ]
        )
        self._lay_out(layout, option, box.width())
        layout.draw(painter, QPointF(box.topLeft()))
        painter.restore()

    def _lay_out(self, layout: QTextLayout, option: QStyleOptionViewItem, width: int) -> None:
        layout.beginLayout()
        step, metrics = _line(option), option.fontMetrics
        # every line's letters stand on its step's own line, whatever font Qt took them from: those
        # of Chinese begin higher, and a Latin and a Chinese cell of one row would not be level
        ground = (step + metrics.ascent() - metrics.descent()) / 2
        for number in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * step + ground - line.ascent()))
        layout.endLayout()


def _line(option: QStyleOptionViewItem) -> int:
    """Return the height of a line: that of a Chinese one, for the cells of a row stand level."""
    return option.fontMetrics.lineSpacing() * 4 // 3
