"""Pages into rows and into the index."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import repeat
from typing import Any

from talkreader.domain.page import PageInfo, PageKey
from talkreader.store.index.forms import form_of
from talkreader.store.index.indexing import Indexer
from talkreader.store.index.people import Names, Person, put_person
from talkreader.store.index.placing import Placing
from talkreader.store.pages.contents import read_contents
from talkreader.store.pages.copies import compare, is_cut, is_later, is_less, marked_if_less
from talkreader.store.pages.cutting import Copied, CutPage, cut
from talkreader.store.pages.saved import Fate, Saved
from talkreader.store.pages.ties import signed_on, tie_of
from talkreader.store.pages.wikis import Wikis
from talkreader.store.values import meta
from talkreader.store.values.columns import columns
from talkreader.store.values.keys import TITLED
from talkreader.store.values.rows import COMMENT, row_to_info

_SAME_FILES = (
    "UPDATE file SET pages = (SELECT json_group_array(CASE value WHEN :gone THEN :there ELSE value"
    " END) FROM json_each(file.pages))"
    " WHERE EXISTS (SELECT 1 FROM json_each(file.pages) WHERE value = :gone)"
)
"""Files that gave a page which has gone give the one that has its text."""


@dataclass(slots=True)
class PageWriter:
    """Saves pages inside one transaction of ``connection``; `flush` before it is committed.

    The index is written at `flush`.
    ``people`` are the rows that are known already, ``placing`` knows which ids are free; one
    that rolls back must forget both. ``began`` is when the import began, by which pages that came
    together are known.
    """

    connection: sqlite3.Connection
    people: dict[Names, Person] = field(default_factory=dict)
    placing: Placing = field(default_factory=Placing)
    began: datetime = field(default_factory=lambda: datetime.now(UTC))
    _wikis: Wikis = field(init=False)
    _index: Indexer = field(init=False)
    _said: Counter[int | None] = field(default_factory=Counter)
    _contexts: dict[str, int] = field(default_factory=dict)
    _free: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._wikis = Wikis(self.connection)
        self._index = Indexer(self.connection, self.placing, form_of(self.connection))

    @property
    def waiting(self) -> int:
        """How many texts wait for `flush`."""
        return len(self._index.waiting)

    def save(self, page: CutPage, *, keep_newer: bool = False) -> Saved:
        """Return what became of the page; one that is stored with the same text is left alone.

        When that text is an older version, the page has returned to it, and it is current again.
        ``keep_newer``: a page of which a later revision is stored is left out.
        """
        if (site := self._wikis.site_of(page)) != page.site:
            page = replace(page, site=site)
        if (tie := tie_of(self.connection, page)) != page.tie:
            page = replace(page, tie=tie)
        versions = self.connection.execute(
            f"SELECT * FROM page_info WHERE site = ? AND {TITLED} AND tie = ?"  # noqa: S608
            " ORDER BY version",
            (page.site, page.title, page.tie),
        ).fetchall()
        for row in versions:
            if row[-1] == page.sha256:
                return self.meet(row[0], page.copied, keep_newer=keep_newer)
        current = next((row for row in versions if row[10]), None)
        if (
            keep_newer
            and current is not None
            and is_later(row_to_info(current), page.copied.changed)
        ):
            return Saved(current, Fate.OLDER)
        aside = False
        if current is not None:
            stored = row_to_info(current)
            page = marked_if_less(self.connection, stored, page)
            facts = self.connection, stored, page.signed, page.copied
            aside = is_less(*facts, comments=page.comments, cut=is_cut(page))
        said = self._said_on(current[0]) if current is not None else {}
        if current is not None and not aside:
            self._supersede(current[0])
        row = self._insert_page(page, versions[-1][9] + 1 if versions else 1)
        number = row[0]
        self._insert_sections(number, page)
        self._insert_items(number, page)
        if current is None:
            return Saved(row, Fate.NEW, new=page.comments)
        if aside:
            self._supersede(number)
            return Saved(self._row(number), Fate.ASIDE, kept=current[12])
        return Saved(row, Fate.CHANGED, *compare(said, self._said_on(number)))

    def describe(self, page: int, now: CutPage) -> PageInfo:
        """Return a page of which other things are known now, under the id it had.

        Where that page is stored with this text already, that one stays and this one goes. Of the
        copies that it had and of those that it comes to, one is current each.
        """
        info = self._info(page)
        (tie,) = self.connection.execute("SELECT tie FROM page WHERE id = ?", (page,)).fetchone()
        now = replace(now, tie=tie_of(self.connection, now))
        others = self.connection.execute(
            "SELECT id, version, current, sha256 FROM page_info"  # noqa: S608
            f" WHERE site = ? AND {TITLED} AND tie = ? AND id != ? ORDER BY version",
            (now.site, now.title, now.tie, page),
        ).fetchall()
        if info.current:
            self.forget_index(page)
        self._clear(page)
        for other, _version, current, sha256 in others:
            if sha256 == now.sha256:
                self.connection.execute("DELETE FROM page WHERE id = ?", (page,))
                self.connection.execute(_SAME_FILES, {"gone": page, "there": other})
                self._revive_if_none(PageKey(info.site, info.title), tie)
                return self._info(other)
            if current and info.current:
                self._supersede(other)
        is_current = info.current or not any(current for _id, _version, current, _sha in others)
        version = max((row[1] for row in others), default=info.version - 1) + 1
        self._put_anew(page, now, version, is_current=is_current)
        self._revive_if_none(PageKey(info.site, info.title), tie)
        return self._info(page)

    def reread(self, page: int, now: CutPage) -> PageInfo:
        """Return a page whose very text was understood anew: it stays the copy it was."""
        row = self._row(page)
        info = row_to_info(row)
        if info.current:
            self.forget_index(page)
        self._clear(page)
        now = replace(now, site=info.site, title=info.title, tie=row[-2])
        self._put_anew(page, now, info.version, is_current=info.current)
        return self._info(page)

    def _clear(self, page: int) -> None:
        self.connection.execute("DELETE FROM item WHERE page = ?", (page,))
        self.connection.execute("DELETE FROM section WHERE page = ?", (page,))

    def _put_anew(self, page: int, now: CutPage, version: int, *, is_current: bool) -> None:
        """Fill a page that was cleared; where and when it came from stays."""
        self.connection.execute(
            "UPDATE page SET site = ?, title = ?, tie = ?, folded = ?, namespace = ?, language = ?,"
            " form = ?, sha256 = ?, version = ?, sections = ?, comments = ?, people = ?, first = ?,"
            " last = ?, warnings = ?, context = ?, raw = ?, source = ?, text = ?, gaps = ?,"
            " rest = ?, current = ?"
            " WHERE id = ?",
            (
                *(now.site, now.title, now.tie, *now.columns, version, *now.counts),
                *(now.warnings, self._context(now.context), *now.blobs, int(is_current), page),
            ),
        )
        self._insert_sections(page, now)
        self._insert_items(page, now)
        if not is_current:
            self.flush()
            self.forget_index(page)

    def meet(
        self, page: int, copy: Copied, *, keep_newer: bool = False, wanted: bool = False
    ) -> Saved:
        """Return what becomes of a stored page whose very text came again, in this copy.

        ``wanted``: a person wants it to be the current one, whatever it lacks.
        """
        row = self._row(page)
        found = self.connection.execute(
            "SELECT now.id, (SELECT max(version) FROM page AS one WHERE one.site = now.site"
            " AND one.title = now.title AND one.tie = now.tie) FROM page AS now JOIN page AS it"
            " USING (site, title, tie) WHERE it.id = ? AND now.current",
            (page,),
        ).fetchone()
        if row[10] or found is None:
            return Saved(row, Fate.KNOWN)
        current, last = found
        if keep_newer and is_later(self._info(current), copy.changed):
            return Saved(row, Fate.KNOWN)
        stored, signed = self._info(current), set(signed_on(self.connection, page))
        known = row_to_info(row)
        facts = self.connection, stored, signed, copy
        less = is_less(*facts, comments=known.comments, cut=known.is_cut_short)
        if not wanted and less:
            return Saved(row, Fate.ASIDE, kept=stored.comments)
        said = self._said_on(current)
        self._supersede(current)
        self.connection.execute(
            "UPDATE page SET version = ?, origin = ?, revision = ?, imported = ? WHERE id = ?",
            (last + 1, copy.origin, copy.revision, self.began.isoformat(), page),
        )
        self._make_current(page)
        return Saved(self._row(page), Fate.CHANGED, *compare(said, self._said_on(page)))

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
        return row_to_info(self._row(page))

    def _row(self, page: int) -> tuple[Any, ...]:
        row: tuple[Any, ...] = self.connection.execute(
            "SELECT * FROM page_info WHERE id = ?", (page,)
        ).fetchone()
        return row

    def _insert_page(self, page: CutPage, version: int) -> tuple[Any, ...]:
        """Return the new row, as the view ``page_info`` has it."""
        began = self.began.isoformat()
        cursor = self.connection.execute(
            "INSERT INTO page (site, title, tie, folded, namespace, language, form, sha256, origin,"
            " revision, imported, version, current, sections, comments, people, first, last,"
            " warnings, context, raw, source, text, gaps, rest)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,1,?,?,?,?,?,?,?,?,?,?,?,?)",
            (
                *(page.site, page.title, page.tie, *page.columns, *page.copied[1:]),
                *(began, version, *page.counts),
                *(page.warnings, self._context(page.context), *page.blobs),
            ),
        )
        self._wikis.add(page.site)
        _folded, namespace, language, form, sha256 = page.columns
        return (
            *(cursor.lastrowid, page.site, page.title, namespace, language, form),
            *(*page.copied[1:], began, version, True, *page.counts),
            *(page.warnings, page.tie, sha256),
        )

    def _context(self, shared: str) -> int:
        known = self._contexts.get(shared)
        if known is None:
            self.connection.execute("INSERT OR IGNORE INTO context (data) VALUES (?)", (shared,))
            known = self.connection.execute(
                "SELECT id FROM context WHERE data = ?", (shared,)
            ).fetchone()[0]
            self._contexts[shared] = known
        return known

    def _insert_sections(self, number: int, page: CutPage) -> None:
        first = self._next("section", len(page.sections))
        self.connection.executemany(
            "INSERT INTO section VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            [(first + place, number, *row) for place, row in enumerate(page.sections)],
        )

    def _insert_items(self, number: int, page: CutPage) -> None:
        items = page.items
        count = len(items.texts)
        first = self._next("item", count)
        people = [self._person(names) for names in page.people]
        about = self._about(number, page, people)
        rows = [person.row for person in people]
        signers = [rows[one] if one >= 0 else None for one in items.signed]
        self._said.update(signers)
        signers += [None] * (count - len(signers))
        self.connection.executemany(
            "INSERT INTO item VALUES (?,?,?,?,?,?,?,?,?,?,?,x'')",
            zip(
                *(range(first, first + count), repeat(number), items.kinds, items.places),
                *(items.sections, items.minutes, signers, items.starts, items.ends, items.texts),
                about,
                strict=False,
            ),
        )
        # comments come first, in their order
        above = [None if parent is None else first + parent for parent in items.parents]
        above += [None] * (count - len(above))
        # the index folds ASCII itself
        words = [
            tokens or (text if text.isascii() else "")
            for tokens, text in zip(items.tokens, items.texts, strict=True)
        ]
        if self._index.form.closed:
            words = [columns(text, "", closed=True).tokens for text in items.texts]
        self._index.waiting += zip(
            *(items.ages, range(first, first + count), repeat(number), items.sections, signers),
            *(above, map(len, items.texts), words, about, items.singles),
            strict=False,
        )

    def _about(self, number: int, page: CutPage, people: list[Person]) -> list[str]:
        """Return what the index is told about each text besides its words."""
        form, items = self._index.form, page.items
        start = meta.join(form.page_tokens(number, page.site, page.namespace))
        by, to = form.signed(people), form.answered(people)
        by.append("")  # nobody known: -1
        to.append("")
        signed = [by[one] for one in items.signed]
        heard = [to[one] for one in items.signed]
        for index, several in items.cosigned:
            signed[index] = "".join([by[one] for one in several])
            heard[index] = "".join([to[one] for one in several])
        heard.append("")
        mark = " " + form.mark
        languages = {one: one.replace(" ", mark) for one in set(items.languages)}
        about = [
            f"{start}{one}{heard[-1 if parent is None else parent]}{languages[spoken]}"
            for one, parent, spoken in zip(signed, items.parents, items.languages, strict=False)
        ]
        about += [start + languages[spoken] for spoken in items.languages[len(about) :]]
        return about

    def _next(self, table: str, count: int) -> int:
        """Return the id of the first of so many rows, which are put at the table's end."""
        first = self._free.get(table)
        if first is None:
            first = self.connection.execute(
                f"SELECT ifnull(max(id), 0) + 1 FROM {table}"  # noqa: S608
            ).fetchone()[0]
        self._free[table] = first + count
        return first

    def _person(self, names: Names) -> Person:
        """Return the row of who signed."""
        known = self.people.get(names)
        if known is None:
            known = self.people[names] = put_person(self.connection, names)
        return known

    def _supersede(self, page: int) -> None:
        """Take a page's texts out of the search; their rows stay."""
        self.forget_index(page)
        self.connection.execute("UPDATE page SET current = 0 WHERE id = ?", (page,))

    def revive(self, key: PageKey, tie: str) -> None:
        """Make the newest version that is left the current one, if there is any.

        ``key`` as the rows have it: ``tie`` tells pages of one key there from each other.
        """
        row = self.connection.execute(
            f"SELECT id FROM page WHERE site = ? AND {TITLED} AND tie = ?"  # noqa: S608
            " ORDER BY version DESC LIMIT 1",
            (*key, tie),
        ).fetchone()
        if row is not None:
            self._make_current(row[0])
            self.flush()

    def _revive_if_none(self, key: PageKey, tie: str) -> None:
        """Make a version current where there are some and none is, as `revive` does."""
        has_current = self.connection.execute(
            "SELECT max(current) FROM page WHERE site = ? AND title = ? AND tie = ?", (*key, tie)
        ).fetchone()
        if has_current == (0,):
            self.revive(key, tie)

    def _make_current(self, page: int) -> None:
        """Put the texts of an older version into the search again."""
        parsed = read_contents(self.connection, self._info(page)).parsed()
        self.connection.execute("DELETE FROM item WHERE page = ?", (page,))
        now = cut(parsed, detail=True)
        self.connection.execute(
            "UPDATE page SET current = 1, rest = ? WHERE id = ?", (now.blobs[-1], page)
        )
        self._insert_items(page, now)

    def forget_index(self, page: int) -> None:
        """Take a page's texts out of the index; their rows must still be there."""
        self._index.forget(page)
        for person, count in self.connection.execute(
            "SELECT person, count(*) FROM item WHERE page = ? AND person IS NOT NULL"
            " GROUP BY person",
            (page,),
        ):
            self._said[person] -= count

    def flush(self) -> None:
        """Write the index of what was saved."""
        self._index.flush()
        self.connection.executemany(
            "UPDATE person SET comments = comments + ? WHERE id = ?",
            [(self._said[person], person) for person in sorted(filter(None, self._said))],
        )
        self._said.clear()
