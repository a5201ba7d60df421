"""Where sections are today: told by their comments, not by their headings."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from talkreader.domain.note import Target
from talkreader.domain.page import PageInfo, PageKey, root_of
from talkreader.domain.thread import comment_name
from talkreader.store.values.folding import fold_name
from talkreader.store.values.keys import pages_of
from talkreader.store.values.rows import COMMENT, row_to_info
from talkreader.store.values.timekeys import moment_of

_ENOUGH = 100
"""Comments that are looked for: a section that went has nearly all of them in one place."""
_COPIES = "SELECT * FROM page_info WHERE {} ORDER BY version DESC"
_INFO = "SELECT * FROM page_info WHERE id = ?"
_SECTIONS = "SELECT idx, parent, ifnull(heading, '') FROM section WHERE page = ?"
_SAID = (
    "SELECT item.section, idx, minute, author FROM item LEFT JOIN person"
    " ON person.id = item.person WHERE page = ? AND kind = ? ORDER BY idx"
)
_BELOW = (
    "SELECT DISTINCT page.id FROM section JOIN page ON page.id = section.page"
    " WHERE section.folded = ? AND page.current AND page.site = ?"
    " AND substr(page.title, 1, length(?)) = ? LIMIT 2"
)


@dataclass(frozen=True, slots=True)
class SectionPlace:
    """A section that its page does not have under the old heading, by the id of its page today.

    ``page`` 0: its comments are known, and stand together nowhere any more. ``heading``: the one it
    has now. ``name`` and ``occurrence`` name its first comment, "" when it has none. ``sure``:
    False when it may be another one.
    """

    page: int
    key: PageKey
    sure: bool
    heading: str = ""
    name: str = ""
    occurrence: int = 0


@dataclass(slots=True)
class _Section:
    """A section with those below it: its first comment, and who wrote its comments, by name."""

    heading: str = ""
    first: tuple[str, int] = ("", 0)
    names: dict[str, str] = field(default_factory=dict)


class NotedSections:
    """Finds sections that notes are about; for one search, then thrown away.

    ``with_comment`` gives the current pages of a target's site that hold a comment of its name.
    """

    def __init__(
        self, archive: sqlite3.Connection, with_comment: Callable[[Target], Iterable[int]]
    ) -> None:
        self._archive = archive
        self._with_comment = with_comment
        self._found: dict[tuple[str, str, str], SectionPlace | None] = {}
        self._copies: dict[tuple[str, str], list[PageInfo]] = {}
        self._read: dict[int, dict[int, _Section]] = {}

    def today(self, target: Target) -> SectionPlace | None:
        """Return where a section is whose heading is not on its page any more; None: it is there.

        The last copy of the page that had it says which comments it had. They must stand together,
        on another page under that heading: people use the same ones again and again. Where no copy
        had it, it is the only one of that heading below its page, as a guess, or None.
        """
        if not target.section or target.comment or target.exact or not target.title:
            return None
        key = target.site, target.title, fold_name(target.section)
        if key not in self._found:
            self._found[key] = self._search(*key)
        return self._found[key]

    def _search(self, site: str, title: str, heading: str) -> SectionPlace | None:
        if (site, title) not in self._copies:
            where, values = pages_of(PageKey(site, title))
            self._copies[site, title] = self._infos(_COPIES.format(where), values)
        copies = self._copies[site, title]
        current = next((copy for copy in copies if copy.current), None)
        if current is not None and self._headed(current.id, heading):
            return None
        for copy in copies:
            sections = self._headed(copy.id, heading)
            if sections:
                return self._one_place(copy, sections, heading, current)
        return self._below(site, title, heading)

    def _one_place(
        self, copy: PageInfo, sections: list[_Section], heading: str, current: PageInfo | None
    ) -> SectionPlace | None:
        """Return where the sections of a heading are, when they are all on one page."""
        here = self._names(current.id) if current is not None else set()
        places = [self._place(copy, section, heading, here) for section in sections]
        if current is not None:
            places += [self._renamed(current, section) for section in sections]
        found = [place for place in places if place is not None]
        if len({(place.page, place.heading) for place in found}) != 1:
            told = any(section.names for section in sections)
            return SectionPlace(0, copy.key, sure=True) if told else None
        sure = len(sections) == 1 and found[0].sure  # which of several was meant is not known
        return replace(found[0], sure=sure)

    def _renamed(self, current: PageInfo, old: _Section) -> SectionPlace | None:
        """Return the section of its page that has most of its comments, and little else."""
        ranked = sorted(
            (
                (len(shared) / len(old.names | section.names), number, section)
                for number, section in self._sections(current.id).items()
                if section.heading
                and 2 * len(shared := old.names.keys() & section.names.keys()) > len(old.names)
            ),
            key=lambda one: one[:2],
        )
        if not ranked:
            return None
        alike, _number, best = ranked[-1]
        sure = 2 * alike >= 1
        return SectionPlace(current.id, current.key, sure, best.heading, *best.first)

    def _place(
        self, copy: PageInfo, old: _Section, heading: str, here: set[str]
    ) -> SectionPlace | None:
        site, title = copy.key
        pages: dict[int, None] = {}
        for name in list(old.names)[:_ENOUGH]:
            pages.update(dict.fromkeys(self._with_comment(Target(site, title, comment=name))))
        ranked: list[tuple[bool, int, SectionPlace]] = []
        for page in pages:
            (info,) = self._infos(_INFO, (page,))
            near = root_of(info.title) == root_of(title)
            for section in self._headed(page, heading):
                shared = old.names.keys() & section.names.keys()
                # a section that only got another heading is still on its page
                if len(shared) <= len(old.names.keys() & here):
                    continue
                talked = len({old.names[name] for name in shared}) > 1
                if not near and not talked and _was_beside(info, copy):
                    continue  # one message to several pages, at the same minute
                place = SectionPlace(
                    page, info.key, near or talked, section.heading, *section.first
                )
                ranked.append((near, len(shared), place))
        ranked.sort(key=lambda one: one[:2], reverse=True)
        if not ranked:
            return None
        best = ranked[0][2]
        # what one person wrote on several pages at once is no sign of a move to any of them
        return best if best.sure or len({one.page for *_, one in ranked}) == 1 else None

    def _below(self, site: str, title: str, heading: str) -> SectionPlace | None:
        below = f"{title}/"
        pages = self._archive.execute(_BELOW, (heading, site, below, below)).fetchall()
        if len(pages) != 1:
            return None
        (info,) = self._infos(_INFO, pages[0])
        section = self._headed(info.id, heading)[0]
        return SectionPlace(info.id, info.key, False, section.heading, *section.first)

    def _infos(self, select: str, values: tuple[object, ...]) -> list[PageInfo]:
        return [row_to_info(row) for row in self._archive.execute(select, values)]

    def _headed(self, page: int, heading: str) -> list[_Section]:
        """Return the sections of a page that have this heading."""
        return [one for one in self._sections(page).values() if fold_name(one.heading) == heading]

    def _sections(self, page: int) -> dict[int, _Section]:
        """Return the sections of a page with the comments in them, those below included."""
        if page in self._read:
            return self._read[page]
        rows = self._archive.execute(_SECTIONS, (page,)).fetchall()
        found = {index: _Section(heading) for index, _parent, heading in rows}
        parents = {index: parent for index, parent, _heading in rows}
        for within, name, number, author in self._said(page):
            at: int | None = within
            while at is not None and at in found:
                if not found[at].first[0]:
                    found[at].first = name, number
                if author:
                    found[at].names[name] = author
                at = parents[at]
        self._read[page] = found
        return found

    def _names(self, page: int) -> set[str]:
        return {name for section in self._sections(page).values() for name in section.names}

    def _said(self, page: int) -> Iterator[tuple[int, str, int, str]]:
        """Yield section, name, occurrence and author of each comment; "": its name is not whole."""
        seen: defaultdict[str, int] = defaultdict(int)
        for section, _index, minute, author in self._archive.execute(_SAID, (page, COMMENT)):
            name = comment_name(author, moment_of(minute))
            yield section, name, seen[name], author if author and minute is not None else ""
            seen[name] += 1


def _was_beside(page: PageInfo, copy: PageInfo) -> bool:
    """Say whether a page is known to be so old that the other still had the section then."""
    then, there = copy.revision.timestamp, page.revision.timestamp
    return then is not None and there is not None and there <= then
