"""People by their names: a row for every pair of a user name and a name shown instead of it.

Who signs in a hundred ways has as many rows, and a search for all of them would ask the index a
hundred times. So the index knows a text by the first row of its user name, and by its own row only
where another name is shown.
"""

from __future__ import annotations

import re
import sqlite3
from typing import NamedTuple

from talkreader.store.values import meta
from talkreader.store.values.folding import fold_name

Names = tuple[str | None, str | None]
"""A user name and the name that is shown instead; either may be unknown."""


_FIRST = "SELECT min(id) FROM person WHERE folded_author = ?"
_FIRST_SHOWN = "SELECT min(id) FROM person WHERE folded_author = '' AND folded_display = ?"


class Person(NamedTuple):
    """A row, the ``first`` one of its user name, and whether another name is ``shown``."""

    row: int
    first: int
    shown: bool


def put_person(connection: sqlite3.Connection, names: Names) -> Person:
    """Return the row of these names, made when there is none."""
    author, display = names
    folded, shown = fold_name(author or ""), fold_name(display or "")
    made = connection.execute(
        "INSERT OR IGNORE INTO person (author, display, folded_author, folded_display)"
        " VALUES (?,?,?,?)",
        (author, display, folded, shown),
    )
    row = made.lastrowid
    if row is None or not made.rowcount:
        row = connection.execute(
            "SELECT id FROM person WHERE ifnull(author, '') = ? AND ifnull(display, '') = ?",
            (author or "", display or ""),
        ).fetchone()[0]
    first = connection.execute(
        _FIRST if folded else _FIRST_SHOWN, (folded,) if folded else (shown,)
    ).fetchone()[0]
    return Person(row, first, bool(folded and shown and shown != folded))


def people_named(connection: sqlite3.Connection, name: str) -> list[int]:
    """Return the rows of the people of this user name or shown name; ``*`` at its end: any end.

    A name copied from a wiki may have the namespace of user pages before it.
    """
    for each in _meant(name):
        found = connection.execute(
            "SELECT id FROM person WHERE folded_author >= ? AND folded_author <= ? UNION"
            " SELECT id FROM person WHERE folded_display >= ? AND folded_display <= ?",
            _between(each) * 2,
        ).fetchall()
        if found:
            return [person for (person,) in found]
    return []


def signed_tokens(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return the tokens of what the people of this name, as in `people_named`, signed."""
    firsts, shown = _known_by(connection, name)
    return [*map(meta.person_token, firsts), *map(meta.shown_token, shown)]


def answered_tokens(connection: sqlite3.Connection, name: str) -> list[str]:
    """Return the tokens of what answers the people of this name, as in `people_named`."""
    firsts, shown = _known_by(connection, name)
    return [*map(meta.answered_token, firsts), *map(meta.shown_answered_token, shown)]


def _known_by(connection: sqlite3.Connection, name: str) -> tuple[list[int], list[int]]:
    """Return the first rows of user names, and the rows of others who are shown by the name."""
    firsts: list[int] = []
    shown: list[int] = []
    for each in _meant(name):
        low, high = _between(each)
        firsts = [row for (row,) in connection.execute(_FIRSTS, (low, high) * 2)]
        shown = [row for (row,) in connection.execute(_SHOWN, (low, high) * 2)]
        if firsts or shown:
            break
    return firsts, shown


_TEMPORARY = re.compile(r"20\d\d-\d")
"""How the name of a temporary account begins, where the sign before it was left out."""
_FIRSTS = (
    "SELECT min(id) FROM person WHERE folded_author >= ? AND folded_author <= ?"
    " AND folded_author != '' GROUP BY folded_author UNION"
    " SELECT min(id) FROM person WHERE folded_display >= ? AND folded_display <= ?"
    " AND folded_author = '' GROUP BY folded_display"
)
_SHOWN = (
    "SELECT id FROM person WHERE folded_display >= ? AND folded_display <= ?"
    " AND folded_display != '' AND folded_author != '' AND folded_author NOT BETWEEN ? AND ?"
)


def _meant(name: str) -> list[str]:
    """Return what a name may mean, the likeliest first."""
    bare = name.partition(":")[2].strip()
    meant = [name, bare] if bare else [name]
    if _TEMPORARY.match(meant[-1]):
        meant.append(f"~{meant[-1]}")
    return meant


def _between(name: str) -> tuple[str, str]:
    """Return the first and the last folded name that are meant."""
    folded = fold_name(name)
    if not folded.endswith("*"):
        return folded, folded
    begins = folded[:-1].rstrip()
    return begins, begins + "\U0010ffff"
