"""What a text copy has lost as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from talkreader.parsing.blocks.blocks import Block
from talkreader.parsing.dates.timestamps import TimestampFinder

_LONGEST = 250
_FEWEST = 3


def holds_only_headings(blocks: Sequence[Block], stamps: TimestampFinder) -> bool:
    """Say whether a copy holds a page's headings and menus, but nothing that was said.

    A phone copies sections that are closed as their headings alone.
    """
    if len(blocks) < _FEWEST or any(len(block.text) > _LONGEST for block in blocks):
        return False
    return not any(True for block in blocks for _ in stamps.find(block.text))
