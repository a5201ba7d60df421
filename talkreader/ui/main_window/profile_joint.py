"""Joins profiles: a click on a name, or P, shows everything that person said.

The dialog, and what counts for it, are imported when they are asked for.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from talkreader.domain.errors import QueryError
from talkreader.domain.progress import Progress
from talkreader.ui import words as said
from talkreader.ui.jobs import Job
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Scope, Session
from talkreader.ui.theme import Appearance

if TYPE_CHECKING:
    from talkreader.ui.dialogs.profile import ProfileDialog


class ProfileJoint(QObject):
    """Opens profiles, counts for them, and follows what is picked in them."""

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._appearance = appearance
        window.reading.person_clicked.connect(self.open)
        window.actions_["profile"].triggered.connect(self._open_current)

    def open(self, name: str) -> ProfileDialog:
        """Show the profile of the person of this name."""
        from talkreader.ui.dialogs.profile import ProfileDialog

        dialog = ProfileDialog(name, self._appearance.palette, self._window)
        self._appearance.palette_changed.connect(dialog.set_theme)
        dialog.wanted.connect(partial(self._count, dialog))
        dialog.search_wanted.connect(self._search)
        dialog.start()
        dialog.show()
        return dialog

    def _open_current(self) -> None:
        page, at = self._session.pages.page, self._window.reading.current_comment()
        name = page.comments[at].author if page is not None and at is not None else None
        if name is None:
            said = self.tr("There is no comment with a name here.")
            self._window.status.showMessage(said, 5000)
        else:
            self.open(name)

    def _count(self, dialog: ProfileDialog, name: str, text: str) -> None:
        from talkreader.domain.grammar import parse_query

        try:
            words = parse_query(text).root if text else None
        except QueryError as error:
            dialog.explain(said.sentence(error))
            return
        library = self._session.library

        def work(_progress: Progress) -> object:
            return text, library.profile(name, words)

        job = Job(work)
        # a method, which Qt forgets with the dialog: it may be closed before the job has ended
        job.finished.connect(dialog.show_profile)
        job.failed.connect(self._session.failed)
        self._session.runner.start(job)

    def _search(self, text: str) -> None:
        self._window.results.search_wanted.emit(text, Scope.LIBRARY)
