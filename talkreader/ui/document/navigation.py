"""Where the keys go: the next comment, section, sibling, and up to the parent and back."""

from __future__ import annotations

from collections.abc import Sequence

from talkreader.domain.thread import Comment
from talkreader.ui.document.folding import Folding
from talkreader.ui.document.threads import Threads


class Navigation:
    """Answers with indexes of comments; None when there is nothing further."""

    def __init__(self, comments: Sequence[Comment], threads: Threads, folding: Folding) -> None:
        """Walk through comments in this order."""
        self._order = [comment.index for comment in comments]
        self._place = {index: place for place, index in enumerate(self._order)}
        self._authors = {comment.index: comment.author for comment in comments}
        self._threads = threads
        self._folding = folding
        self._trail: list[int] = []

    def comment(self, at: int | None, step: int) -> int | None:
        """Return the shown comment before (``step`` -1) or after (1) another, in page order."""
        place = (-1 if step > 0 else len(self._order)) if at is None else self._place[at]
        for index in self._beyond(place, step):
            if not self._folding.is_hidden(index):
                return index
        return None

    def _beyond(self, place: int, step: int) -> Sequence[int]:
        """Return the comments after or before a place, the nearest first."""
        return self._order[place + 1 :] if step > 0 else self._order[:place][::-1]

    def sibling(self, at: int, step: int) -> int | None:
        """Return the answer to the same comment before or after this one."""
        siblings: Sequence[int] = self._threads.siblings(at)
        place = siblings.index(at) + step
        return siblings[place] if 0 <= place < len(siblings) else None

    def by_same(self, at: int, step: int) -> int | None:
        """Return the comment by the same person before or after this one; also a hidden one.

        The nameless are not one person: theirs have no next.
        """
        author = self._authors[at]
        if author is None:
            return None
        later = self._beyond(self._place[at], step)
        return next((index for index in later if self._authors[index] == author), None)

    def parent(self, at: int) -> int | None:
        """Return the comment this one answers, and remember the way back."""
        above = self._threads.parent(at)
        if above is not None:
            if self._trail and self._threads.parent(self._trail[-1]) != at:
                self._trail = []
            self._trail.append(at)
        return above

    def child(self, at: int) -> int | None:
        """Return the first comment that answers this one, as far as it is shown."""
        shown = (one for one in self._threads.replies(at) if not self._folding.is_hidden(one))
        return next(shown, None)

    def back(self, at: int) -> int | None:
        """Return the reply one came from by `parent`; None when one has gone elsewhere since."""
        if self._trail and self._threads.parent(self._trail[-1]) == at:
            return self._trail.pop()
        return None
