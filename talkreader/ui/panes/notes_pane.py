"""The person's notes beside the page: list, filter, edit in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from talkreader.domain.note import Color
from talkreader.ui import words
from talkreader.ui.icons import swatch
from talkreader.ui.models.note_delegate import NoteDelegate
from talkreader.ui.models.note_editor import NoteEditor
from talkreader.ui.models.notes import NoteFilter, NoteRow, NotesModel
from talkreader.ui.models.roles import Role
from talkreader.ui.theme import LIGHT, Palette, over


class NotesList(QListView):
    """A list of cards of different heights that follow its width."""

    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(
            QListView.EditTrigger.DoubleClicked | QListView.EditTrigger.EditKeyPressed
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width makes other heights."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Del deletes the note; everything else as usual."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.delete_wanted.emit()
            return
        super().keyPressEvent(event)


class NotesPane(QWidget):
    """Signals carry the id of a note; ``note_edited`` carries id, text and tags.

    ``editing_ended``: by a key, not by going elsewhere.
    ``everywhere_wanted`` carries True for the notes of the whole library, False for the page's.
    """

    note_picked = Signal(object)
    note_edited = Signal(object, object, object)
    delete_wanted = Signal(object)
    everywhere_wanted = Signal(object)
    editing_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = NotesModel(self)
        self._palette = LIGHT
        self._delegate = NoteDelegate(self)
        self._delegate.edited.connect(self.note_edited)
        self._delegate.left_by_key.connect(self._end)
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.colors = QComboBox()
        self.tags = QComboBox()
        self.where = QComboBox()
        self.where.addItems(["", ""])
        self.list = NotesList()
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(12, 8, 12, 8)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.filter.textChanged.connect(self._narrow)
        self.colors.currentIndexChanged.connect(self._narrow)
        self.tags.currentIndexChanged.connect(self._narrow)
        self.where.currentIndexChanged.connect(self._change_where)
        self.list.clicked.connect(self._pick)
        self.list.activated.connect(self._pick)
        self.list.delete_wanted.connect(self._delete)
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        first, narrow = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.filter, 1)
        first.addWidget(self.where, 1)
        for box in (self.where, self.colors, self.tags):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(3)
        narrow.addWidget(self.colors, 1)
        narrow.addWidget(self.tags, 1)
        above = QVBoxLayout()
        above.setContentsMargins(6, 6, 6, 6)
        above.setSpacing(5)
        above.addLayout(first)
        above.addLayout(narrow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self.hint)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)

    def show_notes(self, rows: Sequence[NoteRow]) -> None:
        """Show these notes; the card being edited stays open."""
        self._model.show(rows)
        self._fill_tags()
        self._say_hint()

    def current(self) -> str:
        """Return the id of the chosen note, "" when there is none."""
        row = self.list.currentIndex().data(Role.THING)
        return row.note.id if isinstance(row, NoteRow) else ""

    def show_note(self, note_id: str) -> None:
        """Choose a note and bring it into view."""
        index = self._model.index_of(note_id)
        if not index.isValid():
            self._clear_filter()
            index = self._model.index_of(note_id)
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def edit_note(self, note_id: str, *, tags: bool = False) -> None:
        """Open the editor of a note in its card; ``tags``: with the cursor in the tags."""
        self.show_note(note_id)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        index = self.list.currentIndex()
        if index.isValid():
            self.list.edit(index)
            editor = self.list.indexWidget(index)
            if tags and isinstance(editor, NoteEditor):
                editor.edit_tags()
            # The card has grown: make all of it visible.
            QTimer.singleShot(0, self.list, lambda: self.list.scrollTo(index))

    def finish_editing(self) -> None:
        """Keep what is being typed, now."""
        editor = self.list.indexWidget(self.list.currentIndex())
        if isinstance(editor, NoteEditor):
            editor.leave()

    def is_editing(self) -> bool:
        """Return whether a note is being typed."""
        return self.list.state() == QAbstractItemView.State.EditingState

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self._palette = palette
        self._delegate.set_theme(palette)
        self._fill_colors()
        self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _narrow(self) -> None:
        color = self.colors.currentData()
        tag = self.tags.currentData() or ""
        wanted = NoteFilter(self.filter.text(), Color(color) if color else None, tag)
        self._model.set_filter(wanted)
        self._say_hint()

    def _clear_filter(self) -> None:
        self.filter.clear()
        self.colors.setCurrentIndex(0)
        self.tags.setCurrentIndex(0)

    def _change_where(self, index: int) -> None:
        self.everywhere_wanted.emit(index == 1)

    def _pick(self, index: QModelIndex) -> None:
        row = index.data(Role.THING)
        if isinstance(row, NoteRow):
            self.note_picked.emit(row.note.id)

    def _end(self) -> None:
        self.list.setFocus()
        self.editing_ended.emit()

    def _delete(self) -> None:
        self.delete_wanted.emit(self.current())

    def _fill_tags(self) -> None:
        chosen = self.tags.currentData()
        self.tags.blockSignals(True)
        self.tags.clear()
        self.tags.addItem(self.tr("Tags"), "")
        for tag in self._model.all_tags:
            self.tags.addItem(f"#{tag}", tag)
        self.tags.setCurrentIndex(max(0, self.tags.findData(chosen)))
        self.tags.blockSignals(False)

    def _fill_colors(self) -> None:
        chosen = self.colors.currentIndex()
        self.colors.blockSignals(True)
        self.colors.clear()
        self.colors.addItem(self.tr("Colours"), "")
        for color, name in words.COLORS.items():
            solid = over(self._palette.fills[color], self._palette.page)
            self.colors.addItem(swatch(solid, self._palette.muted), words.word(name), color)
        self.colors.setCurrentIndex(max(0, chosen))
        self.colors.blockSignals(False)

    def _say_hint(self) -> None:
        hidden = self._model.total - len(self._model.rows)
        if not self._model.total:
            text = self.tr(
                "Select words in the page and press H to highlight them, A to write a note."
            )
        elif hidden:
            text = self.tr("%n note(s) hidden by the filter", "", hidden)
        else:
            text = ""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter notes"))
        self.filter.setAccessibleName(self.tr("Filter notes"))
        self.colors.setAccessibleName(self.tr("Filter by colour"))
        self.tags.setAccessibleName(self.tr("Filter by tag"))
        self.where.setAccessibleName(self.tr("Which notes"))
        self.where.setItemText(0, self.tr("This page"))
        self.where.setItemText(1, self.tr("Library"))
        self.list.setAccessibleName(self.tr("Notes"))
        self._fill_colors()
        self._fill_tags()
        self._say_hint()
