"""Rows of cells that know what is marked in them: for lists of a person's own things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from talkreader.domain.body import Span
from talkreader.ui.models.roles import ROOT, Index, Role


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, the spans of them that were found, and whether they are an aside."""

    text: str
    marks: Sequence[Span] = ()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A thing, and how it is shown."""

    thing: object
    cells: Sequence[Cell]


class TableModel(QAbstractTableModel):
    """Shows rows under a head; `Role.THING` of any cell is its row's thing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._head: Sequence[str] = ()
        self._rows: Sequence[Row] = ()

    def set_rows(self, head: Sequence[str], rows: Sequence[Row]) -> None:
        """Show these instead of the ones before."""
        self.beginResetModel()
        self._head, self._rows = head, rows
        self.endResetModel()

    def row_of(self, thing: object) -> int:
        """Return the number of the row of a thing, -1 when it has none."""
        return next((n for n, row in enumerate(self._rows) if row.thing == thing), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Qt: how many columns."""
        return 0 if parent.isValid() else len(self._head)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Qt: the words above a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._head[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what a cell is."""
        row = self._rows[index.row()]
        cell = row.cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell.text
        if role == Role.THING:
            return row.thing
        if role == Role.MARKS:
            return cell.marks
        if role == Qt.ItemDataRole.ForegroundRole and cell.quiet:
            return True
        return None
