"""A file under way: its bytes, what is known of it, and the pages made from it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol, TypedDict, Unpack

from talkreader.archives.hints import Hints
from talkreader.archives.packed.compressed import Unpacked
from talkreader.archives.packed.limits import CHUNK, MAX_DOCUMENT, MIB
from talkreader.archives.packed.source import CountingFile
from talkreader.archives.text.encoding import Decoded, decode
from talkreader.domain.errors import ArchiveError, DamagedArchive, NotAnArchive
from talkreader.domain.page import CommentChange, Form, Origin, RawPage, Revision, ThreadMark
from talkreader.domain.records import dataclass


class RevisionFold(Protocol):
    """Takes the revisions of one page, oldest first."""

    def add(self, revision: Revision, text: str) -> None:
        """Take the next one."""

    def changes(self) -> tuple[CommentChange, ...]:
        """What they did to the page's comments."""


_ENOUGH = 1024
"""Bytes of a page that are worth showing."""

FoldMaker = Callable[[str, str, Mapping[str, int]], RevisionFold]
"""Makes the fold for a page: of its title, language, and the site's namespaces."""

LeftOut = Callable[[str, ArchiveError | None], None]
"""Told of a file in a container that is not read: its name, and why (None: no page by its name)."""


def ignore(_name: str, _error: ArchiveError | None) -> None:
    """Be told of a file that is not read, and do nothing."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something in a file that gave no page, though what follows it does.

    ``pages`` are known to be lost, 0 where nobody knows how many. ``title`` is that of the page
    that is lost, else of the one before ("" unknown), ``line`` where it is in the file, ``member``
    the entry of a container.
    """

    title: str
    line: int
    pages: int
    error: ArchiveError
    member: str = ""


Lose = Callable[[Loss], None]
"""Told of what is lost."""


class Known(TypedDict, total=False):
    """What an archive says about a page; the fields of `RawPage`."""

    title: str
    site: str
    base_url: str
    namespace: int | None
    page_id: int | None
    language: str
    variant: str
    revision: Revision
    namespaces: dict[str, int]
    threads: tuple[ThreadMark, ...]
    warnings: tuple[str, ...]
    changes: tuple[CommentChange, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One file that is being read.

    ``path`` is as the person named it, ``member`` the entry inside a container, ``container``
    words for people, ``raw`` the file as it is stored (``size`` bytes). ``check`` is to be
    called now and then; it raises Cancelled when the person asked to stop. ``file`` is the
    container's path when ``path`` names an entry of it. ``fold`` is for full histories. ``lose``
    is told of what is lost; without it the error at the end of the file tells of that.
    """

    path: str
    member: str
    container: str
    stream: Unpacked
    hints: Hints
    check: Callable[[], None]
    raw: CountingFile
    size: int
    leave_out: LeftOut = ignore
    file: str = ""
    fold: FoldMaker | None = None
    lose: Lose | None = None

    def read_all(self) -> bytes:
        """All bytes; of a packed file that is cut off, those before the cut.

        Raises: NotAnArchive: more than one page can have; DamagedArchive: damaged, or hardly any.
        """
        parts: list[bytes] = []
        size = 0
        while data := self._read(size):
            parts.append(data)
            size += len(data)
            if size > MAX_DOCUMENT:
                raise NotAnArchive(
                    "{path} is one document of more than {limit} MB, which no talk page is;"
                    " split it, or open the dump it came from",
                    path=self.path,
                    limit=MAX_DOCUMENT // MIB,
                )
        return b"".join(parts)

    @property
    def is_cut(self) -> bool:
        """True when the file was found to be cut off while it was read."""
        return self.stream.cut is not None

    def _read(self, so_far: int) -> bytes:
        try:
            return self.stream.read(CHUNK)
        except DamagedArchive as error:
            if "reason" in error.params or so_far < _ENOUGH:
                raise
            self.stream.cut = error
            return b""

    def read_text(self, declared: str = "") -> Decoded:
        """All text; ``declared`` is the encoding that the file names."""
        return decode(self.read_all(), declared)

    def page(
        self, form: Form, text: str, offset: int = 0, line: int = 1, **known: Unpack[Known]
    ) -> RawPage:
        """A page with its origin, and the hints where the archive says nothing."""
        origin = Origin(
            path=self.file or self.path,
            member=self.member,
            container=self.container,
            sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            offset=offset,
            line=line,
        )
        page = RawPage(form=form, text=text, origin=origin, **known)
        return replace(
            page,
            title=page.title or self.hints.title,
            site=page.site or self.hints.site,
            language=page.language or self.hints.language,
        )
