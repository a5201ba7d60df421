"""Asks for a correction: who wrote a comment, and which comment it answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from talkreader.domain.thread import Comment
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.models.page_delegate import RoomyDelegate
from talkreader.ui.naming import name_choice

_SHORT = 100
_WHO = Qt.ItemDataRole.UserRole


class AuthorDialog(QDialog):
    """``chosen`` carries the name; None: nobody knows it."""

    chosen = Signal(object)

    def __init__(
        self, page: ReadingPage, author: str | None, question: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Who wrote this?"))
        about = QLabel(question)
        about.setWordWrap(True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        people = sorted({c.author for c in page.comments if c.author is not None}, key=str.casefold)
        self.name.addItems(people)
        self.name.setCurrentText(author or "")
        name_choice(self.name, self.tr("User name"))
        self.unknown = QCheckBox(self.tr("Nobody knows"))
        self.unknown.toggled.connect(lambda on: self.name.setEnabled(not on))
        buttons = _buttons(self)
        layout = column_of(self)
        for widget in (about, self.name, self.unknown, buttons):
            layout.addWidget(widget)
        open_at(self, 420, self.sizeHint().height())
        self.name.setFocus()
        self.accepted.connect(self._choose)

    def _choose(self) -> None:
        name = self.name.currentText().strip()
        self.chosen.emit(None if self.unknown.isChecked() or not name else name)


class ParentDialog(QDialog):
    """``chosen`` carries the index of the comment that is answered; None: the heading."""

    chosen = Signal(object)

    def __init__(
        self,
        comment: Comment,
        candidates: Sequence[Comment],
        heading: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What does this answer?"))
        open_at(self, 560, 420)
        about = QLabel(_line(comment))
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter by name or words"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(RoomyDelegate(self))
        self.list.setAccessibleName(self.windowTitle())
        self._add(self.tr("The heading: {heading}").format(heading=heading), None)
        for other in candidates:
            self._add(_line(other), other.index)
        for row in range(self.list.count()):
            if self.list.item(row).data(_WHO) == comment.parent:
                self.list.setCurrentRow(row)
        self.list.itemActivated.connect(self.accept)
        layout = column_of(self)
        for widget in (about, self.filter, self.list, _buttons(self)):
            layout.addWidget(widget)
        self.list.setFocus()
        self.accepted.connect(self._choose)

    def _add(self, text: str, who: int | None) -> None:
        item = QListWidgetItem(text)
        item.setData(_WHO, who)
        self.list.addItem(item)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().casefold())

    def _choose(self) -> None:
        item = self.list.currentItem()
        if not item.isHidden():
            self.chosen.emit(item.data(_WHO))


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    kinds = QDialogButtonBox.StandardButton
    buttons = button_box(kinds.Ok | kinds.Cancel)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons


def _line(comment: Comment) -> str:
    said = " ".join(comment.body.text.split())
    who = f"{words.author(comment.author)} · {words.moment(comment.timestamp)}"
    return f"{who}\n{said[:_SHORT]}{'…' if len(said) > _SHORT else ''}"
