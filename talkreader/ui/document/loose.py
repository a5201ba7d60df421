"""Translations whose words stand nowhere on the page: typed, remembered, of another page."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from talkreader.domain.records import dataclass

if TYPE_CHECKING:
    from talkreader.domain.bilingual import Pair, Segment


@dataclass(frozen=True, slots=True)
class LooseWords:
    """One translation: ``words`` fill ``[at, until)`` of the document, ``own`` stand on the page.

    ``key`` is that of the comment or prose with ``own``: see `Entry`. Unless Chinese is shown in
    another script, they are shown as they are: a unit for a unit.
    """

    pair: Pair
    key: int
    own: Segment
    words: Segment
    at: int
    until: int

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the document code points of the translation stand, as ``[from, to)``."""
        low = self.at + _units(self.words.text[:start])
        return low, low + _units(self.words.text[start:end])


def _units(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le", errors="replace")) // 2


class Loose:
    """All of them on a page, in document order; grows while the document is built."""

    def __init__(self) -> None:
        self._all: list[LooseWords] = []
        self._starts: list[int] = []
        self._of: dict[int, list[LooseWords]] = {}

    def add(self, pair: Pair, words: Segment, at: int) -> None:
        """Say that the words of a pair's side stand at a document position."""
        own = pair.source if words is pair.target else pair.target
        key = None if own is None else own.key
        if own is None or key is None:
            return
        made = LooseWords(pair, key, own, words, at, at + _units(words.text))
        self._all.append(made)
        self._starts.append(at)
        self._of.setdefault(key, []).append(made)

    def at(self, position: int) -> LooseWords | None:
        """Return the translation that a document position lies in."""
        number = bisect_right(self._starts, position) - 1
        found = self._all[number] if number >= 0 else None
        return found if found is not None and position < found.until else None

    def partner(self, key: int, offset: int) -> LooseWords | None:
        """Return what translates the sentence at a code point of an entry's body."""
        for words in self._of.get(key, ()):
            if words.own.start <= offset < words.own.end:
                return words
        return None

    def covering(self, low: int, high: int) -> list[LooseWords]:
        """Return the translations that a part of the document touches."""
        first = max(bisect_right(self._starts, low) - 1, 0)
        return [
            words
            for words in self._all[first : bisect_right(self._starts, high)]
            if words.until > low and words.at < high
        ]
