"""What a copy of a page changed against another: lists, and old and new words in one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from talkreader.domain.page import PageInfo
from talkreader.domain.thread import Comment
from talkreader.reading import Compared, ReadingPage
from talkreader.ui import words
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.difference import Difference
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.models.page_delegate import RoomyDelegate
from talkreader.ui.theme import Palette

OLD, NEW = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SHORT = 80


class ChangesDialog(QDialog):
    """``comment_picked`` carries the index, in the newer copy, of a comment to go to.

    ``copies_wanted`` carries the ids of the older and the newer copy that are to be compared;
    `show_changes` shows what came of it.
    """

    comment_picked = Signal(object)
    copies_wanted = Signal(object, object)

    def __init__(
        self,
        page: ReadingPage,
        compared: Compared,
        palette: Palette,
        parent: QWidget | None = None,
        copies: Sequence[PageInfo] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Changes between two copies"))
        open_at(self, 860, 560)
        self.page = page
        self._compared = compared
        self.older, self.newer = QComboBox(), QComboBox()
        layout = column_of(self)
        layout.addLayout(self._choice(copies or (compared.older.info, page.info)))
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setIndentation(14)
        self.list.setItemDelegate(RoomyDelegate(self))
        self.list.setAccessibleName(self.tr("Changed comments"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.words = Difference(palette, page.info.language)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.words)
        split.setSizes([330, 530])
        layout.addWidget(split, 1)
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        self.go = buttons.addButton(
            self.tr("Go to the comment"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.go.clicked.connect(self._go)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._go)
        self.show_changes(page, compared)
        self.list.setFocus()

    def show_changes(self, page: ReadingPage, compared: Compared) -> None:
        """Show what this copy of the page changed."""
        self.page, self._compared = page, compared
        for box, info in ((self.older, compared.older.info), (self.newer, page.info)):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(info.id))
                box.setToolTip(words.copy_of(info))
        self.list.clear()
        self._fill()
        self._pick_first()

    def _choice(self, copies: Sequence[PageInfo]) -> QHBoxLayout:
        """Make the two lists of copies."""
        row = QHBoxLayout()
        for box, name in ((self.older, self.tr("Older copy")), (self.newer, self.tr("Newer copy"))):
            for info in copies:
                box.addItem(_copy_label(info), info.id)
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(16)
            box.currentIndexChanged.connect(self._want)
            label = QLabel(name)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box, 1)
        return row

    def _want(self) -> None:
        older, newer = self.older.currentData(), self.newer.currentData()
        self.list.clear()
        self.words.clear()
        self.go.setEnabled(False)
        if older == newer:
            self._say(self.tr("This is one and the same copy; choose another."))
            return
        self.copies_wanted.emit(older, newer)

    def _say(self, sentence: str) -> None:
        """Say why there is nothing in the list, where there is room for it."""
        self.words.say(sentence)

    def _fill(self) -> None:
        changes, old = self._compared.changes, self._compared.older.comments
        new = self.page.comments
        self._group(self.tr("%n new", "", len(changes.new)), [(None, new[n]) for n in changes.new])
        self._group(
            self.tr("%n edited", "", len(changes.edited)),
            [(old[before], new[after]) for before, after in changes.edited],
        )
        self._group(
            self.tr("%n gone", "", len(changes.gone)), [(old[n], None) for n in changes.gone]
        )

    def _pick_first(self) -> None:
        group: QTreeWidgetItem | None = self.list.topLevelItem(0)
        item = group.child(0) if group is not None and group.childCount() else None
        if item is not None:
            self.list.setCurrentItem(item)
        else:
            self._show(None)
        if not self._compared.changes:
            self._say(self.tr("The comments of both copies are the same."))

    def _group(self, title: str, rows: list[tuple[Comment | None, Comment | None]]) -> None:
        if not rows:
            return
        group = QTreeWidgetItem([title])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        self.list.addTopLevelItem(group)
        for before, after in rows:
            comment = after or before
            if comment is None:
                continue
            said = " ".join(comment.body.text.split())[:_SHORT]
            who = f"{words.author(comment.author)} · {words.moment(comment.timestamp)}"
            item = QTreeWidgetItem([f"{who}\n{said}"])
            item.setToolTip(0, who)
            item.setData(0, OLD, before)
            item.setData(0, NEW, after)
            group.addChild(item)
        group.setExpanded(True)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        before: Comment | None = item.data(0, OLD) if item is not None else None
        after: Comment | None = item.data(0, NEW) if item is not None else None
        self.go.setEnabled(after is not None)
        self.words.show_words(
            None if before is None else before.body.text, None if after is None else after.body.text
        )

    def _go(self) -> None:
        item = self.list.currentItem()
        after = item.data(0, NEW) if item is not None else None
        if after is not None:
            self.comment_picked.emit(after.index)
            self.accept()


def _copy_label(info: PageInfo) -> str:
    """Return the number of a copy, its day and its file, as one line."""
    revised = info.revision.timestamp
    day = words.moment(revised) if revised else words.here(info.imported)
    name = info.origin.path.replace("\\", "/").rsplit("/", 1)[-1]
    return " · ".join(filter(None, (f"{info.version}", day, name)))
