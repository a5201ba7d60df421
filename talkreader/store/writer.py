"""Pages into rows and into the index."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from talkreader.domain.page import PageInfo, PageKey
from talkreader.domain.thread import Comment, ParsedPage, Prose, Section, Signature
from talkreader.store import meta
from talkreader.store.contents import read_contents
from talkreader.store.folding import fold, fold_name, index_tokens, single_characters
from talkreader.store.rows import (
    COMMENT,
    HEADING,
    PROSE,
    comment_extra,
    origin_to_json,
    pack_text,
    prose_extra,
    raw_to_rows,
    revision_to_json,
    row_to_info,
    to_json,
    warnings_to_rows,
)
from talkreader.store.timekeys import KeyMaker, minute_of


@dataclass(frozen=True, slots=True)
class _Item:
    """A row of ``item``, and what the index holds of it."""

    key: int
    page: int
    kind: int
    index: int
    section: int
    minute: int | None
    person: int | None
    span: tuple[int, int]
    text: str
    folded: str
    meta: str
    extra: bytes
    parent: int | None = None

    def row(self) -> tuple[object, ...]:
        """Return the columns in their order."""
        place = (self.key, self.page, self.kind, self.index, self.section, self.minute, self.person)
        return (*place, *self.span, self.text, self.meta, self.extra)

    def facet(self) -> tuple[int | None, ...]:
        """Return the columns of ``facet`` in their order."""
        return (self.key, self.page, self.section, self.person, self.parent)


@dataclass(slots=True)
class PageWriter:
    """Saves pages inside one transaction of ``connection``; `flush` before it is committed.

    The index is written at `flush`, in the order of the ids: a row id lower than the last one makes
    FTS5 write out what it holds in memory, and every page would become a segment of its own.
    """

    connection: sqlite3.Connection
    _keys: KeyMaker = field(init=False)
    _people: dict[tuple[str | None, str | None], int] = field(default_factory=dict)
    _said: dict[int, int] = field(default_factory=dict)
    _contexts: dict[str, int] = field(default_factory=dict)
    _waiting: list[tuple[int, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._keys = KeyMaker(self._taken)

    @property
    def waiting(self) -> int:
        """How many texts wait for `flush`."""
        return len(self._waiting)

    def _taken(self, key: int) -> bool:
        found = self.connection.execute("SELECT 1 FROM item WHERE id = ?", (key,)).fetchone()
        return found is not None

    def save(self, parsed: ParsedPage, *, detail: bool) -> PageInfo:
        """Return the stored page; one that is stored already with the same text is left alone."""
        raw = parsed.raw
        sha256 = raw.origin.sha256 or hashlib.sha256(raw.text.encode(errors="replace")).hexdigest()
        tie = "" if raw.title else sha256  # two pages without a title are two pages
        versions = self.connection.execute(
            "SELECT * FROM page_info WHERE site = ? AND title = ? AND tie = ? ORDER BY version",
            (raw.site, raw.title, tie),
        ).fetchall()
        for row in versions:
            if row[-1] == sha256:
                return row_to_info(row)
        for row in versions:
            if row[10]:
                self._supersede(row[0])
        version = versions[-1][9] + 1 if versions else 1
        page = self._insert_page(parsed, sha256, tie, version)
        sections = self._insert_sections(page, parsed.sections)
        self._insert_items(_Cutter(self, parsed, page, sections).items(detail=detail))
        return self._info(page)

    def _info(self, page: int) -> PageInfo:
        row = self.connection.execute("SELECT * FROM page_info WHERE id = ?", (page,)).fetchone()
        return row_to_info(row)

    def _insert_page(self, parsed: ParsedPage, sha256: str, tie: str, version: int) -> int:
        raw = parsed.raw
        shared, own = raw_to_rows(raw)
        minutes = [m for c in parsed.comments if (m := minute_of(c.timestamp)) is not None]
        people = {c.author or c.display_name for c in parsed.comments} - {None}
        cursor = self.connection.execute(
            "INSERT INTO page (site, title, tie, folded, namespace, language, form, sha256, origin,"
            " revision, imported, version, current, sections, comments, people, first, last,"
            " warnings, context, raw, source, text)"
            " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,1,?,?,?,?,?,?,?,?,?,?)",
            (
                *(raw.site, raw.title, tie, fold_name(raw.title), raw.namespace, raw.language),
                *(raw.form, sha256, origin_to_json(raw.origin), revision_to_json(raw.revision)),
                *(datetime.now(UTC).isoformat(), version),
                sum(s.heading is not None for s in parsed.sections),
                *(len(parsed.comments), len(people)),
                *(min(minutes, default=None), max(minutes, default=None)),
                to_json([raw.warnings, warnings_to_rows(parsed.warnings)]),
                *(self._context(shared), own, pack_text(raw.text)),
                # plain text is its own source
                None if parsed.text == raw.text else pack_text(parsed.text),
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

    def _insert_sections(self, page: int, sections: tuple[Section, ...]) -> list[int]:
        """Return the rows' ids, by the sections' index."""
        first = self.connection.execute("SELECT ifnull(max(id), 0) + 1 FROM section").fetchone()[0]
        self.connection.executemany(
            "INSERT INTO section VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            (
                (
                    *(first + s.index, page, s.index, s.heading, fold_name(s.heading or "")),
                    *(s.level, s.parent, s.span.start, s.span.end),
                    *((s.source.start, s.source.end) if s.source else (None, None)),
                )
                for s in sections
            ),
        )
        return [first + s.index for s in sections]

    def _insert_items(self, items: Iterator[_Item]) -> None:
        rows = list(items)
        self.connection.executemany(
            "INSERT INTO item VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (item.row() for item in rows)
        )
        self.connection.executemany(
            "INSERT INTO facet VALUES (?,?,?,?,?)", (item.facet() for item in rows)
        )
        self._waiting.extend((item.key, item.folded, item.meta) for item in rows)
        for item in rows:
            if item.person is not None:
                self._said[item.person] = self._said.get(item.person, 0) + 1

    def key(self, minute: int | None) -> int:
        """Return a free id for a row of this minute."""
        return self._keys.key(minute)

    def person(self, signature: Signature) -> int | None:
        """Return the row of who signed; None when the copy kept no name at all."""
        names = (signature.author, signature.display_name)
        if names == (None, None):
            return None
        known = self._people.get(names)
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
            self._people[names] = known
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
        self._insert_items(_Cutter(self, parsed, page, sections).items(detail=True))
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

    def flush(self) -> None:
        """Write the index of what was saved."""
        self._waiting.sort(key=lambda row: row[0])
        self.connection.executemany(
            "INSERT INTO words (rowid, txt, meta) VALUES (?,?,?)",
            ((key, index_tokens(folded), tokens) for key, folded, tokens in self._waiting),
        )
        self.connection.executemany(
            "INSERT INTO singles (rowid, txt) VALUES (?,?)",
            (
                (key, singles)
                for key, folded, _tokens in self._waiting
                if not folded.isascii() and (singles := single_characters(folded))
            ),
        )
        self.connection.executemany(
            "UPDATE person SET comments = comments + ? WHERE id = ?",
            ((count, person) for person, count in self._said.items()),
        )
        self._waiting.clear()
        self._said.clear()


class _Cutter:
    """Cuts one page into rows."""

    def __init__(
        self, writer: PageWriter, parsed: ParsedPage, page: int, sections: list[int]
    ) -> None:
        self._writer = writer
        self._parsed = parsed
        self._page = page
        self._sections = sections
        self._given: dict[int, int] = {}
        raw = parsed.raw
        shared = [meta.page_token(page), meta.site_token(raw.site)]
        if raw.namespace is not None:
            shared.append(meta.namespace_token(raw.namespace))
        self._shared = shared

    def items(self, *, detail: bool) -> Iterator[_Item]:
        """Yield comments, then headings, then prose."""
        for comment in self._parsed.comments:
            yield self._comment(comment, detail=detail)
        yield from (self._heading(s) for s in self._parsed.sections if s.heading is not None)
        for index, prose in enumerate(self._parsed.prose):
            yield self._prose(index, prose, detail=detail)

    def _meta(self, section: int, folded: str, more: list[str]) -> str:
        languages = meta.languages(folded, self._parsed.raw.language)
        tokens = [*self._shared, meta.section_token(self._sections[section]), *more]
        return meta.join([*tokens, *map(meta.language_token, languages)])

    def _comment(self, comment: Comment, *, detail: bool) -> _Item:
        people = [self._writer.person(signature) for signature in comment.signatures]
        more = [meta.person_token(p) for p in people if p is not None]
        if comment.parent is not None:
            answered = map(self._writer.person, self._parsed.comments[comment.parent].signatures)
            more += [meta.answered_token(p) for p in answered if p is not None]
        minute = minute_of(comment.timestamp)
        folded = fold(comment.body.text)
        key = self._given[comment.index] = self._writer.key(minute)
        return _Item(
            key=key,
            page=self._page,
            kind=COMMENT,
            index=comment.index,
            section=comment.section,
            minute=minute,
            person=people[0],
            span=(comment.span.start, comment.span.end),
            text=comment.body.text,
            folded=folded,
            meta=self._meta(comment.section, folded, more),
            extra=comment_extra(comment, detail=detail),
            # who is answered stands above, so it has its key already
            parent=None if comment.parent is None else self._given.get(comment.parent),
        )

    def _minute_near(self, section: int) -> int | None:
        """Return when the section's first comment was signed: the age of what has no date."""
        for comment in self._parsed.comments:
            if comment.section >= section and comment.timestamp is not None:
                return minute_of(comment.timestamp)
        return max((minute_of(c.timestamp) or 0 for c in self._parsed.comments), default=0) or None

    def _heading(self, section: Section) -> _Item:
        folded = fold(section.heading or "")
        return _Item(
            key=self._writer.key(self._minute_near(section.index)),
            page=self._page,
            kind=HEADING,
            index=section.index,
            section=section.index,
            minute=None,
            person=None,
            span=(section.span.start, section.span.end),
            text=section.heading or "",
            folded=folded,
            meta=self._meta(section.index, folded, []),
            extra=b"[]",
        )

    def _prose(self, index: int, prose: Prose, *, detail: bool) -> _Item:
        folded = fold(prose.body.text)
        return _Item(
            key=self._writer.key(self._minute_near(prose.section)),
            page=self._page,
            kind=PROSE,
            index=index,
            section=prose.section,
            minute=None,
            person=None,
            span=(prose.span.start, prose.span.end),
            text=prose.body.text,
            folded=folded,
            meta=self._meta(prose.section, folded, []),
            extra=prose_extra(prose, detail=detail),
        )
