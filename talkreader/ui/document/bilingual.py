"""A surface that knows what is read where: of two languages, in a comment or in other text."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from talkreader.ui.document.margined import MarginedSurface
from talkreader.ui.document.positions import Kind, code_points


class BilingualSurface(MarginedSurface):
    """Answers for the words at the caret or the mouse, and unfolds translations."""

    def toggle_translation(self) -> bool:
        """Unfold or fold the translation of the paragraph at the caret; False: it has none.

        Of the whole comment, while the caret is where walking puts it: before the first word.
        """
        at = self.current_key()
        entry = None if at is None or self._view is None else self._view.places.keyed(at)
        if at is None or entry is None or not entry.asides:
            return False
        caret, first = self.sentence_place(), entry.runs[0].at if entry.runs else -1
        starts = list(entry.asides)
        if caret is not None and caret[0] == at and self.textCursor().position() != first:
            starts = [entry.aside_of(caret[1])]
        self._toggle_aside(at, starts)
        return True

    def current_key(self) -> int | None:
        """Return the `Entry.key` of what is being read: prose with the caret, else a comment.

        On a page without comments, of the prose at the top of the screen.
        """
        if self._view is None:
            return None
        caret = self.sentence_place()
        if caret is not None and caret[0] < 0 and self.cursorWidth() and self._caret_is_seen():
            return caret[0]
        current = self.current_comment()
        if current is not None:
            return current
        seen = self.visible_rect()
        bands = self._view.geometry.entries_between(seen.top(), seen.bottom())
        return next((b.entry.key for b in bands if b.entry.kind is Kind.PROSE), None)

    def current_text(self) -> str | None:
        """Return the words of what is being read, see `current_key`."""
        key = self.current_key()
        entry = None if key is None or self._view is None else self._view.places.keyed(key)
        return None if entry is None else entry.text

    def _caret_is_seen(self) -> bool:
        return self.viewport().rect().intersects(self.cursorRect())

    def toggle_translations(self) -> None:
        """Unfold all translations of the page, or fold them when all are unfolded."""
        if self._view is not None:
            asides = self._view.asides
            self._change_folds(lambda: asides.toggle(asides.all()))

    # --- what stands at a place ----------------------------------------------------------

    def caret(self) -> tuple[int, int] | None:
        """Return the comment and the code point of its body at the caret; None elsewhere."""
        if self._view is None:
            return None
        return self._view.places.offset_at(self.textCursor().position())

    def sentence_place(self) -> tuple[int, int] | None:
        """Return the `Entry.key` and the code point at the caret; None outside of bodies.

        In a translation that does not stand on the page, those where its original begins.
        """
        if self._view is None:
            return None
        position = self.textCursor().position()
        loose = self._view.places.loose.at(position)
        if loose is not None:
            return loose.key, loose.own.start
        return self._view.places.place_at(position)

    def text_at(self, point: QPointF | None = None) -> tuple[str, int] | None:
        """Return a text of the page and the code point in it at a point of the viewport.

        Without a point, at the caret; None where there are no words.
        """
        if self._view is None:
            return None
        position = self.textCursor().position() if point is None else self._position_at(point)
        loose = self._view.places.loose.at(position) if position >= 0 else None
        if loose is not None:
            return loose.words.text, code_points(loose.words.text, 0, position - loose.at)
        run = self._view.places.run_at(position) if position >= 0 else None
        return None if run is None else (run.text, run.offset_at(position))
