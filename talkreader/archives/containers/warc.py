"""WARC web archives (ISO 28500, WARC 0.17 to 1.1): the web pages that a crawler was answered with.

A record is a block of header lines and as many bytes as ``Content-Length`` says; of a ``response``
they are an HTTP answer, of a ``resource`` the page itself.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from talkreader.archives.containers.members import Members, shown_name
from talkreader.archives.containers.savedpage import declared_charset, pages_of_saved
from talkreader.archives.document import Document, Loss
from talkreader.archives.packed.limits import CHUNK, MAX_DOCUMENT, MIB
from talkreader.archives.text.encoding import decode
from talkreader.domain.errors import ArchiveError, DamagedArchive, NotAnArchive
from talkreader.domain.page import RawPage

_MAX_HEADER = 256 * 1024
_HTML = ("text/html", "application/xhtml+xml")
_DATA = ("application/json", "application/xml", "text/xml", "text/x-wiki", "text/plain")
_GOOD = ("200", "203", "206", "")

_RECORD = b"WARC/1."
"""So begins a record."""
_MOST_DAMAGED = 100

Headers = dict[str, str]


def read(document: Document) -> Iterator[RawPage]:
    """The saved pages of a web archive, in the order they were fetched."""
    yield from _Warc(document).pages()


class _Warc:
    """A web archive under way."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._buffer = b""
        self._members = Members(document)
        self._given = 0
        self._answers = 0
        self._other = 0
        self._address = ""
        self._damage: DamagedArchive | None = None
        self._before = 0  # pages before that

    def pages(self) -> Iterator[RawPage]:
        """The pages, one record at a time; behind damage those of the next record that is found."""
        for _ in range(_MOST_DAMAGED):
            try:
                while (header := self._header()) is not None:
                    yield from self._one(header)
            except DamagedArchive as error:
                # what is told in the end is the first of all
                if self._damage is None:
                    self._damage, self._before = error, self._given
                if not self._go_on(error):
                    break
            else:
                break
        if self._damage is not None:
            raise self._damage if self._given == self._before else self._broken(self._damage)
        self._refuse_if_useless()

    def _one(self, header: Headers) -> Iterator[RawPage]:
        """The pages of a record."""
        self._address = header.get("warc-target-uri", "").strip("<>")
        length = header.get("content-length", "")
        if not length.isdecimal():
            raise self._damaged("a record does not say how long it is")
        size = int(length)
        # wget keeps its own log as a resource at an address of this kind
        log = self._address.startswith("metadata:")
        if header.get("warc-type") in {"response", "resource"} and not log:
            yield from self._record(header, size)
        else:
            self._skip(size)

    def _go_on(self, error: DamagedArchive) -> bool:
        """Look for the next record, behind packed bytes that are damaged; say whether there is one.

        The record in which the damage is costs its page alone.
        """
        stream = self._document.stream
        if "bytes" in error.params:
            if stream.go_on() is None:
                return False
            self._buffer = b""
        if self._document.lose is not None:
            lost = DamagedArchive(
                "The web archive is damaged here ({reason}); the page was left out",
                reason=_reason(error),
            )
            self._document.lose(Loss(shown_name(self._address), -1, 1, lost))
        start = 1 if self._buffer else 0  # what it begins with was damaged
        while (place := self._buffer.find(_RECORD, start)) < 0:
            self._buffer, start = self._buffer[max(start, len(self._buffer) - len(_RECORD)) :], 0
            if not self._fill():
                return False
        self._buffer = self._buffer[place:]
        return True

    def _refuse_if_useless(self) -> None:
        if self._given:
            return
        if self._answers:
            self._members.refuse_if_useless()
        raise NotAnArchive(
            "{path} is a web archive without a web page in it ({count} other records);"
            " choose another one",
            path=self._document.path,
            count=self._other,
        )

    def _record(self, header: Headers, size: int) -> Iterator[RawPage]:
        address = header.get("warc-target-uri", "").strip("<>")
        if size > MAX_DOCUMENT:
            self._skip(size)
            self._members.leave_out(address, self._too_large(address))
            return
        body = self._take(size)
        http: Headers = {}
        status = ""
        if header["warc-type"] == "response":
            status, http, body = _http(body)
        kind = (http or header).get("content-type", "").partition(";")[0].strip().lower()
        if status not in _GOOD or not (kind in _HTML or kind in _DATA):
            self._other += 1
            return
        self._answers += 1
        try:
            body = _unpacked(body, http)
        except (zlib.error, OSError, ValueError) as error:
            trouble = DamagedArchive(
                "{path} holds an answer of {address} that cannot be unpacked ({reason});"
                " save that page itself",
                path=self._document.path,
                address=shown_name(address),
                reason=str(error),
            )
            self._members.leave_out(address, trouble)
            return
        for page in self._pages_of(address, kind, body, http):
            self._given += 1
            yield page

    def _pages_of(self, address: str, kind: str, body: bytes, http: Headers) -> Iterator[RawPage]:
        if kind not in _HTML:
            yield from self._members.read(address, cast("BinaryIO", io.BytesIO(body)))
            return
        charset = http.get("content-type", "").partition("charset=")[2].strip("\"' ;")
        decoded = decode(body, charset or declared_charset(body))
        try:
            yield from pages_of_saved(self._document, decoded.text, decoded.warnings, address)
        except ArchiveError as error:
            self._members.leave_out(address, error)

    def _header(self) -> Headers | None:
        """The header of the next record; None at the end of the file."""
        self._address = ""
        while not self._buffer.strip(b"\r\n"):
            self._buffer = self._buffer.lstrip(b"\r\n")
            if not self._fill():
                return None
        self._buffer = self._buffer.lstrip(b"\r\n")
        while b"\r\n\r\n" not in self._buffer:
            if len(self._buffer) > _MAX_HEADER or not self._fill():
                raise self._damaged("a record's header has no end")
        head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        if not head.startswith(b"WARC/"):
            self._buffer = head + b"\r\n\r\n" + self._buffer
            raise self._damaged("a record does not begin where the one before it ends")
        return _headers(head.split(b"\r\n")[1:])

    def _fill(self) -> bool:
        data = self._document.stream.read(CHUNK)
        self._buffer += data
        return bool(data)

    def _take(self, size: int) -> bytes:
        parts = [self._buffer[:size]]
        self._buffer = self._buffer[size:]
        missing = size - len(parts[0])
        while missing:
            data = self._document.stream.read(min(CHUNK, missing))
            if not data:
                # of a length that is wrong, the next records may be in here
                self._buffer = b"".join(parts)
                raise self._damaged("the last record is cut off")
            parts.append(data)
            missing -= len(data)
        return b"".join(parts)

    def _skip(self, size: int) -> None:
        while size > CHUNK:
            self._take(CHUNK)
            size -= CHUNK
        self._take(size)

    def _damaged(self, reason: str) -> DamagedArchive:
        return DamagedArchive(
            "{path} is a web archive that is cut off or broken ({reason}); pages kept from before"
            " that place: {count}; get the whole file again for the rest",
            path=self._document.path,
            reason=reason,
            count=self._given,
        )

    def _broken(self, error: DamagedArchive) -> DamagedArchive:
        return DamagedArchive(
            "{path} is a web archive that is broken in the middle ({reason}); pages kept: {count};"
            " get the whole file again for the rest",
            path=self._document.path,
            reason=_reason(error),
            count=self._given,
        )

    def _too_large(self, address: str) -> NotAnArchive:
        return NotAnArchive(
            "{path} holds an answer of {address} with more than {limit} MB, which no talk page is",
            path=self._document.path,
            address=shown_name(address),
            limit=MAX_DOCUMENT // MIB,
        )


def _reason(error: DamagedArchive) -> str:
    return str(error.params.get("reason", "the packed data ends too early"))


def _headers(lines: list[bytes]) -> Headers:
    """Header lines by their names in small letters; a folded line belongs to the one before."""
    found: Headers = {}
    last = ""
    for line in lines:
        text = line.decode("utf-8", "replace")
        if text[:1] in {" ", "\t"} and last:
            found[last] += " " + text.strip()
            continue
        name, _, value = text.partition(":")
        last = name.strip().lower()
        found[last] = value.strip()
    return found


def _http(data: bytes) -> tuple[str, Headers, bytes]:
    """Status, headers and body of an HTTP answer."""
    head, _, body = data.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    status = lines[0].split(b" ")
    return (
        status[1].decode("ascii", "replace") if len(status) > 1 else "",
        _headers(lines[1:]),
        body,
    )


def _unpacked(body: bytes, http: Headers) -> bytes:
    """The body without what HTTP packed it in (RFC 9112 chunks, gzip, deflate)."""
    if "chunked" in http.get("transfer-encoding", "").lower():
        body = _joined(body)
    packing = http.get("content-encoding", "").strip().lower()
    if packing in {"", "identity"} or not body:
        return body
    if packing in {"gzip", "x-gzip"}:
        return _inflated(body, 31)
    if packing == "deflate":
        return _inflated(body, 15 if body[:1] == b"\x78" else -15)
    raise ValueError(f"it is packed with “{packing}”")


def _inflated(body: bytes, bits: int) -> bytes:
    unpacker = zlib.decompressobj(bits)
    data = unpacker.decompress(body, MAX_DOCUMENT)
    if unpacker.unconsumed_tail:
        raise ValueError("it unpacks to more than a page can have")
    return data


def _joined(body: bytes) -> bytes:
    """The chunks of a body in one; what is not chunked although it says so is left as it is."""
    parts: list[bytes] = []
    place = 0
    while (end := body.find(b"\r\n", place)) >= 0:
        try:
            size = int(body[place:end].partition(b";")[0], 16)
        except ValueError:
            return body if not parts else b"".join(parts)
        if size <= 0:
            break
        parts.append(body[end + 2 : end + 2 + size])
        place = end + 2 + size + 2
    return b"".join(parts)
