"""The bodies of comments and prose: the words of blocks, and what is drawn of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter

from talkreader.domain.body import BlockKind, BlockSpan, Body, Mark
from talkreader.parsing.blocks.blocks import Block, by_place

# Stripped, not searched for: a pattern that ends with the text takes quadratic time on a long run.
_TAIL = "".join(filter(str.isspace, map(chr, range(0x3001)))) + (
    "-~\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u200e\u200f"
)

_MANY = 64
"""Marks of a block that are looked through one by one for each body in it."""
_start = attrgetter("start")


class Bodies:
    """Cuts bodies out of a page's blocks, of which the first begins at 0 of the page's text.

    Without ``detail`` they are text alone. A place is a block's number and an offset in it.
    """

    def __init__(
        self, blocks: Sequence[Block], text: str, offsets: Sequence[int], *, detail: bool
    ) -> None:
        self._blocks = blocks
        self._text = text
        self._offsets = offsets
        self._detail = detail
        self._sorted: dict[int, tuple[list[Mark], list[Mark], list[int]]] = {}
        """The marks of blocks that have many: wide ones, others, how far those up to each reach."""
        # then a body is a piece of the page's text
        self._plain = not detail and min([block.depth for block in blocks], default=0) >= 0

    def body(
        self, begin: tuple[int, int], end: tuple[int, int], base: int, *, cut: bool = False
    ) -> Body:
        """Return the body between two places, in so many lists; ``cut``: a signature follows."""
        if self._plain:
            if begin[0] == end[0]:
                text = self._blocks[end[0]].text[begin[1] : end[1]]
            else:
                start, stop = self._offsets[begin[0]] + begin[1], self._offsets[end[0]] + end[1]
                text = self._text[start:stop]
            return Body(text.rstrip(_TAIL) if cut else text.rstrip())
        if self._detail:
            return self._whole(begin, end, base, cut=cut)
        return self._bare(begin, end, cut=cut)

    def _whole(self, begin: tuple[int, int], end: tuple[int, int], base: int, *, cut: bool) -> Body:
        pieces: list[str] = []
        spans: list[BlockSpan] = []
        marks: list[Mark] = []
        length = 0
        for number in range(begin[0], end[0] + 1):
            block = self._blocks[number]
            start = begin[1] if number == begin[0] else 0
            stop = end[1] if number == end[0] else len(block.text)
            if stop <= start and number == end[0]:
                break
            if pieces:
                length += 1
                if block.gap and block.depth < 0:  # a text copy's blank lines are its paragraphs
                    pieces[-1] += "\n"
                    length += 1
            shift = length - start
            pieces.append(block.text[start:stop])
            length += stop - start
            spans.append(_block_span(block, start + shift, length, base))
            if not shift and stop == len(block.text):
                marks += block.marks
                continue
            marks += [
                Mark(max(m.start, start) + shift, min(m.end, stop) + shift, m.kind, m.target)
                for m in self._marks(number, start, stop)
                if m.start < stop and m.end > start
            ]
        return _trimmed("\n".join(pieces), spans, marks, cut=cut)

    def _marks(self, number: int, start: int, stop: int) -> Sequence[Mark]:
        """Return the marks of a block that may lie in a part of it, in their order."""
        marks = self._blocks[number].marks
        if len(marks) < _MANY:
            return marks
        known = self._sorted.get(number)
        if known is None:
            size = len(self._blocks[number].text) // _MANY
            wide = [m for m in marks if m.end - m.start > size]
            others = [m for m in marks if m.end - m.start <= size]
            known = wide, others, list(accumulate([m.end for m in others], max))
            self._sorted[number] = known
        wide, others, reaches = known
        near = others[bisect_right(reaches, start) : bisect_left(others, stop, key=_start)]
        return sorted([*wide, *near], key=by_place) if wide else near

    def _bare(self, begin: tuple[int, int], end: tuple[int, int], *, cut: bool) -> Body:
        """Return the words of a body alone, where blank lines of a text copy part them."""
        pieces: list[str] = []
        for number in range(begin[0], end[0] + 1):
            block = self._blocks[number]
            start = begin[1] if number == begin[0] else 0
            stop = end[1] if number == end[0] else len(block.text)
            if stop <= start and number == end[0]:
                break
            if pieces and block.gap and block.depth < 0:
                pieces[-1] += "\n"
            pieces.append(block.text[start:stop])
        text = "\n".join(pieces)
        return Body(text.rstrip(_TAIL) if cut else text.rstrip())


def _block_span(block: Block, start: int, end: int, base: int) -> BlockSpan:
    depth = max(0, block.depth - base)
    kind = block.kind
    if kind in (BlockKind.BULLET, BlockKind.NUMBER, BlockKind.INDENT) and not depth:
        kind = BlockKind.PARAGRAPH
    return BlockSpan(start, end, kind, depth, block.row, block.column)


def _trimmed(text: str, spans: list[BlockSpan], marks: list[Mark], *, cut: bool) -> Body:
    size = len(text.rstrip(_TAIL) if cut else text.rstrip())
    if size < len(text):
        text = text[:size]
        spans = [
            s if s.end <= size else BlockSpan(s.start, size, s.kind, s.depth, s.row, s.column)
            for s in spans
            if s.start < size
        ]
        marks = [
            m if m.end <= size else Mark(m.start, size, m.kind, m.target)
            for m in marks
            if m.start < size
        ]
    return Body(text, tuple(spans), tuple(marks))
