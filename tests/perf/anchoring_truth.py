"""The truth about words in two copies of a page, from the texts alone: for measuring anchoring."""

from __future__ import annotations

import difflib
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cache, cached_property

from opencc import OpenCC

from talkreader.anchoring import AnchorPage

_WORD = re.compile(r"[\u2e80-\U0003ffff]|\w+|[^\w\s]")
_LETTER = re.compile(r"\W|_")
ALIKE = 0.6
"""A line that is this much alike is the old one, edited; a line less alike is another."""
SOME = 4
"""Characters of a run of equal words that is no chance at the same place of two lines."""
NEIGHBOURS = 24
"""Letters on each side that tell words from the same words elsewhere on a page."""
KEPT = 0.3
"""A quote of which less than this was kept is deleted."""


@dataclass(frozen=True)
class Line:
    """One line of a comment's text, and where it stands."""

    comment: int
    start: int
    text: str

    @property
    def key(self) -> str:
        """The line's letters and digits: what every form of a page has of it."""
        return letters(self.text)


@dataclass(frozen=True)
class Truth:
    """Where words really are now. ``region`` None: deleted. ``whole``: not a letter differs."""

    comment: int = -1
    region: tuple[int, int] | None = None
    whole: bool = False


def lines_of(page: AnchorPage) -> list[Line]:
    """Return the lines of all comments, in page order."""
    found = []
    for comment in page.comments:
        for match in re.finditer(r"(?m)^[ \t]*(?:\d+\.[ \t])?([^\n]+)", comment.text):
            line = Line(comment.index, match.start(1), match[1])
            if line.key:
                found.append(line)
    return found


class Letters:
    """The letters of all comments of a page in one text, each with where it stands."""

    def __init__(self, page: AnchorPage) -> None:
        self.places: list[tuple[int, int]] = []
        self._starts: dict[tuple[int, int], int] = {}
        found: list[str] = []
        for comment in page.comments:
            for at, character in enumerate(_simplified(comment.text)):
                if not _LETTER.match(character):
                    self._starts[comment.index, at] = len(found)
                    found.append(character)
                    self.places.append((comment.index, at))
        self.text = "".join(found)

    def around(self, comment: int, start: int, end: int) -> tuple[str, int, int] | None:
        """Return words with their neighbours, when nothing else on the page says so.

        And how many letters of that stand before the words, and how many are theirs.
        """
        inside = [
            n for at in range(start, end) if (n := self._starts.get((comment, at))) is not None
        ]
        if not inside:
            return None
        first, last = inside[0], inside[-1] + 1
        left, right = max(0, first - NEIGHBOURS), last + NEIGHBOURS
        whole = [
            n for n, (other, _) in enumerate(self.places[left:right], left) if other == comment
        ]
        left, right = whole[0], whole[-1] + 1
        wanted = self.text[left:right]
        return (wanted, first - left, last - first) if self.text.count(wanted) == 1 else None

    def find(self, wanted: str, before: int, size: int) -> Truth | None:
        """Return where words with their neighbours are, when that is certain."""
        if len(wanted) < NEIGHBOURS or self.text.count(wanted) != 1:
            return None
        first = self.text.index(wanted) + before
        places = self.places[first : first + size]
        if len({comment for comment, _ in places}) > 1:
            return None
        return Truth(places[0][0], (places[0][1], places[-1][1] + 1), whole=True)


class Comparison:
    """Which words of the old page are which words of the new one."""

    def __init__(self, old: AnchorPage, new: AnchorPage) -> None:
        self.old, self.new = lines_of(old), lines_of(new)
        self._all = Letters(old), Letters(new)
        before, after = [each.key for each in self.old], [each.key for each in self.new]
        self.counts = Counter(before), Counter(after)
        self.same: set[int] = set()
        self._pairs: dict[tuple[int, int], tuple[int, int]] = {}
        """(old line, place of a word in it) to (new comment, place of the word in it)."""
        matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
        free: list[int] = []
        gaps: list[tuple[range, range]] = []
        for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
            if kind == "equal":
                for step in range(old_end - old_start):
                    self._pair_up([old_start + step], [new_start + step], least=1)
                self.same.update(range(old_start, old_end))
                continue
            free += range(new_start, new_end)
            gaps.append((range(old_start, old_end), range(new_start, new_end)))
        self._pair_moved(free)
        for olds, news in gaps:
            rest = [n for n in olds if n not in self.same]
            self._pair_up(rest, [n for n in news if n in self._free], least=SOME)
        self._pair_edited([n for olds, _ in gaps for n in olds if n not in self.same])

    def is_repeated(self, number: int) -> bool:
        """Tell whether other lines say the same: then nobody can tell which is which."""
        key = self.old[number].key
        return self.counts[0][key] > 1 or self.counts[1][key] > 1

    def truth(self, number: int, start: int, end: int) -> Truth:
        """Return where the words start..end of an old line are now."""
        line = self.old[number]
        around = self._all[0].around(line.comment, line.start + start, line.start + end)
        certain = self._all[1].find(*around) if around else None
        return certain or self._bywords_of(number, start, end)

    def _bywords_of(self, number: int, start: int, end: int) -> Truth:
        line = self.old[number]
        kept = all_ = 0
        places: list[tuple[int, int, int]] = []
        for word, at in words_of(line.text):
            first, last = max(start, at), min(end, at + len(word))
            if first >= last:
                continue
            size = len(letters(line.text[first:last]))
            all_ += size
            if (number, at) in self._pairs:
                comment, there = self._pairs[number, at]
                kept += size
                places.append((comment, there + first - at, there + last - at))
        if not all_ or kept < KEPT * all_ or len({comment for comment, _, _ in places}) != 1:
            return Truth()
        comment, region = places[0][0], (places[0][1], places[-1][2])
        there = letters(self._texts[comment][slice(*region)])
        whole = kept == all_ and there == letters(line.text[start:end])
        return Truth(comment, region, whole)

    def _pair_moved(self, free: list[int]) -> None:
        """Find the lines that stand elsewhere now, where no other line says the same."""
        self._free = set(free)
        places = {self.new[n].key: n for n in free if self.counts[1][self.new[n].key] == 1}
        for number, line in enumerate(self.old):
            if number in self.same or self.counts[0][line.key] > 1 or line.key not in places:
                continue
            self._pair_up([number], [places[line.key]], least=1)
            self.same.add(number)
            self._free.discard(places[line.key])

    def _pair_edited(self, olds: list[int]) -> None:
        """Find the lines that were edited and stand elsewhere now: a line that is alike."""
        for number in olds:
            words = words_of(self.old[number].text)
            if 2 * sum((number, at) in self._pairs for _, at in words) >= len(words):
                continue
            key = self.old[number].key
            ranked = sorted(((_alike(key, self.new[n].key), n) for n in self._free), reverse=True)
            if ranked and ranked[0][0] >= ALIKE:
                self._pair_up([number], [ranked[0][1]], least=SOME)

    def _pair_up(self, olds: list[int], news: list[int], least: int) -> None:
        """Pair the words of some old lines with those of some new ones, in runs of ``least``."""
        before = [(w, n, at) for n in olds for w, at in words_of(self.old[n].text)]
        after = [(w, n, at) for n in news for w, at in words_of(self.new[n].text)]
        one = [_simplified(word) for word, _, _ in before]
        two = [_simplified(word) for word, _, _ in after]
        matcher = difflib.SequenceMatcher(None, one, two, autojunk=False)
        for first, second, size in matcher.get_matching_blocks():
            if sum(map(len, one[first : first + size])) < least:
                continue
            for step in range(size):
                _, number, at = before[first + step]
                _, other, there = after[second + step]
                line = self.new[other]
                self._pairs.setdefault((number, at), (line.comment, line.start + there))

    @cached_property
    def _texts(self) -> dict[int, str]:
        """The comments' texts as far as their lines tell."""
        texts: dict[int, str] = defaultdict(str)
        for line in self.new:
            texts[line.comment] = texts[line.comment].ljust(line.start) + line.text
        return texts


def _alike(first: str, second: str) -> float:
    """Return how alike two lines are, 0 to 1."""
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


_T2S = OpenCC("t2s")


@cache
def _simplified(text: str) -> str:
    """Return the text in Simplified characters, one for one."""
    return "".join(map(_simple, text))


@cache
def _simple(character: str) -> str:
    return _T2S.convert(character) if character >= "\u2e80" else character


def letters(text: str) -> str:
    """Return the letters and digits of a text, in Simplified characters."""
    return _LETTER.sub("", _simplified(text))


def words_of(text: str) -> list[tuple[str, int]]:
    """Return the words of a text (Chinese: the characters), each with its place."""
    return [(match.group(), match.start()) for match in _WORD.finditer(text)]
