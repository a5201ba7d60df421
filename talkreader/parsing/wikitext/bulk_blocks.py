"""Blocks of wikitext when only their text and their user links matter: most lines at a glance."""

from __future__ import annotations

from talkreader.domain.body import BlockKind
from talkreader.parsing.blocks.blocks import Block, holds_odd_spaces, holds_pair
from talkreader.parsing.language.names import UserLinks
from talkreader.parsing.wikitext.blocks import KINDS, WikitextBlocks
from talkreader.parsing.wikitext.bulk import BulkInline, folded
from talkreader.parsing.wikitext.inline import LONGEST_LABEL, Inline
from talkreader.parsing.wikitext.mask import mask
from talkreader.parsing.wikitext.state import InlineState
from talkreader.parsing.wikitext.templates import Show, first_call, words_alone

_NOT_QUICK = frozenset("|! ;-\ue000")  # what begins a line that is more than words
_PARAGRAPH = BlockKind.PARAGRAPH  # a member of an enumeration takes as long as a small function
_IN_SENTENCES = frozenset({Show.QUOTE, Show.INLINE_QUOTE, Show.PING, Show.NAME})


class BulkBlocks(WikitextBlocks):
    """Reads a page's lines as `WikitextBlocks` does, without marks but links of users.

    A line that is one block of words, or of words and a signature, is taken as it is; `_line` reads
    all others.
    """

    def __init__(self, variant: str, users: UserLinks) -> None:
        self._users = users
        super().__init__(variant)

    def new_inline(self, state: InlineState) -> Inline:
        """Return what reads the inside of lines."""
        self._bulk = BulkInline(state, self._users)
        return self._bulk

    def read(self, text: str) -> list[Block]:
        """Return the blocks of a page."""
        (masked, places), bulk = mask(text), self._bulk
        bulk.masked = False
        bulk.spaced = holds_odd_spaces(masked)
        bulk.converted = holds_pair(masked, "__", 0) or holds_pair(masked, "-{", 1)
        self._odd = bulk.spaced or bulk.converted
        self._places = [*places, len(masked)]
        return self._read_lines(masked.split("\n"))

    def _read_lines(self, lines: list[str]) -> list[Block]:
        place, self._calm = 0, True
        places = iter(self._places)
        masked = next(places)
        for line, self._next in zip(lines, [*lines[1:], ""], strict=True):
            end = place + len(line)
            if not line:
                if self._calm:
                    self._gap = True
                else:
                    self._blank_line()
            elif masked < end:
                self._masked_line(line, place, end)
                while masked < end:
                    masked = next(places)
            elif self._quick(line, place, end):
                if not self._calm:
                    self._calm = self._is_calm()
            else:
                self._line(line, place, end)
                self._calm = self._is_calm()
            place = end + 1
        return self._all_blocks()

    def _masked_line(self, line: str, start: int, end: int) -> None:
        """Take a line with masked characters."""
        self._bulk.masked = True
        self._line(line, start, end)
        self._bulk.masked = False
        self._calm = self._is_calm()

    def _blank_line(self) -> None:
        super()._blank_line()
        self._calm = self._is_calm()

    def _is_calm(self) -> bool:
        """Say whether nothing is open, so that a line of words is a block and no more."""
        return not (
            self._prefix
            or self._kind is not _PARAGRAPH
            or self._boxes.path
            or self._table
            or self._quote
            or self._title
            or not self._bulk.is_idle()
        )

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
        heading = Block(folded(title), BlockKind.HEADING, source=(start, end))
        heading.level = level
        self.blocks.append(heading)
        return True

    def _may_be_alone(self, line: str) -> bool:
        """Say whether a line may be one template with a box of its own."""
        if not line.rstrip(" ").endswith("}}"):
            return False
        size, show = first_call(line)
        return not size or line[size:].strip(" ") != "" or show not in _IN_SENTENCES

    def _quick_call(self, line: str, start: int, end: int) -> bool:
        """Take a template with a box of its own; False, and nothing done, when it is more."""
        words = words_alone(line.rstrip(" ")) if self._calm else None
        if words is None or (self._odd and not self._bulk.is_plain(line)):
            return False
        if words:
            block = Block(words, source=(start, end))
            block.gap, self._gap = self._gap, False
            self.blocks.append(block)
        return True

    def _quick(self, line: str, start: int, end: int) -> bool:
        """Take a line that is one block; False, and nothing done, when that does not show."""
        first = line[0]
        if first == "=":
            return self._quick_heading(line, start, end)
        if first == "{" and (line.startswith("{|") or self._may_be_alone(line)):
            return self._quick_call(line, start, end)
        text, prefix, kind = line, "", _PARAGRAPH
        if first in ":*#":
            text = line.lstrip(":*#;")
            prefix = line[: len(line) - len(text)]
            if ";" in prefix or text[:2] == "{|":
                return False
            kind = KINDS[prefix[-1]]
        elif (
            first in _NOT_QUICK
            or self._kind is not _PARAGRAPH
            or (self._next and not self._parts_here())
        ):
            return False
        if (self._odd or end - start > LONGEST_LABEL) and not self._bulk.is_plain(line):
            return False
        return (self._calm or self._bulk.is_idle()) and self._quick_block(
            text, prefix, kind, (start, end)
        )

    def _quick_block(
        self, text: str, prefix: str, kind: BlockKind, source: tuple[int, int]
    ) -> bool:
        """Take the text behind a line's list marks, as `_quick` does."""
        if text[:2] == "{{":
            size, show = first_call(text)
            if size and show is Show.SEPARATOR:
                text, kind = text[size:], _PARAGRAPH
        block = self._bulk.at_once(text)
        if block is None:
            self._bulk.odd = text
            return False
        self._kind = _PARAGRAPH
        if not block.text:
            return True
        block.kind = kind
        block.source = source
        if self._calm:
            if prefix:
                block.depth, block.lists = len(prefix), prefix
            if self._gap:
                block.gap, self._gap = True, False
            self.blocks.append(block)
        else:
            self._put(block, prefix)
        return True

    def _put(self, block: Block, prefix: str) -> None:
        """Add a block with these list marks to what is open."""
        block.gap = self._gap
        prefix = self._prefix + prefix
        if prefix:
            block.depth = len(prefix) - prefix.count(";")
            block.lists = prefix
        self._set_in_box(block)
        self._take(block)


def bulk_blocks(text: str, users: UserLinks, variant: str = "zh-hans") -> list[Block]:
    """Return the blocks of a page's wikitext, without marks but the links of ``users``."""
    return BulkBlocks(variant, users).read(text)
