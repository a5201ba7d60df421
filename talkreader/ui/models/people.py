"""The people of a page: how much each said, and when first and last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt
from PySide6.QtGui import QColor

from talkreader.domain.records import dataclass
from talkreader.domain.thread import Comment
from talkreader.ui import words
from talkreader.ui.marking import QT_TRANSLATE_NOOP
from talkreader.ui.models.roles import ROOT, Index, Role

NAME, COUNT, FIRST, LAST = range(4)
TITLES = (
    QT_TRANSLATE_NOOP("PeopleModel", "Name"),
    QT_TRANSLATE_NOOP("PeopleModel", "#"),
    QT_TRANSLATE_NOOP("PeopleModel", "First"),
    QT_TRANSLATE_NOOP("PeopleModel", "Last"),
)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on a page; ``number`` is the place among the people as they came."""

    name: str
    number: int
    comments: tuple[int, ...]
    first: datetime | None
    last: datetime | None


def people_of(comments: Sequence[Comment]) -> list[Person]:
    """Return who spoke, in the order they came; the nameless are nobody."""
    said: dict[str, list[Comment]] = {}
    for comment in comments:
        if comment.author is not None:
            said.setdefault(comment.author, []).append(comment)
    found = []
    for number, (name, theirs) in enumerate(said.items()):
        times = [comment.timestamp for comment in theirs if comment.timestamp is not None]
        indexes = tuple(comment.index for comment in theirs)
        ends = (min(times, default=None), max(times, default=None))
        found.append(Person(name, number, indexes, *ends))
    return found


class PeopleModel(QAbstractTableModel):
    """One row per person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: list[Person] = []
        self._order = (COUNT, Qt.SortOrder.DescendingOrder)
        self._colors: Sequence[str] = ()

    def show(self, comments: Sequence[Comment]) -> None:
        """Show the people of another page."""
        self.beginResetModel()
        self._people = self._sorted(people_of(comments))
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt: put them in the order of a column, as of now; who is chosen stays so.

        The view would ask for what to sort by at each comparison: half a second for a thousand.
        """
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        whose = [self._people[index.row()].number for index in before]
        self._people = self._sorted(self._people)
        row_of = {person.number: row for row, person in enumerate(self._people)}
        after = [
            self.index(row_of[number], index.column())
            for number, index in zip(whose, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _sorted(self, people: list[Person]) -> list[Person]:
        """Return people in the order that was asked for; of equal ones who came first."""
        column, order = self._order
        people = sorted(people, key=attrgetter("number"))
        down = order is Qt.SortOrder.DescendingOrder
        return sorted(people, key=lambda person: _key(person, column), reverse=down)

    def set_colors(self, colors: Sequence[str]) -> None:
        """Give each person the colour they have in the page; none when there are no colours."""
        self._colors = colors
        if self._people:
            last = self.index(len(self._people) - 1, NAME)
            self.dataChanged.emit(self.index(0, NAME), last)

    def person_at(self, index: Index) -> Person | None:
        """Return the person of a row; None for no place."""
        return self._people[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: how many people."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002 - Qt's signature
        """Qt: name, number of comments, first and last day."""
        return len(TITLES)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Qt: what stands above a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("PeopleModel", TITLES[section])
        return None

    def retranslate(self) -> None:
        """Say the words above the columns in the language of the window."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(TITLES) - 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show of a person."""
        person = self.person_at(index)
        if person is None:
            return None
        column = index.column()
        if role in (Role.THING, Role.FILTER):
            return _unseen(person, role)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _sentence(person)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == NAME:
            return _sentence(person)  # the others say what they show: all is said once in a row
        return self._look(person, column, role)

    def _look(self, person: Person, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            days = [f"{time:%Y-%m-%d}" if time else "" for time in (person.first, person.last)]
            return (person.name, str(len(person.comments)), *days)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column == COUNT else None
        if role == Qt.ItemDataRole.ForegroundRole and column == NAME and self._colors:
            return QColor(self._colors[person.number % len(self._colors)])
        return None


def _unseen(person: Person, role: int) -> object:
    """Return what a person answers besides what is shown."""
    if role == Role.FILTER:
        from talkreader.ui.models.choices import folded

        return folded(person.name)
    return person


def _key(person: Person, column: int) -> tuple[str, int]:
    """Return what a person is sorted by in a column."""
    if column == NAME:
        return person.name.casefold(), 0
    if column == COUNT:
        return "", len(person.comments)
    time = person.first if column == FIRST else person.last
    return (f"{time:%Y%m%d%H%M}" if time else ""), 0


def _sentence(person: Person) -> str:
    spans = f"{words.moment(person.first)} – {words.moment(person.last)}"
    return f"{person.name}, {words.comments(len(person.comments))}\n{spans}"
