"""Which files an import is about."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from talkreader.domain.importing import MOST_FILES
from talkreader.domain.paths import is_folder
from talkreader.domain.records import dataclass

Stamp = tuple[int, int]
"""Size in bytes and time of change in nanoseconds."""

_TICK = 2_000_000_000
"""The coarsest clock of a file system, in nanoseconds."""
_AHEAD = 60_000_000_000
"""So far ahead of ours may be the clock of whoever keeps the files."""

_LOOKED_AT = 2_000
"""So many files of folders are looked at while a person waits for the window."""


_PART = re.compile(r"(.+?-)(pages-[a-z-]+?)\d*(\.xml)-p(\d+)p(\d+)((?:\.\w+)?)\Z")
"""A part of a dump as Wikimedia names it: with the ids of its first and its last page."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A part of a dump that is missing before ``file``: the ids of its pages, from and to."""

    file: Path
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FileList:
    """The files to read in order, and their size together.

    ``others`` counts the files beside them that are no pages, ``left`` names the first of these;
    ``closed`` are folders that may not be looked into, ``gaps`` parts of dumps that are missing.
    """

    files: tuple[Path, ...]
    size: int
    others: int
    left: tuple[Path, ...] = ()
    closed: tuple[Path, ...] = ()
    gaps: tuple[Gap, ...] = ()


def list_files(paths: Sequence[Path]) -> FileList:
    """Return the files named, folders replaced by the files below them, in order of name.

    Pictures, scripts, hidden files and what a browser saved beside a page are counted and left out.
    """
    found: list[Path] = []
    left: list[Path] = []
    closed: list[Path] = []
    others = 0
    for file, wanted in _all_of(paths, closed):
        if wanted:
            found.append(file)
            continue
        others += 1
        if len(left) < MOST_FILES // 4:
            left.append(file)
    sizes = (stamp[0] for file in found if (stamp := stamp_of(file)) is not None)
    lists = tuple(found), sum(sizes), others, tuple(left), tuple(closed)
    return FileList(*lists, gaps_between(found))


def gaps_between(files: Iterable[Path]) -> tuple[Gap, ...]:
    """Return the parts that are missing between those of a dump that lie in a folder together."""
    dumps: dict[tuple[Path, str, str], list[tuple[int, int, Path]]] = {}
    for file in files:
        if found := _PART.match(file.name):
            dump = file.parent, found[1] + found[2], found[6]
            dumps.setdefault(dump, []).append((int(found[4]), int(found[5]), file))
    gaps: list[Gap] = []
    for parts in dumps.values():
        reached = None
        for start, end, file in sorted(parts):
            if reached is not None and start > reached + 1:
                gaps.append(Gap(file, reached + 1, start - 1))
            reached = max(end, reached or 0)
    return tuple(gaps)


def are_more_than(paths: Sequence[Path], count: int) -> bool:
    """Return whether there are more files to read than so many; of many, without a look at all."""
    looked_at = list(islice(_all_of(paths, []), _LOOKED_AT))
    return len(looked_at) == _LOOKED_AT or sum(wanted for _file, wanted in looked_at) > count


def files_under(paths: Sequence[Path]) -> list[Path]:
    """Return the files that `list_files` finds."""
    return list(list_files(paths).files)


def _all_of(paths: Sequence[Path], closed: list[Path]) -> Iterator[tuple[Path, bool]]:
    """Yield the files named and those in folders, and whether they are to be read."""
    from talkreader.archives.containers.members import is_no_page

    for path in paths:
        if not is_folder(path):
            yield path, True
            continue
        for file, beside in _below(path, closed):
            yield file, not (beside or is_no_page(str(file.relative_to(path))))


def _below(folder: Path, closed: list[Path]) -> Iterator[tuple[Path, bool]]:
    """Yield the files below a folder in order of their paths; links to folders are not followed.

    Each with whether it is in a folder that belongs to a page beside that.
    """
    from talkreader.archives.containers.members import page_of_folder

    def note(error: OSError) -> None:
        closed.append(Path(error.filename or folder))

    beside: set[str] = set()
    for name, folders, files in os.walk(folder, onerror=note):
        folders.sort()
        known = set(files)
        is_beside = name in beside
        for inner in folders:
            page = page_of_folder(f"{inner}/")
            if is_beside or (page and not known.isdisjoint({f"{page}.html", f"{page}.htm"})):
                beside.add(os.path.join(name, inner))  # noqa: PTH118 - as os.walk puts it together
        for file in sorted(files):
            yield Path(name, file), is_beside


def lasting(stamp: Stamp, read: int) -> Stamp:
    """Return a stamp by which a file is known again; one that no file has where it would not be.

    ``read`` is when its reading began, in nanoseconds. Clocks of file systems are coarse, that of
    FAT has two seconds, and that of a server may be ahead of ours. What is saved again in the same
    tick with the same size looks as it did: it must be read again to be known (as git does it, see
    its racy-git.adoc).
    """
    return (stamp[0], -1) if -_AHEAD < read - stamp[1] < _TICK else stamp


def stamp_of(path: Path) -> Stamp | None:
    """Return size and time of change of a file; None when it cannot be seen."""
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return None
    return facts.st_size, facts.st_mtime_ns
