"""Translation units: the numbers that the Translate extension writes into wikitext."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARK = re.compile(r"<!--T:([\w-]{1,40})-->")
_TAG = re.compile(r"</?translate\b[^<>]*>|<!--.*?-->", re.DOTALL)
_ANCHOR = re.compile(r"<span id=[\"']([^\"'<>]+)[\"']\s*(?:/>|>\s*</span>)\s*\Z")


class MarkedUnit(NamedTuple):
    """A unit of a translatable page: its number, and its words at ``start:end`` of the source."""

    number: str
    start: int
    end: int


def marked_units(wikitext: str) -> list[MarkedUnit]:
    """Return the units of a page in order, empty without the extension's marks.

    A mark stands before its paragraph, or behind a heading on its line. Source: the extension's
    handbook, "How the extension works" (mediawiki.org, Help:Extension:Translate).
    """
    marks = list(_MARK.finditer(wikitext))
    begins = []
    for mark in marks:
        line = wikitext.rfind("\n", 0, mark.start()) + 1
        before = _TAG.sub("", wikitext[line : mark.start()]).strip()
        begins.append(line if before.startswith("=") and before.endswith("=") else mark.end())
    found = []
    for index, mark in enumerate(marks):
        until = len(wikitext)
        if index + 1 < len(marks):
            until = min(marks[index + 1].start(), max(begins[index + 1], begins[index]))
        if begins[index] < mark.start():
            until = mark.start()
        elif (closing := wikitext.find("</translate>", begins[index], until)) >= 0:
            until = closing
        text = wikitext[begins[index] : until]
        start = begins[index] + len(text) - len(text.lstrip())
        found.append(MarkedUnit(mark[1], start, max(start, until)))
    return found


def units_standing_in(wikitext: str, marked: str) -> list[MarkedUnit]:
    """Return where the units of a marked text stand in one without marks, in their order there.

    A translated page as the wiki shows it has none. What is not there word for word is left out.
    """
    found = []
    for unit in marked_units(marked):
        words = marked[unit.start : unit.end].strip()
        at = wikitext.find(words)
        if words and at >= 0:
            found.append(MarkedUnit(unit.number, at, at + len(words)))
    return sorted(found, key=lambda unit: unit.start)


def anchor_before(wikitext: str, heading: int) -> str:
    """Return the name that a translated page gives its heading at this offset, "" without one.

    On a translated page an empty span before the heading keeps the anchor of the original.
    """
    found = _ANCHOR.search(wikitext, max(0, heading - 300), heading)
    return found[1].replace("_", " ") if found else ""
