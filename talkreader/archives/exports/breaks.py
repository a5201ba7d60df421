"""Places at which an export is broken: what is there is left out, and the next page is read."""

from __future__ import annotations

from talkreader.archives.document import Document, Loss
from talkreader.archives.packed.limits import MIB
from talkreader.archives.xmlpage import MAX_PAGE
from talkreader.domain.errors import ArchiveError, DamagedArchive
from talkreader.domain.records import dataclass

MOST = 1000
"""A file that is broken at more places than that is no export."""

PAGE = b"<page>"
"""Stands in an export only where a page begins: in texts, "<" is escaped."""

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Break:
    """One place: the byte and line of the file, the page's title ("" unknown), and the reason.

    ``packed`` are the bytes of the packed file that are damaged, from and to: the page is then the
    one before, but where it is ``known`` which one they begin in. ``too_large``: nothing is broken,
    but the page has more text than is read.
    """

    offset: int
    line: int
    title: str
    reason: str
    packed: tuple[int, int] | None = None
    known: bool = True
    too_large: bool = False

    @property
    def words(self) -> str:
        """Return where it is: "340 Talk:Lamp"."""
        return f"{self.line} {self.title or '?'}"

    @property
    def loss(self) -> Loss:
        """Return what is lost, and why."""
        error: ArchiveError
        if self.too_large:
            error = ArchiveError(
                "This page has more than {limit} MB of text, which no wiki keeps; it was left out"
                " (byte {offset})",
                limit=MAX_PAGE // MIB,
                offset=self.offset,
            )
        elif self.packed is not None and self.known:
            start, end = self.packed
            error = DamagedArchive(
                "Bytes {start} to {end} of the packed file are damaged ({reason}): of their"
                " pages, this one and those after it were left out, and those before it may have"
                " mistakes",
                start=start,
                end=end,
                reason=self.reason,
            )
        elif self.packed is not None:
            start, end = self.packed
            error = DamagedArchive(
                "Bytes {start} to {end} of the packed file are damaged ({reason}): of their pages,"
                " those after this one were left out, and those up to it may have mistakes",
                start=start,
                end=end,
                reason=self.reason,
            )
        else:
            error = DamagedArchive(
                "The export is broken here ({reason}, byte {offset}); the page was left out",
                reason=self.reason,
                offset=self.offset,
            )
        return Loss(self.title, self.line, int(self.known or not self.packed), error)


class Breaks:
    """The places so far, and the search for the page after the last one."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._all: list[Break] = []
        self._untold: list[Break] = []
        self._tail = b""
        self.seeking = False

    @property
    def any(self) -> bool:
        """True when there is one."""
        return bool(self._all)

    @property
    def too_many(self) -> bool:
        """True when it is not worth to go on."""
        return len(self._all) >= MOST

    def add(self, place: Break) -> None:
        """Note a place, and look for the next page from there on."""
        self._all.append(place)
        self._untold.append(place)
        self.seek()

    def seek(self) -> None:
        """Look for the next page."""
        self._tail, self.seeking = b"", True

    def find(self, data: bytes) -> tuple[int, bytes | None]:
        """Return how many lines end in what is passed over, and what begins with the next page.

        None: it is not in here.
        """
        counted = self._tail.count(b"\n")
        data = self._tail + data
        place = data.find(PAGE)
        if place < 0:
            self._tail = data[-len(PAGE) + 1 :]
            return data.count(b"\n") - counted, None
        self._tail, self.seeking = b"", False
        self._tell()
        return data.count(b"\n", 0, place) - counted, data[place:]

    def _tell(self) -> None:
        """Tell of the places after which the reading went on."""
        if self._document.lose is not None:
            for place in self._untold:
                self._document.lose(place.loss)
        self._untold.clear()

    def raise_error(self, kept: int) -> None:
        """Raise at the end of the file what is broken in it, if anything; so many pages came."""
        lose = self._document.lose
        if lose is not None and kept and self._all and all(place.too_large for place in self._all):
            self._tell()
        elif self._all:
            raise self.error(kept)

    def error(self, kept: int) -> DamagedArchive:
        """Return what to say at the end of a file that is broken, of which so many pages came."""
        first = self._all[0]
        if len(self._all) == 1 and first.too_large:
            return DamagedArchive(
                "{path}: the page “{title}” has more than {limit} MB of text, which no wiki keeps,"
                " and was left out; pages kept: {count}",
                path=self._document.path,
                title=first.title or "?",
                limit=MAX_PAGE // MIB,
                count=kept,
                line=first.line,
            )
        if len(self._all) == 1 and self.seeking:
            return DamagedArchive(
                "{path} is cut off or broken at byte {offset} ({reason}); pages kept from before"
                " that place: {count}; get the whole file again for the rest",
                path=self._document.path,
                offset=first.offset,
                reason=first.reason,
                count=kept,
                title=first.title,
                line=first.line,
            )
        named = ", ".join(place.words for place in self._all[:_NAMED])
        if len(self._all) > _NAMED:
            named += f" … ({len(self._all)})"
        return DamagedArchive(
            "{path} is broken in the middle ({reason}); lines and pages left out: {named}; pages"
            " kept: {count}; get the whole file again for the rest",
            path=self._document.path,
            reason=first.reason,
            named=named,
            count=kept,
            title=first.title,
            line=first.line,
        )
