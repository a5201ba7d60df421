"""A window with a list of a person's own things: searched, changed, taken in and given out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTreeView,
    QWidget,
)

from talkreader.domain.incoming import Taken
from talkreader.ui import words
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.marking import QT_TRANSLATE_NOOP
from talkreader.ui.models.marked_delegate import MarkedDelegate
from talkreader.ui.models.roles import Role
from talkreader.ui.models.table import Row, TableModel
from talkreader.ui.theme import Palette

TYPING = 150
"""Milliseconds without a key after which a search is done."""
ASIDE = 30
"""Characters that the last column has room for: remarks and where things come from."""
_REASONS = {
    "no-words": QT_TRANSLATE_NOOP("words", "no words on one side"),
    "one-language": QT_TRANSLATE_NOOP("words", "one language only"),
    "no-language": QT_TRANSLATE_NOOP("words", "does not say its languages"),
    "yours-differs": QT_TRANSLATE_NOOP("words", "yours says something else, and stays"),
}


class Shelf(QDialog):
    """``searched`` carries the words in the field; ``undo_wanted`` and ``redo_wanted`` nothing."""

    searched = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, palette: Palette, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        open_at(self, 860, 520)
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.above = QHBoxLayout()
        self.above.addWidget(self.field, 1)
        self.model = TableModel(self)
        self.list = QTreeView()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = MarkedDelegate(lines, self)
        self._delegate.set_theme(palette)
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self.model)
        self.list.selectionModel().currentRowChanged.connect(lambda _now, _before: self._enable())
        self.status = QLabel()
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.row = QHBoxLayout()
        self.below = button_box(QDialogButtonBox.StandardButton.Close)
        self.below.rejected.connect(self.reject)
        layout = column_of(self)
        layout.addLayout(self.above)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.status)
        layout.addLayout(self.row)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING)
        self._typing.timeout.connect(lambda: self.searched.emit(self.field.text()))
        self.field.textEdited.connect(lambda _words: self._typing.start())
        self.field.textChanged.connect(lambda text: None if text else self._typing.start())
        for key, signal in (
            (QKeySequence.StandardKey.Undo, self.undo_wanted),
            (QKeySequence.StandardKey.Redo, self.redo_wanted),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(signal)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.field.setFocus)
        self.list.activated.connect(self._activate)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language; the list is asked for again, for its words are others too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.searched.emit(self.field.text())

    def _retranslate(self) -> None:
        """Say in the language of the window what does not come with the rows."""
        self.field.setPlaceholderText(self.tr("Words in either language"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.list.setAccessibleName(self.windowTitle())

    def set_theme(self, palette: Palette) -> None:
        """Show everything in these colours."""
        self._delegate.set_theme(palette)
        self.list.viewport().update()

    def add_buttons(self, left: Sequence[QPushButton], right: Sequence[QPushButton]) -> None:
        """Put the acts on a row to the left, those on files and Close to the right."""
        for button in left:
            self.row.addWidget(button)
        self.row.addStretch(1)
        for button in right:
            self.row.addWidget(button)
        self.row.addWidget(self.below)
        for button in (*left, *right):
            button.setAutoDefault(False)

    def set_rows(self, head: Sequence[str], rows: Sequence[Row]) -> None:
        """Show these rows; the one that was chosen stays so, or else its neighbour is."""
        before, at = self.chosen(), max(self.list.currentIndex().row(), 0)
        first = self.model.columnCount() == 0
        self.model.set_rows(head, rows)
        if first:
            self._spread()
        now = self.model.row_of(before) if before is not None else -1
        now = now if now >= 0 else min(at, len(rows) - 1)
        if now >= 0:
            self.list.setCurrentIndex(self.model.index(now, 0))
        self._enable()

    def _spread(self) -> None:
        header = self.list.header()
        header.setStretchLastSection(False)
        for column in range(self.model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        last = self.model.columnCount() - 1
        header.setSectionResizeMode(last, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(last, self.fontMetrics().averageCharWidth() * ASIDE)

    def chosen(self) -> object:
        """Return the thing of the chosen row; None without one."""
        index = self.list.currentIndex()
        return index.data(Role.THING) if index.isValid() else None

    def tell(self, taken: Taken) -> None:
        """Say what became of a file that was taken in; what was refused, line by line."""
        TakenBox(taken, self).open()

    def _activate(self, _index: QModelIndex) -> None:
        """Enter or a double click on a row."""

    def _enable(self) -> None:
        """Let the buttons follow the chosen row."""


class TakenBox(QMessageBox):
    """How many were new, the same and refused.

    A class of its own: Qt looks up the words of a plural by the class of the object that speaks.
    """

    def __init__(self, taken: Taken, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(parent.windowTitle())
        parts = [self.tr("%n new", "", taken.new), self.tr("%n the same", "", taken.same)]
        parts.append(self.tr("%n refused", "", len(taken.refused)))
        self.setText(self.tr("Imported: {what}").replace("{what}", " · ".join(parts)))
        lines = [
            words.with_colon(f"{one.number or '–'}  {words.word(_REASONS[one.reason])}", one.words)
            for one in taken.refused
        ]
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setInformativeText("\n".join(lines[:3]))
        if len(lines) > 3:
            self.setDetailedText("\n".join(lines))
