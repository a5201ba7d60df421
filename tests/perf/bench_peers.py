"""Compare searching with its peers: ``python tests/perf/bench_peers.py FOLDER [--terms 40]``.

FOLDER is a library that ``make_library.py`` (or ``multiply_library.py``) made. The same texts,
folded, are put into a plain table for LIKE, into a file for ripgrep, and into SQLite's own
unicode61 and trigram indexes. One table is printed: what each index takes, the CPU (user and
system, the middle and the 95th percentile) of the newest 50 hits and of counting all, and how many
of the texts that LIKE finds each finds (of half the Chinese terms, of two characters, and of the
other half, of four). Ours gives hits with snippets, the others ids. Everything runs in turn in one
process. It needs some three times the size of the library on the disk.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from talkreader.domain.grammar import parse_query
from talkreader.store import Library, open_library
from talkreader.store.values.folding import fold
from tests.perf.bench_search import ARCHIVE, Terms, cpu

COMMENTS = "SELECT facet.id, text FROM facet JOIN item ON item.id = facet.item WHERE kind = 0"
FIRST = 50
SCANNED = 8  # so many terms of each kind are given to what reads everything, for it is slow


class Peer(NamedTuple):
    """One way to search. ``newest`` gives some hits, ``count`` how many there are, ``all`` ids."""

    name: str
    newest: Callable[[str], object] | None
    count: Callable[[str], int]
    all: Callable[[str], set[int]]
    size: str = "-"
    made: str = "-"
    scans: bool = False


class Texts:
    """The texts of a library in a database and a file of their own."""

    def __init__(self, path: Path, folder: Path) -> None:
        self.raw = folder / "raw.txt"
        self.bytes = 0
        self.db = sqlite3.connect(folder / "peers.sqlite", isolation_level=None)
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.execute("CREATE TABLE said (id INTEGER PRIMARY KEY, text TEXT)")
        with closing(sqlite3.connect(path)) as source, self.raw.open("wb") as out:
            self.db.execute("BEGIN")
            for key, text in source.execute(COMMENTS):
                folded = fold(text)
                self.db.execute("INSERT INTO said VALUES (?, ?)", (key, folded))
                # one text to the line, its id before it
                self.bytes += out.write(f"{key}\t{' '.join(folded.splitlines())}\n".encode())
            self.db.execute("COMMIT")

    def ids(self, select: str, term: str) -> set[int]:
        """Return the ids that a select with one parameter gives."""
        return {row[0] for row in self.db.execute(select, (term,))}

    def one(self, select: str, term: str) -> int:
        """Return the number that a select with one parameter gives."""
        return int(self.db.execute(select, (term,)).fetchone()[0])

    def like(self) -> Peer:
        """Return a scan of the table."""
        where = "FROM said WHERE text LIKE ?"

        def pattern(term: str) -> str:
            return f"%{fold(term)}%"

        return Peer(
            "LIKE",
            lambda t: self.ids(f"SELECT id {where} ORDER BY id DESC LIMIT {FIRST}", pattern(t)),
            lambda t: self.one(f"SELECT count(*) {where}", pattern(t)),
            lambda t: self.ids(f"SELECT id {where}", pattern(t)),
            scans=True,
        )

    def ripgrep(self) -> Peer:
        """Return a scan of the file, by one thread; what comes first in it is not the newest."""

        def run(term: str, *options: str) -> bytes:
            command = ["rg", "--fixed-strings", "--threads", "1", *options, fold(term), self.raw]
            return subprocess.run(command, capture_output=True, check=False).stdout

        return Peer(
            "ripgrep",
            None,
            lambda t: int(run(t, "--count") or b"0"),
            lambda t: {int(line.split(b"\t")[0]) for line in run(t, "-N").split(b"\n") if line},
            scans=True,
        )

    def index(self, tokenizer: str) -> Peer:
        """Make an index of SQLite's own."""
        begun = time.process_time()
        self.db.execute(
            f"CREATE VIRTUAL TABLE {tokenizer} USING fts5(text, content='', tokenize='{tokenizer}')"
        )
        self.db.execute(
            f"INSERT INTO {tokenizer} ({tokenizer}, rank) VALUES ('hashsize', 67108864)"
        )
        self.db.execute("BEGIN")
        self.db.execute(f"INSERT INTO {tokenizer} (rowid, text) SELECT id, text FROM said")
        self.db.execute("COMMIT")
        self.db.execute(f"INSERT INTO {tokenizer} ({tokenizer}) VALUES ('optimize')")
        spent = time.process_time() - begun
        where = f"FROM {tokenizer} WHERE {tokenizer} MATCH ?"
        newest = f"ORDER BY rowid DESC LIMIT {FIRST}"

        def quoted(term: str) -> str:
            return f'"{fold(term)}"'

        return Peer(
            f"SQLite {tokenizer}",
            lambda t: self.ids(f"SELECT rowid {where} {newest}", quoted(t)),
            lambda t: self.one(f"SELECT count(*) {where}", quoted(t)),
            lambda t: self.ids(f"SELECT rowid {where}", quoted(t)),
            f"{size_of(self.db, tokenizer) / self.bytes:.2f}",
            f"{spent:.0f} s",
        )

    def ours(self, library: Library, path: Path) -> Peer:
        """Return the library's own search."""
        with closing(sqlite3.connect(path)) as connection:
            comments = {key for key, _text in connection.execute(COMMENTS)}
            size = sum(size_of(connection, table) for table in ("words", "singles"))
        return Peer(
            "talkreader",
            lambda t: library.search(parse_query(f'"{t}"')),
            lambda t: library.count(parse_query(f'"{t}"')),
            lambda t: {
                hit.id
                for hit in library.search(parse_query(f'"{t}"', limit=2_000_000))
                if hit.id in comments
            },
            f"{size / self.bytes:.2f}",
        )


def size_of(connection: sqlite3.Connection, index: str) -> int:
    """Return the bytes of an index."""
    return int(connection.execute(f"SELECT sum(length(block)) FROM {index}_data").fetchone()[0])


def spent(work: Callable[[str], object] | None, terms: Sequence[str]) -> str:
    """Return the milliseconds of CPU that each term takes: the middle, and the 95th percentile."""
    if work is None:
        return "-"
    times = []
    for term in terms:
        work(term)  # what a person asks for is in memory, as a rule
        begun = cpu()
        work(term)
        times.append(cpu() - begun)
    times.sort()
    high = times[min(len(times) - 1, len(times) * 95 // 100)]
    return f"{statistics.median(times):.2f} / {high:.2f}"


def found(peer: Peer, truth: dict[str, set[int]]) -> str:
    """Return how many of the texts a peer finds, and how many more."""
    hits = every = more = 0
    for term, expected in truth.items():
        got = peer.all(term)
        hits += len(got & expected)
        more += len(got - expected)
        every += len(expected)
    share = 100 * hits / every
    shown = "100" if hits == every else f"{share:.2f}"
    return f"{shown} %" + (f" (+{more})" if more else "")


def compare(folder: Path, count: int) -> list[list[str]]:
    """Return the table, its head first."""
    path = folder / ARCHIVE
    open_library(folder).close()  # one of an earlier version is brought up to date
    terms = Terms(path)
    asked = {
        "zh 2": [terms.han(2) for _ in range(count // 2)],
        "zh 4": [terms.han(4) for _ in range(count - count // 2)],
        "en": [terms.words(1) for _ in range(count // 2)],
    }
    head = ["ms of CPU: p50 / p95", "index / text", "made in"]
    head += [f"newest {FIRST}, {kind}" for kind in asked]
    head += [f"count, {kind}" for kind in asked]
    head += [f"found, {kind}" for kind in list(asked)[:2]]
    rows = [head]
    with tempfile.TemporaryDirectory(dir=folder) as place, open_library(folder) as library:
        texts = Texts(path, Path(place))
        like = texts.like()
        truth = {kind: {term: like.all(term) for term in asked[kind]} for kind in list(asked)[:2]}
        print(f"{texts.bytes / 1e6:.0f} MB of folded text, {count} Chinese terms in", end=" ")
        print(f"{sum(len(ids) for each in truth.values() for ids in each.values())} texts")
        peers = [texts.ours(library, path), texts.index("trigram"), texts.index("unicode61"), like]
        if shutil.which("rg") is None:
            print("ripgrep is not installed, and is left out")
        else:
            peers.append(texts.ripgrep())
        for peer in peers:
            few = {kind: drawn[: SCANNED if peer.scans else None] for kind, drawn in asked.items()}
            row = [peer.name, peer.size, peer.made]
            row += [spent(peer.newest, drawn) for drawn in few.values()]
            row += [spent(peer.count, drawn) for drawn in few.values()]
            row += [found(peer, expected) for expected in truth.values()]
            rows.append(row)
    return rows


def show(folder: Path, count: int = 40) -> None:
    """Print the table."""
    rows = compare(folder, count)
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for number, row in enumerate(rows):
        print("| " + " | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " |")
        if not number:
            print("|" + "|".join("-" * (w + 2) for w in widths) + "|")


def main() -> int:
    """Print the table; return 0."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("folder", type=Path)
    words.add_argument("--terms", type=int, default=40, help="Chinese terms, half of each length")
    wanted = words.parse_args()
    show(wanted.folder, wanted.terms)
    return 0


if __name__ == "__main__":
    sys.exit(main())
