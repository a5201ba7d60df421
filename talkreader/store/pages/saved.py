"""What became of a page that was given to be stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from talkreader.domain.page import PageInfo, PageKey
from talkreader.store.values.rows import key_of_row, row_to_info


class Fate(StrEnum):
    """What became of a page that was given to be stored."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    OLDER = "older"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Saved:
    """A page that was given to be stored, as the library has it now.

    ``fate`` OLDER: the library has a later revision, and this one was left out. ASIDE: it breaks
    off or is empty, and is stored beside the current copy, which has ``kept`` comments and stays.
    ``comments`` new, edited and gone are against the version before; all of a new page's are new.
    ``row`` is of the view ``page_info``.
    """

    row: tuple[Any, ...]
    fate: Fate
    new: int = 0
    edited: int = 0
    gone: int = 0
    kept: int = 0

    @property
    def id(self) -> int:
        """The page's id."""
        number: int = self.row[0]
        return number

    @property
    def key(self) -> PageKey:
        """Which page it is."""
        return key_of_row(self.row[1], self.row[2], self.row[17])

    @property
    def comments(self) -> int:
        """How many comments the page has."""
        count: int = self.row[12]
        return count

    @property
    def info(self) -> PageInfo:
        """The page, made when asked for: an import has a million, and lists a few."""
        return row_to_info(self.row)
