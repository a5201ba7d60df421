"""A surface with all that is painted on it: fills, guides, outlines, what is new, the overview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from talkreader.domain.note import Placed
from talkreader.ui.document.overview import Lane
from talkreader.ui.document.positions import Kind
from talkreader.ui.document.style import Look
from talkreader.ui.document.surface import DocumentSurface, Place


class PaintedSurface(DocumentSurface):
    """Paints the marks of a page, and folds its threads."""

    fold_changed = Signal(object)
    """A comment's index, None when many changed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._fresh: frozenset[int] = frozenset()
        self.overview.ask(self._lanes)
        self._focused_by_key = False
        self._found: frozenset[int] = frozenset()

    # --- painting --------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint fills, then the words, then guides and outlines."""
        if self._view is None:
            super().paintEvent(event)
            return
        top = self._top + event.rect().top() - 2
        bottom = self._top + event.rect().bottom() + 2
        bands = self._view.geometry.entries_between(top, bottom)
        below = self._painter(event)
        # a style sheet of the application would paint its own ground here
        below.fillRect(
            QRectF(event.rect()).translated(0, self._top), QColor(self._look.palette.page)
        )
        self._view.insets.paint(below, bands)
        self._view.marks.paint_below(below, bands)
        below.end()
        super().paintEvent(event)
        above = self._painter(event)
        self._view.guides.paint(above, bands, self._current)
        self._view.marks.paint_above(above, bands)
        self._view.novelty.paint(above, bands, self._fresh)
        self._view.grip.paint(above)
        if self._focused_by_key:
            line = self.visible_rect()
            line.setHeight(2)
            above.fillRect(line, QColor(self._look.palette.accent))
        above.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go when a key brought the focus here."""
        super().focusInEvent(event)
        reasons = Qt.FocusReason
        by_key = (reasons.TabFocusReason, reasons.BacktabFocusReason, reasons.ShortcutFocusReason)
        self._focused_by_key = event.reason() in by_key
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the keys go elsewhere."""
        super().focusOutEvent(event)
        self._focused_by_key = False
        self.viewport().update()

    def _painter(self, event: QPaintEvent) -> QPainter:
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        return painter

    # --- folding ---------------------------------------------------------------------------

    def _change_folds(self, change: Callable[[], object], index: int | None = None) -> None:
        """Fold or unfold, and keep what the person looks at where it is."""
        if self._view is None:
            return
        entry = None if index is None else self._view.places.comment(index)
        shown = entry is not None and self._view.geometry.top(entry) >= self._top
        place = self._place()
        if shown and entry is not None:
            place = Place(entry.kind, entry.index, self._top - self._view.geometry.top(entry))
        change()
        self._view.geometry.forget()
        if place is not None:
            self._restore(place)
        self.viewport().update()
        self.fold_changed.emit(index)

    def show_only(self, comments: Iterable[int] | None) -> None:
        """Hide all comments but these and what they answer; None: show all again."""
        if self._view is not None:
            folding = self._view.folding
            wanted = None if comments is None else list(comments)
            self._change_folds(lambda: folding.show_only(wanted))

    def shown_only(self) -> int | None:
        """Return how many comments `show_only` left; None when it hides nothing."""
        only = self._view.folding.only if self._view is not None else None
        return None if only is None else len(only)

    def _toggle(self, index: int) -> None:
        if self._view is None:
            return
        folding = self._view.folding
        act = folding.unfold if folding.is_folded(index) else folding.fold
        self._change_folds(lambda: act([index]), index)

    def _toggle_aside(self, key: int, starts: Iterable[int]) -> None:
        """Unfold these translations of an entry; fold them when all are unfolded."""
        if self._view is not None:
            asides = self._view.asides
            self._change_folds(lambda: asides.toggle({key: list(starts)}))

    def toggle_beside(self, comment: int) -> None:
        """Fold the replies of a comment and of all beside it; unfold them when all are folded."""
        if self._view is not None:
            self._toggle_together(self._view.threads.siblings(comment))

    def toggle_depth(self, comment: int) -> None:
        """Fold every thread at the depth of a comment; unfold them when all are folded."""
        if self._view is not None:
            threads = self._view.threads
            self._toggle_together(threads.at_depth(threads.depth(comment)))

    def _toggle_together(self, comments: Sequence[int]) -> None:
        if self._view is None:
            return
        folding = self._view.folding
        able = [index for index in comments if folding.can_fold(index)]
        unfold = all(folding.is_folded(index) for index in able)
        if able:
            self._change_folds(lambda: (folding.unfold if unfold else folding.fold)(able))

    def changeEvent(self, event: QEvent) -> None:
        """Write the header lines again when the window's language changes; keep the page's font.

        Qt takes a font back from a widget that is hidden and shown again below a style sheet.
        """
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._view is not None:
            font = self._view.style.font
            if self.font().pointSizeF() != font.pointSizeF():
                self.setFont(font)
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild()

    def update_notes(self, notes: Iterable[Placed]) -> None:
        """Mark these notes instead of the ones before."""
        if self._view is not None:
            self._view.marks.set_notes(notes)
            self.viewport().update()
            self.overview.look_soon()

    def choose_note(self, note_id: str) -> None:
        """Underline the words of a note, "" for none."""
        if self._view is not None and self._view.marks.chosen != note_id:
            self._view.marks.chosen = note_id
            self.viewport().update()

    def mark_new(self, comments: Iterable[int]) -> None:
        """Mark these comments as new, instead of the ones before."""
        self._fresh = frozenset(comments)
        self.viewport().update()
        self.overview.look_soon()

    def mark_found(self, comments: Iterable[int]) -> None:
        """Show on the scroll bar these comments too, which a search found for no word in them."""
        self._found = frozenset(comments)
        self.overview.look_soon()

    def _lanes(self) -> list[Lane]:
        """Return what stands where on the page, for the marks on the scroll bar."""
        if self._view is None:
            return []
        marks, palette = self._view.marks, self._look.palette
        kinds = (
            (0.0, 0.34, palette.caution, marks.noted()),
            (0.34, 0.66, palette.fresh, self._fresh),
            (0.66, 1.0, palette.hit, marks.hit() | self._found),
        )
        height = self._view.document.size().height()
        return [
            Lane(left, right, color, self._view.heights(comments, height))
            for left, right, color, comments in kinds
        ]

    def wholly_seen(self) -> list[int]:
        """Return the comments whose end is on the screen; a long one was scrolled through."""
        if self._view is None:
            return []
        seen = self.visible_rect()
        bands = self._view.geometry.entries_between(seen.top(), seen.bottom())
        return [
            band.entry.index
            for band in bands
            if band.entry.kind is Kind.COMMENT
            and self._view.geometry.bottom(band.entry) <= seen.bottom()
        ]
