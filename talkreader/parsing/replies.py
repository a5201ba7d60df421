"""Who answers whom in a copy that lost its indentation: inferred, and marked as such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talkreader.domain.thread import Comment, Evidence
from talkreader.parsing.blocks import Block
from talkreader.parsing.threads import Threads

MODE = "first"


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
        top = comment.span.start in gaps
        parent = _parent(comment, path, top=top)
        while path and (parent is None or path[-1].index != parent.index):
            path.pop()
        answer = replace(
            comment,
            parent=None if parent is None else parent.index,
            level=1 if parent is None else parent.level + 1,
            level_evidence=Evidence.INFERRED,
            confidence=0.5,
        )
        path.append(answer)
        found.append(answer)
    threads.comments = found
    return threads


def _gap_starts(blocks: Sequence[Block]) -> set[int]:
    starts, place = set(), 0
    previous_heading = True
    for block in blocks:
        if block.gap or previous_heading:
            starts.add(place)
        previous_heading = block.is_heading
        place += len(block.text) + 1
    return starts


def _parent(comment: Comment, path: list[Comment], *, top: bool) -> Comment | None:
    if not path:
        return None
    if MODE == "gap":
        return None if top else path[-1]
    if MODE == "chain":
        return path[-1]
    if MODE == "first":
        return None if top else path[0]
    return None
