"""Side by side: which words of a comment stand left, right or across, and which are partners."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCharFormat

from talkreader.domain.body import BlockKind, BlockSpan, Body
from talkreader.domain.records import dataclass
from talkreader.domain.thread import Comment, Prose
from talkreader.ui.document.asides import ADD
from talkreader.ui.document.body import BodyWriter, blocks_of
from talkreader.ui.document.fonts import LATIN, line_script, script_of
from talkreader.ui.document.origins import BETWEEN, OriginBadge, origin_badge
from talkreader.ui.document.positions import Range
from talkreader.ui.document.style import Words
from talkreader.ui.document.writer import Writer

if TYPE_CHECKING:
    from talkreader.domain.bilingual import Pair, Segment

_BREAKS = r"(?<=[\u2e80-\u9fff])(?=[\u2e80-\u9fff])"  # where Chinese may break
_WORD = r"[\u2e80-\u9fff]|[^\W\d_\u2e80-\u9fff]+"
_LEAST_WORDS = 3
_LIFT = 14
"""Percent of their height that small words stand higher: in the middle of their ground."""
_NO_WORDS = frozenset({BlockKind.RULE, BlockKind.CODE})


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and its translation; a side is None where there is none.

    ``across``: words that stand below each other in their own place, without partner.
    """

    left: Segment | None = None
    right: Segment | None = None
    across: BlockSpan | None = None
    breaks: bool = False
    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """Words of a page that pairs can stand in: a comment's, or prose's; ``key``: see `Entry`."""

    key: int
    body: Body

    def has(self, side: Segment) -> bool:
        """Return True when the segment stands in these words."""
        return side.key == self.key


class Pairs:
    """The pairs of a page, by entry; only those whose offsets fit the bodies are used."""

    def __init__(
        self, comments: Sequence[Comment], pairs: Sequence[Pair], prose: Sequence[Prose] = ()
    ) -> None:
        self._comments = comments
        self._prose = prose
        self._of: dict[int, list[Pair]] = {}
        self._partners: dict[int, list[tuple[Range, Range]]] = {}
        for pair in pairs:
            home = self._home(pair)
            if home is not None:
                self._of.setdefault(home, []).append(pair)
            self._note_partners(pair)

    def of(self, key: int) -> Sequence[Pair]:
        """Return the pairs shown in a comment or in prose, by its `Entry.key`."""
        return self._of.get(key, ())

    def partners(self, key: int, offset: int) -> tuple[Range, Range] | None:
        """Return the sentence at this code point of a body, and what translates it."""
        for mine, other in self._partners.get(key, ()):
            if mine.start <= offset < mine.end:
                return mine, other
        return None

    def fits(self, segment: Segment | None) -> bool:
        """Return True when the segment's words are those of a comment or prose of this page."""
        return segment is not None and self.body_of(segment) is not None

    def body_of(self, segment: Segment) -> Body | None:
        """Return the body that the segment's words are part of; None when it is elsewhere."""
        items: Sequence[Comment | Prose] = self._comments
        at = segment.comment
        if at is None:
            at, items = segment.prose, self._prose
        if at is None or at >= len(items):
            return None
        body = items[at].body
        return body if body.text[segment.start : segment.end] == segment.text else None

    def _home(self, pair: Pair) -> int | None:
        for side in (pair.source, pair.target):
            if side is not None and self.fits(side):
                return side.key
        return None

    def _note_partners(self, pair: Pair) -> None:
        if not (self.fits(pair.source) and self.fits(pair.target)):
            return
        ends = [
            Range(side.key, side.start, side.end)
            for side in (pair.source, pair.target)
            if side is not None and side.key is not None
        ]
        if len(ends) < 2:
            return
        for mine, other in (ends, ends[::-1]):
            self._partners.setdefault(mine.comment, []).append((mine, other))


def rows_of(home: Home, pairs: Sequence[Pair]) -> list[Row]:
    """Return the rows that show a whole body: no word is lost, none is shown twice."""
    spans: list[tuple[int, int, Row | None]] = []
    for pair in pairs:
        left, right = pair.source, pair.target
        mine = [side for side in (left, right) if side is not None and home.has(side)]
        if not mine or _overlaps(spans, mine):
            continue
        spans.append((mine[0].start, mine[0].end, Row(left, right, pair=pair)))
        spans.extend((side.start, side.end, None) for side in mine[1:])
    spans.sort(key=lambda span: span[0])
    rows: list[Row] = []
    text, blocks = home.body.text, blocks_of(home.body)
    at = 0
    for start, end, row in [*spans, (len(text),) * 2 + (None,)]:
        rows.extend(_across(text, blocks, at, start))
        if row is not None:
            new_line = "\n" in text[at:start]
            rows.append(replace(row, breaks=new_line))
        at = max(at, end)
    return rows


def _overlaps(spans: Sequence[tuple[int, int, Row | None]], sides: Sequence[Segment]) -> bool:
    return any(
        side.start < end and side.end > start for side in sides for start, end, _row in spans
    )


def _across(text: str, blocks: Sequence[BlockSpan], start: int, end: int) -> list[Row]:
    """Return the words between two pairs, as rows across both columns."""
    rows = []
    for block in blocks:
        low, high = max(block.start, start), min(block.end, end)
        words = text[low:high]
        if low < high and words.strip():
            low += len(words) - len(words.lstrip())
            kind = BlockKind.PARAGRAPH if block.kind is BlockKind.CELL else block.kind
            rows.append(Row(across=BlockSpan(low, high, kind, block.depth)))
    return rows


def _size(rows: int, *, below: bool) -> tuple[int, int]:
    """Return the rows and columns of the table for so many pairs."""
    return (rows * 2, 1) if below else (rows, 2)


class SideWriter:
    """Writes comments and prose that have pairs as two columns."""

    def __init__(
        self, writer: Writer, bodies: BodyWriter, pairs: Pairs, plain: Words | None = None
    ) -> None:
        self._writer = writer
        self._plain = plain or Words()
        self._bodies = bodies
        self._pairs = pairs

    def write(self, home: Home, left: int) -> None:
        """Write the whole body, row by row."""
        rows = rows_of(home, self._pairs.of(home.key))
        for is_across, group in groupby(rows, lambda row: row.across is not None):
            if is_across:
                for row in group:
                    if row.across is not None:
                        self._bodies.paragraph(home.body, row.across, left)
                        self._offer(home, row.across)
            else:
                self._columns(home, list(group), left)
        self._bodies.end()

    def _columns(self, home: Home, rows: Sequence[Row], left: int) -> None:
        style = self._writer.style
        below = style.look.layout == "below"
        table = self._writer.table(*_size(len(rows), below=below), style.columns(left, below=below))
        said: OriginBadge | None = None
        for number, row in enumerate(rows):
            sides = self._in_order(row)
            scripts = [line_script(side.text, style.look.script) for side in sides if side]
            # the taller script's line height on both sides keeps the first lines level
            tall = next((script for script in scripts if script != LATIN), LATIN)
            badge = None if row.pair is None else origin_badge(row.pair)
            for column, segment in enumerate(sides):
                at = (number * 2 + column, 0) if below else (number, column)
                cell = table.cellAt(*at)
                cell.setFormat(style.cell(column, below=below))
                pen = cell.firstCursorPosition()
                pen.setBlockFormat(style.block(0, script=tall, below=0.0))
                self._writer.enter(pen)
                if segment is not None:
                    self._side(home, segment, row.pair)
                if column == 1 and badge is not None and badge != said:
                    self._badge(badge)
                if number + 1 < len(rows) and (column or not below):
                    # Qt leaves out margins at a cell's edges; padding would stay when folded
                    space = 0.9 if rows[number + 1].breaks else 0.4
                    pen.insertBlock(style.hair(space), style.chars(Words(scale=0.1)))
            said = badge
        self._writer.leave()

    def _in_order(self, row: Row) -> tuple[Segment | None, Segment | None]:
        """Return both sides as the person wants them: the language chosen first, if any."""
        first = self._writer.style.look.first
        if first and row.right is not None and row.right.language.startswith(first):
            return row.right, row.left
        return row.left, row.right

    def _offer(self, home: Home, block: BlockSpan) -> None:
        """Write the link that adds a translation, behind words that have none."""
        words = _compiled(_WORD).findall(home.body.text, block.start, block.end)
        if block.kind in _NO_WORDS or len(words) < _LEAST_WORDS:
            return  # a name that is called, a greeting
        if self._pairs.partners(home.key, block.start) is not None:
            return  # they are the translation of another entry, which shows them
        name = QCoreApplication.translate("origins", "add translation")
        hint = QCoreApplication.translate("origins", "Nothing translates these words. Write it.")
        self._link(name, hint, f"{ADD}{home.key}:{block.start}")

    def _link(self, name: str, hint: str, target: str) -> None:
        """Write a link of the window's own, small and on a ground, that stays on one line."""
        style, writer = self._writer.style, self._writer
        look = Words(
            script=script_of(name, style.look.script),
            color=style.palette.link,
            scale=0.72,
            ground=style.palette.badge,
        )
        form = QTextCharFormat(style.chars(look))
        form.setAnchor(True)
        form.setAnchorHref(writer.link(target))
        form.setToolTip(hint)
        form.setBaselineOffset(_LIFT)
        writer.words("\u2002", style.chars(Words(scale=0.72)))
        writer.words(unbroken(f"\u00a0{name}\u00a0"), form)

    def _badge(self, badge: OriginBadge) -> None:
        """Write who made the translation, once for all that follow from the same hand."""
        style = self._writer.style
        script = script_of(badge.word, style.look.script)
        look = Words(
            script=script, color=style.palette.muted, scale=0.72, ground=style.palette.badge
        )
        form = QTextCharFormat(style.chars(look))
        form.setToolTip(badge.hint)
        form.setBaselineOffset(_LIFT)
        self._writer.words("\u2002", style.chars(Words(scale=0.72)))
        # a narrow column may break a long badge between what it says, not amid a word
        said = BETWEEN.join(unbroken(part) for part in badge.word.split(BETWEEN))
        self._writer.words(f"\u00a0{said}\u00a0", form)

    def _side(self, home: Home, segment: Segment, pair: Pair | None) -> None:
        text = self._writer.shown.words(segment.text)
        words = replace(self._plain, script=script_of(text, self._writer.style.look.script))
        if home.has(segment):
            self._bodies.span(home.body, segment.start, segment.end, words)
            return
        body = self._pairs.body_of(segment)
        if body is None:  # typed, drafted, or of another page or file
            at = self._writer.at
            self._writer.words(text, self._writer.style.chars(words))
            if pair is not None:
                self._writer.places.loose.add(pair, segment, at)
            return
        span = (segment.start, segment.end)
        if segment.key is not None:
            self._writer.places.add_echo(segment.key, body.text, span, self._writer.at)
        self._bodies.unplaced(body, *span, words)


def unbroken(words: str) -> str:
    """Return words that stay on one line, Chinese ones too."""
    return _compiled(_BREAKS).sub("\u2060", words.replace(" ", "\u00a0"))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern ready to be used: that takes 1.4 ms, which a page without pairs saves."""
    return re.compile(pattern)
