"""Names for a screen reader where Qt does not pass on the one that a widget is given."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QComboBox


def name_choice(box: QComboBox, name: str) -> None:
    """Say what is chosen in a box that has no label beside it.

    Everywhere but on Windows, Qt calls a box by the choice that stands in it, whatever its
    accessible name is (`QAccessibleComboBox`); its description is passed on.
    """
    box.setAccessibleName(name)
    if sys.platform != "win32":
        box.setAccessibleDescription(name)
