"""Measure searching: ``python tests/perf/bench_search.py FOLDER [--rounds N] [--peers]``.

FOLDER is a library that ``make_library.py`` (or ``multiply_library.py``) made. Words, phrases and
people are drawn from its own texts, so the frequent ones come more often, as in life. Prints the
CPU (user and system, of this process) and the time by the wall of the first 50 hits with their
snippets, of the counts, of facets, completion and profiles; and, with ``--peers``, the table of
``bench_peers.py``. Everything runs in turn in one process, so the ratios of CPU hold on a busy
machine. Two cores may share a search: the wall tells what that is worth where both are idle. Every
query is asked once before it is measured.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from talkreader.domain.grammar import parse_query
from talkreader.domain.query import Order
from talkreader.store import Library, open_library

SAMPLED = 4_000
ARCHIVE = "archive.sqlite"


class Terms:
    """Draws what to search for from the texts of a library."""

    def __init__(self, path: Path, seed: int = 2) -> None:
        self.chance = Random(seed)  # noqa: S311  reproducible, not secret
        with closing(sqlite3.connect(path)) as connection:
            first, last = connection.execute("SELECT min(id), max(id) FROM item").fetchone()
            found = [
                connection.execute(
                    "SELECT text, minute, author FROM item"
                    " JOIN person ON person.id = item.person"
                    " WHERE item.id >= ? AND kind = 0 ORDER BY item.id LIMIT 1",
                    (self.chance.randrange(first, last),),
                ).fetchone()
                for _ in range(SAMPLED)
            ]
        rows = [row for row in found if row is not None]
        self._english = [row for row in rows if row[0].isascii()]
        self._chinese = [row[0] for row in rows if row[0][0] > "\u2e80"]

    def words(self, count: int) -> str:
        """Return words that stand beside each other somewhere."""
        while True:
            words = self.chance.choice(self._english)[0].replace(".", "").split()
            if len(words) >= count and "".join(words).isalnum() and "OR" not in words:
                place = self.chance.randrange(len(words) - count + 1)
                return " ".join(words[place : place + count])

    def han(self, length: int) -> str:
        """Return so many Chinese characters that stand beside each other somewhere."""
        while True:
            text = self.chance.choice(self._chinese)
            place = self.chance.randrange(len(text))
            term: str = text[place : place + length]
            if len(term) == length and term.isalnum() and min(term) > "\u2e80":
                return term

    def person(self) -> str:
        """Return somebody's name."""
        return str(self.chance.choice(self._english)[2])

    def of_somebody(self) -> str:
        """Return a search for a word of somebody's within a year."""
        text, minute, author = self.chance.choice(self._english)
        word = self.chance.choice([w for w in text.split() if w.isalnum() and w != "OR"] or ["the"])
        year = 1970 + minute // 525_960
        return f'from:"{author}" {word} after:{year} before:{year + 1}'

    def prefix(self) -> str:
        """Return the first four letters of a word."""
        while len(word := self.words(1)) < 4:
            pass
        return word[:4] + "*"


def cpu() -> float:
    """Return the milliseconds of CPU that this process and its children took."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return 1000 * sum(one.ru_utime + one.ru_stime for one in used)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds of CPU that something takes, by the finer clock, and of wall."""
    begun, start = time.perf_counter(), time.process_time()
    work()
    taken = time.process_time() - start
    return 1000 * taken, 1000 * (time.perf_counter() - begun)


def line(name: str, times: list[tuple[float, float]]) -> None:
    """Print the middle and the 95th percentile, of CPU and of wall."""
    shown = []
    for values in zip(*times, strict=True):
        high = sorted(values)[min(len(values) - 1, len(values) * 95 // 100)]
        shown.append(f"p50 {statistics.median(values):9.3f} ms   p95 {high:9.3f} ms")
    print(f"  {name:44} {'   wall '.join(shown)}", flush=True)


def ours(library: Library, terms: Terms, rounds: int) -> None:
    """Measure the library's own searches."""
    kinds: dict[str, Callable[[], str]] = {
        "word": lambda: terms.words(1),
        "phrase of two words": lambda: f'"{terms.words(2)}"',
        "Chinese, 1 character": lambda: terms.han(1),
        "Chinese, 2 characters": lambda: terms.han(2),
        "Chinese, 4 characters": lambda: terms.han(4),
        "user + word + year": terms.of_somebody,
        "prefix of 4 letters": terms.prefix,
    }
    queries = {name: [parse_query(draw()) for _ in range(rounds)] for name, draw in kinds.items()}
    print("first 50 hits with snippets")
    for name, asked in queries.items():
        for query in asked:
            library.search(query)
        line(name, [timed(lambda q=query: library.search(q)) for query in asked])
    print("counts of all hits")
    for name, asked in queries.items():
        line(name, [timed(lambda q=query: library.count(q)) for query in asked])
    print("and")
    few = [query for asked in queries.values() for query in asked[: max(1, rounds // 7)]]
    ranked = [parse_query(terms.words(1), order=Order.RELEVANCE) for _ in range(rounds)]
    line("word, by relevance", [timed(lambda q=query: library.search(q)) for query in ranked])
    found = [library.search(query) for query in few]
    line("the comments that 50 hits answer",
         [timed(lambda h=hits: library.answered(h)) for hits in found])  # fmt: skip
    line("facets of all kinds", [timed(lambda q=query: library.facets(q)) for query in few])
    names = [terms.person() for _ in range(rounds)]
    for length in (1, 2, 4):
        begun = [name[:length] for name in names]
        line(
            f"from: completed after {length} letters",
            [timed(lambda b=begin: library.suggest("from", b)) for begin in begun],
        )
    titles = [terms.words(1)[:3] for _ in range(20)]
    line("in: completed after 3 letters",
         [timed(lambda b=begin: library.suggest("in", b)) for begin in titles])  # fmt: skip
    line("profile of somebody", [timed(lambda n=n: library.profile(n)) for n in names])
    narrowed = [(name, parse_query(terms.words(1)).root) for name in names]
    line("profile, narrowed by a word", [
        timed(lambda n=name, w=words: library.profile(n, w)) for name, words in narrowed
    ])  # fmt: skip


def lines(path: Path) -> Iterator[str]:
    """Yield what the library is like."""
    with closing(sqlite3.connect(path)) as connection:
        count, people = connection.execute(
            "SELECT (SELECT count(*) FROM item WHERE kind = 0), (SELECT count(*) FROM person)"
        ).fetchone()
        most = connection.execute("SELECT max(comments) FROM person").fetchone()[0]
    yield f"{count} comments by {people} people, the busiest wrote {most}"
    yield f"{ARCHIVE}: {path.stat().st_size / 1e6:.0f} MB"


def main() -> int:
    """Measure, print; return 0."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    words.add_argument("--rounds", type=int, default=60)
    words.add_argument("--peers", action="store_true")
    wanted = words.parse_args()
    open_library(wanted.folder).close()  # one of an earlier version is brought up to date
    path = wanted.folder / ARCHIVE
    print(*lines(path), sep="\n")
    terms = Terms(path)
    with open_library(wanted.folder) as library:
        ours(library, terms, wanted.rounds)
    if wanted.peers:
        from tests.perf.bench_peers import show

        show(wanted.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
