"""A surface with the notes of the page in its margin, where the window is wide enough for both."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from talkreader.domain.note import Placed
from talkreader.ui.document.linking import look_from_here
from talkreader.ui.document.stacking import ROOM, WIDTH
from talkreader.ui.document.style import Look
from talkreader.ui.document.walking import WalkingSurface
from talkreader.ui.theme import Palette

if TYPE_CHECKING:
    from talkreader.ui.document.margin import Margin

LEAST = 34
"""Times the size of the text: a narrower text gives up nothing for cards."""


class MarginedSurface(WalkingSurface):
    """The margin is made when there is a first note to stand in it."""

    margin_made = Signal(object)
    """The `Margin`, once."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.margin: Margin | None = None
        self._with_margin = False
        self._notes: tuple[Placed, ...] = ()
        self.verticalScrollBar().valueChanged.connect(self._move_margin)
        self.verticalScrollBar().rangeChanged.connect(self._lay_margin_later)
        self.fold_changed.connect(self._lay_margin_later)
        self.built.connect(self._lay_margin_later)

    def set_margin(self, *, on: bool) -> None:
        """Show notes in the margin, or leave it empty."""
        if on != self._with_margin:
            self._with_margin = on
            self._fill_margin()

    def shows_margin(self) -> bool:
        """Return whether there are cards: they are wanted, there are notes, and there is room."""
        return self.margin is not None and not self.margin.isHidden()

    def update_notes(self, notes: Iterable[Placed]) -> None:
        """Mark these notes instead of the ones before."""
        self._notes = tuple(notes)
        super().update_notes(self._notes)
        self._fill_margin()

    def choose_note(self, note_id: str) -> None:
        """Underline the words of a note and bring its card beside them, "" for none."""
        super().choose_note(note_id)
        if self.margin is not None:
            self.margin.choose(note_id)

    def set_theme(self, palette: Palette) -> None:
        """Show everything in these colours."""
        super().set_theme(palette)
        if self.margin is not None:
            self.margin.set_theme(palette)

    def _fill_margin(self) -> None:
        wanted = self._with_margin and bool(self._notes) and self._view is not None
        if self.margin is None and wanted:
            from talkreader.ui.document.margin import Margin

            margin = Margin(self, lambda: self._view, self.visible_rect)
            margin.hide()
            margin.set_theme(self._look.palette)
            self.margin = margin
            self.margin_made.emit(margin)
        if self.margin is not None:
            page = self.page()
            sections = page.sections if page is not None else ()
            self.margin.set_notes(self._notes if self._with_margin else (), sections)
            self._fit_again()

    def _room_aside(self, wide: int) -> int:
        """Give cards their room when the text keeps enough."""
        if self.margin is None or not self.margin or self._view is None:
            return 0
        aside = WIDTH + 2 * ROOM
        return aside if wide - aside >= LEAST * self._view.style.em else 0

    def _fit_again(self) -> None:
        """Give or take the room of the cards; what is at the top of the window stays there."""
        place = self._goal or self._place()
        before = self.viewport().width()
        self._fit_measure()
        if place is not None and self.viewport().width() != before:
            self._put(place)
        self._show_margin()

    def _show_margin(self) -> None:
        """Put the cards beside the text, at its right."""
        if self.margin is None:
            return
        room = self.viewport().geometry()
        wide = self.width() - self.verticalScrollBar().sizeHint().width()
        room_for_cards = self._room_aside(wide) > 0
        if not room_for_cards:
            self.margin.finish_editing()
        self.margin.setVisible(room_for_cards)
        self.margin.move(room.right() + 1 + ROOM, room.top())
        self.margin.resize(WIDTH, room.height())
        self.margin.lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: cards come and go with the room for them."""
        super().resizeEvent(event)
        self._show_margin()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's
        """Qt: go on to the next widget; from the margin not to a link, for that moves the caret.

        Qt asks this also when a card or an editor with the focus is hidden.
        """
        focused: QWidget | None = self.window().focusWidget()
        if self.margin is not None and focused is not None and self.margin.isAncestorOf(focused):
            return QTextEdit.focusNextPrevChild(self, next)
        if self.hasFocus():
            look_from_here(self, onward=next)
        return super().focusNextPrevChild(next)

    def _move_margin(self) -> None:
        if self.margin is not None:
            self.margin.follow()

    def _lay_margin_later(self) -> None:
        if self.margin is not None and self.margin:
            self.margin.lay_later()
