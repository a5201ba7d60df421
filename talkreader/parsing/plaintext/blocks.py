"""A text copy of a page to blocks: one a line, with its depth where the copy kept indentation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from talkreader.domain.body import BlockKind, Span
from talkreader.parsing.blocks.blocks import Block
from talkreader.parsing.dates.timestamps import TimestampFinder
from talkreader.parsing.plaintext.headings import find_layout
from talkreader.parsing.plaintext.lines import Line, depths, read_lines

_OUTDENT = re.compile(r"(?<=[\])）])\s*(?=[┌┏]─+[┘┛])")
_TRACKED = re.compile(r"Tracked in Phabricator|Task T\d+|T\d{4,7}(?: \w+)?$")
_LONGEST_REPLY = 20
_REPLY = frozenset(("Reply", "reply", "回复", "回覆", "回應", "[reply]", "[回复]", "[回覆]"))


def plaintext_blocks(text: str, title: str, stamps: TimestampFinder) -> list[Block]:
    """Return the blocks of a text copy; a depth of -1 says that the copy lost it."""
    lines = read_lines(text, stamps)
    layout = find_layout(lines)
    depth = depths(lines)
    furniture = layout.furniture | _reply_lines(lines) | _top(lines, title)
    blocks: list[Block] = []
    gap, fresh = False, True
    for line in lines:
        if line.blank:
            gap = True
            continue
        source = Span(line.start, line.end)
        if line.number in layout.headings:
            words, level = layout.headings[line.number]
            heading = Block(words, BlockKind.HEADING, source=source)
            heading.level, heading.gap = level, True
            blocks.append(heading)
            gap, fresh = False, True
            continue
        apart = line.number in furniture or (fresh and _TRACKED.match(line.text) is not None)
        block = _block(line, depth.get(line.number, -1))
        block.gap, block.source, block.separator = gap and bool(blocks), source, apart
        blocks += _parts(block)
        gap = False
        if not apart:
            fresh = line.signed
    return blocks


def _block(line: Line, depth: int) -> Block:
    """Return a line as a block; where the copy's levels are not known it stays as it stands."""
    if depth >= 0:
        kind = line.kind if depth else BlockKind.PARAGRAPH
        return Block(line.text, kind, depth=depth)
    lists = {BlockKind.BULLET: "*", BlockKind.NUMBER: "#"}.get(line.kind, "")
    return Block(line.row, depth=-1, lists=lists)


def _parts(block: Block) -> list[Block]:
    """Return a block, parted where an outdent's bracket begins another person's words."""
    place = _OUTDENT.search(block.text)
    if place is None or block.source is None:
        return [block]
    rest = Block(block.text[place.end() :], depth=block.depth, source=block.source)
    block.text = block.text[: place.start()]
    return [block, rest]


def _reply_lines(lines: Sequence[Line]) -> set[int]:
    """Return the numbers of the lines that hold nothing but the reply link of the one above.

    Which word that is the page tells: the commonest below its signatures.
    """
    below: Counter[str] = Counter()
    places: dict[str, set[int]] = {}
    signed = 0
    for line, after in pairwise(lines):
        if not line.signed or after.blank or after.signed:
            signed += line.signed
            continue
        signed += 1
        if len(after.text) <= _LONGEST_REPLY:
            below[after.text] += 1
            places.setdefault(after.text, set()).add(after.number)
    if not below:
        return set()
    word, count = below.most_common(1)[0]
    return places[word] if word in _REPLY or (count > 2 and count > signed / 3) else set()


def _top(lines: Sequence[Line], title: str) -> set[int]:
    """Return the numbers of the lines down to the page's title: menus, search, log in."""
    if not title:
        return set()
    wanted = title.replace("_", " ").casefold()
    for line in lines:
        if line.signed:
            break
        if line.text.casefold() == wanted:
            return set(range(line.number + 1))
    return set()
