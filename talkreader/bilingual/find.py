"""Where an archive already holds translations: in the same post, in a reply, in a section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from talkreader.bilingual.align import Aligner, Bead
from talkreader.bilingual.characters import HAN
from talkreader.bilingual.languages import CHINESE, LanguageRun, labelled
from talkreader.bilingual.lexicon import Lexicon
from talkreader.bilingual.sentences import BREAK, is_addressee
from talkreader.bilingual.units import UnitMaker
from talkreader.domain.bilingual import Pair, PairOrigin, Segment

_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_LEADER = re.compile(r"[\s*•·‣◦#:;\-–—]*")

# Set on 2,100 sentences of message catalogues against other sentences of the same catalogue, and on
# answers that use the question's own words: those reach a mean of .5, but not from both sides.
_LEAST_OF_BEAD = 0.15
_LEAST_COVERED = 0.6
_LEAST_PROOFS = 1.6


@dataclass(frozen=True, slots=True)
class _Bar:
    """What the beads must reach: the mean overlap, the lower of both sides, the part covered."""

    mean: float
    side: float
    covered: float


_FEW = 3
_FAR = 4  # sentences that nothing translates between two that something does
_BAR_OF_FEW = _Bar(0.47, 0.42, 0.7)
_BAR_OF_PART = _Bar(0.47, 0.36, 0.0)  # most of one side, but less than .4 of the other
_BAR = _Bar(0.39, 0.31, 0.4)
_LEAST_HAN = 4
_LEAST_WORDS = 3


@dataclass(frozen=True, slots=True)
class _Side:
    """Sentences of one language in one comment."""

    comment: int
    text: str
    sentences: tuple[LanguageRun, ...]

    @property
    def start(self) -> int:
        return self.sentences[0].start

    def breaks(self) -> frozenset[int]:
        """Return the indices of sentences with a line break or another text before them."""
        return frozenset(
            index + 1
            for index, (before, after) in enumerate(pairwise(self.sentences))
            if BREAK.search(gap := self.text[before.end : after.start])
            or not _LEADER.fullmatch(gap)
        )

    def segment(self, first: int, last: int) -> Segment:
        """Return the sentences ``first`` to ``last`` (not included) as one segment."""
        start, end = self.sentences[first].start, self.sentences[last - 1].end
        language = self.sentences[first].language
        return Segment(self.comment, start, end, language, self.text[start:end])


class _Finder:
    """Looks for translations among the comments of one page."""

    def __init__(self, bodies: Sequence[str], lexicon: Lexicon) -> None:
        self._bodies = bodies
        self._units = UnitMaker(lexicon)
        self._sizes = [(len(_HAN.findall(b)), len(_LATIN.findall(b))) for b in bodies]
        self._sentences: dict[int, tuple[LanguageRun, ...]] = {}

    def same_post(self, index: int) -> Iterator[Pair]:
        """Return the pairs within one comment."""
        han, words = self._sizes[index]
        if han < _LEAST_HAN or words < _LEAST_WORDS:
            return
        english = self._side(index, ("en",))
        scripts = {run.language for run in self._labelled(index) if run.language != "en"}
        chinese: list[tuple[str, ...]] = [("zh-hans",), ("zh-hant",)]
        if not scripts.issuperset({"zh-hans", "zh-hant"}):
            chinese = [("zh-hans", "zh-hant", CHINESE)]
        for languages in chinese:
            other = self._side(index, languages)
            if english and other:
                yield from self._pairs(english, other, PairOrigin.SAME_POST)

    def across(self, first: int, second: int, origin: PairOrigin) -> list[Pair]:
        """Return the pairs of two comments, one English and one Chinese, of like length."""
        kinds = self._kind(first), self._kind(second)
        if set(kinds) != {"en", CHINESE}:
            return []
        english, chinese = (first, second) if kinds[0] == "en" else (second, first)
        words, han = self._sizes[english][1], self._sizes[chinese][0]
        if not 0.5 <= han / words <= 6:
            return []
        sides = self._side(english, ("en",)), self._side(chinese, ("zh-hans", "zh-hant", CHINESE))
        if sides[0] is None or sides[1] is None:
            return []
        return self._pairs(sides[0], sides[1], origin, source=first)

    def _kind(self, index: int) -> str:
        """Return "en" or "zh" for a comment that is clearly in one language, else ""."""
        han, words = self._sizes[index]
        if words >= _LEAST_WORDS and han * 4 < words:
            return "en"
        return CHINESE if han >= _LEAST_HAN and words * 4 < han else ""

    def _labelled(self, index: int) -> tuple[LanguageRun, ...]:
        found = self._sentences.get(index)
        if found is None:
            text = self._bodies[index]
            found = tuple(
                run for run in labelled(text) if not is_addressee(text[run.start : run.end])
            )
            self._sentences[index] = found
        return found

    def _side(self, index: int, languages: tuple[str, ...]) -> _Side | None:
        runs = tuple(run for run in self._labelled(index) if run.language in languages)
        return _Side(index, self._bodies[index], runs) if runs else None

    def _pairs(
        self, english: _Side, chinese: _Side, origin: PairOrigin, source: int | None = None
    ) -> list[Pair]:
        english_units = [
            self._units.english(english.text[run.start : run.end]) for run in english.sentences
        ]
        chinese_units = [
            self._units.chinese(chinese.text[run.start : run.end]) for run in chinese.sentences
        ]
        aligner = Aligner(english_units, chinese_units, english.breaks(), chinese.breaks())
        beads = [bead for bead in aligner.beads() if bead.overlap.mean >= _LEAST_OF_BEAD]
        covered = (
            _share([unit.size for unit in english_units], [(b.e0, b.e1) for b in beads]),
            _share([unit.size for unit in chinese_units], [(b.c0, b.c1) for b in beads]),
        )
        beads = [
            bead
            for group in _neighbourhoods(beads)
            if _is_translation(group, covered)
            for bead in group
        ]
        english_first = (
            english.start < chinese.start if source is None else source == english.comment
        )
        pairs = []
        for bead in beads:
            sides = english.segment(bead.e0, bead.e1), chinese.segment(bead.c0, bead.c1)
            first, second = sides if english_first else sides[::-1]
            pairs.append(Pair(first, second, origin, round(min(1.0, bead.overlap.mean), 3)))
        return pairs


def _share(sizes: list[float], ranges: list[tuple[int, int]]) -> float:
    """Return the part of a side that is in beads, 0 to 1."""
    return sum(sum(sizes[start:end]) for start, end in ranges) / max(sum(sizes), 1.0)


def _neighbourhoods(beads: list[Bead]) -> list[list[Bead]]:
    """Return the beads in groups: far from the others, one needs proofs of its own."""
    groups: list[list[Bead]] = []
    for bead in beads:
        before = groups[-1][-1] if groups else None
        if before and max(bead.e0 - before.e1, bead.c0 - before.c1) <= _FAR:
            groups[-1].append(bead)
        else:
            groups.append([bead])
    return groups


def _is_translation(beads: list[Bead], covered: tuple[float, float]) -> bool:
    """Return True when the beads show a translation, not an answer on the same matter.

    One of the sides must be translated for the greater part, and both directions must hold: an
    answer takes up some words of the question, but it does not say all of it.
    """
    mass = sum(bead.mass for bead in beads)
    if not beads or max(covered) < _LEAST_COVERED:
        return False
    english = sum(bead.overlap.english * bead.mass for bead in beads) / mass
    chinese = sum(bead.overlap.chinese * bead.mass for bead in beads) / mass
    bar = _BAR if min(covered) >= _BAR.covered else _BAR_OF_PART
    if len(beads) <= _FEW:
        bar = _BAR_OF_FEW
    return (
        min(covered) >= bar.covered
        and (english + chinese) / 2 >= bar.mean
        and min(english, chinese) >= bar.side
        and sum(bead.overlap.proofs for bead in beads) >= _LEAST_PROOFS
    )


def find_pairs(
    bodies: Sequence[str],
    *,
    parents: Sequence[int | None],
    lexicon: Lexicon,
    sections: Sequence[int] = (),
) -> tuple[Pair, ...]:
    """Return the translations that the comments of a page hold, sentence by sentence.

    ``parents[i]`` is the comment that comment i answers, ``sections[i]`` its section (empty: no
    sections are compared). Looked at are each post by itself, each reply with what it answers, and
    the first posts of neighbouring sections. The source is the side that comes first. What
    nothing translates is in no pair: every pair has both sides.
    """
    finder = _Finder(bodies, lexicon)
    found: list[Pair] = []
    taken: set[int] = set()
    for index in range(len(bodies)):
        pairs = list(finder.same_post(index))
        found += pairs
        if pairs:
            taken.add(index)
    for first, second, origin in _couples(parents, sections):
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
