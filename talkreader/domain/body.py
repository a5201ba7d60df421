"""Standoff text: plain text, and spans over it that say what is a list, a quote, a link or bold.

All offsets are code points into the plain text, half open: ``text[start:end]``. Search, notes and
translations speak about these offsets; the spans only say how to draw them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Self

from talkreader.domain.records import dataclass


class _Range(NamedTuple):
    start: int
    end: int


class Span(_Range):
    """A half-open range of code points.

    A tuple, like marks and block spans: a dump has millions of each.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Self:
        """Return the span; ValueError for an end before the start, or a place before the text."""
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        return tuple.__new__(cls, (start, end))

    def __len__(self) -> int:
        return self.end - self.start


class BlockKind(StrEnum):
    """What a run of lines is."""

    PARAGRAPH = "p"
    BULLET = "*"
    NUMBER = "#"
    INDENT = ":"
    TERM = ";"
    QUOTE = "quote"
    CODE = "code"
    CELL = "cell"
    HEADING = "h"
    RULE = "hr"
    BOX = "box"


class MarkKind(StrEnum):
    """What a run of characters is."""

    BOLD = "b"
    ITALIC = "i"
    UNDERLINE = "u"
    STRUCK = "s"
    SMALL = "small"
    CODE = "code"
    LINK = "link"
    EXTERNAL = "ext"
    TEMPLATE = "tpl"
    IMAGE = "img"
    PING = "ping"


class BlockSpan(NamedTuple):
    """One paragraph, list item, quote or table cell of a body.

    ``depth``: list nesting inside the body, 0 for a plain paragraph. ``row`` and ``column`` count
    from 0 and mean something for cells only. Block spans do not overlap; a line break separates
    them.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    depth: int = 0
    row: int = 0
    column: int = 0


class Mark(NamedTuple):
    """A run of characters with a meaning.

    ``target`` is a page title (with ``#section``) for LINK, an address for EXTERNAL (shown and
    copied, never fetched), a template's name for TEMPLATE, a user name for PING, else empty.
    Marks may overlap.
    """

    start: int
    end: int
    kind: MarkKind
    target: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """What somebody wrote: plain text, and what its parts are.

    ``blocks`` empty: one paragraph per line. ``marks`` are ordered by start.
    """

    text: str
    blocks: tuple[BlockSpan, ...] = ()
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        if not self.blocks and not self.marks:
            return  # as in a dump, which has millions of them
        size = len(self.text)
        for span in self.blocks:
            if not 0 <= span.start <= span.end <= size:
                raise ValueError(f"{span} is outside a text of {size} characters")
        for mark in self.marks:
            if not 0 <= mark.start <= mark.end <= size:
                raise ValueError(f"{mark} is outside a text of {size} characters")
