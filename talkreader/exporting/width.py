"""Text for a terminal: how many columns it takes, and wrapping that knows Chinese."""

from __future__ import annotations

import re
import unicodedata

_WIDE = "WF"
_ATOM = re.compile(r"\s+|[^\s]")
# A line does not begin or end with these: the usual rule of Chinese typesetting.
_NOT_LAST = frozenset("（「『【《〈“‘([{")
_NOT_FIRST = frozenset("，。、；：？！）》」』】〉”’…·,.;:?!)]}%")


def columns(text: str) -> int:
    """Return how many terminal columns the text takes: 2 for wide characters, 0 for accents."""
    return sum(map(_cell, text))


def printable(text: str) -> str:
    """Return the text without what would command a terminal; line breaks stay.

    A file can hold escape sequences that retitle, clear or remap the terminal it is shown in.
    """
    return "".join(_harmless(character) for character in text)


def wrap(text: str, width: int) -> list[str]:
    """Return one paragraph cut into lines of at most ``width`` columns; [""] for an empty one.

    Breaks at white space, and between Chinese characters, where no bracket is torn from its word.
    A longer word is cut. Raises ValueError: ``width`` under 4 (a wide character and its full stop).
    """
    if width < 4:
        raise ValueError(f"{width} columns are too few")
    lines: list[str] = []
    line = ""
    for word in _words(text):
        if columns(line) + columns(word.rstrip()) <= width:
            line += word
            continue
        if line.strip():
            lines.append(line.rstrip())
        pieces = _cut(word.lstrip() if lines else word, width)
        lines += pieces[:-1]
        line = pieces[-1]
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _cell(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def _harmless(character: str) -> str:
    if character == "\n" or unicodedata.category(character) not in {"Cc", "Cs"}:
        return character
    return " " if character == "\t" else "\ufffd"


def _words(text: str) -> list[str]:
    """Return the text cut at the places where a line may break; each keeps its white space."""
    words: list[str] = []
    glued = False  # the next character belongs to the last word
    for atom in _ATOM.findall(text):
        wide = unicodedata.east_asian_width(atom[0]) in _WIDE
        opening = bool(words) and words[-1][-1] in _NOT_LAST
        if words and (atom.isspace() or atom in _NOT_FIRST or opening or (glued and not wide)):
            words[-1] += atom
        else:
            words.append(atom)
        glued = not wide and not atom.isspace()
    return words


def _cut(word: str, width: int) -> list[str]:
    """Return the word in pieces that fit; the last one may keep white space at its end."""
    pieces = [""]
    for character in word:
        if columns(pieces[-1].rstrip() + character) > width and not character.isspace():
            pieces.append("")
        pieces[-1] += character
    return pieces
