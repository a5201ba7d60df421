"""The codes as a tree: named, moved and chosen where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from talkreader.domain.code import CodeUse, above, clean_tag, is_under, name_of
from talkreader.ui import words
from talkreader.ui.icons import swatch
from talkreader.ui.models.page_delegate import RoomyDelegate
from talkreader.ui.theme import LIGHT, Palette

TAG = Qt.ItemDataRole.UserRole
KEYS = {
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier): "new",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "delete",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "apply",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "apply",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier): "notes",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.ControlModifier): "notes",
    (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier): "lower",
    (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier): "higher",
    (Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier): "move",
    (Qt.Key.Key_C, Qt.KeyboardModifier.AltModifier): "color",
}
"""What a key asks for while the tree has the focus; the window has other uses for some."""


class CodesTree(QTreeWidget):
    """``asked`` carries one of the words of `KEYS`; ``named`` (old tag, "" for a new one; new).

    ``menu_wanted`` carries a point of the screen.
    """

    asked = Signal(str)
    named = Signal(str, str)
    menu_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette = LIGHT
        self._filling = False
        self.wanted = ""
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setItemDelegate(RoomyDelegate(self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QTreeWidget.DragDropMode.InternalMove)
        self.itemChanged.connect(self._name)
        self.itemDoubleClicked.connect(lambda _item, _column: self.asked.emit("apply"))

    def show_book(self, book: Sequence[CodeUse], palette: Palette) -> None:
        """Show these codes; what is open and chosen stays so."""
        self._palette = palette
        folded = {tag for tag, item in self.items().items() if not item.isExpanded()}
        known = set(self.items())
        current = self.wanted or self.current_tag()
        self.wanted = ""
        self._filling = True
        self.clear()
        items: dict[str, QTreeWidgetItem] = {}
        for use in book:
            tag = use.code.tag
            parent = items.get(above(tag))
            item = QTreeWidgetItem(self.invisibleRootItem() if parent is None else parent)
            items[tag] = item
            self._fill(item, use)
        for tag, item in items.items():
            item.setExpanded(tag not in folded or tag not in known)
        chosen = items.get(current) or self.topLevelItem(0)
        if chosen is not None:
            self.setCurrentItem(chosen)
        self._filling = False

    def _fill(self, item: QTreeWidgetItem, use: CodeUse) -> None:
        code = use.code
        item.setText(0, name_of(code.tag))
        item.setIcon(0, swatch(code.color, self._palette))
        item.setText(1, str(use.notes) if use.notes else "")
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setData(0, TAG, code.tag)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        counted = words.notes(use.with_below)
        tip = "\n".join(filter(None, (code.tag, code.definition, counted)))
        for column in (0, 1):
            item.setToolTip(column, tip)
        spoken = ", ".join(filter(None, (code.tag, counted, code.definition)))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, spoken)

    def items(self) -> dict[str, QTreeWidgetItem]:
        """Return the items by their tag, in the order of the tree."""
        found: dict[str, QTreeWidgetItem] = {}
        waiting = _below(self.invisibleRootItem())[::-1]
        while waiting:
            item = waiting.pop()
            found[_tag(item)] = item
            waiting += _below(item)[::-1]
        return found

    def current_tag(self) -> str:
        """Return the chosen code's tag, "" when none is."""
        return _tag(self.currentItem())

    def rename(self) -> None:
        """Let the person type another name for the chosen code."""
        item = self.currentItem()
        if item is not None:
            self.editItem(item, 0)

    def corner(self) -> QPoint:
        """Return the point of the screen below the chosen code."""
        item = self.currentItem()
        box = self.visualItemRect(item) if item is not None else QRect()
        return self.viewport().mapToGlobal(box.bottomLeft() + QPoint(20, 0))

    def narrow(self, text: str) -> None:
        """Show only codes with these words, also of their definition, and those above them."""
        from talkreader.ui.models.choices import folded

        parts = folded(text).split()
        shown: set[str] = set()
        items = self.items()
        for tag, item in items.items():
            said = folded(item.toolTip(0).rpartition("\n")[0] or tag)
            if all(part in said for part in parts):
                shown.add(tag)
        for tag, item in items.items():
            item.setHidden(not any(is_under(each, tag) for each in shown))
        current = self.currentItem()
        if current is None or current.isHidden():
            first = next((items[tag] for tag in items if tag in shown), None)
            if first is not None:
                self.setCurrentItem(first)

    def begin(self) -> None:
        """Let the person type the name of a new code beside the chosen one."""
        current = self.currentItem()
        parent = current.parent() if current is not None else None
        self._filling = True
        item = QTreeWidgetItem(self.invisibleRootItem() if parent is None else parent)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        self.setCurrentItem(item)
        self._filling = False
        self.editItem(item, 0)

    def closeEditor(self, editor: QWidget, hint: object) -> None:
        """Qt: the typing is over; a new code without a name is none."""
        super().closeEditor(editor, hint)  # type: ignore[arg-type]  # Qt's own enum
        item = self.currentItem()
        if item is not None and not item.data(0, TAG) and not item.text(0).strip():
            parent = item.parent() or self.invisibleRootItem()
            parent.removeChild(item)

    def _name(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column:
            return
        old, name = _tag(item), clean_tag(item.text(0))
        new = "/".join(filter(None, (_tag(item.parent()), name)))
        if name and new != old:
            self.named.emit(old, new)
        elif old:
            self._filling = True
            item.setText(0, name_of(old))
            self._filling = False

    def lower(self) -> None:
        """Put the chosen code under the one before it on its level."""
        item = self.currentItem()
        beside = (item.parent() or self.invisibleRootItem()) if item is not None else None
        row = beside.indexOfChild(item) if beside is not None and item is not None else 0
        if beside is not None and row > 0:
            self.move_under(_tag(beside.child(row - 1)))

    def higher(self) -> None:
        """Put the chosen code beside the one it stands under."""
        tag = self.current_tag()
        if above(tag):
            self.move_under(above(above(tag)))

    def move_under(self, other: str) -> None:
        """Ask to put the chosen code under another, "" for the top."""
        tag = self.current_tag()
        new = "/".join(filter(None, (other, name_of(tag))))
        if tag and new != tag and not is_under(other, tag):
            self.named.emit(tag, new)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: a code was dragged onto another, or between two."""
        target = self.itemAt(event.position().toPoint())
        on = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.OnItem
        tag = _tag(target)
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the tree is drawn anew when it is done
        event.accept()
        self.move_under(tag if on else above(tag))

    def event(self, event: QEvent) -> bool:
        """Qt: while the tree has the focus its keys are its own, and no command of the window."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and override and _asked(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys of the tree; letters find a code by its beginning."""
        asked = _asked(event)
        if asked and self.state() != QTreeWidget.State.EditingState:
            self.asked.emit(asked)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: by the mouse, or by the menu key on the chosen code."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.corner() if by_key else event.globalPos())


def _tag(item: QTreeWidgetItem | None) -> str:
    return str(item.data(0, TAG) or "") if item is not None else ""


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    below = (item.child(row) for row in range(item.childCount()))
    return [each for each in below if each is not None]


def _asked(event: QKeyEvent) -> str:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return KEYS.get((Qt.Key(event.key()), held), "")
