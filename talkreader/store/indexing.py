"""The index of words and the small rows beside it: what a search asks before it reads a text."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import field
from typing import NamedTuple

from talkreader.domain.records import dataclass
from talkreader.store.folding import fold, index_tokens, single_characters
from talkreader.store.timekeys import PER_DAY


class Entry(NamedTuple):
    """What the index is to know of a text: ``first`` is the lowest key that it may have.

    ``item`` is its row, ``parent`` that of the comment it answers; the others are the columns of
    the index.
    """

    first: int
    item: int
    page: int
    section: int
    person: int | None
    parent: int | None
    tokens: str
    meta: str
    singles: str


@dataclass(slots=True)
class Indexer:
    """Keeps the index inside a transaction of ``connection``.

    Entries wait for `flush`, which gives them their keys and writes them in the order of these: a
    row id lower than the last one makes FTS5 write out what it holds in memory, and every page
    would become a segment of its own. A row of ``facet`` put in its place is found in the cache.
    """

    connection: sqlite3.Connection
    waiting: list[Entry] = field(default_factory=list)

    def flush(self) -> None:
        """Write what waits."""
        entries = self.waiting
        if not entries:
            return
        # entries that may have the same key stay in the order in which they came
        entries.sort(key=_first)
        keys = self._keys(entries)
        key_of = {entry.item: key for key, entry in zip(keys, entries, strict=True)}
        self.connection.executemany(
            "INSERT INTO facet (id, page, section, person, parent, item) VALUES (?,?,?,?,?,?)",
            [
                (key, page, section, person, None if parent is None else key_of[parent], item)
                for key, (_, item, page, section, person, parent, _, _, _) in zip(
                    keys, entries, strict=True
                )
            ],
        )
        self._write_words(keys)
        entries.clear()

    def _write_words(self, keys: list[int]) -> None:
        entries = self.waiting
        self.connection.executemany(
            "INSERT INTO words (rowid, txt, meta) VALUES (?,?,?)",
            [(key, entry[6], entry[7]) for key, entry in zip(keys, entries, strict=True)],
        )
        self.connection.executemany(
            "INSERT INTO singles (rowid, txt) VALUES (?,?)",
            [(key, entry[8]) for key, entry in zip(keys, entries, strict=True) if entry[8]],
        )

    def _keys(self, entries: list[Entry]) -> list[int]:
        """Return a free key for each entry, in their order; they ascend."""
        wanted = [entry[0] for entry in entries]
        known = self.connection.execute(
            "SELECT id FROM facet WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(set(wanted))),),
        )
        taken = {key for (key,) in known}
        last = 0
        if wanted[0] < PER_DAY:
            # what has no date follows what had none before, not one by one past all of it
            last = self.connection.execute(
                "SELECT ifnull(max(id), 0) FROM facet WHERE id < ?", (PER_DAY,)
            ).fetchone()[0]
        keys = []
        for first in wanted:
            if first > last and first not in taken:
                last = first
            else:
                last = max(first, last) + 1
                while self._is_taken(last):
                    last += 1
            keys.append(last)
        return keys

    def _is_taken(self, key: int) -> bool:
        found = self.connection.execute("SELECT 1 FROM facet WHERE id = ?", (key,)).fetchone()
        return found is not None

    def forget(self, page: int) -> None:
        """Take a page's texts out of the index; their rows must still be there."""
        self.flush()
        rows = self.connection.execute(
            "SELECT facet.id, text, meta FROM facet JOIN item ON item.id = facet.item"
            " WHERE facet.page = ? ORDER BY facet.id",
            (page,),
        ).fetchall()
        for key, text, tokens in rows:
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
        self.connection.execute("DELETE FROM facet WHERE page = ?", (page,))

    def join_pieces_later(self) -> None:
        """Let the index keep its pieces apart, up to 64 of them.

        Joining them as they come, or 16 at a time, takes a fifth of the time, and is done again
        and again.
        """
        _set_joining(self.connection, automerge=0, crisismerge=64)

    def join_pieces(self) -> None:
        """Let the index join its pieces as they come, as FTS5 does unless told otherwise."""
        _set_joining(self.connection, automerge=4, crisismerge=16)


def _set_joining(connection: sqlite3.Connection, **values: int) -> None:
    for table in ("words", "singles"):
        for name, value in values.items():
            connection.execute(
                f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)",  # noqa: S608
                (name, value),
            )


def _first(entry: Entry) -> int:
    return entry[0]
