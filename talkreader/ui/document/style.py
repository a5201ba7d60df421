"""How a page looks: fonts, sizes and the formats of blocks and characters, made once and reused."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from talkreader.domain.body import MarkKind
from talkreader.domain.records import dataclass
from talkreader.ui.document.fonts import HANS, LATIN, OWN_SHAPES, families, hint_of, reading_font
from talkreader.ui.theme import Palette

DEEPEST = 12
"""Deeper replies are not indented further: the words would have no room."""

INSET = QTextFormat.Property.UserProperty.value + 1
"""The block property that holds the kind of an inset block."""

_LINE = {LATIN: 1.5}  # times the font size; about 1.3 of the font's own height
_CHINESE_LINE = 1.72


@dataclass(frozen=True, slots=True)
class Look:
    """What a person may choose about the look of a page. ``points`` is the size of the text.

    ``latin`` and ``chinese`` are names of fonts ("" for the program's own), ``line`` the height of
    lines in percent of the usual, ``width`` the widest that the text gets, in em. Side by side
    means with translations, which stand "beside" the words, "below" them, or below on "demand"
    (``layout``); ``first`` is the language that comes first ("en", "zh", "" for the one that was
    written first). ``shown_script`` is what Chinese is shown in ("zh-hans", "zh-tw", "zh-hk"; ""
    as it was written); the text stays.
    """

    palette: Palette
    points: float = 11.0
    side_by_side: bool = False
    layout: str = "beside"
    first: str = ""
    shown_script: str = ""
    people_in_color: bool = True
    by_time: bool = False
    script: str = HANS
    latin: str = ""
    chinese: str = ""
    line: int = 100
    width: int = 48


@dataclass(frozen=True, slots=True)
class Words:
    """What a run of characters is: the key of its format."""

    script: str = LATIN
    marks: frozenset[MarkKind] = frozenset()
    mono: bool = False
    scale: float = 1.0
    bold: bool = False
    italic: bool = False
    color: str = ""
    ground: str = ""


class Style:
    """The formats of one look. Lengths are in pixels and follow the size of the text."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.palette = look.palette
        self.font = reading_font(look.points, look.script, latin=look.latin, chinese=look.chinese)
        self.em = float(QFontInfo(self.font).pixelSize())
        self.indent = round(self.em * 1.6)
        self.gutter = round(self.em * 1.4)
        self.margin = round(self.em * 0.8)
        self._chars: dict[Hashable, QTextCharFormat] = {}
        self._blocks: dict[Hashable, QTextBlockFormat] = {}

    @property
    def measure(self) -> int:
        """The widest that the text gets in pixels; two columns side by side get more."""
        return round(
            self.em
            * (
                self.look.width
                + (26 if self.look.side_by_side and self.look.layout == "beside" else 0)
            )
        )

    def left(self, depth: int) -> int:
        """Return where the words of a comment at this depth begin."""
        return self.gutter + min(depth, DEEPEST) * self.indent

    def person(self, number: int) -> str:
        """Return the colour of the page's n-th person."""
        if not self.look.people_in_color:
            return self.palette.text
        return self.palette.people[number % len(self.palette.people)]

    def chars(self, words: Words) -> QTextCharFormat:
        """Return the format of such characters."""
        made = self._chars.get(words)
        if made is None:
            made = self._chars[words] = self._make_chars(words)
        return made

    def _make_chars(self, words: Words) -> QTextCharFormat:
        form = QTextCharFormat()
        mono = words.mono or MarkKind.CODE in words.marks
        if mono or words.script not in {LATIN, self.look.script}:
            script = self.look.script if words.script == LATIN else words.script
            latin, chinese = self.look.latin, self.look.chinese
            names = families(script, mono=mono, latin=latin, chinese=chinese)
            form.setFontFamilies(list(names))
            form.setFontStyleHint(hint_of(script))
            form.setFontFeatures(OWN_SHAPES)
        scale = words.scale * (0.9 if mono else 1.0)
        if MarkKind.SMALL in words.marks:
            scale *= 0.86
        if scale != 1.0:
            form.setFontPointSize(self.look.points * scale)
        if words.bold or words.marks & {MarkKind.BOLD, MarkKind.PING}:
            form.setFontWeight(QFont.Weight.Bold)
        if words.italic or words.marks & {MarkKind.ITALIC, MarkKind.IMAGE}:
            form.setFontItalic(True)
        if MarkKind.UNDERLINE in words.marks:
            form.setFontUnderline(True)
        if MarkKind.STRUCK in words.marks:
            form.setFontStrikeOut(True)
        color, ground = self._colors(words)
        form.setForeground(QColor(color))
        if ground:
            form.setBackground(QColor(ground))
        return form

    def _colors(self, words: Words) -> tuple[str, str]:
        color, ground = words.color or self.palette.text, words.ground
        if words.marks & {MarkKind.LINK, MarkKind.EXTERNAL}:
            color = self.palette.link
        elif words.marks & {MarkKind.STRUCK, MarkKind.TEMPLATE, MarkKind.IMAGE}:
            color = self.palette.muted
        if MarkKind.CODE in words.marks:
            ground = ground or self.palette.inset
        return color, ground

    def line(self, script: str) -> float:
        """Return the height of a line of text in this script."""
        return round(self.em * _LINE.get(script, _CHINESE_LINE) * self.look.line / 100)

    def block(
        self,
        left: int,
        *,
        script: str = LATIN,
        above: float = 0.0,
        below: float = 0.4,
        inset: str = "",
        scale: float = 1.0,
    ) -> QTextBlockFormat:
        """Return the format of a paragraph; ``above`` and ``below`` in em.

        ``inset`` is the kind of a block that `Insets` paints a ground under.
        """
        key = (left, script, above, below, inset, scale)
        made = self._blocks.get(key)
        if made is None:
            made = QTextBlockFormat()
            made.setLeftMargin(left)
            made.setRightMargin(round(self.em * 0.5))
            made.setTopMargin(round(self.em * above))
            made.setBottomMargin(round(self.em * below))
            # a fixed height keeps an even rhythm where fonts of different height share a line
            height = QTextBlockFormat.LineHeightTypes.FixedHeight.value
            made.setLineHeight(self.line(script) * scale, height)
            if inset:
                made.setRightMargin(round(self.em * 1.4))
                made.setProperty(INSET, inset)
            self._blocks[key] = made
        return made

    def hair(self, space: float = 0.0) -> QTextBlockFormat:
        """Return the format of an empty block: ``space`` em high, but at least a pixel."""
        made = QTextBlockFormat()
        made.setLineHeight(
            max(self.em * space, 1.0), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        return made

    def rule(self, left: int) -> QTextBlockFormat:
        """Return the format of a horizontal rule."""
        made = QTextBlockFormat(self.block(left))
        width = QTextLength(QTextLength.Type.PercentageLength, 100)
        made.setProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth, width)
        return made

    def grid(self, left: int, columns: int) -> QTextTableFormat:
        """Return the format of a table that a body holds."""
        made = QTextTableFormat()
        made.setLeftMargin(left)
        made.setBorder(1)
        made.setBorderBrush(QBrush(QColor(self.palette.line)))
        made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        made.setBorderCollapse(True)
        made.setCellPadding(round(self.em * 0.3))
        made.setCellSpacing(0)
        made.setTopMargin(round(self.em * 0.5))
        made.setBottomMargin(round(self.em * 0.7))
        made.setColumns(columns)
        return made

    def columns(self, left: int, *, below: bool = False) -> QTextTableFormat:
        """Return the format of two columns of equal width, source and translation; or of one."""
        made = QTextTableFormat()
        made.setLeftMargin(left)
        made.setBorder(0)
        made.setCellPadding(0)
        made.setCellSpacing(0)
        made.setTopMargin(round(self.em * 0.2))
        made.setBottomMargin(round(self.em * 0.2))
        made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        width = QTextLength(QTextLength.Type.PercentageLength, 100 if below else 50)
        made.setColumnWidthConstraints([width] if below else [width, width])
        return made

    def cell(self, column: int, *, below: bool = False) -> QTextTableCellFormat:
        """Return the format of a cell of `columns`: room between the two languages."""
        made = QTextTableCellFormat()
        if below:
            made.setLeftPadding(self.em * 1.6 if column else 0.0)
            return made
        if column == 0:
            made.setRightPadding(self.em * 0.9)
        else:
            made.setLeftPadding(self.em * 0.9)
        return made

    def width(self, text: str) -> float:
        """Return how wide a text is in the reading font."""
        return QFontMetricsF(self.font).horizontalAdvance(text)
