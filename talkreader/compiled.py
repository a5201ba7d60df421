"""The room that understands pages, compiled to machine code where somebody did so.

``packaging/compile.py`` makes it with mypyc from the same sources: the same code, which takes two
thirds of the time, and which nobody needs. It stands beside the libraries of the environment and is
used as long as the sources are those that it was made from; else Python reads the sources.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

PURE = "TALKREADER_PURE"
"""A variable of the environment: where it is set, the sources are read."""
SOURCES = "sources.json"
"""In the folder of the compiled modules: what they were made from, as `state` says it."""
PACKAGE = Path(__file__).parent


def place() -> Path:
    """Return the folder for the compiled modules of this environment and this Python."""
    return Path(sys.prefix) / "talkreader-compiled" / str(sys.implementation.cache_tag)


def state() -> list[list[object]]:
    """Return of each source, and of the nouns that it speaks, what tells it from any other."""
    found: list[list[object]] = []
    for folder in (PACKAGE / "parsing", PACKAGE / "domain"):
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(".py"):
                    about = entry.stat()
                    found.append([entry.path, about.st_size, about.st_mtime_ns])
    return found


def modules() -> list[str]:
    """Return the folder of the compiled modules; none when they are not there, or not these."""
    folder = place()
    if os.environ.get(PURE) or not folder.is_dir():
        return []
    try:
        made_from = json.loads((folder / SOURCES).read_text(encoding="utf-8"))
        return [str(folder)] if made_from == state() else []
    except (OSError, ValueError):
        return []
