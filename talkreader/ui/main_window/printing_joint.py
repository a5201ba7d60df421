"""Joins printing: what of all that is open can be put on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from talkreader.domain.hit import Hit, HitKind
from talkreader.domain.note import Note
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.panes.reading_pane import Times
from talkreader.ui.session import Session
from talkreader.ui.settings import CHINESE_FONT, LATIN_FONT, PEOPLE, TIMES, Settings

if TYPE_CHECKING:
    from talkreader.ui.dialogs.printing import Printable, PrintingDialog
    from talkreader.ui.document.style import Look
    from talkreader.ui.printing import Passage


class PrintingJoint(QObject):
    """Opens the preview, and makes the papers when they are wanted."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        window.actions_["print"].triggered.connect(self.open)

    def open(self) -> PrintingDialog | None:
        """Show what would be printed; None, and a word why, when there is nothing."""
        from talkreader.ui.dialogs.printing import PrintingDialog

        things = self.things()
        if not things:
            said = self.tr("There is nothing to print: open a page first.")
            self._window.status.showMessage(said, 6000)
            return None
        dialog = PrintingDialog(things, self._window)
        dialog.saved.connect(
            lambda path: self._window.status.showMessage(
                self.tr("Saved to {path}").format(path=path), 8000
            )
        )
        dialog.failed.connect(self._session.failed)
        dialog.open()
        return dialog

    def things(self) -> list[Printable]:
        """Return what can be printed now, the likeliest first."""
        from talkreader.ui.dialogs.printing import Printable

        made: list[Printable] = []
        page = self._session.pages.page
        if page is not None:
            title = words.title(page.info)
            made.append(Printable(self.tr("The page"), title, partial(self._page, page, None)))
            at = self._window.reading.current_comment()
            if at is not None:
                inside = self._section(page, at)
                paper = partial(self._page, page, inside)
                made.append(Printable(self.tr("This section"), title, paper))
                paper = partial(self._page, page, self._thread(page, at))
                made.append(Printable(self.tr("This thread"), title, paper))
        state = self._session.search.state
        if state.hits:
            paper = partial(self._hits, state.text, state.hits)
            made.append(Printable(self.tr("What the search found"), state.text, paper, True))
        notes = tuple({place.note.id: place.note for place in self._session.notes.placed}.values())
        if notes and page is not None:
            paper = partial(self._notes, words.title(page.info), notes)
            made.append(Printable(self.tr("My notes on this page"), self.tr("Notes"), paper, True))
        everywhere = self._session.notes.everywhere()
        if len(everywhere) > len(notes):
            paper = partial(self._notes, self.tr("All notes"), everywhere)
            made.append(Printable(self.tr("All my notes"), self.tr("Notes"), paper, True))
        return made

    def _look(self, language: str) -> Look:
        from talkreader.ui.document.fonts import default_script
        from talkreader.ui.printing.sheet import paper_look

        settings = self._settings
        latin, chinese = settings.text(LATIN_FONT), settings.text(CHINESE_FONT)
        people = settings.flag(PEOPLE)
        return paper_look(default_script(language), latin, chinese, people=people)

    def _page(self, page: ReadingPage, only: frozenset[int] | None, cite: bool) -> QTextDocument:
        from talkreader.ui.printing import page_paper

        look = self._look(page.info.language)
        pairs = self._window.reading.side_by_side() and bool(page.pairs)
        times = Times(self._settings.text(TIMES))
        return page_paper(page, replace(look, side_by_side=pairs), times, only, cite=cite)

    def _section(self, page: ReadingPage, at: int) -> frozenset[int]:
        section = page.comments[at].section
        inside = {section}
        for other in page.sections[section + 1 :]:
            if other.parent in inside:
                inside.add(other.index)
        return frozenset(c.index for c in page.comments if c.section in inside)

    def _thread(self, page: ReadingPage, at: int) -> frozenset[int]:
        while (above := page.comments[at].parent) is not None:
            at = above
        inside = {at}
        for comment in page.comments[at + 1 :]:
            if comment.parent in inside:
                inside.add(comment.index)
        return frozenset(inside)

    def _hits(self, text: str, hits: Sequence[Hit], _cite: bool) -> QTextDocument:
        from talkreader.ui.printing import passages_paper

        title = self.tr("Search: {words}").format(words=text)
        said = self.tr("%n place(s) found", "", len(hits))
        passages = self._passages(hits)
        return passages_paper(title, said, passages, self._look(""))

    def _passages(self, hits: Sequence[Hit]) -> list[Passage]:
        """Return the whole comments of hits, each page read once."""
        from talkreader.exporting import Source
        from talkreader.ui.printing import Passage

        bodies: dict[int, list[str]] = {}
        made = []
        for hit in hits:
            if hit.page not in bodies:
                contents = self._session.library.pages.contents(hit.page)
                bodies[hit.page] = [comment.body.text for comment in contents.comments]
            whole = hit.kind is HitKind.COMMENT and hit.index is not None
            body = bodies[hit.page][hit.index] if whole and hit.index is not None else hit.snippet
            title = hit.title or words.title(self._session.library.pages.get(hit.page))
            comment = hit.comment if whole else ""
            source = Source(hit.site, title, hit.section, comment, hit.author, hit.timestamp)
            made.append(Passage(body, source))
        return made

    def _notes(self, title: str, notes: Sequence[Note], _cite: bool) -> QTextDocument:
        from talkreader.exporting import CodedPage
        from talkreader.gathering import sources_in
        from talkreader.ui.printing import notes_paper

        page, placed = self._session.pages.page, self._session.notes.placed
        pages = []
        if page is not None:  # what stands elsewhere is cited by what the notes say themselves
            sha256 = page.info.origin.sha256
            pages.append(CodedPage(page.info.key, page, placed, page.base_url, sha256))
        said = self.tr("%n note(s)", "", len(notes))
        return notes_paper(title, said, notes, sources_in(pages), self._look(""))
