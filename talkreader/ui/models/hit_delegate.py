"""Paints a found comment: what it answers, who and when, and the words around the match."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from talkreader.domain.body import Span
from talkreader.domain.hit import Hit, HitKind
from talkreader.ui import words
from talkreader.ui.models.roles import Index, Role
from talkreader.ui.theme import LIGHT, Palette

if TYPE_CHECKING:
    from talkreader.domain.counts import Answered

PAD = 6
LEFT = 2
LINES = 3


class HitDelegate(QStyledItemDelegate):
    """Rows of few heights; words are broken into lines for that only where their length may lie."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._palette = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the height of a row."""
        line = line_height(option)
        hit = index.data(Role.THING)
        if not isinstance(hit, Hit):
            return QSize(100, line + 2 * PAD)
        above = index.data(Role.ABOVE) is not None
        return QSize(100, line * (_lines(option, index, hit) + 1 + above) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: one row."""
        hit = index.data(Role.THING)
        if not isinstance(hit, Hit):
            option.font.setBold(True)
            super().paint(painter, option, index)
            return
        # PySide makes this class when it is named, in 6 ms: not at the start
        from PySide6.QtWidgets import QStyle

        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        box = option.rect.adjusted(LEFT, PAD, -PAD, -PAD)
        line = line_height(option)
        answered = index.data(Role.ABOVE)
        if answered is not None:
            self._answered(painter, option, box, answered, chosen=chosen)
            box = box.adjusted(0, line, 0, 0)
        self._head(painter, option, box, hit, chosen=chosen)
        self._snippet(painter, option, box.adjusted(0, line, 0, 0), hit, chosen=chosen)
        painter.restore()

    def _answered(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        answered: Answered,
        *,
        chosen: bool,
    ) -> None:
        """Paint one line: the comment that this one answers."""
        painter.setFont(option.font)
        painter.setPen(QColor(self._palette.accent_text if chosen else self._palette.muted))
        line = QRect(box.left(), box.top(), box.width(), line_height(option))
        said = words.with_colon(f"↩ {words.author(answered.author)}", answered.words)
        said = option.fontMetrics.elidedText(said, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said)

    def _head(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, hit: Hit, *, chosen: bool
    ) -> None:
        metrics = option.fontMetrics
        day = f"{hit.timestamp:%Y-%m-%d}" if hit.timestamp else ""
        painter.setFont(option.font)
        painter.setPen(QColor(self._palette.accent_text if chosen else self._palette.muted))
        line = QRect(box.left(), box.top(), box.width(), line_height(option))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, day)
        who = QFont(option.font)
        who.setItalic(hit.kind is HitKind.COMMENT and hit.author is None)
        painter.setFont(who)
        painter.setPen(QColor(self._palette.accent_text if chosen else self._palette.text))
        room = line.width() - metrics.horizontalAdvance(day) - 2 * PAD
        name = metrics.elidedText(head_of(hit), Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _snippet(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, hit: Hit, *, chosen: bool
    ) -> None:
        color = self._palette.accent_text if chosen else self._palette.muted
        mark = self._palette.accent_text if chosen else self._palette.hit
        marks = [
            mark_of(hit.snippet, span, QColor(mark), self._palette, chosen) for span in hit.marks
        ]
        text = hit.snippet.replace("\n", " ")
        text = fitted(text, option.font, box.width(), most_lines(hit), marks)
        layout = _layout(text, option.font, marks)
        layout.beginLayout()
        height = 0.0
        for _ in range(most_lines(hit)):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, height))
            height += line_height(option)
        layout.endLayout()
        painter.setPen(QPen(QColor(color)))
        painter.setClipRect(QRectF(box))
        layout.draw(painter, QPointF(box.topLeft()))


def line_height(option: QStyleOptionViewItem) -> int:
    """Return the height of a line in which Chinese has room too: it is taller than Latin."""
    return option.fontMetrics.lineSpacing() * 6 // 5


def most_lines(hit: Hit) -> int:
    """Return how many lines of its words a hit shows at most; a heading is short."""
    return 1 if hit.kind is HitKind.HEADING else LINES


def _lines(option: QStyleOptionViewItem, index: Index, hit: Hit) -> int:
    """Return how many lines the words of a hit take at the width of the list."""
    most, view = most_lines(hit), option.widget
    if most == 1 or not isinstance(view, QTreeView):
        return most
    room = view.viewport().width() - PAD - LEFT
    while index.isValid():
        room -= view.indentation()
        index = index.parent()
    taken = option.fontMetrics.horizontalAdvance(hit.snippet)
    if taken > room * most:
        return most
    if taken * 9 // 8 < room:  # what was found is set in heavier letters
        return 1
    layout = _layout(hit.snippet.replace("\n", " "), option.font, _heavy(hit))
    return len(_ends(layout, room, most))


def _layout(text: str, font: QFont, marks: Sequence[QTextLayout.FormatRange]) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)  # an address is one word
    layout.setTextOption(option)
    layout.setFormats(list(marks))
    return layout


def _ends(layout: QTextLayout, width: int, most: int) -> list[int]:
    """Return where the lines of a layout end, so many of them at most."""
    ends: list[int] = []
    layout.beginLayout()
    while len(ends) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        ends.append(line.textStart() + line.textLength())
    layout.endLayout()
    return ends


def head_of(hit: Hit) -> str:
    """Return the first line of a hit: the author, or what else was found."""
    if hit.kind is HitKind.COMMENT:
        return words.author(hit.author)
    return words.word(words.KINDS[hit.kind])


def fitted(
    text: str, font: QFont, width: int, lines: int, marks: Sequence[QTextLayout.FormatRange] = ()
) -> str:
    """Return as much of a text as fits into so many lines; "…" stands for the rest.

    ``marks``: what of it is set otherwise, and may be wider for that.
    """
    ends = _ends(_layout(text, font, marks), width, lines)
    units = text.encode("utf-16-le")
    if not ends or 2 * ends[-1] >= len(units):
        return text
    start = 2 * ends[-2] if len(ends) > 1 else 0
    head, last = (part.decode("utf-16-le", "replace") for part in (units[:start], units[start:]))
    metrics = QFontMetrics(font)
    # the dots are measured in the lighter letters: what is heavy may then need a line more
    for room in range(width, 0, -metrics.averageCharWidth()):
        cut = head + metrics.elidedText(last, Qt.TextElideMode.ElideRight, room)
        if len(_ends(_layout(cut, font, marks), width, lines + 1)) <= lines:
            return cut
    return head


def _heavy(hit: Hit) -> list[QTextLayout.FormatRange]:
    """Return what of a hit's words is heavier than the rest."""
    return [_range(hit.snippet, span) for span in hit.marks]


def _range(text: str, span: Span) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    # Qt counts UTF-16 units; the library counts code points.
    found.start = len(text[: span.start].encode("utf-16-le")) // 2
    found.length = len(text[span.start : span.end].encode("utf-16-le")) // 2
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.DemiBold)
    found.format = style
    return found


def mark_of(
    text: str, span: Span, color: QColor, palette: Palette, chosen: bool
) -> QTextLayout.FormatRange:
    """Return how found words look: heavier, in the text's colour, underlined in another."""
    found = _range(text, span)
    style = found.format
    style.setForeground(QColor(palette.accent_text if chosen else palette.text))
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    style.setUnderlineColor(color)
    found.format = style
    return found
