"""The person's notes beside the page: list, filter, edit in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QListView,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from talkreader.ui.models.note_delegate import NoteDelegate
from talkreader.ui.models.note_editor import NoteEditor
from talkreader.ui.models.notes import NoteRow, NotesModel
from talkreader.ui.models.roles import Role
from talkreader.ui.panes.notes_filter import NotesFilter
from talkreader.ui.panes.notes_mending import MendBar
from talkreader.ui.theme import LIGHT, Palette

BATCH = 40
"""Cards that get their place before the window paints and listens again."""


class NotesTab(StrEnum):
    """Which notes the list shows."""

    PAGE = "page"
    EVERYWHERE = "everywhere"
    LOST = "lost"


def _tabs() -> QTabBar:
    bar = QTabBar()
    bar.setDrawBase(False)
    bar.setExpanding(True)
    bar.setUsesScrollButtons(False)
    for _tab in NotesTab:
        bar.addTab("")
    return bar


class NotesList(QListView):
    """A list of cards of different heights that follow its width."""

    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # the first cards are painted before the last have their height
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
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

    ``note_typed`` carries what ``note_edited`` does, at every key.
    ``editing_ended``: by a key, not by going elsewhere. ``tab_wanted`` carries a `NotesTab`, and
    comes also when `lists_all_lost` is another.
    ``attach_wanted``: to the words selected now; ``accept_wanted``: the place that was guessed;
    ``page_wanted``: the one where the note's words stand now; ``words_wanted``: where they stand
    in this page, though not in the note's comment.
    """

    note_picked = Signal(object)
    note_edited = Signal(object, object, object)
    note_typed = Signal(object, object, object)
    delete_wanted = Signal(object)
    attach_wanted = Signal(object)
    accept_wanted = Signal(object)
    old_copy_wanted = Signal(object)
    page_wanted = Signal(object)
    words_wanted = Signal(object)
    tab_wanted = Signal(object)
    editing_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = NotesModel(self)
        self._delegate = NoteDelegate(self)
        self._delegate.edited.connect(self.note_edited)
        self._delegate.typed.connect(self.note_typed)
        self._delegate.left_by_key.connect(self._end)
        self.theme = LIGHT
        self._counts = dict.fromkeys(NotesTab, 0)
        self._searched = 1.0
        self.where, self.all_pages = _tabs(), QCheckBox()
        self.all_pages.hide()
        self.filter = NotesFilter()
        self.list = NotesList()
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.hint = QLabel()
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(12, 14, 12, 8)
        # of one ground with the empty list below
        self.hint.setBackgroundRole(QPalette.ColorRole.Base)
        self.hint.setAutoFillBackground(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.mend = MendBar()
        self.mend.hide()
        self.filter.changed.connect(self._narrow)
        self.where.currentChanged.connect(self._change_where)
        self.all_pages.toggled.connect(self._change_where)
        self.list.clicked.connect(self._pick)
        self.list.activated.connect(self._pick)
        self.list.delete_wanted.connect(self._delete)
        self.list.selectionModel().currentChanged.connect(self._show_mending)
        self._model.dataChanged.connect(self._show_mending)
        self._model.modelReset.connect(self._show_mending)
        self.mend.attach.clicked.connect(lambda: self.attach_wanted.emit(self.current()))
        self.mend.accept.clicked.connect(lambda: self.accept_wanted.emit(self.current()))
        self.mend.seek.clicked.connect(lambda: self.words_wanted.emit(self.current()))
        self.mend.go.clicked.connect(lambda: self.page_wanted.emit(self.current()))
        self.mend.old_copy.clicked.connect(lambda: self.old_copy_wanted.emit(self.current()))
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.where)
        # in line with the fields of the filter below
        asked = QVBoxLayout()
        asked.setContentsMargins(7, 0, 7, 0)
        asked.addWidget(self.all_pages)
        layout.addLayout(asked)
        layout.addWidget(self.filter)
        layout.addWidget(self.hint)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.mend)
        self.entry = self.list  # no focus proxy: Tab would leap over what stands before it

    @property
    def tab(self) -> NotesTab:
        """Which notes are listed."""
        return tuple(NotesTab)[self.where.currentIndex()]

    @property
    def lists_all_lost(self) -> bool:
        """True: the lost notes of all pages are to be listed."""
        return self.tab is NotesTab.LOST and self.all_pages.isChecked()

    def show_searched(self, share: float) -> None:
        """Say how much of the library was searched for lost notes, 0 to 1."""
        self._searched = share
        self._say_hint()

    def show_tab(self, tab: NotesTab) -> None:
        """List these notes."""
        self.where.setCurrentIndex(tuple(NotesTab).index(tab))

    def set_known_tags(self, ask: Callable[[], Sequence[str]]) -> None:
        """Complete in the editor the tags that are known when it opens."""
        self._delegate.known_tags = ask

    def set_counts(self, page: int, everywhere: int, lost: int) -> None:
        """Show how many notes have a place on the page, are in the library, are lost here."""
        self._counts = dict(zip(NotesTab, (page, everywhere, lost), strict=True))
        self._name_tabs()
        self._say_hint()

    def show_notes(self, rows: Sequence[NoteRow]) -> None:
        """Show these notes; the card being edited stays open."""
        self._model.show(rows)
        self.filter.offer(self._model.all_tags, self._model.all_people)
        self._narrow()
        self._show_mending()

    def current(self) -> str:
        """Return the id of the chosen note, "" when there is none."""
        row = self.list.currentIndex().data(Role.THING)
        return row.note.id if isinstance(row, NoteRow) else ""

    def show_note(self, note_id: str) -> None:
        """Choose a note and bring it into view, in its tab."""
        index = self._model.index_of(note_id)
        if not index.isValid():
            self.filter.clear()
            index = self._model.index_of(note_id)
        if not index.isValid() and (lost := self._model.is_lost(note_id)) is not None:
            self.show_tab(NotesTab.LOST if lost else NotesTab.PAGE)
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

    def set_theme(self, palette: Palette) -> None:
        """Paint in these colours from now on."""
        self.theme = palette
        self._delegate.set_theme(palette)
        self.filter.set_theme(palette)
        self.list.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _narrow(self) -> None:
        lost = None if self.tab is NotesTab.EVERYWHERE else self.tab is NotesTab.LOST
        wanted = self.filter.wanted(lost=lost)
        self._model.arrange(wanted, self.filter.order())
        self._say_hint()

    def _change_where(self) -> None:
        self.all_pages.setVisible(self.tab is NotesTab.LOST)
        self.tab_wanted.emit(self.tab)
        self._narrow()

    def _show_mending(self) -> None:
        row = self.list.currentIndex().data(Role.THING)
        if isinstance(row, NoteRow):
            self.mend.show_for(row.state, row.moved_to, in_part=row.in_part)
        else:
            self.mend.show_for(None)

    def _pick(self, index: QModelIndex) -> None:
        row = index.data(Role.THING)
        if isinstance(row, NoteRow):
            self.note_picked.emit(row.note.id)

    def _end(self) -> None:
        self.list.setFocus()
        self.editing_ended.emit()

    def _delete(self) -> None:
        self.delete_wanted.emit(self.current())

    def _say_hint(self) -> None:
        there = self._model.candidates
        hidden = there - self._model.found
        if self.lists_all_lost and self._searched < 1:
            percent = int(100 * self._searched)
            text = self.tr("Looking for lost notes… {percent} %").replace("{percent}", f"{percent}")
        elif not there and self.lists_all_lost:
            text = self.tr("Every note of the library has its place.")
        elif not there and self.tab is NotesTab.LOST:
            text = self.tr("Every note on this page has its place.")
        elif not there and self._counts[NotesTab.LOST] and self.tab is NotesTab.PAGE:
            text = self.tr("No note has its place on this page; the lost ones are in their list.")
        elif not there:
            text = self.tr(
                "Select words in the page and press H to highlight them, A to write a note."
            )
        elif hidden:
            text = self.tr("%n note(s) hidden by the filter", "", hidden)
        else:
            text = ""
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _name_tabs(self) -> None:
        names = (self.tr("Page"), self.tr("Library"), self.tr("Lost"))
        for number, (tab, name) in enumerate(zip(NotesTab, names, strict=True)):
            count = self._counts[tab]
            self.where.setTabText(number, f"{name} {count}" if count else name)

    def _retranslate(self) -> None:
        self.where.setAccessibleName(self.tr("Which notes"))
        self.where.setTabToolTip(0, self.tr("Notes on this page"))
        self.where.setTabToolTip(1, self.tr("Notes of the whole library"))
        self.where.setTabToolTip(2, self.tr("Notes whose words are no longer in their page"))
        self.all_pages.setText(self.tr("Of all pages"))
        self.all_pages.setToolTip(self.tr("List the lost notes of the whole library"))
        self.list.setAccessibleName(self.tr("Notes"))
        self._name_tabs()
        self._say_hint()
