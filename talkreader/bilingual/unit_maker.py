"""What is known of the words of sentences, by the dictionary and the glossary of wiki words."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from talkreader.bilingual import function_words
from talkreader.bilingual.characters import HAN, fold
from talkreader.bilingual.glossary import own_terms
from talkreader.bilingual.lexicon import Lexicon
from talkreader.bilingual.lexicon_file import glosses
from talkreader.bilingual.marks import marks_of
from talkreader.bilingual.script import mainland
from talkreader.bilingual.stems import PREFIXES, STOP_WORDS, WORD, stem, stems
from talkreader.bilingual.units import Chinese, English, Word

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
_HINT_STOP = frozenset("的不人一子大了有")
_ANCHOR_WEIGHT = 1.5  # of what both languages write alike: names, numbers, addresses
_LEAST_PART = 3  # letters of a compound's part


class UnitMaker:
    """Makes units with one lexicon; words met before are not looked up again."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._scale = math.log(lexicon.size + 2)
        self._terms, self._terms_at = _wiki_words()
        self._words: dict[str, Word | None] = {}
        self._weights: dict[str, float] = {}
        self._parts: dict[str, list[str]] = {}
        self._hints: dict[str, dict[str, float]] = {}

    def english(self, text: str) -> English:
        """Return the unit of an English sentence; ``size`` is in characters."""
        unit = English(float(len(text)), marks_of(text), function_words.of_english(text))
        for found in WORD.finditer(text):
            word = found.group()
            if word.lower().replace("’", "'") not in STOP_WORDS:
                for name in self._names(word, first=not found.start()):
                    self._tell(unit, name)
        for name in _HAN_RUN.findall(text):
            unit.stems[fold(name)] = _ANCHOR_WEIGHT
        return unit

    def _tell(self, unit: English, name: str) -> None:
        unit.stems[name] = self._weight(name)
        unit.hints[name] = hints = self._hints_of(name)
        for character, share in hints.items():
            unit.characters[character] = max(share, unit.characters.get(character, 0.0))

    def chinese(self, text: str) -> Chinese:
        """Return the unit of a Chinese sentence; ``size`` counts a Latin letter as a third."""
        folded = mainland(text)
        han = sum(map(len, _HAN_RUN.findall(folded)))
        size = han + (len(text) - han) / 3
        unit = Chinese(size, folded, marks_of(text), function_words.of_chinese(folded))
        for month in _MONTH.findall(folded):
            unit.words.append(Word(month, frozenset({stem(_MONTHS[int(month) - 1])}), 1.0, 1.0))
        for found in WORD.finditer(folded):
            if found.group().lower() not in STOP_WORDS:
                for name in self._names(found.group(), first=not found.start()):
                    unit.words.append(Word(name, frozenset({name}), _ANCHOR_WEIGHT, 1.0))
        for run in _HAN_RUN.findall(folded):
            unit.words += filter(None, map(self._word, self._cut(run)))
        for word in unit.words:
            for name in word.stems:
                unit.stems[name] = max(word.credit, unit.stems.get(name, 0.0))
        return unit

    def _cut(self, run: str) -> Iterator[str]:
        """Yield the words of a stretch of Chinese, those of wikis before any others."""
        begin = at = 0
        while at < len(run):
            terms = self._terms_at.get(run[at], ())
            term = next((term for term in terms if run.startswith(term, at)), "")
            if term:
                yield from self._lexicon.words(run[begin:at])
                yield term
                begin = at + len(term)
            at += len(term) or 1
        yield from self._lexicon.words(run[begin:])

    def _names(self, word: str, *, first: bool) -> list[str]:
        """Return the stem of a word, or those of its parts if the dictionary has only these.

        A word with a capital inside of a sentence is a name, which has no parts.
        """
        name = stem(word)
        if self._lexicon.frequency(name) or not word.isalpha() or not (first or word.islower()):
            return [name]
        parts = self._parts.get(name)
        if parts is None:
            parts = self._parts[name] = self._parts_of(word.lower()) or [name]
        return parts

    def _parts_of(self, word: str) -> list[str]:
        """Return the stems of a compound ("timezone"), or of what stands behind a prefix."""
        known = self._lexicon.frequency
        for prefix in PREFIXES:
            rest = word.removeprefix(prefix)
            if _LEAST_PART < len(rest) < len(word) and known(stem(rest)):
                return [stem(rest)]
        for at in range(len(word) - _LEAST_PART, _LEAST_PART - 1, -1):
            both = stem(word[:at]), stem(word[at:])
            if all(map(known, both)):
                return list(both)
        return []

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
            found = self._terms.get(word, frozenset()).union(
                *(glosses(sense) for sense in self._lexicon.senses(word))
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


@lru_cache(maxsize=1)
def _wiki_words() -> tuple[dict[str, frozenset[str]], dict[str, list[str]]]:
    """Return the stems of our glossary's Chinese words, and those that begin with a character.

    The longest come first.
    """
    meanings: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for term in own_terms():
        for name in (term.simplified, term.traditional):
            if _HAN_RUN.fullmatch(name):
                meanings[fold(name)] |= frozenset(stems(term.english))
    beginning: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(meanings, key=len, reverse=True):
        beginning[name[0]].append(name)
    return dict(meanings), dict(beginning)
