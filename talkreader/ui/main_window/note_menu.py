"""The menu of a note's card: what can be done with it, by the mouse or the menu key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from talkreader.domain.note import Color
from talkreader.ui import words
from talkreader.ui.icons import swatch
from talkreader.ui.models.notes import NoteRow
from talkreader.ui.models.roles import Role
from talkreader.ui.panes.notes_pane import NotesPane
from talkreader.ui.theme import over


class NoteMenu(QObject):
    """Signals carry the id of the note; ``painted`` also the `Color`."""

    edit_wanted = Signal(str)
    tags_wanted = Signal(str)
    painted = Signal(str, object)

    def __init__(self, pane: NotesPane) -> None:
        super().__init__(pane)
        self._pane = pane

    def make(self, row: NoteRow) -> QMenu:
        """Return the menu of a note; it goes when it is closed."""
        pane, note, palette = self._pane, row.note, self._pane.theme
        menu = QMenu(pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("&Go to its words"), partial(pane.note_picked.emit, note.id))
        menu.addSeparator()
        menu.addAction(self.tr("&Edit"), partial(self.edit_wanted.emit, note.id))
        menu.addAction(self.tr("&Tags…"), partial(self.tags_wanted.emit, note.id))
        colors = menu.addMenu(self.tr("&Colour"))
        for color, name in words.COLORS.items():
            solid = over(palette.fills[color], palette.page)
            action = colors.addAction(swatch(solid, palette), words.word(name))
            action.triggered.connect(partial(self._paint, note.id, color))
            action.setEnabled(color is not note.color)
        copy = menu.addAction(self.tr("Copy the &quoted words"), partial(self._copy, row.quote))
        copy.setEnabled(bool(row.quote))
        menu.addSeparator()
        delete = menu.addAction(self.tr("&Delete"), partial(pane.delete_wanted.emit, note.id))
        delete.setShortcut("Del")
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the list has the key itself
        return menu

    def open(self, at: QPoint) -> None:
        """Open the menu of the note at this point of the list."""
        view = self._pane.list
        index = view.indexAt(at)
        if not index.isValid():
            index = view.currentIndex()  # the menu key asks in the middle of the list
            at = view.visualRect(index).center()
        row = index.data(Role.THING) if index.isValid() else None
        if isinstance(row, NoteRow):
            view.setCurrentIndex(index)
            self.make(row).popup(view.viewport().mapToGlobal(at))

    def _paint(self, note: str, color: Color, _on: bool = False) -> None:
        self.painted.emit(note, color)

    def _copy(self, quote: str) -> None:
        QGuiApplication.clipboard().setText(quote)
