"""Pieces of Markdown that mean what the text says, whatever characters the text has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

# What would begin a construct anywhere, and what would at the beginning of a line.
_INLINE = re.compile(r"([\\`*_\[\]<>~|&])")
_NOT_IN_TAGS = re.compile(r"[^\w-]+")
_LINE_START = re.compile(r"^(\s*)([#+\-=]|\d+[.)])", re.MULTILINE)


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    text = _INLINE.sub(r"\\\1", text)
    return _LINE_START.sub(_escape_start, text)


def one_line(text: str) -> str:
    """Return text that Markdown shows as it is, in one line."""
    return escaped(" ".join(text.split()))


def hashtag(tag: str) -> str:
    """Return a tag as Obsidian reads it in a text, without its hash; "" when nothing is left.

    Levels stay (``a/b``). It takes letters, digits, ``_`` and ``-`` only, so that everything else
    becomes a hyphen, and no tag of digits alone, which gets a ``_`` before it.
    Source: help.obsidian.md, Tags ("Tag format").
    """
    levels = (_NOT_IN_TAGS.sub("-", level.strip()).strip("-") for level in tag.split("/"))
    made = "/".join(filter(None, levels))
    return f"_{made}" if made and not any(each.isalpha() for each in made) else made


def front_matter(title: str, tags: Iterable[str]) -> str:
    """Return the properties at the top of a note as Obsidian and pandoc read them (YAML)."""
    lines = ["---", f"title: {json.dumps(title, ensure_ascii=False)}"]
    listed = list(dict.fromkeys(filter(None, map(hashtag, tags))))
    if listed:
        # a JSON string is a YAML string: nothing in it can mean anything else
        lines += ["tags:", *(f"  - {json.dumps(tag, ensure_ascii=False)}" for tag in listed)]
    return "\n".join([*lines, "---"])


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
