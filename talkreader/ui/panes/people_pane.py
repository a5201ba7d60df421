"""The people of a page, to follow one of them through it or search for what they said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTreeView, QWidget

from talkreader.domain.thread import Comment
from talkreader.ui.models.people import COUNT, FIRST, LAST, NAME, PeopleModel, Person
from talkreader.ui.models.roles import Index, Role
from talkreader.ui.panes.filtered import FilteredPane, make_tree


class PeoplePane(FilteredPane):
    """``person_picked`` carries a `Person`, ``search_wanted`` and ``only_wanted`` a list of them.

    Several are chosen with Ctrl and Shift: somebody may have signed by more than one name.
    """

    person_picked = Signal(object)
    search_wanted = Signal(object)
    only_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = PeopleModel()
        self.tree = make_tree()
        super().__init__(self._model, self.tree, parent)
        self._shown.setFilterKeyColumn(NAME)
        self.tree.setIndentation(10)  # the names do not stick to the edge
        self.tree.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        header = self.tree.header()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(COUNT, Qt.SortOrder.DescendingOrder)
        header.sortIndicatorChanged.connect(self._model.sort)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self._retranslate()

    def show_people(self, comments: Sequence[Comment]) -> None:
        """Show who wrote these comments."""
        self._model.show(comments)
        self.tree.setCurrentIndex(self._shown.index(0, 0))

    def set_colors(self, colors: Sequence[str]) -> None:
        """Give each person the colour they have in the page."""
        self._model.set_colors(colors)

    def chosen(self) -> list[Person]:
        """Return the people that are selected."""
        rows = self.tree.selectionModel().selectedRows(NAME)
        return [row.data(Role.THING) for row in rows]

    def menu(self, people: Sequence[Person]) -> QMenu:
        """Return what can be done with people."""
        menu = QMenu(self)
        if len(people) == 1:
            menu.addAction(
                self.tr("Next comment by them"), lambda: self.person_picked.emit(people[0])
            )
        menu.addAction(
            self.tr("Search for what they said"), lambda: self.search_wanted.emit(people)
        )
        menu.addAction(
            self.tr("Show only what they said here"), lambda: self.only_wanted.emit(people)
        )
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a narrow pane the names need the room of the days."""
        super().resizeEvent(event)
        digit = self.fontMetrics().horizontalAdvance("0")
        self.tree.setColumnHidden(FIRST, self.width() < 40 * digit)
        self.tree.setColumnHidden(LAST, self.width() < 26 * digit)

    def _pick(self, index: Index) -> None:
        person = index.data(Role.THING)
        if isinstance(person, Person) and len(self.chosen()) == 1:
            self.person_picked.emit(person)

    def _open_menu(self, point: QPoint) -> None:
        people = self.chosen()
        if people:
            menu = self.menu(people)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.tree.viewport().mapToGlobal(point))

    def _retranslate(self) -> None:
        self._name(self.tr("Filter people"), self.tr("People of this page"))
        self._model.retranslate()
