"""How a person likes the page: size, colours, zones of times, one column or two; acts at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from talkreader.ui.document.hands import HandledSurface
from talkreader.ui.document.header import Times
from talkreader.ui.document.style import Look
from talkreader.ui.theme import Palette

POINTS = 11.0
"""The size of the text at the normal zoom."""

STEPS = (-5, 20)
"""The zoom: half the size to three times, in steps of a tenth."""


class StyledSurface(HandledSurface):
    """A surface whose look can be changed; the place, folds and marks stay."""

    zoom_changed = Signal(int)
    """The step: 0 is the normal size, each one a tenth of it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._zoom = 0
        self._folds_of_threads: frozenset[int] = frozenset()

    def zoom(self) -> int:
        """Return the step of the size of the text."""
        return self._zoom

    def set_zoom(self, step: int) -> None:
        """Change the size of the text; steps beyond the ends stop there."""
        step = min(max(step, STEPS[0]), STEPS[1])
        if step == self._zoom:
            return
        self._zoom = step
        self._change_look(replace(self._look, points=POINTS * (1 + step / 10)))
        self.zoom_changed.emit(step)

    def zoom_in(self) -> None:
        """Make the text a step larger."""
        self.set_zoom(self._zoom + 1)

    def zoom_out(self) -> None:
        """Make the text a step smaller."""
        self.set_zoom(self._zoom - 1)

    def zoom_reset(self) -> None:
        """Give the text its normal size."""
        self.set_zoom(0)

    def _zoom_by(self, step: int) -> None:
        self.set_zoom(self._zoom + step)

    def set_side_by_side(self, on: bool) -> None:
        """Show translations beside what they translate, or everything in its place."""
        self._change_look(replace(self._look, side_by_side=on))

    def set_translations(self, *, layout: str, first: str) -> None:
        """Show translations "beside" the words, "below" or on "demand"; ``first`` a language."""
        self._change_look(replace(self._look, layout=layout, first=first))

    def set_shown_script(self, script: str) -> None:
        """Show Chinese in a script, "" as it was written; nothing but the look changes."""
        self._change_look(replace(self._look, shown_script=script))

    def side_by_side(self) -> bool:
        """Return True while translations are shown beside what they translate."""
        return self._look.side_by_side

    def set_by_time(self, on: bool) -> None:
        """Show the comments by time, or as threads; the place stays, and so do the folds."""
        if on == self._look.by_time:
            return
        kept = self._view.folding.folded if self._view is not None else frozenset()
        self._change_look(replace(self._look, by_time=on))
        if on:
            self._folds_of_threads = kept
        elif self._view is not None and self._folds_of_threads:
            folds, self._folds_of_threads = self._folds_of_threads, frozenset()
            folding = self._view.folding
            self._change_folds(lambda: folding.fold(folds))

    def by_time(self) -> bool:
        """Return True while the comments are shown by time."""
        return self._look.by_time

    def set_theme(self, palette: Palette) -> None:
        """Change the colours."""
        self._change_look(replace(self._look, palette=palette))
        self._paint_page_colors()

    def set_people_in_color(self, on: bool) -> None:
        """Give each person a colour, or none."""
        self._change_look(replace(self._look, people_in_color=on))

    def set_type(self, *, latin: str, chinese: str, line: int, width: int) -> None:
        """Change fonts ("": the program's own), height of lines (percent) and width (em)."""
        look = replace(self._look, latin=latin, chinese=chinese, line=line, width=width)
        self._change_look(look)

    def set_times(self, times: Times) -> None:
        """Show times in UTC, in local time, or as they were signed."""
        if times is not self._times:
            self._times = times
            self._rebuild()

    def _change_look(self, look: Look) -> None:
        if look != self._look:
            self._look = look
            self._rebuild()
