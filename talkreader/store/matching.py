"""Where in a text the words of a query stand, and the snippet around the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from talkreader.domain.body import Span
from talkreader.domain.query import AllOf, AnyOf, Node, Phrase, Regex, Word
from talkreader.store.folding import IGNORED, LETTER, fold, pieces

_BEFORE, _LENGTH = 60, 200
_ONE_LINE = str.maketrans("\r\n\t", "   ")
_GAP = r"(?:[\W_])+"


def word_pattern(text: str, *, prefix: bool = False, marked: bool = True) -> str:
    """Return a regular expression for a word or phrase over a folded text.

    It finds exactly what the index finds: Latin words as whole words, unspaced scripts anywhere.
    Text without any word ("!", an emoji) is looked for as it is. Not ``marked``: for texts without
    accents of their own or invisible characters, several times as fast because it begins with
    plain letters.
    """
    folded = fold(text)
    parts: list[str] = []
    before: bool | None = None
    for unspaced, word, gap in pieces(folded):
        if gap:
            parts.append(_GAP)
        begins = not unspaced and (gap or before is None)
        if marked:
            parts.append(f"(?<!{LETTER})(?<!{LETTER}{IGNORED})" if begins else "")
            parts.append(f"{IGNORED}*".join(map(re.escape, word)))
        else:
            letters = re.escape(word)
            parts.append(letters + (f"(?<!{LETTER}{letters})" if begins else ""))
        before = unspaced
    if before is None:
        return re.escape(folded.strip())
    if before is False and not prefix:
        parts.append(f"{IGNORED}*(?!{LETTER})" if marked else f"(?!{LETTER})")
    return "".join(parts)


def _sought(node: Node) -> Iterator[Word | Phrase | Regex]:
    """Yield what a hit's text shows as found: every word that is not excluded."""
    if isinstance(node, Word | Phrase | Regex):
        yield node
    elif isinstance(node, AllOf | AnyOf):
        for part in node.nodes:
            yield from _sought(part)


def _pattern(node: Word | Phrase, *, marked: bool) -> re.Pattern[str]:
    prefix = isinstance(node, Word) and node.prefix
    return re.compile(word_pattern(node.text, prefix=prefix, marked=marked))


class Finder:
    """Finds where the words of one query stand; made once for many texts."""

    def __init__(self, node: Node) -> None:
        found = list(_sought(node))
        self._words = [one for one in found if not isinstance(one, Regex)]
        self._plain = [_pattern(one, marked=False) for one in self._words]
        self._as_written = [
            re.compile(one.pattern, re.IGNORECASE) for one in found if isinstance(one, Regex)
        ]

    def matches(self, text: str) -> tuple[Span, ...]:
        """Return the places in order, overlapping ones joined."""
        folded = fold(text)
        patterns = self._plain
        if IGNORED in folded:
            patterns = [_pattern(one, marked=True) for one in self._words]
        spans = [found.span() for pattern in patterns for found in pattern.finditer(folded)]
        for pattern in self._as_written:
            spans += [found.span() for found in pattern.finditer(text)]
        return _joined(spans)


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
