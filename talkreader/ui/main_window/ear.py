"""Hears of another language for those who are in the first picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget


class Ear(QWidget):
    """A hidden part of the window that tells when the language has changed.

    Were those in the first picture told of changes themselves, PySide would make the classes of all
    events for them before it is painted: 4 ms.
    """

    language_changed = Signal()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.language_changed.emit()
        super().changeEvent(event)
