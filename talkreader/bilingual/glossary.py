"""The glossary of wiki words: ours, and the person's own before it."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator

from talkreader.bilingual.characters import HAN, fold
from talkreader.bilingual.stems import base_forms
from talkreader.domain.body import Span
from talkreader.domain.glossary import Term, TermMatch
from talkreader.domain.resources import resource

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_HAN = re.compile(f"[{HAN}]")
_MOST_WORDS = 6


def own_terms() -> list[Term]:
    """Return the terms that come with the program, in the order of the English alphabet."""
    with resource("glossary.csv").open(encoding="utf-8", newline="") as file:
        return [Term(row["en"], row["zh-hans"], row["zh-hant"]) for row in csv.DictReader(file)]


class Glossary:
    """Terms, found at a place of a text or in all of it; the first of two equal ones counts."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._chinese: dict[str, Term] = {}
        self._english: dict[str, Term] = {}
        for term in self.terms:
            for name in (term.simplified, term.traditional):
                if name:
                    self._chinese.setdefault(fold(name), term)
            self._english.setdefault(_key(term.english), term)
        self._longest = max(map(len, self._chinese), default=0)

    def at(self, text: str, offset: int) -> TermMatch | None:
        """Return the longest term that covers a character of the text; None when there is none."""
        if not 0 <= offset < len(text):
            return None
        covering = [
            match
            for match in self._around(text, offset)
            if match.span.start <= offset < match.span.end
        ]
        return max(covering, key=lambda match: len(match.span), default=None)

    def chinese_at(self, text: str, offset: int) -> TermMatch | None:
        """Return the longest Chinese term that begins at a character; None when there is none."""
        return next(self._chinese_in(text, offset, offset + 1), None)

    def named(self, word: str) -> Term | None:
        """Return the term of a Chinese word in either script; None when there is none."""
        return self._chinese.get(fold(word))

    def with_words(self, words: str) -> list[Term]:
        """Return the terms that have these words in one of their languages or their note."""
        wanted = fold(" ".join(words.split())).casefold()
        return [
            term
            for term in self.terms
            if any(
                wanted in fold(text).casefold()
                for text in (term.english, term.simplified, term.traditional, term.note)
            )
        ]

    def find(self, text: str) -> list[TermMatch]:
        """Return the terms of a text in their order, the longest where several begin."""
        found: list[TermMatch] = []
        end = 0
        for match in sorted(
            [*self._chinese_in(text, 0, len(text)), *self._english_in(text)],
            key=lambda match: (match.span.start, -match.span.end),
        ):
            if match.span.start >= end:
                found.append(match)
                end = match.span.end
        return found

    def translations(self, text: str, language: str) -> dict[str, str]:
        """Return the terms of a text as it writes them, with what they are in a language."""
        found = {}
        for match in self.find(text):
            words = text[match.span.start : match.span.end]
            to_chinese = language.startswith("zh")
            if to_chinese != bool(_HAN.search(words)):
                term = match.term
                found[words] = term.chinese(language) if to_chinese else term.english
        return found

    def _around(self, text: str, offset: int) -> Iterator[TermMatch]:
        if _HAN.match(text, offset):
            start = max(0, offset - self._longest + 1)
            yield from self._chinese_in(text, start, offset + 1)
        else:
            left = max(0, offset - 80)
            # not from the middle of a word
            while left and text[left - 1].isalnum():
                left -= 1
            for match in self._english_in(text[left : offset + 80]):
                yield TermMatch(Span(match.span.start + left, match.span.end + left), match.term)

    def _chinese_in(self, text: str, start: int, end: int) -> Iterator[TermMatch]:
        """Yield the longest Chinese term that begins at each character of a stretch."""
        stop = min(len(text), end + self._longest)
        folded = fold(text[start:stop])
        for at in range(start, end):
            if not _HAN.match(folded, at - start):
                continue
            for size in range(min(self._longest, stop - at), 0, -1):
                term = self._chinese.get(folded[at - start : at - start + size])
                if term is not None:
                    yield TermMatch(Span(at, at + size), term)
                    break

    def _english_in(self, text: str) -> Iterator[TermMatch]:
        """Yield the longest English term that begins at each word, in any of its forms."""
        words = list(_WORD.finditer(text))
        for first in range(len(words)):
            for last in range(min(first + _MOST_WORDS, len(words)) - 1, first - 1, -1):
                span = Span(words[first].start(), words[last].end())
                term = self._english_term(text[span.start : span.end])
                if term is not None:
                    yield TermMatch(span, term)
                    break

    def _english_term(self, words: str) -> Term | None:
        key = _key(words)
        # "edit-warring" and "sock-puppet" are written with a hyphen by some, and without by others
        for way in (key, key.replace("-", " "), key.replace("-", "")):
            term = self._in_any_form(way)
            if term is not None:
                return term
        return None

    def _in_any_form(self, key: str) -> Term | None:
        known = self._english.get(key)
        if known is not None or not key:
            return known
        # "blocked users" or "assuming good faith": what is inflected is the first or the last word
        first, space, rest = key.partition(" ")
        before, gap, last = key.rpartition(" ")
        candidates = [before + gap + form for form in base_forms(last)]
        if space:
            candidates += [form + space + rest for form in base_forms(first)]
        return next((self._english[each] for each in candidates if each in self._english), None)


def _key(english: str) -> str:
    return " ".join(english.casefold().replace("’", "'").split())
