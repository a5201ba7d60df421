"""Where in the archive a person's corrections hold: who wrote a row, and what it answers.

The index and the rows say what the copies say. Corrections are few: what they change is put over
what was found. A split leaves one row, which is its signer's; a merge leaves two.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, Protocol

from talkreader.domain.note import Target
from talkreader.store.folding import fold_name

if TYPE_CHECKING:
    from talkreader.store.connections import Connections

_CORRECTIONS = (
    "SELECT site, title, kind, data FROM correction WHERE kind IN ('author', 'parent')"
    " ORDER BY created, id"
)
_ROWS = (
    "SELECT facet.id, facet.parent, person.author FROM facet"
    " LEFT JOIN person ON person.id = facet.person"
    " WHERE facet.page IN (SELECT value FROM json_each(?))"
)


class Where(Protocol):
    """Where a comment is in the archive: the page's id, its place there, and its row."""

    @property
    def page(self) -> int:
        """The page's id."""

    @property
    def index(self) -> int | None:
        """The place of the comment on the page."""

    @property
    def item(self) -> int | None:
        """Its row; None when the archive has none."""


class Answer(NamedTuple):
    """The row that a row answers (None: the heading), and who wrote that ("" nobody known)."""

    row: int | None
    author: str


class CorrectedRows(NamedTuple):
    """What corrections say of rows of the archive, by their ids; empty as a rule.

    ``authors`` are the user names ("" nobody known); ``answers`` are of the rows whose parent, or
    whose parent's author, is another than in the copy.
    """

    authors: Mapping[int, str]
    answers: Mapping[int, Answer]

    def by(self, name: str) -> set[int]:
        """Return the rows that somebody of this name wrote after all; ``*`` at its end: any end."""
        return {row for row, author in self.authors.items() if _is(author, name)}

    def answering(self, name: str) -> set[int]:
        """Return the rows that answer somebody of this name after all."""
        return {row for row, answer in self.answers.items() if _is(answer.author, name)}


NOTHING = CorrectedRows({}, {})


def corrected_rows(
    archive: sqlite3.Connection, notes: Connections, find: Callable[[Target], Where]
) -> CorrectedRows:
    """Return what the corrections change; ``find`` says where a comment is.

    A correction that does not fit any more changes nothing.
    """
    with notes.reading() as connection:
        corrections = connection.execute(_CORRECTIONS).fetchall()
    authors: dict[int, str] = {}
    parents: dict[int, int | None] = {}
    pages = set()
    for site, title, kind, text in corrections:
        data = json.loads(text)
        place = _place(find, site, title, data.get("comment"), data.get("occurrence"))
        if place is None or place.item is None:
            continue
        if kind == "author":
            authors[place.item] = data.get("author") or ""
        elif not data.get("parent"):
            if data.get("parent_split"):
                continue  # what a split made has no row
            parents[place.item] = None
        else:
            above = _place(find, site, title, data["parent"], data.get("parent_occurrence"))
            if above is None or (above.index or 0) >= (place.index or 0):
                continue
            parents[place.item] = above.item
        pages.add(place.page)
    if not pages:
        return NOTHING
    rows = archive.execute(_ROWS, (json.dumps(sorted(pages)),)).fetchall()
    return CorrectedRows(authors, _answers(rows, authors, parents))


def _place(
    find: Callable[[Target], Where], site: str, title: str, name: object, occurrence: object
) -> Where | None:
    """Return where a comment is; None when it is not in the archive, or a split made it."""
    if not isinstance(name, str) or not name or not isinstance(occurrence, int | None):
        return None
    place = find(Target(site, title, comment=name, occurrence=occurrence or 0))
    return None if place.item is None else place


def _answers(
    rows: list[tuple[int, int | None, str | None]],
    authors: Mapping[int, str],
    parents: Mapping[int, int | None],
) -> dict[int, Answer]:
    signed = {row: author or "" for row, _parent, author in rows}
    found = {}
    for row, parent, _author in rows:
        above = parents.get(row, parent)
        if row in parents or above in authors:
            author = "" if above is None else authors.get(above, signed.get(above, ""))
            found[row] = Answer(above, author)
    return found


def _is(author: str, name: str) -> bool:
    folded, wanted = fold_name(author), fold_name(name)
    if wanted.endswith("*"):
        return bool(folded) and folded.startswith(wanted[:-1].rstrip())
    return bool(folded) and folded == wanted
