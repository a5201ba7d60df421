"""Where an archive already holds translations: in the same post, in a reply, in a section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from talkreader.bilingual.align import Bead
from talkreader.bilingual.languages import CHINESE, UNDECIDED, LanguageRun
from talkreader.bilingual.lexicon import Lexicon
from talkreader.bilingual.sides import (
    ENGLISH,
    HAN_CHARACTER,
    LATIN_WORD,
    Piece,
    Side,
    aligned,
    neighbours,
    sentences_of,
    side_of,
    whole,
)
from talkreader.bilingual.unit_maker import UnitMaker
from talkreader.domain.bilingual import Pair, PairOrigin
from talkreader.domain.progress import Progress

_LEAST_HAN = 4
_LEAST_WORDS = 3
_ANY_CHINESE = ("zh-hans", "zh-hant", CHINESE)


class _Finder:
    """Looks for translations among texts: the comments of one page, and the prose of its sections.

    Each text is in pieces: a comment in one, what is prose in a section in several.
    """

    def __init__(
        self, texts: Sequence[Sequence[Piece]], lexicon: Lexicon, progress: Progress
    ) -> None:
        self._progress = progress
        self._texts = texts
        self._units = UnitMaker(lexicon)
        self._sizes = [(_count(HAN_CHARACTER, text), _count(LATIN_WORD, text)) for text in texts]
        self._sentences: dict[int, list[tuple[LanguageRun, ...]]] = {}

    def same_post(self, index: int) -> list[Pair]:
        """Return the pairs within one text.

        Where one language says much that the other does not (a remark beside a translation), what
        stands next to each other is compared by itself.
        """
        return list(self._all_of(index)) or list(self._beside(index))

    def _beside(self, index: int) -> Iterator[Pair]:
        han, words = self._sizes[index]
        if han < _LEAST_HAN or words < _LEAST_WORDS:
            return
        english, chinese = self._english(index), self._side(index, _ANY_CHINESE)
        if english is None or chinese is None:
            return
        taken: int | None = None
        for place, (left, right, first) in enumerate(neighbours(english, chinese)):
            if taken == place - 1:
                continue  # its first stretch is the translation of the one before
            # one of the two beside it, if any, is what a stretch translates
            beads = aligned(self._units, left, right, chances=2, progress=self._progress)
            pairs = pairs_from(beads, (left, right), PairOrigin.SAME_POST, english_first=first)
            taken = place if pairs else taken
            yield from pairs

    def _all_of(self, index: int) -> Iterator[Pair]:
        han, words = self._sizes[index]
        if han < _LEAST_HAN or words < _LEAST_WORDS:
            return
        known = {run.language for runs in self._labelled(index) for run in runs}
        english = self._english(index)
        chinese: list[tuple[str, ...]] = [("zh-hans",), ("zh-hant",)]
        if not known.issuperset({"zh-hans", "zh-hant"}):
            chinese = [_ANY_CHINESE]
        for languages in chinese:
            other = self._side(index, languages)
            if english and other:
                first = english.start < other.start
                yield from pairs_from(
                    aligned(self._units, english, other, progress=self._progress),
                    (english, other),
                    PairOrigin.SAME_POST,
                    english_first=first,
                )

    def across(self, first: int, second: int, origin: PairOrigin) -> list[Pair]:
        """Return the pairs of two texts, one English and one Chinese, of like length."""
        kinds = self._kind(first), self._kind(second)
        if set(kinds) != {ENGLISH, CHINESE}:
            return []
        english, chinese = (first, second) if kinds[0] == ENGLISH else (second, first)
        words, han = self._sizes[english][1], self._sizes[chinese][0]
        if not 0.5 <= han / words <= 6:
            return []
        sides = self._whole(english, ENGLISH), self._whole(chinese, CHINESE)
        if sides[0] is None or sides[1] is None:
            return []
        beads = aligned(self._units, sides[0], sides[1], progress=self._progress)
        return pairs_from(beads, (sides[0], sides[1]), origin, english_first=first == english)

    def _kind(self, index: int) -> str:
        """Return "en" or "zh" for a text that is clearly in one language, else ""."""
        han, words = self._sizes[index]
        if words >= _LEAST_WORDS and han * 4 < words:
            return ENGLISH
        return CHINESE if han >= _LEAST_HAN and words * 4 < han else ""

    def _labelled(self, index: int) -> list[tuple[LanguageRun, ...]]:
        found = self._sentences.get(index)
        if found is None:
            found = [sentences_of(piece.text) for piece in self._texts[index]]
            self._sentences[index] = found
        return found

    def _english(self, index: int) -> Side | None:
        # a few words of English may prove no language: "Always use default editor"
        known = {run.language for runs in self._labelled(index) for run in runs}
        return self._side(index, (ENGLISH if ENGLISH in known else UNDECIDED,))

    def _side(self, index: int, languages: tuple[str, ...]) -> Side | None:
        chosen = [
            [
                replace(run, language=ENGLISH) if run.language == UNDECIDED else run
                for run in runs
                if run.language in languages
            ]
            for runs in self._labelled(index)
        ]
        return side_of(self._texts[index], chosen)

    def _whole(self, index: int, language: str) -> Side | None:
        return whole(self._texts[index], language)


def _count(pattern: re.Pattern[str], text: Sequence[Piece]) -> int:
    return sum(len(pattern.findall(piece.text)) for piece in text)


def pairs_from(
    beads: Sequence[Bead], sides: tuple[Side, Side], origin: PairOrigin, *, english_first: bool
) -> list[Pair]:
    """Return the beads of an English and a Chinese side as pairs."""
    found = []
    for bead in beads:
        both = sides[0].segment(bead.e0, bead.e1), sides[1].segment(bead.c0, bead.c1)
        first, second = both if english_first else both[::-1]
        found.append(Pair(first, second, origin, round(min(1.0, bead.overlap.mean), 3)))
    return found


def find_pairs(
    bodies: Sequence[str],
    *,
    parents: Sequence[int | None],
    lexicon: Lexicon,
    sections: Sequence[int] = (),
    prose: Sequence[tuple[int, str]] = (),
    progress: Progress | None = None,
) -> tuple[Pair, ...]:
    """Return the translations that the comments and the prose of a page hold, by sentences.

    ``parents[i]`` is the comment that comment i answers, ``sections[i]`` its section (empty: no
    sections are compared), ``prose`` the section and the words of each. Looked at are each post by
    itself, each reply with what it answers, the first posts of neighbouring sections, and the prose
    of a section by itself and with that of the next. The source is the side that comes first. What
    nothing translates is in no pair: every pair has both sides.
    Raises: Cancelled: somebody stopped it.
    """
    progress = progress or Progress()
    texts = [[Piece(index, body)] for index, body in enumerate(bodies)]
    leads: dict[int, list[Piece]] = {}
    for number, (section, words) in enumerate(prose):
        leads.setdefault(section, []).append(Piece(None, words, prose=number))
    finder = _Finder([*texts, *leads.values()], lexicon, progress)
    found: list[Pair] = []
    taken: set[int] = set()
    count = len(texts) + len(leads)
    for index in range(count):
        progress.check()
        pairs = finder.same_post(index)
        found += pairs
        if pairs:
            taken.add(index)
    neighbours = (
        (first, second, PairOrigin.SECTION) for first, second in pairwise(range(len(texts), count))
    )
    for first, second, origin in chain(_couples(parents, sections), neighbours):
        progress.check()
        if first not in taken and second not in taken:
            pairs = finder.across(first, second, origin)
            found += pairs
            if pairs:
                taken |= {second}
    return tuple(found)


def _couples(
    parents: Sequence[int | None], sections: Sequence[int]
) -> Iterator[tuple[int, int, PairOrigin]]:
    """Return the comments of which the second may translate the first."""
    for index, parent in enumerate(parents):
        if parent is not None:
            yield parent, index, PairOrigin.REPLY
    openers: dict[int, int] = {}
    for index, section in enumerate(sections):
        openers.setdefault(section, index)
    for before, after in pairwise(openers.values()):
        yield before, after, PairOrigin.SECTION
