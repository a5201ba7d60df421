"""Where in a text the words of a query stand, and the snippet around the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from talkreader.domain.body import Span
from talkreader.domain.query import AllOf, AnyOf, Node, Phrase, Regex, Word
from talkreader.store.folding import IGNORED, fold, is_unspaced, pieces

_BEFORE, _LENGTH = 60, 200
_ONE_LINE = str.maketrans("\r\n\t", "   ")
# something, and not only marks, which are inside words
_GAP = f"{IGNORED}*(?!{IGNORED})[\\W_]+"


class WordFinder:
    """Finds a word or phrase in folded texts: exactly what the index finds.

    Latin words are whole words (or their beginning), unspaced scripts are found anywhere. Text
    without any word ("!", an emoji) is looked for as it is.
    """

    def __init__(self, text: str, *, prefix: bool = False) -> None:
        folded = fold(text)
        found = list(pieces(folded))
        self._begins_whole = bool(found) and not found[0][0]
        self._ends_whole = bool(found) and not found[-1][0] and not prefix
        self._plain = re.compile(_expression(found, "") or re.escape(folded.strip()))
        self._marked = re.compile(_expression(found, f"{IGNORED}*") or re.escape(folded.strip()))

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield where it stands in a folded text."""
        pattern = self._marked if IGNORED in folded else self._plain
        place = 0
        # The edges are looked at here: a character class that knows all scripts takes longer to
        # compile than a whole page of results to search.
        while found := pattern.search(folded, place):
            start, end = found.span()
            if (self._begins_whole and _letter_before(folded, start)) or (
                self._ends_whole and _letter_after(folded, end)
            ):
                place = start + 1
            else:
                while end < len(folded) and folded[end] == IGNORED:
                    end += 1  # the accent belongs to the word
                yield start, end
                place = max(end, start + 1)

    def is_in(self, folded: str) -> bool:
        """Return True when it stands in a folded text."""
        return next(self.spans(folded), None) is not None


def _expression(found: Sequence[tuple[bool, str, bool]], between: str) -> str:
    """Return a regular expression for the pieces; ``between``: what may be between two letters."""
    return "".join(
        (_GAP if gap else "") + between.join(map(re.escape, word)) for _run, word, gap in found
    )


def _is_letter(character: str) -> bool:
    return character.isalnum() and not is_unspaced(character)


def _letter_before(folded: str, place: int) -> bool:
    while place and folded[place - 1] == IGNORED:
        place -= 1
    return place > 0 and _is_letter(folded[place - 1])


def _letter_after(folded: str, place: int) -> bool:
    while place < len(folded) and folded[place] == IGNORED:
        place += 1
    return place < len(folded) and _is_letter(folded[place])


def _sought(node: Node) -> Iterator[Word | Phrase | Regex]:
    """Yield what a hit's text shows as found: every word that is not excluded."""
    if isinstance(node, Word | Phrase | Regex):
        yield node
    elif isinstance(node, AllOf | AnyOf):
        for part in node.nodes:
            yield from _sought(part)


class Finder:
    """Finds where the words of one query stand; made once for many texts."""

    def __init__(self, node: Node) -> None:
        self._words: list[WordFinder] = []
        self._as_written: list[re.Pattern[str]] = []
        for one in _sought(node):
            if isinstance(one, Regex):
                self._as_written.append(re.compile(one.pattern, re.IGNORECASE))
            else:
                self._words.append(WordFinder(one.text, prefix=is_prefix(one)))

    def matches(self, text: str) -> tuple[Span, ...]:
        """Return the places in order, overlapping ones joined."""
        folded = fold(text)
        spans = [span for word in self._words for span in word.spans(folded)]
        for pattern in self._as_written:
            spans += [found.span() for found in pattern.finditer(text)]
        return _joined(spans)


def is_prefix(node: Word | Phrase) -> bool:
    """Return True for a word of which only the beginning was typed."""
    return isinstance(node, Word) and node.prefix


def _joined(spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(Span(start, end) for start, end in joined)


def snippet(text: str, matches: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return about 200 characters around the first match on one line, and the matches in them."""
    start = max(0, matches[0].start - _BEFORE) if matches else 0
    if start:
        # not in the middle of a word, where there are words
        space = text.find(" ", start, matches[0].start)
        start = space + 1 if 0 <= space < start + 15 else start
    end = min(len(text), start + _LENGTH)
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    cut = text[start:end].translate(_ONE_LINE)
    shift = len(head) - start
    marks = tuple(
        Span(m.start + shift, min(m.end, end) + shift) for m in matches if start <= m.start < end
    )
    return head + cut + tail, marks
