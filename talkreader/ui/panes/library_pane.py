"""The pages of the library as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from talkreader.domain.page import PageInfo
from talkreader.ui.models.page_delegate import PageDelegate
from talkreader.ui.models.pages import PagesModel
from talkreader.ui.models.roles import Role
from talkreader.ui.theme import Palette


class LibraryPane(QWidget):
    """``page_picked`` carries the page's id in the library."""

    page_picked = Signal(object)

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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(6, 6, 6, 6)
        above.addWidget(self.filter)
        layout.addLayout(above)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self._retranslate()

    def show_pages(self, pages: Sequence[PageInfo]) -> None:
        """Show these pages, in this order."""
        self._model.update_rows(pages)

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

    def _pick(self, index: QModelIndex) -> None:
        info = index.data(Role.THING)
        if isinstance(info, PageInfo):
            self.page_picked.emit(info.id)

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter pages"))
        self.filter.setAccessibleName(self.tr("Filter pages"))
        self.list.setAccessibleName(self.tr("Pages of the library"))
