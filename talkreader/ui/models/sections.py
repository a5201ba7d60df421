"""The sections of a page as a tree, with how many comments each holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from talkreader.domain.thread import Comment, Section
from talkreader.ui import words
from talkreader.ui.models.roles import ROOT, Index, Role

HEADING, COUNT = 0, 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SHOWN = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


def counts(sections: Sequence[Section], comments: Sequence[Comment]) -> list[int]:
    """Return the number of comments in each section, those of its sub-sections included."""
    result = [0] * len(sections)
    for comment in comments:
        result[comment.section] += 1
    for section in reversed(sections):
        if section.parent is not None:
            result[section.parent] += result[section.index]
    return result


class SectionsModel(QAbstractItemModel):
    """Sections with their sub-sections below them; section 0 only when it has something."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section, ...] = ()
        self._counts: list[int] = []
        self._children: dict[int | None, list[int]] = {}
        self._row: dict[int, int] = {}

    def show(
        self, sections: Sequence[Section], comments: Sequence[Comment], *, lead: bool = False
    ) -> None:
        """Show other sections; ``lead``: something stands before the first heading."""
        self.beginResetModel()
        self._sections = tuple(sections)
        self._counts = counts(sections, comments)
        self._children, self._row = {}, {}
        for section in sections:
            if section.heading is None and not (lead or self._counts[section.index]):
                continue
            siblings = self._children.setdefault(section.parent, [])
            self._row[section.index] = len(siblings)
            siblings.append(section.index)
        self.endResetModel()

    def index_of(self, section: int) -> QModelIndex:
        """Return the place of a section in the tree; invalid when it is not shown."""
        if section not in self._row:
            return QModelIndex()
        return self.createIndex(self._row[section], 0, section)

    def section_at(self, index: Index) -> Section | None:
        """Return the section at a place; None for no place."""
        return self._sections[index.internalId()] if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Qt: the place of a child."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._below(parent)[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt overloads it
        """Qt: the place of the parent."""
        above = self._sections[index.internalId()].parent if index.isValid() else None
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many sections lie directly below."""
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002 - Qt's signature
        """Qt: heading and count."""
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show of a section."""
        section = self.section_at(index)
        if section is None:
            return None
        if role not in SHOWN:  # Qt asks for much more than there is, for each row, many times
            return section if role == Role.THING else None
        count = self._counts[section.index]
        heading = words.heading(section.heading)
        if role == Qt.ItemDataRole.DisplayRole:
            return heading if index.column() == HEADING else (str(count) if count else "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() == COUNT else None
        comments = words.comments(count)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{heading}\n{comments}"
        return f"{heading}, {comments}" if index.column() == HEADING else comments

    def _below(self, parent: Index) -> list[int]:
        return self._children.get(parent.internalId() if parent.isValid() else None, [])
