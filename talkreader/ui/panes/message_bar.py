"""A bar above the page that says what happened, where, and what to do next; never in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from talkreader.ui.announcing import announce
from talkreader.ui.theme import LIGHT, Palette

STRIP = 4


class MessageBar(QFrame):
    """One sentence, and at most one button that does the next thing. ``closed``: it went away."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._trouble = False
        self._act: Callable[[], object] | None = None
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.action = QPushButton()
        self._close = QPushButton()
        self.action.clicked.connect(self._do)
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.action)
        layout.addWidget(self._close)
        self.hide()
        self._retranslate()

    def text(self) -> str:
        """Return what the bar says now."""
        return self._words.text()

    def say(
        self,
        sentence: str,
        *,
        trouble: bool = False,
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Show a sentence until the person closes it or another one comes.

        ``trouble``: something went wrong. ``action`` are the words of the button that calls
        ``act`` and takes the bar away.
        """
        self._trouble = trouble
        self._act = act
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self.action.setText(action)
        self.action.setVisible(act is not None)
        self.show()
        self.update()
        announce(self, sentence, urgent=trouble)

    def dismiss(self) -> None:
        """Take the bar away."""
        self.hide()
        self.closed.emit()

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._palette = palette
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Qt: the bar's own ground, and a strip whose colour says what kind of news it is."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._palette.badge))
        color = self._palette.caution if self._trouble else self._palette.accent
        painter.fillRect(QRect(0, 0, STRIP, self.height()), QColor(color))
        painter.setPen(QColor(self._palette.line))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()

    def _do(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()

    def _retranslate(self) -> None:
        self._close.setText(self.tr("Close"))
        self.setAccessibleName(self.tr("Message"))
