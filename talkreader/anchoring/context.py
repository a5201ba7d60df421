"""A quote with its context, folded, and how well a place of a body agrees with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from talkreader.anchoring.describe import CONTEXT
from talkreader.anchoring.normalise import Folded, Normaliser, weight
from talkreader.domain.note import Target

EDGE = "\0\0\0\0"
"""Stands for the beginning and the end of a body, and counts as four letters.

A context shorter than 32 characters reached the edge, and a place at the edge agrees with it. No
folded text has this character.
"""

_SLIPS = (0, -12, -8, -4, 4, 8, 12)  # characters: about a word or two
_FLOW = 12  # characters beside a quote that belong to its own sentence
_ALIKE_BUT_NUMBERS = 0.6  # unrelated English sentences are about 0.2 alike
_ADDRESS = 8  # characters: the number of a footnote is another one after each edit
# of ASCII: in Chinese no space parts words
_JOINED_BEFORE = re.compile(r"[!-~]*\Z")
_JOINED_AFTER = re.compile(r"\A[!-~]*")
_STOPS = frozenset(".!?\n。！？")


class BodyText:
    """A comment's text and its folded forms, each made when it is first needed."""

    def __init__(self, text: str, normaliser: Normaliser) -> None:
        self.text = text
        self._normaliser = normaliser
        self._forms: dict[bool, Folded] = {}

    def folded(self, *, script: bool) -> Folded:
        """Return the text folded, with ``script`` into Simplified characters as well."""
        if script not in self._forms:
            self._forms[script] = self._normaliser.fold(self.text, script=script)
        return self._forms[script]


@dataclass(frozen=True, slots=True)
class Quote:
    """A target's quote, folded; ``before`` and ``after`` end in `EDGE` where the body did.

    ``flows_in``, ``flows_out``: the quote's sentence began well before it, goes on well after it.
    ``own_before``, ``own_after``: the weight of that sentence beside the quote, as far as it is
    known. ``joined_before``, ``joined_after``: what no space parts from the quote, as the rest of
    an address.
    """

    text: str
    before: str
    after: str
    flows_in: bool
    flows_out: bool
    own_before: int = 0
    own_after: int = 0
    joined_before: str = ""
    joined_after: str = ""

    @classmethod
    def of(cls, target: Target, normaliser: Normaliser, *, script: bool) -> Quote:
        """Return the folded quote of a target."""
        exact, prefix, suffix = (
            normaliser.fold(part, script=script).text
            for part in (target.exact, target.prefix, target.suffix)
        )
        before = prefix if len(target.prefix) >= CONTEXT else EDGE + prefix
        after = suffix if len(target.suffix) >= CONTEXT else suffix + EDGE
        return cls(
            exact,
            before,
            after,
            flows_in=_same_sentence(target.prefix[-_FLOW:]),
            flows_out=_same_sentence(target.suffix[:_FLOW]),
            own_before=weight(normaliser.fold(_tail(target.prefix), script=script).text),
            own_after=weight(normaliser.fold(_head(target.suffix), script=script).text),
            joined_before=_JOINED_BEFORE.findall(target.prefix)[0],
            joined_after=_JOINED_AFTER.findall(target.suffix)[0],
        )

    @property
    def old_body(self) -> str | None:
        """The folded comment as it was, where the context reached both its ends; else None."""
        if self.before.startswith(EDGE) and self.after.endswith(EDGE):
            return self.before[len(EDGE) :] + self.text + self.after[: -len(EDGE)]
        return None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well the surroundings of a place agree with a quote's.

    ``left``, ``right``: the weight of the equal text that touches the place on that side.
    ``context``: 0 to 1, how similar both sides are altogether; 1 when equal. ``left_like`` and
    ``right_like`` are the same of each side. ``numbered``: a side is alike but for its numbers, as
    beside another entry of a list.
    """

    left: int
    right: int
    context: float
    left_like: float = 0.0
    right_like: float = 0.0
    numbered: bool = False

    @property
    def run(self) -> int:
        """The weight of the unbroken run of equal text around (not in) the place."""
        return self.left + self.right


def unbroken(quote: Quote, padded: str, start: int, end: int) -> tuple[int, int]:
    """Return the weight of the equal text that touches the place on its left and right."""
    before = _common(quote.before[::-1], padded[max(0, start - len(quote.before)) : start][::-1])
    after = _common(quote.after, padded[end : end + len(quote.after)])
    return weight(quote.before[len(quote.before) - before :]), weight(quote.after[:after])


def agreement(quote: Quote, padded: str, start: int, end: int) -> Agreement:
    """Return how the place's surroundings agree; offsets into the padded folded body."""
    touching = unbroken(quote, padded, start, end)
    size = len(quote.before) + len(quote.after)
    if not size:
        return Agreement(*touching, 0.0)
    before = padded[max(0, start - len(quote.before)) : start]
    after = padded[end : end + len(quote.after)]
    wide = padded[max(0, start - len(quote.before) - max(_SLIPS)) : start]
    left = _similarity(quote.before[::-1], before[::-1], wide[::-1])
    right = _similarity(quote.after, after, padded[end : end + len(quote.after) + max(_SLIPS)])
    context = (left * len(quote.before) + right * len(quote.after)) / size
    numbered = _is_numbered(quote.before, before) or _is_numbered(quote.after, after)
    return Agreement(*touching, context, left, right, numbered)


def similarity(first: str, second: str) -> float:
    """Return 1 for equal texts, 0 for texts with nothing in common (Levenshtein, normalised)."""
    if first == second:
        return 1.0
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(first, second)


def _similarity(wanted: str, there: str, wide: str) -> float:
    """Return how alike two sides are; both begin at the quote and run away from it.

    ``wide`` is ``there`` with what stands beyond it.
    """
    if not wanted:
        return 0.0
    # an insertion near the quote shifts all that follows: what is equal up to there counts
    touching = _common(wanted, there) / len(wanted)
    if not same_numbers(wanted, there):
        return touching  # the next line of a list or a table: alike but for its numbers
    # a word that was left out, or put in, moves all beyond it
    windows = (wide[: len(wanted) + slip] for slip in _SLIPS if len(wanted) + slip > 0)
    return max(touching, *(similarity(wanted, window) for window in windows))


def _is_numbered(wanted: str, there: str) -> bool:
    """Tell whether two sides are alike, and not the same, for their numbers."""
    return not same_numbers(wanted, there) and similarity(wanted, there) >= _ALIKE_BUT_NUMBERS


def is_other_address(quote: Quote, padded: str, start: int, end: int) -> bool:
    """Tell whether the address or number of which the quote was a part is another one here."""
    before, after = quote.joined_before, quote.joined_after
    sides = (
        (before[::-1], padded[max(0, start - len(before)) : start][::-1]),
        (after, padded[end : end + len(after)]),
    )
    return any(len(old) >= _ADDRESS and not same_numbers(old, new) for old, new in sides)


def same_numbers(first: str, second: str) -> bool:
    """Tell whether two texts have the same digits, as far as the one that has fewer goes."""
    one, other = digits(first), digits(second)
    return one.startswith(other) or other.startswith(one)


def digits(text: str) -> str:
    """Return the digits of a text: what tells the lines of a list or a table apart."""
    return "".join(character for character in text if character.isdigit())


def _same_sentence(beside: str) -> bool:
    """Tell whether no sentence ends in the characters beside a quote."""
    return len(beside) == _FLOW and _STOPS.isdisjoint(beside)


def _tail(prefix: str) -> str:
    """Return what of the characters before a quote is of its own sentence."""
    last = max(map(prefix.rfind, _STOPS))
    return prefix[last + 1 :]


def _head(suffix: str) -> str:
    """Return what of the characters after a quote is of its own sentence, its stop with it."""
    ends = [place for place in map(suffix.find, _STOPS) if place >= 0]
    return suffix[: min(ends) + 1] if ends else suffix


def _common(first: str, second: str) -> int:
    """Return how many characters both begin with."""
    for place, (one, other) in enumerate(zip(first, second, strict=False)):
        if one != other:
            return place
    return min(len(first), len(second))
