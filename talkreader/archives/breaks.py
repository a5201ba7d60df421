"""Places at which an export is broken: the page there is left out, and the next one is read."""

from __future__ import annotations

from talkreader.domain.errors import DamagedArchive
from talkreader.domain.records import dataclass

MOST = 1000
"""A file that is broken at more places than that is no export."""

PAGE = b"<page>"
"""Stands in an export only where a page begins: in texts, "<" is escaped."""

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Break:
    """One place: the byte and line of the file, the page's title ("" unknown), and the reason."""

    offset: int
    line: int
    title: str
    reason: str

    @property
    def words(self) -> str:
        """Return where it is: "340 Talk:Lamp"."""
        return f"{self.line} {self.title or '?'}"


class Breaks:
    """The places so far, and the search for the page after the last one."""

    def __init__(self) -> None:
        self._all: list[Break] = []
        self._tail = b""
        self.seeking = False

    @property
    def found(self) -> bool:
        """True when anything was broken."""
        return bool(self._all)

    @property
    def too_many(self) -> bool:
        """True when it is not worth to go on."""
        return len(self._all) >= MOST

    def add(self, place: Break) -> None:
        """Note a place, and look for the next page from there on."""
        self._all.append(place)
        self._tail, self.seeking = b"", True

    def find(self, data: bytes) -> tuple[bytes, bytes] | None:
        """Return what was passed over and what begins with the next page; None: not in here."""
        data = self._tail + data
        place = data.find(PAGE)
        if place < 0:
            self._tail = data[-len(PAGE) + 1 :]
            return None
        self._tail, self.seeking = b"", False
        return data[:place], data[place:]

    def error(self, path: str, kept: int) -> DamagedArchive:
        """Return what to say at the end of a file that is broken, of which so many pages came."""
        first = self._all[0]
        if len(self._all) == 1 and self.seeking:
            return DamagedArchive(
                "{path} is cut off or broken at byte {offset} ({reason}); pages kept from before"
                " that place: {count}; get the whole file again for the rest",
                path=path,
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
            path=path,
            reason=first.reason,
            named=named,
            count=kept,
            title=first.title,
            line=first.line,
        )
