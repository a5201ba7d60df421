"""Stored pages are understood anew: what a later version understands better reaches them so."""

from __future__ import annotations

import logging
from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from talkreader.domain.body import Body
from talkreader.domain.page import PageInfo
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.domain.records import dataclass
from talkreader.domain.thread import ParsedPage

if TYPE_CHECKING:
    from talkreader.store import Library


@dataclass(frozen=True, slots=True)
class Reread:
    """What came of it: of so many ``pages`` (copies counted), those that became other ones.

    ``failed`` could not be understood now, and are as they were. Both by their ids.
    """

    pages: int
    changed: tuple[int, ...]
    failed: tuple[int, ...]


def read_again(library: Library, pages: Sequence[int], progress: Progress | None = None) -> Reread:
    """Return what came of understanding all copies of these pages anew, each from its own text.

    ``pages`` are ids; one that is not there any more is passed over. A page is what it was, or
    wholly what it is now. Its notes and corrections stay with what they
    are about, as after an import. Raises: LibraryError; Cancelled: what was read so far stays.
    """
    from talkreader import parsing

    progress = progress or Progress()
    labels = library.known_labels()
    changed, failed = array("q"), array("q")
    count = comments = 0
    for number, one in enumerate(pages):
        progress.wait_until_resumed()
        progress.report(ProgressReport(number, len(pages), count, comments))
        # those of one page are compared with each other
        for info in _copies(library, one):
            try:
                contents = library.pages.contents(info.id)
            except KeyError:  # it has gone meanwhile
                continue
            stored = contents.parsed()
            try:
                now = parsing.parse(contents.raw, labels)
            except Exception:  # one that cannot be understood must not stop the others
                logging.getLogger(__name__).exception("page %s", info.title)
                failed.append(info.id)
                continue
            detail = any(comment.body.blocks for comment in stored.comments)
            if _said(now, detail=detail) != _said(stored, detail=detail):
                try:
                    library.pages.reread(info.id, now, detail=detail)
                except KeyError:
                    continue
                changed.append(info.id)
            count += 1
            comments += len(now.comments)
    return Reread(count, tuple(changed), tuple(failed))


def _copies(library: Library, page: int) -> list[PageInfo]:
    """Return all copies of a page, oldest first; none when it has gone."""
    return [
        copy for info in library.pages.some([page]) for copy in library.pages.versions(info.key)
    ]


def _said(page: ParsedPage, *, detail: bool) -> tuple[object, ...]:
    """Return what a page says; without ``detail`` no marks, which large imports do not store."""
    comments = [replace(one, id=0) for one in page.comments]
    prose: list[object] = list(page.prose)
    if not detail:
        comments = [replace(one, body=Body(one.body.text)) for one in comments]
        prose = [one.body.text for one in page.prose]
    return page.text, page.sections, comments, prose, page.warnings
