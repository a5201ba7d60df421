"""A text copy of a page to blocks: one a line, headings found by the edit links left behind."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from talkreader.domain.body import BlockKind, Span
from talkreader.parsing.blocks import Block
from talkreader.parsing.languages import languages
from talkreader.parsing.timestamps import TimestampFinder

_LONGEST_HEADING = 400
_BRACKETED = re.compile(r"\s*\[[^\[\]]{2,60}\]$")
_CONTENTS = re.compile(r"^\s*(\d+(?:\.\d+)*)[\t ]+(\S.*)$")


@lru_cache(maxsize=1)
def _edit_words() -> frozenset[str]:
    """Return the edit link's label in every language, and its first letter in capitals."""
    found = set()
    for language in languages().values():
        for word in language.edit:
            found |= {word, word[:1].upper() + word[1:]}
    return frozenset(word for word in found if len(word) > 1)


def plaintext_blocks(text: str, title: str, stamps: TimestampFinder) -> list[Block]:
    """Return the blocks of a text copy; levels are unknown (-1), for the copy lost them."""
    del title
    lines = text.split("\n")
    headings = _headings(lines, stamps)
    blocks: list[Block] = []
    place, gap = 0, False
    for number, line in enumerate(lines):
        end = place + len(line)
        stripped = line.rstrip()
        if stripped.strip():
            source = Span(place, end)
            if number in headings:
                blocks.append(
                    Block(headings[number], BlockKind.HEADING, level=2, gap=True, source=source)
                )
            else:
                blocks.append(Block(stripped, depth=-1, gap=gap and bool(blocks), source=source))
            gap = False
        else:
            gap = True
        place = end + 1
    return blocks


def _headings(lines: list[str], stamps: TimestampFinder) -> dict[int, str]:
    """Return the headings by the number of their line, without the edit link's label.

    A label counts when several lines end in it; a lone one may be the heading's own word.
    """
    alone = [
        number
        for number, line in enumerate(lines)
        if line.strip()
        and len(line) <= _LONGEST_HEADING
        and (number == 0 or not lines[number - 1].strip() or _BRACKETED.search(line))
    ]
    glued: Counter[str] = Counter()
    ends: dict[int, tuple[str, str]] = {}
    for number in alone:
        found = _ending(lines[number].strip())
        if found is not None and not any(True for _ in stamps.find(lines[number])):
            ends[number] = found
            glued[found[1]] += 1
    if not glued:
        return {}
    label, _ = glued.most_common(1)[0]
    return {number: heading for number, (heading, end) in ends.items() if end == label}


def _ending(line: str) -> tuple[str, str] | None:
    """Return a line as heading and edit label; None when it ends in no edit label."""
    match = _BRACKETED.search(line)
    if match:
        words = re.split(r"\s*\|\s*|\s+", match[0].strip()[1:-1])
        if any(word in _edit_words() for word in words) and match.start():
            return line[: match.start()].rstrip(), match[0].strip()
        return None
    for size in range(2, min(len(line), 30)):
        word = line[-size:]
        if word in _edit_words() and not line[-size - 1].isspace():
            longer = [line[-more:] for more in range(size + 1, min(len(line), 30))]
            better = [item for item in longer if item in _edit_words()]
            label = better[-1] if better else word
            return line[: -len(label)].rstrip(), label
    return None
