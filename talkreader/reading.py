"""The way out: a stored page, its notes placed, its translations paired, for a person to read."""

from __future__ import annotations

from dataclasses import dataclass

from talkreader.domain.bilingual import Pair
from talkreader.domain.note import Placed
from talkreader.domain.page import PageInfo
from talkreader.domain.thread import Comment, PageWarning, Prose, Section


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """Everything the window shows of one page.

    ``comments[i].index == i`` and ``sections[i].index == i``; ``prose`` in page order. ``source``
    is the page's own text (wikitext, HTML or plain text) as it was imported.
    """

    info: PageInfo
    sections: tuple[Section, ...]
    comments: tuple[Comment, ...]
    prose: tuple[Prose, ...]
    source: str
    warnings: tuple[PageWarning, ...] = ()
    notes: tuple[Placed, ...] = ()
    pairs: tuple[Pair, ...] = ()
