"""The page that is read while many are imported."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from talkreader.ui.jobs import Job
from talkreader.ui.session import Session


class FirstOfMany(QObject):
    """Opens the first page of an import, and in the end the newest copy of it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: set[Job] = set()
        self._opened: dict[Job, int] = {}
        session.imports.started.connect(self._begin)
        session.imports.first_stored.connect(self._open)

    def want(self, job: Job) -> None:
        """Open the first page also when something is read already: files were just dropped."""
        self._wanted.add(job)

    def _begin(self, job: Job) -> None:
        job.finished.connect(lambda _report: self._open_newest(job))
        job.ended.connect(lambda: self._forget(job))

    def _open(self, job: Job, page: int) -> None:
        if job in self._wanted or self._session.pages.page is None:
            self._opened[job] = page
            self._session.pages.open_page(page)

    def _open_newest(self, job: Job) -> None:
        """Turn to the newest copy when the same import brought one; the place in it stays."""
        pages, stored = self._session.pages, self._session.library.pages
        first = self._opened.get(job, 0)
        if not first or pages.bound_for != first:
            return  # nothing was opened, or the person closed it, or reads something else by now
        try:
            key = stored.get(first).key
        except KeyError:
            return  # removed from the library meanwhile
        page = pages.page
        for copy in stored.versions(key):
            if copy.current and copy.id != first:
                place = None if page is None else replace(pages.trail().place, page=copy.id)
                pages.open_page(copy.id, place)

    def _forget(self, job: Job) -> None:
        """Let an import go, however it ended: the next one is another matter."""
        self._wanted.discard(job)
        self._opened.pop(job, None)
