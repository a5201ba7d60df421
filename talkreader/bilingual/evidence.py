"""How much more likely two pieces of text are as translations than as any two of their page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from math import log
from types import MappingProxyType

from talkreader.bilingual.units import Chinese, English
from talkreader.domain.progress import Progress

Table = dict[str, dict[str, float]]
"""For a word of one language the words of the other that stand for it, with their chances."""

Range = tuple[int, int, int, int]
"""English sentences from and to, Chinese ones from and to."""

# All figures here and in `align` were set on parts of two manuals and of a message catalogue in
# both scripts, perturbed, and measured on others (tests/perf/bench_alignment.py).
_CERTAIN = 0.7  # chance of a name, number or command to be written alike in the translation
_KNOWN = 0.3  # of a word to be translated by one that the dictionary gives, which mostly gives more
_HINTED = 0.12  # by one that shares a character with those
_PSEUDO_WORDS = 1200.0  # of other text that the page's own counts are mixed with
_RARE = 1 / 450  # part that a word has in other text
_TRUST = 3.0  # how many sightings on the page the dictionary is worth
_ROUNDS = 2

_SAID = 0.6  # part of a sentence's words that come from the other one
_SAID_LATIN = 0.85  # the same of Latin words in Chinese
_SAID_NUMBER = 0.8  # the same of numbers in English
_SAID_PARTLY = 0.25  # where a part of the sentence is not translated
_PARTLY = -2.7  # logarithm of the likelihood of that
_DILUTION = (
    0.9  # how much less each word of a sentence foretells, the more there are; 1: in proportion
)
_UNSAID_PARTLY = log(1 - _SAID_PARTLY)
_ROWS = 400  # more than a corridor is wide; each may weigh 40 KB in a long text
_NOTHING: Mapping[str, float] = MappingProxyType({})


class Evidence:
    """Weighs couples of English and Chinese sentences of two texts.

    A word of one side is drawn from what the words of the other side translate to, or from the
    text at large (the first of IBM's models, Brown et al. 1993, begun with the dictionary). What
    comes back is the logarithm of that likelihood over the one by chance: words that stand in
    every sentence say little, rare ones much. `learn` adds what the page itself shows.
    """

    def __init__(
        self,
        english: Sequence[English],
        chinese: Sequence[Chinese],
        progress: Progress | None = None,
    ) -> None:
        self._progress = progress or Progress()
        left = [list(unit.stems) for unit in english]
        right = [list(dict.fromkeys(word.name for word in unit.words)) for unit in chinese]
        table = _from_dictionary(english, chinese)
        self._to_chinese = _Reading(left, right, table, _sure_chinese)
        self._to_english = _Reading(right, left, _turned(table), _sure_english)
        names = {name for unit in left for name in unit if name[:1] > "\u2fff"}
        for number, unit in enumerate(chinese):
            self._to_english.add(number, {name for name in names if name in unit.text})

    def ratio(self, e0: int, e1: int, c0: int, c1: int) -> tuple[float, float]:
        """Return the ratio for English sentences ``e0:e1`` and Chinese ones ``c0:c1``.

        With it the sum of what speaks for them, 0 when they have no telling words in common.
        """
        ratio, good = self._to_chinese.ratio(e0, e1, c0, c1)
        other, more = self._to_english.ratio(c0, c1, e0, e1)
        return ratio + other, good + more

    def learn(self, beads: Iterable[Range]) -> None:
        """Take up which words meet in sentences that translate each other."""
        beads = list(beads)
        self._to_chinese.learn(beads, self._progress)
        self._to_english.learn([(c0, c1, e0, e1) for e0, e1, c0, c1 in beads], self._progress)


def _sure_english(word: str) -> float:
    return _SAID_NUMBER if word[:1].isdigit() else _SAID


def _sure_chinese(word: str) -> float:
    return _SAID_LATIN if word.isascii() else _SAID


class _Reading:
    """How well the sentences of one language, the given, foretell the words of those of the other.

    ``sure`` says of a word which part of such words the given sentence accounts for.
    """

    def __init__(
        self,
        given: list[list[str]],
        told: list[list[str]],
        table: Table,
        sure: Callable[[str], float],
    ) -> None:
        self._given = given
        self._told = told
        self._table = table
        self._chances = _chances(told)
        self._sure = {word: (sure(word), log(1 - sure(word))) for word in self._chances}
        self._alike: dict[int, dict[str, float]] = {}
        self._foretold: dict[int, dict[str, float]] = {}

    def add(self, number: int, words: Iterable[str]) -> None:
        """Note words that a given sentence holds as they are, whatever it is cut into."""
        alike = dict.fromkeys(words, _CERTAIN)
        if alike:
            self._alike[number] = alike

    def _row(self, number: int) -> dict[str, float]:
        """Return what a given sentence foretells; of long texts only the last ones are kept."""
        row = self._foretold.get(number)
        if row is None:
            if len(self._foretold) >= _ROWS:
                del self._foretold[next(iter(self._foretold))]
            row = _strongest(self._table.get(word, _NOTHING) for word in self._given[number])
            row.update(self._alike.get(number, _NOTHING))
            self._foretold[number] = row
        return row

    def ratio(self, g0: int, g1: int, t0: int, t1: int) -> tuple[float, float]:
        """Return the logarithm of the ratio, and the sum of what speaks for it."""
        words = self._told[t0] if t1 - t0 == 1 else _joined(self._told[t0:t1])
        given = self._given[g0] if g1 - g0 == 1 else _joined(self._given[g0:g1])
        rows = [self._row(number) for number in range(g0, g1)]
        get = rows[0].get
        scale = 1 / (len(given) + 1) ** _DILUTION
        whole, partly, good = 0.0, _PARTLY, 0.0
        for word in words:
            sure, unsaid = self._sure[word]
            chance = get(word, 0.0) if len(rows) == 1 else max(row.get(word, 0.0) for row in rows)
            if not chance:
                whole += unsaid
                partly += _UNSAID_PARTLY
            else:
                gain = scale * chance / self._chances[word]
                told = log(1 - sure + sure * gain)
                whole += told
                partly += log(1 - _SAID_PARTLY + _SAID_PARTLY * gain)
                good += max(told, 0.0)
        return max(whole, partly), good

    def learn(self, beads: Sequence[Range], progress: Progress) -> None:
        """Take the chances from couples of sentences (given from and to, told from and to)."""
        couples = [
            (_joined(self._given[g0:g1]), _joined(self._told[t0:t1])) for g0, g1, t0, t1 in beads
        ]
        for step in range(_ROUNDS):
            self._table = self._relearnt(couples, progress, new=step == 0)
        self._foretold.clear()

    def _relearnt(
        self, couples: Sequence[tuple[list[str], list[str]]], progress: Progress, *, new: bool
    ) -> Table:
        """Return the table after one step of expectation and maximization.

        ``new``: every word of a couple may translate every other, else only those of the table.
        """
        counts: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
        seen: Counter[str] = Counter()
        met: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for given, told in couples:
            progress.check()
            seen.update(given)
            rows = [(word, self._table.get(word, _NOTHING)) for word in given]
            for word in told:
                base = self._chances[word]
                least = base if new else 0.0
                shares = [(name, row.get(word, 0.0) + least) for name, row in rows]
                whole = sum(share for _name, share in shares) + (
                    base if new else base * 0.3 * len(given)
                )
                for name, share in shares:
                    if share:
                        counts[name][word] += share / whole
                        met[name][word] += 1
        table = dict(self._table)
        for name, row in counts.items():
            total = seen[name] + _TRUST
            mixed = {
                word: _TRUST * chance / total
                for word, chance in self._table.get(name, _NOTHING).items()
            }
            for word, count in row.items():
                together = met[name][word]
                if together > 1:  # once is where it was looked for, and proves nothing
                    mixed[word] = mixed.get(word, 0.0) + count * (1 - 1 / together) / total
            table[name] = mixed
        return table


def _from_dictionary(english: Sequence[English], chinese: Sequence[Chinese]) -> Table:
    """Return which Chinese words of a text the dictionary gives for the English ones."""
    known = {name for unit in english for name in unit.stems}
    hints: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for unit in english:
        for name, characters in unit.hints.items():
            for character, share in characters.items():
                hints[character][name] = share
    table: Table = defaultdict(dict)
    for word in {word.name: word for unit in chinese for word in unit.words}.values():
        for character in set(word.name):
            for name, share in hints.get(character, _NOTHING).items():
                row = table[name]
                row[word.name] = max(_HINTED * share, row.get(word.name, 0.0))
        for name in word.stems & known:
            table[name][word.name] = _CERTAIN if word.credit == 1 else _KNOWN * word.credit
    return table


def _chances(units: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return how often each word is met in the text, mixed with text at large."""
    counts = Counter(chain.from_iterable(units))
    total = counts.total() + _PSEUDO_WORDS
    return {word: (count + _PSEUDO_WORDS * _RARE) / total for word, count in counts.items()}


def _turned(table: Table) -> Table:
    turned: Table = defaultdict(dict)
    for name, row in table.items():
        for other, chance in row.items():
            turned[other][name] = chance
    return turned


def _strongest(rows: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Return for every word its best chance in any of the rows."""
    found: dict[str, float] = {}
    for row in rows:
        for word, chance in row.items():
            if chance > found.get(word, 0.0):
                found[word] = chance
    return found


def _joined(units: Iterable[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(chain.from_iterable(units)))
