"""Rows with a field above them that narrows them: sections, people, pages of the library."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from talkreader.ui.models.page_delegate import RoomyDelegate
from talkreader.ui.models.roles import Role

EDGE = 6


class FilteredPane(QWidget):
    """Models answer `Role.FILTER` with what is looked for in, folded.

    ``entry`` is what the focus goes to; no focus proxy: Tab would leap over the field.
    """

    def __init__(
        self, model: QAbstractItemModel, view: QAbstractItemView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        model.setParent(self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(model)
        self._shown.setFilterRole(Role.FILTER)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.entry = view
        view.setModel(self._shown)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.clicked.connect(self._pick)
        view.activated.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._above.addWidget(self.filter)
        layout.addLayout(self._above)
        layout.addWidget(view, 1)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _narrow(self, text: str) -> None:
        """Show only rows with these words, in either Chinese script."""
        from talkreader.ui.models.choices import folded

        self._shown.setFilterFixedString(folded(text))

    def _pick(self, index: QModelIndex) -> None:
        """Do what a click on a row and Enter do."""
        raise NotImplementedError

    def _retranslate(self) -> None:
        """Say the words in the language of the window."""
        raise NotImplementedError

    def _name(self, field: str, rows: str) -> None:
        """Call the field and the rows so."""
        self.filter.setPlaceholderText(field)
        self.filter.setAccessibleName(field)
        self.entry.setAccessibleName(rows)


def make_tree() -> QTreeView:
    """Return a tree whose rows have some air and one height."""
    tree = QTreeView()
    tree.setItemDelegate(RoomyDelegate(tree))
    tree.setUniformRowHeights(True)
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setMinimumSectionSize(24)
    # a column is as wide as the rows in sight need: to ask a thousand takes a second
    header.setResizeContentsPrecision(0)
    return tree
