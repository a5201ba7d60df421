"""What a copy of a page changed against the one before: lists, and old and new words in one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from talkreader.domain.changes import Piece, PieceKind
from talkreader.domain.thread import Comment
from talkreader.reading import Compared, ReadingPage
from talkreader.ui import words
from talkreader.ui.document.fonts import default_script, reading_font
from talkreader.ui.models.page_delegate import RoomyDelegate
from talkreader.ui.theme import Palette

OLD, NEW = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_SHORT = 80


class ChangesDialog(QDialog):
    """``comment_picked`` carries the index, in the newer copy, of a comment to go to."""

    comment_picked = Signal(object)

    def __init__(
        self,
        page: ReadingPage,
        compared: Compared,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Changes since the copy before"))
        self.resize(860, 560)
        self._page = page
        self._compared = compared
        self._palette = palette
        layout = QVBoxLayout(self)
        layout.addWidget(self._about())
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setIndentation(14)
        self.list.setItemDelegate(RoomyDelegate(self))
        self.list.setAccessibleName(self.tr("Changed comments"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.words = QTextBrowser()
        self.words.setOpenLinks(False)
        self.words.setFont(reading_font(11, default_script(page.info.language)))
        self.words.setAccessibleName(self.tr("Words of the comment"))
        self._fill()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.words)
        split.setSizes([330, 530])
        layout.addWidget(split, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.go = buttons.addButton(
            self.tr("Go to the comment"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.go.clicked.connect(self._go)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._go)
        self._pick_first()
        self.list.setFocus()

    def _about(self) -> QLabel:
        older, newer = self._compared.older.info, self._page.info
        about = QLabel(
            self.tr("The copy imported {newer} against the one imported {older}.").format(
                newer=f"{newer.imported.astimezone():%Y-%m-%d %H:%M}",
                older=f"{older.imported.astimezone():%Y-%m-%d %H:%M}",
            )
        )
        about.setWordWrap(True)
        about.setToolTip("\n".join(filter(None, (older.origin.path, newer.origin.path))))
        return about

    def _fill(self) -> None:
        changes, old = self._compared.changes, self._compared.older.comments
        new = self._page.comments
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
        item = group.child(0) if group is not None else None
        if item is not None:
            self.list.setCurrentItem(item)

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
        self.words.clear()
        pen = QTextCursor(self.words.document())
        if before is not None and after is not None:
            from talkreader.reading import compare_words

            for piece in compare_words(before.body.text, after.body.text):
                pen.insertText(piece.text, self._look(piece))
        elif after is not None or before is not None:
            comment = after or before
            kind = PieceKind.SAME if after is not None else PieceKind.REMOVED
            text = comment.body.text if comment is not None else ""
            pen.insertText(text, self._look(Piece(kind, text)))
        self.words.moveCursor(QTextCursor.MoveOperation.Start)

    def _look(self, piece: Piece) -> QTextCharFormat:
        """Return how words look: removed ones are struck out, added ones underlined, too."""
        form = QTextCharFormat()
        form.setForeground(QColor(self._palette.text))
        if piece.kind is PieceKind.REMOVED:
            form.setFontStrikeOut(True)
            form.setForeground(QColor(self._palette.people[0]))
            form.setToolTip(self.tr("Removed since"))
        elif piece.kind is PieceKind.ADDED:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setProperty(QTextFormat.Property.FontWeight, 600)
            form.setForeground(QColor(self._palette.fresh))
            form.setToolTip(self.tr("Added since"))
        return form

    def _go(self) -> None:
        item = self.list.currentItem()
        after = item.data(0, NEW) if item is not None else None
        if after is not None:
            self.comment_picked.emit(after.index)
            self.accept()
