"""What a search found, grouped by page and section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from talkreader.domain.query import Hit
from talkreader.ui import words
from talkreader.ui.models.roles import ROOT, Index, Role

GROUP = 0
"""The internal id of a group; that of a hit is its group's row + 1."""


@dataclass(frozen=True, slots=True)
class Group:
    """Hits that stand in one section of one page, with their places in the order found."""

    page: int
    title: str
    section: str
    hits: tuple[int, ...]


def grouped(hits: Sequence[Hit]) -> list[Group]:
    """Return the hits by page and section; groups in the order of their first hit."""
    places: dict[tuple[int, str, str], list[int]] = {}
    for number, hit in enumerate(hits):
        places.setdefault((hit.page, hit.title, hit.section), []).append(number)
    return [Group(*key, tuple(numbers)) for key, numbers in places.items()]


class HitsModel(QAbstractItemModel):
    """Two floors: groups, and the hits in each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self._groups: list[Group] = []
        self._several = False

    def show(self, hits: Sequence[Hit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self._groups = grouped(hits)
        self._several = len({hit.page for hit in hits}) > 1
        self.endResetModel()

    def index_of(self, number: int) -> QModelIndex:
        """Return the place of a hit by its number in the order found."""
        for row, group in enumerate(self._groups):
            if number in group.hits:
                return self.createIndex(group.hits.index(number), 0, row + 1)
        return QModelIndex()

    def number_at(self, index: Index) -> int | None:
        """Return the number of the hit at a place; for a group that of its first hit."""
        if not index.isValid():
            return None
        if index.internalId() == GROUP:
            return self._groups[index.row()].hits[0]
        return self._groups[index.internalId() - 1].hits[index.row()]

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Qt: the place of a child."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else GROUP)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt overloads it
        """Qt: the place of the group."""
        if not index.isValid() or index.internalId() == GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, GROUP)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: groups at the top, hits below a group, nothing below a hit."""
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() != GROUP or parent.column() > 0:
            return 0
        return len(self._groups[parent.row()].hits)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002 - Qt's signature
        """Qt: one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show of a group or a hit."""
        if not index.isValid():
            return None
        if index.internalId() == GROUP:
            return self._group(self._groups[index.row()], role)
        number = self._groups[index.internalId() - 1].hits[index.row()]
        return self._hit(self._hits[number], role)

    def _group(self, group: Group, role: int) -> object:
        section = group.section or words.heading(None)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{group.title} › {section}" if self._several else section
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return " › ".join(filter(None, (group.title, section)))
        return group if role == Role.THING else None

    def _hit(self, hit: Hit, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.snippet
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words.author(hit.author)}, {words.moment(hit.timestamp)}: {hit.snippet}"
        return hit if role == Role.THING else None
