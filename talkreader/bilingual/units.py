"""Sentences made comparable: what an English and what a Chinese one say, as weighted stems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from talkreader.bilingual.marks import joined

HINT_CREDIT = 0.7
"""How far a character that two words share says that one translates the other."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of Chinese text: its stems, how much it counts and how surely it says them."""

    name: str
    stems: frozenset[str]
    weight: float
    credit: float


@dataclass(slots=True)
class English:
    """What one or more English sentences say: the weight of each stem.

    ``marks``: see `marks.marks_of`; ``small``: see `function_words`.
    """

    size: float
    marks: int = 0
    small: int = 0
    stems: dict[str, float] = field(default_factory=dict)
    hints: dict[str, dict[str, float]] = field(default_factory=dict)
    characters: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Chinese:
    """What one or more Chinese sentences say; ``stems`` has the best credit of each stem."""

    size: float
    text: str
    marks: int = 0
    small: int = 0
    words: list[Word] = field(default_factory=list)
    stems: dict[str, float] = field(default_factory=dict)


def _together(kinds: Iterable[int]) -> int:
    return reduce(or_, kinds, 0)


def merged_english(units: Sequence[English]) -> English:
    """Return several English sentences as one."""
    if len(units) == 1:
        return units[0]
    merged = English(
        sum(unit.size for unit in units),
        joined([unit.marks for unit in units]),
        _together(unit.small for unit in units),
    )
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
        _together(unit.small for unit in units),
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
