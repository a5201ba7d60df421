"""What the copy of a page does not say for certain, each line leading to its comment."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from talkreader.domain.thread import Comment, Evidence, PageWarning, WarningKind
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.archive_words import archive_note
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.models.page_delegate import RoomyDelegate

# the author, and the minute with dashes and colons or without; the comment that it answers follows
_MARK = re.compile(r"c-(.*?)-(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d)")
_WORDS = 2
"""The column with the page's words; it is hidden while no row has any."""


class WarningsDialog(QDialog):
    """``comment_picked`` carries the index of the comment a line is about."""

    comment_picked = Signal(object)

    def __init__(self, page: ReadingPage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Things to check"))
        open_at(self, 640, 420)
        self._page = page
        layout = column_of(self)
        inferred = sum(c.level_evidence is Evidence.INFERRED for c in page.comments)
        if inferred:
            note = QLabel(
                self.tr(
                    "This copy does not keep the indentation. Who answers whom was inferred "
                    "for %n comment(s); these are marked in the page.",
                    "",
                    inferred,
                )
            )
            note.setWordWrap(True)
            layout.addWidget(note)
        self.list = QTreeWidget()
        self.list.setItemDelegate(RoomyDelegate(self))
        self.list.setHeaderLabels([self.tr("Comment"), self.tr("What"), self.tr("Words")])
        self.list.setRootIsDecorated(False)
        self.list.setAllColumnsShowFocus(True)
        self.list.setAccessibleName(self.windowTitle())
        self.list.itemActivated.connect(self._pick)
        self.list.itemClicked.connect(self._pick)
        self._fill()
        layout.addWidget(self.list, 1)
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        inferred = [c for c in self._page.comments if c.level_evidence is Evidence.INFERRED]
        if inferred:
            many = words.comments(len(inferred))
            item = QTreeWidgetItem([many, self.tr("Who answers whom was inferred"), ""])
            item.setData(0, Qt.ItemDataRole.UserRole, inferred[0].index)
            self.list.addTopLevelItem(item)
        for sentence in self._page.info.warnings:
            self.list.addTopLevelItem(QTreeWidgetItem(["", archive_note(sentence), ""]))
        for warning in self._page.warnings:
            self.list.addTopLevelItem(self._about_page(warning))
        for correction in self._page.lost_corrections:
            what = self.tr("Your correction does not fit this copy any more")
            words_of = str(correction.data.get("quote") or correction.data.get("author") or "")
            name = str(correction.data.get("comment", ""))
            self.list.addTopLevelItem(QTreeWidgetItem([_signed(name), what, words_of]))
        for comment in self._page.comments:
            for warning in comment.warnings:
                what = words.word(words.WARNINGS[warning.kind])
                item = QTreeWidgetItem([_label(comment), what, warning.detail])
                item.setData(0, Qt.ItemDataRole.UserRole, comment.index)
                self.list.addTopLevelItem(item)
        for column in (0, 1):
            self.list.resizeColumnToContents(column)
        items = [self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount())]
        if items and items[0] is not None:
            self.list.setCurrentItem(items[0])
        self.list.setColumnHidden(_WORDS, not any(item and item.text(_WORDS) for item in items))

    def _about_page(self, warning: PageWarning) -> QTreeWidgetItem:
        if warning.kind is not WarningKind.TREE_DISAGREES:
            what = words.word(words.WARNINGS[warning.kind])
            return QTreeWidgetItem(["", what, warning.detail])
        ours = next((c for c in self._page.comments if c.name == warning.detail), None)
        if ours is None:
            what = self.tr("The wiki counts this comment; it is not found in the page")
            return QTreeWidgetItem([_signed(warning.detail), what, ""])
        what = self.tr("The wiki itself does not count this as a comment")
        item = QTreeWidgetItem([_label(ours), what, ""])
        item.setData(0, Qt.ItemDataRole.UserRole, ours.index)
        return item

    def _pick(self, item: QTreeWidgetItem) -> None:
        comment = item.data(0, Qt.ItemDataRole.UserRole)
        if comment is not None:
            self.comment_picked.emit(comment)


def _signed(mark: str) -> str:
    """Return who signed when, by the wiki's own mark of a comment."""
    found = _MARK.match(mark)
    if found is None:
        return mark
    name, year, month, day, hour, minute = found.groups()
    who = words.author(name.replace("_", " "))
    return f"{who}, {year}-{month}-{day} {hour}:{minute}"


def _label(comment: Comment) -> str:
    who = words.author(comment.author, comment.display_name)
    return f"{comment.index + 1}  {who}, {words.moment(comment.timestamp)}"
