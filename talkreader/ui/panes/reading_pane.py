"""The reading pane: one page as a discussion, to read, move about in, mark and copy from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from talkreader.domain.bilingual import prose_key
from talkreader.domain.note import Placed
from talkreader.reading import ReadingPage
from talkreader.ui.document.bilingual import BilingualSurface
from talkreader.ui.document.dwelling import Dwelling
from talkreader.ui.document.hands import OWN
from talkreader.ui.document.header import Times
from talkreader.ui.document.kept_view import KeptView, moved_view, parse_view
from talkreader.ui.document.marks import Find, HitMark
from talkreader.ui.document.positions import Kind, Range
from talkreader.ui.document.style import Look
from talkreader.ui.document.styled import POINTS
from talkreader.ui.theme import LIGHT, Palette

__all__ = ["HitMark", "Range", "ReadingPane", "Times"]


class ReadingPane(BilingualSurface):
    """Shows a `ReadingPage`. Comments are named by their index on the page."""

    selection_changed = Signal(object)
    """A tuple of `Range`, empty when nothing is selected."""
    menu_requested = Signal(object, object)
    """A QMenu about to open, to add to, and the index of the comment under the mouse or None."""

    def __init__(self, parent: QWidget | None = None, *, palette: Palette = LIGHT) -> None:
        super().__init__(Look(palette, POINTS), parent)
        self._hits: tuple[HitMark, ...] = ()
        self.setAccessibleName(self.tr("Discussion"))
        self.setAccessibleDescription(self.tr("The comments of the page, in order."))
        self.dwelling = Dwelling(self)
        self.overview.setToolTip(self.tr("Marks: notes left, new comments middle, hits right"))
        self.fold_changed.connect(self._say_fold)
        self.handle_clicked.connect(self._open_menu)
        self.selectionChanged.connect(self._tell_selection)
        self.cursorPositionChanged.connect(self._follow_caret)

    # --- what is shown ---------------------------------------------------------------------

    def show_page(self, page: ReadingPage, *, at: int | None = None, view: str = "") -> None:
        """Show a page from its top, or from comment ``at`` as soon as that is built.

        ``view`` are the words of `kept_view`, and say more than ``at``; without sense, they do not
        count.
        """
        kept = parse_view(view, len(page.comments)) if view else None
        self._hits = ()
        self._current = self._reading = None
        self._fresh = frozenset()
        folded = kept.folded if kept else frozenset()
        self._folds_of_threads = folded if self._look.by_time else frozenset()
        self._show_view(page, kept.place if kept else None, folded)
        if kept is not None:
            self._current = kept.current
            self.viewport().update()
        elif at is not None:
            self.scroll_to_comment(at)
        else:
            self._scroll_to_height(0)
        if not self._waiting and (self._current is not None or self._look.by_time):
            self._tell_position()  # nothing may have scrolled, and by time all is a comment

    def show_again(self, page: ReadingPage) -> None:
        """Show the same page with what was corrected in it; all stays where it is."""
        old, kept = self.page(), self._kept()
        if old is not None and kept is not None:
            kept = moved_view(kept, old.comments, page.comments)
            self.show_page(page, view=kept.text())

    def kept_view(self) -> str:
        """Return how the page lies on the screen as words for `show_page`; "" without a page."""
        kept = self._kept()
        return "" if kept is None else kept.text()

    def _kept(self) -> KeptView | None:
        place = self._goal or self._place()
        if self._view is None or place is None:
            return None
        folded = self._view.folding.folded | self._folds_of_threads
        return KeptView(place, self._current, folded)

    def notes_at(self, comment: int, offset: int) -> list[Placed]:
        """Return the notes on a code point of a comment's body, the last made first."""
        return self._view.marks.notes_at(comment, offset) if self._view else []

    # --- search hits -----------------------------------------------------------------------

    def set_hits(self, hits: Sequence[HitMark], find: Find | None = None) -> None:
        """Outline these places instead of the ones before; the page stays where it is.

        ``find`` finds more of them in translations that stand in no comment.
        """
        self._hits = tuple(hits)
        if self._view is not None:
            self._view.marks.set_hits(hits, find)
            self.viewport().update()
            self.overview.look_soon()

    def show_hit(self, number: int) -> None:
        """Go to a hit of `set_hits`, counted from 0, and make it the current one."""
        if self._view is None or not 0 <= number < len(self._hits):
            return
        hit = self._hits[number]
        self._view.marks.current_hit = hit
        self._when_keyed(hit.comment, lambda: self._go_to_words(hit))
        self.announce(self.tr("Hit {0} of {1}").format(number + 1, len(self._hits)))

    def _go_to_words(self, hit: HitMark) -> None:
        if self._view is None:
            return
        if hit.comment >= 0:
            self._reveal(hit.comment)
            self._pick(hit.comment)
        else:
            self._set_caret(self._view.places.ranges(hit.comment, hit.start, hit.end))
        if hit.of is None:
            self._show_words(hit.comment, hit.start, hit.end)
        elif (words := self._view.places.loose.partner(hit.comment, hit.of)) is not None:
            self._show_place(words.place(hit.start, hit.end))
        self.viewport().update()

    # --- folding ---------------------------------------------------------------------------

    def toggle_fold(self, index: int | None = None) -> None:
        """Fold or unfold the replies of a comment; of the current one by default."""
        index = self.current_comment() if index is None else index
        if index is not None and self._view is not None:
            if not self._view.folding.can_fold(index) and not self._look.by_time:
                above = self._view.threads.parent(index)
                if above is None:
                    return
                self._move_to(above)
                index = above
            self._toggle(index)

    def _say_fold(self, comment: int | None) -> None:
        if comment is not None and self._view is not None:
            count = len(self._view.threads.below(comment))
            folded = self.is_folded(comment)
            collapsed = self.tr("%n replies collapsed", "", count)
            self.announce(collapsed if folded else self.tr("%n replies expanded", "", count))

    def is_folded(self, index: int) -> bool:
        """Return True when the comment's replies are folded away."""
        return self._view is not None and self._view.folding.is_folded(index)

    def toggle_siblings(self) -> None:
        """Fold the replies of the comment and of all beside it; unfold them when all are folded."""
        at = self.current_comment()
        if at is not None:
            self.toggle_beside(at)

    def toggle_level(self) -> None:
        """Fold every thread of the page at this depth; unfold them when all are folded."""
        at = self.current_comment()
        if at is not None:
            self.toggle_depth(at)

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
        span = cursor.selectionStart(), cursor.selectionEnd()
        loose = self._view.places.loose.at(span[0])
        if loose is not None and span[1] <= loose.until:
            # words that stand nowhere on the page speak for the sentence that they translate
            own = loose.own
            return (Range(own.comment, own.start, own.end),) if own.comment is not None else ()
        found = self._view.places.selected(*span, self._view.asides.hides)
        return tuple(piece for piece in found if not self._view.folding.is_hidden(piece.comment))

    def select(self, key: int, start: int, end: int) -> None:
        """Select words of a comment, or of prose by its `Entry.key`; bring them to the screen."""
        self._when_keyed(key, lambda: self._select(key, start, end))

    def _when_keyed(self, key: int, act: Callable[[], None]) -> None:
        """Do something when the entry with a key is there."""
        kind, index = (Kind.COMMENT, key) if key >= 0 else (Kind.PROSE, prose_key(key))
        self._when_built(kind, index, act)

    def _select(self, key: int, start: int, end: int) -> None:
        if self._view is None:
            return
        if key >= 0:
            self._reveal(key)
            self._current = key
        places = self._view.places.ranges(key, start, end)
        if places:
            self._set_caret(places, select=True)
            self._show_words(key, start, end)
        self.viewport().update()

    def _set_caret(self, places: Sequence[tuple[int, int]], *, select: bool = False) -> None:
        """Put the caret before these parts of the document, or select them."""
        if self._view is None or not places:
            return
        cursor = QTextCursor(self._view.document)
        cursor.setPosition(places[0][0])
        if select:
            cursor.setPosition(places[-1][1], QTextCursor.MoveMode.KeepAnchor)
        bar = self.verticalScrollBar().value()
        self.setCursorWidth(1)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(bar)  # the caret alone would show half a line

    def go_to_words(self, comment: int, start: int, end: int) -> None:
        """Bring words of a comment to the screen and put the caret before them."""
        self._when_built(Kind.COMMENT, comment, lambda: self._put_caret(comment, start, end))

    def _put_caret(self, comment: int, start: int, end: int) -> None:
        if self._view is None:
            return
        self._reveal(comment)
        places = self._view.places.ranges(comment, start, end)
        if places:
            self._set_caret(places)
            self._show_words(comment, start, end)
        self._current = comment
        self.viewport().update()

    # --- what a person does ----------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Make the comment that the caret went to the current one, also beside its words."""
        carried = self._carried is not None
        super().mouseReleaseEvent(event)
        event.accept()
        if carried or self._view is None or self._spot(event.position()) is not None:
            return
        index = self._view.comment_at_position(self.textCursor().position())
        if index is not None:
            self._current = index
            self.viewport().update()
            self.comment_picked.emit(index)
            self._tell_position()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open a menu for the comment, the link or the selection under the mouse."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        comment = self.current_comment() if by_key else self._comment_at(QPointF(event.pos()))
        self._current = comment if comment is not None else self._current
        menu = self.context_menu(event.pos(), comment)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _open_menu(self, comment: int, point: QPoint) -> None:
        """Open the menu of a comment below its handle."""
        self._current = comment
        menu = self.context_menu(point, comment)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(point))

    def _comment_at(self, point: QPointF) -> int | None:
        """Return the comment at a point of the viewport, also beside its words."""
        if self._view is None:
            return None
        entry = self._view.geometry.entry_at(self._document_point(point).y())
        return entry.index if entry is not None and entry.kind is Kind.COMMENT else None

    def context_menu(self, point: QPoint, comment: int | None = None) -> QMenu:
        """Return the menu for a point of the viewport, with what others add to it."""
        index = self._comment_at(QPointF(point)) if comment is None else comment
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        target = self._target(QUrl(self.anchorAt(point)))
        if target and not target.startswith(OWN):
            clipboard = QGuiApplication.clipboard()
            menu.addAction(self.tr("Copy link target"), lambda: clipboard.setText(target))
        self.menu_requested.emit(menu, index)
        return menu

    def _tell_selection(self) -> None:
        self.selection_changed.emit(self.selection())

    def _follow_caret(self) -> None:
        self._light_partners(self.textCursor().position())
