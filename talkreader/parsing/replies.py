"""Who answers whom in a copy that lost its indentation: inferred, and marked as such.

The rules were read off real pages whose lists tell the truth. A parent is always on the path of
the comments still open above. A blank line in a copy stands where the page changes between a
paragraph and a list: after a post that answers the heading it leads into its answers, after an
answer it leads back to the heading. Inside a list nobody answers what is not yet written, a person
whose words were answered answers back, and a name called is the one who is answered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from talkreader.domain.thread import Comment, Evidence
from talkreader.parsing.blocks import Block
from talkreader.parsing.threads import Threads

_BULLET = re.compile(r"\s*(?:[•*◦▪]|\d{1,3}\.\s)")
_CALL = 60  # characters at a comment's beginning in which a name is a call


def infer(threads: Threads, blocks: Sequence[Block]) -> Threads:
    """Return the threads with a parent and a confidence for each comment of unknown level."""
    gaps = _gap_starts(blocks)
    path: list[Comment] = []
    section = -1
    found: list[Comment] = []
    for comment in threads.comments:
        if comment.section != section:
            section, path = comment.section, []
        if comment.level_evidence is not Evidence.UNKNOWN:
            found.append(comment)
            continue
        depth, confidence = _depth(comment, path, gap=comment.span.start in gaps)
        del path[depth:]
        answer = replace(
            comment,
            parent=path[-1].index if path else None,
            level=depth + 1,
            level_evidence=Evidence.INFERRED,
            confidence=confidence,
        )
        path.append(answer)
        found.append(answer)
    threads.comments = found
    return threads


def _gap_starts(blocks: Sequence[Block]) -> set[int]:
    """Return where a block begins after a blank line, as offsets into the page's text."""
    starts, place = set(), 0
    for block in blocks:
        if block.gap:
            starts.add(place)
        place += len(block.text) + 1
    return starts


def _depth(comment: Comment, path: list[Comment], *, gap: bool) -> tuple[int, float]:
    """Return how many of the open comments stay open, and how sure that is (0 to 1).

    The shares of right answers were counted on the pages of four wikis.
    """
    if not path:
        return 0, 0.98
    if gap:
        return (1, 0.92) if len(path) == 1 else (0, 0.9)
    return _depth_in_list(comment, path)


def _depth_in_list(comment: Comment, path: list[Comment]) -> tuple[int, float]:
    """Return the depth of a comment that no blank line sets apart from the one before."""
    called = _called(comment, path)
    if called is not None:
        return called + 1, 0.85
    if comment.timestamp is not None:
        written = _written_before(comment, path)
        if written < len(path):
            return written, 0.6
    if _answers_back(comment, path):
        return len(path), 0.9
    if _BULLET.match(comment.body.text) and len(path) > 1:
        return len(path) - 1, 0.55
    return len(path), 0.6


def _written_before(comment: Comment, path: list[Comment]) -> int:
    """Return how many open comments, from the top, are not younger than this one."""
    for place in range(len(path), 0, -1):
        moment = path[place - 1].timestamp
        if moment is None or comment.timestamp is None or moment <= comment.timestamp:
            return place
    return 0


def _answers_back(comment: Comment, path: list[Comment]) -> bool:
    """Say whether the last open comment answers this one's author."""
    if comment.author is None or len(path) < 2:
        return False
    return any(above.author == comment.author for above in path[:-1])


def _called(comment: Comment, path: list[Comment]) -> int | None:
    """Return the place in the path of the person whom the comment calls by name, if any."""
    head = comment.body.text.lstrip()[:_CALL].casefold()
    for place in range(len(path) - 1, -1, -1):
        above = path[place]
        if above.author is None or above.author == comment.author:
            continue
        name = above.author.casefold()
        if len(name) > 2 and (f"@{name}" in head or head.startswith(name)):
            return place
    return None
