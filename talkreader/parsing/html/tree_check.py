"""A saved page's own thread tree, checked against what was read.

Each may see what the other misses: DiscussionTools knows one date format per wiki, so on mixed
pages it drops people; our own reading may miss what its wiki knows better. Comments are compared
by their minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from talkreader.domain.page import RawPage, ThreadMark
from talkreader.domain.thread import Comment, PageWarning, WarningKind

# ids of current output; before July 2022 the time was written with dashes and colons
_START = "data-mw-comment-start"
_ID = re.compile(r"\bid=[\"'](c-[^\"'<>]{1,300})[\"']")
# the tag as DiscussionTools writes it, from its first attribute on
_USUAL = re.compile(_START + r"(?:=[\"'][\"'])?\s+id=[\"'](c-[^\"'<>]{1,300})[\"']")
_SPAN = re.compile(r"<span\b")
_TAG_END = re.compile(r"[<>]")
_LONGEST = 2000  # characters of a tag
_TIME = re.compile(r"-(\d{4})-?(\d{2})-?(\d{2})T?(\d{2}):?(\d{2})")
_MOST = 20


def check_tree(raw: RawPage, comments: Iterable[Comment]) -> tuple[PageWarning, ...]:
    """Return a warning for each comment that only one of page and reading has, at most 40.

    Empty when the page carries no tree.
    """
    theirs = _their_ids(raw)
    if not theirs:
        return ()
    ours: set[int] = set()
    signed: dict[int, Comment] = {}
    for comment in comments:
        first = True
        for signature in comment.signatures:  # the tree may list a later signature of a line
            if signature.timestamp is not None:
                minute = _minute_of(signature.timestamp)
                ours.add(minute)
                if first:
                    signed.setdefault(minute, comment)
            first = False
    minutes = [*map(_minute, theirs)]
    missed = [
        mark for mark, minute in zip(theirs, minutes, strict=True) if minute and minute not in ours
    ]
    theirs_at = {*minutes}
    dropped = [comment.name for minute, comment in signed.items() if minute not in theirs_at]
    return tuple(
        PageWarning(WarningKind.TREE_DISAGREES, name)
        for name in [*missed[:_MOST], *dropped[:_MOST]]
    )


def _their_ids(raw: RawPage) -> list[str]:
    """Return the ids of the comments in the tree that the page carries."""
    found = _marked(raw.text)
    if found:
        return found
    waiting: list[ThreadMark] = list(raw.threads)
    while waiting:
        mark = waiting.pop()
        waiting.extend(mark.replies)
        if mark.id.startswith("c-"):
            found.append(mark.id)
    return found


def _marked(html: str) -> list[str]:
    """Return the ids in the tags that mark where comments begin."""
    found: list[str] = []
    place = html.find(_START)
    while place >= 0:
        after = place + len(_START)
        usual = _USUAL.match(html, place) if html.startswith("<span ", max(0, place - 6)) else None
        if usual:
            found.append(usual[1])
            place = html.find(_START, after)
            continue
        limit = max(0, place - _LONGEST)
        begin = max(html.rfind("<", limit, place), html.rfind(">", limit, place), limit)
        end = _TAG_END.search(html, after, after + _LONGEST)
        inside = html[after : end.start() if end else after + _LONGEST]
        match = _ID.search(inside) if _SPAN.match(html, begin) else None
        match = match or _ID.search(html[begin:place])
        if match:
            found.append(match[1])
        place = html.find(_START, after)
    return found


def _minute(mark: str) -> int:
    """Return the minute in an id as a number of twelve digits, 0 for none."""
    match = _TIME.search(mark)
    return int("".join(match.groups())) if match else 0


def _minute_of(moment: datetime) -> int:
    """Return the same of a moment; `strftime` takes ten times as long."""
    day = (moment.year * 100 + moment.month) * 100 + moment.day
    return (day * 100 + moment.hour) * 100 + moment.minute
