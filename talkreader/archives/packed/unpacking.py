"""Decompressors that give what they have: the standard library's, and a quicker one for bzip2."""

from __future__ import annotations

import logging
from collections import deque
from contextlib import suppress
from typing import Protocol

from talkreader.archives.packed.limits import CHUNK
from talkreader.archives.packed.source import CountingFile, Readable

_PIECE = 1 << 18
_AHEAD = 1 << 20
"""So many bytes are unpacked without a break, a little more than a block of bzip2."""
LARGE = 2 << 20
"""Bytes as stored from which on the quicker one is worth its being loaded."""


class Packed(Protocol):
    """Unpacks without waiting for all that is wanted."""

    def read1(self, size: int, /) -> bytes:
        """Some bytes, at most ``size``; empty at the end."""

    def go_on(self) -> tuple[int, int] | None:
        """Go on behind damage: the packed bytes left out, from and to; None: nothing follows."""


class Eager:
    """Gives what a decompressor has at once, and lets it work for a while before that.

    Its own ``read`` waits for the full size, and loses what it has when the file is cut off.

    bzip2 unpacks a megabyte as one, and gives it out from all over its tables: where somebody works
    in between, these leave the processor's cache, and unpacking takes twice as long.
    """

    def __init__(self, file: Packed) -> None:
        self._file = file
        self._ahead = b""
        self._given = 0
        self._wanted = CHUNK
        self._broken: Exception | None = None

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; what came out before damage is given before its error."""
        if self._given == len(self._ahead):
            self._unpack()
        end = len(self._ahead) if size < 0 else self._given + size
        piece = self._ahead[self._given : end]
        self._given += len(piece)
        return piece

    def go_on(self) -> tuple[int, int] | None:
        """As `Packed.go_on`, once the error was raised."""
        self._broken = None
        return self._file.go_on()

    def _unpack(self) -> None:
        if self._broken is not None:
            raise self._broken
        self._ahead = b""
        self._given = 0
        parts: list[bytes] = []
        missing = self._wanted
        self._wanted = min(2 * self._wanted, _AHEAD)  # who looks at the beginning wants little
        try:
            while missing and (data := self._file.read1(missing)):
                parts.append(data)
                missing -= len(data)
        except Exception as error:
            self._broken = error
            if not parts:
                raise
            # what came out before is good, and is given first
        self._ahead = b"".join(parts)


class QuickBzip2:
    """The bytes of a bzip2 file, by indexed_bzip2, which the extra [fast] brings.

    A tenth less work than by bzip2's own library. It gives up to 4 MiB less of a damaged file,
    and does not say what is wrong: from the place where it stops the standard library goes on.
    As it gives a block before it has looked at its sum, so much as one has is held back.
    """

    def __init__(self, file: CountingFile) -> None:
        import indexed_bzip2

        self._file = file
        file.seek(0)
        # in this process alone: the others have work of their own, and each thread takes 4 MB
        self._quick = indexed_bzip2.open(file, parallelization=1)
        self._slow: Eager | None = None
        self._given = 0
        self._ahead = b""
        self._place = 0
        self._next: deque[bytes] = deque()  # what stands behind it
        self._held = 0

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        if self._place == len(self._ahead) and self._slow is None:
            self._unpack()
        if self._slow is not None:
            return self._slow.read(size)
        piece = self._ahead[self._place : self._place + (CHUNK if size < 0 else size)]
        self._place += len(piece)
        self._given += len(piece)
        return piece

    def _unpack(self) -> None:
        """Bring what is given next, once a block's bytes are there that stand behind it."""
        try:
            while self._held <= _AHEAD and (data := self._quick.read(_PIECE)):
                self._next.append(data)
                self._held += len(data)
        except Exception as error:  # noqa: BLE001  of any kind, for it has none of its own
            logging.getLogger(__name__).info("bzip2: %s", error)
            self._slow = self._again()
            return
        if not self._next and self._quick.tell_compressed() < 8 * self._file.size:
            # what it does not know behind a whole stream is the end for it
            self._slow = self._again()
            return
        self._ahead, self._place = self._next.popleft() if self._next else b"", 0
        self._held -= len(self._ahead)

    def go_on(self) -> tuple[int, int] | None:
        """As `Packed.go_on`."""
        return None if self._slow is None else self._slow.go_on()

    def _again(self) -> Eager:
        """The standard library's reader, where this one stopped."""
        self._file.seek(0)
        self._file.count = 0
        reader = Eager(streams(self._file, "bzip2"))
        left = self._given
        with suppress(Exception):  # it may stop a little before; it says so again when it is read
            while left and (data := reader.read(min(left, CHUNK))):
                left -= len(data)
        return reader

    def close(self) -> None:
        """Give back what it holds; the file is its owner's."""
        self._quick.close()


def streams(inner: Readable, kind: str) -> Packed:
    """The bytes of all streams that ``kind`` packed; ``inner`` is at the first of them."""
    if kind == "bzip2":
        from talkreader.archives.packed.bzip2 import Bzip2

        return Bzip2(inner)
    from talkreader.archives.packed.streams import Streams

    return Streams(inner, kind)


def quick_bzip2(file: CountingFile) -> QuickBzip2 | None:
    """A quick reader for a large file; None where there is none, or it would not pay."""
    if file.size < LARGE:
        return None
    try:
        return QuickBzip2(file)
    except ImportError:
        return None
