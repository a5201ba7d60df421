"""Two texts of which one is the translation of the other: a page and a subpage, or two files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from talkreader.bilingual.find import pairs_from
from talkreader.bilingual.languages import CHINESE
from talkreader.bilingual.lexicon import Lexicon
from talkreader.bilingual.sides import (
    ENGLISH,
    HAN_CHARACTER,
    LATIN_WORD,
    Piece,
    aligned,
    whole,
    whole_bead,
)
from talkreader.bilingual.unit_maker import UnitMaker
from talkreader.domain.bilingual import Pair, PairOrigin
from talkreader.domain.progress import Progress


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, comment or prose of a page, in page order.

    ``key`` says what it is in both pages alike (a comment's name, a unit's number); "" for none.
    ``exact``: what has this key in the other text is the translation, whatever its words.
    """

    piece: Piece
    key: str = ""
    exact: bool = False


def align_texts(
    source: Sequence[Passage],
    target: Sequence[Passage],
    *,
    lexicon: Lexicon,
    origin: PairOrigin,
    progress: Progress | None = None,
) -> tuple[Pair, ...]:
    """Return the sentences of two texts that translate each other; every pair has both sides.

    Passages with the same key, once on either side, are aligned with each other only; the rest
    between them in order. Empty when both texts are in one language.
    Raises: Cancelled: somebody stopped it.
    """
    languages = _language(source), _language(target)
    if set(languages) != {ENGLISH, CHINESE}:
        return ()
    units = UnitMaker(lexicon)
    english_first = languages[0] == ENGLISH
    found: list[Pair] = []
    for left, right, exact in _stretches(source, target):
        english, chinese = (left, right) if english_first else (right, left)
        sides = whole(english, ENGLISH), whole(chinese, CHINESE)
        if sides[0] is not None and sides[1] is not None:
            beads = aligned(units, sides[0], sides[1], told=True, progress=progress)
            if exact and not beads:
                beads = [whole_bead(units, sides[0], sides[1])]
            found += pairs_from(beads, (sides[0], sides[1]), origin, english_first=english_first)
    return tuple(found)


def _language(passages: Sequence[Passage]) -> str:
    """Return what a text is written in for the most part; a Han character is most of a word."""
    han = sum(len(HAN_CHARACTER.findall(passage.piece.text)) for passage in passages)
    words = sum(len(LATIN_WORD.findall(passage.piece.text)) for passage in passages)
    return CHINESE if han > words else ENGLISH


def _stretches(
    source: Sequence[Passage], target: Sequence[Passage]
) -> list[tuple[list[Piece], list[Piece], bool]]:
    """Return what is aligned together: passages of one key, and what stands between them.

    The third says whether the key is proof enough.
    """
    counts = Counter(p.key for p in source), Counter(p.key for p in target)
    places = {p.key: number for number, p in enumerate(target)}
    exact = {p.key for p in source if p.exact and counts[0][p.key] == counts[1][p.key] == 1}
    found: list[tuple[list[Piece], list[Piece], bool]] = []
    waiting: list[Piece] = []
    at = 0
    for passage in source:
        key = passage.key
        there = places.get(key, -1)
        if key in exact and there < at:  # units may come in another order
            found.append(([passage.piece], [target[there].piece], True))
            continue
        if not key or counts[0][key] > 1 or counts[1][key] > 1 or there < at:
            waiting.append(passage.piece)
            continue
        found.append((waiting, [p.piece for p in target[at:there] if p.key not in exact], False))
        found.append(([passage.piece], [target[there].piece], passage.exact))
        waiting, at = [], there + 1
    found.append((waiting, [p.piece for p in target[at:] if p.key not in exact], False))
    return [stretch for stretch in found if stretch[0] and stretch[1]]
