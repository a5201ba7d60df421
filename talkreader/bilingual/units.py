"""Sentences made comparable: what an English and what a Chinese one say, as weighted stems."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from talkreader.bilingual.characters import HAN, fold
from talkreader.bilingual.lexicon import Lexicon
from talkreader.bilingual.lexicon_file import glosses
from talkreader.bilingual.marks import joined, marks_of
from talkreader.bilingual.script import mainland
from talkreader.bilingual.stems import STOP_WORDS, WORD, stem

_HAN_RUN = re.compile(f"[{HAN}]+")
_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s*月")
_MONTHS_TEXT = """
january february march april may june july august september october november december
"""
_MONTHS = _MONTHS_TEXT.split()
_UNKNOWN_WEIGHT = 0.6  # of a word that the dictionary has not: a name, a rare term
# A word that the dictionary does not give for the other one may still share a character with those
# that it gives: "verify" is 验证 and 核实 there, and 校验 here. Set on message catalogues.
_HINT_WORDS = 30
_HINT_SHARE = 0.15
HINT_CREDIT = 0.7
_HINT_STOP = frozenset("的不人一子大了有")
_ANCHOR_WEIGHT = 1.5  # of what both languages write alike: names, numbers, addresses


@dataclass(frozen=True, slots=True)
class Word:
    """A word of Chinese text: its stems, how much it counts and how surely it says them."""

    name: str
    stems: frozenset[str]
    weight: float
    credit: float


@dataclass(slots=True)
class English:
    """What one or more English sentences say: the weight of each stem."""

    size: float
    marks: int = 0
    stems: dict[str, float] = field(default_factory=dict)
    hints: dict[str, dict[str, float]] = field(default_factory=dict)
    characters: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Chinese:
    """What one or more Chinese sentences say; ``stems`` has the best credit of each stem."""

    size: float
    text: str
    marks: int = 0
    words: list[Word] = field(default_factory=list)
    stems: dict[str, float] = field(default_factory=dict)


class UnitMaker:
    """Makes units with one lexicon; words met before are not looked up again."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._scale = math.log(lexicon.size + 2)
        self._words: dict[str, Word | None] = {}
        self._weights: dict[str, float] = {}
        self._hints: dict[str, dict[str, float]] = {}

    def english(self, text: str) -> English:
        """Return the unit of an English sentence; ``size`` is in characters."""
        unit = English(float(len(text)), marks_of(text))
        for found in WORD.finditer(text):
            word = found.group()
            if word.lower().replace("’", "'") not in STOP_WORDS:
                name = stem(word)
                unit.stems[name] = self._weight(name)
                hints = self._hints_of(name)
                unit.hints[name] = hints
                for character, share in hints.items():
                    unit.characters[character] = max(share, unit.characters.get(character, 0.0))
        for name in _HAN_RUN.findall(text):
            unit.stems[fold(name)] = _ANCHOR_WEIGHT
        return unit

    def chinese(self, text: str) -> Chinese:
        """Return the unit of a Chinese sentence; ``size`` counts a Latin letter as a third."""
        folded = mainland(text)
        han = sum(map(len, _HAN_RUN.findall(folded)))
        unit = Chinese(han + (len(text) - han) / 3, folded, marks_of(text))
        for month in _MONTH.findall(folded):
            unit.words.append(Word(month, frozenset({stem(_MONTHS[int(month) - 1])}), 1.0, 1.0))
        for found in WORD.finditer(folded):
            if found.group().lower() not in STOP_WORDS:
                name = stem(found.group())
                unit.words.append(Word(name, frozenset({name}), _ANCHOR_WEIGHT, 1.0))
        for run in _HAN_RUN.findall(folded):
            unit.words += filter(None, map(self._word, self._lexicon.words(run)))
        for word in unit.words:
            for name in word.stems:
                unit.stems[name] = max(word.credit, unit.stems.get(name, 0.0))
        return unit

    def _hints_of(self, name: str) -> dict[str, float]:
        """Return the characters that keep coming back in the words for an English stem."""
        hints = self._hints.get(name)
        if hints is None:
            words = self._lexicon.words_for(name)[:_HINT_WORDS]
            counts = Counter(character for word in words for character in set(word))
            hints = self._hints[name] = {
                character: count / len(words)
                for character, count in counts.items()
                if count >= 2 and count >= _HINT_SHARE * len(words) and character not in _HINT_STOP
            }
        return hints

    def _weight(self, name: str) -> float:
        """Return how telling a stem is, 0 to 1: rare ones tell more."""
        weight = self._weights.get(name)
        if weight is None:
            count = self._lexicon.frequency(name)
            weight = 1 - math.log(count + 1) / self._scale if count else _UNKNOWN_WEIGHT
            self._weights[name] = weight
        return weight

    def _word(self, word: str) -> Word | None:
        """Return a Chinese word with the stems of its senses, None when they say nothing."""
        if word not in self._words:
            found = frozenset(
                name for sense in self._lexicon.senses(word) for name in glosses(sense)
            )
            # a word with many senses meets any English sentence somewhere, and so proves less
            width = len(found)
            importance = {1: 0.5, 2: 1.0}.get(len(word), 1.3)
            self._words[word] = (
                Word(word, found, importance / (1 + 0.06 * width), 1 / (1 + 0.04 * width))
                if found
                else None
            )
        return self._words[word]


def merged_english(units: Sequence[English]) -> English:
    """Return several English sentences as one."""
    if len(units) == 1:
        return units[0]
    merged = English(sum(unit.size for unit in units), joined([unit.marks for unit in units]))
    for unit in units:
        merged.stems.update(unit.stems)
        merged.hints.update(unit.hints)
        for character, share in unit.characters.items():
            merged.characters[character] = max(share, merged.characters.get(character, 0.0))
    return merged


def merged_chinese(units: Sequence[Chinese]) -> Chinese:
    """Return several Chinese sentences as one."""
    if len(units) == 1:
        return units[0]
    stems: dict[str, float] = {}
    for unit in units:
        for name, credit in unit.stems.items():
            stems[name] = max(credit, stems.get(name, 0.0))
    return Chinese(
        sum(unit.size for unit in units),
        "\n".join(unit.text for unit in units),
        joined([unit.marks for unit in units]),
        [word for unit in units for word in unit.words],
        stems,
    )


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of each side the other one says, 0 to 1.

    ``proofs`` counts, weighted, what they share by the dictionary: names and numbers that both
    languages write alike show what a text is about, not that it says the same.
    """

    english: float
    chinese: float
    proofs: float

    @property
    def mean(self) -> float:
        """Both directions in one figure."""
        return (self.english + self.chinese) / 2


def overlap(english: English, chinese: Chinese) -> Overlap:
    """Return how much an English and a Chinese unit say the same."""
    total = covered = proofs = 0.0
    for name, weight in english.stems.items():
        total += weight
        credit = chinese.stems.get(name)
        if credit is None and name[:1] > "\u2fff" and name in chinese.text:
            credit = 1.0
        if credit is not None:
            covered += weight * credit
            if credit < 1:
                proofs += weight * credit
        elif hints := english.hints.get(name):
            covered += (
                weight
                * HINT_CREDIT
                * max(
                    (share for character, share in hints.items() if character in chinese.text),
                    default=0.0,
                )
            )
    all_words = said = 0.0
    keys = english.stems.keys()
    for word in chinese.words:
        all_words += word.weight
        if not word.stems.isdisjoint(keys):
            said += word.weight
        else:
            said += (
                word.weight
                * HINT_CREDIT
                * max(
                    (english.characters.get(character, 0.0) for character in word.name), default=0.0
                )
            )
    return Overlap(
        covered / total if total else 0.0, said / all_words if all_words else 0.0, proofs
    )
