"""Joins citing: the words or the comment at hand go to the clipboard with where they stand.

What writes citations is imported when somebody cites: the window opens sooner without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from talkreader.reading import ReadingPage
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session

if TYPE_CHECKING:
    from talkreader.exporting import Quotation, Source

STYLES = {
    "cite_text": "text",
    "cite_markdown": "markdown",
    "cite_bibtex": "bibtex",
    "cite_csl": "csl-json",
}
"""Commands, and the `QuotationStyle` of each."""


class CitingJoint(QObject):
    """Copies the selected words, those of a chosen note, or the comment being read, and cites."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        for name, style in STYLES.items():
            action = window.actions_[name]
            action.triggered.connect(lambda _on=False, style=style: self._cite(style))
        window.actions_["copy_link"].triggered.connect(self._copy_link)

    def _cite(self, style: str) -> None:
        from talkreader.exporting import QuotationStyle, quotation
        from talkreader.ui.export_labels import export_labels

        quotations = self._quotations()
        if not quotations:
            self._window.status.showMessage(self.tr("There is no comment here to cite."), 5000)
            return
        self._copy(quotation(quotations, QuotationStyle(style), export_labels()))
        self._window.status.showMessage(
            self.tr("Copied %n comment(s) with their source", "", len(quotations)), 5000
        )

    def _copy_link(self) -> None:
        from talkreader.exporting import permalink

        quotations = self._quotations()
        links = filter(None, (permalink(source) for _words, source in quotations))
        text = "\n".join(dict.fromkeys(links))
        if text:
            self._copy(text)
            self._window.status.showMessage(self.tr("Copied: {target}").format(target=text), 5000)
        else:
            self._window.status.showMessage(
                self.tr("The copy does not say which wiki this comment is on, or who signed it."),
                6000,
            )

    def _quotations(self) -> list[Quotation]:
        """Return the selected words by comment; without any, those of the note that is chosen.

        Without both, it is the comment being read.
        """
        page, pane = self._session.pages.page, self._window.reading
        if page is None:
            return []
        parts = [(part.comment, part.start, part.end) for part in pane.selection()]
        if not parts and self._window.notes.list.hasFocus():
            chosen = self._window.notes.current()
            parts = [
                (placed.comment, placed.start, placed.end)
                for placed in self._session.notes.placed
                if placed.note.id == chosen and placed.comment is not None
            ]
        if parts:
            return [
                (
                    page.comments[comment].body.text[start : end if start < end else None],
                    _source(page, comment),
                )
                for comment, start, end in parts
            ]
        at = pane.current_comment()
        return [] if at is None else [(page.comments[at].body.text, _source(page, at))]

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)


def _source(page: ReadingPage, index: int) -> Source:
    from talkreader.exporting import Source, source_of_comment

    comment = page.comments[index]
    around = Source(
        site=page.info.site,
        title=page.info.title,
        section=page.sections[comment.section].heading or "",
        base_url=page.base_url,
        sha256=page.info.origin.sha256,
        copy=page.info.origin.file,
    )
    return source_of_comment(comment, around)
