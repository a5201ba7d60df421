"""The beginning of a table (CSV) as a table."""

from __future__ import annotations

import csv
import io

from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

WIDEST = 220
"""Pixels of a column whose cells are long: they are read in full when one is pointed at."""


class TableView(QTableWidget):
    """Shows cells to read, under the names of the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()

    def show_beginning(self, made: str, *, whole: bool) -> None:
        """Show a table; of one that is not ``whole`` the last row may be cut, and is left out."""
        rows = list(csv.reader(io.StringIO(made.removeprefix("\ufeff"), newline="")))
        if not whole:
            del rows[-1:]
        head, *below = rows or [[]]
        self.clear()
        self.setColumnCount(len(head))
        self.setRowCount(len(below))
        self.setHorizontalHeaderLabels(head)
        for number, row in enumerate(below):
            for column, cell in enumerate(row[: len(head)]):
                item = QTableWidgetItem(" ".join(cell.split()))
                item.setToolTip(cell)
                self.setItem(number, column, item)
        self.resizeColumnsToContents()
        for column in range(len(head)):
            self.setColumnWidth(column, min(self.columnWidth(column), WIDEST))
