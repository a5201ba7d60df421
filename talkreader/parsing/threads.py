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

from talkreader.domain.body import BlockKind, Span
from talkreader.domain.thread import (
    Comment,
    Evidence,
    PageWarning,
    Prose,
    Section,
    Signature,
    WarningKind,
)
from talkreader.parsing.blocks.blocks import Block, new_span
from talkreader.parsing.bodies import Bodies
from talkreader.parsing.signing.signatures import Ending, FoundSignature, SignatureFinder

_REMARK = 30  # fewer characters are "(edit conflict)" and the like, and belong to what follows
_UNEQUAL = PageWarning(WarningKind.UNEQUAL_INDENTATION)
_SKIPPED = PageWarning(WarningKind.LEVEL_SKIPPED)
_NAMELESS = PageWarning(WarningKind.NAME_NOT_KEPT)
_SEVERAL = PageWarning(WarningKind.SEVERAL_SIGNATURES)
_HEADING, _MARKUP = BlockKind.HEADING, Evidence.MARKUP
_WORDS = frozenset({BlockKind.PARAGRAPH, BlockKind.INDENT, BlockKind.BULLET, BlockKind.NUMBER})


@dataclass(slots=True)
class Threads:
    """What the blocks of a page say, in page order; ``text`` is what all spans are spans of."""

    text: str
    sections: list[Section] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)


def assemble(blocks: Sequence[Block], finder: SignatureFinder, *, detail: bool = True) -> Threads:
    """Return the sections, comments and prose of a page's blocks.

    Without ``detail`` their bodies are text alone.
    """
    assembler = _Assembler(blocks, detail=detail)
    boxed = any(block.boxes for block in blocks)
    for number, block in enumerate(blocks):
        if block.kind is _HEADING:
            assembler.heading(number)
            continue
        if boxed:
            assembler.leave_box(number)
        if block.separator and not assembler.open:
            assembler.begin(number, 0)
            assembler.end_prose(number, len(block.text))
            continue
        ending = finder.ending(block) if block.piece is not None else None
        if ending is not None:
            assembler.signed(number, ending)
        else:
            assembler.block(number, finder.signatures(block))
    assembler.finish()
    return assembler.threads


class _Assembler:
    def __init__(self, blocks: Sequence[Block], *, detail: bool) -> None:
        self._blocks = blocks
        texts = [block.text for block in blocks]
        self._offsets = [0, *accumulate([len(text) + 1 for text in texts])]
        self.threads = Threads("\n".join(texts))
        self._bodies = Bodies(blocks, self.threads.text, self._offsets, detail=detail)
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
                source=_as_span(block.source),
            )
        )
        self._open_sections.append(sections[-1])
        self._stack.clear()

    def block(self, number: int, found: Sequence[FoundSignature]) -> None:
        """Take a block's words; each signed line in it ends a comment."""
        if not found:
            if self._start is None and self._blocks[number].text:
                self._start = number, 0
        elif len(found) == 1 and not found[0].stamp.impossible:
            if self._start is None:
                self._start = number, 0
            self._end_line(number, found)
        else:
            self._lines(number, found)

    def _lines(self, number: int, found: Sequence[FoundSignature]) -> None:
        """Take the words of a block with several signatures."""
        block = self._blocks[number]
        text, seams = block.text, block.seams
        place = 0
        waiting: list[FoundSignature] = []
        line_end = -1
        for signature in found:
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
            self._end_line(number, waiting)
        elif self._start is None and place < len(text):
            self._start = number, place

    def _end_line(self, number: int, found: Sequence[FoundSignature]) -> None:
        """End the comment that ends with the last signatures of a block, and begin what follows."""
        block = self._blocks[number]
        text, signed = block.text, found[-1].end
        size = line_end = len(text)
        if signed < size:
            line_end = text.find("\n", signed)
            line_end = size if line_end < 0 else line_end
            if block.seams:
                line_end = min(line_end, _seam(text, block.seams, signed))
        self._end_comment(number, line_end, found)
        if line_end < size:
            place = _skip_space(text, line_end)
            if place < size:
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
        self._add_prose(begin, number, offset)

    def _add_prose(self, begin: tuple[int, int], number: int, offset: int) -> None:
        self.threads.prose.append(
            Prose(
                section=len(self.threads.sections) - 1,
                body=self._bodies.body(begin, (number, offset), base=0),
                span=self._span(begin, (number, offset)),
                source=_as_span(self._source(begin[0], number)),
            )
        )

    def signed(self, number: int, ending: Ending) -> None:
        """Take a block's words, which a signature ends."""
        if self._start is None:
            self._start = number, 0
        offset, size = self._offsets[number], len(self._blocks[number].text)
        start = ending.start
        span = new_span((offset + start, offset + size))
        signature = Signature(ending.author, ending.instant, ending.raw, span, ending.display_name)
        self._add_comment(number, start, size, (signature,), ())

    def _end_comment(self, number: int, line_end: int, found: Sequence[FoundSignature]) -> None:
        """End what is open in the line of these signatures."""
        offset = self._offsets[number]
        signatures = tuple([_signature(offset, signature) for signature in found])
        self._add_comment(number, found[-1].start, line_end, signatures, found)

    def _add_comment(
        self,
        number: int,
        signed: int,
        line_end: int,
        signatures: tuple[Signature, ...],
        found: Sequence[FoundSignature],
    ) -> None:
        """Add the comment whose last signature begins here, and its line ends; ``found`` warns."""
        last, begin = self._blocks[number], self._start
        assert begin is not None  # noqa: S101  the callers opened it
        comments, offset = self.threads.comments, self._offsets[number]
        # what answers unsigned words answers nobody we know: it stands where those words stand
        level, source = last.depth + 1, last.source
        warnings: tuple[PageWarning, ...] = ()
        if begin[0] == number:
            first = offset + begin[1]
            if found:
                warnings = _warnings(found, unequal=False)
        else:
            depths, begin = self._own_words(begin, number)
            level = min(depths) + 1
            warnings = _warnings(found, unequal=depths[0] != depths[1] and level >= 1)
            first = self._offsets[begin[0]] + begin[1]
            if begin[0] != number:
                source = self._source(begin[0], number)
        self._start = None
        parent, stack = None, self._stack
        if level >= 1:
            while stack and stack[-1][0] >= level:
                stack.pop()
            above = 0
            if stack:
                above, parent = stack[-1]
            if level > above + 1:
                warnings = (*warnings, _SKIPPED)
            stack.append((level, len(comments)))
        place = number, signed
        text, end = last.text, found[-1].end if found else line_end
        comment = Comment(
            len(comments),
            len(self.threads.sections) - 1,
            parent,
            max(1, level),
            _MARKUP if level >= 1 else Evidence.UNKNOWN,
            signatures,
            self._bodies.body(begin, place, level - 1 if level > 1 else 0, cut=True),
            new_span((first, offset + line_end)),
            text[end:line_end].strip() if end < line_end else "",
            1.0,
            _as_span(source),
            last.box,
            warnings,
        )
        comments.append(comment)
        self._ended_in = last

    def _own_words(
        self, begin: tuple[int, int], number: int
    ) -> tuple[tuple[int, int], tuple[int, int]]:
        """Let the comment that ends in a block begin with its author's own words.

        Return the depths of the blocks in which it seemed to begin, and ends, and its beginning.
        """
        begin = self._leave_title(begin, number)
        depths = self._blocks[begin[0]].depth, self._blocks[number].depth
        signed = self._signed_from(begin, number)
        if signed > begin[0]:
            self._add_prose(begin, signed - 1, len(self._blocks[signed - 1].text))
            begin = signed, 0
        return depths, begin

    def _leave_title(self, begin: tuple[int, int], number: int) -> tuple[int, int]:
        """Let the title of a box be nobody's words when the comment below it ends in the box.

        A box that a comment goes on behind is that comment's own, with its title. Returns where the
        comment begins.
        """
        first = begin[0]
        title, last = self._blocks[first], self._blocks[number]
        if title.box_title and first < number and last.inside(title.boxes):
            self._add_prose(begin, first, len(title.text))
            return first + 1, 0
        return begin

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

    def _span(self, begin: tuple[int, int], end: tuple[int, int]) -> Span:
        return new_span((self._offsets[begin[0]] + begin[1], self._offsets[end[0]] + end[1]))

    def _source(self, first: int, last: int) -> tuple[int, int] | None:
        found = [
            block.source for block in self._blocks[first : last + 1] if block.source is not None
        ]
        if len(found) < 2:
            return found[0] if found else None
        return min(found)[0], max([end for _, end in found])


def _as_span(source: tuple[int, int] | None) -> Span | None:
    return None if source is None else new_span(source)


def _warnings(found: Sequence[FoundSignature], *, unequal: bool) -> tuple[PageWarning, ...]:
    """Return what a reader should know of a comment with these signatures."""
    if not found:  # of nothing but their place
        return (_UNEQUAL,) if unequal else ()
    warnings = found[0].warnings
    for signature in found[1:]:
        warnings = (*warnings, *signature.warnings)
    if unequal:
        warnings = (*warnings, _UNEQUAL)
    if found[0].author is None:
        warnings = (*warnings, _NAMELESS)
    return (*warnings, _SEVERAL) if len(found) > 1 else warnings


def _signature(offset: int, found: FoundSignature) -> Signature:
    """Return a signature of the block that begins at an offset of the page's text."""
    stamp = found.stamp
    span = new_span((offset + found.start, offset + found.end))
    return Signature(found.author, stamp.instant, stamp.raw, span, found.display_name)


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
