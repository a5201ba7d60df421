"""The pages of the library as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QComboBox, QListView, QMenu, QWidget

from talkreader.domain.page import PageInfo
from talkreader.store.pages.listing import PageList
from talkreader.ui.models.page_delegate import PageDelegate
from talkreader.ui.models.pages import PagesModel
from talkreader.ui.models.roles import Role
from talkreader.ui.naming import name_choice
from talkreader.ui.panes.filtered import FilteredPane
from talkreader.ui.settings import LIBRARY_ORDER
from talkreader.ui.theme import Palette

MIDDLE = Qt.MouseButton.MiddleButton


class LibraryPane(FilteredPane):
    """``page_picked`` and ``tab_wanted`` carry the page's id in the library.

    ``tab_wanted``: in a tab of its own, asked for by the middle button, by Ctrl with a click or
    with Enter, or by the menu of a page. ``sorted_by``: a value of `LIBRARY_ORDER`. ``listed`` are
    the pages, whatever the filter hides.
    """

    page_picked = Signal(object)
    sorted_by = Signal(str)
    tab_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = PagesModel()
        self.listed = PageList()
        self.list = QListView()
        super().__init__(self._model, self.list, parent)
        self._delegate = PageDelegate(self)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.viewport().installEventFilter(self)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.order = QComboBox()
        for order, _label in LIBRARY_ORDER.choices:
            self.order.addItem("", order)
        self.order.currentIndexChanged.connect(
            lambda _row: self.sorted_by.emit(self.order.currentData())
        )
        self._above.addWidget(self.order)
        self._above.setSpacing(5)
        self._retranslate()

    def show_order(self, order: str) -> None:
        """Say how the pages are sorted."""
        with QSignalBlocker(self.order):
            self.order.setCurrentIndex(self.order.findData(order))

    def show_pages(
        self, listed: PageList, some: Callable[[Sequence[int]], Sequence[PageInfo]]
    ) -> None:
        """Show these pages, in this order; ``some`` gives what is known of some of them."""
        self.listed = listed
        self._model.some = some
        self._narrow(self.filter.text())

    def _narrow(self, text: str) -> None:
        """Show only pages with these words in their title, site or file."""
        self._model.update_rows(self.listed.holding(text))

    def follow(self, page_id: int) -> None:
        """Mark the page that is being read, without opening it."""
        index = self._shown.mapFromSource(self._model.index_of(page_id))
        if index.isValid():
            self.list.setCurrentIndex(index)

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._delegate.set_theme(palette)
        self.list.viewport().update()

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
        self._name(self.tr("Filter pages"), self.tr("Pages of the library"))
        name_choice(self.order, self.tr("Order of the pages"))
        names = (
            self.tr("Newest import first"),
            self.tr("By title"),
            self.tr("Last comment first"),
            self.tr("Most comments first"),
        )
        for row, name in enumerate(names):
            self.order.setItemText(row, name)
