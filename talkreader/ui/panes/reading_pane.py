"""The reading pane: one page as a discussion, to read, move about in, mark and copy from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QPointF, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QGuiApplication,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from talkreader.domain.note import Placed
from talkreader.reading import ReadingPage
from talkreader.ui.document.builder import UNFOLD
from talkreader.ui.document.header import Times
from talkreader.ui.document.marks import HitMark
from talkreader.ui.document.navigation import Navigation
from talkreader.ui.document.positions import Kind, Range
from talkreader.ui.document.style import Look
from talkreader.ui.document.styled import POINTS, StyledSurface
from talkreader.ui.document.surface import Place
from talkreader.ui.theme import LIGHT, Palette

__all__ = ["HitMark", "Range", "ReadingPane", "Times"]


class ReadingPane(StyledSurface):
    """Shows a `ReadingPage`. Comments are named by their index on the page."""

    comment_picked = Signal(object)
    """The index of the comment a person clicked or moved to; None when the page has none."""
    position_changed = Signal(object)
    """The index of the comment one is reading (the current one, or the first on the screen)."""
    selection_changed = Signal(object)
    """A tuple of `Range`, empty when nothing is selected."""
    menu_requested = Signal(object, object)
    """A QMenu about to open, to add to, and the index of the comment under the mouse or None."""

    def __init__(self, parent: QWidget | None = None, *, palette: Palette = LIGHT) -> None:
        super().__init__(Look(palette, POINTS), parent)
        self._hits: tuple[HitMark, ...] = ()
        self._navigation: Navigation | None = None
        self._reading: tuple[int | None, int] | None = None
        self.setAccessibleName(self.tr("Discussion"))
        self.setAccessibleDescription(self.tr("The comments of the page, in order."))
        self.verticalScrollBar().valueChanged.connect(self._tell_position)
        self.selectionChanged.connect(self._tell_selection)
        self.cursorPositionChanged.connect(self._follow_caret)

    # --- what is shown ---------------------------------------------------------------------

    def show_page(self, page: ReadingPage, *, at: int | None = None) -> None:
        """Show a page from its top, or from comment ``at`` as soon as that is built."""
        self._hits = ()
        self._current = self._reading = None
        self._show_view(page, None, frozenset())
        if at is not None:
            self.scroll_to_comment(at)
        else:
            self._scroll_to_height(0)

    def _show_view(self, page: ReadingPage, place: Place | None, folded: frozenset[int]) -> None:
        super()._show_view(page, place, folded)
        if self._view is not None:
            view = self._view
            self._navigation = Navigation(len(page.comments), view.threads, view.folding)

    def page(self) -> ReadingPage | None:
        """Return the page that is shown, None before the first."""
        return self._view.page if self._view else None

    def update_notes(self, notes: Iterable[Placed]) -> None:
        """Mark these notes instead of the ones before."""
        if self._view is not None:
            self._view.marks.set_notes(notes)
            self.viewport().update()

    def notes_at(self, comment: int, offset: int) -> list[Placed]:
        """Return the notes on a code point of a comment's body, the last made first."""
        return self._view.marks.notes_at(comment, offset) if self._view else []

    # --- search hits -----------------------------------------------------------------------

    def set_hits(self, hits: Sequence[HitMark]) -> None:
        """Outline these places instead of the ones before; the page stays where it is."""
        self._hits = tuple(hits)
        if self._view is not None:
            self._view.marks.set_hits(hits)
            self.viewport().update()

    def show_hit(self, number: int) -> None:
        """Go to a hit of `set_hits`, counted from 0, and make it the current one."""
        if self._view is None or not 0 <= number < len(self._hits):
            return
        hit = self._hits[number]
        self._view.marks.current_hit = hit
        self._when_built(Kind.COMMENT, hit.comment, lambda: self._go_to_words(hit))
        self.announce(self.tr("Hit {0} of {1}").format(number + 1, len(self._hits)))

    def _go_to_words(self, hit: HitMark) -> None:
        if self._view is None:
            return
        self._reveal(hit.comment)
        self._pick(hit.comment)
        self._show_words(hit.comment, hit.start, hit.end)
        self.viewport().update()

    def _show_words(self, comment: int, start: int, end: int) -> None:
        """Scroll as little as is needed for words to be on the screen, a third from its top."""
        if self._view is None:
            return
        for low, high in self._view.places.ranges(comment, start, max(end, start + 1))[:1]:
            for rect in self._view.geometry.word_rects(low, high)[:1]:
                seen = self.visible_rect()
                if not seen.top() + 20 <= rect.top() <= rect.bottom() <= seen.bottom() - 40:
                    self._scroll_to_height(rect.top() - seen.height() / 3)

    def announce(self, words: str) -> None:
        """Let a screen reader say these words."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    # --- moving about ----------------------------------------------------------------------

    def current_comment(self) -> int | None:
        """Return the comment picked last while it is on the screen, else the first one there."""
        if self._view is None:
            return None
        if self._current is not None and self.is_on_screen(self._current):
            return self._current
        return self._view.comment_at_height(self._top + self._view.style.em)

    def current_section(self) -> int:
        """Return the section of the current comment, or of the top while none is picked."""
        if self._view is None:
            return 0
        if self._current is not None and self.is_on_screen(self._current):
            return self._view.page.comments[self._current].section
        entry = self._view.geometry.entry_at(self._top + self._view.style.em)
        return (entry and self._view.section_at_position(entry.at)) or 0

    def is_on_screen(self, index: int) -> bool:
        """Return whether a part of a comment is on the screen."""
        entry = self._entry(Kind.COMMENT, index)
        if self._view is None or entry is None or self._view.folding.is_hidden(index):
            return False
        seen = self.visible_rect()
        top, bottom = self._view.geometry.top(entry), self._view.geometry.bottom(entry)
        return top < seen.bottom() and bottom > seen.top()

    def scroll_to_comment(self, index: int) -> None:
        """Bring a comment to the top and make it the current one; unfolds what hides it."""
        self._when_built(Kind.COMMENT, index, lambda: self._go_to(index))

    def scroll_to_section(self, index: int) -> None:
        """Bring a section's heading to the top; section 0 is the top of the page."""
        if index == 0 and self._entry(Kind.HEADING, 0) is None:
            self._scroll_to_height(0)
            return
        place = self._at(Kind.HEADING, index)
        self._when_built(Kind.HEADING, index, lambda: self._restore(place))

    def _at(self, kind: Kind, index: int) -> Place:
        return Place(kind, index, -0.6 * self._view.style.em if self._view else 0.0)

    def _go_to(self, index: int) -> None:
        self._reveal(index)
        self._restore(self._at(Kind.COMMENT, index))
        self._pick(index)

    def _reveal(self, index: int) -> None:
        if self._view is not None and self._view.folding.is_hidden(index):
            folding = self._view.folding
            self._change_folds(lambda: folding.reveal(index))

    def _move_to(self, index: int | None) -> bool:
        """Go to a comment; scroll only when it is not all on the screen."""
        entry = None if index is None else self._entry(Kind.COMMENT, index)
        if index is None or self._view is None:
            return False
        if entry is None:
            self.scroll_to_comment(index)
            return True
        self._reveal(index)
        seen = self.visible_rect()
        top = self._view.geometry.top(entry)
        if top < seen.top() or self._view.geometry.bottom(entry) > seen.bottom():
            self._restore(self._at(Kind.COMMENT, index))
        self._pick(index)
        return True

    def _pick(self, index: int) -> None:
        """Make a comment the current one; its first word gets the caret, for Shift+arrows."""
        entry = self._entry(Kind.COMMENT, index)
        if self._view is None or entry is None:
            return
        self._current = index
        self.setCursorWidth(1)
        if self._view.comment_at_position(self.textCursor().position()) != index:
            at = self._top
            cursor = QTextCursor(self._view.document)
            cursor.setPosition(entry.runs[0].at if entry.runs else entry.at)
            self.setTextCursor(cursor)
            self.verticalScrollBar().setValue(round(at))
        self.viewport().update()
        self.comment_picked.emit(index)
        self._tell_position()

    def next_comment(self) -> bool:
        """Go to the next shown comment; return False at the end."""
        return self._step(1)

    def previous_comment(self) -> bool:
        """Go to the shown comment before; return False at the beginning."""
        return self._step(-1)

    def _step(self, step: int) -> bool:
        at = self.current_comment()
        if self._navigation is None:
            return False
        if step > 0 and at is not None and self._current != at:
            return self._move_to(at)  # nothing is picked on this screen yet: begin with its first
        return self._move_to(self._navigation.comment(at, step))

    def next_section(self) -> bool:
        """Go to the next heading; return False at the end."""
        return self._step_section(1)

    def previous_section(self) -> bool:
        """Go to the heading before; return False at the beginning."""
        return self._step_section(-1)

    def _step_section(self, step: int) -> bool:
        page = self.page()
        if page is None or self._view is None:
            return False
        headed = [section.index for section in page.sections if section.heading is not None]
        entry = self._view.geometry.entry_at(self._top + 2 * self._view.style.em)
        here = None if entry is None else self._view.section_at_position(entry.at)
        place = headed.index(here) + step if here is not None else (0 if step > 0 else -1)
        if not 0 <= place < len(headed):
            return False
        self.scroll_to_section(headed[place])
        return True

    def next_sibling(self) -> bool:
        """Go to the next answer to the same comment; False when there is none."""
        return self._step_sibling(1)

    def previous_sibling(self) -> bool:
        """Go to the answer to the same comment before; False when there is none."""
        return self._step_sibling(-1)

    def _step_sibling(self, step: int) -> bool:
        at = self.current_comment()
        if at is None or self._navigation is None:
            return False
        return self._move_to(self._navigation.sibling(at, step))

    def go_to_parent(self) -> bool:
        """Go to the comment that this one answers; False when it starts a thread."""
        at = self.current_comment()
        if at is None or self._navigation is None:
            return False
        return self._move_to(self._navigation.parent(at))

    def go_back_to_reply(self) -> bool:
        """Go back to where `go_to_parent` was called; False when one has moved on since."""
        at = self.current_comment()
        if at is None or self._navigation is None:
            return False
        return self._move_to(self._navigation.back(at))

    # --- folding ---------------------------------------------------------------------------

    def toggle_fold(self, index: int | None = None) -> None:
        """Fold or unfold the replies of a comment; of the current one by default."""
        index = self.current_comment() if index is None else index
        if index is not None and self._view is not None:
            if not self._view.folding.can_fold(index):
                above = self._view.threads.parent(index)
                if above is None:
                    return
                self._move_to(above)
                index = above
            self._toggle(index)

    def is_folded(self, index: int) -> bool:
        """Return True when the comment's replies are folded away."""
        return self._view is not None and self._view.folding.is_folded(index)

    def fold_all(self) -> None:
        """Fold every thread."""
        if self._view is not None:
            self._change_folds(self._view.folding.fold_all)

    def unfold_all(self) -> None:
        """Show every reply."""
        if self._view is not None:
            self._change_folds(self._view.folding.unfold_all)

    # --- selecting -------------------------------------------------------------------------

    def selection(self) -> tuple[Range, ...]:
        """Return the selected words of each comment, in page order; empty when none are."""
        cursor = self.textCursor()
        if self._view is None or not cursor.hasSelection():
            return ()
        found = self._view.places.selected(cursor.selectionStart(), cursor.selectionEnd())
        return tuple(piece for piece in found if not self._view.folding.is_hidden(piece.comment))

    def caret(self) -> tuple[int, int] | None:
        """Return the comment and the code point of its body at the caret; None elsewhere."""
        if self._view is None:
            return None
        return self._view.places.offset_at(self.textCursor().position())

    def select(self, comment: int, start: int, end: int) -> None:
        """Select words of a comment and bring them to the screen."""
        self._when_built(Kind.COMMENT, comment, lambda: self._select(comment, start, end))

    def _select(self, comment: int, start: int, end: int) -> None:
        if self._view is None:
            return
        self._reveal(comment)
        places = self._view.places.ranges(comment, start, end)
        if places:
            cursor = QTextCursor(self._view.document)
            cursor.setPosition(places[0][0])
            cursor.setPosition(places[-1][1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self._show_words(comment, start, end)
        self._current = comment
        self.viewport().update()

    # --- what a person does ----------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Make the comment that the caret went to the current one, also beside its words."""
        super().mouseReleaseEvent(event)
        event.accept()
        if self._view is None or self._spot(event.position()) is not None:
            return
        index = self._view.comment_at_position(self.textCursor().position())
        if index is not None:
            self._current = index
            self.viewport().update()
            self.comment_picked.emit(index)
            self._tell_position()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open a menu for the comment, the link or the selection under the mouse."""
        menu = self.context_menu(event.pos())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def context_menu(self, point: QPoint) -> QMenu:
        """Return the menu for a point of the viewport, with what others add to it."""
        position = self._position_at(QPointF(point))
        index = None
        if self._view is not None and position >= 0:
            index = self._view.comment_at_position(position)
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        target = self._target(QUrl(self.anchorAt(point)))
        if target and not target.startswith(UNFOLD):
            clipboard = QGuiApplication.clipboard()
            menu.addAction(self.tr("Copy link target"), lambda: clipboard.setText(target))
        self.menu_requested.emit(menu, index)
        return menu

    def _tell_position(self) -> None:
        reading = self.current_comment(), self.current_section()
        if reading != self._reading:
            self._reading = reading
            self.position_changed.emit(reading[0])

    def _tell_selection(self) -> None:
        self.selection_changed.emit(self.selection())

    def _follow_caret(self) -> None:
        self._light_partners(self.textCursor().position())
