"""Sections, comments and prose: what a page says, and who answers whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import UTC, datetime
from enum import StrEnum

from talkreader.domain.body import Body, Span
from talkreader.domain.page import RawPage
from talkreader.domain.records import dataclass


class Evidence(StrEnum):
    """Where a level or a parent comes from."""

    MARKUP = "markup"
    INFERRED = "inferred"
    UNKNOWN = "unknown"
    CORRECTED = "corrected"


class WarningKind(StrEnum):
    """What a reader should know about one comment or place; the window has words for each."""

    LEVEL_SKIPPED = "level-skipped"
    UNEQUAL_INDENTATION = "unequal-indentation"
    NAME_NOT_KEPT = "name-not-kept"
    AMBIGUOUS_TIME = "ambiguous-time"
    UNKNOWN_ZONE = "unknown-zone"
    IMPOSSIBLE_DATE = "impossible-date"
    WEEKDAY_DISAGREES = "weekday-disagrees"
    UNSIGNED = "unsigned"
    SEVERAL_SIGNATURES = "several-signatures"
    TREE_DISAGREES = "tree-disagrees"
    ONLY_HEADINGS = "only-headings"


@dataclass(frozen=True, slots=True)
class PageWarning:
    """One warning: its kind, and the words of the page that it is about."""

    kind: WarningKind
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, when, and the exact words.

    ``author`` None: the copy lost the name. ``display_name`` is what the page shows if it differs.
    ``timestamp`` is aware, UTC, to the minute; None when the date cannot exist. ``raw`` is the
    timestamp as it was signed. ``span`` covers the whole signature in `ParsedPage.text`.
    """

    author: str | None
    timestamp: datetime | None
    raw: str
    span: Span
    display_name: str | None = None

    def __post_init__(self) -> None:
        if self.timestamp is not None and self.timestamp.tzinfo is not UTC:
            raise ValueError("a signature's timestamp is in UTC")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what follows it.

    Section 0 is what stands before the first heading (heading None, level 0).

    ``parent`` is the index of the section it lies in, None at the top. ``span`` is the heading's
    own place.
    """

    index: int
    heading: str | None
    level: int
    parent: int | None
    span: Span
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What one person said, once.

    ``index`` is its place on the page, ``parent`` the index of the comment it answers (None: it
    answers the heading). ``level`` counts from 1. ``confidence`` (0 to 1) is how sure the parent
    is: 1 for markup. ``body`` is without its signature; ``trailing`` is what follows the
    signature on its line. ``span`` covers all of it in `ParsedPage.text`; ``source`` covers it in
    the page's source where the form has one. ``box`` is what the closed or collapsed box it stands
    in says of itself: its title, or its closer's verdict and signature ("" none). ``id`` is the
    library's, 0 when not stored. ``corrected_author`` is who it is by a person's correction (""
    nobody known); None: not corrected.
    """

    index: int
    section: int
    parent: int | None
    level: int
    level_evidence: Evidence
    signatures: tuple[Signature, ...]
    body: Body
    span: Span
    trailing: str = ""
    confidence: float = 1.0
    source: Span | None = None
    box: str = ""
    warnings: tuple[PageWarning, ...] = ()
    id: int = 0
    corrected_author: str | None = None

    def __post_init__(self) -> None:
        if not self.signatures:
            raise ValueError("a comment has a signature")
        if self.level < 1:
            raise ValueError(f"levels count from 1, not {self.level}")
        if self.parent is not None and not 0 <= self.parent < self.index:
            raise ValueError(f"comment {self.index} cannot answer {self.parent}")

    @property
    def author(self) -> str | None:
        """The user name, as corrected; None when the copy lost it."""
        if self.corrected_author is not None:
            return self.corrected_author or None
        return self.signatures[0].author

    @property
    def display_name(self) -> str | None:
        """What the page shows instead of the user name, if anything."""
        return self.signatures[0].display_name

    @property
    def timestamp(self) -> datetime | None:
        """When it was signed first, aware and in UTC."""
        return self.signatures[0].timestamp

    @property
    def name(self) -> str:
        """DiscussionTools' name, the same in every copy; not unique."""
        return comment_name(self.signatures[0].author, self.timestamp)


@dataclass(frozen=True, slots=True)
class Prose:
    """Words that are nobody's comment: a lead, a banner, an unsigned remark, in their place."""

    section: int
    body: Body
    span: Span
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page understood: sections, comments and prose in page order, and the text they span.

    The spans of headings, comments and prose do not overlap and cover all of ``text`` but white
    space.
    """

    raw: RawPage
    text: str
    sections: tuple[Section, ...]
    comments: tuple[Comment, ...]
    prose: tuple[Prose, ...]
    warnings: tuple[PageWarning, ...] = field(default=())

    def items(self) -> Iterator[Section | Comment | Prose]:
        """Headings, comments and prose in page order."""
        everything: list[Section | Comment | Prose] = [*self.sections, *self.comments, *self.prose]
        rank = {Section: 0, Comment: 1, Prose: 1}
        return iter(sorted(everything, key=lambda item: (item.span.start, rank[type(item)])))


def comment_name(author: str | None, timestamp: datetime | None) -> str:
    """``c-Author-YYYYMMDDHHMMSS``, with "_" for spaces and nothing where a part is not known.

    Source: DiscussionTools, ThreadItem names since July 2022 (facts/discussiontools.md, section 5).
    """
    moment = _digits(timestamp) if timestamp else ""
    return f"c-{(author or '').replace(' ', '_')}-{moment}"


def author_and_time(name: str) -> tuple[str, datetime | None]:
    """Return what `comment_name` put into a name; "" and None for what is not in it."""
    author, _dash, minute = name.removeprefix("c-").rpartition("-")
    try:
        moment = datetime.strptime(minute, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        moment = None
    return author.replace("_", " "), moment


def _digits(moment: datetime) -> str:
    """Return YYYYMMDDHHMMSS; `strftime` takes fifteen times as long, and a page has thousands."""
    day = (moment.year * 100 + moment.month) * 100 + moment.day
    return str(((day * 100 + moment.hour) * 100 + moment.minute) * 100 + moment.second)
