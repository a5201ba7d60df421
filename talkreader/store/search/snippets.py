"""The words around what was found in a text, on one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import NamedTuple

from talkreader.domain.body import Span
from talkreader.store.values.folding import UNSPACED

BEFORE, LENGTH = 60, 200
"""Characters before what was found, and of a snippet in all."""
_BEFORE_WIDE = 20
"""Characters before what was found, in scripts without spaces."""


def join_spans(spans: list[tuple[int, int]]) -> tuple[Span, ...]:
    """Return the places in order, overlapping ones joined, without those of no length."""
    if len(spans) > 1:
        joined: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if start >= end:
                continue
            if joined and start < joined[-1][1]:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        spans = joined
    return tuple([to_span((start, end)) for start, end in spans if start < end])


class Snippet(NamedTuple):
    """Some words of a text on one line, and the places in them: in these words, in the text."""

    words: str
    marks: tuple[Span, ...]
    matches: tuple[Span, ...]


def snippet(text: str, matches: Sequence[Span], place: int | None = None) -> Snippet:
    """Return about 200 characters around a place (the first match), and the matches in them."""
    first = place if place is not None else matches[0].start if matches else 0
    return cut_out(text, matches, first, *part_around(text, first))


def part_around(text: str, first: int) -> tuple[int, int]:
    """Return the part of a text that a snippet shows."""
    start = 0
    if first > _BEFORE_WIDE:
        start = first - BEFORE if first > BEFORE else 0
        if not text.isascii() and _wide().match(text, start, first):
            start = first - _BEFORE_WIDE  # twice as wide: what was found would not be seen
    if start:
        # not in the middle of a word, where there are words
        space = text.find(" ", start, min(first, start + 15))
        start = space + 1 if space >= 0 else start
    end = start + LENGTH
    return start, min(len(text), end)


@cache
def _wide() -> re.Pattern[str]:
    """Match words with more than `_BEFORE_WIDE` characters of scripts without spaces."""
    return re.compile(f"(?:[^{UNSPACED[1:-1]}]*+{UNSPACED}){{{_BEFORE_WIDE + 1}}}")


def cut_out(text: str, matches: Sequence[Span], first: int, start: int, end: int) -> Snippet:
    """Return this part of a text, and the matches in it; the first one even if it is cut off."""
    cut = text[start:end].replace("\n", " ").replace("\t", " ").replace("\r", " ")
    shift = 0
    if start:
        cut = "…" + cut
        shift = 1 - start
    if end < len(text):
        cut += "…"
    shown, marks = [], []
    for match in matches:
        begin, over = match
        # one that is cut off by the end is not marked, unless it is the only one
        if start <= begin < end and (over <= end or begin == first):
            shown.append(match)
            marks.append(to_span((begin + shift, (min(end, over)) + shift)))
    return _snippet((cut, tuple(marks), tuple(shown)))


to_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
"""Makes a span of two numbers that are in order: a page of hits has hundreds."""
_snippet: Callable[[tuple[str, tuple[Span, ...], tuple[Span, ...]]], Snippet] = partial(
    tuple.__new__, Snippet
)
"""Makes a snippet of its parts."""
