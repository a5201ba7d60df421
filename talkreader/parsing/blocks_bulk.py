"""Blocks of wikitext when only their text and their user links matter: most lines at a glance."""

from __future__ import annotations

from talkreader.domain.body import BlockKind
from talkreader.parsing.blocks import Block, holds_odd_spaces, new_span
from talkreader.parsing.blocks_wikitext import KINDS, WikitextBlocks
from talkreader.parsing.wikitext_bulk import BulkInline
from talkreader.parsing.wikitext_inline import Inline
from talkreader.parsing.wikitext_mask import mask
from talkreader.parsing.wikitext_state import InlineState

_NOT_QUICK = frozenset("=|!{ ;-\ue000")  # what begins a line that is more than words


class BulkBlocks(WikitextBlocks):
    """Reads a page's lines as `WikitextBlocks` does, without marks but links of users.

    A line that is one block of words, or of words and a signature, is taken as it is; `_line` reads
    all others.
    """

    def new_inline(self, state: InlineState) -> Inline:
        """Return what reads the inside of lines."""
        self._bulk = BulkInline(state)
        return self._bulk

    def read(self, text: str) -> list[Block]:
        """Return the blocks of a page."""
        masked = mask(text)
        self._bulk.masked = masked != text
        self._bulk.spaced = holds_odd_spaces(masked)
        self._bulk.converted = "__" in masked or "-{" in masked
        return self._read_lines(masked.split("\n"))

    def _line(self, line: str, start: int, end: int) -> None:
        if not self._quick(line, start, end):
            super()._line(line, start, end)

    def _quick(self, line: str, start: int, end: int) -> bool:
        """Take a line that is one block; False, and nothing done, when that does not show."""
        first = line[0]
        if first in _NOT_QUICK or not self._bulk.is_plain(line):
            return False
        if first in ":*#":
            text = line.lstrip(":*#;")
            prefix = line[: len(line) - len(text)]
            if ";" in prefix or text[:1] == "{":
                return False
            kind = KINDS[prefix[-1]]
        elif self._kind is BlockKind.PARAGRAPH and self._parts_here():
            text, prefix, kind = line, "", BlockKind.PARAGRAPH
        else:
            return False
        block = self._bulk.at_once(text)
        if block is None:
            return False
        self._kind = BlockKind.PARAGRAPH
        if not block.text:
            return True
        block.kind = kind
        block.gap = self._gap
        block.source = new_span((start, end))
        prefix = self._prefix + prefix
        if prefix:
            block.depth = len(prefix) - prefix.count(";")
            block.lists = prefix
        if self._boxes.path or self._table or self._quote or self._title:
            self._set_in_box(block)
            self._take(block)
        else:
            self._gap = False
            self.blocks.append(block)
        return True


def bulk_blocks(text: str, variant: str = "zh-hans") -> list[Block]:
    """Return the blocks of a page's wikitext, without marks but the links of users."""
    return BulkBlocks(variant).read(text)
