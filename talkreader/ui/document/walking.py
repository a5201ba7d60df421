"""Moving about on a page: the comment one is at, and the ways to another one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from talkreader.reading import ReadingPage
from talkreader.ui.announcing import announce
from talkreader.ui.document.navigation import Navigation
from talkreader.ui.document.positions import Kind
from talkreader.ui.document.style import Look
from talkreader.ui.document.styled import StyledSurface
from talkreader.ui.document.surface import Place
from talkreader.ui.document.timeline import in_time


class WalkingSurface(StyledSurface):
    """A surface with a current comment. Comments are named by their index on the page."""

    comment_picked = Signal(object)
    """The index of the comment a person clicked or moved to; None when the page has none."""
    position_changed = Signal(object)
    """The index of the comment one is reading (the current one, or the first on the screen)."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._navigation: Navigation | None = None
        self._reading: tuple[int | None, int] | None = None
        self.verticalScrollBar().valueChanged.connect(self._tell_position)

    def page(self) -> ReadingPage | None:
        """Return the page that is shown, None before the first."""
        return self._view.page if self._view else None

    def _show_view(self, page: ReadingPage, place: Place | None, folded: frozenset[int]) -> None:
        super()._show_view(page, place, folded)
        if self._view is not None:
            comments = in_time(page.comments) if self._look.by_time else page.comments
            self._navigation = Navigation(comments, self._view.threads, self._view.folding)

    def _show_words(self, key: int, start: int, end: int) -> None:
        """Scroll as little as is needed for words to be on the screen, a third from its top."""
        if self._view is None:
            return
        for place in self._view.places.ranges(key, start, max(end, start + 1))[:1]:
            self._show_place(place)

    def _show_place(self, place: tuple[int, int]) -> None:
        """Scroll as little as is needed for a part of the document to be on the screen."""
        if self._view is None:
            return
        asides = self._view.asides
        if asides.hides(place[0]):
            self._change_folds(lambda: asides.reveal(place[0]))
        for rect in self._view.geometry.word_rects(*place)[:1]:
            seen = self.visible_rect()
            if not seen.top() + 20 <= rect.top() <= rect.bottom() <= seen.bottom() - 40:
                self._scroll_to_height(rect.top() - seen.height() / 3)

    def announce(self, words: str) -> None:
        """Let a screen reader say these words."""
        announce(self, words)

    # --- moving about ----------------------------------------------------------------------

    def current_comment(self) -> int | None:
        """Return the comment picked last while it is on the screen, else the first one there."""
        if self._view is None:
            return None
        if self._current is not None and self.is_on_screen(self._current):
            return self._current
        return self._view.comment_at_height(self._top + self._view.style.em)

    def set_by_time(self, on: bool) -> None:
        """Show the comments by time, or as threads; the current comment and the folds stay."""
        at = self.current_comment()
        if on != self._look.by_time and at is not None:
            # its neighbours will be others: what is to stay is this one, not what is at the top
            self._goal = self._place_of(at) or self._goal
            self._current = at
        super().set_by_time(on)

    def told_comment(self) -> int | None:
        """Return what `position_changed` told last of this page; None: its top, nothing so far."""
        return None if self._reading is None else self._reading[0]

    def picked_comment(self) -> int | None:
        """Return the comment picked last while it is on the screen; None when there is none."""
        at = self.current_comment()
        return at if at == self._current else None

    def heading_at_caret(self) -> int | None:
        """Return the section in whose heading a person has put the caret; None elsewhere."""
        if self._view is None or self.cursorWidth() == 0:
            return None
        entry = self._view.places.entry_at(self.textCursor().position())
        return entry.index if entry is not None and entry.kind is Kind.HEADING else None

    def current_section(self) -> int:
        """Return the section of the current comment, or of the top while none is picked."""
        if self._view is None:
            return 0
        if self._current is not None and self.is_on_screen(self._current):
            return self._view.page.comments[self._current].section
        entry = self._view.geometry.entry_at(self._top + self._view.style.em)
        if entry is not None and entry.kind is Kind.COMMENT:
            return self._view.page.comments[entry.index].section
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
        page = self.page()
        if self._look.by_time and page is not None:
            inside = [comment for comment in in_time(page.comments) if comment.section == index]
            if inside:
                self.scroll_to_comment(inside[0].index)
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
        if self._look.by_time:
            here = self.current_section() or None
        place = headed.index(here) + step if here is not None else (0 if step > 0 else -1)
        if not 0 <= place < len(headed):
            return False
        self.scroll_to_section(headed[place])
        return True

    def move_to(self, comment: int) -> bool:
        """Go to a comment; the page stays where it is when that is on the screen already."""
        return self._move_to(comment)

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

    def next_by_same(self) -> bool:
        """Go to the next comment of the same person; False when there is none."""
        return self._step_same(1)

    def previous_by_same(self) -> bool:
        """Go to the comment of the same person before; False when there is none."""
        return self._step_same(-1)

    def _step_same(self, step: int) -> bool:
        at = self.current_comment()
        if at is None or self._navigation is None:
            return False
        return self._move_to(self._navigation.by_same(at, step))

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

    def go_to_child(self) -> bool:
        """Go to the first answer to this comment; False when there is none."""
        at = self.current_comment()
        if at is None or self._navigation is None:
            return False
        return self._move_to(self._navigation.child(at))

    # --- Left and Right --------------------------------------------------------------------

    def caret_is_inside(self) -> bool:
        """Return whether a person has put the caret among the words, to move and select there."""
        entry = None if self._current is None else self._entry(Kind.COMMENT, self._current)
        if self.cursorWidth() == 0 or entry is None:
            return False
        first = entry.runs[0].at if entry.runs else entry.at
        return self.textCursor().hasSelection() or self.textCursor().position() != first

    def step_out(self) -> None:
        """Fold the thread of the current comment, or go up to what it answers; as in a tree.

        Among the words the caret moves instead, as in a text.
        """
        at = self.current_comment()
        if self.caret_is_inside():
            self.moveCursor(QTextCursor.MoveOperation.Left)
        elif self._view is None or at is None:
            return
        elif self._view.folding.can_fold(at) and not self._view.folding.is_folded(at):
            self._toggle(at)
        else:
            self.go_to_parent()

    def step_in(self) -> None:
        """Unfold the thread of the current comment, or go down to its first answer."""
        at = self.current_comment()
        if self.caret_is_inside():
            self.moveCursor(QTextCursor.MoveOperation.Right)
        elif self._view is None or at is None:
            return
        elif self._view.folding.is_folded(at):
            self._toggle(at)
        else:
            self.go_to_child()

    def _tell_position(self) -> None:
        reading = self.current_comment(), self.current_section()
        if reading != self._reading:
            self._reading = reading
            self.position_changed.emit(reading[0])
