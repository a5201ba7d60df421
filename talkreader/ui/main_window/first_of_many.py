"""The page that is read while many are imported."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from talkreader.ui.session import Session


class FirstOfMany(QObject):
    """Opens the first page of an import, and in the end the newest copy of it.

    ``wanted``: also when something is read already, for somebody has just dropped a few files.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.wanted = False
        self._first = 0
        session.imports.first_stored.connect(self._open)
        session.imports.finished.connect(self._open_newest)

    def _open(self, page: int) -> None:
        if self.wanted or self._session.pages.page is None:
            self._first = page
            self._session.pages.open_page(page)
        self.wanted = False

    def _open_newest(self, _report: object) -> None:
        """Turn to the newest copy when the same import brought one; the place in it stays."""
        pages, stored = self._session.pages, self._session.library.pages
        first, self._first = self._first, 0
        self.wanted = False  # nothing came that could be read: the next import is another matter
        page = pages.page
        if not first or (page is not None and page.info.id != first):
            return  # nothing was opened, or the person reads something else by now
        try:
            key = stored.get(first).key
        except KeyError:
            return  # removed from the library meanwhile
        for copy in stored.versions(key):
            if copy.current and copy.id != first:
                place = None if page is None else replace(pages.trail().place, page=copy.id)
                pages.open_page(copy.id, place)
