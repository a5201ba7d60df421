"""Wikitext to blocks: a scanner of lines, so that a whole wiki costs little more than reading it.

Lines of a paragraph join, as the parser joins them; list marks give the depth; block tags and table
rows part blocks inside a line.
"""

from __future__ import annotations

import re

from talkreader.domain.body import BlockKind, Span
from talkreader.parsing.blocks import boxes
from talkreader.parsing.blocks.blocks import Block
from talkreader.parsing.blocks.boxes import BoxStack
from talkreader.parsing.wikitext.inline import Inline
from talkreader.parsing.wikitext.mask import BREAK, DROPPED, mask
from talkreader.parsing.wikitext.state import InlineState
from talkreader.parsing.wikitext.templates import Show, stands_alone
from talkreader.parsing.wikitext.words import VERBATIM_TAGS

_LIST = re.compile(r"[:*#;]+")
_HEADING = re.compile(r"(={1,6})(.+?)(={1,6})[\s\ue000]*$")
_CELLS = re.compile(r"\|\||!!")
_ATTRIBUTES = re.compile(r"^[^\[\]{}|\n]*=[^\[\]{}|\n]*\|(?!\|)")
KINDS = {"*": BlockKind.BULLET, "#": BlockKind.NUMBER, ":": BlockKind.INDENT, ";": BlockKind.TERM}
_LIST_TAGS = {"li": "*", "dd": ":"}


class WikitextBlocks:
    """Reads a page's wikitext line by line; ``variant`` is the script shown (``-{zh-hans:…}-``)."""

    def __init__(self, variant: str = "zh-hans") -> None:
        self.blocks: list[Block] = []
        state = InlineState(
            self._block_tag, self._box_template, self._box_title, self._flush, variant
        )
        self._reader = self.new_inline(state)
        self._prefix = ""
        self._kind = BlockKind.PARAGRAPH
        self._tags: list[str] = []
        self._quote = 0
        self._table = 0
        self._row = 0
        self._column = 0
        self._next_column = 0
        self._boxes = BoxStack()
        self._title = False
        self._level = 0
        self._divs: list[bool] = []
        self._tables: list[bool] = []
        self._gap = False
        self._from = 0
        self._to = 0
        self._outer: list[str] = []
        self._next = ""  # the line after the one that is read

    def new_inline(self, state: InlineState) -> Inline:
        """Return what reads the inside of lines."""
        return Inline(state)

    def read(self, text: str) -> list[Block]:
        """Return the blocks of a page."""
        return self._read_lines(mask(text).text.split("\n"))

    def _read_lines(self, lines: list[str]) -> list[Block]:
        place = 0
        for line, self._next in zip(lines, [*lines[1:], ""], strict=True):
            end = place + len(line)
            if line:
                self._line(line, place, end)
            else:
                self._blank_line()
            place = end + 1
        return self._all_blocks()

    def _all_blocks(self) -> list[Block]:
        self._flush()
        # what this hands out hangs on it no longer: it is in a circle with its state
        blocks, self.blocks = self.blocks, []
        return blocks

    def _blank_line(self) -> None:
        if self._reader.builder.length:
            self._flush()
        self._kind = BlockKind.PARAGRAPH
        self._gap = True

    def _line(self, line: str, start: int, end: int) -> None:
        if not line.strip(" \t\r" + DROPPED):
            if DROPPED not in line:
                self._flush()
                self._gap = True
            return
        line = line.rstrip("\r")
        if line[0] == DROPPED:
            line = line.lstrip(DROPPED)
        first = line[0]
        if first == "=" and (match := _HEADING.match(line)):
            self._heading(match, start, end)
        elif first in ":*#;":
            self._list_line(line, start, end)
        elif first in "|!{" and self._table_line(line, start, end):
            return
        elif line.startswith("----"):
            self._flush()
            self._text(line.lstrip("-"), start, end)
        elif first == " " and not self._tags and line.strip():
            self._preformatted(line, start, end)
        else:
            self._paragraph_line(line, start, end)

    def _text(self, text: str, start: int, end: int) -> None:
        if not self._reader.builder.length:
            self._from = start
        self._to = end
        self._reader.line(text)
        self._to = end

    def _block(self, text: str, start: int, end: int) -> None:
        """Read a line that is a block by itself."""
        if not self._reader.builder.length:
            self._from = start
        self._to = end
        block = self._reader.block(text)
        self._to = end
        if block is None:
            self._reader.end_line()
            self._flush()
            return
        kind, self._kind = self._kind, BlockKind.PARAGRAPH
        if block.text:
            self._take(self._placed(block, kind))

    def _heading(self, match: re.Match[str], start: int, end: int) -> None:
        self._flush()
        level = min(len(match[1]), len(match[3]))
        self._boxes.heading(level)
        self._level = level
        title = "=" * (len(match[1]) - level) + match[2] + "=" * (len(match[3]) - level)
        kept, self._tags, self._quote = self._quote, [], 0
        self._text(title.strip(), start, end)
        self._reader.end_line()
        builder, self._reader.builder = self._reader.builder, self._reader.new_builder()
        self._quote = kept * 0
        block = builder.finish(Block("", BlockKind.HEADING, source=(start, end)))
        if block is not None:
            block.level = level
            self.blocks.append(block)

    def _list_line(self, line: str, start: int, end: int) -> None:
        if self._reader.builder.length:
            self._flush()
        match = _LIST.match(line)
        assert match is not None  # noqa: S101  the caller looked at the first character
        prefix, rest = match[0], line[match.end() :]
        if prefix[-1] == ";":
            self._term(prefix, rest, start, end)
            return
        if rest.startswith("{|"):
            self._outer.append(self._prefix)
            self._prefix = prefix
            self._table_line(rest, start, end)
            return
        self._item(prefix, rest, start, end)

    def _item(self, prefix: str, text: str, start: int, end: int) -> None:
        kept, self._prefix = self._prefix, self._prefix + prefix
        self._kind = KINDS[prefix[-1]]
        self._block(text, start, end)
        self._prefix = kept

    def _term(self, prefix: str, text: str, start: int, end: int) -> None:
        term, colon, definition = _split_term(text)
        before = len(self.blocks)
        self._item(prefix, term, start, end)
        if colon and definition.strip():
            self._item(prefix[:-1] + ":", definition, start, end)
        elif len(self.blocks) == before + 1:
            self.blocks[-1].separator = len(prefix) == 1

    def _preformatted(self, line: str, start: int, end: int) -> None:
        if self._kind is not BlockKind.CODE:
            self._flush()
        self._kind = BlockKind.CODE
        if self._reader.builder.length:
            self._reader.builder.line_break()
        self._text(line[1:], start, end)
        self._reader.end_line()

    def _paragraph_line(self, line: str, start: int, end: int) -> None:
        if self._kind is BlockKind.CODE and "pre" not in self._tags:
            self._flush()
        if line.startswith("{{") and stands_alone(line):
            self._flush()
            self._text(line, start, end)
            self._flush()
            return
        if self._reader.builder.length:
            self._reader.builder.seam()
        elif self._kind is BlockKind.PARAGRAPH and self._parts_here():
            self._block(line, start, end)
            return
        self._text(line, start, end)
        self._reader.end_line()

    def _parts_here(self) -> bool:
        """Say whether the next line surely belongs to another block."""
        following = self._next
        return not following or following[0] in ":*#;" or not following.strip(" \t\r")

    def _table_line(self, line: str, start: int, end: int) -> bool:
        if line.startswith("{|"):
            self._flush()
            self._table += 1
            self._tables.append(self._open_box(boxes.classes_in(line)))
            self._row = self._next_column = 0
            return True
        if not self._table or line[0] == "{":
            return False
        self._flush()
        if line.startswith("|}"):
            self._table -= 1
            if self._tables.pop():
                self._boxes.close()
            if self._outer:
                self._prefix = self._outer.pop()
            self._text(line[2:], start, end)
        elif line.startswith("|-"):
            self._row += self._next_column > 0
            self._next_column = 0
        else:
            self._title = line.startswith(("!", "|+")) and self._boxes.untitled
            self._cells(line.lstrip("|!+" if line.startswith("|+") else line[0]), start, end)
        return True

    def _cells(self, line: str, start: int, end: int) -> None:
        for cell in _CELLS.split(line):
            self._flush()
            self._kind = BlockKind.CELL
            self._column, self._next_column = self._next_column, self._next_column + 1
            self._text(_without_attributes(cell), start, end)
            self._reader.end_line()
        # the cell stays open: following lines belong to it

    def _block_tag(self, name: str, closing: bool, attributes: str) -> None:
        start, end = self._to_now()
        self._flush()
        self._from, self._to = start, end
        if name == "hr":
            return
        if name == "div":
            self._div(closing, attributes)
        if name == "blockquote":
            self._quote = max(0, self._quote + (-1 if closing else 1))
        if name in _LIST_TAGS:
            if closing and self._prefix:
                self._prefix = self._prefix[:-1]
            elif not closing and len(self._prefix) < 100:
                self._prefix += _LIST_TAGS[name]
                self._kind = KINDS[_LIST_TAGS[name]]
        elif name in VERBATIM_TAGS:
            self._kind = BlockKind.PARAGRAPH if closing else BlockKind.CODE

    def _to_now(self) -> tuple[int, int]:
        return self._from, self._to

    def _div(self, closing: bool, attributes: str) -> None:
        if not closing:
            self._divs.append(self._open_box(boxes.classes_in(attributes)))
        elif self._divs and self._divs.pop():
            self._boxes.close()

    def _open_box(self, classes: list[str]) -> bool:
        box = boxes.is_box(classes)
        if box:
            self._boxes.open(level=self._level)
        return box

    def _box_template(self, show: Show, title: str) -> None:
        self._flush()
        if show is Show.BOX_BEGIN:
            self._boxes.open(title, self._level)
        else:
            self._boxes.close()

    def _box_title(self) -> None:
        """End the words with which a template names its box, or a closer's verdict."""
        self._title = True
        self._flush()

    def _flush(self) -> None:
        builder = self._reader.builder
        kind, self._kind = self._kind, BlockKind.PARAGRAPH
        if not builder.length:
            return
        self._reader.builder = self._reader.new_builder()
        block = builder.finish(self._placed(Block(""), kind))
        if block is not None:
            self._take(block)

    def _placed(self, block: Block, kind: BlockKind) -> Block:
        """Return a block with what its place on the page says of it."""
        block.kind = kind
        block.gap = self._gap
        block.source = self._from, self._to
        prefix = self._prefix
        if prefix:
            block.depth = len(prefix) - prefix.count(";")
            block.lists = prefix
        self._set_in_box(block)
        return block

    def _set_in_box(self, block: Block) -> None:
        """Say of a block in which boxes, or which cell, it stands."""
        if self._boxes.path:
            block.box = self._boxes.title
            block.boxes = self._boxes.path
        if self._table:
            block.row, block.column = self._row, self._column

    def _take(self, block: Block) -> None:
        """Add a block to the page's."""
        self._gap = False
        title, self._title = self._title, False
        if self._boxes.untitled:
            self._boxes.entitle(block.text)
            block.box = self._boxes.title
            block.box_title = title and not boxes.is_signed(block.text)
        if self._quote:
            block.unfold()
            block.quotes = [*block.quotes, Span(0, len(block.text))]
            if block.kind is BlockKind.PARAGRAPH:
                block.kind = BlockKind.QUOTE
        self.blocks.append(block)


def _without_attributes(cell: str) -> str:
    """Return a cell without the attributes before its bar."""
    match = _ATTRIBUTES.match(cell[:500])
    return cell[match.end() :] if match else cell


def _split_term(text: str) -> tuple[str, str, str]:
    """Split ``; term : definition`` at the first colon outside links, templates and addresses."""
    depth = 0
    for place, char in enumerate(text):
        if char in "[{<":
            depth += 1
        elif char in "]}>":
            depth -= 1
        elif char == ":" and depth <= 0 and not text.startswith("//", place + 1):
            return text[:place], ":", text[place + 1 :]
    return text, "", ""


def wikitext_blocks(text: str, variant: str = "zh-hans") -> list[Block]:
    """Return the blocks of a page's wikitext."""
    return WikitextBlocks(variant).read(text)


__all__ = ["BREAK", "WikitextBlocks", "wikitext_blocks"]
