"""What is odd about a machine's words."""

from __future__ import annotations

import re
from collections import Counter

from talkreader.bilingual.characters import HAN
from talkreader.domain.machine import DraftFlag

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(f"[{HAN}]|[^\\W\\d_{HAN}]+")
_RUN = 3  # words in a row that are the same again
_TIMES = 4
_LETTERS_OF_HAN = 3.0  # an English text has about so many letters for a Chinese character
_SHORT = 12  # letters: too few to say anything about their number
_RATIO = 3.0


def flags_of(source: str, target: str) -> tuple[DraftFlag, ...]:
    """Return what a reader should know of a translation, in the order of `DraftFlag`."""
    if not target.strip():
        return (DraftFlag.EMPTY,) if source.strip() else ()
    checks = {
        DraftFlag.REPETITION: _repeats(source, target),
        DraftFlag.LOST_NUMBER: bool(_numbers(source) - _numbers(target)),
        DraftFlag.ODD_LENGTH: _odd_length(source, target),
        DraftFlag.UNTRANSLATED: _untranslated(source, target),
    }
    return tuple(flag for flag, found in checks.items() if found)


def _numbers(text: str) -> Counter[str]:
    """Return the numbers of a text; thousands are written in more than one way."""
    return Counter(re.sub(r"[.,]", "", number) for number in _NUMBER.findall(text))


def _repeats(source: str, target: str) -> bool:
    """Say whether words come again and again in a row, more often than in the source."""
    return _loops(target) >= max(_TIMES, _loops(source) + 1)


def _loops(text: str) -> int:
    """Return how often the same one to three words follow each other, at the most."""
    words = [word.casefold() for word in _WORD.findall(text)]
    most = 1
    for size in range(1, _RUN + 1):
        times = 1
        for at in range(size, len(words)):
            same = words[at] == words[at - size]
            times = times + 1 if same else 1
            # a run of k equal words at distance `size` is k / size + 1 copies
            most = max(most, (times - 1) // size + 1)
    return most


def _odd_length(source: str, target: str) -> bool:
    one, other = _size(source), _size(target)
    if max(one, other) < _SHORT:
        return False
    return max(one, other) > _RATIO * max(min(one, other), 1.0)


def _size(text: str) -> float:
    """Return the length of a text in Latin letters."""
    han = len(_HAN.findall(text))
    return han * _LETTERS_OF_HAN + len(re.sub(r"\s", "", text)) - han


def _untranslated(source: str, target: str) -> bool:
    """Say whether the words came back as they went; names alone are no words."""
    return source.split() == target.split() and len(_WORD.findall(source)) > 2
