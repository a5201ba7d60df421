"""Pages: as an archive holds them (`RawPage`), and as a library knows them (`PageInfo`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from talkreader.domain.records import dataclass


class Form(StrEnum):
    """The kinds of text a discussion comes in."""

    PLAINTEXT = "txt"
    WIKITEXT = "wikitext"
    HTML = "html"
    MARKDOWN = "markdown"


_TEXT = "sha256:"

BOARD = (
    "This page is a Structured Discussions board; the export has only its number, not what was"
    " said on it"
)
"""The warning of a page whose posts lie in another database."""

FROM_BOARD = (
    "The page was a Structured Discussions board: signatures and indentation were made from it"
)
FROM_RECORDS = (
    "The file holds records, not the page: signatures and indentation were made from them"
)
FROM_THREADS = "The page had LiquidThreads: signatures and indentation were made from its posts"
OF_THE_FORM = frozenset({FROM_BOARD, FROM_RECORDS, FROM_THREADS})
"""What holds for each page of a file, by its form; said once of the file."""

CUT_SHORT = "The file ends in the middle; the end of the page may be missing"
"""The warning of a copy that breaks off before the page does."""


class PageKey(NamedTuple):
    """Which page this is, in any copy; ``site`` is a database name or host, "" when unknown.

    A page without a title is known by its first text: ``site`` then names that (`key_of_text`). So
    is a page of unknown site whose title another one has that it shares no comment with.
    """

    site: str
    title: str

    @property
    def text(self) -> str:
        """The SHA-256 of the first text of a page that is known by it; "" for others."""
        return self.site.removeprefix(_TEXT) if self.site.startswith(_TEXT) else ""


def root_of(title: str) -> str:
    """Return what a page, its talk page and the pages below both have in their titles alike."""
    return (title.partition(":")[2] or title).partition("/")[0].strip()


def key_of_text(sha256: str, title: str = "") -> PageKey:
    """Return the identity of a page that is known by its first text, which was this."""
    return PageKey(_TEXT + sha256, title)


def shown_site(site: str) -> str:
    """Return what a person calls the site of a key: nothing where it names a text."""
    return "" if site.startswith(_TEXT) else site


@dataclass(frozen=True, slots=True)
class Origin:
    """The copy a page came from.

    ``path`` as the person named it, ``member`` the entry inside a container ("" = the file itself),
    ``container`` a few words for people ("MediaWiki XML export, bzip2"), ``sha256`` of the page's
    own text (hex), ``offset`` the byte (uncompressed) at which the page starts, ``line`` the
    line, both -1 if unknown.
    """

    path: str = ""
    member: str = ""
    container: str = ""
    sha256: str = ""
    offset: int = -1
    line: int = -1

    @property
    def file(self) -> str:
        """The name of the file, and of the entry in it: "pages.zip/Talk.html"."""
        name = self.path.replace("\\", "/").rsplit("/", 1)[-1]
        return f"{name}/{self.member}" if name and self.member else name


@dataclass(frozen=True, slots=True)
class Revision:
    """Which revision of the page the copy holds; None and "" where the copy does not say."""

    id: int | None = None
    timestamp: datetime | None = None
    contributor: str = ""
    comment: str = ""


class ChangeKind(StrEnum):
    """What a revision did to a comment."""

    FIRST = "first"
    EDITED = "edited"
    REMOVED = "removed"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class CommentChange:
    """One change of one comment, from a full history.

    ``comment`` is DiscussionTools' name for it, ``occurrence`` counts comments of the same name
    from 0 in the order in which they were first seen. ``text`` is what stood there before it was
    edited or removed; None where that is the text that stands there later.
    """

    comment: str
    occurrence: int
    kind: ChangeKind
    revision: Revision
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ThreadMark:
    """One entry of the thread tree that a page saved from a wiki with DiscussionTools carries.

    ``id`` as DiscussionTools writes it (``c-Author-20210914201600-…`` or ``h-…``), ``replies``
    nested.
    """

    id: str
    level: int = 0
    author: str = ""
    timestamp: datetime | None = None
    replies: tuple[ThreadMark, ...] = ()


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as an archive holds it: decoded text, and all the archive says about it.

    ``title`` "" when the form does not carry it. ``language`` is a MediaWiki language code (""
    unknown), ``variant`` the script variant it is shown in. ``namespaces`` maps the site's own
    names (and aliases) to numbers. ``warnings`` are English sentences about the reading of the
    file (replaced bytes and the like). ``changes`` are what the page's revisions did to its
    comments, where the archive has them all and somebody asked.
    """

    form: Form
    text: str
    title: str = ""
    site: str = ""
    base_url: str = ""
    namespace: int | None = None
    page_id: int | None = None
    language: str = ""
    variant: str = ""
    revision: Revision = Revision()
    origin: Origin = Origin()
    namespaces: Mapping[str, int] = field(default_factory=dict)
    threads: tuple[ThreadMark, ...] = ()
    warnings: tuple[str, ...] = ()
    changes: tuple[CommentChange, ...] = ()

    @property
    def key(self) -> PageKey:
        """The page's identity in any copy."""
        return PageKey(self.site, self.title)


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A stored page, without its contents: what lists, tabs and recent files show.

    ``id`` is the id in this library; ``version`` counts the copies of one page from 1;
    ``current`` is False for an older copy. Times are aware and in UTC; ``imported`` is when its
    import began. ``wiki`` is the site of a page whose key names its text instead.
    """

    id: int
    key: PageKey
    namespace: int | None
    language: str
    form: Form
    origin: Origin
    revision: Revision
    imported: datetime
    version: int
    current: bool
    sections: int
    comments: int
    people: int
    first: datetime | None
    last: datetime | None
    warnings: tuple[str, ...] = ()
    wiki: str = ""

    @property
    def is_cut_short(self) -> bool:
        """True for a copy that breaks off before the page does."""
        return CUT_SHORT in self.warnings

    @property
    def is_aside(self) -> bool:
        """True for a copy that is not current, for it breaks off or has no comments."""
        return not self.current and (self.is_cut_short or not self.comments)

    @property
    def site(self) -> str:
        """The site's database name or host."""
        return self.wiki if self.key.text else self.key.site

    @property
    def title(self) -> str:
        """The page's full title, with its namespace."""
        return self.key.title
