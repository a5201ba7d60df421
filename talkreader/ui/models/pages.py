"""The pages of a library as a list."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from talkreader.domain.page import PageInfo
from talkreader.ui import words
from talkreader.ui.models.roles import Index, Role
from talkreader.ui.models.rows import RowsModel


class PagesModel(RowsModel[PageInfo]):
    """Pages, in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda info: info.id, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show of a page."""
        info = self.thing_at(index)
        if info is None:
            return None
        title = words.title(info)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}, {subtitle(info)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (title, subtitle(info), info.origin.path)))
        if role == Role.FILTER:
            return f"{title} {info.site} {info.origin.path}"
        return info if role == Role.THING else None


def subtitle(info: PageInfo) -> str:
    """Return a page's second line: site, number of comments, day of the last one."""
    comments = words.comments(info.comments)
    last = f"{info.last:%Y-%m-%d}" if info.last else ""
    return " · ".join(filter(None, (info.site, comments, last)))
