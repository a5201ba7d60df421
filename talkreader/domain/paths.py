"""Paths as text."""

from __future__ import annotations

import re
from pathlib import Path

from talkreader.domain.halves import whole

_BYTE = re.compile("[\udc80-\udcff]")


def path_text(path: Path) -> str:
    """Return a path as text that can be shown and kept.

    The names of files are bytes on Linux. Those that are no UTF-8 come as ``%FF``: Python reads
    them as halves of surrogate pairs, which neither a file nor a database takes.
    """
    return whole(_BYTE.sub(lambda half: f"%{ord(half[0]) - 0xDC00:02X}", str(path)))


def is_folder(path: Path) -> bool:
    """Return whether this is a folder; False also where nobody may look (`Path.is_dir` raises)."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Return whether there is such a file or folder; False also where nobody may look."""
    try:
        return path.exists()
    except OSError:
        return False
