"""Where in the archive a person's corrections hold: who wrote a row, what it answers, its words.

The index and the rows say what the copies say. Corrections are few: their pages are replayed once,
and what they change is put over what was found.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from threading import local
from typing import TYPE_CHECKING, NamedTuple

from talkreader.domain.correction import Correction, CorrectionKind
from talkreader.domain.page import PageKey
from talkreader.store.values.folding import fold_name
from talkreader.store.values.keys import pages_of

if TYPE_CHECKING:
    from talkreader.store.files.connections import Connections
    from talkreader.store.search.replayed import Answer, Replayed, Reworded

_CORRECTIONS = (
    "SELECT id, site, title, kind, data, created FROM correction"
    " WHERE kind IN ('author', 'parent', 'split', 'merge') ORDER BY created, id"
)
_PAGES = "SELECT * FROM page_info WHERE {} AND current"
_ROWS = "SELECT item, id FROM facet WHERE page = ?"
_PLACES = "SELECT sum(id), sum(item), sum(id % 65521 * (item % 65521)) FROM facet WHERE page = ?"


class CorrectedRows(NamedTuple):
    """What corrections say of rows of the archive, by their ids; empty as a rule.

    ``authors`` are the user names ("" nobody known); ``answers`` are of the rows whose parent, or
    whose parent's author, is another than in the copy. ``gone`` are the rows whose words stand
    nowhere alone any more, ``reworded`` the comments that have them now; both others hold these
    too. ``pages`` are the corrected pages by their ids.
    """

    authors: Mapping[int, str]
    answers: Mapping[int, Answer]
    gone: frozenset[int]
    reworded: tuple[Reworded, ...]
    pages: Mapping[int, Replayed]

    def by(self, name: str) -> set[int]:
        """Return the rows that somebody of this name wrote after all; ``*`` at its end: any end."""
        return {row for row, author in self.authors.items() if _is(author, name)}

    def answering(self, name: str) -> set[int]:
        """Return the rows that answer somebody of this name after all."""
        return {row for row, answer in self.answers.items() if _is(answer.author, name)}


NOTHING = CorrectedRows({}, {}, frozenset(), (), {})


class Corrected:
    """Knows the corrected pages: each is replayed once, until it or its corrections change.

    A search in files that nobody has written since asks for two numbers, and for nothing else.
    """

    def __init__(self, notes: Connections) -> None:
        self._notes = notes
        self._known: dict[int, tuple[object, Replayed]] = {}
        self._seen = local()

    def rows(self, archive: sqlite3.Connection) -> CorrectedRows:
        """Return what the corrections change; those that do not fit any more change nothing."""
        with self._notes.reading() as notes:
            stamp = (archive, _version(archive), notes, _version(notes))
            if getattr(self._seen, "stamp", None) != stamp:
                made = notes.execute(_CORRECTIONS).fetchall()
                self._seen.rows = self._replayed(archive, made)
                self._seen.stamp = stamp
        rows: CorrectedRows = self._seen.rows
        return rows

    def _replayed(self, archive: sqlite3.Connection, made: list[tuple[str, ...]]) -> CorrectedRows:
        if not made:
            self._known = {}
            return NOTHING
        of_pages = defaultdict(list)
        for row in made:
            of_pages[row[1], row[2]].append(row)
        known, pages = self._known, {}
        for key, corrections in of_pages.items():
            where, values = pages_of(PageKey(*key))
            for info in archive.execute(_PAGES.format(where), values).fetchall():
                # a copy that is current again has its old row, and other places in the index
                places = archive.execute(_PLACES, info[:1]).fetchone()
                stamp = (info, corrections, places)
                at_hand = known.get(info[0])
                if at_hand is None or at_hand[0] != stamp:
                    at_hand = stamp, _replay(archive, info, corrections)
                pages[info[0]] = at_hand
        self._known = pages  # whole, and never changed: several threads search
        return _together({page: replayed for page, (_stamp, replayed) in pages.items()})

    def of(self, key: PageKey) -> list[Correction]:
        """Return the corrections of the discussion on a page, in their order."""
        with self._notes.reading() as connection:
            made = connection.execute(_CORRECTIONS).fetchall()
        return [_correction(row) for row in made if (row[1], row[2]) == key]

    def names(self, begin: str) -> list[str]:
        """Return the names that corrections brought in and that begin so, folded."""
        with self._notes.reading() as connection:
            found = connection.execute(
                "SELECT DISTINCT json_extract(data, '$.author') FROM correction"
                " WHERE kind IN ('author', 'split')"
            ).fetchall()
        return sorted(name for (name,) in found if name and fold_name(name).startswith(begin))


def _version(connection: sqlite3.Connection) -> int:
    """Return a number that is another one when somebody else has written in the file."""
    version: int = connection.execute("PRAGMA data_version").fetchone()[0]
    return version


def _replay(
    archive: sqlite3.Connection, info: tuple[object, ...], made: list[tuple[str, ...]]
) -> Replayed:
    from talkreader.store.pages.contents import read_contents
    from talkreader.store.search.replayed import replay
    from talkreader.store.values.rows import row_to_info

    rows = dict(archive.execute(_ROWS, (info[0],)).fetchall())
    return replay(read_contents(archive, row_to_info(info)), list(map(_correction, made)), rows)


def _correction(row: Sequence[str]) -> Correction:
    name, site, title, kind, data, at = row
    key, moment = PageKey(site, title), datetime.fromisoformat(at)
    return Correction(name, key, CorrectionKind(kind), json.loads(data), moment)


def _together(pages: Mapping[int, Replayed]) -> CorrectedRows:
    every = pages.values()
    return CorrectedRows(
        authors={row: author for page in every for row, author in page.authors.items()},
        answers={row: answer for page in every for row, answer in page.answers.items()},
        gone=frozenset(row for page in every for row in page.gone),
        reworded=tuple(one for page in every for one in page.reworded),
        pages=pages,
    )


def _is(author: str, name: str) -> bool:
    folded, wanted = fold_name(author), fold_name(name)
    if wanted.endswith("*"):
        return bool(folded) and folded.startswith(wanted[:-1].rstrip())
    return bool(folded) and folded == wanted
