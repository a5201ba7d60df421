"""Roles that our models answer besides Qt's own."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Role(IntEnum):
    """What else can be asked of an item. THING: the noun itself; ABOVE: what it answers.

    FILTER: its words, folded, for what is typed above a list. MARKS: spans of its words that were
    found.
    """

    THING = Qt.ItemDataRole.UserRole + 1
    FILTER = Qt.ItemDataRole.UserRole + 2
    ABOVE = Qt.ItemDataRole.UserRole + 3
    MARKS = Qt.ItemDataRole.UserRole + 4
