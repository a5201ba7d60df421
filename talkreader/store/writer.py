"""Pages into rows and into the index."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from talkreader.domain.page import PageInfo, PageKey
from talkreader.store import meta
from talkreader.store.contents import read_contents
from talkreader.store.cutting import CutItem, CutPage, Names, cut
from talkreader.store.folding import fold, fold_name, index_tokens, single_characters
from talkreader.store.rows import COMMENT, row_to_info
from talkreader.store.timekeys import KeyMaker


class Fate(StrEnum):
    """What became of a page that was given to be stored."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Saved:
    """A page that was given to be stored, as the library has it now.

    ``fate`` OLDER: the library has a later revision, and this one was left out. ``comments`` new,
    edited and gone are against the version before; all of a new page's are new.
    """

    info: PageInfo
    fate: Fate
    new: int = 0
    edited: int = 0
    gone: int = 0


@dataclass(slots=True)
class PageWriter:
    """Saves pages inside one transaction of ``connection``; `flush` before it is committed.

    The index is written at `flush`, in the order of the ids: a row id lower than the last one makes
    FTS5 write out what it holds in memory, and every page would become a segment of its own.
    ``people`` are the rows that are known already; one that rolls back must forget them.
    """

    connection: sqlite3.Connection
    people: dict[Names, int] = field(default_factory=dict)
    _keys: KeyMaker = field(init=False)
    _said: dict[int, int] = field(default_factory=dict)
    _contexts: dict[str, int] = field(default_factory=dict)
    _waiting: list[tuple[int, str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._keys = KeyMaker(self._taken)

    @property
    def waiting(self) -> int:
        """How many texts wait for `flush`."""
        return len(self._waiting)

    def _taken(self, key: int) -> bool:
        found = self.connection.execute("SELECT 1 FROM item WHERE id = ?", (key,)).fetchone()
        return found is not None

    def save(self, page: CutPage, *, keep_newer: bool = False) -> Saved:
        """Return what became of the page; one that is stored with the same text is left alone.

        ``keep_newer``: a page of which a later revision is stored is left out.
        """
        versions = self.connection.execute(
            "SELECT * FROM page_info WHERE site = ? AND title = ? AND tie = ? ORDER BY version",
            (page.site, page.title, page.tie),
        ).fetchall()
        for row in versions:
            if row[-1] == page.sha256:
                return Saved(row_to_info(row), Fate.KNOWN)
        current = next((row for row in versions if row[10]), None)
        if keep_newer and current is not None and _is_later(row_to_info(current), page.changed):
            return Saved(row_to_info(current), Fate.OLDER)
        said = self._said_on(current[0]) if current is not None else {}
        if current is not None:
            self._supersede(current[0])
        number = self._insert_page(page, versions[-1][9] + 1 if versions else 1)
        sections = self._insert_sections(number, page)
        self._insert_items(number, page, sections)
        if current is None:
            return Saved(self._info(number), Fate.NEW, new=page.comments)
        counts = _compare(said, self._said_on(number))
        return Saved(self._info(number), Fate.CHANGED, *counts)

    def _said_on(self, page: int) -> dict[tuple[int | None, int | None], list[str]]:
        """Return what each person said in each minute on a page."""
        said = defaultdict(list)
        for person, minute, text in self.connection.execute(
            "SELECT person, minute, text FROM item WHERE page = ? AND kind = ? ORDER BY idx",
            (page, COMMENT),
        ):
            said[person, minute].append(text)
        return said

    def _info(self, page: int) -> PageInfo:
        row = self.connection.execute("SELECT * FROM page_info WHERE id = ?", (page,)).fetchone()
        return row_to_info(row)

    def _insert_page(self, page: CutPage, version: int) -> int:
        cursor = self.connection.execute(
            "INSERT INTO page (site, title, tie, folded, namespace, language, form, sha256, origin,"
            " revision, imported, version, current, sections, comments, people, first, last,"
            " warnings, context, raw, source, text)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,1,?,?,?,?,?,?,?,?,?,?)",
            (
                *(page.site, page.title, page.tie, *page.columns),
                *(datetime.now(UTC).isoformat(), version, *page.counts),
                *(page.warnings, self._context(page.context), *page.blobs),
            ),
        )
        return int(cursor.lastrowid or 0)

    def _context(self, shared: str) -> int:
        known = self._contexts.get(shared)
        if known is None:
            self.connection.execute("INSERT OR IGNORE INTO context (data) VALUES (?)", (shared,))
            known = self.connection.execute(
                "SELECT id FROM context WHERE data = ?", (shared,)
            ).fetchone()[0]
            self._contexts[shared] = known
        return known

    def _insert_sections(self, number: int, page: CutPage) -> list[int]:
        """Return the rows' ids, by the sections' index."""
        first = self.connection.execute("SELECT ifnull(max(id), 0) + 1 FROM section").fetchone()[0]
        self.connection.executemany(
            "INSERT INTO section VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            ((first + place, number, *row) for place, row in enumerate(page.sections)),
        )
        return list(range(first, first + len(page.sections)))

    def _insert_items(self, number: int, page: CutPage, sections: list[int]) -> None:
        people = [self._person(names) for names in page.people]
        shared = [meta.page_token(number), meta.site_token(page.site)]
        if page.namespace is not None:
            shared.append(meta.namespace_token(page.namespace))
        start = meta.join(shared)
        rows: list[tuple[object, ...]] = []
        facets: list[tuple[int | None, ...]] = []
        keys: dict[int, int] = {}
        for item in page.items:
            key = self._keys.key(item.near)
            if item.kind == COMMENT:
                keys[item.place] = key
            tokens = f"{start} {_own_tokens(item, sections, people)}"
            person = people[item.people[0]] if item.people and item.people[0] >= 0 else None
            rows.append(
                (
                    *(key, number, item.kind, item.place, item.section, item.minute, person),
                    *(item.start, item.end, item.text, tokens, item.extra),
                )
            )
            # who is answered stands above, so it has its key already
            parent = None if item.parent is None else keys.get(item.parent)
            facets.append((key, number, item.section, person, parent))
            self._waiting.append((key, item.tokens, tokens, item.singles))
            if person is not None:
                self._said[person] = self._said.get(person, 0) + 1
        self.connection.executemany("INSERT INTO item VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", rows)
        self.connection.executemany("INSERT INTO facet VALUES (?,?,?,?,?)", facets)

    def _person(self, names: Names) -> int:
        """Return the row of who signed."""
        known = self.people.get(names)
        if known is None:
            author, display = names
            self.connection.execute(
                "INSERT OR IGNORE INTO person (author, display, folded_author, folded_display)"
                " VALUES (?,?,?,?)",
                (author, display, fold_name(author or ""), fold_name(display or "")),
            )
            known = self.connection.execute(
                "SELECT id FROM person WHERE ifnull(author, '') = ? AND ifnull(display, '') = ?",
                (author or "", display or ""),
            ).fetchone()[0]
            self.people[names] = known
        return known

    def _supersede(self, page: int) -> None:
        """Take a page's texts out of the search, and keep them."""
        self.flush()
        self.forget_index(page)
        self.connection.execute(
            "INSERT INTO old_item SELECT page, kind, idx, section, minute, person, start, end,"
            " text, extra FROM item WHERE page = ?",
            (page,),
        )
        self.connection.execute("DELETE FROM item WHERE page = ?", (page,))
        self.connection.execute("UPDATE page SET current = 0 WHERE id = ?", (page,))

    def revive(self, key: PageKey, tie: str) -> None:
        """Make the newest version that is left the current one, if there is any."""
        row = self.connection.execute(
            "SELECT id FROM page WHERE site = ? AND title = ? AND tie = ?"
            " ORDER BY version DESC LIMIT 1",
            (*key, tie),
        ).fetchone()
        if row is None:
            return
        page: int = row[0]
        parsed = read_contents(self.connection, self._info(page)).parsed()
        sections = [
            found
            for (found,) in self.connection.execute(
                "SELECT id FROM section WHERE page = ? ORDER BY idx", (page,)
            )
        ]
        self.connection.execute("DELETE FROM old_item WHERE page = ?", (page,))
        self.connection.execute("UPDATE page SET current = 1 WHERE id = ?", (page,))
        self._insert_items(page, cut(parsed, detail=True), sections)
        self.flush()

    def forget_index(self, page: int) -> None:
        """Take a page's texts out of the index; their rows must still be there."""
        rows = self.connection.execute(
            "SELECT id, text, meta, person FROM item WHERE page = ? ORDER BY id", (page,)
        ).fetchall()
        for key, text, tokens, person in rows:
            folded = fold(text)
            # a contentless index can only forget what it is told again
            self.connection.execute(
                "INSERT INTO words (words, rowid, txt, meta) VALUES ('delete', ?, ?, ?)",
                (key, index_tokens(folded), tokens),
            )
            if singles := single_characters(folded):
                self.connection.execute(
                    "INSERT INTO singles (singles, rowid, txt) VALUES ('delete', ?, ?)",
                    (key, singles),
                )
            if person is not None:
                self._said[person] = self._said.get(person, 0) - 1

    def join_pieces_later(self) -> None:
        """Let the index keep its pieces apart while there are few.

        Joining them as they come takes a tenth of the time, and is done again and again.
        """
        self.connection.execute("INSERT INTO words (words, rank) VALUES ('automerge', 0)")

    def flush(self) -> None:
        """Write the index of what was saved."""
        self._waiting.sort()
        self.connection.executemany(
            "INSERT INTO words (rowid, txt, meta) VALUES (?,?,?)",
            (row[:3] for row in self._waiting),
        )
        self.connection.executemany(
            "INSERT INTO singles (rowid, txt) VALUES (?,?)",
            ((row[0], row[3]) for row in self._waiting if row[3]),
        )
        self.connection.executemany(
            "UPDATE person SET comments = comments + ? WHERE id = ?",
            ((count, person) for person, count in self._said.items()),
        )
        self._waiting.clear()
        self._said.clear()


def _own_tokens(item: CutItem, sections: list[int], people: list[int]) -> str:
    """Return the tokens that say of a text who wrote it, where, and in which language."""
    tokens = [meta.section_token(sections[item.section])]
    tokens += [meta.person_token(people[place]) for place in item.people if place >= 0]
    tokens += [meta.answered_token(people[place]) for place in item.answered if place >= 0]
    return meta.join([*tokens, *map(meta.language_token, item.languages)])


def _is_later(info: PageInfo, changed: str) -> bool:
    """Say whether a stored page is of a later revision than one of the moment ``changed``."""
    stored = info.revision.timestamp
    return stored is not None and bool(changed) and stored > datetime.fromisoformat(changed)


def _compare(
    before: dict[tuple[int | None, int | None], list[str]],
    after: dict[tuple[int | None, int | None], list[str]],
) -> tuple[int, int, int]:
    """Return how many comments are new, edited and gone between two versions of a page."""
    new = edited = gone = 0
    for who_when in {*before, *after}:
        old, now = list(before.get(who_when, ())), []
        for text in after.get(who_when, ()):
            if text in old:
                old.remove(text)
            else:
                now.append(text)
        edited += min(len(old), len(now))
        new += max(len(now) - len(old), 0)
        gone += max(len(old) - len(now), 0)
    return new, edited, gone
