"""What whoever reads files tells whoever understands pages, and this one whoever stores them.

All of it can be pickled: they may be processes of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from talkreader.domain.errors import ArchiveError, DamagedArchive, NotAnArchive, TalkreaderError
from talkreader.domain.importing import Skip
from talkreader.domain.page import CommentChange, RawPage

if TYPE_CHECKING:
    from talkreader.store.pages.cutting import Copied, CutPage


class Trouble(NamedTuple):
    """A `TalkreaderError` in parts: exceptions do not pass between processes."""

    kind: str
    template: str
    params: dict[str, str | int]

    @classmethod
    def of(cls, error: TalkreaderError) -> Trouble:
        """Take an error apart."""
        params = {
            name: value if isinstance(value, int) else str(value)
            for name, value in error.params.items()
        }
        return cls(type(error).__name__, error.template, params)

    def error(self) -> TalkreaderError:
        """Put the error together again; of a kind that is not about archives: as its base."""
        kinds = {kind.__name__: kind for kind in (ArchiveError, NotAnArchive, DamagedArchive)}
        return kinds.get(self.kind, TalkreaderError)(self.template, **self.params)


class Began(NamedTuple):
    """A file was opened."""

    path: str
    description: str


class Ended(NamedTuple):
    """A file was read: ``damage`` is why not to its end, ``stamp`` its size and time of change."""

    path: str
    stamp: tuple[int, int] | None
    damage: Trouble | None


class FileKnown(NamedTuple):
    """A file has not changed since it gave these pages."""

    path: str
    pages: list[int]


class FileRefused(NamedTuple):
    """A file, or one in a container, was not read; ``trouble`` None: it is no page by its name."""

    file: str
    trouble: Trouble | None


class PageRead(NamedTuple):
    """A page to be stored, and what its archive says of it; ``line`` is where it stands."""

    page: CutPage
    line: int
    warnings: tuple[str, ...]
    changes: tuple[CommentChange, ...] = ()


class PageCounted(NamedTuple):
    """A page that would be stored, in a dry run; ``stored`` when another version is."""

    title: str
    comments: int
    stored: bool


class PageKnown(NamedTuple):
    """A page whose very text is stored already, in another copy or this one."""

    page: int
    copy: Copied
    changes: tuple[CommentChange, ...] = ()


class PageSkipped(NamedTuple):
    """A page that is not wanted or holds no discussion."""

    why: Skip
    title: str


class PageTrouble(NamedTuple):
    """A page that could not be read: it is broken or too large, or the program has a mistake.

    ``pages`` is how many are lost, 0 where nobody knows; ``member`` the entry of a container.
    """

    title: str
    line: int
    trouble: Trouble
    pages: int = 1
    member: str = ""


class BytesRead(NamedTuple):
    """So many bytes of all files are behind us."""

    done: int


class LonePage(NamedTuple):
    """The only page of a file that is opened alone: it is shown whatever it is."""

    page: RawPage


Message = (
    Began
    | Ended
    | FileKnown
    | FileRefused
    | PageRead
    | PageCounted
    | PageKnown
    | PageSkipped
    | PageTrouble
    | BytesRead
)
"""What is told to whoever stores pages."""
Found = RawPage | LonePage | Message
"""What is found in files; pages are to be understood, all else is handed on."""
