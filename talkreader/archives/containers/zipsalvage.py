"""A zip file without its list of files, which stands at the end: an interrupted download has none.

Before each file stands a header of its own (APPNOTE.TXT 4.3.7), and a deflated one knows its end.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, NamedTuple, cast

from talkreader.archives.containers.members import Members, is_no_page, shown_name
from talkreader.archives.document import Document
from talkreader.archives.packed.limits import CHUNK, MAX_RATIO, RATIO_FREE
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.page import RawPage

_SIGN = b"PK\x03\x04"
_HEADER = struct.Struct("<4s5H3I2H")
_LIST = (b"PK\x01\x02", b"PK\x06\x06", b"PK\x05\x06")
_ENCRYPTED, _SIZE_FOLLOWS, _UTF8_NAME = 0x1, 0x8, 0x800
_STORED, _DEFLATED = 0, 8
_TRIES = 100
"""So many files may have no end: what looks like a header is looked for in them."""
_IN_EXTRA = 0xFFFF_FFFF


class _Header(NamedTuple):
    """What stands before a file: ``start`` is the byte where its contents begin."""

    name: str
    flags: int
    method: int
    size: int | None
    start: int


def salvage(document: Document, reason: str) -> Iterator[RawPage]:
    """The pages of the files before the place where a zip file is cut off.

    Raises: DamagedArchive, after the pages.
    """
    file, members, kept = cast("BinaryIO", document.raw), Members(document), 0
    tries = _TRIES
    budget = max(RATIO_FREE, MAX_RATIO * document.size)
    place = _next(file, 0)
    while place is not None:
        document.check()
        header = _header(file, place)
        if header is None:
            break
        piece = _Piece(file, header, budget)
        if header.name.endswith("/") or is_no_page(header.name):
            if not header.name.endswith("/"):
                members.leave_out(header.name, None)
        elif header.flags & _ENCRYPTED or header.method not in {_STORED, _DEFLATED}:
            why = NotAnArchive(
                "{path} is locked, or packed in a way that is not known; get the whole file again,"
                " unpack it and open what comes out",
                path=f"{document.path} › {shown_name(header.name)}",
            )
            members.leave_out(header.name, why)
        else:
            for page in members.read(header.name, cast("BinaryIO", piece)):
                kept += 1
                yield page
        end = piece.end()
        budget -= piece.produced
        tries -= end == header.start
        if not tries:
            break
        place = _next(file, end)
    raise DamagedArchive(
        "{path} is a zip archive that is cut off or damaged ({reason}); pages kept: {count}; get"
        " the whole file again",
        path=document.path,
        reason=reason,
        count=kept,
    )


def _next(file: BinaryIO, place: int) -> int | None:
    """The byte of the next header from there on; None where the list begins or the file ends."""
    file.seek(place)
    window = file.read(CHUNK)
    if window.startswith(_LIST):
        return None
    while (found := window.find(_SIGN)) < 0:
        place += max(0, len(window) - 3)
        data = file.read(CHUNK)
        if not data:
            return None
        window = window[-3:] + data
    return place + found


def _header(file: BinaryIO, place: int) -> _Header | None:
    """The header at a byte; None when it is cut off."""
    file.seek(place)
    head = file.read(_HEADER.size)
    if len(head) < _HEADER.size:
        return None
    _sign, _version, flags, method, _time, _date, _crc, size, whole, length, more = _HEADER.unpack(
        head
    )
    raw, extra = file.read(length), file.read(more)
    name = raw.decode("utf-8" if flags & _UTF8_NAME else "cp437", "replace")
    if not flags & _UTF8_NAME:
        with suppress(UnicodeDecodeError):
            name = raw.decode("utf-8")
    if size == _IN_EXTRA:
        size = _large_size(extra, whole)
    known = None if flags & _SIZE_FOLLOWS and not size else size
    return _Header(name, flags, method, known, place + _HEADER.size + length + more)


def _large_size(extra: bytes, whole: int) -> int:
    """The packed size of a file of more than 4 GB (APPNOTE.TXT 4.5.3)."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        if kind == 1:
            at = 4 + (8 if whole == _IN_EXTRA else 0)
            return int.from_bytes(extra[at : at + 8], "little")
        extra = extra[4 + length :]
    return _IN_EXTRA


class _Piece:
    """The contents of one file; what is wrong with them is a ValueError."""

    def __init__(self, file: BinaryIO, header: _Header, budget: int) -> None:
        self._file = file
        self._header = header
        self._budget = budget
        self._at = header.start
        self._left = header.size
        self._unpacker = zlib.decompressobj(-15)
        self._waiting = b""
        self.produced = 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, at most ``size``; empty at the end."""
        wanted = CHUNK if size < 0 else size
        data = self._stored(wanted) if self._header.method == _STORED else self._inflated(wanted)
        self.produced += len(data)
        if self.produced > self._budget:
            raise ValueError("it unpacks to far more than its packed size can hold")
        return data

    def close(self) -> None:
        """Nothing: the file is the archive's."""

    def end(self) -> int:
        """The byte behind the contents; where they end nobody knows, the first of them."""
        if self._header.size is not None:
            return self._header.start + self._header.size
        with suppress(ValueError, zlib.error):
            while self._header.method == _DEFLATED and self.read(CHUNK):
                pass
        eof = self._unpacker.eof
        return self._at - len(self._unpacker.unused_data) if eof else self._header.start

    def _stored(self, wanted: int) -> bytes:
        if self._left is None:
            raise ValueError("its size is not known")
        data = self._packed(min(wanted, self._left))
        if not data and self._left:
            raise ValueError("the packed data ends too early")
        return data

    def _inflated(self, wanted: int) -> bytes:
        while not self._unpacker.eof:
            packed = self._waiting or self._packed(CHUNK)
            made = self._unpacker.decompress(packed, wanted)
            self._waiting = self._unpacker.unconsumed_tail
            if made:
                return made
            if not packed:
                raise ValueError("the packed data ends too early")
        return b""

    def _packed(self, wanted: int) -> bytes:
        """The next packed bytes, of this file alone where its size is known."""
        self._file.seek(self._at)
        data = self._file.read(wanted if self._left is None else min(wanted, self._left))
        self._at += len(data)
        if self._left is not None:
            self._left -= len(data)
        return data
