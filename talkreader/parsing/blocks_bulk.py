"""Blocks of wikitext when only their text and their user links matter: most lines at a glance."""

from __future__ import annotations

from talkreader.domain.body import BlockKind
from talkreader.parsing.blocks import Block, holds_odd_spaces, new_span
from talkreader.parsing.blocks_wikitext import KINDS, WikitextBlocks
from talkreader.parsing.wikitext_bulk import BulkInline, folded
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
        quick = self._quick_heading if line[0] == "=" else self._quick
        if not quick(line, start, end):
            super()._line(line, start, end)

    def _quick_heading(self, line: str, start: int, end: int) -> bool:
        """Take a heading of words alone; False, and nothing done, for others."""
        inside = line.rstrip(" ")
        title = inside.strip("=")
        level = inside.find(title)
        if not 0 < level < 7 or len(inside) != 2 * level + len(title):
            return False
        title = title.strip()
        if not title or not self._bulk.is_words(title):
            return False
        self._flush()
        if not self._bulk.is_idle():
            return False
        self._boxes.heading(level)
        self._level, self._tags, self._quote = level, [], 0
        self._bulk.verbatim = False
        source = new_span((start, end))
        self.blocks.append(Block(folded(title), BlockKind.HEADING, level=level, source=source))
        return True

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
