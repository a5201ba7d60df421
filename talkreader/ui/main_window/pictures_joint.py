"""Joins pictures: what they are made of, and the way from them into the comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from talkreader.domain.progress import Progress
from talkreader.ui import words
from talkreader.ui.jobs import Job
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.places import Place, place_of
from talkreader.ui.session import Scope, Session
from talkreader.ui.theme import Appearance

if TYPE_CHECKING:
    from talkreader.pictures import Cell
    from talkreader.ui.dialogs.pictures import PicturesDialog, Subject


class PicturesJoint(QObject):
    """Opens the pictures, counts for them, and follows a click."""

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._appearance = appearance
        window.actions_["pictures"].triggered.connect(self.open)

    def open(self) -> PicturesDialog:
        """Show the pictures of what is read; return their window."""
        from talkreader.ui.dialogs.pictures import PicturesDialog, Subject

        dialog = PicturesDialog(self._appearance.palette, self._window)
        self._appearance.palette_changed.connect(dialog.set_theme)
        dialog.wanted.connect(lambda subject: self._count(dialog, subject))
        dialog.picked.connect(self._follow)
        dialog.saved.connect(
            lambda path: self._window.status.showMessage(
                self.tr("Saved to {path}").format(path=path), 8000
            )
        )
        dialog.failed.connect(self._session.failed)
        subjects = [Subject.PAGE] if self._session.pages.page is not None else []
        if self._session.search.state.hits:
            subjects.append(Subject.SEARCH)
        dialog.offer([*subjects, Subject.LIBRARY])
        dialog.show()
        return dialog

    def _count(self, dialog: PicturesDialog, subject: Subject) -> None:
        """Gather who said what, beside the window when that may take long."""
        from talkreader import reading
        from talkreader.ui.dialogs.pictures import Subject

        page = self._session.pages.page
        if subject is Subject.PAGE and page is not None:
            dialog.show_said((subject, reading.said_on(page), words.title(page.info)))
            return
        library, state = self._session.library, self._session.search.state
        query = state.query if subject is Subject.SEARCH else None
        name = state.text if query is not None else self.tr("Library")

        def work(progress: Progress) -> object:
            return subject, library.said(query, progress.check), name

        job = Job(work)
        # a method, which Qt forgets with the dialog: it may be closed before the job has ended
        job.finished.connect(dialog.show_said)
        job.failed.connect(self._session.failed)
        self._session.runner.start(job)

    def _follow(self, subject: Subject, cell: Cell) -> None:
        """Search for the comments of a cell; go to the first when no search says it."""
        from talkreader.ui.dialogs.pictures import Subject

        if cell.depth or not cell.query:
            page = self._session.pages.page
            if page is not None and page.info.id == cell.page:
                self._session.pages.open_page(cell.page, place_of(page, cell.index))
            else:
                self._open_at(cell.page, cell.index)
            return
        state = self._session.search.state
        text, scope = cell.query, Scope.LIBRARY
        if subject is Subject.PAGE:
            scope = Scope.PAGE
        elif subject is Subject.SEARCH and state.query is not None:
            scope = Scope.PAGE if state.query.page is not None else Scope.LIBRARY
            text = f"({state.text}) {cell.query}"
        self._window.search.set_scope(scope)
        self._window.search.field.setText(text)

    def _open_at(self, page: int, index: int) -> None:
        from talkreader import reading

        stored = reading.open_page(self._session.library, page)
        place = place_of(stored, index)
        self._session.pages.open_page(page, Place(page, place.comment, place.occurrence))
