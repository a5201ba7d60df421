"""A list of things with an id that changes in place: what stays, stays selected and open."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject

from talkreader.ui.models.roles import ROOT, Index

Thing = TypeVar("Thing")


class RowsModel(QAbstractListModel, Generic[Thing]):
    """Rows of things; `update_rows` tells the views only what differs."""

    def __init__(self, key: Callable[[Thing], Hashable], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._rows: list[Thing] = []

    @property
    def rows(self) -> tuple[Thing, ...]:
        """The things as they are shown."""
        return tuple(self._rows)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many rows; a list has nothing below its rows."""
        return 0 if parent.isValid() else len(self._rows)

    def thing_at(self, index: Index) -> Thing | None:
        """Return the thing at a place; None for no place."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: Hashable) -> QModelIndex:
        """Return the place of the thing with that key; invalid when it is not shown."""
        for row, thing in enumerate(self._rows):
            if self._key(thing) == key:
                return self.index(row)
        return QModelIndex()

    def update_rows(self, things: Sequence[Thing]) -> None:
        """Show other things: rows at the beginning and the end that stay are kept."""
        self._move_rows(things)
        for row, thing in enumerate(things):
            if self._rows[row] != thing:
                self._rows[row] = thing
                self.dataChanged.emit(self.index(row), self.index(row))

    def _move_rows(self, things: Sequence[Thing]) -> None:
        """Take out the rows whose things are not there any more, and put in the new ones."""
        old = [*map(self._key, self._rows)]
        new = [*map(self._key, things)]
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        gone, come = len(old) - head - tail, len(new) - head - tail
        if gone:
            self.beginRemoveRows(QModelIndex(), head, head + gone - 1)
            del self._rows[head : head + gone]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), head, head + come - 1)
            self._rows[head:head] = things[head : head + come]
            self.endInsertRows()

    def append_rows(self, things: Sequence[Thing]) -> None:
        """Show these below the others."""
        if things:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(things) - 1)
            self._rows.extend(things)
            self.endInsertRows()


def _common(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
