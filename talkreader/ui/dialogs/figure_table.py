"""The table beside a picture: the same numbers for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

LEAST = 110
"""Pixels in which a name can be read; with less for each, the table is scrolled sideways."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FigureTable(QTableWidget):
    """Names first, which share the room that is left by the numbers after them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = 1
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setFrameShape(QTableWidget.Shape.NoFrame)

    def show_rows(self, header: Sequence[str], rows: Sequence[Sequence[str | int]]) -> None:
        """Show these rows; the first two columns of three or more are names, else the first."""
        self._names = 2 if len(header) > 2 else 1
        self.setColumnCount(len(header))
        self.setHorizontalHeaderLabels(list(header))
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                item = QTableWidgetItem()
                item.setData(Qt.ItemDataRole.DisplayRole, value)
                item.setToolTip(str(value))
                item.setTextAlignment(_LEFT if isinstance(value, str) else _RIGHT)
                self.setItem(number, column, item)
        for column in range(len(header)):
            words = bool(rows) and isinstance(rows[0][column], str)
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(_LEFT if words else _RIGHT)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        heads, mode = self.horizontalHeader(), QHeaderView.ResizeMode
        numbers = range(self._names, self.columnCount())
        for column in numbers:
            heads.setSectionResizeMode(column, mode.ResizeToContents)
        left = self.viewport().width() - sum(self.columnWidth(column) for column in numbers)
        wide = left >= LEAST * self._names
        for column in range(min(self._names, self.columnCount())):
            heads.setSectionResizeMode(column, mode.Stretch if wide else mode.Interactive)
            if not wide:
                self.setColumnWidth(column, LEAST)
