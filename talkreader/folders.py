"""Where the libraries and what can be made again lie on this machine."""

from __future__ import annotations

import os
from pathlib import Path

_APP = "talkreader"


def default_folder() -> Path:
    """Return the library's folder: ``TALKREADER_LIBRARY``, else the platform's data directory."""
    named = os.environ.get("TALKREADER_LIBRARY")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "library"


def window_lock(folder: Path) -> Path:
    """Return the file in a library's folder that is there while its window is open."""
    return folder / "window.lock"


def cache_folder() -> Path:
    """Return the folder for what can be made again (the dictionary's file)."""
    named = os.environ.get("TALKREADER_CACHE")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir(_APP, appauthor=False))


def log_file() -> Path:
    """Return the file that warnings and faults of the window are written to."""
    return cache_folder() / "talkreader.log"
