"""Joins what a person does with results as a whole: keep the search, copy them all.

Dialogs, and what writes citations, are imported when they are asked for.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from talkreader.domain.progress import Progress
from talkreader.ui.jobs import Job
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session

MOST = 5_000
"""Results that are copied at once: some megabytes of text."""


class ResultsJoint(QObject):
    """Saves searches and finds them again; copies all results with their sources."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        head = window.results.head
        head.save_wanted.connect(self._save)
        head.manage_wanted.connect(self._manage)
        head.copy_wanted.connect(self._copy)
        session.search.found.connect(self._list_once)
        self._listed = False

    def list_saved(self) -> None:
        """Offer the saved searches as they are now."""
        self._listed = True
        self._window.results.set_saved(self._session.library.memory.saved_searches())

    def _list_once(self) -> None:
        if not self._listed:
            self.list_saved()

    def _save(self) -> None:
        from talkreader.ui.dialogs.saved_searches import ask_for_name

        text = self._session.search.state.text
        name = ask_for_name(self._window, text)
        if name:
            self._session.library.memory.save_search(name, text)
            self.list_saved()
            self._window.status.showMessage(self.tr("Saved as “{name}”").format(name=name), 5000)

    def _manage(self) -> None:
        from talkreader.ui.dialogs.saved_searches import SavedSearchesDialog

        memory = self._session.library.memory
        dialog = SavedSearchesDialog(memory.saved_searches(), self._window)
        dialog.renamed.connect(memory.rename_search)
        dialog.deleted.connect(memory.forget_search)
        dialog.changed.connect(self.list_saved)
        dialog.picked.connect(lambda text: self._window.results.search_wanted.emit(text, None))
        dialog.open()

    def _copy(self, style: str) -> None:
        query, library = self._session.search.state.query, self._session.library
        if query is None:
            return

        def work(progress: Progress) -> object:
            from talkreader import reading
            from talkreader.exporting import QuotationStyle, quotation
            from talkreader.ui.export_labels import export_labels

            hits = library.search(replace(query, limit=MOST, offset=0))
            progress.check()
            quotations = reading.quotations_of(library, hits)
            return len(hits), quotation(quotations, QuotationStyle(style), export_labels())

        job = Job(work)
        job.finished.connect(self._copied)
        job.failed.connect(self._session.failed)
        self._session.runner.start(job)

    def _copied(self, result: tuple[int, str]) -> None:
        count, text = result
        QGuiApplication.clipboard().setText(text)
        self._window.status.showMessage(
            self.tr("Copied %n result(s) with their sources", "", count), 5000
        )
