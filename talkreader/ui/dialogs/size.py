"""How large a dialog is when it opens."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

FRAME = QSize(24, 56)
"""What the frame around a window and a panel of the desktop take, about."""


def open_at(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog this size, or as much of it as its screen has: a small one, or one at 150 %."""
    above = dialog.parentWidget()
    # not dialog.screen(): PySide takes the screen for the dialog's own, and deletes it with that
    screen = QGuiApplication.screenAt(above.window().geometry().center()) if above else None
    room = (screen or QGuiApplication.primaryScreen()).availableGeometry().size() - FRAME
    dialog.resize(QSize(width, height).boundedTo(room))
