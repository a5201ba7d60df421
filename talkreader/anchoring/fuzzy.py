"""A quote that was edited: the text that nearly is the quote, or None rather than a wrong one."""

from __future__ import annotations

from dataclasses import dataclass

from talkreader.anchoring.context import EDGE, Quote, agreement, digits, similarity
from talkreader.anchoring.normalise import weight

_HOOK = 12  # characters of context that must stand beside a replaced quote
_HOOKS_LEAST = 16  # letters: both hooks together say at least this much
_OTHER_ALIKE = 0.3
_PUT_IN = 300  # letters that may have been put in between the quote and its old neighbours
_BETWEEN_LEAST = 0.5  # what stands between the old neighbours is at least half the old quote
_QUOTE_LEAST = 16  # letters: a shorter quote is nearly anything
_ALONE_LEAST = 36  # letters without spaces: a quote that long is known without its context
_ALIKE_ALONE = 0.8
_ALIKE = 0.7
_ALIKE_CUT = 0.6  # a window with its ends moved is more like the quote
_CONTEXT_HALF = 0.5
_CONTEXT_MOST = 0.7
_ALIKE_BUT_NUMBERS = 0.8
_NUMBERS = 0.1  # the share of digits from which a quote is a line of a list or a table


@dataclass(frozen=True, slots=True)
class Guess:
    """A place of the padded folded body; ``score`` and ``context`` are 0 to 1."""

    start: int
    end: int
    score: float
    context: float


def nearly(quote: Quote, padded: str) -> Guess | None:
    """Return the place of the edited quote in the padded body; None: no place is good enough."""
    for guess in (_between(quote, padded), _alike(quote, padded), _whole(quote, padded)):
        if guess is None or _is_sibling(quote, guess, padded):
            continue
        around = agreement(quote, padded, guess.start, guess.end)
        if not around.numbered or around.context >= _CONTEXT_HALF:
            return guess
    return None


def _is_sibling(quote: Quote, guess: Guess, padded: str) -> bool:
    """Tell whether the place is another of several that are alike but for their numbers.

    Addresses in a list, cells of a table, sentences made from one template: when one of them is
    deleted, its neighbour is nearly the same text between nearly the same neighbours.
    """
    there = padded[guess.start : guess.end]
    wanted = digits(quote.text)
    if wanted == digits(there):
        return False
    if max(len(wanted), len(digits(there))) >= _NUMBERS * len(quote.text):
        return True
    return guess.context < _CONTEXT_MOST or similarity(quote.text, there) < _ALIKE_BUT_NUMBERS


def _between(quote: Quote, padded: str) -> Guess | None:
    """Return what stands between the old neighbours, when it is at least half the old quote."""
    gap = _gap(quote, padded)
    if gap is None:
        return None
    start, end = gap
    there = padded.find(quote.text, start, end)
    if there >= 0 and end - start <= len(quote.text) + _PUT_IN:
        # a sentence was put in between the quote and a neighbour; or is that one the old one?
        other = padded[start:there] + padded[there + len(quote.text) : end]
        if similarity(quote.text, other) >= _OTHER_ALIKE:
            return None
        return _guess(quote, padded, there, there + len(quote.text), 1.0)
    if end - start > 2 * len(quote.text) + _HOOK:
        return None
    alike = similarity(quote.text, padded[start:end])
    # a full stop that is still there does not make another word the old one
    letters = similarity(_letters(quote.text), _letters(padded[start:end]))
    return (
        _guess(quote, padded, start, end, alike) if min(alike, letters) >= _BETWEEN_LEAST else None
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _gap(quote: Quote, padded: str) -> tuple[int, int] | None:
    """Return the place between the old neighbours; None unless both are there and something is."""
    # where a comment begins or ends there is nothing to read on that side: further on the other
    left = quote.before[-_HOOK if quote.after != EDGE else -2 * _HOOK :]
    right = quote.after[: _HOOK if quote.before != EDGE else 2 * _HOOK]
    if min(weight(left), weight(right)) < len(EDGE) or weight(left + right) < _HOOKS_LEAST:
        return None
    # the end of a body looks as its beginning
    if padded.count(left, 0, -len(EDGE)) != 1:
        return None
    start = padded.index(left) + len(left)
    end = padded.find(right, start)
    return (start, end) if end > start else None


def _alike(quote: Quote, padded: str) -> Guess | None:
    """Return the run of the body that is most like the quote, when it is like enough."""
    heavy = weight(quote.text)
    body = padded[len(EDGE) : -len(EDGE)]
    if heavy < _QUOTE_LEAST or not body:
        return None
    from rapidfuzz.fuzz import partial_ratio_alignment

    window = partial_ratio_alignment(quote.text, body, score_cutoff=100 * _ALIKE_CUT)
    if window is None or window.dest_start == window.dest_end:
        return None
    start, end, alike = _tighten(quote.text, body, window.dest_start, window.dest_end)
    guess = _guess(quote, padded, start + len(EDGE), end + len(EDGE), alike)
    alone = alike >= _ALIKE_ALONE and heavy >= _ALONE_LEAST
    half = alike >= _ALIKE and guess.context >= _CONTEXT_HALF
    return guess if alone or half else None


def _whole(quote: Quote, padded: str) -> Guess | None:
    """Return all of a body, where the quote was all of it and half of that is still there.

    Or the quote in it, when only the case of a letter is another one now.
    """
    body = padded[len(EDGE) : -len(EDGE)]
    if quote.before != EDGE or quote.after != EDGE or not body:
        return None
    wanted, there = quote.text.lower(), body.lower()
    alike = similarity(wanted, there)
    if alike < _BETWEEN_LEAST:
        return None
    start = there.find(wanted) if len(there) == len(body) else -1
    start, size = (start, len(wanted)) if start >= 0 else (0, len(body))
    # nothing stands around it that could agree
    return Guess(len(EDGE) + start, len(EDGE) + start + size, alike, alike)


def _guess(quote: Quote, padded: str, start: int, end: int, alike: float) -> Guess:
    context = agreement(quote, padded, start, end).context
    return Guess(start, end, 0.6 * alike + 0.4 * context, context)


def _tighten(text: str, body: str, start: int, end: int) -> tuple[int, int, float]:
    """Return the window with its ends moved to where it is most like the text.

    The search looked at windows of the quote's own length only.
    """
    best = similarity(text, body[start:end])
    for _step in range(len(text)):
        windows = [
            (similarity(text, body[first:last]), first, last)
            for first, last in (
                (start - 1, end),
                (start + 1, end),
                (start, end - 1),
                (start, end + 1),
            )
            if 0 <= first < last <= len(body)
        ]
        score, first, last = max(windows, default=(0.0, start, end))
        if score <= best:
            break
        best, start, end = score, first, last
    return start, end, best
