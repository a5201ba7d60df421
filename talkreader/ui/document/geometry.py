"""Where entries and words of a laid out document are, in the document's own pixels."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument

from talkreader.ui.document.positions import Entry, Places


class Band(NamedTuple):
    """An entry, and the heights between which it lies."""

    entry: Entry
    top: float
    bottom: float


class Geometry:
    """Answers for what is visible only, so that a page of any length costs the same."""

    def __init__(self, document: QTextDocument, places: Places, space: float) -> None:
        self._document = document
        self._places = places
        self._space = space
        self._shown: list[Entry] = []
        self._known = -1

    @property
    def width(self) -> float:
        """The width of the whole document."""
        return self._document.size().width()

    def block_rect(self, block: QTextBlock) -> QRectF:
        """Return the rectangle of the block's lines, without the space above and below."""
        return self._document.documentLayout().blockBoundingRect(block)

    def top(self, entry: Entry) -> float:
        """Return where an entry's first line begins, below the space above it."""
        return self.block_rect(self._document.findBlock(entry.at)).top()

    def line_top(self, position: int) -> float:
        """Return the height at which the line of a document position begins."""
        block = self._document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        return self.block_rect(block).top() + (line.y() if line.isValid() else 0.0)

    def line_rect(self, entry: Entry) -> QRectF:
        """Return the rectangle of an entry's first line."""
        block = self._document.findBlock(entry.at)
        rect = self.block_rect(block)
        if block.layout().lineCount():
            line = block.layout().lineAt(0)
            left = rect.left() + line.x()
            return QRectF(left, rect.top() + line.y(), line.naturalTextWidth(), line.height())
        return rect

    def forget(self) -> None:
        """Look anew which entries are shown: something was folded or unfolded."""
        self._known = -1

    @property
    def shown(self) -> list[Entry]:
        """The entries that are not folded away, in document order."""
        if self._known != len(self._places.entries):
            self._known = len(self._places.entries)
            find = self._document.findBlock
            self._shown = [entry for entry in self._places.entries if find(entry.at).isVisible()]
        return self._shown

    def number_at(self, y: float) -> int:
        """Return the place in `shown` of the entry at this height; -1 above the first.

        A search of our own: the layout's hitTest walks block by block, up to 8 ms on long pages.
        """
        return bisect_right(self.shown, y, key=self.top) - 1

    def entry_at(self, y: float) -> Entry | None:
        """Return the shown entry at this height; the first one above all of them."""
        return self.shown[max(self.number_at(y), 0)] if self.shown else None

    def entries_between(self, top: float, bottom: float) -> list[Band]:
        """Return the shown entries between two heights, each with its top and bottom.

        The space above an entry belongs to the entry before it.
        """
        number = max(self.number_at(top), 0)
        found: list[Band] = []
        for entry, after in zip_longest(self.shown[number:], self.shown[number + 1 :]):
            y = self.top(entry)
            if y > bottom:
                break
            end = self.top(after) if after is not None else self.bottom(entry) + self._space
            found.append(Band(entry, y, end))
        return found

    def bottom(self, entry: Entry) -> float:
        """Return where an entry's last shown block ends."""
        block = self._document.findBlock(entry.until - 1)
        while not block.isVisible() and block.position() > entry.at:
            block = block.previous()
        return self.block_rect(block).bottom()

    def blocks(self, entry: Entry) -> Iterator[QTextBlock]:
        """Yield the entry's shown blocks."""
        block = self._document.findBlock(entry.at)
        while block.isValid() and block.position() < entry.until:
            if block.isVisible():
                yield block
            block = block.next()

    def word_rects(self, low: int, high: int) -> list[QRectF]:
        """Return the rectangles of the words between two document positions, line by line."""
        rects: list[QRectF] = []
        block = self._document.findBlock(low)
        while block.isValid() and block.position() < high:
            if block.isVisible():
                rects.extend(self._in_block(block, low, high))
            block = block.next()
        return rects

    def _in_block(self, block: QTextBlock, low: int, high: int) -> Iterator[QRectF]:
        layout = block.layout()
        origin = self.block_rect(block).topLeft()
        first = max(low - block.position(), 0)
        last = min(high - block.position(), block.length() - 1)
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(first, line.textStart())
            end = min(last, line.textStart() + line.textLength())
            if start >= end:
                continue
            left, right = line.cursorToX(start)[0], line.cursorToX(end)[0]  # type: ignore[index]  # the stub says int, Qt gives (x, position)
            box = QRectF(min(left, right), line.y(), abs(right - left), line.height())
            yield box.translated(origin.x(), origin.y())
