"""What a person writes about words, comments, sections or pages (W3C Web Annotation)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from talkreader.domain.color import Color
from talkreader.domain.page import PageKey
from talkreader.domain.records import dataclass

__all__ = ["AnchorState", "Color", "Elsewhere", "Note", "Placed", "Target"]


class AnchorState(StrEnum):
    """How well a note's place was found again."""

    EXACT = "exact"
    MOVED = "moved"
    GUESSED = "guessed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Target:
    """The place of a note: a comment of a page, and words in its body.

    ``comment`` is the comment's name, "" for a note on the section or page. ``occurrence`` tells
    comments of one name on one page apart, from 0. ``start``/``end`` (W3C TextPositionSelector)
    are code points of the body text; equal for a note on the whole comment. ``exact``,
    ``prefix``, ``suffix`` are a TextQuoteSelector with up to 32 characters of context, more where
    the same stands twice in the comment.
    """

    site: str
    title: str
    section: str = ""
    comment: str = ""
    occurrence: int = 0
    start: int = 0
    end: int = 0
    exact: str = ""
    prefix: str = ""
    suffix: str = ""

    @property
    def names_page(self) -> bool:
        """False for a note of a time when pages without a title had one key between them."""
        return bool(self.title or PageKey(self.site, self.title).text)


@dataclass(frozen=True, slots=True)
class Note:
    """A highlight, a remark, or both, with tags.

    ``id`` is a UUID (urn form without the prefix); ``targets`` has one entry per comment that the
    selection touches; ``color`` None: no highlight; ``text`` is Markdown. Times are aware and in
    UTC.
    """

    id: str
    targets: tuple[Target, ...]
    color: Color | None
    text: str
    tags: tuple[str, ...]
    created: datetime
    modified: datetime

    def __post_init__(self) -> None:
        if not self.targets:
            raise ValueError("a note is about something")


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Words on another page of the library, by its id: a section was moved there.

    ``comment`` is the index in that page, None for a whole section; ``name`` and ``occurrence``
    name the comment there, of a section its first one ("": it has none).
    """

    page: int
    key: PageKey
    comment: int | None
    name: str
    occurrence: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a note's target stands in the page as it is now.

    ``comment`` is the index in the page, None when lost or when it is about the page or a section.
    ``target`` is the index in `Note.targets`; ``score`` is 0 to 1. ``elsewhere``: not in this page
    any more but in that one; ``comment`` is None then, and ``state`` is of the place there.
    ``heading``: of a note on a section, the one it has now where that is another than it had.
    """

    note: Note
    target: int
    state: AnchorState
    comment: int | None
    start: int
    end: int
    score: float = 1.0
    elsewhere: Elsewhere | None = None
    heading: str = ""

    @property
    def section(self) -> str:
        """The heading under which the target stands, "" for none and before the first one."""
        return self.heading or self.note.targets[self.target].section
