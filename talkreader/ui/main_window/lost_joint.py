"""Joins the list of the library's lost notes: looked for beside the window, once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from talkreader.domain.note import AnchorState, Note
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.ui.jobs import Job
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.models.note_rows import rows_of_lost
from talkreader.ui.models.notes import NoteRow
from talkreader.ui.session import Session


class LostJoint(QObject):
    """Lists the lost notes of all pages when somebody asks for them.

    What is found stays known; the page that is read tells of its own notes how they are.
    """

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._pane = window.notes
        self._session = session
        self._rows: list[NoteRow] | None = None
        self._job: Job | None = None
        self._outdated = False
        session.pages.pages_changed.connect(self._forget)
        self._pane.tab_wanted.connect(lambda _tab: self._leave())

    def show(self, here: list[NoteRow]) -> None:
        """List what is known, with the notes of the page that is read; look for them first."""
        if self._rows is None:
            self._pane.show_notes([])
            self._look()
            return
        self._pane.show_searched(1.0)
        self._pane.show_notes(self._now(here))

    def _now(self, here: list[NoteRow]) -> list[NoteRow]:
        """Return the lost notes as they are now: attached, changed and deleted ones are known."""
        read = {row.note.id: row for row in here}
        known = {row.note.id for row in self._rows or ()}
        written = self._session.library.notes.written()
        found = []
        for row in self._rows or ():
            note, there = row.note, read.get(row.note.id)
            now = written.get(note.id, "")
            if now and now != note.modified.isoformat():
                note = self._session.notes.get(note.id) or note
            still = there is None or there.state is AnchorState.LOST
            if now and still and note.targets == row.note.targets:
                found.append(row if note is row.note else replace(row, note=note))
        new = [row for row in here if row.state is AnchorState.LOST and row.note.id not in known]
        return [*found, *new]

    def _look(self) -> None:
        if self._job is not None:
            return
        library = self._session.library

        def work(progress: Progress) -> list[NoteRow]:
            from talkreader.lost import lost_notes

            lost: list[Note] = lost_notes(library, progress)
            return rows_of_lost(library, lost)

        self._job = Job(work)
        self._job.progressed.connect(self._report)
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._fail)
        self._job.ended.connect(self._end)
        self._outdated = False
        self._pane.show_searched(0.0)
        self._session.runner.start(self._job)

    def _report(self, report: ProgressReport) -> None:
        self._pane.show_searched(min(0.99, report.done / report.total if report.total else 0.0))

    def _take(self, rows: list[NoteRow]) -> None:
        self._rows = None if self._outdated else rows

    def _fail(self, error: object) -> None:
        self._pane.all_pages.setChecked(False)  # what was not looked for is not known to be there
        self._session.failed.emit(error)

    def _end(self) -> None:
        self._job = None
        self._pane.show_searched(1.0)
        if self._pane.lists_all_lost and (self._rows is not None or self._outdated):
            self._pane.tab_wanted.emit(self._pane.tab)

    def _forget(self) -> None:
        """Look again when the list is asked for the next time: pages came or went."""
        self._rows, self._outdated = None, True

    def _leave(self) -> None:
        if self._job is not None and not self._pane.lists_all_lost:
            self._job.cancel()
