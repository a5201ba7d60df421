"""The pages of the library as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMenu, QVBoxLayout, QWidget

from talkreader.domain.page import PageInfo
from talkreader.ui.models.page_delegate import PageDelegate
from talkreader.ui.models.pages import PagesModel
from talkreader.ui.models.roles import Role
from talkreader.ui.theme import Palette

MIDDLE = Qt.MouseButton.MiddleButton


class LibraryPane(QWidget):
    """``page_picked`` and ``tab_wanted`` carry the page's id in the library.

    ``tab_wanted``: in a tab of its own, asked for by the middle button, by Ctrl with a click or
    with Enter, or by the menu of a page.
    """

    page_picked = Signal(object)
    tab_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PagesModel(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterRole(Role.FILTER)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._delegate = PageDelegate(self)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._shown.setFilterFixedString)
        self.list = QListView()
        self.list.setModel(self._shown)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.activated.connect(self._pick)
        self.list.clicked.connect(self._pick)
        self.list.viewport().installEventFilter(self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(6, 6, 6, 6)
        above.addWidget(self.filter)
        layout.addLayout(above)
        layout.addWidget(self.list, 1)
        self.entry = self.list  # no focus proxy: Tab would leap over what stands before it
        self._retranslate()

    def show_pages(self, pages: Sequence[PageInfo]) -> None:
        """Show these pages, in this order."""
        self._model.update_rows(pages)

    def pages(self) -> tuple[PageInfo, ...]:
        """Return the pages that are listed, whatever the filter hides."""
        return self._model.rows

    def follow(self, page_id: int) -> None:
        """Mark the page that is being read, without opening it."""
        index = self._shown.mapFromSource(self._model.index_of(page_id))
        if index.isValid():
            self.list.setCurrentIndex(index)

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._delegate.set_theme(palette)
        self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the middle button over the list."""
        released = event.type() == QEvent.Type.MouseButtonRelease
        if released and isinstance(event, QMouseEvent) and event.button() == MIDDLE:
            self._pick(self.list.indexAt(event.position().toPoint()), tab=True)
            return True
        return super().eventFilter(watched, event)

    def menu(self, index: QModelIndex) -> QMenu:
        """Return the menu of a page."""
        menu = QMenu(self)
        menu.addAction(self.tr("Open"), lambda: self._pick(index, tab=False))
        menu.addAction(self.tr("Open in a new tab"), lambda: self._pick(index, tab=True))
        return menu

    def _show_menu(self, point: QPoint) -> None:
        index = self.list.indexAt(point)
        if index.isValid():
            menu = self.menu(index)
            menu.exec(self.list.viewport().mapToGlobal(point))
            menu.deleteLater()

    def _pick(self, index: QModelIndex, *, tab: bool | None = None) -> None:
        info = index.data(Role.THING)
        if not isinstance(info, PageInfo):
            return
        if tab is None:
            tab = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        (self.tab_wanted if tab else self.page_picked).emit(info.id)

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter pages"))
        self.filter.setAccessibleName(self.tr("Filter pages"))
        self.list.setAccessibleName(self.tr("Pages of the library"))
