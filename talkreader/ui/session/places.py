"""Places in a page that survive another copy of it: a comment by its name, not its number."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from talkreader.reading import ReadingPage


@dataclass(frozen=True, slots=True)
class Place:
    """A comment of a stored page; ``comment`` "" is the top. ``occurrence`` counts from 0."""

    page: int = 0
    comment: str = ""
    occurrence: int = 0

    def text(self) -> str:
        """Return the place inside its page as one word, for the library to keep."""
        return f"{self.comment}#{self.occurrence}" if self.comment else ""

    @classmethod
    def parse(cls, text: str) -> Place:
        """Return the place that `text` wrote; the top when it makes no sense."""
        name, _, occurrence = text.rpartition("#")
        if not name or not occurrence.isdecimal():
            return cls()
        return cls(comment=name, occurrence=int(occurrence))


def place_of(page: ReadingPage, comment: int | None) -> Place:
    """Return the place of a comment by its index; None is the top."""
    if comment is None:
        return Place(page.info.id)
    name = page.comments[comment].name
    before = sum(1 for other in page.comments[:comment] if other.name == name)
    return Place(page.info.id, name, before)


def find_place(page: ReadingPage, place: Place) -> int | None:
    """Return the index of the comment at a place, None for the top.

    When this copy has fewer comments of that name, the last of them; when it has none, the top.
    """
    found = [comment.index for comment in page.comments if comment.name == place.comment]
    return found[min(place.occurrence, len(found) - 1)] if found and place.comment else None


def names_of(page: ReadingPage) -> list[tuple[str, int]]:
    """Return the name and occurrence of every comment, by index: the same in every copy."""
    counts: Counter[str] = Counter()
    names = []
    for comment in page.comments:
        name = comment.name
        names.append((name, counts[name]))
        counts[name] += 1
    return names
