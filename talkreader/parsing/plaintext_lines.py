"""The lines of a text copy: their indentation, their list marks, and which of them are signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from talkreader.domain.body import BlockKind
from talkreader.parsing.timestamps import TimestampFinder

_MARK = re.compile(
    r"(?P<bullet>[•◦▪□☆○●■]\s+|(?:(?<=\s)[+*o#@]|(?<![^\s])-\s\s)\s+)|(?P<number>\d{1,3}\.\s+)"
)
_LINK_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
_REFERENCES = re.compile(r"^\s*(?:References|参考|參考)\s*$", re.MULTILINE)
_LEAST_LINKS = 5


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
    numbered = len(_LINK_NUMBER.findall(text)) >= _LEAST_LINKS and _REFERENCES.search(text)
    lines = []
    place = 0
    for number, row in enumerate(text.split("\n")):
        line = _line(number, place, row)
        if numbered:  # lynx writes "[12]Link", and a list of addresses at the end
            line.text = _LINK_NUMBER.sub("", line.text)
            line.row = _LINK_NUMBER.sub("", line.row)
        line.signed = bool(line.text) and any(True for _ in stamps.find(line.text))
        lines.append(line)
        place = line.end + 1
    return lines


def _line(number: int, place: int, row: str) -> Line:
    stripped = row.strip(" \t\r\u3000\ufeff")
    indent = len(row.expandtabs(4)) - len(row.expandtabs(4).lstrip())
    end = place + len(row)
    if not stripped.strip():
        return Line(number, place, end, "", indent, "")
    whole = row.rstrip()
    padded = f" {stripped}" if indent else stripped
    mark = _MARK.match(padded, 1 if indent else 0)
    if mark is None or mark.end() >= len(padded) or (mark["number"] and not indent):
        return Line(number, place, end, whole, indent, stripped)
    kind = BlockKind.NUMBER if mark["number"] else BlockKind.BULLET
    width = len(mark[0])
    words = padded[mark.end() :]
    return Line(number, place, end, whole, indent + width, words, mark[0].strip(), kind)


def depths(lines: Sequence[Line]) -> dict[int, int]:
    """Return how many list items each line lies in, by its number; empty where the copy lost it.

    Firefox, w3m and pandoc write 4 columns a level, lynx 6 or 7. A copy that shows bullets only
    (Chromium) has lost the other levels, so its bullets prove nothing.
    """
    signed = [line for line in lines if line.signed]
    if not signed:
        return {}
    base = min(line.column for line in signed)
    columns = sorted({line.column - base for line in signed if not line.mark})
    if len(columns) < 2 or columns[1] < 2:
        return {}
    steps = sorted(b - a for a, b in pairwise(columns) if b - a > 1)
    unit = steps[len(steps) // 2] if steps else 0
    if not 2 <= unit <= 8:
        return {}
    return {
        line.number: max(0, int((line.column - base) / unit + 0.5))
        for line in lines
        if not line.blank
    }
