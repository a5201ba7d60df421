"""What is wanted of an import, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import UTC, datetime
from enum import StrEnum

from talkreader.domain.errors import TalkreaderError
from talkreader.domain.page import PageInfo
from talkreader.domain.records import dataclass

FEW = 100
"""So many pages and no more are named in a report: a dump has a million."""

MOST_WARNINGS = 2000
"""So many warnings are kept word for word; the rest is counted."""


MOST_FILES = 1000
"""So many files are named in a report, each with what became of it; the rest is counted."""


class Skip(StrEnum):
    """Why a page, or a file beside pages, was left out; the window has words for each."""

    NO_DISCUSSION = "no-discussion"
    BOARD = "board"
    NAMESPACE = "namespace"
    NOT_SINCE = "not-since"
    OLDER = "older"
    UNREADABLE = "unreadable"
    OTHER_FILE = "other-file"
    REFUSED = "refused"


class RunState(StrEnum):
    """How an import ended; RUNNING in the library means that it was cut short."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Choice:
    """Which pages are wanted: of these namespaces (None: all), changed at or after ``since``.

    A page that does not say its namespace or time is always wanted.
    """

    namespaces: frozenset[int] | None = None
    since: datetime | None = None

    @property
    def everything(self) -> bool:
        """True when nothing is left out."""
        return self == Choice()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know about one file or page; ``line`` is the line of the file, -1 unknown.

    ``template`` and ``params`` are as in `TalkreaderError`: `sentence` is the finished English.
    """

    file: str
    title: str
    line: int
    template: str
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The warning in English."""
        return self.template.format(**self.params) if self.params else self.template

    @property
    def error(self) -> TalkreaderError:
        """The warning as an error, for whoever shows those."""
        return TalkreaderError(self.template, **self.params)


@dataclass(frozen=True, slots=True)
class FileFate:
    """What became of one file, or of one in a container (``file`` names both).

    ``pages`` and ``comments`` are what it gave. ``why`` is why it gave nothing; ``error`` what was
    wrong with it, if anything.
    """

    file: str
    pages: int = 0
    comments: int = 0
    why: Skip | None = None
    error: TalkreaderError | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of an import of one file or many.

    ``pages`` names the first `FEW` of those stored now or before. ``new``, ``edited`` and ``gone``
    count comments against the versions before; all comments of a new page are new. ``damage`` is
    why reading a file stopped early; what came before is stored. A ``dry`` run stored nothing.
    ``histories`` counts pages whose revisions were folded into the changes of their comments,
    ``losses`` the places at which pages or records were left out, each with a warning.
    ``fates`` say file by file what became of it, of the first `MOST_FILES`. ``aside_pages`` are
    stored beside the current copy: they break off, or have none of its comments.
    """

    paths: tuple[str, ...] = ()
    description: str = ""
    pages: tuple[PageInfo, ...] = ()
    new_pages: int = 0
    changed_pages: int = 0
    known_pages: int = 0
    aside_pages: int = 0
    comments: int = 0
    new: int = 0
    edited: int = 0
    gone: int = 0
    skipped: Mapping[Skip, int] = field(default_factory=dict)
    files: int = 0
    known_files: int = 0
    histories: int = 0
    losses: int = 0
    damage: TalkreaderError | None = None
    warnings: tuple[Notice, ...] = ()
    more_warnings: int = 0
    fates: tuple[FileFate, ...] = ()
    more_files: int = 0
    state: RunState = RunState.DONE
    dry: bool = False
    started: datetime = datetime(1970, 1, 1, tzinfo=UTC)
    seconds: float = 0.0
    id: int = 0

    @property
    def path(self) -> str:
        """The first file or folder that was named."""
        return self.paths[0] if self.paths else ""

    @property
    def page_count(self) -> int:
        """How many pages are stored now or were before."""
        return self.new_pages + self.changed_pages + self.known_pages + self.aside_pages

    @property
    def left_out(self) -> int:
        """How many files were left out though they may be pages."""
        return self.skipped.get(Skip.REFUSED, 0)

    @property
    def skipped_pages(self) -> int:
        """How many pages were left out; files beside pages do not count."""
        files = {Skip.OTHER_FILE, Skip.REFUSED}
        return sum(count for why, count in self.skipped.items() if why not in files)

    @property
    def read_and_skipped(self) -> int:
        """How many pages were left out that could be read."""
        return self.skipped_pages - self.skipped.get(Skip.UNREADABLE, 0)

    @property
    def known(self) -> bool:
        """True when every file was imported before and has not changed."""
        return 0 < self.files == self.known_files
