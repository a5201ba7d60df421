"""Paints a note as a card: colour, quoted words, remark, tags; opens the editor in its place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from talkreader.ui import words
from talkreader.ui.models.note_editor import NoteEditor
from talkreader.ui.models.notes import NoteRow
from talkreader.ui.models.roles import Index, Role
from talkreader.ui.theme import LIGHT, Palette, over

PAD = 8
STRIP = 5
WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
QUOTE_LINES = 3
EDITOR_HEIGHT = 168


class NoteDelegate(QStyledItemDelegate):
    """``edited`` carries (note's id, remark, tags) when the person leaves the editor.

    ``left_by_key``: they pressed a key for that, and did not go elsewhere.
    """

    edited = Signal(object, object, object)
    left_by_key = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
            self._height(option, inner, text, lines) + 3 for text, lines, _ in _parts(row)
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
        for text, lines, kind in _parts(row):
            height = self._height(option, box.width(), text, lines)
            self._part(
                painter, option, QRect(box.left(), box.top(), box.width(), height), text, kind
            )
            box.setTop(box.top() + height + 3)
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: Index,
    ) -> QWidget:
        """Qt: the editor, in the place of the card."""
        editor = NoteEditor(parent)
        editor.left.connect(lambda: self._leave(editor))
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

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: ARG002
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

    def _height(self, option: QStyleOptionViewItem, width: int, text: str, lines: int) -> int:
        metrics = option.fontMetrics
        box = metrics.boundingRect(QRect(0, 0, width, 10000), int(WRAP), text)
        return min(box.height(), metrics.lineSpacing() * lines) if lines else box.height()

    def _part(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, text: str, kind: str
    ) -> None:
        font = QFont(option.font)
        font.setItalic(kind == "state")
        painter.setFont(font)
        muted = kind in ("where", "quote", "tags")
        color = self._palette.caution if kind == "state" else self._palette.text
        painter.setPen(QColor(self._palette.muted if muted else color))
        if kind == "tags":
            painter.setPen(QColor(over(self._palette.link, self._palette.page)))
        painter.setClipRect(box)
        painter.drawText(box, int(WRAP), text)
        painter.setClipping(False)


def _plain(index: Index) -> QModelIndex:
    return index.model().index(index.row(), index.column(), index.parent())


def _parts(row: NoteRow) -> list[tuple[str, int, str]]:
    """Return the pieces of a card: text, greatest number of lines (0: all), what it is."""
    tags = "  ".join(f"#{tag}" for tag in row.note.tags)
    state = words.ANCHORS[row.state]
    parts = [
        (f"“{row.quote}”" if row.quote else "", QUOTE_LINES, "quote"),
        (row.note.text, 0, "text"),
        (tags, 0, "tags"),
        (row.where, 1, "where"),
        (words.word(state) if state else "", 1, "state"),
    ]
    return [part for part in parts if part[0]]
