"""The versions of comments: first seen, edited, taken away, by whom, with the difference."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from talkreader.domain.page import ChangeKind
from talkreader.domain.versions import CommentHistory, CommentVersion
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.difference import Difference
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.marking import QT_TRANSLATE_NOOP
from talkreader.ui.models.page_delegate import RoomyDelegate
from talkreader.ui.theme import Palette

INDEX, VERSION = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
KINDS = {
    ChangeKind.FIRST: QT_TRANSLATE_NOOP("words", "first seen"),
    ChangeKind.EDITED: QT_TRANSLATE_NOOP("words", "edited"),
    ChangeKind.REMOVED: QT_TRANSLATE_NOOP("words", "taken away"),
    ChangeKind.RESTORED: QT_TRANSLATE_NOOP("words", "put back"),
}
_SHORT = 60


class VersionsDialog(QDialog):
    """``comment_picked`` carries the index of a comment to go to."""

    comment_picked = Signal(object)

    def __init__(
        self,
        page: ReadingPage,
        histories: Sequence[CommentHistory],
        at: int | None,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Versions of the comments"))
        open_at(self, 860, 560)
        self._page = page
        self._histories = histories
        self._at = at
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.changed_only = QCheckBox(self.tr("Only comments with more than one version"))
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setIndentation(14)
        self.list.setItemDelegate(RoomyDelegate(self))
        self.list.setAccessibleName(self.tr("Comments and their versions"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.words = Difference(palette, page.info.language)
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        self.go = buttons.addButton(
            self.tr("Go to the comment"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.go.clicked.connect(self._go)
        buttons.rejected.connect(self.reject)
        layout = column_of(self)
        layout.addWidget(self.about)
        layout.addWidget(self.changed_only)
        layout.addWidget(self._halves(), 1)
        layout.addWidget(buttons)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._go)
        self.changed_only.toggled.connect(self._fill)
        self._say_what()
        own = next((one for one in histories if one.index == at), None)
        self.changed_only.setChecked(own is None or len(own.versions) > 1)
        self._fill()
        self.list.setFocus()

    def _halves(self) -> QSplitter:
        """Return the tree, and the words of what is chosen in it."""
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.detail)
        column.addWidget(self.words, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([360, 500])
        return split

    def _say_what(self) -> None:
        changed = sum(len(one.versions) > 1 for one in self._histories)
        gone = sum(one.index is None for one in self._histories)
        known = {version.revision for one in self._histories for version in one.versions}
        if len(known) < 2:
            said = self.tr(
                "Nothing is known of earlier versions. Import an export with all revisions of this"
                " page, or another copy of it."
            )
        else:
            said = self.tr("{changed}, {gone}.").format(
                changed=self.tr("%n comment(s) changed", "", changed),
                gone=self.tr("%n not on the page any more", "", gone),
            )
        self.about.setText(said)

    def _fill(self) -> None:
        item = self.list.currentItem()
        kept = item.data(0, INDEX) if item is not None else self._at
        self.list.clear()
        chosen = None
        for one in self._histories:
            if self.changed_only.isChecked() and len(one.versions) < 2:
                continue
            item = self._add(one)
            if one.index is not None and one.index == kept:
                chosen = item
        chosen = chosen or self.list.topLevelItem(0)
        if chosen is None:
            self._show(None)
            return
        chosen.setExpanded(True)
        last = chosen.child(chosen.childCount() - 1)
        self.list.setCurrentItem(last or chosen)
        self.list.scrollToItem(chosen)

    def _add(self, one: CommentHistory) -> QTreeWidgetItem:
        item = QTreeWidgetItem([f"{self._who(one)}\n{self._said(one)}"])
        item.setToolTip(0, self._who(one))
        item.setData(0, INDEX, one.index)
        if one.versions:
            item.setData(0, VERSION, one.versions[-1])
        for version in one.versions:
            kind = words.word(KINDS[version.kind])
            by = version.revision.contributor
            moment = words.moment(version.revision.timestamp)
            row = QTreeWidgetItem([" · ".join(filter(None, (kind, moment, by)))])
            row.setData(0, INDEX, one.index)
            row.setData(0, VERSION, version)
            item.addChild(row)
        self.list.addTopLevelItem(item)
        return item

    def _who(self, one: CommentHistory) -> str:
        if one.index is not None:
            comment = self._page.comments[one.index]
            return f"{words.author(comment.author)} · {words.moment(comment.timestamp)}"
        return f"{words.signed(one.comment)} · {self.tr('gone')}"

    def _said(self, one: CommentHistory) -> str:
        if one.index is not None:
            text = self._page.comments[one.index].body.text
        else:
            text = one.versions[-1].before or "" if one.versions else ""
        return " ".join(text.split())[:_SHORT]

    def _show(self, item: QTreeWidgetItem | None) -> None:
        index = item.data(0, INDEX) if item is not None else None
        version: CommentVersion | None = item.data(0, VERSION) if item is not None else None
        self.go.setEnabled(index is not None)
        if version is None:
            text = self._page.comments[index].body.text if index is not None else None
            self.words.show_words(None, text)
            self.detail.setText("")
            return
        self.words.show_words(version.before, version.text)
        self.detail.setText(self._detail(version))

    def _detail(self, version: CommentVersion) -> str:
        revision = version.revision
        parts = [words.word(KINDS[version.kind]), words.moment(revision.timestamp)]
        if revision.contributor:
            parts.append(self.tr("by {name}").replace("{name}", revision.contributor))
        if revision.id:
            parts.append(self.tr("revision {number}").format(number=revision.id))
        line = " · ".join(parts)
        return f"{line}\n{revision.comment}" if revision.comment else line

    def _go(self) -> None:
        item = self.list.currentItem()
        index = item.data(0, INDEX) if item is not None else None
        if index is not None:
            self.comment_picked.emit(index)
            self.accept()
