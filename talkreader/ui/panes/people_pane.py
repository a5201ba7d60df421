"""The people of a page, to follow one of them through it or search for what they said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QMenu, QTreeView, QVBoxLayout, QWidget

from talkreader.domain.thread import Comment
from talkreader.ui.models.page_delegate import RoomyDelegate
from talkreader.ui.models.people import COUNT, FIRST, LAST, NAME, PeopleModel, Person
from talkreader.ui.models.roles import Index, Role


class PeoplePane(QWidget):
    """``person_picked`` and ``search_wanted`` carry a `Person`."""

    person_picked = Signal(object)
    search_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PeopleModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._shown.setFilterKeyColumn(NAME)
        self._shown.setSortRole(Role.FILTER)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._shown.setFilterFixedString)
        self.tree = QTreeView()
        self.tree.setModel(self._shown)
        self.tree.setItemDelegate(RoomyDelegate(self))
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setSortingEnabled(True)
        self.tree.sortByColumn(COUNT, Qt.SortOrder.DescendingOrder)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.tree.clicked.connect(self._pick)
        self.tree.activated.connect(self._pick)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(6, 6, 6, 6)
        above.addWidget(self.filter)
        layout.addLayout(above)
        layout.addWidget(self.tree, 1)
        self.entry = self.tree  # no focus proxy: Tab would leap over what stands before it
        self._retranslate()

    def show_people(self, comments: Sequence[Comment]) -> None:
        """Show who wrote these comments."""
        self._model.show(comments)
        self.tree.setCurrentIndex(self._shown.index(0, 0))

    def set_colors(self, colors: Sequence[str]) -> None:
        """Give each person the colour they have in the page."""
        self._model.set_colors(colors)

    def menu(self, person: Person) -> QMenu:
        """Return what can be done with a person."""
        menu = QMenu(self)
        menu.addAction(self.tr("Next comment by them"), lambda: self.person_picked.emit(person))
        menu.addAction(
            self.tr("Search for what they said"), lambda: self.search_wanted.emit(person)
        )
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a narrow pane the names need the room of the days."""
        super().resizeEvent(event)
        digit = self.fontMetrics().horizontalAdvance("0")
        self.tree.setColumnHidden(FIRST, self.width() < 40 * digit)
        self.tree.setColumnHidden(LAST, self.width() < 26 * digit)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _pick(self, index: Index) -> None:
        person = index.data(Role.THING)
        if isinstance(person, Person):
            self.person_picked.emit(person)

    def _open_menu(self, point: QPoint) -> None:
        person = self.tree.currentIndex().data(Role.THING)
        if isinstance(person, Person):
            menu = self.menu(person)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.tree.viewport().mapToGlobal(point))

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter people"))
        self.filter.setAccessibleName(self.tr("Filter people"))
        self.tree.setAccessibleName(self.tr("People of this page"))
        self._model.retranslate()
