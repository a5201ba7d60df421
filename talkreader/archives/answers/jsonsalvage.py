"""JSON that breaks off or is broken in the middle: what of it is whole."""

from __future__ import annotations

import json
import re

from talkreader.domain.jsontext import value_at
from talkreader.domain.records import dataclass

_TOKEN = re.compile(r'\s*+("(?:[^"\\]|\\.)*+"|[{}\[\],:]|[^\s"{}\[\],:]++)', re.DOTALL)
_PARTS_OF_CHARACTER = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:u[0-9a-fA-F]{0,3})?\Z")
_HALF = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}|\N{REPLACEMENT CHARACTER})\Z")
_CLOSES = {"{": "}", "[": "]"}
_PAGE = re.compile(r'\{\s*"(?:pageid|ns)"\s*:\s*-?\d+\s*,\s*"(?:ns|title)"\s*:')


@dataclass(frozen=True, slots=True)
class Closed:
    """A value that broke off, as far as it goes, and the text within which it did ("" in none)."""

    value: object
    cut: str


class _Scan:
    """Goes over a value as far as it is there.

    ``open`` are the brackets that are open at ``place``; at ``end`` the last part of it was whole,
    and ``depth`` of them were open.
    """

    def __init__(self, text: str) -> None:
        self.open: list[str] = []
        self.place = self.end = self.depth = 0
        self.is_key = False
        while (found := _TOKEN.match(text, self.place)) is not None:
            self.place = found.end()
            self._take(found[1], is_whole=self.place < len(text))

    def _take(self, token: str, *, is_whole: bool) -> None:
        if token in _CLOSES:
            self.open.append(token)
            self.is_key = token == "{"
        elif token in ",:":
            self.is_key = token == "," and self.open[-1:] == ["{"]
        elif token in "}]":
            del self.open[-1:]
            self.end, self.depth = self.place, len(self.open)
        elif not self.is_key and (is_whole or token.startswith('"')):
            self.end, self.depth = self.place, len(self.open)


def closed(text: str) -> Closed | None:
    """The value that begins a text and does not end in it; None when it is broken otherwise."""
    scan = _Scan(text)
    rest = text[scan.place :].lstrip()
    cut = ""
    if rest and not scan.is_key:  # a string without its end
        cut = _HALF.sub("", _PARTS_OF_CHARACTER.sub(r"\1", rest)) + '"'
        text, depth = text[: len(text) - len(rest)] + cut, len(scan.open)
    else:
        text, depth = text[: scan.end], scan.depth
    ends = "".join(_CLOSES[each] for each in reversed(scan.open[:depth]))
    try:
        value, _ = value_at(text + ends)
        return Closed(value, str(json.loads(cut)) if cut else "")
    except (ValueError, RecursionError):
        return None


def page_objects(text: str) -> list[object]:
    """The objects that are pages, as action=query lists them, wherever they are whole."""
    pages: list[object] = []
    place = 0
    while (found := _PAGE.search(text, place)) is not None:
        try:
            value, place = value_at(text, found.start())
            pages.append(value)
        except (ValueError, RecursionError):
            place = found.end()
    return pages
