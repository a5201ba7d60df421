"""Drags onto a widget, as a file manager drags."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6 import __version_info__
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

HANDS = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


def drop(widget: QWidget, things: Sequence[Path | QUrl]) -> bool:
    """Drag files or addresses onto a widget and let go; return whether both were accepted."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) if isinstance(one, Path) else one for one in things])
    # 6.12 deprecates the only constructor that there was before
    place = QPointF(9, 9) if __version_info__ >= (6, 12) else QPoint(9, 9)
    held = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, *HANDS)
    QApplication.sendEvent(widget, held)
    dropped = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *HANDS)
    QApplication.sendEvent(widget, dropped)
    return held.isAccepted() and dropped.isAccepted()
