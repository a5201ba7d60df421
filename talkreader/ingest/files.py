"""Which files an import is about."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from talkreader.domain.records import dataclass

Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds."""


@dataclass(frozen=True, slots=True)
class FileList:
    """The files to read in order, their size together, and how many beside them are no pages."""

    files: tuple[Path, ...]
    size: int
    others: int


def list_files(paths: Sequence[Path]) -> FileList:
    """Return the files named, folders replaced by the files below them, in order of name.

    Pictures, scripts and hidden files in a folder are counted and left out.
    """
    found: list[Path] = []
    others = 0
    for path in paths:
        if not path.is_dir():
            found.append(path)
            continue
        # not for a file that is named: it may be stored, and open without all that reads files
        from talkreader.archives.members import is_no_page

        for file in _below(path):
            if is_no_page(str(file.relative_to(path))):
                others += 1
            else:
                found.append(file)
    sizes = (stamp[0] for file in found if (stamp := stamp_of(file)) is not None)
    return FileList(tuple(found), sum(sizes), others)


def files_under(paths: Sequence[Path]) -> list[Path]:
    """Return the files that `list_files` finds."""
    return list(list_files(paths).files)


def _below(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder in order of their paths; links to folders are not followed."""
    for name, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            path = Path(name, file)
            if path.is_file():
                yield path


def stamp_of(path: Path) -> Stamp | None:
    """Return size and time of change of a file; None when it cannot be seen."""
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return None
    return facts.st_size, facts.st_mtime_ns
