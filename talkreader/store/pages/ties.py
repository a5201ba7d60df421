"""What tells pages of one site and title from each other, where those do not say which they are.

That is so for pages without a title, and for pages of one title whose wiki is not known: a copy
belongs to the page that it shares a comment with. The ``tie`` of a page is the hash of its first
text; that of the first page of a title is "", as it is where the wiki is known.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from talkreader.store.pages.cutting import CutPage
from talkreader.store.values.keys import TITLED
from talkreader.store.values.rows import COMMENT

# "+": SQLite takes the index of the sites else, and looks at every page without a title
_WITH_ONE_OF = (
    "SELECT id, tie FROM page WHERE title = '' AND +site = :site AND current"
    " AND {} IN (SELECT value FROM json_each(:minutes))"
)
_TEXTS = "SELECT text FROM item WHERE page = ? AND kind = ?"


def tie_of(connection: sqlite3.Connection, page: CutPage) -> str:
    """Return what ties a page to its copies: the tie of one that is stored, or its own."""
    if not page.title:
        return _of_untitled(connection, page)
    return "" if page.site else _of_namesake(connection, page)


def signed_on(connection: sqlite3.Connection, page: int) -> Iterator[tuple[str, int]]:
    """Return who signed in which minute on a page."""
    rows = connection.execute(
        "SELECT ifnull(author, ifnull(display, '')), minute FROM item LEFT JOIN person"
        " ON person.id = item.person WHERE page = ? AND kind = ? AND minute IS NOT NULL",
        (page, COMMENT),
    )
    return ((name, minute) for name, minute in rows)


def _of_untitled(connection: sqlite3.Connection, page: CutPage) -> str:
    """Return the tie of a page without a title.

    A copy has a text that one of them had, or comes from the same file with a comment that was
    there before: a file may also be written over by quite another page. Files are renamed, too: see
    `_of_renamed`.
    """
    known = connection.execute(
        "SELECT tie FROM page WHERE title = '' AND site = ? AND sha256 = ? ORDER BY id DESC",
        (page.site, page.sha256),
    ).fetchone()
    if known is not None:
        return str(known[0])
    path, member, *_rest = json.loads(page.copied.origin)
    before = connection.execute(
        "SELECT id, tie FROM page WHERE title = '' AND site = ? AND current"
        " AND json_extract(origin, '$[0]') = ? AND json_extract(origin, '$[1]') = ?"
        " ORDER BY id DESC",
        (page.site, path, member),
    ).fetchone()
    if before is not None and not page.signed.isdisjoint(signed_on(connection, before[0])):
        return str(before[1])
    return _of_renamed(connection, page) or page.sha256


def _of_renamed(connection: sqlite3.Connection, page: CutPage) -> str:
    """Return the tie of a page without a title that came in another file; "" for none.

    Most comments of the shorter copy stand on both: a message to many people stands on the pages
    of all of them, at the same minute. One comment at least has the same words. Looked at are those
    of which the first or the last comment is from a minute of this page.
    """
    here = page.signed
    said = set(page.items.texts[: page.comments])
    minutes = json.dumps(sorted({minute for _name, minute in here}))
    for number, tie in connection.execute(
        f"{_WITH_ONE_OF.format('first')} UNION {_WITH_ONE_OF.format('last')} ORDER BY id DESC",
        {"site": page.site, "minutes": minutes},
    ).fetchall():
        there = set(signed_on(connection, number))
        if 2 * len(here & there) > min(len(here), len(there)) > 0:
            texts = connection.execute(_TEXTS, (number, COMMENT))
            if any(text in said for (text,) in texts):
                return str(tie)
    return ""


def _of_namesake(connection: sqlite3.Connection, page: CutPage) -> str:
    """Return the tie of a page with a title whose wiki is not known.

    Where one of two copies has no signed comment, nothing says that they are not of one page.
    """
    rows = connection.execute(
        f"SELECT id, tie, sha256, first, last FROM page WHERE site = '' AND {TITLED}"  # noqa: S608
        " ORDER BY id DESC",
        (page.title,),
    ).fetchall()
    here = page.signed
    begin = min((minute for _name, minute in here), default=0)
    end = max((minute for _name, minute in here), default=0)
    silent: dict[str, bool] = {}
    for _number, tie, sha256, first, _last in rows:
        if sha256 == page.sha256:
            return str(tie)
        silent[tie] = silent.get(tie, True) and first is None
    for number, tie, _sha256, first, last in rows:
        # others have no minute in common: there may be thousands of one name
        near = here and first is not None and first <= end and last >= begin
        if near and not here.isdisjoint(signed_on(connection, number)):
            return str(tie)
    same = [tie for tie, unsigned in silent.items() if unsigned or not here]
    if same:
        return "" if "" in same else same[0]
    return page.sha256 if "" in silent else ""
