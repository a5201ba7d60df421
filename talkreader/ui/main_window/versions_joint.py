"""Joins what a page was before: its copies against each other, and the versions of comments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from talkreader.domain.progress import Progress
from talkreader.reading import Compared, ReadingPage
from talkreader.ui.jobs import Job
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.places import place_of
from talkreader.ui.session import Session
from talkreader.ui.theme import Appearance

if TYPE_CHECKING:
    from talkreader.domain.versions import CommentHistory
    from talkreader.ui.dialogs.changes import ChangesDialog

Show = Callable[[ReadingPage, Compared], object]


class VersionsJoint(QObject):
    """What opens the two dialogs, and does their work beside the window."""

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._appearance = appearance
        self._compared = 0
        window.actions_["changes"].triggered.connect(self._compare)
        window.actions_["versions"].triggered.connect(self._trace)
        session.pages.page_opened.connect(self._enable)
        session.pages.page_closed.connect(self._enable)
        self._enable()

    def _enable(self, _opened: object = None) -> None:
        page = self._session.pages.page
        several = page is not None and (page.info.version > 1 or not page.info.current)
        self._window.actions_["changes"].setEnabled(several)
        self._window.actions_["versions"].setEnabled(page is not None)

    # --- copies ----------------------------------------------------------------------------

    def _compare(self) -> None:
        """Compare this copy with the one before it; the first one, with the next."""
        page, known = self._session.pages.page, self._session.seeing.difference
        if page is None:
            return
        if known is not None:
            self._show_changes(page, known)
            return
        copies = [copy.id for copy in self._session.library.pages.versions(page.info.key)]
        if len(copies) < 2 or page.info.id not in copies:
            self._say(self.tr("The library has only this copy of the page."))
            return
        newer = max(1, copies.index(page.info.id))
        self._compare_two(copies[newer - 1], copies[newer], self._show_changes)

    def _compare_two(self, older: int, newer: int, show: Show) -> None:
        library = self._session.library

        def work(progress: Progress) -> object:
            from talkreader import reading

            page = reading.open_page(library, newer)
            progress.check()
            return page, reading.compare_with(library, page, older)

        self._compared += 1  # who asks for other copies meanwhile wants those
        number = self._compared
        job = Job(work)
        job.finished.connect(lambda found: show(*found) if number == self._compared else None)
        job.failed.connect(self._session.failed)
        self._session.runner.start(job)

    def _show_changes(self, page: ReadingPage, compared: Compared) -> None:
        from talkreader.ui.dialogs.changes import ChangesDialog

        copies = self._session.library.pages.versions(page.info.key)
        dialog = ChangesDialog(page, compared, self._appearance.palette, self._window, copies)
        dialog.comment_picked.connect(lambda comment: self._go(dialog, comment))
        dialog.copies_wanted.connect(
            lambda older, newer: self._compare_two(older, newer, dialog.show_changes)
        )
        dialog.open()

    def _go(self, dialog: ChangesDialog, comment: int) -> None:
        """Go to a comment in the copy that it was picked in."""
        page = dialog.page
        if self._session.pages.page is page:
            self._session.pages.jump(comment)
        else:
            self._session.pages.open_page(page.info.id, place_of(page, comment))

    # --- versions --------------------------------------------------------------------------

    def _trace(self) -> None:
        page, library = self._session.pages.page, self._session.library
        if page is None:
            return
        at = self._window.reading.current_comment()

        def work(progress: Progress) -> object:
            from talkreader import tracing

            return tracing.histories_of(library, page, progress.check)

        job = Job(work, f"versions {page.info.id}")
        job.finished.connect(lambda found: self._show_versions(page, found, at))
        job.failed.connect(self._session.failed)
        self._session.runner.start(job)

    def _show_versions(
        self, page: ReadingPage, found: Sequence[CommentHistory], at: int | None
    ) -> None:
        from talkreader.ui.dialogs.versions import VersionsDialog

        if self._session.pages.page is not page:
            return
        dialog = VersionsDialog(page, found, at, self._appearance.palette, self._window)
        dialog.comment_picked.connect(self._session.pages.jump)
        dialog.open()

    def _say(self, sentence: str) -> None:
        self._window.status.showMessage(sentence, 5000)
        self._window.reading.announce(sentence)
