"""The pages of a library as a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Qt

from talkreader.domain.page import PageInfo
from talkreader.ui import words
from talkreader.ui.models.roles import Index, Role
from talkreader.ui.models.rows import RowsModel

_DIGITS = re.compile(r"(\d+)")


def sort_pages(pages: Iterable[PageInfo], order: str) -> list[PageInfo]:
    """Return pages by a value of `LIBRARY_ORDER`; those that are equal in it by title.

    "imported": the newest import first; what came with one stands by title. In titles, 2 comes
    before 10.
    """
    by_title = sorted(pages, key=lambda info: (_natural(words.title(info)), info.site, info.id))
    keys: dict[str, Callable[[PageInfo], float]] = {
        "imported": lambda info: info.imported.timestamp(),
        "last": lambda info: info.last.timestamp() if info.last else float("-inf"),
        "comments": lambda info: info.comments,
    }
    return sorted(by_title, key=keys[order], reverse=True) if order in keys else by_title


def _natural(title: str) -> list[str | int]:
    parts = _DIGITS.split(title.casefold())
    return [int(part) if odd % 2 else part for odd, part in enumerate(parts)]


class PagesModel(RowsModel[PageInfo]):
    """Pages, in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda info: info.id, parent)
        self._folded: dict[int, str] = {}  # a filter asks for all of them at every key

    def update_rows(self, things: Sequence[PageInfo]) -> None:
        """Show other pages."""
        self._folded = {}
        super().update_rows(things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show of a page."""
        info = self.thing_at(index)
        if info is None:
            return None
        if role == Role.FILTER:
            return self._folded.get(info.id) or self._fold(info)
        title = words.title(info)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title}, {subtitle(info)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (title, subtitle(info), info.origin.path)))
        return info if role == Role.THING else None

    def _fold(self, info: PageInfo) -> str:
        from talkreader.ui.models.choices import folded

        made = folded(f"{words.title(info)} {info.site} {info.origin.path}")
        self._folded[info.id] = made
        return made


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
