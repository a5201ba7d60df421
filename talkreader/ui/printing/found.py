"""What a search found, read to be printed: whole comments with their sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from talkreader.domain.hit import Hit, HitKind
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.exporting import Source
from talkreader.ui import words
from talkreader.ui.printing.passages import Passage

if TYPE_CHECKING:
    from talkreader.store import Library


def found_passages(library: Library, hits: Sequence[Hit], progress: Progress) -> list[Passage]:
    """Return the whole comments of hits, in their order; called in a worker's thread.

    Each page is read once, and of it only what is printed is kept. Of a page that has left the
    library since, what the search showed is all there is. Raises: Cancelled; LibraryError.
    """
    wanted: dict[int, list[int]] = {}
    for number, hit in enumerate(hits):
        wanted.setdefault(hit.page, []).append(number)
    passages: dict[int, Passage] = {}
    for done, (page, numbers) in enumerate(wanted.items()):
        progress.report(ProgressReport(done, len(wanted)))
        try:
            contents = library.pages.contents(page)
        except KeyError:
            title, bodies = "", []
        else:
            title = words.title(contents.info)
            bodies = [comment.body.text for comment in contents.comments]
        corrected = (
            _corrected(library, page) if any(hits[n].now is not None for n in numbers) else []
        )
        for number in numbers:
            passages[number] = _passage(hits[number], title, bodies, corrected)
    return [passages[number] for number in range(len(hits))]


def _corrected(library: Library, page: int) -> list[str]:
    """Return what the comments of a page say after the person's corrections."""
    from talkreader import reading

    return [comment.body.text for comment in reading.open_page(library, page).comments]


def _passage(hit: Hit, title: str, bodies: Sequence[str], corrected: Sequence[str]) -> Passage:
    comment = ""
    body = hit.snippet
    if hit.kind is HitKind.COMMENT and hit.index is not None:
        comment = hit.comment
        body = bodies[hit.index] if bodies else body
        if hit.now is not None and hit.now < len(corrected):
            body = corrected[hit.now]
    where = hit.title or title
    return Passage(body, Source(hit.site, where, hit.section, comment, hit.author, hit.timestamp))
