"""Places in a page that survive another copy of it: a comment by its name, not its number."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import NamedTuple

from talkreader.domain.records import dataclass
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
    return Place(page.info.id, name, _bearing(page, name).index(comment))


def find_place(page: ReadingPage, place: Place) -> int | None:
    """Return the index of the comment at a place, None for the top.

    When this copy has fewer comments of that name, the last of them; when it has none, the top.
    """
    found = _bearing(page, place.comment) if place.comment else []
    return found[min(place.occurrence, len(found) - 1)] if found else None


def _bearing(page: ReadingPage, name: str) -> list[int]:
    """Return the comments of a name, in page order.

    Names are put together when they are asked for: of thousands, only those whose minute fits are.
    """
    minute = name.rpartition("-")[2]
    try:
        moment = datetime.strptime(minute, "%Y%m%d%H%M%S").replace(tzinfo=UTC) if minute else None
    except ValueError:
        return []
    return [c.index for c in page.comments if c.timestamp == moment and c.name == name]


def names_of(page: ReadingPage) -> list[tuple[str, int]]:
    """Return the name and occurrence of every comment, by index: the same in every copy."""
    counts: Counter[str] = Counter()
    names = []
    for comment in page.comments:
        name = comment.name
        names.append((name, counts[name]))
        counts[name] += 1
    return names


class FirstPage(NamedTuple):
    """The page that a start has painted before all that stands beside it, and the place in it."""

    page: ReadingPage
    place: Place
