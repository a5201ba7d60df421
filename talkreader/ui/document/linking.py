"""Where Tab looks for the next link: from where one reads."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit


def look_from_here(text: QTextEdit, *, onward: bool) -> None:
    """Let Qt's search for a link begin at the caret, or where it is out of sight, at the window.

    Qt goes on from a selection, and without one begins at an end of the whole text. The selection
    ends where the search begins; where no link is found, Qt takes it away again.
    """
    cursor, seen = text.textCursor(), text.viewport().rect()
    if cursor.hasSelection():
        return
    if not seen.intersects(text.cursorRect(cursor)):
        cursor = text.cursorForPosition(QPoint(0, 0) if onward else seen.bottomRight())
    at = cursor.position()
    last = text.document().characterCount() - 1
    cursor.setPosition(max(at - 1, 0) if onward else min(at + 1, last))
    cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
