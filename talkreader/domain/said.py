"""Who said something when and where: all that a picture of a discussion is made from."""

from __future__ import annotations

from datetime import datetime

from talkreader.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """One comment without its words.

    ``page`` is a page's id, ``index`` the comment's place on it, ``parent`` the index of the one
    it answers. ``where`` is the heading of its section ("" before the first one), ``title`` the
    page's. ``time`` is aware and in UTC.
    """

    page: int
    index: int
    author: str | None
    time: datetime | None
    where: str
    parent: int | None
    title: str = ""
