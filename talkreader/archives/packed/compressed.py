"""Bytes out of whatever they are packed in, a chunk at a time and never more than asked for."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from talkreader.archives.packed.limits import CHUNK, MAX_RATIO, MIB, RATIO_FREE
from talkreader.archives.packed.sevenzip import SevenZip
from talkreader.archives.packed.source import CountingFile, Readable
from talkreader.archives.packed.unpacking import Eager, QuickBzip2, quick_bzip2, streams
from talkreader.archives.sniff import is_strange
from talkreader.domain.errors import DamagedArchive, NotAnArchive

MAX_LAYERS = 4  # a .bz2 in a .7z in a .gz is somebody's joke; deeper is an attack


_GOES_ON = (Eager, QuickBzip2, SevenZip)
"""May find more behind damage."""
_ENOUGH = 1024
"""Sound bytes at the start of a damaged file that are worth looking at."""
_TRIES = 3
"""So many streams are damaged before the first sound one, or it is no archive."""

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    # a frame for others, by which pzstd says how long the next one is
    *((bytes([0x50 + n]) + b"\x2a\x4d\x18", "zstd") for n in range(16)),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
)

_BINARY = re.compile(rb"[\0-\x06\x0e-\x1a\x1c-\x1f]")
"""What no text has, but that of two bytes for each letter."""
_FAR = MIB
"""Bytes in which something else is looked for by which a compression is known."""
_FIRST_BLOCK = b"1AY&SY"
"""Of bzip2."""


def packing(head: bytes) -> str:
    """The name of the compression that ``head`` begins with, "" for none."""
    for magic, name in MAGIC:
        if head.startswith(magic) and (name != "bzip2" or head[3:4].isdigit()):
            return name
    if head[4:10] == _FIRST_BLOCK:  # the four bytes before it are damaged
        return "bzip2"
    # .lzma has no magic; its properties byte is 0x5d in all files that tools make, then the
    # dictionary size (a power of two, so two zero bytes), then the size or eight 0xff
    if head[:3] == b"\x5d\x00\x00" and len(head) >= 13 and head[12] in {0x00, 0xFF}:
        return "lzma"
    return ""


class Peeked:
    """A reader whose first bytes were looked at and are given again."""

    def __init__(self, inner: Readable, head: bytes) -> None:
        self._inner = inner
        self._head = head

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        if not self._head:
            return self._inner.read(size)
        cut = len(self._head) if size < 0 else size
        data, self._head = self._head[:cut], self._head[cut:]
        return data + self._inner.read() if size < 0 else data


class Unpacked:
    """The innermost bytes of a file, held to the limits.

    ``layers`` names the compressions, outermost first. ``on_read`` is told after each read.
    """

    def __init__(self, raw: CountingFile, name: str, on_read: Callable[[], None]) -> None:
        self._raw = raw
        self._name = name
        self._on_read = on_read
        self._produced = 0
        self.layers: tuple[str, ...] = ()
        self.member = ""
        self.cut: DamagedArchive | None = None  # what is to be said when its page was given
        self._seven: SevenZip | None = None
        self._quick: QuickBzip2 | None = None
        self._innermost: Eager | QuickBzip2 | SevenZip | None = None
        try:
            with self._watched():
                self._inner = self._peel(raw)
        except BaseException:
            self.close()  # nobody else could: there is no object
            raise

    def read(self, size: int = CHUNK, /) -> bytes:
        """The next bytes; empty at the end.

        Raises: DamagedArchive: cut off, broken, or unpacking without end.
        """
        with self._watched():
            data = self._inner.read(size)
        self._produced += len(data)
        if self._produced > RATIO_FREE and self._produced > MAX_RATIO * max(self._raw.count, 1):
            raise DamagedArchive(
                "{path} unpacks to more than {ratio} times its size and is not trusted;"
                " unpack it with another program and open what comes out",
                path=self._name,
                ratio=MAX_RATIO,
            )
        self._on_read()
        return data

    def beginning(self, size: int) -> bytes:
        """The first bytes, as far as they are sound; they are read again afterwards.

        Raises: DamagedArchive when hardly any are sound.
        """
        head = b""
        damaged = 0
        while len(head) < size:
            try:
                data = self.read(size - len(head))
            except DamagedArchive:
                # the pages before the damage can be read, and reading them tells of it
                damaged += 1
                if len(head) >= _ENOUGH:
                    break
                if damaged > _TRIES or self.go_on() is None:
                    raise
                continue
            if not data:
                break
            head += data
        self._inner = Peeked(self._inner, head)
        return head

    def go_on(self) -> tuple[int, int] | None:
        """Go to the next packed stream after damage was told.

        The packed bytes that are left out, from and to; None where nothing follows.
        """
        if self._innermost is None:
            return None
        try:
            with self._watched():
                return self._innermost.go_on()
        except DamagedArchive:  # what it is packed in is damaged as well
            return None

    def close(self) -> None:
        """Give the file back."""
        if self._seven is not None:
            self._seven.close()
        if self._quick is not None:
            self._quick.close()
        self._raw.close()
        # an archive is a circle that is not soon looked for, and a reader of bzip2 holds 4 MB
        self._inner = self._raw
        self._quick = self._seven = self._innermost = None

    def _peel(self, raw: CountingFile) -> Readable:
        """The reader below all compressions."""
        reader: Readable = raw
        for _ in range(MAX_LAYERS + 1):
            head = _first_bytes(reader)
            kind = packing(head)
            if not kind and not self.layers and _BINARY.search(head):
                head += _first_bytes(reader, _FAR)
                kind = packing_of_rest(head)
            reader = Peeked(reader, head)
            if not kind:
                return reader
            self.layers = (*self.layers, kind)
            reader = self._layer(kind, reader)
            self._innermost = reader if isinstance(reader, _GOES_ON) else None
        raise NotAnArchive(
            "{path} is packed more than {layers} times over; unpack it first",
            path=self._name,
            layers=MAX_LAYERS,
        )

    def _layer(self, kind: str, reader: Readable) -> Readable:
        """A reader for what ``kind`` packed."""
        if kind == "7z":
            return self._seven_zip()
        if kind == "bzip2" and self.layers == ("bzip2",):
            self._quick = quick_bzip2(self._raw)
            if self._quick is not None:
                return self._quick
        if kind == "lzma":
            return Eager(_Lzma(reader))
        return Eager(streams(reader, kind))

    def _seven_zip(self) -> Readable:
        """A reader for the first file in a 7z archive."""
        if len(self.layers) > 1:
            raise NotAnArchive(
                "{path} holds a 7z archive inside another packing; unpack it first",
                path=self._name,
            )
        try:
            self._raw.seek(0)
        except (OSError, ValueError) as error:
            raise NotAnArchive(
                "{path} holds a 7z archive inside another packing; unpack it first",
                path=self._name,
            ) from error
        self._seven = SevenZip(self._raw, self._name)
        self.member = self._seven.member
        return self._seven

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Turn the libraries' many ways to say "broken" into one."""
        import lzma
        import zlib

        try:
            yield
        except EOFError as error:
            raise DamagedArchive(
                "{path} is cut off after {bytes} bytes of its contents; get the whole file again",
                path=self._name,
                bytes=self._produced,
            ) from error
        except (OSError, zlib.error, lzma.LZMAError, ValueError) as error:
            raise DamagedArchive(
                "{path} is damaged after {bytes} bytes of its contents ({reason});"
                " get the file again",
                path=self._name,
                bytes=self._produced,
                reason=str(error) or type(error).__name__,
            ) from error


def packing_of_rest(data: bytes) -> str:
    """The name of a compression of which the beginning is missing; "" for none.

    It is known by what begins later: a stream, or a block of bzip2 at any bit.
    """
    from talkreader.archives.packed.bzip2 import has_block
    from talkreader.archives.packed.streams import PACKINGS

    if is_strange(data) or data.startswith(b"PK\3\4"):
        return ""
    for kind, how in PACKINGS.items():
        if how.begins.search(data):
            return kind
    return "bzip2" if has_block(data) else ""


def _first_bytes(reader: Readable, size: int = 256) -> bytes:
    """By which a packing is known; those before damage, which is told when it is read again."""
    head = b""
    try:
        while len(head) < size and (data := reader.read(size - len(head))):
            head += data
    except Exception:
        if not isinstance(reader, _GOES_ON):
            raise
    return head


class _Lzma:
    """The bytes of a .lzma file, which holds one stream and has no mark to find another by."""

    def __init__(self, inner: Readable) -> None:
        import lzma

        below = io.BufferedReader(_AsFile(inner), CHUNK)
        self._file = lzma.LZMAFile(below)  # noqa: SIM115  `Unpacked` gives the file back

    def read1(self, size: int, /) -> bytes:
        """Some bytes, at most ``size``."""
        return self._file.read1(size)

    def go_on(self) -> None:
        """None: there is nothing to go on with."""


class _AsFile(io.RawIOBase):
    """A `Readable` as the standard library's decompressors want it."""

    def __init__(self, inner: Readable) -> None:
        self._inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object, /) -> int:
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # typeshed: Buffer
        data = self._inner.read(len(view))
        view[: len(data)] = data
        return len(data)
