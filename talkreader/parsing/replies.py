"""Who answers whom in a copy that lost its indentation: inferred, and marked as such.

The rules were read off real pages whose lists tell the truth. A parent is always on the path of
the comments still open above. A blank line in a copy stands where the page changes between a
paragraph and a list: after a post that answers the heading it leads into its answers, after an
answer it leads back to the heading. Bullets of a section stand at one depth, as votes do. Inside a
list nobody answers what is not yet written, a person whose words were answered answers back, and a
name called is the one who is answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from talkreader.domain.thread import Comment, Evidence
from talkreader.parsing.blocks import Block
from talkreader.parsing.threads import Threads

_FEW = 5
_DEEPEST = 40  # no page's threads go deeper; without a bound a long list would
_CALL = 60  # characters at a comment's beginning in which a name is a call


def infer(threads: Threads, blocks: Sequence[Block]) -> Threads:
    """Return the threads with a parent and a confidence for each comment of unknown level."""
    begins = _beginnings(blocks)
    gaps_tell = _gaps_tell(threads.comments, begins)
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
        depth, confidence = _depth(comment, path, gap=gap, listed=listed if lists else None)
        depth = min(depth, _DEEPEST)
        if lists and listed is None:
            listed = depth
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


def _depth(
    comment: Comment, path: list[Comment], *, gap: bool, listed: int | None
) -> tuple[int, float]:
    """Return how many of the open comments stay open, and how sure that is (0 to 1).

    ``listed`` is the depth of the section's list for a comment with a bullet, else None. The
    shares of right answers were counted on the pages of four wikis.
    """
    if not path:
        return 0, 0.98
    if gap and listed is None:
        return (1, 0.93) if len(path) == 1 else (0, 0.75)
    called = _called(comment, path)
    if called is not None:
        return called + 1, 0.77
    if listed is not None and listed <= len(path):
        back = len(path) > 1 and comment.author is not None and path[-2].author == comment.author
        return (len(path), 0.6) if back else (listed, 0.7)
    return _depth_in_list(comment, path)


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


def _called(comment: Comment, path: list[Comment]) -> int | None:
    """Return the place in the path of the person whom the comment calls by name, if any."""
    head = comment.body.text.lstrip()[:_CALL].casefold()
    for place in range(len(path) - 1, -1, -1):
        above = path[place]
        if above.author is None or above.author == comment.author:
            continue
        name = above.author.casefold()
        if _calls(head, f"@{name}") or (len(name) > 2 and head.startswith(name)):
            return place
    return None


def _calls(head: str, mention: str) -> bool:
    """Say whether a mention stands in the words, and is not the beginning of a longer name."""
    place = head.find(mention)
    after = head[place + len(mention) : place + len(mention) + 1]
    return place >= 0 and not after.isalnum()
