"""Blocks: what plain text, wikitext and HTML all become before anybody asks who said what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from talkreader.domain.body import BlockKind, Mark, MarkKind, Span

TAG_MARKS = {
    "b": MarkKind.BOLD, "strong": MarkKind.BOLD, "i": MarkKind.ITALIC, "em": MarkKind.ITALIC,
    "u": MarkKind.UNDERLINE, "ins": MarkKind.UNDERLINE, "s": MarkKind.STRUCK,
    "del": MarkKind.STRUCK,
    "strike": MarkKind.STRUCK, "small": MarkKind.SMALL, "code": MarkKind.CODE, "tt": MarkKind.CODE,
    "kbd": MarkKind.CODE, "samp": MarkKind.CODE,
}  # fmt: skip
"""What inline elements mean, in HTML and in wikitext."""

QUOTE_TAGS = frozenset({"blockquote", "q", "cite"})
"""Elements whose words are somebody else's (DiscussionTools, section 1)."""

LINKS = frozenset({MarkKind.LINK, MarkKind.EXTERNAL})
"""Marks that lead to a page here, or elsewhere."""


new_mark: Callable[[tuple[int, int, MarkKind, str]], Mark] = partial(tuple.__new__, Mark)
"""Makes a mark at once, where a page has thousands of them."""

new_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""The same for a range whose ends are known to be right."""


Signer = tuple[int, str | None, str | None, bool] | None
"""Who signs with a piece: where that begins, who it is, how shown, whether it names a time zone."""


class Piece:
    """What a piece of source shows, wherever it stands: all ranges count from its beginning.

    ``usual`` are the two namespaces and the name of a signature as MediaWiki makes it. ``signers``
    is for whoever looks for signatures, to remember there who signs so far before the date, in the
    words of a ``site``.
    """

    __slots__ = ("inlines", "marks", "quotes", "signers", "site", "text", "unsigned", "usual")

    def __init__(
        self,
        text: str,
        marks: tuple[Mark, ...],
        inlines: tuple[Span, ...] = (),
        quotes: tuple[Span, ...] = (),
        unsigned: tuple[Span, ...] = (),
    ) -> None:
        self.text = text
        self.marks = marks
        self.inlines = inlines
        self.quotes = quotes
        self.unsigned = unsigned
        self.usual: tuple[str, str, str] | None = None
        self.signers: dict[int, Signer] = {}
        self.site: object = None


class Block:
    """One paragraph, list item, heading, quote or table cell of a page, as standoff text.

    ``text`` holds a line break where the page forces one. ``depth``: how many list items it lies
    in (``:``, ``*``, ``#`` count alike); -1 where the form does not tell. ``level`` is a heading's,
    1 to 6. ``lists`` are the list marks from the outside in (``":*"``). ``quotes`` are ranges in
    which a signature is somebody else's words; ``inlines`` are the ranges of inline elements (a
    signature is taken with the element that wraps it). ``separator``: it parts comments and
    belongs to none. ``gap``: the form leaves a blank line before it. ``source`` is its range in
    the page's source. ``box`` is the title of the closed box it stands in, ``boxes`` the numbers
    of the boxes around it, outermost first; ``box_title``: it is that title itself. ``row`` and
    ``column`` number the cells of a table. ``seams`` are where the source begins a new line though
    the page shows none. ``unsigned`` are ranges in which somebody else says who did not sign.
    ``piece`` is one that was met before, and where it begins, behind all marks and ranges of its
    own: the block has those of the piece too, once it is unfolded.
    """

    # Of the class until a block has its own: most have few, and a dump has millions of blocks.
    level: int = 0
    marks: Sequence[Mark] = ()
    quotes: Sequence[Span] = ()
    inlines: Sequence[Span] = ()
    separator: bool = False
    gap: bool = False
    box: str = ""
    boxes: tuple[int, ...] = ()
    box_title: bool = False
    row: int = 0
    column: int = 0
    seams: Sequence[int] = ()
    unsigned: Sequence[Span] = ()
    piece: tuple[int, Piece] | None = None

    def __init__(
        self,
        text: str,
        kind: BlockKind = BlockKind.PARAGRAPH,
        depth: int = 0,
        lists: str = "",
        source: tuple[int, int] | None = None,
    ) -> None:
        self.text = text
        self.kind = kind
        self.depth = depth
        self.lists = lists
        self.source = source

    def unfold(self) -> None:
        """Take over the marks and ranges of the piece."""
        if self.piece is None:
            return
        base, piece = self.piece
        self.piece = None
        self.marks = [*self.marks, *marks_at(piece.marks, base)]
        self.inlines = [*self.inlines, *spans_at(piece.inlines, base)]
        self.quotes = [*self.quotes, *spans_at(piece.quotes, base)]
        self.unsigned = [*self.unsigned, *spans_at(piece.unsigned, base)]

    @property
    def is_heading(self) -> bool:
        """True for a heading, which begins a section."""
        return self.kind is BlockKind.HEADING

    def inside(self, boxes: tuple[int, ...]) -> bool:
        """Say whether the block stands in these boxes, or in more of them."""
        return self.boxes[: len(boxes)] == boxes

    def quoted(self, start: int, end: int) -> bool:
        """Say whether a range lies in a quotation."""
        return any(span.start <= start and end <= span.end for span in self.quotes)


def marks_at(marks: Sequence[Mark], base: int) -> list[Mark]:
    """Return marks moved to the right by so many characters."""
    return [new_mark((base + start, base + end, kind, to)) for start, end, kind, to in marks]


def spans_at(spans: Sequence[Span], base: int) -> list[Span]:
    """Return ranges moved to the right by so many characters."""
    return [new_span((base + start, base + end)) for start, end in spans]


def by_place(mark: Mark) -> tuple[int, int]:
    """Return what orders marks: where they begin, the outer before the inner."""
    return mark.start, -mark.end


class TextBuilder:
    """Collects inline text with its marks; white space folds as a browser shows it."""

    __slots__ = ("_parts", "inlines", "length", "marks", "quotes", "seams", "unsigned")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []
        self.quotes: list[Span] = []
        self.inlines: list[Span] = []
        self.seams: list[int] = []
        self.unsigned: list[Span] = []

    @property
    def text(self) -> str:
        """What was collected so far."""
        return "".join(self._parts)

    def ends_in_space(self) -> bool:
        """True when a further space would be swallowed."""
        return not self._parts or self._parts[-1][-1] in " \n"

    def add(self, text: str) -> None:
        """Append text; runs of white space become one space."""
        if not text:
            return
        if "  " in text or not text.isprintable():
            text = fold_space(text)
        if text[0] == " " and self.ends_in_space():
            text = text[1:]
        if text:
            self._parts.append(text)
            self.length += len(text)

    def seam(self) -> None:
        """Begin a new line of the source, which the page shows as a space."""
        if self.length:
            self.seams.append(self.length)
            self.add(" ")

    def add_raw(self, text: str) -> None:
        """Append text as it is (preformatted text)."""
        if text:
            self._parts.append(text)
            self.length += len(text)

    def line_break(self) -> None:
        """Append a forced line break."""
        if self._parts and self._parts[-1].endswith(" "):
            trimmed = self._parts.pop()[:-1]
            self.length -= 1
            if trimmed:
                self._parts.append(trimmed)
        self._parts.append("\n")
        self.length += 1

    def add_piece(self, piece: Piece) -> None:
        """Append what a piece shows, with its marks."""
        base = self.length
        self.add_raw(piece.text)
        self.marks += marks_at(piece.marks, base)
        self.inlines += spans_at(piece.inlines, base)
        self.quotes += spans_at(piece.quotes, base)
        self.unsigned += spans_at(piece.unsigned, base)

    def mark(self, start: int, kind: MarkKind, target: str = "") -> None:
        """Mark what was added since ``start``; nothing when that is empty."""
        if start < self.length or kind in (MarkKind.IMAGE, MarkKind.TEMPLATE):
            self.marks.append(Mark(min(start, self.length), self.length, kind, target))

    def _reaches(self, size: int) -> bool:
        """Say whether anything noted lies beyond a size."""
        if size == self.length:
            return False
        last = max((mark.end for mark in self.marks), default=0)
        for spans in (self.quotes, self.inlines, self.unsigned):
            for span in spans:
                last = max(last, span.end)
        return max(last, *self.seams, 0) > size

    def finish(self, block: Block) -> Block | None:
        """Return the block with the collected text, trimmed; None when there is none."""
        whole = self.text
        text = whole.strip(" \n\t")
        if not text:
            return None
        lead = 0 if whole[0] == text[0] else len(whole) - len(whole.lstrip(" \n\t"))
        if not lead and not self._reaches(len(text)):
            block.text = text
            block.marks = sorted(self.marks, key=by_place)
            block.quotes = self.quotes
            block.inlines = self.inlines
            block.seams = self.seams
            block.unsigned = self.unsigned
            return block
        size = len(text)

        def clip(place: int) -> int:
            return max(0, min(size, place - lead))

        block.text = text
        block.marks = sorted(
            (Mark(clip(m.start), clip(m.end), m.kind, m.target) for m in self.marks),
            key=by_place,
        )
        block.quotes = [Span(clip(s.start), clip(s.end)) for s in self.quotes]
        block.inlines = [Span(clip(s.start), clip(s.end)) for s in self.inlines]
        block.seams = [clip(place) for place in self.seams]
        block.unsigned = [Span(clip(s.start), clip(s.end)) for s in self.unsigned]
        return block


class LinkBuilder(TextBuilder):
    """A builder that keeps links, and no other marks."""

    __slots__ = ()

    def mark(self, start: int, kind: MarkKind, target: str = "") -> None:
        """Mark a link as `TextBuilder` does."""
        if kind in LINKS and start < self.length:
            self.marks.append(Mark(start, self.length, kind, target))


_OFTEN = 50  # characters from one sign to the next, where it is not rare
_ODD_SPACES = "\t\n\r\f\v"


def holds_odd_spaces(text: str) -> bool:
    """Say whether a text holds white space that is neither a space nor a line break."""
    return "\t" in text or "\r" in text or "\f" in text or "\v" in text


def holds_pair(text: str, pair: str, rarer: int) -> bool:
    """Say whether a text holds two signs side by side, of which the rarer is number 0 or 1.

    One sign is found in no time, and two in twenty times that.
    """
    sign, place = pair[rarer], -1
    for _ in range(1 + len(text) // _OFTEN):
        place = text.find(sign, place + 1)
        if place < 0:
            return False
        if text.startswith(pair, place - rarer):
            return True
    return text.find(pair, place) >= 0


def fold_space(text: str) -> str:
    """Return text with each run of ASCII white space as one space (a no-break space stays)."""
    for char in _ODD_SPACES:
        if char in text:
            text = text.replace(char, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text
