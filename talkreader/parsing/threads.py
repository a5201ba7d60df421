"""From blocks to sections, comments and prose: one algorithm for every form.

The extent of a comment, its level and its parent follow DiscussionTools (sections 4 and 5 of
the facts about it): a comment begins after the end of the one before and ends with the line of
its signature; its level is one more than the list items around its beginning or its end,
whichever is less.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from talkreader.domain.body import BlockKind, BlockSpan, Body, Mark, Span
from talkreader.domain.thread import (
    Comment,
    Evidence,
    PageWarning,
    Prose,
    Section,
    Signature,
    WarningKind,
)
from talkreader.parsing.blocks import Block, new_span
from talkreader.parsing.signatures import FoundSignature, SignatureFinder

_REMARK = 30  # fewer characters are "(edit conflict)" and the like, and belong to what follows
_WORDS = frozenset({BlockKind.PARAGRAPH, BlockKind.INDENT, BlockKind.BULLET, BlockKind.NUMBER})
# Stripped, not searched for: a pattern that ends with the text takes quadratic time on a long run.
_TAIL = "".join(filter(str.isspace, map(chr, range(0x3001)))) + (
    "-~\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u200e\u200f"
)


@dataclass(slots=True)
class Threads:
    """What the blocks of a page say, in page order; ``text`` is what all spans are spans of."""

    text: str
    sections: list[Section] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)


def assemble(blocks: Sequence[Block], find: SignatureFinder, *, detail: bool = True) -> Threads:
    """Return the sections, comments and prose of a page's blocks.

    Without ``detail`` their bodies are text alone.
    """
    assembler = _Assembler(blocks, detail=detail)
    for number, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            assembler.heading(number)
            continue
        assembler.leave_box(number)
        if block.separator and not assembler.open:
            assembler.begin(number, 0)
            assembler.end_prose(number, len(block.text))
        else:
            assembler.block(number, find)
    assembler.finish()
    return assembler.threads


class _Assembler:
    def __init__(self, blocks: Sequence[Block], *, detail: bool) -> None:
        self._blocks = blocks
        self._detail = detail
        # then a body is a piece of the page's text
        self._plain = not detail and not any(block.depth < 0 for block in blocks)
        texts = [block.text for block in blocks]
        self._offsets = [0, *accumulate(len(text) + 1 for text in texts)]
        self.threads = Threads("\n".join(texts))
        self.threads.sections.append(Section(0, None, 0, None, Span(0, 0)))
        self._start: tuple[int, int] | None = None
        self._ended_in = Block("")  # in which the last comment ended
        self._stack: list[tuple[int, int]] = []
        self._open_sections: list[Section] = []

    @property
    def open(self) -> bool:
        """True when words wait for their signature."""
        return self._start is not None

    def begin(self, number: int, offset: int) -> None:
        """Let the next comment or prose begin here, unless one has begun."""
        if self._start is None:
            self._start = (number, offset)

    def heading(self, number: int) -> None:
        """Close what is open and begin a section."""
        self._close(number)
        block = self._blocks[number]
        sections = self.threads.sections
        while self._open_sections and self._open_sections[-1].level >= block.level:
            self._open_sections.pop()
        parent = self._open_sections[-1].index if self._open_sections else None
        begin = self._offsets[number]
        sections.append(
            Section(
                index=len(sections),
                heading=block.text,
                level=block.level,
                parent=parent,
                span=Span(begin, begin + len(block.text)),
                source=block.source,
            )
        )
        self._open_sections.append(sections[-1])
        self._stack.clear()

    def block(self, number: int, find: SignatureFinder) -> None:
        """Take a block's words; each signed line in it ends a comment."""
        block = self._blocks[number]
        text, seams = block.text, block.seams
        place = 0
        waiting: list[FoundSignature] = []
        line_end = -1
        for signature in find(block):
            if signature.stamp.impossible:
                continue
            if waiting and seams and signature.author != waiting[-1].author:
                line_end = min(line_end, _seam(text, seams, waiting[-1].end))
            if waiting and signature.start >= line_end:
                self._end_comment(number, line_end, waiting)
                place = _skip_space(text, line_end)
                waiting = []
            if not waiting:
                self.begin(number, min(_skip_space(text, place), signature.start))
            waiting.append(signature)
            line_end = text.find("\n", signature.end)
            line_end = len(text) if line_end < 0 else line_end
        if waiting:
            if seams:
                line_end = min(line_end, _seam(text, seams, waiting[-1].end))
            self._end_comment(number, line_end, waiting)
            place = _skip_space(text, line_end)
        if place < len(text) and self._start is None:
            self._start = number, place

    def leave_box(self, number: int) -> None:
        """End words that a box leaves behind its comments: "The above is preserved as …"."""
        if self._start is None:
            return
        boxes = self._blocks[self._start[0]].boxes
        if boxes and not self._blocks[number].inside(boxes) and self._ended_in.inside(boxes):
            self._close(number)

    def finish(self) -> None:
        """Close what is open at the page's end."""
        self._close(len(self._blocks))

    def _close(self, number: int) -> None:
        if self._start is not None:
            self.end_prose(number - 1, len(self._blocks[number - 1].text))

    def end_prose(self, number: int, offset: int) -> None:
        """End what is open here, as nobody's words."""
        assert self._start is not None  # noqa: S101  the callers opened it
        begin, self._start = self._start, None
        self.threads.prose.append(
            Prose(
                section=len(self.threads.sections) - 1,
                body=self._body(begin, (number, offset), base=0),
                span=self._span(begin, (number, offset)),
                source=self._source(begin[0], number),
            )
        )

    def _end_comment(self, number: int, line_end: int, found: list[FoundSignature]) -> None:
        assert self._start is not None  # noqa: S101  the callers opened it
        last = self._blocks[number]
        depths = last.depth, last.depth
        if self._start[0] != number:
            depths = self._own_words(number)
        begin, self._start = self._start, None
        offset, first, final = self._offsets[number], found[0], found[-1]
        # what answers unsigned words answers nobody we know: it stands where those words stand
        level = min(depths) + 1
        warnings = [*first.warnings]
        if first is not final:
            warnings = [warning for signature in found for warning in signature.warnings]
        if depths[0] != depths[1] and level >= 1:
            warnings.append(PageWarning(WarningKind.UNEQUAL_INDENTATION))
        if first.author is None:
            warnings.append(PageWarning(WarningKind.NAME_NOT_KEPT))
        if first is not final:
            warnings.append(PageWarning(WarningKind.SEVERAL_SIGNATURES))
        known = level >= 1
        parent = self._parent(max(1, level), warnings) if known else None
        comment = Comment(
            len(self.threads.comments),
            len(self.threads.sections) - 1,
            parent,
            max(1, level),
            Evidence.MARKUP if known else Evidence.UNKNOWN,
            tuple([_signature(offset, signature) for signature in found]),
            self._body(begin, (number, final.start), base=max(0, level - 1), cut=True),
            self._span(begin, (number, line_end)),
            trailing=last.text[final.end : line_end].strip() if final.end < line_end else "",
            source=last.source if begin[0] == number else self._source(begin[0], number),
            box=last.box,
            warnings=tuple(warnings),
        )
        self.threads.comments.append(comment)
        self._ended_in = last

    def _own_words(self, number: int) -> tuple[int, int]:
        """Let the comment that ends in a block begin with its author's own words.

        Return the depths of the blocks in which it seemed to begin, and ends.
        """
        self._leave_title(number)
        assert self._start is not None  # noqa: S101  the caller opened it
        depths = self._blocks[self._start[0]].depth, self._blocks[number].depth
        signed = self._signed_from(self._start, number)
        if signed > self._start[0]:
            self.end_prose(signed - 1, len(self._blocks[signed - 1].text))
            self._start = (signed, 0)
        return depths

    def _leave_title(self, number: int) -> None:
        """Let the title of a box be nobody's words when the comment below it ends in the box.

        A box that a comment goes on behind is that comment's own, with its title.
        """
        assert self._start is not None  # noqa: S101  the callers opened it
        first = self._start[0]
        title, last = self._blocks[first], self._blocks[number]
        if title.box_title and first < number and last.inside(title.boxes):
            self.end_prose(first, len(title.text))
            self._start = (first + 1, 0)

    def _signed_from(self, begin: tuple[int, int], number: int) -> int:
        """Return the block with which the words of a signature's own author begin.

        Paragraphs that are answered by a deeper ``:`` line, and not signed, are somebody else's:
        the answer's author would not indent the end of their own words only. Bullets, tables and
        code do stand inside a post, at another depth.
        """
        last = self._blocks[number]
        first = number
        if first == begin[0]:
            return first
        while first > begin[0] and self._blocks[first - 1].depth >= last.depth:
            first -= 1
        before = self._blocks[begin[0] : first]
        if not before or last.depth < 1 or not last.lists.endswith(":"):
            return begin[0]
        words = sum(len(block.text) for block in before) - begin[1]
        if words < _REMARK or any(block.kind not in _WORDS or block.quotes for block in before):
            return begin[0]
        return first

    def _parent(self, level: int, warnings: list[PageWarning]) -> int | None:
        while self._stack and self._stack[-1][0] >= level:
            self._stack.pop()
        above = self._stack[-1] if self._stack else (0, -1)
        if level > above[0] + 1:
            warnings.append(PageWarning(WarningKind.LEVEL_SKIPPED))
        self._stack.append((level, len(self.threads.comments)))
        return above[1] if above[1] >= 0 else None

    def _span(self, begin: tuple[int, int], end: tuple[int, int]) -> Span:
        return new_span((self._offsets[begin[0]] + begin[1], self._offsets[end[0]] + end[1]))

    def _source(self, first: int, last: int) -> Span | None:
        if first == last:
            return self._blocks[first].source
        sources = [b.source for b in self._blocks[first : last + 1] if b.source is not None]
        if not sources:
            return None
        return Span(min(s.start for s in sources), max(s.end for s in sources))

    def _body(
        self, begin: tuple[int, int], end: tuple[int, int], base: int, *, cut: bool = False
    ) -> Body:
        if self._plain:
            start, stop = self._offsets[begin[0]] + begin[1], self._offsets[end[0]] + end[1]
            text = self.threads.text[start:stop]
            return Body(text.rstrip(_TAIL) if cut else text.rstrip())
        if not self._detail:
            return self._bare_body(begin, end, cut=cut)
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
                for m in block.marks
                if m.start < stop and m.end > start
            ]
        return _trimmed("\n".join(pieces), spans, marks, cut=cut)

    def _bare_body(self, begin: tuple[int, int], end: tuple[int, int], *, cut: bool) -> Body:
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


def _signature(offset: int, found: FoundSignature) -> Signature:
    """Return a signature of the block that begins at an offset of the page's text."""
    return Signature(
        author=found.author,
        timestamp=found.stamp.instant,
        raw=found.stamp.raw,
        span=new_span((offset + found.start, offset + found.end)),
        display_name=found.display_name,
    )


def _seam(text: str, seams: Sequence[int], signed: int) -> int:
    """Return where the source ends the line of a signature; the text's end where it goes on.

    DiscussionTools sees one line there, and gives one person's words to the other.
    """
    place = bisect_left(seams, signed)
    fits = place < len(seams) and not text[signed : seams[place]].strip()
    return seams[place] if fits else len(text)


def _skip_space(text: str, place: int) -> int:
    if not place:
        return 0  # a text copy's indentation is its own
    while place < len(text) and text[place].isspace():
        place += 1
    return place


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
