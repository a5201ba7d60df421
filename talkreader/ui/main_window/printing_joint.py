"""Joins printing: what of all that is open can be put on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextDocument

from talkreader.domain.hit import Hit
from talkreader.domain.note import Note
from talkreader.domain.progress import Progress
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.panes.reading_pane import Times
from talkreader.ui.session import Session
from talkreader.ui.settings import CHINESE_FONT, LATIN_FONT, PEOPLE, TIMES, Settings

if TYPE_CHECKING:
    from talkreader.ui.dialogs.printing import Printable, PrintingDialog
    from talkreader.ui.document.style import Look


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
        dialog = PrintingDialog(things, self._session.runner, self._window)
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
            whole = self._page_paper(page, None)
            made.append(Printable(self.tr("The page"), title, whole))
            at = self._window.reading.current_comment()
            if at is not None:
                inside = self._section(page, at)
                paper = self._page_paper(page, inside)
                made.append(Printable(self.tr("This section"), title, paper))
                paper = self._page_paper(page, self._thread(page, at))
                made.append(Printable(self.tr("This thread"), title, paper))
        state = self._session.search.state
        if state.hits:
            read = partial(self._read_hits, state.text, state.hits, self._look(""))
            label = self.tr("What the search found")
            made.append(Printable(label, state.text, always_cited=True, read=read))
        notes = tuple({place.note.id: place.note for place in self._session.notes.placed}.values())
        if notes and page is not None:
            read = partial(self._read_notes, words.title(page.info), notes, self._look(""))
            made.append(self._of_notes(self.tr("My notes on this page"), read))
        everywhere = self._session.notes.everywhere()
        if len(everywhere) > len(notes):
            read = partial(self._read_notes, self.tr("All notes"), everywhere, self._look(""))
            made.append(self._of_notes(self.tr("All my notes"), read))
        return made

    def _of_notes(
        self, label: str, read: Callable[[Progress], Callable[[bool], QTextDocument]]
    ) -> Printable:
        from talkreader.ui.dialogs.printing import Printable

        return Printable(label, self.tr("Notes"), always_cited=True, read=read)

    def _look(self, language: str) -> Look:
        from talkreader.ui.document.fonts import default_script
        from talkreader.ui.printing.sheet import paper_look

        settings = self._settings
        latin, chinese = settings.text(LATIN_FONT), settings.text(CHINESE_FONT)
        people = settings.flag(PEOPLE)
        return paper_look(default_script(language), latin, chinese, people=people)

    def _page_paper(
        self, page: ReadingPage, only: frozenset[int] | None
    ) -> Callable[[bool], QTextDocument]:
        """Return what makes the paper of a page; how it looks is asked now, not by a worker."""
        from talkreader.ui.printing import page_paper

        pairs = self._window.reading.side_by_side() and bool(page.pairs)
        look = replace(self._look(page.info.language), side_by_side=pairs)
        times = Times(self._settings.text(TIMES))
        return lambda cite: page_paper(page, look, times, only, cite=cite)

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

    def _read_hits(
        self, text: str, hits: Sequence[Hit], look: Look, progress: Progress
    ) -> Callable[[bool], QTextDocument]:
        """Return what makes the paper of a search; called in a worker's thread."""
        from talkreader.ui.printing import found_passages, passages_paper

        title = self.tr("Search: {words}").format(words=text)
        said = self.tr("%n place(s) found", "", len(hits))
        passages = found_passages(self._session.library, hits, progress)
        return lambda _cite: passages_paper(title, said, passages, look)

    def _read_notes(
        self, title: str, notes: Sequence[Note], look: Look, progress: Progress
    ) -> Callable[[bool], QTextDocument]:
        """Return what makes the paper of notes, as they stand now; called in a worker's thread."""
        from talkreader.gathering import sources_of
        from talkreader.ui.printing import notes_paper

        said = self.tr("%n note(s)", "", len(notes))
        sources = sources_of(self._session.library, notes, progress)
        return lambda _cite: notes_paper(title, said, notes, sources, look)
