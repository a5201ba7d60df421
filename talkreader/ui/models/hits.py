"""What a search found, grouped by page and section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from talkreader.domain.hit import Hit
from talkreader.domain.page import shown_site
from talkreader.domain.records import dataclass
from talkreader.ui import words
from talkreader.ui.models.roles import ROOT, Index, Role

if TYPE_CHECKING:
    from talkreader.domain.counts import Answered


@dataclass(frozen=True, slots=True)
class Group:
    """Hits that stand in one section of one page, with their places in the order found.

    ``section`` None: the head of a page, when hits come from several.
    """

    page: int
    title: str
    section: str | None
    hits: tuple[int, ...]


@dataclass(slots=True)
class _Row:
    """A row of the tree: its place, what it shows, and the number of its (first) hit."""

    parent: int | None
    row: int
    thing: Group | Hit
    number: int
    children: list[int] = field(default_factory=list)


def grouped(hits: Sequence[Hit], titles: Mapping[int, str] | None = None) -> list[Group]:
    """Return the hits by page and section; groups in the order of their first hit.

    ``titles``: what to call pages that have no title.
    """
    named = titles or {}
    places: dict[tuple[int, str, str], list[int]] = {}
    for number, hit in enumerate(hits):
        title = hit.title or named.get(hit.page, "")
        places.setdefault((hit.page, title, hit.section), []).append(number)
    return [Group(*key, tuple(numbers)) for key, numbers in places.items()]


def page_heads(groups: Sequence[Group]) -> list[Group]:
    """Return one head per page, in the order of their first hit."""
    pages: dict[int, list[Group]] = {}
    for group in groups:
        pages.setdefault(group.page, []).append(group)
    return [
        Group(page, parts[0].title, None, tuple(sorted(hit for part in parts for hit in part.hits)))
        for page, parts in pages.items()
    ]


class HitsModel(QAbstractItemModel):
    """Sections with the hits in each; above them their pages, when there are several."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._top: list[int] = []
        self._at: dict[int, int] = {}
        self._answered: Mapping[int, Answered] = {}

    def show(
        self,
        hits: Sequence[Hit],
        titles: Mapping[int, str] | None = None,
        answered: Mapping[int, Answered] | None = None,
    ) -> None:
        """Show other hits; ``titles``: what to call pages that have no title.

        ``answered``: the comments that they answer, by the hit's id.
        """
        self.beginResetModel()
        self._answered = answered or {}
        self._rows, self._top, self._at = [], [], {}
        groups = grouped(hits, titles)
        heads = _told_apart(page_heads(groups), hits)
        above: dict[int, int | None] = {}
        for head in heads:
            above[head.page] = self._add(None, head, head.hits[0]) if len(heads) > 1 else None
        for group in groups:
            place = self._add(above[group.page], group, group.hits[0])
            for number in group.hits:
                self._at[number] = self._add(place, hits[number], number)
        self.endResetModel()

    def _add(self, parent: int | None, thing: Group | Hit, number: int) -> int:
        siblings = self._top if parent is None else self._rows[parent].children
        self._rows.append(_Row(parent, len(siblings), thing, number))
        siblings.append(len(self._rows) - 1)
        return len(self._rows) - 1

    def _index(self, place: int | None) -> QModelIndex:
        if place is None:
            return QModelIndex()
        return self.createIndex(self._rows[place].row, 0, place)

    def index_of(self, number: int) -> QModelIndex:
        """Return the place of a hit by its number in the order found."""
        return self._index(self._at.get(number))

    def number_at(self, index: Index) -> int | None:
        """Return the number of the hit at a place; for a group that of its first hit."""
        return self._rows[index.internalId()].number if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        """Qt: the place of a child."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self._index(self._children(parent)[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # Qt overloads it
        """Qt: the place of the group."""
        return self._index(self._rows[index.internalId()].parent if index.isValid() else None)

    def rowCount(self, parent: Index = ROOT) -> int:
        """Qt: the children of a row; nothing below a hit."""
        return 0 if parent.column() > 0 else len(self._children(parent))

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: ARG002 - Qt's signature
        """Qt: one column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: what to show of a group or a hit."""
        if not index.isValid():
            return None
        thing = self._rows[index.internalId()].thing
        if role == Role.ABOVE:
            return self._answered.get(thing.id) if isinstance(thing, Hit) else None
        return _group(thing, role) if isinstance(thing, Group) else _hit(thing, role)

    def _children(self, parent: Index) -> list[int]:
        return self._rows[parent.internalId()].children if parent.isValid() else self._top


def _told_apart(heads: Sequence[Group], hits: Sequence[Hit]) -> list[Group]:
    """Return heads, with the wiki behind the titles that several pages have."""
    titles = Counter(head.title for head in heads)
    sites = [shown_site(hits[head.hits[0]].site) for head in heads]
    return [
        replace(head, title=f"{head.title} · {site}") if site and titles[head.title] > 1 else head
        for head, site in zip(heads, sites, strict=True)
    ]


def _group(group: Group, role: int) -> object:
    title = group.title or words.word(words.UNTITLED)
    section = title if group.section is None else words.heading(group.section)
    if role == Qt.ItemDataRole.DisplayRole:
        return section
    if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        return section if group.section is None else f"{title} › {section}"
    return group if role == Role.THING else None


def _hit(hit: Hit, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return hit.snippet
    if role == Qt.ItemDataRole.AccessibleTextRole:
        who_when = words.listed((words.author(hit.author), words.moment(hit.timestamp)))
        return words.with_colon(who_when, hit.snippet)
    return hit if role == Role.THING else None
