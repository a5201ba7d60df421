"""How large a dialog is when it opens, and how far its contents stand from its edge."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

FRAME = QSize(24, 56)
"""What the frame around a window and a panel of the desktop take, about."""
LOW = 560
"""No dialog is higher than this and higher than the window it belongs to."""
MARGINS = (16, 14, 16, 14)
SPACING = 10


def open_at(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog this size, or as much of it as its screen and its window have room for."""
    above = dialog.parentWidget()
    # not dialog.screen(): PySide takes the screen for the dialog's own, and deletes it with that
    screen = QGuiApplication.screenAt(above.window().geometry().center()) if above else None
    room = (screen or QGuiApplication.primaryScreen()).availableGeometry().size() - FRAME
    if above is not None:
        room.setHeight(min(room.height(), max(LOW, above.window().height())))
    dialog.resize(QSize(width, height).boundedTo(room))


def column_of(dialog: QDialog) -> QVBoxLayout:
    """Return the layout of a dialog, from top to bottom; the edges are the same in all of them."""
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(*MARGINS)
    layout.setSpacing(SPACING)
    return layout


def scrolled(sheet: QWidget) -> QScrollArea:
    """Return what holds a sheet of fields that is scrolled up and down where it has no room."""
    scroll = QScrollArea()
    scroll.setWidget(sheet)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll
