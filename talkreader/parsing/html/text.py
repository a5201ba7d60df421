"""The words of one block of a saved page, gathered as they stand and made text when it ends.

A page has thousands of pieces of text and few of them need anything done: marks are kept by the
number of the piece, and white space is folded once for the block.
"""

from __future__ import annotations

from itertools import accumulate

from talkreader.domain.body import Mark, MarkKind
from talkreader.parsing.blocks.blocks import (
    Block,
    TextBuilder,
    by_place,
    holds_odd_spaces,
    new_mark,
    new_span,
)

SPACES = " \n\t\r\f\v"
"""What a browser folds into one space."""


class HtmlText:
    """Pieces of text with their marks: ``(first piece, piece behind the last, kind, target)``.

    ``nested``: they are not in order. ``breaks`` are the numbers of the pieces that are line breaks
    which the page forces. Ranges of inline elements, quotations and notes on unsigned words are
    two numbers of pieces.
    """

    __slots__ = ("breaks", "inlines", "marks", "nested", "parts", "quotes", "unsigned")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.breaks: set[int] = set()
        self.marks: list[tuple[int, int, MarkKind, str]] = []
        self.nested = False
        self.inlines: list[tuple[int, int]] = []
        self.quotes: list[tuple[int, int]] = []
        self.unsigned: list[tuple[int, int]] = []

    def clear(self) -> None:
        """Forget everything; the list of pieces stays the same one."""
        self.parts.clear()
        if self.marks:
            self.marks = []
            self.nested = False
        if self.inlines:
            self.inlines = []
        if self.breaks or self.quotes or self.unsigned:
            self.breaks, self.quotes, self.unsigned = set(), [], []

    def line_break(self) -> None:
        """Append a forced line break."""
        self.breaks.add(len(self.parts))
        self.parts.append("\n")

    def finish(self, block: Block, whole: str, text: str, *, verbatim: bool) -> None:
        """Give a block the words and their marks; white space folds unless verbatim.

        ``whole`` are the joined pieces, ``text`` is what they are trimmed, and not blank.
        """
        if (
            self.breaks
            or verbatim
            or "  " in text
            or not (text.isprintable() or not ("\n" in text or holds_odd_spaces(text)))
        ):
            self._fold(block, verbatim=verbatim)
            return
        block.text = text
        if self.marks or self.inlines or self.quotes or self.unsigned:
            lead = len(whole) - len(whole.lstrip(SPACES)) if whole[0] in SPACES else 0
            self._place(block, [0, *accumulate(map(len, self.parts))], lead)

    def _fold(self, block: Block, *, verbatim: bool) -> None:
        builder, breaks = TextBuilder(), self.breaks
        add = builder.add_raw if verbatim else builder.add
        places = []
        for number, part in enumerate(self.parts):
            places.append(builder.length)
            if number in breaks:
                builder.line_break()
            elif verbatim or "\n" not in part:
                add(part)
            else:
                _add(builder, part)
        places.append(builder.length)
        whole = builder.text
        block.text = whole.strip(" \n\t")
        lead = len(whole) - len(whole.lstrip(" \n\t"))
        block.seams = [max(0, min(len(block.text), seam - lead)) for seam in builder.seams]
        self._place(block, places, lead)

    def _place(self, block: Block, places: list[int], lead: int) -> None:
        """Give a block what was kept by the number of the piece."""
        size = len(block.text)
        if lead:
            places = [place - lead if place > lead else 0 for place in places]
        if places[-1] > size:  # white space at the end
            last = len(places) - 1
            while last >= 0 and places[last] > size:
                places[last] = size
                last -= 1
        if self.marks:
            block.marks = self._marks_at(places)
        if self.inlines:
            block.inlines = [
                new_span((places[first], places[behind]))
                for first, behind in self.inlines
                if places[first] < places[behind]
            ]
        if self.quotes:
            block.quotes = [new_span((places[one], places[two])) for one, two in self.quotes]
        if self.unsigned:
            block.unsigned = [new_span((places[one], places[two])) for one, two in self.unsigned]

    def _marks_at(self, places: list[int]) -> list[Mark]:
        marks = []
        for first, behind, kind, target in self.marks:
            start, end = places[first], places[behind]
            if start < end or kind is MarkKind.IMAGE:
                marks.append(new_mark((start, end, kind, target)))
        if self.nested:
            marks.sort(key=by_place)
        return marks


def _add(builder: TextBuilder, text: str) -> None:
    """Append a piece of several lines; where the source begins a new one is a seam."""
    if not builder.length:
        builder.add(text)
    elif text.isspace():
        builder.seam()
    else:
        first, *rest = text.split("\n")
        builder.add(first)
        for line in rest:
            builder.seam()
            builder.add(line)
