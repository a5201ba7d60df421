"""The index of words and the small rows beside it: what a search asks before it reads a text."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from itertools import starmap
from operator import itemgetter

from talkreader.domain.records import dataclass
from talkreader.store.index.forms import Form
from talkreader.store.index.placing import Placing
from talkreader.store.values.columns import columns

Entry = tuple[
    int,  # age: what it is sorted by (`timekeys.age_of`)
    int,  # item: its row
    int,  # page
    int,  # section
    int | None,  # person
    int | None,  # parent: the row of the comment that it answers
    int,  # length: the characters of its text
    str,  # tokens
    str,  # what is said about it
    str,  # singles
]
"""What the index is to know of a text; a plain tuple, for an import has millions."""


@dataclass(slots=True)
class Indexer:
    """Keeps the index inside a transaction of ``connection``.

    Entries wait for `flush`, which gives them their keys and writes them in the order of these: a
    row id lower than the last one makes FTS5 write out what it holds in memory, and every page
    would become a segment of its own. A row of ``facet`` put in its place is found in the cache.
    """

    connection: sqlite3.Connection
    placing: Placing
    form: Form
    waiting: list[Entry] = field(default_factory=list)

    def flush(self) -> None:
        """Write what waits."""
        entries = self.waiting
        if not entries:
            return
        # entries of the same age stay in the order in which they came
        entries.sort(key=_first)
        keys = self.placing.keys(self.connection, [entry[0] for entry in entries])
        key_of: dict[int | None, int | None] = {None: None}
        key_of.update(zip([entry[1] for entry in entries], keys, strict=True))
        placed = sorted(zip(keys, entries, strict=True), key=_first)
        self.connection.executemany(
            "INSERT INTO facet (id, page, section, person, parent, item, age, length)"
            " VALUES (?,?,?,?,?,?,?,?)",
            [
                (key, page, section, person, key_of[parent], item, age, length)
                for key, (age, item, page, section, person, parent, length, _, _, _) in placed
            ],
        )
        self._write_words(placed)
        entries.clear()

    def _write_words(self, placed: list[tuple[int, Entry]]) -> None:
        # one text after the other: together they would take as much room once more
        self._tell(lambda: ((key, entry[7], entry[8], entry[9]) for key, entry in placed))

    def _tell(self, texts: Callable[[], Iterable[Told]]) -> None:
        """Let the index know texts, in the order of their keys."""
        insert = self.connection.executemany
        if self.form.apart:
            insert(
                "INSERT INTO words (rowid, txt, meta) VALUES (?,?,?)",
                ((key, tokens, about) for key, tokens, about, _singles in texts()),
            )
        else:
            insert(
                "INSERT INTO words (rowid, txt) VALUES (?,?)",
                ((key, f"{about} {tokens}") for key, tokens, about, _singles in texts()),
            )
        insert(
            "INSERT INTO singles (rowid, txt) VALUES (?,?)",
            ((key, singles) for key, _tokens, _about, singles in texts() if singles),
        )

    def _untell(self, texts: Iterable[Told]) -> None:
        """Let the index forget texts: a contentless one can only forget what it is told again.

        Raises sqlite3.DatabaseError when it was told less than that in all. Earlier versions told
        it of each single character once a text, and so it is told of each once here.
        """
        forget = (
            "INSERT INTO words (words, rowid, txt, meta) VALUES ('delete', ?,?,?)"
            if self.form.apart
            else "INSERT INTO words (words, rowid, txt) VALUES ('delete', ?, ? || ' ' || ?)"
        )
        for key, tokens, about, singles in texts:
            told = (tokens, about) if self.form.apart else (about, tokens)
            self.connection.execute(forget, (key, *told))
            if singles:
                self.connection.execute(
                    "INSERT INTO singles (singles, rowid, txt) VALUES ('delete', ?, ?)",
                    (key, " ".join(set(singles.split()))),
                )

    def _told(self, key: int, text: str, about: str) -> Told:
        """Return what the index was told of a text."""
        tokens, singles, _languages = columns(text, "", closed=self.form.closed)
        return key, tokens, about, singles

    def forget(self, page: int) -> None:
        """Take a page's texts out of the index; their rows must still be there.

        An index that does not have what the rows say is made anew.
        """
        self.flush()
        rows = self.connection.execute(
            f"SELECT {_TEXT} WHERE facet.page = ? ORDER BY facet.id",
            (page,),
        )
        known = True
        try:
            self._untell([self._told(*row) for row in rows])
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_CORRUPT_VTAB:
                raise
            known = False
        self.connection.execute("DELETE FROM facet WHERE page = ?", (page,))
        if not known:
            self._make_anew()

    def move(self, moves: Mapping[int, int]) -> None:
        """Give texts other keys, which are free: by their keys now, the new ones.

        Raises sqlite3.DatabaseError when the index does not have what the rows say.
        """
        self.flush()
        rows = self.connection.execute(
            f"SELECT {_TEXT} WHERE facet.id IN (SELECT value FROM json_each(?))"  # noqa: S608
            " ORDER BY facet.id",
            (json.dumps(list(moves)),),
        )
        texts = [self._told(*row) for row in rows]
        pages = self.connection.execute(
            "SELECT DISTINCT page FROM facet WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(moves)),),
        ).fetchall()
        self._untell(texts)
        change = self.connection.executemany
        change("UPDATE facet SET id = ? WHERE id = ?", ((moves[key], key) for key, *_ in texts))
        for page in pages:
            answers = self.connection.execute(
                "SELECT parent, id FROM facet WHERE page = ? AND parent IS NOT NULL", page
            ).fetchall()
            change(
                "UPDATE facet SET parent = ? WHERE id = ?",
                [(moves[parent], key) for parent, key in answers if parent in moves],
            )
        placed = sorted([(moves[one[0]], one[1], one[2], one[3]) for one in texts])
        self._tell(lambda: placed)

    def _make_anew(self) -> None:
        """Empty the index and let it know all texts that have a row."""
        for table in ("words", "singles"):
            self.connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608
        ask = f"SELECT {_TEXT} ORDER BY facet.id"
        self._tell(lambda: starmap(self._told, self.connection.execute(ask)))


_first = itemgetter(0)
Told = tuple[int, str, str, str]
"""A key, and what the index knows under it: tokens, what is said about the text, singles."""
_TEXT = "facet.id, text, meta FROM facet JOIN item ON item.id = facet.item"


def join_pieces_later(connection: sqlite3.Connection) -> None:
    """Let the index keep its pieces apart, up to 256 of them: half a million texts.

    Joining them as they come, or 64 at a time, takes a fifth of the time, and is done again
    and again.
    """
    _set_joining(connection, automerge=0, crisismerge=256)


def join_pieces(connection: sqlite3.Connection) -> None:
    """Let the index join its pieces as they come, as FTS5 does unless told otherwise."""
    _set_joining(connection, automerge=4, crisismerge=16)


def _set_joining(connection: sqlite3.Connection, **values: int) -> None:
    for table in ("words", "singles"):
        for name, value in values.items():
            connection.execute(
                f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)",  # noqa: S608
                (name, value),
            )
