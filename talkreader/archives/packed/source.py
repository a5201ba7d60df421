"""Where the bytes come from: a file that may be anything, or bytes in memory."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path
from typing import BinaryIO, Protocol

from talkreader.domain.errors import ArchiveError, NotAnArchive
from talkreader.domain.paths import path_text
from talkreader.domain.records import dataclass


class Readable(Protocol):
    """Something with a read."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes, at most ``size``; empty at the end."""


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes with a name that can be opened again and again.

    ``path`` is None for bytes in memory. ``size`` is in bytes as stored (compressed).
    """

    name: str
    size: int
    path: Path | None = None
    data: bytes = b""

    def open(self) -> CountingFile:
        """A fresh reader from the first byte; ArchiveError when the file is gone or refused."""
        if self.path is None:
            return CountingFile(io.BytesIO(self.data), self.name)
        try:
            return CountingFile(self.path.open("rb"), self.name)
        except OSError as error:
            raise _os_error(error, self.name) from error


class CountingFile(io.RawIOBase):
    """A file that knows how many of its bytes were read, and names itself when it cannot be."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self.count = 0

    @property
    def size(self) -> int:
        """The bytes of a file on the disk; 0 for what is in memory or in a container."""
        on_disk = isinstance(self._file, io.BufferedReader) and isinstance(
            self._file.raw, io.FileIO
        )
        return os.fstat(self._file.fileno()).st_size if on_disk else 0

    def readable(self) -> bool:
        """True."""
        return True

    def seekable(self) -> bool:
        """True: 7z reads its table of contents from the end."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes, at most ``size``."""
        try:
            data = self._file.read(-1 if size is None else size)
        except OSError as error:
            raise _os_error(error, self._name) from error
        self.count += len(data)
        return data

    def readinto(self, buffer: object, /) -> int:
        """The number of bytes put into ``buffer``."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]  # typeshed: Buffer
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """The new position."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """The position."""
        return self._file.tell()

    def close(self) -> None:
        """Give the file back."""
        self._file.close()
        super().close()


def source_of_file(path: Path) -> Source:
    """The source for a regular file that can be read.

    Raises: ArchiveError: not there or not readable; NotAnArchive: a folder, a device, empty.
    """
    name = path_text(path)
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise _os_error(error, name) from error
    if stat.S_ISDIR(status.st_mode):
        raise NotAnArchive("{path} is a folder; choose the files in it", path=name)
    if not stat.S_ISREG(status.st_mode):
        # opening a FIFO would wait for ever, and a device may have no end
        raise NotAnArchive(
            "{path} is a device or a pipe; save its contents to a file and open that", path=name
        )
    if status.st_size == 0:
        raise NotAnArchive("{path} is empty; copy or download the file again", path=name)
    return Source(name, status.st_size, path=path)


def source_of_bytes(data: bytes, name: str) -> Source:
    """The source for bytes in memory; NotAnArchive when there are none."""
    if not data:
        raise NotAnArchive("{path} is empty; copy the page again", path=name)
    return Source(name, len(data), data=data)


def _os_error(error: Exception, name: str) -> ArchiveError:
    """What the system's refusal means, in a sentence."""
    if isinstance(error, FileNotFoundError):
        return ArchiveError("{path} is not there (any more); look where it went", path=name)
    if isinstance(error, PermissionError):
        return ArchiveError(
            "{path} may not be read; ask its owner, or change its permissions", path=name
        )
    reason = getattr(error, "strerror", None) or str(error)
    return ArchiveError(
        "{path} cannot be read ({reason}); check the disk or copy the file again",
        path=name,
        reason=reason,
    )
