"""Boxes around a part of a discussion: closed, archived or collapsed ones, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Classes of MediaWiki (mw-*) and of the large wikis' templates for closed and collapsed parts.
_CLASSES = frozenset(
    "mw-collapsible mw-archivedtalk boilerplate archived xfd-closed vfd afd collapsible collapsed "
    "NavFrame".split()
)
HEADERS = frozenset({"NavHead", "collapsible-header"})
"""Classes of the line that names a collapsed box."""
CONTENTS = frozenset({"mw-collapsible-content", "NavContent"})
"""Classes of what such a box hides."""

UNNAMED = "…"
"""What a box is called that says nothing of itself."""

_LONGEST = 200
_DATED = re.compile(r"\d.{0,40}[(（][^()（）]{1,12}[)）]\s*$")
_CLASS_ATTRIBUTE = re.compile(r"\bclass\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w-]+))", re.IGNORECASE)


class BoxStack:
    """The boxes that stand open while a page is read, outermost first.

    ``path`` are their numbers, ``title`` is the innermost one's; "" outside of boxes, and while it
    is not known yet. ``untitled`` is true from a box's beginning to its first words.
    """

    def __init__(self) -> None:
        self.path: tuple[int, ...] = ()
        self.title = ""
        self.untitled = False
        self._titles: list[str] = []
        self._levels: list[int] = []
        self._met = 0

    def open(self, title: str = "", level: int = 0) -> None:
        """Begin a box; ``level`` is the heading's that it stands under."""
        self._met += 1
        self.path = (*self.path, self._met)
        self._titles.append(title)
        self._levels.append(level)
        self._look()

    def close(self) -> None:
        """End the innermost box; nothing where none is open."""
        if self._titles:
            self._titles.pop()
            self._levels.pop()
            self.path = self.path[:-1]
            self._look()

    def heading(self, level: int) -> None:
        """End the boxes that a page forgot to close: those of the sections that end here."""
        while self._levels and level <= max(2, self._levels[-1]):
            self.close()

    def entitle(self, words: str) -> None:
        """Give the innermost box its first words as a title."""
        self._titles[-1] = title_of(words)
        self._look()

    def _look(self) -> None:
        self.title = self._titles[-1] if self._titles else ""
        self.untitled = bool(self._titles) and not self.title


def is_box(classes: Iterable[str]) -> bool:
    """Say whether an element of these classes is a box around a part of a discussion."""
    return not _CLASSES.isdisjoint(classes)


def classes_in(attributes: str) -> list[str]:
    """Return the classes that a tag's attributes give, as wikitext writes them."""
    match = _CLASS_ATTRIBUTE.search(attributes)
    return (match[1] or match[2] or match[3] or "").split() if match else []


def title_of(words: str) -> str:
    """Return a box's title: its first words, on one line, not too long."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def is_signed(words: str) -> bool:
    """Say whether a box's title ends in a date, so that it is somebody's verdict."""
    return _DATED.search(words) is not None
