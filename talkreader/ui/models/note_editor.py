"""The editor of one note: remark and tags. No Save button: leaving keeps what was typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from talkreader.domain.code import HIGHLIGHTS
from talkreader.domain.note import Note
from talkreader.ui import words
from talkreader.ui.prose_field import ProseField
from talkreader.ui.remarks import read_markdown
from talkreader.ui.theme import OWN_FOCUS

MARGIN = 7
STRIP = 5
QUOTED = 160
"""Characters of the words that a note is about; more do not fit on a line."""
LEAVING = (Qt.Key.Key_Escape,)


def split_tags(text: str) -> tuple[str, ...]:
    """Return the tags in a line, each once: separated by commas of any script, "#" or not."""
    parts = (part.strip().lstrip("#").strip() for part in re.split(r"[,;\uff0c\uff1b\u3001]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


class TagLine(QLineEdit):
    """A line of tags; the one being typed is completed from those that are known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup = self._completer.popup()
        self._completer.activated.connect(self._put)
        self.textEdited.connect(self._offer)

    def set_known(self, tags: Sequence[str]) -> None:
        """Complete from these."""
        self._names.setStringList(list(tags))

    def is_completing(self, popup: QWidget) -> bool:
        """Return whether a list that is open over the window is this line's own."""
        return popup is self._popup

    def _typed(self) -> tuple[str, str]:
        """Return what stands before the tag at the cursor, and its beginning."""
        before = self.text()[: self.cursorPosition()]
        head = re.match(r".*[,;\uff0c\uff1b\u3001]\s*", before, re.DOTALL)
        start = head.end() if head else 0
        return before[:start], before[start:].lstrip("#")

    def _offer(self) -> None:
        beginning = self._typed()[1].strip()
        self._completer.setCompletionPrefix(beginning)
        only = [self._completer.currentCompletion()] if beginning else []
        if not beginning or (self._completer.completionCount() == 1 and only == [beginning]):
            if self._popup is not None:
                self._popup.hide()
        else:
            self._completer.complete()

    def _put(self, tag: str) -> None:
        head = self._typed()[0]
        rest = self.text()[self.cursorPosition() :]
        self.setText(f"{head}{tag}{rest}")
        self.setCursorPosition(len(head) + len(tag))


class NoteEditor(QWidget):
    """``left``: the person pressed Esc or Ctrl+Enter, or went elsewhere.

    ``typed``: what is written has changed, at every key.
    """

    left = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded: str | None = None
        self._over = False
        self.remark = ProseField()
        self.tag_line = TagLine()
        self.preview = QTextBrowser()
        self.preview.setOpenLinks(False)
        self.preview.setTabChangesFocus(True)
        self.preview.hide()
        self.preview_switch = QToolButton()
        self.preview_switch.setCheckable(True)
        self.preview_switch.setAutoRaise(True)
        self.preview_switch.toggled.connect(self._preview)
        self.quote = self._solid = ""
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(6)
        layout.addWidget(self.remark, 1)
        layout.addWidget(self.preview, 1)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self.tag_line, 1)
        below.addWidget(self.preview_switch)
        layout.addLayout(below)
        # the editor paints the frames itself: Qt's own show hardly which of them has the focus
        self.remark.setFrameShape(QFrame.Shape.NoFrame)
        self.preview.setFrameShape(QFrame.Shape.NoFrame)
        self.tag_line.setFrame(False)
        self.remark.setProperty(OWN_FOCUS, True)
        self.preview.setProperty(OWN_FOCUS, True)
        self.setFocusProxy(self.remark)
        for part in (self.remark, self.tag_line, self.preview, self.preview_switch):
            part.installEventFilter(self)
        self._listen()
        self.remark.setPlaceholderText(self.tr("Your note. Esc keeps it."))
        self.remark.setAccessibleName(self.tr("Text of the note"))
        self.tag_line.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.tag_line.setAccessibleName(self.tr("Tags of the note"))
        self.preview.setAccessibleName(self.tr("Preview of the note"))
        self.preview_switch.setText(self.tr("Preview"))
        self.preview_switch.setToolTip(self.tr("Show how the Markdown reads (Ctrl+P)"))

    def load(self, note: Note) -> None:
        """Show a note, once: a change from elsewhere does not overwrite what is being typed."""
        if self._loaded is None:
            self.remark.setPlainText(note.text)
            self.tag_line.setText(", ".join(note.tags))
            self._loaded = note.id
            self._show_what_it_is_about(note)

    def _show_what_it_is_about(self, note: Note) -> None:
        """Keep the colour and the quoted words in sight, which stand on the card below."""
        words_ = next((target.exact for target in note.targets if target.exact), "")
        self.quote = words.quoted(" ".join(words_[:QUOTED].split())) if words_ else ""
        self._solid = HIGHLIGHTS[note.color] if note.color is not None else ""
        strip = STRIP if self._solid else 0
        head = self.fontMetrics().lineSpacing() + 6 if self.quote else 0
        self._column.setContentsMargins(MARGIN + strip, MARGIN + head, MARGIN, MARGIN)
        self.setAccessibleName(self.quote)
        self.update()

    def text(self) -> str:
        """Return the remark as typed."""
        return self.remark.toPlainText().strip()

    def tags(self) -> tuple[str, ...]:
        """Return the tags as typed."""
        return split_tags(self.tag_line.text())

    def _listen(self) -> None:
        """Hear of every key; one that is held down is kept as often as there is time."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._say_typed)
        self.remark.textChanged.connect(self._hear)
        self.tag_line.textChanged.connect(self._hear)

    def _hear(self) -> None:
        if self._loaded is not None:
            self._soon.start(0)

    def _say_typed(self) -> None:
        if not self._over:
            self.typed.emit()

    def _preview(self, on: bool) -> None:
        """Show the remark as it reads, or as it is written."""
        if on:
            read_markdown(self.preview.document(), self.remark.toPlainText())
        self.remark.setVisible(not on)
        self.preview.setVisible(on)
        (self.preview if on else self.remark).setFocus()

    def leave(self) -> None:
        """End the editing; ``left`` follows once, however often this is asked."""
        if not self._over:
            self._over = True
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's
        """Qt: a quiet frame around the editor, and a strong one around what has the keys."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.palette().color(QPalette.ColorRole.Accent)
        quiet = self.palette().color(QPalette.ColorRole.Mid)
        edge = self.palette().color(QPalette.ColorRole.Dark)
        painter.setBrush(self.palette().base())
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = self.rect().adjusted(2, 2, -2, -2)
        if self._solid:
            painter.fillRect(inner.left(), inner.top(), STRIP, inner.height(), QColor(self._solid))
        if self.quote:
            box = self._column.contentsRect().adjusted(2, 0, -2, 0)
            box.setTop(MARGIN)
            said = self.fontMetrics().elidedText(
                self.quote, Qt.TextElideMode.ElideRight, box.width()
            )
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, said)
        for part in (self.remark, self.preview, self.tag_line):
            if part.isVisible():
                focused = part.hasFocus()
                painter.setPen(QPen(strong if focused else quiet, 2 if focused else 1))
                painter.drawRoundedRect(QRectF(part.geometry()).adjusted(-1, -1, 1, 1), 3, 3)
        painter.end()

    def edit_tags(self) -> None:
        """Put the cursor behind the tags, for another: nothing is selected and typed over."""
        self.tag_line.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.tags():
            self.tag_line.setText(", ".join(self.tags()) + ", ")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: see when the person leaves."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()  # no command of the page around it
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() == Qt.Key.Key_P:
                self.preview_switch.toggle()
                return True
            if event.key() in LEAVING or (enter and (control or watched is self.tag_line)):
                self.leave()
                return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()  # the frame says where the keys go
        if event.type() == QEvent.Type.FocusOut:
            # Where the focus goes is known only after this event.
            QTimer.singleShot(0, self, self._see_focus)
        return super().eventFilter(watched, event)

    def _see_focus(self) -> None:
        window = self.window()
        popup = QApplication.activePopupWidget()
        if popup is not None and self.tag_line.is_completing(popup):
            return
        if window.isActiveWindow() and not self.isAncestorOf(window.focusWidget()):
            self.leave()


def _is_own(event: QKeyEvent) -> bool:
    """Return whether a key means something to the editor that could mean another thing outside."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter or event.key() in LEAVING or (control and event.key() == Qt.Key.Key_P)
