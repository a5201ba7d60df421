"""The sections of a page as a tree, with what each holds: comments, new ones, notes, hits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, Qt

from talkreader.domain.thread import Comment, Section
from talkreader.ui import words
from talkreader.ui.marking import QT_TRANSLATE_NOOP
from talkreader.ui.models.roles import ROOT, Index, Role

HEADING, COUNT, NEW, NOTES, HITS = range(5)
TITLES = (
    "",
    QT_TRANSLATE_NOOP("SectionsModel", "#"),
    QT_TRANSLATE_NOOP("SectionsModel", "New"),
    QT_TRANSLATE_NOOP("SectionsModel", "Notes"),
    QT_TRANSLATE_NOOP("SectionsModel", "Hits"),
)
"""What stands above the columns; short, for there is little room."""
HINTS = (
    QT_TRANSLATE_NOOP("SectionsModel", "Section"),
    QT_TRANSLATE_NOOP("SectionsModel", "Comments in the section"),
    QT_TRANSLATE_NOOP("SectionsModel", "New comments that were not read yet"),
    QT_TRANSLATE_NOOP("SectionsModel", "Your notes in the section"),
    QT_TRANSLATE_NOOP("SectionsModel", "Hits of the search in the section"),
)
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
    return _summed(sections, result)


def _summed(sections: Sequence[Section], result: list[int]) -> list[int]:
    """Return the numbers with those of the sub-sections added."""
    for section in reversed(sections):
        if section.parent is not None:
            result[section.parent] += result[section.index]
    return result


class SectionsModel(QAbstractItemModel):
    """Sections with their sub-sections below them; section 0 only when it has something."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[Section, ...] = ()
        self._comments: Sequence[Comment] = ()
        self._numbers: dict[int, list[int]] = {}
        self._children: dict[int | None, list[int]] = {}
        self._row: dict[int, int] = {}
        self._translated: Mapping[int, str] = {}

    def translate(self, headings: Mapping[int, str]) -> None:
        """Show these translations behind the headings of sections, by their index."""
        if headings != self._translated:
            self._translated = headings
            self._tell(HEADING)

    def show(
        self, sections: Sequence[Section], comments: Sequence[Comment], *, lead: bool = False
    ) -> None:
        """Show other sections; ``lead``: something stands before the first heading."""
        self.beginResetModel()
        self._sections = tuple(sections)
        self._translated = {}
        self._comments = comments
        self._numbers = {COUNT: counts(sections, comments)}
        self._children, self._row = {}, {}
        for section in sections:
            if section.heading is None and not (lead or self._numbers[COUNT][section.index]):
                continue
            siblings = self._children.setdefault(section.parent, [])
            self._row[section.index] = len(siblings)
            siblings.append(section.index)
        self.endResetModel()

    def count(self, column: int, comments: Iterable[int]) -> bool:
        """Show in a column how many of these comments (each as often as named) a section holds.

        Returns whether that is another number for any section.
        """
        numbers = [0] * len(self._sections)
        for comment in comments:
            if comment < len(self._comments):
                numbers[self._comments[comment].section] += 1
        numbers = _summed(self._sections, numbers)
        if numbers == self._numbers.get(column, [0] * len(numbers)):
            return False
        self._numbers[column] = numbers
        self._tell(column)
        return True

    def _tell(self, column: int) -> None:
        """Say that a column has other words."""
        for below in self._children.values():
            first, last = below[0], below[-1]
            self.dataChanged.emit(
                self.createIndex(0, column, first), self.createIndex(len(below) - 1, column, last)
            )

    def most(self, column: int) -> int:
        """Return the highest number of a column."""
        return max(self._numbers.get(column, ()), default=0)

    def section_of(self, comment: int) -> int | None:
        """Return the section that a comment stands in; None when there is no such comment."""
        return self._comments[comment].section if comment < len(self._comments) else None

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
        below = [] if parent.column() > 0 else self._below(parent)
        if not (0 <= row < len(below) and 0 <= column < len(TITLES)):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt overloads it
        """Qt: the place of the parent."""
        above = self._sections[index.internalId()].parent if index.isValid() else None
        return QModelIndex() if above is None else self.index_of(above)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many sections lie directly below."""
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002 - Qt's signature
        """Qt: the heading, and four numbers."""
        return len(TITLES)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Qt: what stands above a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("SectionsModel", TITLES[section])
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return QCoreApplication.translate("SectionsModel", HINTS[section])
        return RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and section else None

    def retranslate(self) -> None:
        """Say the words above the columns in the language of the window."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(TITLES) - 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show of a section."""
        section = self.section_at(index)
        if section is None:
            return None
        if role not in SHOWN:  # Qt asks for much more than there is, for each row, many times
            return self._unseen(section, role)
        column = index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return None if column == HEADING else RIGHT
        heading = self._heading(section)
        if role == Qt.ItemDataRole.DisplayRole:
            count = self._number(column, section)
            return heading if column == HEADING else (str(count) if count else "")
        said = [words.comments(self._number(COUNT, section))]
        for other in (NEW, NOTES, HITS):
            count = self._number(other, section)
            if count:
                said.append(f"{count} {QCoreApplication.translate('SectionsModel', TITLES[other])}")
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((heading, *said))
        return (
            ", ".join((heading, *said)) if column == HEADING else str(self._number(column, section))
        )

    def _heading(self, section: Section) -> str:
        """Return a heading, and what translates it when that is shown."""
        own, other = words.heading(section.heading), self._translated.get(section.index)
        return f"{own} / {words.heading(other)}" if other else own

    def _unseen(self, section: Section, role: int) -> object:
        """Return what a section answers besides what is shown: what a filter compares, itself."""
        if role == Role.FILTER:
            from talkreader.ui.models.choices import folded

            return folded(self._heading(section))
        return section if role == Role.THING else None

    def _number(self, column: int, section: Section) -> int:
        numbers = self._numbers.get(column)
        return numbers[section.index] if numbers else 0

    def _below(self, parent: Index) -> list[int]:
        return self._children.get(parent.internalId() if parent.isValid() else None, [])
