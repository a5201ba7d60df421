"""What a translation memory offers for a text: the same words, or nearly the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from talkreader.bilingual.characters import HAN, fold
from talkreader.domain.body import Span
from talkreader.domain.translation import Recalled, Translation

LEAST = 0.6
"""The score below which a unit helps nobody: half of its words would have to be written anew."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_TOKEN = re.compile(f"[{HAN}]|[^\\W_{HAN}]+|[^\\w\\s]")


class TranslationMemory:
    """Units made ready for comparing: once for many texts."""

    def __init__(self, units: Iterable[Translation]) -> None:
        self._units = [(unit, [token for token, _span in _tokens(unit.source)]) for unit in units]

    def recall(self, text: str, limit: int = 5, least: float = LEAST) -> list[Recalled]:
        """Return the units that fit a text, the best first; of equals the newest.

        Words and Chinese characters are compared, in either script. 1.0 is for the same words only.
        """
        from rapidfuzz.distance import Indel

        tokens = _tokens(text)
        words = [token for token, _span in tokens]
        found: list[tuple[float, Translation, list[str]]] = []
        for unit, others in self._units if words else ():
            both = len(words) + len(others)
            # they can have no more in common than the shorter has
            if not others or 2 * min(len(words), len(others)) < least * both:
                continue
            score = Indel.normalized_similarity(words, others, score_cutoff=least)
            if score >= least:
                found.append((score, unit, others))
        found.sort(key=lambda each: (each[0], each[1].modified), reverse=True)
        return [
            _recalled(text, tokens, others, unit, score) for score, unit, others in found[:limit]
        ]


def _recalled(
    text: str, tokens: list[tuple[str, Span]], others: list[str], unit: Translation, score: float
) -> Recalled:
    from rapidfuzz.distance import Indel

    theirs = _tokens(unit.source)
    edits = Indel.opcodes([token for token, _span in tokens], others)
    changed = [
        Span(tokens[edit.src_start][1].start, tokens[edit.src_end - 1][1].end)
        for edit in edits
        if edit.tag != "equal" and edit.src_end > edit.src_start
    ]
    instead = [
        Span(theirs[edit.dest_start][1].start, theirs[edit.dest_end - 1][1].end)
        for edit in edits
        if edit.tag != "equal" and edit.dest_end > edit.dest_start
    ]
    differ = Counter(_NUMBER.findall(text)) != Counter(_NUMBER.findall(unit.source))
    return Recalled(unit, score, tuple(changed), differ, tuple(instead))


def _tokens(text: str) -> list[tuple[str, Span]]:
    """Return words, Chinese characters and signs, folded, with their places."""
    return [
        (fold(found.group()).casefold(), Span(found.start(), found.end()))
        for found in _TOKEN.finditer(text)
    ]
