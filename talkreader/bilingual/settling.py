"""Pairs as the person has them: decisions replayed, own translations, the memory's offers.

The person's word goes first, then what the archive holds, then the memory. A decision whose words
are not on the page any more changes nothing and is not lost: it is tried again next time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from talkreader.bilingual.characters import fold
from talkreader.bilingual.languages import CHINESE
from talkreader.bilingual.recall import TranslationMemory
from talkreader.bilingual.refinding import place_in
from talkreader.bilingual.sides import ENGLISH, sentences_of
from talkreader.domain.bilingual import Pair, PairOrigin, Segment
from talkreader.domain.correction import Correction, CorrectionKind
from talkreader.domain.thread import Comment
from talkreader.domain.translation import Recalled, Translation

_OFFERED = 0.75
"""The score below which a memory's unit is not shown in the page; in the editor it still is."""

_MOST_COMPARED = 2_000_000
"""Sentences times units that are compared, some seconds; after that only equal ones are offered."""


def settle(
    comments: Sequence[Comment],
    found: Sequence[Pair],
    decisions: Iterable[Correction],
    units: Iterable[Translation] = (),
) -> tuple[Pair, ...]:
    """Return the pairs of a page after the person's decisions, in the order of the sources.

    ``units`` are the person's own translations of words of this page; they and the pairs of
    decisions have the origin PERSON.
    """
    places = _Places(comments)
    steps: list[tuple[datetime, Correction | Translation]] = [
        *((decision.created, decision) for decision in decisions),
        *((unit.modified, unit) for unit in units),
    ]
    pairs = list(found)
    for _when, step in sorted(steps, key=lambda step: step[0]):
        spoken = _spoken_of(step, places)
        if spoken is None:
            continue
        source, other = spoken
        sides = [side for side in spoken if side is not None and side.comment is not None]
        pairs = [pair for pair in pairs if not any(_speaks_of(pair, side) for side in sides)]
        if other is not None:
            pairs.append(Pair(source, other, PairOrigin.PERSON, 1.0))
    return tuple(sorted(pairs, key=_order))


def _spoken_of(
    step: Correction | Translation, places: _Places
) -> tuple[Segment, Segment | None] | None:
    """Return the words that a step is about and what translates them; None: they are not here."""
    if isinstance(step, Translation):
        source = places.find(step.comment, step.occurrence, step.start, step.end, step.source)
        if source is None or source.text != step.source:  # of other words the memory offers it
            return None
        target = Segment(None, 0, len(step.target), step.target_language, step.target)
        return _with_language(source, step.source_language), target
    source = places.of(step.data)
    if source is None or step.kind is CorrectionKind.UNPAIR:
        return None if source is None else (source, None)
    other = places.of(step.data.get("other") or {})
    return None if other is None else (source, other)


def recalled_pairs(
    comments: Sequence[Comment], found: Sequence[Pair], units: Iterable[Translation]
) -> tuple[Pair, ...]:
    """Return what the memory offers for the sentences that no pair speaks of."""
    units = tuple(units)
    exact = {_plain(unit.source): unit for unit in sorted(units, key=lambda unit: unit.modified)}
    memory = TranslationMemory(units)
    compared = 0
    taken: dict[int, list[Segment]] = {}
    for pair in found:
        for side in (pair.source, pair.target):
            if side is not None and side.comment is not None:
                taken.setdefault(side.comment, []).append(side)
    offers = []
    for comment in comments:
        text = comment.body.text
        busy = taken.get(comment.index, ())
        for run in sentences_of(text):
            if any(side.start < run.end and run.start < side.end for side in busy):
                continue
            words = text[run.start : run.end]
            same = exact.get(_plain(words))
            best = [Recalled(same, 1.0)] if same is not None else []
            if not best and compared < _MOST_COMPARED:
                compared += len(units)
                best = memory.recall(words, limit=1, least=_OFFERED)
            if best and _family(best[0].unit.source_language) == _family(run.language):
                unit = best[0].unit
                offers.append(
                    Pair(
                        Segment(comment.index, run.start, run.end, run.language, words),
                        Segment(None, 0, len(unit.target), unit.target_language, unit.target),
                        PairOrigin.MEMORY,
                        round(best[0].score, 3),
                    )
                )
    return tuple(offers)


def place_of(comments: Sequence[Comment], segment: Segment) -> dict[str, Any] | None:
    """Return a segment as `Correction.data` names it; None when it stands on no comment."""
    if segment.comment is None:
        return None
    name, occurrence = _Places(comments).name(segment.comment)
    return {
        "comment": name,
        "occurrence": occurrence,
        "start": segment.start,
        "end": segment.end,
        "quote": segment.text,
        "language": segment.language,
    }


def decision_of(comments: Sequence[Comment], pair: Pair) -> dict[str, Any] | None:
    """Return what a PAIR decision says of two segments; None unless both stand on comments."""
    if pair.source is None or pair.target is None:
        return None
    source, other = place_of(comments, pair.source), place_of(comments, pair.target)
    return None if source is None or other is None else {**source, "other": other}


class _Places:
    """Finds the words that a decision speaks of on the page as it is now."""

    def __init__(self, comments: Sequence[Comment]) -> None:
        self._comments = comments
        self._index: dict[tuple[str, int], int] = {}
        self._names: dict[int, tuple[str, int]] = {}
        counts: Counter[str] = Counter()
        for comment in comments:
            named = comment.name, counts[comment.name]
            self._index[named] = comment.index
            self._names[comment.index] = named
            counts[comment.name] += 1

    def name(self, comment: int) -> tuple[str, int]:
        return self._names[comment]

    def of(self, data: Mapping[str, Any]) -> Segment | None:
        found = self.find(
            str(data.get("comment") or ""),
            int(data.get("occurrence") or 0),
            int(data.get("start") or 0),
            int(data.get("end") or 0),
            str(data.get("quote") or ""),
        )
        return found and _with_language(found, str(data.get("language") or ""))

    def find(self, name: str, occurrence: int, start: int, end: int, quote: str) -> Segment | None:
        """Return the words at their place, or where they stand now, changed a little or not."""
        index = self._index.get((name, occurrence), self._index.get((name, 0)))
        if index is None or not quote.strip():
            return None
        text = self._comments[index].body.text
        place = place_in(text, start, end, quote)
        if place is None:
            return None
        return Segment(index, place.start, place.end, "", text[place.start : place.end])


def _with_language(segment: Segment, language: str) -> Segment:
    return Segment(segment.comment, segment.start, segment.end, language, segment.text)


def _speaks_of(pair: Pair, words: Segment) -> bool:
    """Return True when one of the pair's sides has some of these words."""
    return any(
        side is not None
        and side.comment == words.comment
        and side.start < words.end
        and words.start < side.end
        for side in (pair.source, pair.target)
    )


def _plain(text: str) -> str:
    return fold(" ".join(text.split())).casefold()


def _family(language: str) -> str:
    return CHINESE if language.startswith(CHINESE) else ENGLISH if language == ENGLISH else language


def _order(pair: Pair) -> tuple[int, int]:
    side = pair.source or pair.target
    if side is None or side.comment is None:
        return -1, 0
    return side.comment, side.start
