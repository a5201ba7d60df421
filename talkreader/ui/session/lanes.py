"""Which import somebody waits for, and which goes on beside the reading."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from talkreader.ui.jobs import Lane

SMALL = 8 * 2**20
"""Bytes of files that are read while one looks on: the longest page of a wiki has 2 MiB."""


def lane_for(paths: Sequence[Path]) -> Lane:
    """Return the lane for files that are opened: small ones do not wait for a dump, nor a pause."""
    try:
        small = not any(path.is_dir() for path in paths)
        small = small and sum(path.stat().st_size for path in paths) <= SMALL
    except OSError:
        return Lane.OPENING  # it is told soon that there is nothing to read
    return Lane.OPENING if small else Lane.LONG
