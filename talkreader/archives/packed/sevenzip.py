"""The first file in a 7z archive, as a stream.

What was packed by one method is unpacked as it comes (`sevenstream`), what was by several by py7zr.
That hands out what it has but cannot be asked for a little of it, so it works in a thread of its
own and waits whenever the reader is some chunks behind: memory stays small and nothing is written
to disk. Wikimedia's 7z dumps hold one file each.
"""

from __future__ import annotations

import queue
import threading
from contextlib import suppress
from typing import Any

from talkreader.archives.packed.limits import CHUNK
from talkreader.archives.packed.sevenstream import START, guessed_stream, known_stream
from talkreader.archives.packed.source import CountingFile
from talkreader.archives.packed.unpacking import Eager
from talkreader.domain.errors import ArchiveError, NotAnArchive

_AHEAD = 16  # chunks that wait for the reader


class _Stopped(Exception):
    """The reader wants no more."""


class SevenZip:
    """A reader of the first file in an archive; ``member`` is its name.

    Raises: NotAnArchive: nothing in it, or a password; OSError, EOFError: broken.
    """

    def __init__(self, raw: CountingFile, name: str) -> None:
        import py7zr

        self._plain: Eager | None = None
        self._thread: threading.Thread | None = None
        self._broken: OSError | None = None
        self.member = ""
        try:
            self._archive = py7zr.SevenZipFile(raw, "r")
            if self._archive.needs_password():
                raise NotAnArchive(
                    "{path} is locked with a password; unpack it and open what comes out",
                    path=name,
                )
            files = [entry.filename for entry in self._archive.list() if not entry.is_directory]
        except py7zr.exceptions.PasswordRequired as error:
            raise NotAnArchive(
                "{path} is locked with a password; unpack it and open what comes out", path=name
            ) from error
        except (py7zr.exceptions.ArchiveError, TypeError, KeyError, IndexError) as error:
            # py7zr meets a broken table of contents with whatever its parser stumbles on
            raw.seek(START)
            head = raw.read(4)
            raw.seek(START)
            self._plain = guessed_stream(head, raw)
            if self._plain is None:
                raise OSError("its table of contents cannot be read") from error
            return
        if not files:
            raise NotAnArchive("{path} is a 7z archive with nothing in it", path=name)
        if len(files) > 1:
            raise NotAnArchive(
                "{path} is a 7z archive of {count} files; unpack it and open the files",
                path=name,
                count=len(files),
            )
        self.member = files[0]
        with suppress(AttributeError, IndexError, TypeError):
            raw.seek(START)
            self._plain = known_stream(self._archive.header.main_streams, raw)
        if self._plain is not None:
            return
        self._chunks: queue.Queue[bytes | BaseException | None] = queue.Queue(_AHEAD)
        self._stop = threading.Event()
        self._rest = b""
        self._done = False
        self._thread = threading.Thread(target=self._unpack, name="unpack 7z", daemon=True)
        self._thread.start()

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; empty at the end."""
        if self._plain is not None:
            return self._plain.read(size)
        while not self._rest and not self._done:
            item = self._chunks.get()
            self._done = not isinstance(item, bytes)
            if isinstance(item, BaseException):
                self._broken = OSError(str(item) or type(item).__name__)
                self._broken.__cause__ = item
            elif item is not None:
                self._rest = item
        if self._broken is not None and not self._rest:
            raise self._broken
        size = CHUNK if size < 0 else size
        data, self._rest = self._rest[:size], self._rest[size:]
        return data

    def close(self) -> None:
        """End the thread."""
        if self._thread is not None:
            self._stop.set()
            self._thread.join()

    def go_on(self) -> tuple[int, int] | None:
        """As `Packed.go_on`."""
        return None if self._plain is None else self._plain.go_on()

    def put(self, item: bytes | BaseException | None) -> None:
        """Hand ``item`` to the reader, waiting until it has room."""
        while not self._stop.is_set():
            try:
                self._chunks.put(item, timeout=0.1)
            except queue.Full:
                continue
            return
        raise _Stopped

    def _unpack(self) -> None:
        """Unpack everything into the queue; the last item is None, or the error."""
        import lzma

        import py7zr

        try:
            self._archive.extract(targets=[self.member], factory=_Factory(self))
            self.put(None)
        except _Stopped:
            return
        except (
            py7zr.exceptions.ArchiveError,
            lzma.LZMAError,
            ArchiveError,
            OSError,
            EOFError,
            ValueError,
            TypeError,
        ) as error:
            try:
                self.put(error)
            except _Stopped:
                return


class _Factory:
    """Gives py7zr something to write each member to."""

    def __init__(self, reader: SevenZip) -> None:
        self._reader = reader

    def create(self, _filename: str) -> Any:
        return _Writer(self._reader)


class _Writer:
    """What py7zr writes to, a chunk at a time (the interface of ``py7zr.io.Py7zIO``)."""

    def __init__(self, reader: SevenZip) -> None:
        self._reader = reader
        self._size = 0

    def write(self, data: bytes | bytearray) -> int:
        self._size += len(data)
        for start in range(0, len(data), CHUNK):
            self._reader.put(bytes(data[start : start + CHUNK]))
        return len(data)

    def read(self, _size: int | None = None) -> bytes:
        return b""

    def seek(self, _offset: int, _whence: int = 0) -> int:
        return 0

    def flush(self) -> None:
        """Nothing waits here."""

    def size(self) -> int:
        return self._size

    def close(self) -> None:
        """The reader notices the end by itself."""
