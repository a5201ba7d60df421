"""Putting an export into a file, whole or not at all; and reading what another program wrote."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from talkreader.domain.errors import ExportError

MOST = 256 * 2**20
"""Bytes of another program's file that are read: all of it is in the memory at once."""


def write(path: Path, data: str | bytes) -> None:
    """Write the file; what stood there before stays until all of the new one is on the disk.

    A link stays one, to what is new; a device or a pipe is written to, and never put in a file's
    place. Raises ExportError: the folder is missing or read-only, the disk is full, and the like.
    """
    # half of a surrogate pair, out of a damaged file, must not cost the person the whole export
    content = data if isinstance(data, bytes) else data.encode("utf-8", errors="replace")
    try:
        place = path.resolve()
        if place.exists() and not place.is_file() and not place.is_dir():
            place.write_bytes(content)
            return
    except (OSError, RuntimeError) as error:  # RuntimeError: a link that leads to itself
        raise _failed(path, error) from error
    part = place.with_name(f".{uuid4().hex}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            part.chmod(place.stat().st_mode & 0o777)
        part.replace(place)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _failed(path, error) from error


def read(path: Path) -> bytes:
    """Return what is in a file that another program wrote.

    Raises ExportError: it cannot be read, or is larger than any such file.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise ExportError(
            "{path} cannot be read ({reason}).", path=str(path), reason=error.strerror or str(error)
        ) from error
    if len(data) > MOST:
        raise ExportError(
            "{path} has more than {size} MB, too many to be taken in at once; export it in parts.",
            path=str(path), size=MOST // 2**20,
        )  # fmt: skip
    return data


def _failed(path: Path, error: OSError | RuntimeError) -> ExportError:
    return ExportError(
        "The export cannot be written to {path} ({reason}); choose another folder or free some"
        " space, and export again.",
        path=str(path),
        reason=getattr(error, "strerror", None) or str(error),
    )
