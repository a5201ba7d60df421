"""A field for more than one line."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class ProseField(QPlainTextEdit):
    """Its hint goes while an input method composes; Tab leaves it.

    Qt takes a field for empty as long as nothing is committed, and writes the hint over what is
    being composed.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self._hint = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt: an input method shows letters, or hands over what was chosen."""
        composing = bool(event.preeditString())
        if composing and not self._hint:
            self._hint = self.placeholderText()
            self.setPlaceholderText("")
        super().inputMethodEvent(event)
        if not composing and self._hint:
            self.setPlaceholderText(self._hint)
            self._hint = ""
