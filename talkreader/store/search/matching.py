"""Where in a text the words of a query stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from heapq import merge
from itertools import islice, product
from math import prod

from talkreader.domain.body import Span
from talkreader.domain.query import AllOf, AnyOf, Node, Phrase, Regex, Word
from talkreader.store.search.snippets import (
    BEFORE,
    LENGTH,
    Snippet,
    cut_out,
    join_spans,
    part_around,
    snippet,
    to_span,
)
from talkreader.store.values import spelling
from talkreader.store.values.folding import IGNORED, fold, is_unspaced, pieces, unfold

_MARGIN = 12
"""What is looked at on both sides of a snippet, to see whether a word goes on there."""
_PROBED = 8
"""Characters of a word that are looked for in a text as it is written."""
_FEW_WAYS = 4
"""A word with so many ways to write it is looked for by each of them."""
_TRIES = 8
"""Places that are looked at closely, before the whole text is folded."""
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
# something, and not only marks, which are inside words
_GAP = f"{IGNORED}*(?!{IGNORED})[\\W_]+"


class WordFinder:
    """Finds a word or phrase in folded texts: exactly what the index finds.

    Latin words are whole words (or their beginning), unspaced scripts are found anywhere. Text
    without any word ("!", an emoji) is looked for as it is. Folding takes longer than all
    else that a hit needs, so there is `likely`: when ``is_exact`` it finds no place too many, when
    ``is_plain`` all places in ASCII.
    """

    def __init__(self, text: str, *, prefix: bool = False) -> None:
        folded = fold(text)
        found = list(pieces(folded))
        # signs are letters of words; alone they are looked for as they are
        self._signed = bool(found) and spelling.is_signed(folded)
        if self._signed:
            found = list(spelling.read(folded))
        self._found = found
        self._bare = folded.strip()
        self._begins_whole = bool(found) and not found[0][0]
        self._ends_whole = bool(found) and not found[-1][0] and not prefix
        self.is_alone = alone = len(found) == 1
        self.is_ascii = bool(found) and all(word.isascii() for _run, word, _gap in found)
        self.is_plain = alone and self.is_ascii
        self.is_exact = alone and found[0][0] and len(found[0][1]) <= _PROBED
        head = found[0][1] if found else self._bare
        self._head = head if head.isascii() else ""
        self._head_ends = self._ends_whole or len(found) > 1
        self._probed = head[:_PROBED]
        # behind a common word the next one nearly always differs
        second = found[1][1] if len(found) > 1 and found[1][2] else ""
        self._second = second if second.isascii() else ""
        self._joined = " ".join([word for _run, word, _gap in found]) if self.is_ascii else ""

    # to compile one takes as long as to look through some texts, and most searches need one of them

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        return re.compile(self._expression("") or re.escape(self._bare))

    @cached_property
    def _marked(self) -> re.Pattern[str]:
        return re.compile(self._expression(f"{IGNORED}*") or re.escape(self._bare))

    def _expression(self, between: str) -> str:
        """Return a regular expression; ``between``: what may be between two letters."""
        gap = _GAP.replace("[", f"(?!{spelling.signs()})[", 1) if self._signed else _GAP
        return "".join(
            (gap if parted else "") + between.join(map(re.escape, word))
            for _run, word, parted in self._found
        )

    @cached_property
    def _ways(self) -> tuple[str, ...] | None:
        """All that `fold` makes this word of, where that is little.

        To look for each of them takes less time than to compile a pattern.
        """
        sources = [unfold(character) for character in self._probed]
        if prod(map(len, sources)) > _FEW_WAYS:
            return None
        return tuple(map("".join, product(*sources)))

    @cached_property
    def _probe(self) -> re.Pattern[str]:
        return re.compile("".join(map(_class, self._probed)))

    def likely(self, lowered: str, place: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where its first word stands in a text with small letters: nearly all its places.

        (Those with marks or accents on the letters are missing, and it may go on otherwise.)
        """
        head = self._head
        if not head:
            for probed in self._probe.finditer(lowered, place, end):
                yield probed.span()
            return
        second = self._second
        while found := self.first(lowered, place, end):
            if not second or lowered.startswith(second, _next_word(lowered, found[1])):
                yield found
            place = found[0] + 1

    def exactly(self, lowered: str) -> Iterator[tuple[int, int]]:
        """Yield where it stands in a text with small letters, when that is ASCII or it is exact."""
        if self.is_exact or self.is_plain:
            return self.likely(lowered, 0, len(lowered))
        if self.is_ascii and lowered.isascii():
            return self._one_by_one(lowered, 0, len(lowered))
        return self.spans(lowered)

    def next_place(self, lowered: str, place: int, limit: int) -> tuple[int, int] | None:
        """Return the first of `exactly` in this part of a text, of a phrase in ASCII.

        Nearly all words of a phrase stand with one space between: a common one need not be tried
        wherever it stands without the next.
        """
        joined = self._joined
        at = lowered.find(joined, place, limit)
        if lowered.find(self._second, place, limit if at < 0 else at) < 0:
            # nor can they stand otherwise before
            if at < 0:
                return None
            after = at + len(joined)
            if lowered[at - 1 : at] not in _LETTERS and not (
                self._ends_whole and lowered[after : after + 1] in _LETTERS
            ):
                return at, after
        found = next(self._one_by_one(lowered, place, limit), None)
        return None if found is None or found[1] > limit else found

    def _one_by_one(self, lowered: str, place: int, limit: int) -> Iterator[tuple[int, int]]:
        """Yield the same as `spans` of words in ASCII, without compiling a pattern for them."""
        others = [word for _run, word, _gap in self._found[1:]]
        last = len(others) - 1
        while found := self.first(lowered, place, limit):
            start, end = found
            for number, word in enumerate(others):
                begin = _next_word(lowered, end)
                end = begin + len(word)
                whole = self._ends_whole or number < last
                if not lowered.startswith(word, begin) or (
                    whole and lowered[end : end + 1] in _LETTERS
                ):
                    place = start + 1
                    break
            else:
                yield start, end
                place = end

    def first(self, lowered: str, place: int, end: int) -> tuple[int, int] | None:
        """Return the first of `likely`, or None."""
        head = self._head
        if head:
            while (place := lowered.find(head, place, end)) >= 0:
                after = place + len(head)
                # what stands before the first character is "", which is no letter
                if not (self._begins_whole and lowered[place - 1 : place] in _LETTERS) and not (
                    self._head_ends and lowered[after : after + 1] in _LETTERS
                ):
                    return place, after
                place += 1
            return None
        ways = self._ways
        if ways is None:
            found = self._probe.search(lowered, place, end)
            return None if found is None else found.span()
        size, first = len(self._probed), -1
        for way in ways:
            at = lowered.find(way, place, end)
            if at >= 0:
                first, end = at, at + size - 1
        return None if first < 0 else (first, first + size)

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """Yield where it stands in a folded text."""
        pattern = self._marked if IGNORED in folded else self._plain
        place = 0
        # The edges are looked at here: a character class that knows all scripts takes longer to
        # compile than a whole page of results to search.
        # what folds to nothing stands everywhere, and a search from behind the end finds it again
        while place <= len(folded) and (found := pattern.search(folded, place)):
            start, end = found.span()
            if (self._begins_whole and _letter_before(folded, start, signed=self._signed)) or (
                self._ends_whole and _letter_after(folded, end, signed=self._signed)
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


_ASCII = re.compile("[\x00-\x7f]+")


@cache
def _sources() -> frozenset[str]:
    """Return all that `fold` makes a letter or digit of ASCII of, and what it ignores."""
    return frozenset(unfold(IGNORED) + "".join(unfold(letter)[1:] for letter in _LETTERS))


def _is_bare(lowered: str) -> bool:
    """Return True when a word in ASCII stands in these words just where it does in folded ones.

    To fold them takes three times as long.
    """
    return _sources().isdisjoint(_ASCII.sub("", lowered))


_BETWEEN = re.compile(r"[\W_]*")


def _next_word(lowered: str, place: int) -> int:
    found = _BETWEEN.match(lowered, place)
    return place if found is None else found.end()


def _class(character: str) -> str:
    sources = unfold(character)
    return re.escape(sources) if len(sources) == 1 else f"[{re.escape(sources)}]"


def _is_letter(character: str, *, signed: bool) -> bool:
    if signed and re.match(spelling.signs(), character):
        return True
    return character.isalnum() and not is_unspaced(character)


def _letter_before(folded: str, place: int, *, signed: bool) -> bool:
    while place and folded[place - 1] == IGNORED:
        place -= 1
    return place > 0 and _is_letter(folded[place - 1], signed=signed)


def _letter_after(folded: str, place: int, *, signed: bool) -> bool:
    while place < len(folded) and folded[place] == IGNORED:
        place += 1
    return place < len(folded) and _is_letter(folded[place], signed=signed)


def _sought(node: Node) -> Iterator[Word | Phrase | Regex]:
    """Yield what a hit's text shows as found: every word that is not excluded."""
    if isinstance(node, Word | Phrase | Regex):
        yield node
    elif isinstance(node, AllOf | AnyOf):
        for part in node.nodes:
            yield from _sought(part)


class Finder:
    """Finds where the words of one query stand; made once for many texts."""

    def __init__(self, node: Node, *, joined: bool = False) -> None:
        """``joined``: for texts in which two letters may be joined in one."""
        self._node = None if joined else node
        self._joined_letters = ""
        self._words: list[WordFinder] = []
        self._as_written: list[re.Pattern[str]] = []
        for one in _sought(node):
            if isinstance(one, Regex):
                self._as_written.append(re.compile(one.pattern, re.IGNORECASE))
            else:
                ways = spelling.spellings(one.text)
                self._joined_letters += spelling.joined_letters(ways) if len(ways) > 1 else ""
                for way in ways if joined else [spelling.apart(ways[0])]:
                    self._words.append(WordFinder(way, prefix=is_prefix(one)))
        # scripts without spaces have no small letters
        self._has_letters = not all(word.is_exact for word in self._words)
        self._is_ascii = all(word.is_ascii or word.is_exact for word in self._words)
        alone = len(self._words) == 1 and not self._as_written
        single = self._words[0] if alone else None
        is_sure = single is not None and (single.is_exact or single.is_ascii)
        self._only = single if is_sure else None

    @cached_property
    def _joined(self) -> Finder:
        return self if self._node is None else Finder(self._node, joined=True)

    def _is_joined(self, text: str) -> bool:
        """Say whether a text has letters that the words may be written with; few have."""
        letters = "" if self._node is None or text.isascii() else self._joined_letters
        return any(letter in text for letter in letters)

    def matches(self, text: str) -> tuple[Span, ...]:
        """Return the places in order, overlapping ones joined."""
        if self._is_joined(text):
            return self._joined.matches(text)
        folded = fold(text) if self._words else ""
        spans = [span for word in self._words for span in word.spans(folded)]
        for pattern in self._as_written:
            spans += [found.span() for found in pattern.finditer(text)]
        return join_spans(spans)

    def snippet(self, text: str) -> Snippet:
        """Return the words around the first place, and the places in them, without folding it all.

        A word with marks between its letters is found when there is no other place.
        """
        if self._is_joined(text):
            return self._joined.snippet(text)
        if not (self._has_letters and not text.isascii()) and not self._as_written:
            return self._exact_snippet(text)
        lowered = text.lower() if self._has_letters else text
        if len(lowered) == len(text):
            for place in islice(self._likely(text, lowered), _TRIES):
                near = self._near(text, lowered, place)
                if place in [start for start, _end in near]:
                    return snippet(text, join_spans(near), place)
        return snippet(text, self.matches(text))

    def _exact_snippet(self, text: str) -> Snippet:
        """Return the same of a text in which every place can be told without folding."""
        lowered = text.lower() if self._has_letters else text
        if self._only is not None:
            return self._snippet_of_one(self._only, text, lowered)
        ways = merge(*[word.exactly(lowered) for word in self._words])
        first = next(ways, None)
        if first is None:
            return self._searched_snippet(text)
        place = first[0]
        start, end = part_around(text, place)
        spans = [first]
        for span in ways:
            if span[0] >= end:
                break
            spans.append(span)
        return cut_out(text, join_spans(spans), place, start, end)

    def _snippet_of_one(self, word: WordFinder, text: str, lowered: str) -> Snippet:
        """Return the same where nothing else is sought: nearly always, so without any detour."""
        find = word.first if word.is_alone else word.next_place
        found = find(lowered, 0, len(lowered))
        if found is None:
            return self._searched_snippet(text)
        place = found[0]
        start, end = part_around(text, place)
        spans = [to_span(found)]
        while found := find(lowered, found[1], end):
            spans.append(to_span(found))
        return cut_out(text, spans, place, start, end)

    def _searched_snippet(self, text: str) -> Snippet:
        return snippet(text, () if text.isascii() else self.matches(text))

    def _likely(self, text: str, lowered: str) -> Iterator[int]:
        """Yield where one of the words may begin, in order."""
        ways = [word.likely(lowered, 0, len(lowered)) for word in self._words]
        ways += [(found.span() for found in pattern.finditer(text)) for pattern in self._as_written]
        for start, _end in ways[0] if len(ways) == 1 else merge(*ways):
            yield start

    def _near(self, text: str, lowered: str, place: int) -> list[tuple[int, int]]:
        """Return the places around one, some of them cut out of longer words at the edges."""
        low, high = max(0, place - BEFORE - _MARGIN), place + LENGTH + _MARGIN
        near = lowered[low:high]
        is_ascii = near.isascii()
        folded = near if self._is_ascii and _is_bare(near) else ""
        spans: list[tuple[int, int]] = []
        for word in self._words:
            if word.is_exact or (is_ascii and word.is_plain):
                spans += word.likely(lowered, low, high)
            else:
                folded = folded or fold(text[low:high])
                spans += [(low + start, low + end) for start, end in word.spans(folded)]
        for pattern in self._as_written:
            spans += [
                found.span() for found in pattern.finditer(text, place) if found.start() < high
            ]
        return spans


def is_prefix(node: Word | Phrase) -> bool:
    """Return True for a word of which only the beginning was typed."""
    return isinstance(node, Word) and node.prefix
