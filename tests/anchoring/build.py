"""Invented pages and notes for the tests of this room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from talkreader.anchoring import AnchorComment, AnchorPage, make_target, place
from talkreader.domain.note import Note, Placed, Target
from talkreader.domain.page import PageKey

KEY = PageKey("teawiki", "Talk:Tea")
NOW = datetime(2022, 2, 2, tzinfo=UTC)
ADA = "c-Ada-20200301090500"
BO = "c-Bo-20200301101000"


def page(
    *comments: tuple[str, str],
    key: PageKey = KEY,
    section: str = "Leaves",
    sections: Iterable[str] = ("Leaves",),
) -> AnchorPage:
    """Return a page of (name, text) comments."""
    seen: Counter[str] = Counter()
    found = []
    for index, (name, text) in enumerate(comments):
        author = name.removeprefix("c-").rpartition("-")[0].replace("_", " ") or None
        found.append(AnchorComment(index, name, seen[name], author, section, text))
        seen[name] += 1
    return AnchorPage(key.site, key.title, tuple(found), tuple(sections))


def note(*targets: Target) -> Note:
    return Note("00000000-0000-4000-8000-000000000001", targets, None, "", (), NOW, NOW)


def target_on(where: AnchorPage, words: str, comment: int = 0) -> Target:
    """Return the target for words of a comment; "" for the whole of it."""
    text = where.comments[comment].text
    start = text.index(words)
    key = PageKey(where.site, where.title)
    return make_target(key, where.comments[comment], start, start + len(words))


def find(target: Target, where: AnchorPage) -> Placed:
    """Return the one place of a target."""
    (placed,) = place([note(target)], where)
    return placed


def words_at(placed: Placed, where: AnchorPage) -> str | None:
    """Return the words that were found, None when lost."""
    if placed.comment is None:
        return None
    return where.comments[placed.comment].text[placed.start : placed.end]
