"""Pairs as the person has them: decisions replayed, own translations, the memory's offers.

The person's word goes first, then what the archive holds, then the memory. A decision whose words
are not on the page any more changes nothing and is not lost: it is tried again next time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from talkreader.bilingual.characters import fold
from talkreader.bilingual.languages import CHINESE
from talkreader.bilingual.places import Places, Texts, bodies_of
from talkreader.bilingual.recall import TranslationMemory
from talkreader.bilingual.sides import ENGLISH, sentences_of
from talkreader.domain.bilingual import Pair, PairOrigin, Segment
from talkreader.domain.correction import Correction, CorrectionKind
from talkreader.domain.machine import DraftFlag
from talkreader.domain.translation import Recalled, Translation

_OFFERED = 0.75
"""The score below which a memory's unit is not shown in the page; in the editor it still is."""

_MOST_COMPARED = 2_000_000
"""Sentences times units that are compared, some seconds; after that only equal ones are offered."""


def settle(
    page: Texts,
    found: Sequence[Pair],
    decisions: Iterable[Correction],
    units: Iterable[Translation] = (),
) -> tuple[Pair, ...]:
    """Return the pairs of a page after the person's decisions, in the order of the sources.

    ``units`` are the person's own translations of words of this page; they and the pairs of
    decisions have the origin PERSON.
    """
    places = Places(page)
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
        sides = [side for side in spoken if side is not None and _is_here(side)]
        pairs = [pair for pair in pairs if not any(_speaks_of(pair, side) for side in sides)]
        if other is not None:
            pairs.append(Pair(source, other, PairOrigin.PERSON, 1.0))
    return tuple(sorted(pairs, key=_order))


def _spoken_of(
    step: Correction | Translation, places: Places
) -> tuple[Segment, Segment | None] | None:
    """Return the words that a step is about and what translates them; None: they are not here."""
    if isinstance(step, Translation):
        source = places.find(
            *(step.comment, step.occurrence, step.start, step.end),
            *(step.source, step.source_language),
        )
        if source is None or source.text != step.source:  # of other words the memory offers it
            return None
        target = Segment(None, 0, len(step.target), step.target_language, step.target)
        return source, target
    source = places.of(step.data)
    if source is None or step.kind is CorrectionKind.UNPAIR:
        return None if source is None else (source, None)
    other = places.of(step.data.get("other") or {})
    return None if other is None else (source, other)


def recalled_pairs(
    page: Texts, found: Sequence[Pair], units: Iterable[Translation]
) -> tuple[Pair, ...]:
    """Return what the memory offers for the sentences that no pair speaks of."""
    units = tuple(units)
    exact = {_plain(unit.source): unit for unit in sorted(units, key=lambda unit: unit.modified)}
    memory = TranslationMemory(units)
    compared = 0
    taken: dict[int, list[Segment]] = {}
    for pair in found:
        for side in (pair.source, pair.target):
            if side is not None and side.key is not None:
                taken.setdefault(side.key, []).append(side)
    offers = []
    for key, body in bodies_of(page):
        text, busy = body.text, taken.get(key, ())
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
                        Segment.keyed(key, run.start, run.end, run.language, words),
                        Segment(None, 0, len(unit.target), unit.target_language, unit.target),
                        PairOrigin.MEMORY,
                        round(best[0].score, 3),
                        flags=(DraftFlag.LOST_NUMBER,) if best[0].numbers_differ else (),
                    )
                )
    return tuple(offers)


def _is_here(side: Segment) -> bool:
    return side.key is not None or side.section is not None


def _speaks_of(pair: Pair, words: Segment) -> bool:
    """Return True when one of the pair's sides has some of these words."""
    return any(
        side is not None
        and (side.key, side.section) == (words.key, words.section)
        and side.start < words.end
        and words.start < side.end
        for side in (pair.source, pair.target)
    )


def _plain(text: str) -> str:
    return fold(" ".join(text.split())).casefold()


def _family(language: str) -> str:
    return CHINESE if language.startswith(CHINESE) else ENGLISH if language == ENGLISH else language


def _order(pair: Pair) -> tuple[bool, int, int]:
    """Order pairs by comments, then by prose, and by their words; what is not here comes first."""
    side = pair.source or pair.target
    key = None if side is None else side.key
    if side is None or key is None:
        return False, -1, 0
    return key < 0, abs(key), side.start
