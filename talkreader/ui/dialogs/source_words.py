"""The original in the editor of a translation: each word of it can be looked up where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from talkreader.ui.document.positions import code_points

if TYPE_CHECKING:
    from talkreader.bilingual import LookUp

LARGER = 1.2
_MOST = 7  # lines, before it scrolls
_SENSES = 3
_ENTRIES = 4


class SourceWords(QTextEdit):
    """``pointed`` carries the code point of the text under the mouse, or at the caret."""

    pointed = Signal(int)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        larger = self.font()
        larger.setPointSizeF(larger.pointSizeF() * LARGER)
        self.setFont(larger)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.viewport().setMouseTracking(True)
        self.cursorPositionChanged.connect(self._tell_caret)

    def text(self) -> str:
        """Return the original."""
        return self._text

    def _tell_caret(self) -> None:
        self.pointed.emit(code_points(self._text, 0, self.textCursor().position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the mouse moves; the word under it is pointed at."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            layout = self.document().documentLayout()
            point = event.position()
            point.setY(point.y() + self.verticalScrollBar().value())
            position = layout.hitTest(point, Qt.HitTestAccuracy.ExactHit)
            if position >= 0:
                self.pointed.emit(code_points(self._text, 0, position))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: a key; Enter is for the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width; as high as the words, up to some lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing() * 4 // 3
        height = round(self.document().size().height()) + 4
        self.setFixedHeight(max(line, min(height, _MOST * line)))

    def sizeHint(self) -> QSize:
        """Qt: wide enough for a sentence; the height follows."""
        return QSize(520, self.height())


def told(found: LookUp, *, traditional: bool = False) -> str:
    """Return a look-up on one line: the word, how it is said, and what it is.

    ``traditional``: the script of Chinese for an English word.
    """
    from talkreader.bilingual import is_traditional, measure_words, sense_words, tone_marks

    parts = []
    term = found.term
    if term is not None:
        chinese = term.chinese("zh-hant" if traditional else "zh-hans")
        parts.append(term.english if found.chinese else chinese)
    if found.chinese:
        pinyin = f" {tone_marks(found.entries[0].pinyin)}" if found.entries else ""
        for entry in found.entries[:1]:
            script = is_traditional(found.word)
            plain = [sense for sense in entry.senses if not measure_words(sense)]
            senses = [sense_words(sense, traditional=script) for sense in plain]
            parts += senses[:_SENSES]
        return f"{found.word}{pinyin} — {'; '.join(dict.fromkeys(parts))}"
    parts += [
        f"{entry.traditional if traditional else entry.simplified} {tone_marks(entry.pinyin)}"
        for entry in found.entries[:_ENTRIES]
    ]
    return f"{found.word} — {' · '.join(dict.fromkeys(parts))}"
