"""LiquidThreads in an XML export: every post is a page in a namespace of its own.

A post's title is the page it stands on, the subject, and the way down to it, with slashes between:
"Thread:Talk:Lamp/Oil/reply". Who wrote it, and when, is what its revision says. The posts of one
page are gathered, and given as one page at the end. Source: an export of MediaWiki 1.39.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from talkreader.archives.packed.limits import MIB
from talkreader.archives.posts import Post, wikitext_of
from talkreader.domain.page import FROM_THREADS, RawPage

THREAD = 90
_SET = {90, 91, 92, 93}  # Thread, Thread talk, Summary, Summary talk
_MOST = 48 * MIB


class Gathered:
    """The posts so far."""

    def __init__(self) -> None:
        self._posts: list[RawPage] = []
        self._titles: set[str] = set()
        self._size = 0

    @property
    def many(self) -> bool:
        """True when they should be given, so that they do not fill the memory."""
        return self._size > _MOST

    def take(self, page: RawPage) -> bool:
        """Take a page that is a post; False when it is none."""
        if not set(page.namespaces.values()) >= _SET:
            return False
        if page.namespace == THREAD:
            self._posts.append(page)
            self._size += len(page.text)
            return True
        if page.namespace not in _SET:
            self._titles.add(page.title)
        return False

    def pages(self) -> Iterator[RawPage]:
        """Give the pages that the posts make."""
        groups: dict[str, list[tuple[RawPage, str]]] = {}
        for page in self._posts:
            prefix, _, way = page.title.partition(":")
            base = self._base(way)
            groups.setdefault(f"{prefix}:{base}", []).append((page, way.removeprefix(base)))
        for title, members in groups.items():
            posts = [_post(page, way) for page, way in members]
            first = members[0][0]
            text = wikitext_of(posts)
            sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
            warnings = tuple(dict.fromkeys(w for page, _ in members for w in page.warnings))
            yield replace(
                first,
                title=title,
                text=text,
                origin=replace(first.origin, sha256=sha256),
                page_id=None,
                warnings=(*warnings, FROM_THREADS),
            )
        self._posts.clear()
        self._size = 0

    def _base(self, way: str) -> str:
        """The page a post stands on: the longest title in the file that its own begins with."""
        parts = way.split("/")
        for count in range(len(parts) - 1, 0, -1):
            title = "/".join(parts[:count])
            if title in self._titles:
                return title
        return parts[0]


def _post(page: RawPage, way: str) -> Post:
    subject, *below = way.strip("/").split("/")
    return Post(
        id=way,
        author=page.revision.contributor,
        moment=page.revision.timestamp,
        text=page.text,
        parent=way.rpartition("/")[0] if below else "",
        topic=subject,
        heading=subject,
    )
