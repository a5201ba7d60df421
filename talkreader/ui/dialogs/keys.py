"""All the keys on one sheet, made from the table of commands; any of them can be changed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from talkreader.ui import words
from talkreader.ui.actions import LEFT_TO_INPUT, Actions, dump_keys, load_keys, normal, table_keys
from talkreader.ui.commands import COMMANDS, MENUS, Command, plain_text
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.models.choices import folded
from talkreader.ui.models.page_delegate import RoomyDelegate
from talkreader.ui.settings import KEYS, Settings

ROLE = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """Commands by menu, with their keys; below them, the keys of the chosen one."""

    def __init__(self, actions: Actions, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        open_at(self, 560, 640)
        self._actions = actions
        self._settings = settings
        self._groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setPlaceholderText(self.tr("Filter commands and keys"))
        self.filter.setAccessibleName(self.tr("Filter commands and keys"))
        self.list = self._make_list()
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(self.tr("Press the new key"))
        for inner in self.edit.findChildren(QLineEdit):  # it has the focus, and no name of its own
            inner.setAccessibleName(self.edit.accessibleName())
        self.add = QPushButton(self.tr("Add key"))
        self.clear = QPushButton(self.tr("Remove keys"))
        self.reset = QPushButton(self.tr("Reset"))
        self.trouble = QLabel(" ")
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = button_box(QDialogButtonBox.StandardButton.Close)
        self.all_reset = self.buttons.addButton(
            self.tr("Reset all"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self._lay_out()
        self._fill()
        self.filter.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(self._choose)
        self.edit.keySequenceChanged.connect(self._check)
        self.add.clicked.connect(self.add_key)
        self.clear.clicked.connect(lambda: self._change(()))
        self.reset.clicked.connect(self._reset)
        self.all_reset.clicked.connect(self._reset_all)
        self.buttons.rejected.connect(self.reject)
        self._choose()
        self.list.setFocus()

    def command(self) -> Command | None:
        """Return the command that is chosen."""
        item = self.list.currentItem()
        name = item.data(0, ROLE) if item is not None else None
        return next((command for command in COMMANDS if command.id == name), None)

    def choose(self, name: str) -> None:
        """Choose a command by its id."""
        for item in self._items():
            if item.data(0, ROLE) == name:
                self.list.setCurrentItem(item)

    def add_key(self) -> None:
        """Give the chosen command the key that was pressed; another command loses it."""
        command, key = self.command(), self._key()
        if command is None or not key or key in LEFT_TO_INPUT:
            return
        changed = self._changed()
        for owner in self._actions.owners(key, command.id):
            kept = tuple(one for one in self._actions.keys(owner.id) if one != key)
            changed[owner.id] = kept
        own = self._actions.keys(command.id)
        changed[command.id] = own if key in own else (*own, key)
        self._keep(changed)
        self.edit.clear()

    def _lay_out(self) -> None:
        note = QLabel(
            self.tr(
                "Single letters act while the page has the focus; the settings switch them off."
            )
        )
        note.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.edit, 1)
        for button in (self.add, self.clear, self.reset):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = column_of(self)
        layout.addWidget(note)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addWidget(self.trouble)
        layout.addWidget(self.buttons)

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setItemDelegate(RoomyDelegate(self))
        made.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.setAccessibleName(self.windowTitle())
        return made

    def _fill(self) -> None:
        for menu in MENUS:
            group = QTreeWidgetItem([plain_text(menu), ""])
            self.list.addTopLevelItem(group)
            self._groups.append((group, []))
            for command in COMMANDS:
                if command.menu == menu:
                    words = plain_text(command.text).removesuffix("…")
                    item = QTreeWidgetItem([words, ""])
                    item.setData(0, ROLE, command.id)
                    group.addChild(item)
                    self._groups[-1][1].append(item)
        self._show_keys()
        self.list.expandAll()
        self.list.setCurrentItem(self._items()[0])

    def _items(self) -> list[QTreeWidgetItem]:
        return [item for _group, items in self._groups for item in items]

    def _show_keys(self) -> None:
        for item in self._items():
            name = item.data(0, ROLE)
            keys = written(self._actions.keys(name))
            item.setText(1, keys)
            item.setData(1, Qt.ItemDataRole.AccessibleTextRole, keys or self.tr("no key"))
            font = item.font(1)
            font.setBold(name in self._changed())
            item.setFont(1, font)

    def _filter(self, words: str) -> None:
        wanted = folded(words)
        for group, items in self._groups:
            for item in items:
                item.setHidden(wanted not in folded(f"{item.text(0)} {item.text(1)}"))
            group.setHidden(all(item.isHidden() for item in items))

    def _choose(self) -> None:
        command = self.command()
        for widget in (self.edit, self.clear, self.reset):
            widget.setEnabled(command is not None)
        self.reset.setEnabled(command is not None and command.id in self._changed())
        self.all_reset.setEnabled(bool(self._changed()))
        self._check()

    def _key(self) -> str:
        return normal(self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText))

    def _check(self) -> None:
        """Say at once who has a key already, and that some are not to be had."""
        command, key = self.command(), self._key()
        said = " "
        if command is not None and key:
            owners = self._actions.owners(key, command.id)
            if key in LEFT_TO_INPUT:
                said = self.tr("{key} switches input methods and is left to them.")
            elif owners:
                said = self.tr("{key} is the key of “{command}”, which would lose it.")
            names = words.listed(plain_text(owner.text).removesuffix("…") for owner in owners)
            said = said.format(key=written((key,)), command=names)
        self.trouble.setText(said)
        self.trouble.setAccessibleName(said)
        self.add.setEnabled(command is not None and bool(key) and key not in LEFT_TO_INPUT)

    def _change(self, keys: tuple[str, ...]) -> None:
        command = self.command()
        if command is not None:
            self._keep({**self._changed(), command.id: keys})

    def _reset(self) -> None:
        command = self.command()
        if command is not None:
            changed = self._changed()
            changed.pop(command.id, None)
            for key in table_keys(command):  # what was taken from it by others comes back
                for owner in self._actions.owners(key, command.id):
                    kept = tuple(one for one in self._actions.keys(owner.id) if one != key)
                    changed[owner.id] = kept
            self._keep(changed)

    def _reset_all(self) -> None:
        self._keep({})

    def _changed(self) -> dict[str, tuple[str, ...]]:
        return load_keys(self._settings.text(KEYS))

    def _keep(self, changed: dict[str, tuple[str, ...]]) -> None:
        table = {command.id: table_keys(command) for command in COMMANDS}
        changed = {name: keys for name, keys in changed.items() if keys != table[name]}
        self._actions.set_keys(changed)
        self._settings.keep(KEYS, dump_keys(changed) if changed else "")
        with QSignalBlocker(self.list):
            self._show_keys()
        self._choose()


def written(keys: tuple[str, ...]) -> str:
    """Return keys as the platform writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    return "   ".join(QKeySequence(key).toString(native) for key in keys)
