"""Which comments of two copies of a page are the same, and what was changed in them.

A comment keeps its name (author and minute) from copy to copy, so names come first. What is left
is matched by its very words, then by its author and similar words: a name can be lost in a text
copy, and a signature's time can be corrected.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from talkreader.domain.changes import PageChanges, Piece, PieceKind
from talkreader.domain.thread import Comment

_SIMILAR = 0.6
"""From here on two texts of one person are taken for one comment that was edited."""

_CHINESE = r"\u3400-\u9fff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_CHINESE}]|[^\W{_CHINESE}]+|\s+|[^\w\s]")
"""What counts as a word when texts are compared: a Chinese character, a word, a sign."""


def compare(
    older: Sequence[Comment], newer: Sequence[Comment], *, exact: bool = True
) -> PageChanges:
    """Return what differs between the comments of two copies; their order does not matter.

    Not ``exact``: the copies are of different forms, so that only letters and digits tell whether
    a comment was edited; else everything but the amount of white space does.
    """
    match = _Match(older, newer, exact=exact)
    match.by_name()
    match.by_words()
    match.by_likeness(lambda comment: comment.author)
    # a copy that lost the name kept the minute
    match.by_likeness(lambda comment: comment.timestamp, lost_names=True)
    return match.changes()


def compare_words(older: str, newer: str) -> list[Piece]:
    """Return two texts as one, in pieces: what both have, what was removed, what was added."""
    from rapidfuzz.distance import Indel

    old, new = _TOKEN.findall(older), _TOKEN.findall(newer)
    pieces: list[Piece] = []
    removed = added = ""
    for step in Indel.opcodes(old, new):
        before = "".join(old[step.src_start : step.src_end])
        after = "".join(new[step.dest_start : step.dest_end])
        # a space between two changed words would only tear the change apart
        if step.tag != "equal" or ((removed or added) and before.isspace()):
            removed, added = removed + before, added + after
            continue
        pieces += _changed(removed, added)
        removed = added = ""
        pieces.append(Piece(PieceKind.SAME, before))
    return pieces + _changed(removed, added)


def _changed(removed: str, added: str) -> list[Piece]:
    """Return a change in the order in which one reads it; spaces at its end are no change."""
    tail = ""
    while removed and added and removed[-1] == added[-1] and removed[-1].isspace():
        removed, added, tail = removed[:-1], added[:-1], removed[-1] + tail
    found = [
        (PieceKind.REMOVED, removed),
        (PieceKind.ADDED, added),
        (PieceKind.SAME, tail),
    ]
    return [Piece(kind, text) for kind, text in found if text]


class _Match:
    """The comments of both copies that have found no partner yet, and the pairs found."""

    def __init__(self, older: Sequence[Comment], newer: Sequence[Comment], *, exact: bool) -> None:
        self._exact = exact
        self._old = {comment.index: comment for comment in older}
        self._new = {comment.index: comment for comment in newer}
        self._words = {id(comment): _plain(comment) for comment in (*older, *newer)}
        self._edited: list[tuple[int, int]] = []

    def by_name(self) -> None:
        """Pair those of one whole name: the likest first where several share it."""

        def name(comment: Comment) -> Hashable:
            whole = comment.author is not None and comment.timestamp is not None
            return comment.name if whole else None

        for old, new in self._groups(name):
            self._pair_equal(old, new)
            if len(old) == len(new) == 1:
                self._pair(old[0], new[0])
            else:
                self._pair_likest(old, new, 0.0 if len(old) == len(new) else _SIMILAR)

    def by_words(self) -> None:
        """Pair those that say the very same, when no two known authors contradict it."""
        for old, new in self._groups(lambda comment: self._words[id(comment)] or None):
            self._pair_equal(old, new)

    def by_likeness(self, key: Callable[[Comment], Hashable], *, lost_names: bool = False) -> None:
        """Pair those of one key whose words are similar; ``lost_names``: one side has no author."""
        for old, new in self._groups(key):
            allowed = new
            if lost_names:
                allowed = [c for c in new if c.author is None or any(o.author is None for o in old)]
            self._pair_likest(old, allowed, _SIMILAR)

    def changes(self) -> PageChanges:
        """Return what is left over, and the pairs whose words differ."""
        edited = tuple(sorted(self._edited, key=lambda pair: pair[1]))
        return PageChanges(tuple(sorted(self._new)), edited, tuple(sorted(self._old)))

    def _groups(
        self, key: Callable[[Comment], Hashable]
    ) -> Iterator[tuple[list[Comment], list[Comment]]]:
        """Yield the unpaired comments of both copies that share a key; those without are left."""
        groups: dict[Hashable, tuple[list[Comment], list[Comment]]] = defaultdict(lambda: ([], []))
        for side, comments in enumerate((self._old, self._new)):
            for comment in comments.values():
                found = key(comment)
                if found is not None:
                    groups[found][side].append(comment)
        for old, new in groups.values():
            if old and new:
                yield old, new

    def _pair_equal(self, old: list[Comment], new: list[Comment]) -> None:
        """Pair comments of the same words, in page order, and take them out of both lists."""
        for before in list(old):
            words = self._words[id(before)]
            for after in new:
                if self._words[id(after)] == words and _may_be_one(before, after):
                    old.remove(before)
                    new.remove(after)
                    self._pair(before, after)
                    break

    def _pair_likest(self, old: list[Comment], new: list[Comment], least: float) -> None:
        from rapidfuzz import fuzz, process

        for after in new:
            words = {c.index: self._words[id(c)] for c in old if _may_be_one(c, after)}
            found = process.extractOne(
                self._words[id(after)], words, scorer=fuzz.ratio, score_cutoff=least * 100
            )
            if found is not None:
                before = self._old[found[2]]
                old.remove(before)
                self._pair(before, after)

    def _pair(self, before: Comment, after: Comment) -> None:
        del self._old[before.index]
        del self._new[after.index]
        same = self._words[id(before)] == self._words[id(after)]
        if same and self._exact:
            same = before.body.text.split() == after.body.text.split()
        if not same:
            self._edited.append((before.index, after.index))


def _may_be_one(before: Comment, after: Comment) -> bool:
    return before.author == after.author or before.author is None or after.author is None


def _plain(comment: Comment) -> str:
    """Return the letters and digits of a body: spaces and signs differ between forms of a page."""
    return "".join(filter(str.isalnum, comment.body.text))
