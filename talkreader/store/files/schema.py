"""The tables of both files, and how an older file becomes a newer one.

A file says its version in ``PRAGMA user_version``. A file that is up to date is opened without
sqlite-utils, whose import costs more than opening.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from talkreader.domain.records import dataclass

if TYPE_CHECKING:
    from sqlite_utils import Database


class Empty(str):
    """A statement for a library without texts only."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """A file's name, and the statements of each version, from version 1."""

    file: str
    steps: tuple[tuple[str, ...], ...]

    @property
    def version(self) -> int:
        """The version this program writes."""
        return len(self.steps)


ARCHIVE = Schema(
    "archive.sqlite",
    (
        (
            # what many pages of one copy share: the namespaces of a site
            "CREATE TABLE context (id INTEGER PRIMARY KEY, data TEXT NOT NULL UNIQUE) STRICT",
            """CREATE TABLE page (
                id INTEGER PRIMARY KEY, site TEXT NOT NULL, title TEXT NOT NULL,
                tie TEXT NOT NULL, folded TEXT NOT NULL, namespace INTEGER, language TEXT NOT NULL,
                form TEXT NOT NULL, sha256 TEXT NOT NULL, origin TEXT NOT NULL,
                revision TEXT NOT NULL, imported TEXT NOT NULL, version INTEGER NOT NULL,
                current INTEGER NOT NULL, sections INTEGER NOT NULL, comments INTEGER NOT NULL,
                people INTEGER NOT NULL, first INTEGER, last INTEGER, warnings TEXT NOT NULL,
                context INTEGER NOT NULL, raw BLOB NOT NULL, source BLOB NOT NULL, text BLOB,
                UNIQUE (site, title, tie, version)) STRICT""",
            "CREATE INDEX page_folded ON page (folded)",
            """CREATE VIEW page_info AS SELECT
                id, site, title, namespace, language, form, origin, revision, imported, version,
                current, sections, comments, people, first, last, warnings, tie, sha256
                FROM page""",
            """CREATE TABLE section (
                id INTEGER PRIMARY KEY, page INTEGER NOT NULL REFERENCES page,
                idx INTEGER NOT NULL, heading TEXT, folded TEXT NOT NULL, level INTEGER NOT NULL,
                parent INTEGER, start INTEGER NOT NULL, end INTEGER NOT NULL,
                source_start INTEGER, source_end INTEGER, UNIQUE (page, idx)) STRICT""",
            "CREATE INDEX section_folded ON section (folded)",
            # a user name and the name shown instead: either may be unknown
            """CREATE TABLE person (
                id INTEGER PRIMARY KEY, author TEXT, display TEXT, folded_author TEXT NOT NULL,
                folded_display TEXT NOT NULL, comments INTEGER NOT NULL DEFAULT 0) STRICT""",
            "CREATE UNIQUE INDEX person_names ON person (ifnull(author, ''), ifnull(display, ''))",
            "CREATE INDEX person_author ON person (folded_author)",
            "CREATE INDEX person_display ON person (folded_display)",
            # comments, headings and prose
            """CREATE TABLE item (
                id INTEGER PRIMARY KEY, page INTEGER NOT NULL REFERENCES page,
                kind INTEGER NOT NULL, idx INTEGER NOT NULL, section INTEGER NOT NULL,
                minute INTEGER, person INTEGER, start INTEGER NOT NULL, end INTEGER NOT NULL,
                text TEXT NOT NULL, meta TEXT NOT NULL, extra BLOB NOT NULL) STRICT""",
            "CREATE UNIQUE INDEX item_page ON item (page, kind, idx)",
            # the same of older versions, which a search does not find
            """CREATE TABLE old_item (
                page INTEGER NOT NULL, kind INTEGER NOT NULL, idx INTEGER NOT NULL,
                section INTEGER NOT NULL, minute INTEGER, person INTEGER, start INTEGER NOT NULL,
                end INTEGER NOT NULL, text TEXT NOT NULL, extra BLOB NOT NULL,
                PRIMARY KEY (page, kind, idx)) STRICT, WITHOUT ROWID""",
            """CREATE TABLE file (
                path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
                pages TEXT NOT NULL) STRICT, WITHOUT ROWID""",
            # The texts come cut into tokens (folding.py), so the simplest tokenizer serves: it
            # parts at ASCII separators only. Contentless: the text stands in item already.
            """CREATE VIRTUAL TABLE words USING fts5(
                txt, meta, content='', tokenize='ascii')""",
            """CREATE VIRTUAL TABLE singles USING fts5(
                txt, content='', columnsize=0, detail=none, tokenize='ascii')""",
            # 64 MiB are gathered before a segment is written: a quarter less work than with 1 MiB
            "INSERT INTO words (words, rank) VALUES ('hashsize', 67108864)",
            "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
        ),
        (
            # What searches count by, apart from the texts: a row of item is 30 times as long, and
            # counting the people of 10,000 hits would read as many pages of the file. parent: the
            # row of the comment that is answered.
            """CREATE TABLE facet (
                id INTEGER PRIMARY KEY, page INTEGER NOT NULL, section INTEGER NOT NULL,
                person INTEGER, parent INTEGER) STRICT""",
            """INSERT INTO facet SELECT id, page, section, person, CASE WHEN kind = 0 THEN
                (SELECT above.id FROM item AS above WHERE above.page = item.page AND above.kind = 0
                 AND above.idx = parent_index(item.extra)) END FROM item ORDER BY id""",
            """CREATE TRIGGER facet_gone AFTER DELETE ON item
                BEGIN DELETE FROM facet WHERE id = old.id; END""",
            # completing a short beginning: those who wrote most, until enough of them begin so
            "CREATE INDEX person_comments ON person (comments)",
            # a page's row carries its source: titles are looked through without it
            "DROP INDEX page_folded",
            "CREATE INDEX page_folded ON page (folded, current, title)",
        ),
        (
            # what became of each import
            """CREATE TABLE import (
                id INTEGER PRIMARY KEY AUTOINCREMENT, started TEXT NOT NULL, state TEXT NOT NULL,
                report TEXT NOT NULL) STRICT""",
        ),
        (
            # full histories: the revisions of a page that changed comments, and what they changed
            """CREATE TABLE history (
                id INTEGER PRIMARY KEY, site TEXT NOT NULL, title TEXT NOT NULL,
                UNIQUE (site, title)) STRICT""",
            """CREATE TABLE history_step (
                history INTEGER NOT NULL REFERENCES history, step INTEGER NOT NULL, number INTEGER,
                second INTEGER, contributor TEXT NOT NULL, summary TEXT NOT NULL,
                PRIMARY KEY (history, step)) STRICT, WITHOUT ROWID""",
            # text: what stood there before, where it does not stand there later
            """CREATE TABLE history_change (
                history INTEGER NOT NULL REFERENCES history, comment TEXT NOT NULL,
                occurrence INTEGER NOT NULL, place INTEGER NOT NULL, kind INTEGER NOT NULL,
                step INTEGER NOT NULL, text BLOB,
                PRIMARY KEY (history, comment, occurrence, place)) STRICT, WITHOUT ROWID""",
        ),
        (
            # The time keys are facet's alone, and items are numbered as they come: a row of item is
            # long, and long rows put here and there in a large file are most of an import's time.
            # What an earlier version wrote keeps its numbers.
            "DROP TRIGGER facet_gone",
            "ALTER TABLE facet ADD COLUMN item INTEGER NOT NULL DEFAULT 0",
            "UPDATE facet SET item = id",
            "CREATE INDEX facet_page ON facet (page)",
            # older versions stand beside the others; nothing in facet leads to them
            """INSERT INTO item (page, kind, idx, section, minute, person, start, end, text, meta,
                extra) SELECT page, kind, idx, section, minute, person, start, end, text, '', extra
                FROM old_item""",
            "DROP TABLE old_item",
        ),
        (
            # pages without a title, by their texts and by the files that they came in
            "CREATE INDEX page_text ON page (sha256) WHERE title = ''",
            "CREATE INDEX page_tie ON page (tie) WHERE title = ''",
            """CREATE INDEX page_file ON page
                (json_extract(origin, '$[0]'), json_extract(origin, '$[1]')) WHERE title = ''""",
        ),
        (
            # Ids close to each other, in zones of the order of time (zones.py); the time itself
            # stands in the row. What an earlier version wrote keeps its ids, which are those of a
            # scattered zone that begins at 0, and its index: see forms.py.
            """CREATE TABLE zone (
                id INTEGER PRIMARY KEY, buckets INTEGER NOT NULL, knots TEXT NOT NULL) STRICT""",
            "INSERT INTO zone SELECT 0, 0, '[[],[]]' WHERE EXISTS (SELECT 1 FROM facet)",
            Empty("INSERT INTO zone VALUES (1099511627776, 0, '[[],[]]')"),
            "ALTER TABLE facet ADD COLUMN age INTEGER",
            "ALTER TABLE facet ADD COLUMN length INTEGER",
            # What is said about a text stands before its words: together they take a sixth less.
            # The words are not counted, since their number can be told from the length.
            Empty("DROP TABLE words"),
            Empty(
                "CREATE VIRTUAL TABLE words USING fts5("
                "txt, content='', columnsize=0, tokenize='ascii')"
            ),
            Empty("INSERT INTO words (words, rank) VALUES ('hashsize', 67108864)"),
        ),
        (
            # a person's rows are one token (people.py), unless the index has others already
            Empty("INSERT INTO setting VALUES ('people', 'grouped')"),
        ),
        (
            # pages without a title, by comments of theirs that a copy in another file has (ties.py)
            "CREATE INDEX page_first ON page (first) WHERE title = ''",
            "CREATE INDEX page_last ON page (last) WHERE title = ''",
        ),
        (
            # the text without the words of its rows (gaps.py), in place of all of it
            "ALTER TABLE page ADD COLUMN gaps BLOB",
        ),
        (
            # what rows of item said in ``extra``, of all rows of a page (rest.py)
            "ALTER TABLE page ADD COLUMN rest BLOB",
        ),
        # zones whose buckets are wider (zones.py), which earlier programs cannot read
        (),
        (
            # runs of unspaced scripts without their last characters, unless the index has them
            Empty("INSERT INTO setting VALUES ('runs', 'open')"),
        ),
        (
            # Of those who wrote much, as only they are looked through by it (suggesting.py): most
            # people write little, and an import counts them again and again.
            "DROP INDEX person_comments",
            "CREATE INDEX person_comments ON person (comments) WHERE comments >= 16",
        ),
    ),
)

NOTES = Schema(
    "notes.sqlite",
    (
        (
            """CREATE TABLE note (
                id TEXT PRIMARY KEY, color TEXT, text TEXT NOT NULL, folded TEXT NOT NULL,
                created TEXT NOT NULL, modified TEXT NOT NULL, targets TEXT NOT NULL,
                tags TEXT NOT NULL) STRICT, WITHOUT ROWID""",
            """CREATE TABLE target (
                note TEXT NOT NULL REFERENCES note, place INTEGER NOT NULL, site TEXT NOT NULL,
                title TEXT NOT NULL, comment TEXT NOT NULL, occurrence INTEGER NOT NULL,
                PRIMARY KEY (note, place)) STRICT, WITHOUT ROWID""",
            "CREATE INDEX target_page ON target (site, title)",
            """CREATE TABLE tag (
                note TEXT NOT NULL REFERENCES note, tag TEXT NOT NULL, folded TEXT NOT NULL,
                PRIMARY KEY (note, tag)) STRICT, WITHOUT ROWID""",
            "CREATE INDEX tag_folded ON tag (folded)",
            """CREATE TABLE correction (
                id TEXT PRIMARY KEY, site TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
                data TEXT NOT NULL, created TEXT NOT NULL) STRICT, WITHOUT ROWID""",
            "CREATE INDEX correction_page ON correction (site, title)",
            # every act, in order; undone = 1: taken back, and may be done again
            """CREATE TABLE act (
                id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, kind TEXT NOT NULL,
                subject TEXT NOT NULL, before TEXT, after TEXT,
                undone INTEGER NOT NULL DEFAULT 0) STRICT""",
            """CREATE TABLE position (
                site TEXT NOT NULL, title TEXT NOT NULL, value TEXT NOT NULL,
                PRIMARY KEY (site, title)) STRICT, WITHOUT ROWID""",
            """CREATE TABLE seen (
                site TEXT NOT NULL, title TEXT NOT NULL, comment TEXT NOT NULL,
                occurrence INTEGER NOT NULL, PRIMARY KEY (site, title, comment, occurrence)
                ) STRICT, WITHOUT ROWID""",
            """CREATE TABLE saved_search (
                name TEXT PRIMARY KEY, query TEXT NOT NULL) STRICT, WITHOUT ROWID""",
            """CREATE TABLE recent (
                path TEXT PRIMARY KEY, opened INTEGER NOT NULL, title TEXT NOT NULL
                ) STRICT, WITHOUT ROWID""",
        ),
        (
            # what a person translated; the columns' order is that of store/notes/translations.py
            """CREATE TABLE translation (
                id TEXT PRIMARY KEY, source TEXT NOT NULL, target TEXT NOT NULL,
                source_language TEXT NOT NULL, target_language TEXT NOT NULL,
                origin TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
                site TEXT NOT NULL, title TEXT NOT NULL, comment TEXT NOT NULL,
                occurrence INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
                machine TEXT NOT NULL, folded TEXT NOT NULL, folded_target TEXT NOT NULL
                ) STRICT, WITHOUT ROWID""",
            "CREATE INDEX translation_page ON translation (site, title)",
            "CREATE INDEX translation_folded ON translation (folded)",
        ),
        (
            # the person's own terms of the glossary
            """CREATE TABLE term (
                english TEXT PRIMARY KEY, simplified TEXT NOT NULL, traditional TEXT NOT NULL,
                note TEXT NOT NULL) STRICT, WITHOUT ROWID""",
        ),
        (
            # the codebook: what a tag means; a tag that is not in it means what it says
            """CREATE TABLE code (
                tag TEXT PRIMARY KEY, color TEXT NOT NULL, definition TEXT NOT NULL
                ) STRICT, WITHOUT ROWID""",
            # all states of one note
            "CREATE INDEX act_subject ON act (subject)",
        ),
        (
            # the first of the acts that were done together with this one; NULL: it is the first
            "ALTER TABLE act ADD COLUMN batch INTEGER",
        ),
        (
            # The tables are named in the first page of the file: what is damaged behind it leaves
            # them readable (salvage.py). Corrections are few, and make room there.
            "DROP INDEX correction_page",
            # the notes on a comment wherever it stands now
            "CREATE INDEX target_comment ON target (comment)",
        ),
        (
            # which window did it, by a name it has while it is open: each takes back its own acts
            "ALTER TABLE act ADD COLUMN writer TEXT NOT NULL DEFAULT ''",
        ),
    ),
)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version a file says it has; 0 for a new one."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, schema: Schema) -> None:
    """Bring a file to this program's version; each step is done wholly or not at all."""
    with _without(_NUMBERS):
        from sqlite_utils import Database, Migrations

    steps = Migrations("talkreader")
    for number, statements in enumerate(schema.steps, start=1):
        steps(name=f"version {number}")(_Step(number, statements))
    steps.apply(Database(connection))


_NUMBERS = ("numpy", "pandas")


@contextmanager
def _without(modules: Sequence[str]) -> Iterator[None]:
    """Let modules look as if they were not installed.

    sqlite-utils loads numpy where it is, for types that no row of ours has: 12 MB, and two thirds
    again of its own time.
    """
    absent = [name for name in modules if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None says so to import
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


class _Step:
    """One version's statements, as sqlite-utils wants a migration: a function of a database."""

    def __init__(self, number: int, statements: Sequence[str]) -> None:
        self.__name__ = f"version {number}"
        self._number = number
        self._statements = statements

    def __call__(self, db: Database, /) -> None:
        """Do the step; sqlite-utils holds the transaction."""
        for statement in self._statements:
            if not isinstance(statement, Empty) or _is_empty(db):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {self._number}")


def _is_empty(db: Database) -> bool:
    return db.execute("SELECT 1 FROM facet LIMIT 1").fetchone() is None
