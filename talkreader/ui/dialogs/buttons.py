"""The row of buttons at the foot of a dialog."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox


def button_box(wanted: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Return Qt's own buttons, in the order of the desktop, with words only.

    Some desktops give them icons, which the buttons beside them and in other dialogs do not have.
    """
    box = QDialogButtonBox(wanted)
    for button in box.buttons():
        button.setIcon(QIcon())
    return box
