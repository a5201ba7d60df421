"""What runs through a page of wikitext while its lines are read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from talkreader.domain.body import MarkKind
from talkreader.parsing.blocks.blocks import TextBuilder
from talkreader.parsing.wikitext.templates import Show


@dataclass(slots=True)
class Open:
    """A tag that stands open: what it marks, from where in which builder."""

    tag: str
    start: int
    kind: MarkKind | None
    builder: TextBuilder
    unsigned: bool = False


@dataclass(slots=True)
class InlineState:
    """What runs through a page: counters, and what to do at a block tag.

    ``block_tag(name, closing, attributes)`` is told of a tag that parts paragraphs, ``box`` of a
    template that begins or ends a box, with its title if it has one ("": the words that come until
    ``box_title``), ``separator`` of one that parts comments. ``variant`` is the script a converter
    choice is shown in ("zh-hans").
    """

    block_tag: Callable[[str, bool, str], None]
    box: Callable[[Show, str], None]
    box_title: Callable[[], None]
    separator: Callable[[], None]
    variant: str = "zh-hans"
    references: int = 0
    addresses: int = 0
    stack: list[Open] = field(default_factory=list)
