"""Who answers whom in a copy that lost its indentation: inferred, and marked as such.

The rules and their shares were read off real pages whose lists tell the truth. A parent is always
on the path of the comments still open above. A blank line in a copy stands where the page changes
between a paragraph and a list: after a post that answers the heading it leads into its answers,
after an answer it leads back to the heading. Bullets of a section stand at one depth, as votes do.
Inside a list nobody answers what is not yet written, a person whose words were answered answers
back, and a name called is the one who is answered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from talkreader.domain.thread import Comment, Evidence
from talkreader.parsing.blocks.blocks import Block
from talkreader.parsing.reply_calls import called, thanks_for
from talkreader.parsing.threads import Threads

_FEW = 5
_DEEPEST = 40  # no page's threads go deeper; without a bound a long list would
_OUTDENTED = re.compile(r"\s*[┌┏]─*[┘┛]")


def infer(threads: Threads, blocks: Sequence[Block]) -> Threads:
    """Return the threads with a parent and a confidence for each comment of unknown level."""
    begins = _beginnings(blocks)
    gaps_tell = _gaps_tell(threads.comments, begins)
    inserted = _inserted(threads.comments)
    path: list[Comment] = []
    section, listed = -1, None
    found: list[Comment] = []
    for comment in threads.comments:
        if comment.section != section:
            section, path, listed = comment.section, [], None
        if comment.level_evidence is not Evidence.UNKNOWN:
            found.append(comment)
            continue
        begin = begins.get(comment.span.start)
        gap = begin is not None and begin.gap and gaps_tell
        lists = begin.lists if begin is not None else ""
        if lists and listed is None and len(path) > 1:
            listed = 1  # a list under the section's first comment
        if len(path) > 1 and thanks_for(threads.sections[section].heading, comment):
            depth, confidence = 1, 0.8
        elif comment.index in inserted and path and not gap:
            depth, confidence = len(path), 0.93
        else:
            depth, confidence = _depth(comment, path, gap=gap, listed=listed if lists else None)
        depth = min(depth, _DEEPEST)
        if lists and listed is None:
            listed = depth
        del path[depth:]
        answer = _answering(comment, path[-1].index if path else None, depth + 1, confidence)
        path.append(answer)
        found.append(answer)
    threads.comments = found
    return threads


def _answering(comment: Comment, parent: int | None, level: int, confidence: float) -> Comment:
    """Return a comment as one that answers another, by what was inferred."""
    return Comment(
        index=comment.index,
        section=comment.section,
        parent=parent,
        level=level,
        level_evidence=Evidence.INFERRED,
        signatures=comment.signatures,
        body=comment.body,
        span=comment.span,
        trailing=comment.trailing,
        confidence=confidence,
        source=comment.source,
        box=comment.box,
        warnings=comment.warnings,
    )


def _beginnings(blocks: Sequence[Block]) -> dict[int, Block]:
    """Return the blocks by where they begin in the page's text."""
    starts, place = {}, 0
    for block in blocks:
        starts[place] = block
        place += len(block.text) + 1
    return starts


def _gaps_tell(comments: Sequence[Comment], begins: dict[int, Block]) -> bool:
    """Say whether blank lines part some comments and not others; pandoc sets one everywhere."""
    gaps = [
        begins[after.span.start].gap
        for comment, after in pairwise(comments)
        if after.section == comment.section and after.span.start in begins
    ]
    return sum(gaps) < 0.9 * len(gaps) or len(gaps) < _FEW


def _inserted(comments: Sequence[Comment]) -> set[int]:
    """Return the comments below which an older one stands in their section.

    People add to the end of a list: what stands before older words was set in between, as an answer
    to what is above it.
    """
    found: set[int] = set()
    section, oldest = -1, None
    for comment in reversed(comments):
        if comment.section != section:
            section, oldest = comment.section, None
        moment = comment.timestamp
        if moment is not None:
            if oldest is not None and moment > oldest:
                found.add(comment.index)
            oldest = moment if oldest is None else min(oldest, moment)
    return found


def _depth(
    comment: Comment, path: list[Comment], *, gap: bool, listed: int | None
) -> tuple[int, float]:
    """Return how many of the open comments stay open, and how sure that is (0 to 1).

    ``listed`` is the depth of the section's list for a comment with a bullet, else None. The
    shares of right answers were counted on the pages of four wikis.
    """
    if not path or _OUTDENTED.match(comment.body.text):
        return 0, 0.98
    if gap and listed is None:
        return _depth_behind_gap(comment, path)
    whom = called(comment, path)
    if whom is not None:
        return _depth_of_call(comment, path, whom)
    if listed is not None and listed <= len(path):
        back = len(path) > 1 and comment.author is not None and path[-2].author == comment.author
        return (len(path), 0.6) if back else (listed, 0.7)
    return _depth_in_list(comment, path)


def _depth_behind_gap(comment: Comment, path: list[Comment]) -> tuple[int, float]:
    """Return the depth of a comment before which the copy leaves a blank line."""
    if len(path) > 1:
        return 0, 0.8
    # a closer's verdict stands above what it closes, and is younger
    return (1, 0.93) if _written_before(comment, path) else (0, 0.75)


def _depth_of_call(comment: Comment, path: list[Comment], whom: int) -> tuple[int, float]:
    """Return the depth of a comment that calls the person at a place of the path."""
    if whom + 1 == len(path):
        return len(path), 0.93
    if _answers_back(comment, path) or comment.author == path[-1].author:
        return len(path), 0.7  # among those who talk already a name is often only mentioned
    return whom + 1, 0.6


def _depth_in_list(comment: Comment, path: list[Comment]) -> tuple[int, float]:
    """Return the depth of a comment that no blank line sets apart from the one before."""
    if comment.timestamp is not None:
        written = _written_before(comment, path)
        if written < len(path):
            return min(written, 1), 0.5
    if _answers_back(comment, path):
        return len(path), 0.87
    return len(path), 0.72


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
