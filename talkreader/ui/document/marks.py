"""Search hits, notes and partner sentences, painted over and under the words that are visible.

They are painted and not made ExtraSelections: a fill may lie under another, a hit is an outline,
and 3,000 of them cost no more than the ten on the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence, Set

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from talkreader.domain.body import Span
from talkreader.domain.note import Color, Placed
from talkreader.domain.records import dataclass
from talkreader.ui.document.geometry import Band, Geometry
from talkreader.ui.document.loose import LooseWords
from talkreader.ui.document.positions import Places, Range
from talkreader.ui.theme import Palette

Find = Callable[[str], Sequence[Span]]
"""Returns where in a text the words of a search stand."""


@dataclass(frozen=True, slots=True)
class HitMark:
    """A place that matches a search: code points ``start`` to ``end`` of a comment's body.

    ``comment`` is its index, or the `Entry.key` of text that is none. ``of``: of the translation,
    which stands nowhere on the page, of the sentence that begins there.
    """

    comment: int
    start: int
    end: int
    of: int | None = None


class Marks:
    """What is marked on a page. Painting asks for the visible comments only."""

    def __init__(self, palette: Palette, geometry: Geometry, places: Places) -> None:
        self._palette = palette
        self._geometry = geometry
        self._places = places
        self._notes: dict[int, list[Placed]] = {}
        self._hits: dict[int, list[HitMark]] = {}
        self.current_hit: HitMark | None = None
        self.chosen = ""
        self.partners: Sequence[Range] = ()
        self.lit: LooseWords | None = None
        self._find: Find | None = None

    def set_notes(self, notes: Iterable[Placed]) -> None:
        """Mark these notes instead of the ones before; lost ones have no place."""
        self._notes = {}
        for placed in notes:
            if placed.comment is not None:
                self._notes.setdefault(placed.comment, []).append(placed)

    def set_hits(self, hits: Iterable[HitMark], find: Find | None = None) -> None:
        """Mark these hits instead of the ones before.

        ``find`` finds them in translations that stand in no comment: typed ones and drafts.
        """
        self._find = find
        self._hits = {}
        self.current_hit = None
        for hit in hits:
            self._hits.setdefault(hit.comment, []).append(hit)

    def take_over(self, other: Marks) -> None:
        """Mark what another view of the same page marked."""
        self._notes, self._hits, self._find = other._notes, other._hits, other._find
        self.current_hit, self.chosen = other.current_hit, other.chosen

    def noted(self) -> Set[int]:
        """Return the comments with notes."""
        return self._notes.keys()

    def hit(self) -> Set[int]:
        """Return the comments with hits, and the keys of other texts with some."""
        return self._hits.keys()

    def notes_at(self, comment: int, offset: int) -> list[Placed]:
        """Return the notes on a code point of a comment's body, the last made first."""
        here = self._notes.get(comment, ())
        return [placed for placed in reversed(here) if placed.start <= offset < placed.end]

    def paint_below(self, painter: QPainter, bands: Sequence[Band]) -> None:
        """Paint what lies under the words: the fills of notes, and lit partner sentences."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._palette.partner))
        painter.drawRects(list(self._lit_rects()))
        for color, rects in self._fills(bands):
            painter.setBrush(QColor(self._palette.fills[color]))
            painter.drawRects(list(rects))
        painter.setBrush(QColor(self._palette.accent))
        painter.drawRects(list(self._chosen_lines(bands)))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _chosen_lines(self, bands: Sequence[Band]) -> Iterator[QRectF]:
        """Yield lines under the words of the chosen note: of several on them, it is the one."""
        for comment in self._visible(bands, self._notes) if self.chosen else ():
            for placed in self._notes[comment]:
                if placed.note.id == self.chosen:
                    for rect in self._rects(comment, placed.start, placed.end):
                        yield QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2)

    def _lit_rects(self) -> Iterator[QRectF]:
        for lit in self.partners:
            yield from self._rects(lit.comment, lit.start, lit.end)
        if self.lit is not None:
            own = self.lit.own
            yield from self._geometry.word_rects(self.lit.at, self.lit.until)
            yield from self._rects(self.lit.key, own.start, own.end)

    def _fills(self, bands: Sequence[Band]) -> Iterator[tuple[Color, Iterable[QRectF]]]:
        """Yield the notes' colours and places: a note on a sentence lies under its translation."""
        for comment in self._visible(bands, self._notes):
            for placed in self._notes[comment]:
                if placed.note.color is not None:
                    yield placed.note.color, self._rects(comment, placed.start, placed.end)
        for words in self._loose(bands):
            own = words.own
            for placed in self._notes.get(words.key, ()):
                whole = placed.start <= own.start and own.end <= placed.end
                if placed.note.color is not None and whole:
                    rects = self._geometry.word_rects(words.at, words.until)
                    yield placed.note.color, rects

    def paint_above(self, painter: QPainter, bands: Sequence[Band]) -> None:
        """Paint the outlines of hits; the current one is twice as strong."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for comment in self._visible(bands, self._hits):
            for hit in self._hits[comment]:
                if hit.of is None:  # the others are found in the translations themselves
                    for place in self._places.ranges(hit.comment, hit.start, hit.end):
                        self._outline(painter, place, is_current=hit == self.current_hit)
        for words in self._loose(bands) if self._find is not None else ():
            current = self._current_in(words)
            for place in self.found_in(words):
                self._outline(painter, place, is_current=place == current)

    def _outline(
        self, painter: QPainter, place: tuple[int, int], *, is_current: bool = False
    ) -> None:
        color = self._palette.current_hit if is_current else self._palette.hit
        painter.setPen(QPen(QColor(color), 2.2 if is_current else 1.3))
        for rect in self._geometry.word_rects(*place):
            painter.drawRoundedRect(rect.adjusted(-1.5, -0.5, 1.5, 0.5), 2.5, 2.5)

    def _current_in(self, words: LooseWords) -> tuple[int, int] | None:
        """Return where in the document the current hit stands, if it is in these words."""
        hit = self.current_hit
        if hit is None or (hit.comment, hit.of) != (words.key, words.own.start):
            return None
        return words.place(hit.start, hit.end)

    def found_in(self, words: LooseWords) -> list[tuple[int, int]]:
        """Return where in the document the hits of a translation stand that is in no comment."""
        spans = self._find(words.words.text) if self._find is not None else ()
        return [words.place(span.start, span.end) for span in spans]

    def _loose(self, bands: Sequence[Band]) -> list[LooseWords]:
        if not bands:
            return []
        return self._places.loose.covering(bands[0].entry.at, bands[-1].entry.until)

    def _rects(self, key: int, start: int, end: int) -> Iterable[QRectF]:
        for low, high in self._places.ranges(key, start, end):
            yield from self._geometry.word_rects(low, high)

    def _visible(self, bands: Sequence[Band], marked: Container[int]) -> list[int]:
        """Return the keys of marked entries with words in these entries, echoes included."""
        if not bands:
            return []
        runs = self._places.runs_between(bands[0].entry.at, bands[-1].entry.until)
        shown = {run.key for run in runs}
        return sorted(key for key in shown if key is not None and key in marked)
