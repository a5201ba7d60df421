"""Paints a note as a card: colour, quoted words, remark, tags; opens the editor in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from talkreader.domain.note import AnchorState
from talkreader.ui import words
from talkreader.ui.models.note_editor import NoteEditor
from talkreader.ui.models.notes import NoteRow
from talkreader.ui.models.roles import Index, Role
from talkreader.ui.remarks import plain_remark
from talkreader.ui.theme import LIGHT, Palette, over

PAD = 8
STRIP = 5
QUOTE_LINES = 3
EDITOR_HEIGHT = 196
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d)")


class NoteDelegate(QStyledItemDelegate):
    """``edited`` carries (note's id, remark, tags) when the person leaves the editor.

    ``typed`` carries the same at every key.

    ``left_by_key``: they pressed a key for that, and did not go elsewhere.
    """

    edited = Signal(object, object, object)
    typed = Signal(object, object, object)
    left_by_key = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.known_tags: Callable[[], Sequence[str]] = tuple
        self._palette = LIGHT
        self._open = QPersistentModelIndex()

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._palette = palette

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the height of a card at the width of the list."""
        row = index.data(Role.THING)
        view: QWidget | None = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else 240
        if not isinstance(row, NoteRow):
            return QSize(width, 0)
        inner = width - 2 * PAD - STRIP - PAD
        height = 2 * PAD + sum(
            self._height(option, len(_rows(part, option.font, inner))) + 3 for part in _parts(row)
        )
        if self._open == index:
            height = max(height, EDITOR_HEIGHT)
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: one card."""
        row = index.data(Role.THING)
        if not isinstance(row, NoteRow):
            return
        # PySide makes this class when it is named, in 6 ms: not at the start
        from PySide6.QtWidgets import QStyle

        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        card = option.rect.adjusted(4, 3, -4, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = self._palette.accent if chosen or focused else self._palette.line
        painter.setPen(QColor(border))
        painter.setBrush(QColor(self._palette.page))
        painter.drawRoundedRect(card, 4, 4)
        if chosen:
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), 4, 4)
        if row.note.color is not None:
            strip = QRect(card.left() + 2, card.top() + 2, STRIP, card.height() - 4)
            solid = QColor(self._palette.fills[row.note.color])
            solid.setAlpha(255)
            painter.fillRect(strip, solid)
        box = card.adjusted(STRIP + PAD, PAD - 3, -PAD, -PAD + 3)
        for part in _parts(row):
            rows = _rows(part, option.font, box.width())
            self._part(painter, option, box, rows, part[2])
            box.setTop(box.top() + self._height(option, len(rows)) + 3)
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,
    ) -> QWidget:
        """Qt: the editor, in the place of the card."""
        editor = NoteEditor(parent)
        editor.tag_line.set_known(self.known_tags())
        editor.left.connect(lambda: self._leave(editor))
        row = index.data(Role.THING)
        if isinstance(row, NoteRow):
            note = row.note.id
            editor.typed.connect(lambda: self.typed.emit(note, editor.text(), editor.tags()))
        self._open = QPersistentModelIndex(index)
        self.sizeHintChanged.emit(_plain(index))
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Qt: the editor is over; the card takes its own height again."""
        self._open = QPersistentModelIndex()
        self.sizeHintChanged.emit(_plain(index))
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: fill the editor; what is being typed is never overwritten."""
        row = index.data(Role.THING)
        if isinstance(editor, NoteEditor) and isinstance(row, NoteRow):
            editor.load(row.note)

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: ARG002 - Qt's
        """Qt: hand on what was typed; the model hears of it from the library."""
        row = index.data(Role.THING)
        if isinstance(editor, NoteEditor) and isinstance(row, NoteRow):
            self.edited.emit(row.note.id, editor.text(), editor.tags())

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002 - Qt's
    ) -> None:
        """Qt: the editor covers the card."""
        editor.setGeometry(option.rect.adjusted(4, 3, -4, -3))

    def eventFilter(self, watched: QObject, event: object) -> bool:
        """Qt: the editor itself says when it is left; Tab and Enter belong to it."""
        if isinstance(watched, NoteEditor):
            return False
        return super().eventFilter(watched, event)  # type: ignore[arg-type]  # Qt sends QEvents

    def _leave(self, editor: NoteEditor) -> None:
        inside = editor.isAncestorOf(editor.window().focusWidget())
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)
        if inside:
            self.left_by_key.emit()

    def _height(self, option: QStyleOptionViewItem, lines: int) -> int:
        return line_height(option.fontMetrics) * lines

    def _part(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        rows: list[str],
        kind: str,
    ) -> None:
        font = QFont(option.font)
        font.setItalic(kind == "state")
        painter.setFont(font)
        muted = kind in ("where", "quote", "tags")
        color = self._palette.caution if kind == "state" else self._palette.text
        painter.setPen(QColor(self._palette.muted if muted else color))
        if kind == "tags":
            painter.setPen(QColor(over(self._palette.link, self._palette.page)))
        height = line_height(option.fontMetrics)
        place = QRect(box.left(), box.top(), box.width(), height)
        for row in rows:
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), row)
            place.translate(0, height)


def line_height(metrics: QFontMetrics) -> int:
    """Return the height of a line in which Chinese has room too: it is taller than Latin."""
    return metrics.lineSpacing() * 6 // 5


def rows_of(text: str, font: QFont, width: int, most: int = 0) -> list[str]:
    """Return the lines that a text takes; of more than ``most`` (0: any) the last one is cut.

    Between words where there are any, else anywhere: a long address must not leave the card.
    """
    form = QTextOption()
    form.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(form)
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    raw = text.encode("utf-16-le")  # Qt counts UTF-16 units
    ends = [*starts[1:], len(raw) // 2]
    rows = [
        raw[2 * start : 2 * end].decode("utf-16-le", "replace").strip()
        for start, end in zip(starts, ends, strict=True)
    ]
    if most and len(rows) > most:
        room = width - QFontMetrics(font).horizontalAdvance("…")
        rows = [*rows[: most - 1], _cut(rows[most - 1], font, room) + "…"]
    return rows


def _cut(text: str, font: QFont, room: int) -> str:
    """Return as much of a text as fits."""
    metrics = QFontMetrics(font)
    while text and metrics.horizontalAdvance(text) > room:
        text = text[:-1]
    return text.rstrip()


def _rows(part: tuple[str, int, str], font: QFont, width: int) -> list[str]:
    text, lines, kind = part
    if kind != "where":
        return rows_of(text, font, width, lines)
    # a day and its hour stay together, and a dot between two things ends no line
    rows = rows_of(_MOMENT.sub("\\1\u00a0\\2", text), font, width, lines)
    return [row.removesuffix(" ·") for row in rows]


def _plain(index: Index) -> QModelIndex:
    return index.model().index(index.row(), index.column(), index.parent())


def _parts(row: NoteRow) -> list[tuple[str, int, str]]:
    """Return the pieces of a card: text, greatest number of lines (0: all), what it is."""
    tags = "  ".join(f"#{tag}" for tag in row.note.tags)
    lost = row.state is AnchorState.LOST
    quote = row.quote_in_place if lost else words.quoted(row.quote) if row.quote else ""
    parts = [
        (quote, 0 if lost else QUOTE_LINES, "quote"),
        (plain_remark(row.note.text), 0, "text"),
        (tags, 0, "tags"),
        (row.where, 2, "where"),
        (row.told, 2, "state"),
    ]
    return [part for part in parts if part[0]]
