"""A page, a section or a thread on paper, with everything unfolded."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from PySide6.QtGui import QTextDocument

from talkreader.domain.thread import Comment, Prose, Section
from talkreader.exporting import Source, source_of_comment
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.document.builder import PageWriter
from talkreader.ui.document.header import Times, inferred_notice, mostly_inferred
from talkreader.ui.document.parts import in_order
from talkreader.ui.document.style import Look
from talkreader.ui.document.threads import Threads
from talkreader.ui.printing.sheet import Sheet


def page_paper(
    page: ReadingPage,
    look: Look,
    times: Times = Times.UTC,
    only: Collection[int] | None = None,
    *,
    cite: bool = True,
) -> QTextDocument:
    """Return a page as a document; ``only`` these comments, with the headings above them.

    ``cite`` writes below each comment how to cite it; the page's own source is always told.
    """
    sheet = Sheet(replace(look, by_time=False))
    left = sheet.style.gutter  # as the headings
    sheet.title(words.title(page.info), left)
    sheet.cited(source_of_page(page), left)
    writer = _PaperWriter(page, sheet, times, only, cite=cite)
    for _characters in writer.write_all():
        pass
    return sheet.document


def source_of_page(page: ReadingPage, section: str = "") -> Source:
    """Return the source of a page or one of its sections."""
    return Source(
        site=page.info.site,
        title=words.title(page.info),
        section=section,
        base_url=page.base_url,
        sha256=page.info.origin.sha256,
        copy=page.info.origin.file,
    )


class _PaperWriter(PageWriter):
    """Writes as on the screen, but nothing that only a screen can do."""

    def __init__(
        self,
        page: ReadingPage,
        sheet: Sheet,
        times: Times,
        only: Collection[int] | None,
        *,
        cite: bool,
    ) -> None:
        super().__init__(page, sheet.pen, times, Threads(page.comments))
        self._sheet = sheet
        self._only = only
        self._cite = cite

    def write_all(self) -> Iterator[int]:
        if mostly_inferred(self._page.comments):
            self._notice(inferred_notice())
        for item in wanted_items(self._page, self._only):
            if isinstance(item, Section):
                self._section(item)
            elif isinstance(item, Comment):
                self._comment(item)
                if self._cite:
                    heading = self._page.sections[item.section].heading or ""
                    source = source_of_comment(item, source_of_page(self._page, heading))
                    left = self._sheet.style.left(self._threads.depth(item.index))
                    # author and time stand above it: what is left to say is where
                    self._sheet.cited(replace(source, sha256=""), left)
            else:
                self._prose(item)
            self._writer.places.close(self._writer.document.characterCount() - 1)
            yield self._writer.document.characterCount()

    def _summary(self, index: int, left: int) -> int:  # noqa: ARG002 - the screen's signature
        """Nothing is folded on paper."""
        return -1


def wanted_items(
    page: ReadingPage, only: Collection[int] | None
) -> list[Section | Comment | Prose]:
    """Return what stands on the paper in the order of the page."""
    items = in_order(page)
    if only is None:
        return items
    headed: set[int] = set()
    for index in only:
        section: int | None = page.comments[index].section
        while section is not None and section not in headed:
            headed.add(section)
            section = page.sections[section].parent
    return [
        item
        for item in items
        if (isinstance(item, Comment) and item.index in only)
        or (isinstance(item, Section) and item.index in headed)
    ]
