"""The discussion that DiscussionTools' API gives in pieces, as one page of HTML again.

A sub-section is listed twice, inside its section and at the top; by its id it is written once, in
the order of the page. Replies become nested lists, as MediaWiki writes ":" indents, so that the
level of a comment is the nesting of its list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import cast

from talkreader.archives.document import Document
from talkreader.archives.pages.jsconfig import thread_marks
from talkreader.domain.errors import NotAnArchive
from talkreader.domain.page import Form, RawPage

_DEEPEST = 200
_EMPTY_HEADING = re.compile(r"<h([1-6])\b[^>]*>\s*</h\1>")


def page_of_thread_items(
    document: Document, items: object, warnings: tuple[str, ...] = ()
) -> RawPage:
    """The page that ``threaditemshtml`` describes; its title is not in the answer."""
    if not isinstance(items, list) or not items:
        raise NotAnArchive(
            "{path} is a DiscussionTools answer without the comments; ask for prop=threaditemshtml",
            path=document.path,
        )
    parts: list[str] = []
    _Writer(parts).write_all(items)
    return document.page(
        Form.HTML,
        '<div class="mw-parser-output">\n' + "\n".join(parts) + "\n</div>",
        threads=thread_marks(items),
        warnings=warnings,
    )


class _Writer:
    """Writes items to ``parts``, each id once."""

    def __init__(self, parts: list[str]) -> None:
        self._parts = parts
        self._seen: set[str] = set()

    def write_all(self, items: list[object], depth: int = 0) -> None:
        """Write items of one level and all below them."""
        for item in items:
            if not isinstance(item, Mapping):
                continue
            name = str(item.get("id", ""))
            if name in self._seen:
                continue
            self._seen.add(name)
            if item.get("type") == "heading":
                self._heading(cast("Mapping[str, object]", item), name)
            else:
                self._comment(cast("Mapping[str, object]", item), name, depth)

    def _heading(self, item: Mapping[str, object], name: str) -> None:
        """Write a heading and its comments; the placeholder before the first heading has none."""
        level = item.get("headingLevel")
        other = str(item.get("othercontent") or "")
        text = str(item.get("html") or "")
        # a section without a comment comes with an emptied heading of its own
        other = _EMPTY_HEADING.sub("", other)
        if isinstance(level, int) and 1 <= level <= 6:
            self._parts.append(f'<h{level} id="{escape(name)}">{text}</h{level}>')
        if other:
            self._parts.append(other)
        self._replies(item, 0)

    def _comment(self, item: Mapping[str, object], name: str, depth: int) -> None:
        """Write a comment, then its replies one list deeper."""
        text = str(item.get("html") or "")
        mark = f'<span data-mw-thread-id="{escape(name)}"></span>'
        block = f"<div>{mark}{text}</div>" if depth == 0 else f"{mark}{text}"
        self._parts.append("<dl><dd>" * depth + block + "</dd></dl>" * depth)
        self._replies(item, min(depth + 1, _DEEPEST))

    def _replies(self, item: Mapping[str, object], depth: int) -> None:
        """Write the replies of an item."""
        replies = item.get("replies")
        if isinstance(replies, list):
            self.write_all(replies, depth)
