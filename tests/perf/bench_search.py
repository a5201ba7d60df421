"""Measure searching: ``python tests/perf/bench_search.py FOLDER [--rounds N] [--peers]``.

FOLDER is a library that ``make_library.py`` (or ``multiply_library.py``) made. Words, phrases and
people are drawn from its own texts, so the frequent ones come more often, as in life. Prints the
CPU (user and system, of this process) of the first 50 hits with their snippets, of the counts, of
facets, completion and profiles; and, with ``--peers``, what the same costs a scan with LIKE,
ripgrep over the raw text, and SQLite's own unicode61 and trigram indexes, with their sizes and how
many of the texts that contain a Chinese term they find. Everything runs in turn in one process, so
the ratios hold on a busy machine. Every query is asked once before it is measured.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from talkreader.domain.grammar import parse_query
from talkreader.domain.query import Order
from talkreader.store import Library, open_library
from talkreader.store.folding import fold

SAMPLED = 4_000
ARCHIVE = "archive.sqlite"


_COMMENTS = "SELECT facet.id, text FROM facet JOIN item ON item.id = facet.item WHERE kind = 0"


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


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that something takes, by the finer clock."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def line(name: str, times: list[float]) -> None:
    """Print the middle and the 95th percentile."""
    times.sort()
    high = times[min(len(times) - 1, len(times) * 95 // 100)]
    print(f"  {name:44} p50 {statistics.median(times):9.3f} ms   p95 {high:9.3f} ms", flush=True)


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


class Peers:
    """The same texts, folded, in a plain table, in a file, and in SQLite's own indexes."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.folder = folder
        self.db = sqlite3.connect(folder / "peers.sqlite", isolation_level=None)
        self.db.execute("PRAGMA journal_mode = OFF")
        self.db.execute("PRAGMA synchronous = OFF")
        self.db.execute("PRAGMA cache_size = -400000")
        self.db.execute("CREATE TABLE said (id INTEGER PRIMARY KEY, text TEXT)")
        self.raw = folder / "raw.txt"
        self.bytes = 0
        with closing(sqlite3.connect(path)) as source, self.raw.open("wb") as out:
            self.db.execute("BEGIN")
            for key, text in source.execute(_COMMENTS):
                folded = fold(text)
                self.db.execute("INSERT INTO said VALUES (?, ?)", (key, folded))
                # one text to the line, its id before it
                one = " ".join(folded.split("\n"))
                self.bytes += out.write(f"{key}\t{one}\n".encode())
            self.db.execute("COMMIT")

    def index(self, tokenizer: str, *, columnsize: int = 1) -> str:
        """Make an index; print what it took."""
        start = time.process_time()
        self.db.execute(
            f"CREATE VIRTUAL TABLE {tokenizer} USING fts5(text, content='', tokenize='{tokenizer}',"
            f" columnsize={columnsize})"
        )
        self.db.execute(
            f"INSERT INTO {tokenizer} ({tokenizer}, rank) VALUES ('hashsize', 67108864)"
        )
        self.db.execute("BEGIN")
        self.db.execute(f"INSERT INTO {tokenizer} (rowid, text) SELECT id, text FROM said")
        self.db.execute("COMMIT")
        self.db.execute(f"INSERT INTO {tokenizer} ({tokenizer}) VALUES ('optimize')")
        spent = time.process_time() - start
        size = self.db.execute(f"SELECT sum(length(block)) FROM {tokenizer}_data").fetchone()[0]
        print(f"  {tokenizer}: {spent:.0f} s of CPU, {size / self.bytes:.2f} of the text's bytes")
        return tokenizer

    def liked(self, term: str) -> set[int]:
        """Return the texts that LIKE finds."""
        pattern = f"%{fold(term)}%"
        return {
            row[0] for row in self.db.execute("SELECT id FROM said WHERE text LIKE ?", (pattern,))
        }

    def matched(self, index: str, term: str, *, limit: int = -1) -> set[int]:
        """Return the texts that an index finds, the newest first; none when it cannot say."""
        found = self.db.execute(
            f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?",
            (f'"{fold(term)}"', limit),
        )
        return {row[0] for row in found}

    def grepped(self, term: str) -> float:
        """Return the milliseconds of CPU that ripgrep takes to count the lines with a term."""
        start = cpu()
        subprocess.run(
            ["rg", "--count", "--fixed-strings", "--threads", "1", fold(term), str(self.raw)],
            capture_output=True,
            check=False,
        )
        return cpu() - start


def peers(path: Path, library: Library, terms: Terms) -> None:
    """Measure the alternatives side by side."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        other = Peers(path, Path(folder))
        print(f"peers, over {other.bytes / 1e6:.0f} MB of folded text")
        indexes = [other.index("unicode61"), other.index("trigram")]
        for table in ("words", "singles"):
            with closing(sqlite3.connect(path)) as connection:
                (size,) = connection.execute(
                    f"SELECT sum(length(block)) FROM {table}_data"
                ).fetchone()
            print(f"  ours, {table}: {size / other.bytes:.2f} of the text's bytes")
        chinese = [terms.han(2) for _ in range(20)] + [terms.han(4) for _ in range(20)]
        english = [terms.words(1) for _ in range(10)]
        few = chinese[:3] + chinese[20:23] + english[:2]
        line("LIKE, all hits", [timed(lambda t=t: other.liked(t)) for t in few])
        line("ripgrep, all lines counted", [other.grepped(t) for t in few])
        for name, drawn in (("Chinese", chinese), ("English word", english)):
            line(
                f"ours, newest 50 with snippets, {name}",
                [timed(lambda t=t: library.search(parse_query(f'"{t}"'))) for t in drawn],
            )
            for index in indexes:
                line(
                    f"{index}, newest 50 ids, {name}",
                    [timed(lambda t=t, i=index: other.matched(i, t, limit=50)) for t in drawn],
                )
        recall(path, library, other, indexes, chinese)


def recall(
    path: Path, library: Library, other: Peers, indexes: list[str], chinese: list[str]
) -> None:
    """Print how many of the texts that LIKE finds each index finds, over the Chinese terms."""
    comments = {key for key, _text in sqlite3.connect(path).execute(_COMMENTS)}
    truth = missed = extra = 0
    found = dict.fromkeys(indexes, 0)
    for term in chinese:
        expected = other.liked(term)
        hits = library.search(parse_query(f'"{term}"', limit=2_000_000))
        got = {hit.id for hit in hits if hit.id in comments}
        truth += len(expected)
        missed += len(expected - got)
        extra += len(got - expected)
        for index in indexes:
            found[index] += len(expected & other.matched(index, term))
    print(f"  recall on {len(chinese)} Chinese terms, {truth} texts that LIKE finds:")
    print(f"    ours: {missed} missed, {extra} too many")
    for index, count in found.items():
        print(f"    {index}: {100 * count / truth:.2f} % found")


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
            peers(path, library, terms)
    return 0


if __name__ == "__main__":
    sys.exit(main())
