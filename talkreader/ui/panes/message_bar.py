"""A bar above the page that says what happened, where, and what to do next; never in the way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget


class MessageBar(QFrame):
    """One sentence and its buttons. ``details_wanted``: the person asks for more."""

    details_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._details = QToolButton()
        self._close = QToolButton()
        for button in (self._details, self._close):
            button.setAutoRaise(True)
        self._details.clicked.connect(self.details_wanted)
        self._close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 6, 4)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._details)
        layout.addWidget(self._close)
        self.hide()
        self._retranslate()

    def text(self) -> str:
        """Return what the bar says now."""
        return self._words.text()

    def say(self, sentence: str, *, details: bool = False) -> None:
        """Show a sentence until the person closes it or another one comes."""
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self._details.setVisible(details)
        self.show()

    def dismiss(self) -> None:
        """Take the bar away."""
        self.hide()
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._details.setText(self.tr("Details"))
        self._close.setText(self.tr("Close"))
        self.setAccessibleName(self.tr("Message"))
