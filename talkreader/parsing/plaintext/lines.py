"""The lines of a text copy: their indentation, their list marks, and which of them are signed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from talkreader.domain.body import BlockKind
from talkreader.parsing.dates.timestamps import TimestampFinder, may_hold_dates

_MARK = re.compile(
    r"(?P<bullet>[•◦▪□☆○●■]\s+|(?:(?<=\s)[+*o#@]|(?<![^\s])-\s\s)\s+)|(?P<number>\d{1,3}\.\s+)"
)
_LINK_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
_REFERENCES = re.compile(r"^\s*(?:References|参考|參考)\s*$", re.MULTILINE)
_LEAST_LINKS = 5
_FEWEST = 4
_CLOSING = ".!?)]。！？）"
_NARROWEST = 50  # columns of the narrowest terminal
_WIDE = re.compile("[\u2e80-\U0010ffff]")
_BROKEN = "\v"
_LONGEST_BREAK = 15
_LEAST_STEP, _MOST_STEP = 3, 8  # columns; a quotation of pandoc's stands 2 to the right


@dataclass(slots=True)
class Line:
    """One line: ``text`` without indentation and list mark, its place in the copy, and its shape.

    ``row`` is the line as it stands, ``column`` where its words begin, ``mark`` the list mark that
    stood before them.
    """

    number: int
    start: int
    end: int
    row: str
    column: int
    text: str
    mark: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    signed: bool = False

    @property
    def blank(self) -> bool:
        """True for a line of nothing but white space."""
        return not self.text


def read_lines(text: str, stamps: TimestampFinder) -> list[Line]:
    """Return the lines of a text copy, in order, blank ones too."""
    text = unwrapped(text)
    numbered = len(_LINK_NUMBER.findall(text)) >= _LEAST_LINKS and _REFERENCES.search(text)
    lines = []
    place = 0
    for number, row in enumerate(text.split("\n")):
        line = _line(number, place, row)
        if numbered:  # lynx writes "[12]Link", and a list of addresses at the end
            line.text = _LINK_NUMBER.sub("", line.text)
            line.row = _LINK_NUMBER.sub("", line.row)
        line.signed = may_hold_dates(line.text) and any(True for _ in stamps.find(line.text))
        lines.append(line)
        place = line.end + 1
    return lines


def _line(number: int, place: int, row: str) -> Line:
    stripped = row.strip(" \t\r\u3000\ufeff")
    indent = len(row) - len(row.lstrip())
    if "\t" in row:
        indent = len(row.expandtabs(4)) - len(row.expandtabs(4).lstrip())
    end = place + len(row)
    if not stripped.strip():
        return Line(number, place, end, "", indent, "")
    whole = row.rstrip()
    if _BROKEN in row:
        stripped, whole = _mended(stripped), _mended(whole)
    if stripped[0].isalpha() and stripped[0] != "o":  # no list mark, as a rule
        return Line(number, place, end, whole, indent, stripped)
    padded = f" {stripped}" if indent else stripped
    mark = _MARK.match(padded, 1 if indent else 0)
    if mark is None or mark.end() >= len(padded) or (mark["number"] and not indent):
        return Line(number, place, end, whole, indent, stripped)
    kind = BlockKind.NUMBER if mark["number"] else BlockKind.BULLET
    width = len(mark[0])
    words = padded[mark.end() :]
    return Line(number, place, end, whole, indent + width, words, mark[0].strip(), kind)


def _mended(row: str) -> str:
    """Return a row without its breaks; between Chinese characters there was no space."""
    row = re.sub(rf"(?<=[\u2e80-\uffef]){_BROKEN}[ \t]*(?=[\u2e80-\uffef])", "", row)
    return re.sub(rf"{_BROKEN}[ \t]*", " ", row)


def depths(lines: Sequence[Line]) -> dict[int, int]:
    """Return how many list items each line lies in, by its number; empty where the copy lost it.

    Firefox, w3m and pandoc write 4 columns a level, lynx 6 or 7. A copy that shows bullets only
    (Chromium) has lost the other levels, so its bullets prove nothing.
    """
    signed = [line for line in lines if line.signed]
    if not signed:
        return {}
    items = _in_items(lines)
    base = min(line.column for line in signed)
    counts = Counter(line.column for line in signed if line.number not in items)
    unit = _unit(base, counts)
    if not unit:  # a few lines may stand anywhere: quoted, centred, shown as they were typed
        often = [column for column, count in counts.items() if count > 1]
        base = min(often, default=base)
        unit = _unit(base, often)
    if not unit:
        return {}
    return {
        line.number: max(0, int((line.column - base) / unit + 0.5))
        for line in lines
        if not line.blank
    }


def _unit(base: int, columns: Iterable[int]) -> int:
    """Return how many columns one level takes, the first beginning at ``base``; 0 if none does."""
    places = sorted(column - base for column in columns)
    places = [place for place in places if place == 0 or place >= _LEAST_STEP]
    unit = min((b - a for a, b in pairwise(places) if b - a > 1), default=0)
    return unit if _LEAST_STEP <= unit <= _MOST_STEP else 0


def _in_items(lines: Sequence[Line]) -> set[int]:
    """Return the numbers of the lines with a list mark, and of those that go on below one."""
    found: set[int] = set()
    column = -1
    for line in lines:
        if line.mark:
            column = line.column
        elif line.blank or line.column != column:
            column = -1
        if column >= 0:
            found.add(line.number)
    return found


def unwrapped(text: str) -> str:
    """Return a text whose lines a tool broke at a fixed width, with a mark for each such break.

    lynx and w3m do so. A text of other lines comes back as it is; offsets never change.
    """
    rows = text.split("\n")
    widths = [_width(row) for row in rows]
    limit = max(widths, default=0)
    if limit < _NARROWEST:
        return text
    full = [
        number
        for number, width in enumerate(widths)
        if width > limit - _LONGEST_BREAK and rows[number].strip()
    ]
    broken = [number for number in full if _goes_on(rows, widths, number, limit)]
    closed = sum(rows[number].rstrip()[-1] in _CLOSING for number in broken)
    if len(broken) < _FEWEST or len(broken) < 0.7 * len(full) or closed > 0.4 * len(broken):
        return text  # lines of one length by chance, each a sentence or a signature
    parts = []
    for number, row in enumerate(rows):
        parts.append(row)
        goes_on = widths[number] > limit / 2 and _goes_on(rows, widths, number, limit)
        parts.append(_BROKEN if goes_on else "\n")
    return "".join(parts[:-1])


def _goes_on(rows: Sequence[str], widths: Sequence[int], number: int, limit: int) -> bool:
    """Say whether the next row goes on with a line that was full: its first word had no room."""
    if number + 1 >= len(rows) or not rows[number + 1].strip():
        return False
    row, after = rows[number], rows[number + 1]
    if len(after) - len(after.lstrip()) != len(row) - len(row.lstrip()):
        return False
    word = after.split(maxsplit=1)[0]
    return widths[number] + 1 + _width(word) > limit


def _width(text: str) -> int:
    """Return the columns a text takes in a terminal."""
    if text.isascii():
        return len(text)
    return len(text) + len(_WIDE.findall(text))
