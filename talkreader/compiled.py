"""The hot modules, compiled to machine code where somebody did so.

``packaging/compile.py`` makes them with mypyc from the same sources: the same code, which takes
half of the time, and which nobody needs. They stand beside the libraries of the environment and are
used as long as the sources are those that they were made from; else Python reads the sources.
"""

from __future__ import annotations

import os
import sys
from binascii import crc32
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from pathlib import Path

PURE = "TALKREADER_PURE"
"""A variable of the environment: where it is set, the sources are read."""
SOURCES = "sources.txt"
"""In the folder of the compiled modules: what they were made from, as `state` says it."""
FROZEN = "frozen"
"""The folder of them in a program that has no sources, which brings those of its own."""
PACKAGE = Path(__file__).parent
ROOMS = ("domain", "parsing", "store")
"""Where they come from: what is compiled may depend on anything that is said there."""


def place(environment: str = "") -> Path:
    """Return where the compiled modules of an environment, or this one, and this Python are."""
    return Path(environment or sys.prefix, "talkreader-compiled", str(sys.implementation.cache_tag))


def state() -> str:
    """Return of each source what tells it from any other, a line for each."""
    found: list[str] = []
    for room in ROOMS:
        with os.scandir(PACKAGE / room) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(".py"):
                    about = entry.stat()
                    found.append(f"{about.st_size} {about.st_mtime_ns} {entry.path}\n")
    return "".join(found)


def folder_for(made_from: str, environment: str = "") -> Path:
    """Return the folder for what is made from sources of this state."""
    return place(environment) / f"{crc32(made_from.encode(errors='surrogateescape')):08x}"


def modules() -> dict[str, str]:
    """Return the file of each compiled module; none when they are not there, or not these."""
    if os.environ.get(PURE) or not place().is_dir():
        return {}
    if getattr(sys, "frozen", False):
        return _modules(str(place() / FROZEN))
    made_from = state()
    folder = folder_for(made_from)
    try:
        written = (folder / SOURCES).read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return {}
    return _modules(str(folder)) if written == made_from else {}


def _modules(folder: str) -> dict[str, str]:
    """Return the extension modules in a folder of packages."""
    ending = EXTENSION_SUFFIXES[0]
    found: dict[str, str] = {}
    for parent, _folders, files in os.walk(folder):
        package = os.path.relpath(parent, folder).replace(os.sep, ".")
        for name in files:
            if name.endswith(ending):
                found[f"{package}.{name.removesuffix(ending)}"] = f"{parent}{os.sep}{name}"
    return found


class Finder:
    """Finds the compiled one of a module, before anybody looks for its source."""

    def __init__(self, files: dict[str, str]) -> None:
        self._files = files

    def find_spec(self, name: str, *_more: object) -> ModuleSpec | None:
        """Return where a module is; None when it is not compiled."""
        file = self._files.get(name)
        if file is None:
            return None
        from importlib.util import spec_from_file_location

        return spec_from_file_location(name, file)


def use() -> None:
    """Let the compiled modules be imported where there are some."""
    files = modules()
    if files:
        sys.meta_path.insert(0, Finder(files))
