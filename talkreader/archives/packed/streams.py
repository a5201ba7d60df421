"""Packed streams that follow each other in one file: one that is damaged does not hide the next.

Wikimedia's multistream dumps are made of such (a hundred pages each), and so is what several
programs packed together. The standard library's readers give up at the first that is damaged, and
take what they do not know behind a whole one for the end of the file.
"""

from __future__ import annotations

import bz2
import lzma
import re
import zlib
from collections import deque
from collections.abc import Callable
from typing import Protocol

from talkreader.archives.packed.limits import CHUNK, MIB
from talkreader.archives.packed.source import Readable
from talkreader.domain.records import dataclass

_SIGN = 18
"""Bytes by which the beginning of a stream is known, at most."""
_RUN_OVER = MIB
"""Packed bytes that are kept to look for the next stream in: of a block that is damaged, the
unpacker may take what follows for more of it. A block of bzip2 has a quarter of that of text."""
_AT_ONCE = 16 * 1024
"""Bytes that are unpacked in one call: what a call has made is lost when it finds damage."""
_MEMORY = 512 * MIB
"""What unpacking xz may take; its strongest setting takes 65 MiB."""


class _Unpacker(Protocol):
    """Unpacks one stream, as the classes of `bz2` and `lzma` do."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /, max_length: int = -1) -> bytes: ...


class _Member:
    """One member of a gzip file (RFC 1952), in the manner of the others."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)
        self._left = b""
        self._more = False

    @property
    def eof(self) -> bool:
        """True when the member has ended."""
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        """True when nothing more comes out without new bytes."""
        return not (self._left or self._more)

    @property
    def unused_data(self) -> bytes:
        """What follows the member."""
        return self._inner.unused_data

    def decompress(self, data: bytes, /, max_length: int = -1) -> bytes:
        """At most so many bytes."""
        made = self._inner.decompress(self._left + data, max_length)
        self._left, self._more = self._inner.unconsumed_tail, len(made) == max_length
        return made


class _Frame:
    """One frame of a zstd file, in the manner of the others.

    The library's own stream reader takes a cut-off file for a finished one, and what it unpacks at
    once has no limit: it gets a KiB at a time, as 4 bytes can stand for 128 KiB.
    """

    def __init__(self) -> None:
        import zstandard

        self._error = zstandard.ZstdError
        # a window above 128 MiB (zstd --ultra --long=31) would take its size in memory
        self._inner = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()
        self._left = self._made = b""

    @property
    def eof(self) -> bool:
        """True when the frame has ended."""
        return self._inner.eof and not self._made

    @property
    def needs_input(self) -> bool:
        """True when nothing more comes out without new bytes."""
        return not (self._left or self._made)

    @property
    def unused_data(self) -> bytes:
        """What follows the frame."""
        return self._inner.unused_data + self._left

    def decompress(self, data: bytes, /, max_length: int = -1) -> bytes:
        """At most so many bytes."""
        self._left += data
        place = 0
        try:
            while not (self._made or self._inner.eof) and place < len(self._left):
                self._made = self._inner.decompress(self._left[place : place + 1024])
                place += 1024
        except self._error as error:
            raise OSError(str(error)) from error
        finally:
            self._left = self._left[place:]
        end = len(self._made) if max_length < 0 else max_length
        piece, self._made = self._made[:end], self._made[end:]
        return piece


@dataclass(frozen=True, slots=True)
class Packing:
    """How streams are packed.

    ``make`` makes an unpacker. A stream begins as one of ``magic``, and what looks like ``begins``
    among other bytes is no chance.
    """

    make: Callable[[], _Unpacker]
    magic: tuple[bytes, ...]
    begins: re.Pattern[bytes]


PACKINGS: dict[str, Packing] = {
    # the mark of a first block, or that of the end where there is none
    "bzip2": Packing(
        bz2.BZ2Decompressor,
        (b"BZh",),
        re.compile(rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)"),
    ),
    # flags, time, what the packer says of its pains, its system
    "gzip": Packing(
        _Member,
        (b"\x1f\x8b\x08",),
        re.compile(rb"\x1f\x8b\x08[\0-\x1f].{4}[\0\2\4][\0-\x0d\xff]", re.DOTALL),
    ),
    # the kinds of check that there are
    "xz": Packing(
        lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MEMORY),
        (b"\xfd7zXZ\0",),
        re.compile(rb"\xfd7zXZ\0\0[\0\1\4\x0a]"),
    ),
    # frames, and those for others; two bits of what follows are never set
    "zstd": Packing(
        _Frame,
        (b"\x28\xb5\x2f\xfd", *(bytes([0x50 + n]) + b"\x2a\x4d\x18" for n in range(16))),
        re.compile(
            rb"\x28\xb5\x2f\xfd[\0-\x07\x20-\x27\x40-\x47\x60-\x67\x80-\x87\xa0-\xa7"
            rb"\xc0-\xc7\xe0-\xe7]"
        ),
    ),
}


class Streams:
    """The bytes of all streams of a file; ``inner`` is at the first of them."""

    def __init__(self, inner: Readable, kind: str) -> None:
        self._inner = inner
        self._packing = PACKINGS[kind]
        self._kind = kind
        self._unpacker: _Unpacker | None = None
        self._start = 0
        self._taken = 0  # packed bytes that came from below
        self._rest = b""  # those of them that no unpacker has seen
        self._seen: deque[bytes] = deque()  # the last ones that this stream's has
        self._held = 0

    def read1(self, size: int) -> bytes:
        """Some bytes, at most ``size``; empty at the end.

        Raises: EOFError: cut off; OSError, lzma.LZMAError, zlib.error: damaged.
        """
        while self._unpacker is not None or self._begin():
            unpacker = self._unpacker
            assert unpacker is not None  # noqa: S101  it has begun
            data = self._next() if unpacker.needs_input else b""
            if not data and unpacker.needs_input:
                raise EOFError
            made = unpacker.decompress(data, min(size, _AT_ONCE))
            if unpacker.eof:
                self._unpacker, self._rest = None, unpacker.unused_data
                self._forget()
            if made:
                return made
        return b""

    def go_on(self) -> tuple[int, int] | None:
        """Go to the next stream after damage; return the packed bytes left out, from and to.

        None when there is no other stream.
        """
        self._unpacker = None
        window = b"".join((*self._seen, self._rest))
        self._forget()
        self._rest = b""
        # where the damaged one itself begins is not looked at again
        place = 1 if self._taken - len(window) <= self._start else 0
        while (found := self._packing.begins.search(window, place)) is None:
            tail = window[max(place, len(window) - _SIGN + 1) :]
            data = self._inner.read(CHUNK)
            if not data:
                return None
            self._taken += len(data)
            window, place = tail + data, 0
        self._rest = window[found.start() :]
        return self._start, self._taken - len(self._rest)

    def _begin(self) -> bool:
        """Begin the next stream; False at the end of the file."""
        self._rest = self._rest.lstrip(b"\0")  # what fills the last block of a tape
        while len(self._rest) < _SIGN and (data := self._inner.read(CHUNK)):
            self._taken += len(data)
            self._rest = (self._rest + data).lstrip(b"\0")
        self._start = self._taken - len(self._rest)
        if not self._rest or (len(self._rest) < _SIGN and self._rest.isspace()):
            return False
        if not self._rest.startswith(self._packing.magic):
            raise OSError(f"there is no {self._kind} where a part of it must begin")
        self._unpacker = self._packing.make()
        return True

    def _next(self) -> bytes:
        """The next packed bytes, which are kept for a while."""
        data, self._rest = self._rest, b""
        if not data:
            data = self._inner.read(CHUNK)
            self._taken += len(data)
        self._seen.append(data)
        self._held += len(data)
        while self._held - len(self._seen[0]) >= _RUN_OVER:
            self._held -= len(self._seen.popleft())
        return data

    def _forget(self) -> None:
        self._seen.clear()
        self._held = 0
