"""Writes a body: its paragraphs, lists, quotes and tables, with bold, links and the like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextList, QTextListFormat

from talkreader.domain.body import BlockKind, BlockSpan, Body, Mark, MarkKind
from talkreader.ui.document.fonts import line_script, script_of
from talkreader.ui.document.style import Words
from talkreader.ui.document.writer import Writer

_LISTS = (BlockKind.BULLET, BlockKind.NUMBER)
_INSET = (BlockKind.QUOTE, BlockKind.CODE, BlockKind.BOX)


def blocks_of(body: Body) -> list[BlockSpan]:
    """Return blocks that cover every word of a body: its own, and paragraphs where it has none."""
    found: list[BlockSpan] = []
    at = 0
    for block in sorted(body.blocks, key=lambda span: span.start):
        found.extend(_lines(body.text, at, block.start))
        if block.start < block.end or block.kind in {BlockKind.RULE, BlockKind.CELL}:
            found.append(block)
        at = max(at, block.end)
    found.extend(_lines(body.text, at, len(body.text)))
    return found


def _lines(text: str, start: int, end: int) -> Iterator[BlockSpan]:
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield BlockSpan(at, at + len(line))
        at += len(line) + 1


class BodyWriter:
    """Writes bodies of one page with one pen."""

    def __init__(self, writer: Writer, plain: Words | None = None) -> None:
        self._writer = writer
        self._style = writer.style
        self._plain = plain or Words()
        self._lists: list[tuple[BlockKind, QTextList]] = []

    def write(self, body: Body, left: int) -> None:
        """Write a whole body, indented to ``left``."""
        for is_table, group in groupby(blocks_of(body), lambda block: block.kind is BlockKind.CELL):
            blocks = list(group)
            if is_table:
                self._table(body, blocks, left)
            else:
                for block in blocks:
                    self.paragraph(body, block, left)
        self.end()

    def end(self) -> None:
        """End a body that was written in paragraphs: the next list counts from one."""
        self._lists = []

    def paragraph(self, body: Body, block: BlockSpan, left: int) -> None:
        """Write one block."""
        text = self._writer.shown.text_of(body)[block.start : block.end]
        script = script_of(text, self._style.look.script)
        words = replace(self._plain, script=script)
        if block.kind is BlockKind.RULE:
            self._writer.block(self._style.rule(left))
        else:
            words = self._words_of(block, words)
            lines = line_script(text, script)
            self._writer.block(self._block_format(block, lines, left))
        self._keep_lists(block)
        self.span(body, block.start, block.end, words)

    def _words_of(self, block: BlockSpan, words: Words) -> Words:
        if block.kind is BlockKind.CODE:
            return replace(words, mono=True)
        if block.kind in {BlockKind.TERM, BlockKind.HEADING}:
            return replace(words, bold=True)
        if block.kind is BlockKind.QUOTE:
            return replace(words, color=self._style.palette.muted)
        return words

    def _block_format(self, block: BlockSpan, script: str, left: int) -> QTextBlockFormat:
        style = self._style
        if block.kind in _LISTS:
            return style.block(left, script=script, below=0.15)
        indent = style.indent * block.depth
        if block.kind in _INSET:
            indent += round(style.em * 0.9)
            inset = block.kind.value
            return style.block(left + indent, script=script, above=0.35, below=0.75, inset=inset)
        above = 0.5 if block.kind is BlockKind.HEADING else 0.25 if self._lists else 0.0
        return style.block(left + indent, script=script, above=above)

    def _keep_lists(self, block: BlockSpan) -> None:
        """Put a list item into the list above it, so that its number goes on counting."""
        if block.kind not in _LISTS:
            self._lists = []
            return
        depth = max(block.depth, 1)
        del self._lists[depth:]
        if len(self._lists) == depth and self._lists[-1][0] is block.kind:
            self._lists[-1][1].add(self._writer.cursor.block())
            return
        del self._lists[depth - 1 :]
        form = QTextListFormat()
        form.setIndent(1)
        form.setStyle(_marker(block.kind, depth))
        made = self._writer.cursor.createList(form)
        # the list's own indent counts from the page's edge: the block's margin does the rest
        inner = self._writer.cursor.blockFormat()
        inner.setLeftMargin(inner.leftMargin() + self._style.indent * (depth - 1))
        self._writer.cursor.setBlockFormat(inner)
        while len(self._lists) < depth:
            self._lists.append((block.kind, made))

    def span(self, body: Body, start: int, end: int, words: Words) -> None:
        """Write the words ``[start, end)`` at the pen, with their marks, and say where they are."""
        self._writer.places.add(start, end, self._writer.at)
        self.unplaced(body, start, end, words)

    def unplaced(self, body: Body, start: int, end: int, words: Words) -> None:
        """Write the words as `span` does, without saying where they are."""
        marks = [mark for mark in body.marks if mark.start < end and mark.end > start]
        text = self._writer.shown.text_of(body)
        if not marks:
            self._writer.words(text[start:end], self._style.chars(words))
            return
        edges = {start, end}
        for mark in marks:
            edges |= {max(mark.start, start), min(mark.end, end)}
        cuts = sorted(edges)
        for low, high in pairwise(cuts):
            here = [mark for mark in marks if mark.start <= low and mark.end >= high]
            self._writer.words(text[low:high], self._marked(words, here))

    def _marked(self, words: Words, marks: Sequence[Mark]) -> QTextCharFormat:
        kinds = words.marks | {mark.kind for mark in marks}
        form = self._style.chars(replace(words, marks=kinds))
        for mark in marks:
            if mark.target and mark.kind is not MarkKind.PING:
                form = QTextCharFormat(form)
                form.setToolTip(_one_line(mark.target))
            if mark.target and mark.kind in {MarkKind.LINK, MarkKind.EXTERNAL}:
                form.setAnchor(True)
                form.setAnchorHref(self._writer.link(mark.target))
        return form

    def _table(self, body: Body, cells: Sequence[BlockSpan], left: int) -> None:
        rows = 1 + max(cell.row for cell in cells)
        columns = 1 + max(cell.column for cell in cells)
        if (rows * columns) > 4 * len(cells) + 16:  # a file may claim any row number
            for cell in cells:
                self.paragraph(body, cell._replace(kind=BlockKind.PARAGRAPH), left)
            return
        writer, style = self._writer, self._style
        table = writer.table(rows, columns, style.grid(left, columns))
        for cell in cells:
            place = table.cellAt(cell.row, cell.column)
            pen = place.lastCursorPosition()
            text = writer.shown.text_of(body)[cell.start : cell.end]
            script = script_of(text, style.look.script)
            lines = line_script(text, script)
            form = style.block(0, script=lines, below=0.0)
            if pen.position() != place.firstPosition():  # two blocks claim one cell
                pen.insertBlock(form)
            pen.setBlockFormat(form)
            writer.enter(pen)
            self.span(body, cell.start, cell.end, replace(self._plain, script=script))
        writer.leave()


def _marker(kind: BlockKind, depth: int) -> QTextListFormat.Style:
    if kind is BlockKind.NUMBER:
        return QTextListFormat.Style.ListDecimal
    discs = (QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListCircle)
    return discs[(depth - 1) % 2]


def _one_line(target: str) -> str:
    """Return the target as plain words for a tool tip: Qt would read ``<b>`` as HTML."""
    return target.replace("<", "‹").replace(">", "›")
