"""All the keys on one sheet, made from the table of commands."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from talkreader.ui.commands import COMMANDS, MENUS, Command, plain_text
from talkreader.ui.models.page_delegate import RoomyDelegate


class KeysDialog(QDialog):
    """Commands by menu, with their keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.resize(520, 600)
        note = QLabel(self.tr("Single letters act while the page has the focus."))
        note.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setItemDelegate(RoomyDelegate(self))
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setAccessibleName(self.windowTitle())
        for menu in MENUS:
            group = QTreeWidgetItem([plain_text(menu), ""])
            self.list.addTopLevelItem(group)
            for command in COMMANDS:
                if command.menu == menu and (command.keys or command.letters):
                    words = plain_text(command.text).removesuffix("…")
                    group.addChild(QTreeWidgetItem([words, keys_of(command)]))
        self.list.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(note)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)


def keys_of(command: Command) -> str:
    """Return the keys of a command as the platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = (*command.keys, *command.letters)
    return "   ".join(QKeySequence(key).toString(native) for key in keys)
