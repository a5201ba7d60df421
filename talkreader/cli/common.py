"""What the commands share: exit statuses, how errors and JSON are printed, the library."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.domain.errors import (
    ExportError,
    LibraryError,
    LibraryNotWritable,
    QueryError,
    TalkreaderError,
)

if TYPE_CHECKING:
    from talkreader.domain.page import PageInfo
    from talkreader.domain.query import Query
    from talkreader.store import Library

DONE, NOT_UNDERSTOOD = 0, 1


def fail(error: TalkreaderError) -> int:
    """Say what went wrong; return the exit status."""
    print(f"talkreader: {error}", file=sys.stderr)
    return NOT_UNDERSTOOD


def point(error: QueryError, text: str) -> None:
    """Show the place in a search that a sentence speaks of."""
    from talkreader.exporting.width import columns

    line = " ".join(text.split("\n"))
    start = min(error.start, len(line))
    before, wrong = columns(line[:start]), columns(line[start : error.end])
    print(f"    {line}\n    {' ' * before}{'^' * max(1, wrong)}", file=sys.stderr)


def hint(query: Query) -> None:
    """Tell of what may be mistyped in a search, and where."""
    for error in query.hints:
        print(f"talkreader: {error}", file=sys.stderr)
        point(error, query.text)


def named_path(words: str) -> Path:
    """Return the path that an argument names; nothing names no folder, not even this one."""
    if not words:
        raise argparse.ArgumentTypeError("the name is empty; give the path of a file or a folder")
    return Path(words)


def counted(count: int, thing: str) -> str:
    """Return "1 page" or "3 pages"; ``thing`` is the word for one."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def print_json(value: object) -> None:
    """Print a value as one line of JSON."""
    print(json.dumps(value, ensure_ascii=False))


class _TellOnce:
    """Says something when it is called for the first time."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __call__(self) -> None:
        """Say it, on standard error."""
        if self._words:
            print(self._words, file=sys.stderr)
            self._words = ""


def library_of(arguments: argparse.Namespace, *, read_only: bool = True) -> Library:
    """Return the library that the command line names. Raises: LibraryError."""
    from talkreader.folders import default_folder
    from talkreader.store import open_library
    from talkreader.store.files.schema import ARCHIVE

    folder = arguments.library or default_folder()
    if read_only and not folder.is_dir():
        raise LibraryError(
            "There is no library in {folder} yet; talkreader import FILE makes one", folder=folder
        )
    busy = _TellOnce(
        f"talkreader: {folder} is brought up to date, this once; it may take some minutes"
    )
    try:
        return open_library(folder, read_only=read_only, busy=busy)
    except LibraryNotWritable:
        # of an earlier version: opened for writing, it is brought up to date, or says why not
        if not read_only or not (folder / ARCHIVE.file).exists():
            raise
        return open_library(folder, busy=busy)


def find_page(library: Library, words: str) -> PageInfo:
    """Return the page that a number or a title names. Raises ExportError: it names none or more."""
    pages = library.pages.all()
    found = [info for info in pages if words.isdecimal() and info.id == int(words)]
    found = found or [info for info in pages if words == info.title and words]
    if not found and words.strip():
        found = [info for info in pages if words.casefold() in info.title.casefold()]
    if len(found) > 1:
        raise ExportError(
            "“{page}” names {count} pages; say the number of one: {pages}",
            page=words,
            count=len(found),
            pages=", ".join(f"{info.id} ({_called(info)})" for info in found[:_SHOWN])
            + (", …" if len(found) > _SHOWN else ""),
        )
    if not found:
        raise ExportError(
            "No page “{page}” in this library; talkreader stats lists them", page=words
        )
    return found[0]


def check_ending(output: Path, *endings: str) -> None:
    """Raise ExportError when the name of a file promises something else than is written."""
    if output.suffix and output.suffix.lower() not in endings:
        raise ExportError(
            "Nothing of this is written as {ending}: end the name of the file with {endings}",
            ending=output.suffix,
            endings=", ".join(endings),
        )


_SHOWN = 5


def name_of(info: PageInfo) -> str:
    """Return what a page is called in a list: one without a title by its file."""
    return info.title or f"({info.origin.file or 'no title'})"


def _called(info: PageInfo) -> str:
    return ", ".join(filter(None, (info.title, info.site, info.origin.file)))


def page_row(info: PageInfo) -> dict[str, object]:
    """Return a page as the JSON of import and stats has it."""
    return {
        "id": info.id,
        "site": info.site,
        "title": info.title,
        "sections": info.sections,
        "comments": info.comments,
        "people": info.people,
        "version": info.version,
        "current": info.current,
        "sha256": info.origin.sha256,
    }
