"""The front matter of a Markdown file: what the program that saved a page says about the copy.

Some lines of ``name: value`` between two lines of three dashes, at the very beginning (YAML, as
Jekyll, Hugo and Obsidian write it). Only a title and an address are understood, plain or quoted.
"""

from __future__ import annotations

import re

from talkreader.domain.records import dataclass

_FENCED = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n((?:(?!---)[^\n]{0,2000}\n){1,80}?)---[ \t]*\r?\n[ \t\r\n]*"
)
_FIELD = re.compile(r"^([A-Za-z][\w-]{0,40}):[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_TITLES = ("title",)
_ADDRESSES = ("source", "url", "link", "permalink", "original", "origin")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before a text: ``title`` and ``address`` ("" not said), and the text after it.

    ``head`` is what was taken off, so that nothing of the file is out of sight.
    """

    title: str
    address: str
    head: str
    body: str


def front_matter(text: str) -> FrontMatter:
    """Return a text parted from its front matter; a text without any is all body."""
    found = _FENCED.match(text)
    fields = {
        name.lower(): _plain(value) for name, value in _FIELD.findall(found[1] if found else "")
    }
    if found is None or not fields:
        return FrontMatter("", "", "", text)
    return FrontMatter(
        title=next((fields[name] for name in _TITLES if fields.get(name)), ""),
        address=next((fields[name] for name in _ADDRESSES if "://" in fields.get(name, "")), ""),
        head=text[: found.end()],
        body=text[found.end() :],
    )


def _plain(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return value.replace('\\"', '"')
