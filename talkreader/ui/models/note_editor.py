"""The editor of one note: remark and tags. No Save button: leaving keeps what was typed."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from talkreader.domain.note import Note

LEAVING = (Qt.Key.Key_Escape,)


def split_tags(text: str) -> tuple[str, ...]:
    """Return the tags in a line, each once: separated by commas of any script, "#" or not."""
    parts = (part.strip().lstrip("#").strip() for part in re.split(r"[,;\uff0c\uff1b\u3001]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


class NoteEditor(QWidget):
    """``left``: the person pressed Esc or Ctrl+Enter, or went elsewhere."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._loaded: str | None = None
        self._over = False
        self.remark = QPlainTextEdit()
        self.remark.setTabChangesFocus(True)
        self.tag_line = QLineEdit()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(4)
        layout.addWidget(self.remark, 1)
        layout.addWidget(self.tag_line)
        self.setFocusProxy(self.remark)
        for part in (self.remark, self.tag_line):
            part.installEventFilter(self)
        self.remark.setPlaceholderText(self.tr("Your note. Esc keeps it."))
        self.remark.setAccessibleName(self.tr("Text of the note"))
        self.tag_line.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.tag_line.setAccessibleName(self.tr("Tags of the note"))

    def load(self, note: Note) -> None:
        """Show a note, once: a change from elsewhere does not overwrite what is being typed."""
        if self._loaded is None:
            self._loaded = note.id
            self.remark.setPlainText(note.text)
            self.tag_line.setText(", ".join(note.tags))

    def text(self) -> str:
        """Return the remark as typed."""
        return self.remark.toPlainText().strip()

    def tags(self) -> tuple[str, ...]:
        """Return the tags as typed."""
        return split_tags(self.tag_line.text())

    def leave(self) -> None:
        """End the editing; ``left`` follows once, however often this is asked."""
        if not self._over:
            self._over = True
            self.left.emit()

    def edit_tags(self) -> None:
        """Put the cursor into the tags."""
        self.tag_line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: see when the person leaves."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() in LEAVING or (enter and (control or watched is self.tag_line)):
                self.leave()
                return True
        if event.type() == QEvent.Type.FocusOut:
            # Where the focus goes is known only after this event.
            QTimer.singleShot(0, self, self._see_focus)
        return super().eventFilter(watched, event)

    def _see_focus(self) -> None:
        window = self.window()
        if window.isActiveWindow() and not self.isAncestorOf(window.focusWidget()):
            self.leave()
