"""The row of buttons at the foot of a dialog."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox


def button_box(wanted: QDialogButtonBox.StandardButton) -> QDialogButtonBox:
    """Return Qt's own buttons, in the order of the desktop, with words only.

    Some desktops give them icons, which the buttons beside them and in other dialogs do not have.
    """
    box = QDialogButtonBox(wanted)
    without_icons(box.buttons())
    return box


def without_icons(buttons: Iterable[QAbstractButton]) -> None:
    """Leave the words alone on buttons that Qt made."""
    for button in buttons:
        button.setIcon(QIcon())
