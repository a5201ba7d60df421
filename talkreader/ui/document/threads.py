"""Who answers whom on one page: parents, depths and everything below a comment."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from talkreader.domain.thread import Comment


class Threads:
    """The reply tree of a page's comments; comments are named by their index on the page.

    ``flat``: nobody answers anybody, for the view by time.
    """

    def __init__(self, comments: Sequence[Comment], *, flat: bool = False) -> None:
        self._comments = comments
        self._replies: list[list[int]] = [[] for _ in comments]
        self._depth: list[int] = []
        self._last: dict[int, int] = {}
        self._parents = [None if flat else comment.parent for comment in comments]
        for comment in comments:
            above = self._parents[comment.index]
            self._depth.append(0 if above is None else self._depth[above] + 1)
            if above is not None:
                self._replies[above].append(comment.index)

    def parent(self, index: int) -> int | None:
        """Return the comment it answers, None for the first of a thread."""
        return self._parents[index]

    def depth(self, index: int) -> int:
        """Return how many comments stand above it; 0 for the first of a thread."""
        return self._depth[index]

    def replies(self, index: int) -> Sequence[int]:
        """Return the direct answers, in page order."""
        return self._replies[index]

    def below(self, index: int) -> list[int]:
        """Return all answers and answers to them, in page order."""
        found: list[int] = []
        waiting = list(self._replies[index])
        while waiting:
            reply = waiting.pop()
            found.append(reply)
            waiting.extend(self._replies[reply])
        return sorted(found)

    def last_below(self, index: int) -> int:
        """Return the last comment of the thread that begins here; itself without replies."""
        known = self._last.get(index)
        if known is None:
            known = self._last[index] = max(self.below(index), default=index)
        return known

    def above(self, index: int) -> list[int]:
        """Return the comments it hangs under, the nearest first."""
        found = []
        at = self._parents[index]
        while at is not None:
            found.append(at)
            at = self._parents[at]
        return found

    def siblings(self, index: int) -> Sequence[int]:
        """Return the answers to the same comment, itself among them, in page order.

        The first comments of a section's threads are siblings of each other.
        """
        above = self._parents[index]
        if above is not None:
            return self._replies[above]
        section = self._comments[index].section
        return [
            comment.index
            for comment in self._comments
            if self._parents[comment.index] is None and comment.section == section
        ]

    def at_depth(self, depth: int) -> list[int]:
        """Return the comments with so many comments above them, in page order."""
        return [index for index, found in enumerate(self._depth) if found == depth]

    def all_but(self, comments: Container[int]) -> set[int]:
        """Return the comments of the page that are not among these."""
        return {index for index in range(len(self._comments)) if index not in comments}

    def with_replies(self) -> Iterator[int]:
        """Yield the comments that somebody answered."""
        return (index for index, replies in enumerate(self._replies) if replies)

    def authors_below(self, index: int) -> list[str | None]:
        """Return the people who answered, each once, in the order they came."""
        return list(dict.fromkeys(self._comments[reply].author for reply in self.below(index)))
