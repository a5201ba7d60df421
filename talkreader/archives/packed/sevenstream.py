"""What one file of a 7z archive was packed to, unpacked as it comes.

Dumps are packed as one stream by one method. Read from its beginning on, it gives what comes before
damage, and needs no table of contents: that is at the end of the file, which of a download that
broke off is not there.
"""

from __future__ import annotations

import lzma
import zlib
from typing import Any, Protocol

from talkreader.archives.packed.limits import CHUNK, MIB
from talkreader.archives.packed.source import Readable
from talkreader.archives.packed.unpacking import Eager, Packed, streams

START = 32
"""Bytes of the header, behind which the first stream begins."""
_AT_ONCE = 16 * 1024
"""Bytes that are unpacked in one call: what a call has made is lost when it finds damage."""
_LARGEST = 512 * MIB
_USUAL = {"id": lzma.FILTER_LZMA1, "dict_size": 64 * MIB, "lc": 3, "lp": 0, "pb": 2}
"""What 7-Zip takes, with the most that it remembers unless it is told to."""


class Toc(Protocol):
    """The parts of a table of contents that say where the first stream is, and how it is packed."""

    packinfo: Any
    unpackinfo: Any
    substreamsinfo: Any


def known_stream(toc: Toc, inner: Readable) -> Eager | None:
    """The first stream, at which ``inner`` is; None where it takes more than one method.

    Raises: AttributeError, IndexError, TypeError: the table is broken.
    """
    folder = toc.unpackinfo.folders[0]
    size: int = toc.packinfo.packsizes[0]
    if len(folder.coders) != 1 or toc.packinfo.packpos:
        return None
    coder = folder.coders[0]
    if coder["method"] == b"\x04\x02\x02":
        return Eager(streams(_Part(inner, size), "bzip2"))
    settings = _settings(coder["method"], coder["properties"] or b"")
    if settings is None or settings["dict_size"] > _LARGEST:
        return None
    sums = toc.substreamsinfo.digests if toc.substreamsinfo else [folder.crc]
    return Eager(_Stream(_Part(inner, size), settings, folder.unpacksizes[-1], sums[0]))


def guessed_stream(head: bytes, inner: Readable) -> Eager | None:
    """The stream that begins with ``head``, of which nothing is known; None for none."""
    if head.startswith(b"BZh"):
        return Eager(streams(inner, "bzip2"))
    if head[:1] == b"\0":
        return Eager(_Stream(inner, _USUAL))
    if head[:1] == b"\1" or head[:1] >= b"\xe0":  # nothing came before, so nothing is kept
        return Eager(_Stream(inner, {**_USUAL, "id": lzma.FILTER_LZMA2}))
    return None


def _settings(method: bytes, said: bytes) -> dict[str, int] | None:
    """What the library wants to know of LZMA and LZMA2; None for another method."""
    if method == b"\x03\x01\x01" and len(said) == 5:
        rest, lc = divmod(said[0], 9)
        pb, lp = divmod(rest, 5)
        size = max(int.from_bytes(said[1:], "little"), 4096)
        return {"id": lzma.FILTER_LZMA1, "dict_size": size, "lc": lc, "lp": lp, "pb": pb}
    if method == b"\x21" and len(said) == 1 and said[0] < 40:
        return {"id": lzma.FILTER_LZMA2, "dict_size": (2 | said[0] & 1) << (said[0] // 2 + 11)}
    return None


class _Part:
    """So many bytes of a file."""

    def __init__(self, inner: Readable, size: int) -> None:
        self._inner = inner
        self._left = size

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        data = self._inner.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(data)
        return data


class _Stream(Packed):
    """The bytes of a stream of LZMA; ``size`` and ``sum_`` are those of what it unpacks to.

    Without a size it is taken for cut off wherever it ends.
    """

    def __init__(
        self,
        inner: Readable,
        settings: dict[str, int],
        size: int | None = None,
        sum_: int | None = None,
    ) -> None:
        self._inner = inner
        self._unpacker = lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=[settings])
        self._size = size
        self._sum = sum_
        self._made = self._so_far = 0

    def read1(self, size: int, /) -> bytes:
        """Some bytes, at most ``size``; empty at the end.

        Raises: EOFError: cut off; OSError, lzma.LZMAError: damaged.
        """
        left = size if self._size is None else self._size - self._made
        made = b""
        while left and not made and not self._unpacker.eof:
            data = self._inner.read(CHUNK) if self._unpacker.needs_input else b""
            made = self._unpacker.decompress(data, min(size, left, _AT_ONCE))
            if not (made or data or self._unpacker.eof):
                raise EOFError
        self._made += len(made)
        self._so_far = zlib.crc32(made, self._so_far)
        if not made and self._made != self._size:
            raise EOFError
        if not made and self._sum is not None and self._sum != self._so_far:
            raise OSError("its sum is wrong")
        return made

    def go_on(self) -> None:
        """None: what follows needs what came before."""
