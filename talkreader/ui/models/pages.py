"""The pages of a library as a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt

from talkreader.domain.errors import TalkreaderError
from talkreader.domain.page import PageInfo
from talkreader.ui import words
from talkreader.ui.models.roles import Index, Role
from talkreader.ui.models.rows import RowsModel

_AROUND = 60
"""Pages that are asked for at once: those in sight, and some on both sides."""
_KEPT = 2_000
"""Pages that are kept in mind; a library may have hundreds of thousands."""


class PagesModel(RowsModel[int]):
    """Pages by their ids, in the order they are given; ``some`` gives those that are in sight."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(int, parent)
        self.some: Callable[[Sequence[int]], Sequence[PageInfo]] = lambda _page_ids: ()
        self._known: dict[int, PageInfo | None] = {}

    def update_rows(self, things: Sequence[int]) -> None:
        """Show other pages, or the same as they are now."""
        self._known.clear()
        self._move_rows(things)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def info_at(self, index: Index) -> PageInfo | None:
        """Return the page of a row; None for no place, and for a page that has gone meanwhile."""
        page_id = self.thing_at(index)
        if page_id is None:
            return None
        if page_id not in self._known:
            self._ask_around(index.row())
        return self._known[page_id]

    def _ask_around(self, row: int) -> None:
        if len(self._known) > _KEPT:
            self._known.clear()
        near = self._rows[max(0, row - _AROUND // 2) : row + _AROUND]
        wanted = [page_id for page_id in near if page_id not in self._known]
        try:
            found = {info.id: info for info in self.some(wanted)}
        except TalkreaderError:  # whoever acts on the library says what is wrong with it
            found = {}
        self._known.update((page_id, found.get(page_id)) for page_id in wanted)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show of a page."""
        info = self.info_at(index)
        if info is None:
            return None
        title = words.title(info)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}, {subtitle(info)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (title, subtitle(info), info.origin.path)))
        return info if role == Role.THING else None


def subtitle(info: PageInfo) -> str:
    """Return a page's second line: site, number of comments, day of the last one.

    A namesake of another page has its file for a site.
    """
    comments = words.comments(info.comments)
    last = f"{info.last:%Y-%m-%d}" if info.last else ""
    return " · ".join(filter(None, (info.site or _file_of_namesake(info), comments, last)))


def _file_of_namesake(info: PageInfo) -> str:
    """Return the folder and the file of a page that only its text tells from one of its title."""
    parts = info.origin.path.replace("\\", "/").split("/")
    return "/".join(parts[-2:]) if info.title and info.key.text else ""
