"""Pieces of Markdown that mean what the text says, whatever characters the text has."""

from __future__ import annotations

import re

# What would begin a construct anywhere, and what would at the beginning of a line.
_INLINE = re.compile(r"([\\`*_\[\]<>~|&])")
_LINE_START = re.compile(r"^(\s*)([#+\-=]|\d+[.)])", re.MULTILINE)


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    text = _INLINE.sub(r"\\\1", text)
    return _LINE_START.sub(_escape_start, text)


def one_line(text: str) -> str:
    """Return text that Markdown shows as it is, in one line."""
    return escaped(" ".join(text.split()))


def quoted(text: str, depth: int = 1) -> str:
    """Return Markdown lines as a block quote of that depth; 0 leaves them as they are."""
    mark = "> " * depth
    return "\n".join(f"{mark}{line}".rstrip() for line in text.split("\n"))


def paragraphs(text: str) -> str:
    """Return escaped text in which every line of it stays a line of its own."""
    lines = [line.strip() for line in text.split("\n")]
    return "\n\n".join(escaped(line) for line in lines if line)


def _escape_start(match: re.Match[str]) -> str:
    space, mark = match.groups()
    return f"{space}{mark[:-1]}\\{mark[-1]}"
