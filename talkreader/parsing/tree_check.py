"""A saved page's own thread tree, checked against what was read.

Each may see what the other misses: DiscussionTools knows one date format per wiki, so on mixed
pages it drops people; our own reading may miss what its wiki knows better. Comments are compared
by their minute.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from talkreader.domain.page import RawPage, ThreadMark
from talkreader.domain.thread import Comment, PageWarning, WarningKind

# ids of current output; before July 2022 the time was written with dashes and colons
_MARKER = re.compile(
    r"<span\b[^<>]*?data-mw-comment-start[^<>]*?\bid=[\"'](c-[^\"'<>]{1,300})[\"']"
    r"|\bid=[\"'](c-[^\"'<>]{1,300})[\"'][^<>]*?data-mw-comment-start"
)
_TIME = re.compile(r"-(\d{4})-?(\d{2})-?(\d{2})T?(\d{2}):?(\d{2})")
_MOST = 20


def check_tree(raw: RawPage, comments: Iterable[Comment]) -> tuple[PageWarning, ...]:
    """Return a warning for each comment that only one of page and reading has, at most 40.

    Empty when the page carries no tree.
    """
    theirs = _their_ids(raw)
    if not theirs:
        return ()
    ours: Counter[str] = Counter()
    names: dict[str, str] = {}
    for comment in comments:
        for signature in comment.signatures:  # the tree may list a later signature of a line
            if signature.timestamp is not None:
                ours[signature.timestamp.strftime("%Y%m%d%H%M")] += 1
        if comment.timestamp is not None:
            names.setdefault(comment.timestamp.strftime("%Y%m%d%H%M"), comment.name)
    minutes = Counter(minute for minute in map(_minute, theirs) if minute)
    missed = [mark for mark in theirs if (minute := _minute(mark)) and not ours[minute]]
    dropped = [name for minute, name in names.items() if not minutes[minute]]
    return tuple(
        PageWarning(WarningKind.TREE_DISAGREES, name)
        for name in [*missed[:_MOST], *dropped[:_MOST]]
    )


def _their_ids(raw: RawPage) -> list[str]:
    """Return the ids of the comments in the tree that the page carries."""
    found: list[str] = []
    if "data-mw-comment" in raw.text:
        found = [one or two for one, two in _MARKER.findall(raw.text)]
    if found:
        return found
    waiting: list[ThreadMark] = list(raw.threads)
    while waiting:
        mark = waiting.pop()
        waiting.extend(mark.replies)
        if mark.id.startswith("c-"):
            found.append(mark.id)
    return found


def _minute(mark: str) -> str:
    match = _TIME.search(mark)
    return "".join(match.groups()) if match else ""
