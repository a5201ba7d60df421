"""The searches a person keeps: use, rename, delete."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QInputDialog,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from talkreader.ui.dialogs.buttons import button_box, without_icons
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.models.page_delegate import RoomyDelegate

TEXT = Qt.ItemDataRole.UserRole


class SavedSearchesDialog(QDialog):
    """``picked`` carries a search's words; ``renamed`` (old, new) and ``deleted`` names.

    ``changed`` follows when that was done.
    """

    picked = Signal(str)
    renamed = Signal(str, str)
    deleted = Signal(str)
    changed = Signal()

    def __init__(self, saved: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Saved searches"))
        open_at(self, 560, 360)
        note = QLabel(self.tr("Enter searches again, F2 renames, Delete removes."))
        note.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setItemDelegate(RoomyDelegate(self))
        self.list.setRootIsDecorated(False)
        self.list.setHeaderLabels([self.tr("Name"), self.tr("Search")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed)
        for name, text in saved.items():
            item = QTreeWidgetItem([name, text])
            item.setData(0, TEXT, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addTopLevelItem(item)
        if (first := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(first)
        self.list.itemChanged.connect(self._rename)
        self.list.itemActivated.connect(self._use)
        self.list.currentItemChanged.connect(self._enable)
        self.use = QPushButton(self.tr("&Search"))
        self.use.clicked.connect(lambda: self._use(self.list.currentItem()))
        self.rename = QPushButton(self.tr("&Rename"))
        self.rename.clicked.connect(self._edit)
        self.delete = QPushButton(self.tr("&Delete"))
        self.delete.clicked.connect(self._delete)
        keys = QShortcut(QKeySequence.StandardKey.Delete, self.list)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self._delete)
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        for button in (self.use, self.rename, self.delete):
            button.setAutoDefault(False)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = column_of(self)
        layout.addWidget(note)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        self._enable()

    def _enable(self) -> None:
        for button in (self.use, self.rename, self.delete):
            button.setEnabled(self.list.currentItem() is not None)

    def _edit(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.list.editItem(item, 0)

    def _use(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.accept()
            self.picked.emit(item.text(1))

    def _rename(self, item: QTreeWidgetItem, column: int) -> None:
        old, new = item.data(0, TEXT), item.text(0).strip()
        if column or new == old:
            item.setText(1, item.text(1))
            return
        self.list.blockSignals(True)
        if new:
            # the one that had this name gives way, as it does in the library
            for row in reversed(range(self.list.topLevelItemCount())):
                other = self.list.topLevelItem(row)
                if other is not None and other is not item and other.data(0, TEXT) == new:
                    self.list.takeTopLevelItem(row)
            item.setData(0, TEXT, new)
        item.setText(0, new or old)
        self.list.blockSignals(False)
        if new:
            self.renamed.emit(old, new)
            self.changed.emit()

    def _delete(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.takeTopLevelItem(self.list.indexOfTopLevelItem(item))
            self.deleted.emit(item.data(0, TEXT))
            self.changed.emit()
            self._enable()


def ask_for_name(parent: QWidget, text: str) -> str:
    """Return the name under which a search is to be kept; "" when the person thought better."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("SavedSearchesDialog", "Save this search"))
    dialog.setLabelText(QCoreApplication.translate("SavedSearchesDialog", "Name:"))
    dialog.setTextValue(text)
    dialog.resize(420, dialog.sizeHint().height())
    without_icons(dialog.findChildren(QPushButton))
    return dialog.textValue().strip() if dialog.exec() else ""
