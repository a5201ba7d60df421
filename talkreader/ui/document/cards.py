"""One note as a small card in the margin: colour, first words, remark, tags."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from talkreader.domain.note import Note
from talkreader.ui import words
from talkreader.ui.models.note_delegate import line_height, rows_of
from talkreader.ui.remarks import plain_remark
from talkreader.ui.theme import Palette, over

PAD = 7
STRIP = 4
REMARK_LINES = 3
CHOSEN_LINES = 12
KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_F2,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
)

Rows = list[tuple[list[str], str]]
"""The parts of a card: its lines, and what they are (quote, text or tags)."""


def spoken(note: Note) -> str:
    """Return what a screen reader says of a note."""
    quote = " … ".join(target.exact for target in note.targets if target.exact)
    color = words.word(words.COLORS[note.color]) if note.color else ""
    return ". ".join(filter(None, (plain_remark(note.text), quote, color, *note.tags)))


def rows_of_card(note: Note, font: QFont, width: int, *, chosen: bool) -> tuple[Rows, int]:
    """Return the lines of a card of this width, and its height."""
    inner = width - STRIP - 3 * PAD
    quote = next((target.exact for target in note.targets if target.exact), "")
    tags = "  ".join(f"#{tag}" for tag in note.tags)
    # of a long text only what may be seen is measured
    parts = (
        (words.quoted(" ".join(quote[:160].split())) if quote else "", 1, "quote"),
        (plain_remark(note.text[:1200]), CHOSEN_LINES if chosen else REMARK_LINES, "text"),
        (tags, 2 if chosen else 1, "tags"),
    )
    rows = [(rows_of(text, font, inner, most), kind) for text, most, kind in parts if text]
    count = max(sum(len(lines) for lines, _kind in rows), 1)
    height = line_height(QFontMetrics(font)) * count + 2 * PAD + 2 * max(len(rows) - 1, 0)
    return rows, height


class NoteCard(QWidget):
    """``picked`` and ``edit_wanted`` carry the note's id; ``stepped`` 1 or -1; ``left``: by Esc."""

    picked = Signal(object)
    edit_wanted = Signal(object)
    delete_wanted = Signal(object)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.note: Note | None = None
        self.chosen = False
        self._rows: Rows = []
        self._palette: Palette | None = None

    def show_note(self, note: Note, rows: Rows, palette: Palette, *, chosen: bool) -> None:
        """Be the card of this note."""
        if note != self.note:
            self.setAccessibleName(spoken(note))
            self.setToolTip("")
        if (note, rows, palette, chosen) != (self.note, self._rows, self._palette, self.chosen):
            self.note, self._rows, self._palette, self.chosen = note, rows, palette, chosen
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's
        """Qt: the card."""
        note, palette = self.note, self._palette
        if note is None or palette is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.chosen or self.hasFocus()
        painter.setPen(QColor(palette.accent if lit else palette.line))
        painter.setBrush(QColor(palette.page))
        box = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(box, 4, 4)
        if lit:
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
        if note.color is not None:
            solid = QColor(palette.fills[note.color])
            solid.setAlpha(255)
            painter.fillRect(QRect(2, 2, STRIP, self.height() - 4), solid)
        colors = {
            "quote": palette.muted,
            "text": palette.text,
            "tags": over(palette.link, palette.page),
        }
        height = line_height(self.fontMetrics())
        place = QRect(STRIP + 2 * PAD - 3, PAD, self.width() - STRIP - 3 * PAD + 3, height)
        for lines, kind in self._rows:
            painter.setPen(QColor(colors[kind]))
            for line in lines:
                painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), line)
                place.translate(0, height)
            place.translate(0, 2)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click chooses the note."""
        event.accept()
        if self.note is not None:
            self.picked.emit(self.note.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: not for the text below."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: a double click edits it where it stands."""
        event.accept()
        if self.note is not None:
            self.edit_wanted.emit(self.note.id)

    def event(self, event: QEvent) -> bool:
        """Qt: the card's keys are its own, and no command of the page."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in KEYS:
            event.accept()
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: walk, choose, edit, delete, go back to the text."""
        key, note = event.key(), self.note
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif note is None:
            return
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit(note.id)
        elif key == Qt.Key.Key_F2:
            self.edit_wanted.emit(note.id)
        elif key == Qt.Key.Key_Delete:
            self.delete_wanted.emit(note.id)
        else:
            super().keyPressEvent(event)
