"""Two copies of a page: which is later, which is whole, and what changed from one to the other."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from talkreader.domain.page import CUT_SHORT, Form, PageInfo
from talkreader.store.pages.ties import signed_on
from talkreader.store.values.rows import to_json, unpack_text

if TYPE_CHECKING:
    from talkreader.store.pages.cutting import Copied, CutPage

SaidBy = Mapping[tuple[int | None, int | None], Sequence[str]]
"""What each person said in each minute."""

_TELLING = 12
"""Characters of a line that is known again by its beginning."""


def is_later(info: PageInfo, changed: str) -> bool:
    """Say whether a stored page is of a later revision than one of the moment ``changed``."""
    stored = info.revision.timestamp
    return stored is not None and bool(changed) and stored > datetime.fromisoformat(changed)


def is_less(
    connection: sqlite3.Connection,
    stored: PageInfo,
    signed: Collection[tuple[str, int]],
    copy: Copied,
    *,
    comments: int,
    cut: bool,
) -> bool:
    """Say whether a copy with these signed comments must not stand for the page of a stored one.

    It lacks comments of that one, and breaks off, or has none at all and is of no later revision.
    """
    if not cut and (signed or _is_newer(copy, stored)):
        return False
    # two may be of one person and minute
    return comments < stored.comments or not set(signed_on(connection, stored.id)) <= set(signed)


def marked_if_less(connection: sqlite3.Connection, stored: PageInfo, page: CutPage) -> CutPage:
    """Return a page with the warning that it breaks off, where the stored copy shows that it does.

    Its last line is the beginning of one of that copy then, of which it lacks comments. A web page
    shows by itself whether it is whole, and what a wiki wrote with its revision is whole.
    """
    form, known = page.columns[3], json.loads(page.copied.revision)
    if is_cut(page) or form in (Form.HTML, None) or form != stored.form or any(known):
        return page
    lacks = page.comments < stored.comments
    if not lacks and page.signed.issuperset(signed_on(connection, stored.id)):
        return page
    (source,) = connection.execute("SELECT source FROM page WHERE id = ?", (stored.id,)).fetchone()
    text = unpack_text(page.blobs[1] or b"")
    whole = unpack_text(source)
    # of a text copy, whose foot names the page and says more, even what ends with a line is cut
    ends = form == Form.PLAINTEXT and len(text) < len(whole) and whole.startswith(text)
    if not ends and not _breaks_off(text, whole):
        return page
    warned, others = json.loads(page.warnings)
    return replace(page, warnings=to_json([[*warned, CUT_SHORT], others]))


def _breaks_off(text: str, whole: str) -> bool:
    """Say whether a text ends within a line of another one, which begins as it or has that line."""
    line = text[text.rfind("\n") + 1 :]
    if line and whole.startswith(text) and whole[len(text) : len(text) + 1] not in ("", "\n", "\r"):
        return True
    lines = whole.split("\n") if len(line) >= _TELLING else []
    return line not in lines and any(one.startswith(line) for one in lines)


def is_cut(page: CutPage) -> bool:
    """Say whether a page says that it breaks off."""
    return CUT_SHORT in json.loads(page.warnings)[0]


def _is_newer(copy: Copied, stored: PageInfo) -> bool:
    number = json.loads(copy.revision)[0]
    if number is not None and stored.revision.id is not None:
        return bool(number > stored.revision.id)
    moment = stored.revision.timestamp
    return (
        moment is not None and bool(copy.changed) and datetime.fromisoformat(copy.changed) > moment
    )


def compare(before: SaidBy, after: SaidBy) -> tuple[int, int, int]:
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
