"""Folding: hides the replies below a comment and shows a line in their place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextDocument

from talkreader.ui.document.positions import Entry, Kind, Places
from talkreader.ui.document.threads import Threads

_SEPARATELY = 3
"""Up to so many places are laid out one by one, and what lies between them is left alone."""


class Folding:
    """Which comments of a document are folded; a folded comment's replies are hidden."""

    def __init__(self, document: QTextDocument, places: Places, threads: Threads) -> None:
        self._document = document
        self._places = places
        self._threads = threads
        self._folded: set[int] = set()
        self._hidden: set[int] = set()
        self._only: frozenset[int] | None = None

    @property
    def folded(self) -> frozenset[int]:
        """The comments whose replies are folded."""
        return frozenset(self._folded)

    def is_folded(self, index: int) -> bool:
        """Return True when the comment's replies are folded away."""
        return index in self._folded

    def is_hidden(self, index: int) -> bool:
        """Return True when the comment lies in a folded thread."""
        return index in self._hidden

    def can_fold(self, index: int) -> bool:
        """Return True when the comment has replies."""
        return bool(self._threads.replies(index))

    def shown_above(self, index: int) -> int:
        """Return the comment itself, or the folded one that hides it."""
        if index not in self._hidden:
            return index
        shown = (above for above in self._threads.above(index) if above not in self._hidden)
        return next(shown, index)

    def fold(self, indexes: Iterable[int]) -> None:
        """Fold the replies of these comments."""
        self._become(self._folded | {index for index in indexes if self.can_fold(index)})

    def unfold(self, indexes: Iterable[int]) -> None:
        """Show the replies of these comments again."""
        self._become(self._folded - set(indexes))

    def fold_all(self) -> None:
        """Fold every thread, the inner ones too."""
        self.fold(self._threads.with_replies())

    def unfold_all(self) -> None:
        """Show everything."""
        self._become(set())

    def reveal(self, index: int) -> bool:
        """Unfold whatever hides the comment; return True when something did."""
        if index not in self._hidden:
            return False
        if self._only is not None and index not in self._only:
            self._only = None
        self._become(self._folded - set(self._threads.above(index)))
        return True

    @property
    def only(self) -> frozenset[int] | None:
        """What `show_only` shows; None: everything that is not folded."""
        return self._only

    def show_only(self, comments: Iterable[int] | None) -> None:
        """Hide all but these comments and what they answer; None: hide nothing.

        Folds that would hide one of them are unfolded.
        """
        folded = set(self._folded)
        if comments is None:
            self._only = None
        else:
            wanted = set(comments)
            above = {upper for index in wanted for upper in self._threads.above(index)}
            self._only = frozenset(wanted | above)
            folded -= above
        self._become(folded)

    def adapt(self, entries: Sequence[Entry]) -> None:
        """Hide what is newly built and lies in a folded thread."""
        for entry in entries:
            if entry.kind is Kind.COMMENT and (self._folded or self._only is not None):
                self._show(entry)

    def _become(self, folded: set[int]) -> None:
        changed = folded ^ self._folded
        before = self._hidden
        self._folded = folded
        self._hidden = set() if self._only is None else self._threads.all_but(self._only)
        for index in sorted(folded):
            if index not in self._hidden or self._only is not None:
                self._hidden.update(self._threads.below(index))
        changed |= before ^ self._hidden
        if not changed:
            return
        neighbours = _neighbours(sorted(changed))
        dirty = [place for first, last in neighbours if (place := self._refresh(first, last))]
        # each call lays out to the end of the page: 600 of them took 4.7 s, one takes 0.1
        if len(dirty) > _SEPARATELY:
            dirty = [(dirty[0][0], dirty[-1][1])]
        for low, high in dirty:
            self._document.markContentsDirty(low, high - low)

    def _refresh(self, first: int, last: int) -> tuple[int, int] | None:
        """Show or hide the comments ``first`` to ``last``; return their place if built."""
        low = high = -1
        for index in range(first, last + 1):
            entry = self._places.comment(index)
            if entry is None:
                continue
            self._show(entry)
            low = entry.at if low < 0 else low
            high = entry.until
        return (low, high) if low >= 0 else None

    def _show(self, entry: Entry) -> None:
        hidden = entry.index in self._hidden
        summary = entry.summary if not hidden and entry.index in self._folded else -1
        block = self._document.findBlock(entry.at)
        while block.isValid() and block.position() < entry.until:
            is_summary = entry.summary >= 0 and block.position() == entry.summary
            away = hidden or block.position() in entry.closed
            visible = block.position() == summary if is_summary else not away
            block.setVisible(visible)
            block = block.next()


def _neighbours(indexes: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Yield the first and last of each run of indexes that follow each other."""
    start = 0
    for at in range(1, len(indexes) + 1):
        if at == len(indexes) or indexes[at] != indexes[at - 1] + 1:
            yield indexes[start], indexes[at - 1]
            start = at
