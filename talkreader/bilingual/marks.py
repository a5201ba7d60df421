"""The marks of sentences that translations keep: a question is one in either language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log

# What both languages write, each in its own way. In 3,900 sentences of manuals and catalogues in
# both Chinese scripts translations keep .89 to 1.00 of each kind, and put it into .00 to .07 of
# the sentences that have none.
_MARKS = (
    re.compile(r"[?？]"),
    re.compile(r"[!！]"),
    re.compile(r"(?<!\d)[:：](?!//)"),
    re.compile(r"…|\.\.\."),
    re.compile(r"[(（]"),
    re.compile(r"[\"“”„«»「」『』‘《》〈〉]|(?<!\w)'(?=\w)"),
    re.compile(r"[;；]"),
    re.compile(r"%"),
    re.compile(r"(?<!:)(?<!:/)/"),
    re.compile(r"="),
    re.compile(r"<"),
    re.compile(r"[,，、]"),
)
_CLOSED = re.compile(r"[.．。][\"”’'」』）)\]]*\s*$")
_STOP = 1 << len(_MARKS)
_KEPT = 0.94
_ADDED = 0.03
_PSEUDO_SENTENCES = 20.0  # of other text that the text's own counts are mixed with
_COMMON = 0.08  # part of those that has a mark
_MOST = 0.9

WeightTable = tuple[tuple[float, float], tuple[float, float]]
"""What it says that English has none or one of something, and that Chinese has none or one."""


def marks_of(sentence: str) -> int:
    """Return the marks that a sentence has, a bit for each; the highest for a closing full stop."""
    found = _STOP if _CLOSED.search(sentence) else 0
    for place, pattern in enumerate(_MARKS):
        if pattern.search(sentence):
            found |= 1 << place
    return found


class Marks:
    """Weighs the marks of couples of sentences: rare ones in both say much, ones in all little."""

    def __init__(self, english: Sequence[int], chinese: Sequence[int]) -> None:
        self._english = english
        self._chinese = chinese
        self._seen: dict[tuple[int, int], float] = {}
        self._table = [_weights(1 << place, english, chinese) for place in range(len(_MARKS) + 1)]

    def ratio(self, e0: int, e1: int, c0: int, c1: int) -> float:
        """Return the logarithm of how much more likely the marks are in translations."""
        both = joined(self._english[e0:e1]), joined(self._chinese[c0:c1])
        found = self._seen.get(both)
        if found is None:
            left, right = both
            found = self._seen[both] = sum(
                weights[left >> place & 1][right >> place & 1]
                for place, weights in enumerate(self._table)
            )
        return found


def _weights(mark: int, english: Sequence[int], chinese: Sequence[int]) -> WeightTable:
    """Return what one mark says."""
    having = sum(1 for marks in (*english, *chinese) if marks & mark)
    share = (having + _PSEUDO_SENTENCES * _COMMON) / (
        len(english) + len(chinese) + _PSEUDO_SENTENCES
    )
    share = min(share, _MOST)
    return (
        (max(0.0, log((1 - _ADDED) / (1 - share))), min(0.0, log(_ADDED / share))),
        (min(0.0, log((1 - _KEPT) / (1 - share))), max(0.0, log(_KEPT / share))),
    )


def joined(marks: Sequence[int]) -> int:
    """Return the marks of sentences that are one: each that any has, the last one's full stop."""
    if len(marks) == 1:
        return marks[0]
    found = 0
    for each in marks:
        found |= each
    return found & ~_STOP | marks[-1] & _STOP
