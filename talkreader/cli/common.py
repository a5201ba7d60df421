"""What the commands share: exit statuses, how errors and JSON are printed, the library."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from talkreader.domain.errors import (
    ExportError,
    LibraryError,
    LibraryNotWritable,
    TalkreaderError,
)

if TYPE_CHECKING:
    from talkreader.domain.page import PageInfo
    from talkreader.store import Library

DONE, NOT_UNDERSTOOD = 0, 1


def fail(error: TalkreaderError) -> int:
    """Say what went wrong; return the exit status."""
    print(f"talkreader: {error}", file=sys.stderr)
    return NOT_UNDERSTOOD


def print_json(value: object) -> None:
    """Print a value as one line of JSON."""
    json.dump(value, sys.stdout, ensure_ascii=False)
    print()


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
    from talkreader.store.schema import ARCHIVE

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
    """Return the page that a number or a title names. Raises: ExportError."""
    pages = library.pages.all()
    if words.isdigit():
        found = [info for info in pages if info.id == int(words)]
    else:
        found = [info for info in pages if words == info.title]
        found = found or [info for info in pages if words.casefold() in info.title.casefold()]
    if not found:
        raise ExportError(
            "No page “{page}” in this library; talkreader stats lists them", page=words
        )
    return found[0]


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
