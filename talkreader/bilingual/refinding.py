"""Where words that a person decided about stand now, in a newer copy of their comment."""

from __future__ import annotations

from talkreader.bilingual.sentences import sentences
from talkreader.domain.body import Span

_ALIKE = 80.0  # of 100, from which changed words are still the same
_AHEAD = 8.0  # by which they must be more alike than any others
_LONGEST = 4_000  # characters of a quotation that is compared


def place_in(text: str, start: int, end: int, quote: str) -> Span | None:
    """Return the place of the quotation, which stood at ``start:end``, in the text as it is now.

    Of several places that hold it word for word it is the nearest one. Otherwise it is the
    sentence, or as many sentences as it has, that is still much like it; None when there is no
    such place, or two of them.
    """
    if text[start:end] == quote:
        return Span(start, end)
    exact = _occurrences(text, quote)
    if exact:
        nearest = min(exact, key=lambda at: abs(at - start))
        return Span(nearest, nearest + len(quote))
    return _alike(text, quote) if len(quote) <= _LONGEST else None


def _occurrences(text: str, quote: str) -> list[int]:
    found: list[int] = []
    at = text.find(quote)
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return found


def _alike(text: str, quote: str) -> Span | None:
    from rapidfuzz import fuzz

    now = sentences(text)
    count = len(sentences(quote))
    scored: list[tuple[float, Span]] = []
    for size in range(max(1, count - 1), count + 2):
        for first in range(len(now) - size + 1):
            span = Span(now[first].start, now[first + size - 1].end)
            score = fuzz.ratio(quote, text[span.start : span.end], score_cutoff=_ALIKE - _AHEAD)
            if score:
                scored.append((score, span))
    if not scored:
        return None
    best_score, best = max(scored)
    others = [score for score, span in scored if span.end <= best.start or best.end <= span.start]
    if best_score < _ALIKE or best_score - max(others, default=0.0) < _AHEAD:
        return None
    return best
