"""Measure saving and searching: ``python tests/perf/bench_search.py [COMMENTS]``.

Builds a library of invented comments (30 % Chinese, Zipf-like words) in a temporary folder and
prints CPU per comment, sizes in relation to the text, and latencies. Numbers depend on the machine;
read the ratios.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from talkreader.domain.grammar import parse_query
from talkreader.domain.thread import ParsedPage
from talkreader.store import Library, open_library
from tests.store.pages import Said, make_page

CHANCE = random.Random(1)  # noqa: S311 - invented words need no secrecy
ENGLISH = ["".join(CHANCE.choices("etaoinshrdlu", k=CHANCE.randint(2, 9))) for _ in range(20_000)]
CHINESE = [
    "".join(chr(0x4E00 + int(CHANCE.paretovariate(0.6)) % 3500) for _ in range(2))
    for _ in range(20_000)
]
PEOPLE = [f"Person {n}" for n in range(3_000)]
START = datetime(2005, 1, 1, tzinfo=UTC)
QUERIES = {
    "word": lambda: pick(ENGLISH),
    "phrase": lambda: f'"{pick(ENGLISH)} {pick(ENGLISH)}"',
    "prefix": lambda: pick(ENGLISH)[:4] + "*",
    "Chinese 1": lambda: pick(CHINESE)[0],
    "Chinese 2": lambda: pick(CHINESE),
    "Chinese 4": lambda: pick(CHINESE) + pick(CHINESE),
    "user + word + dates": lambda: f'from:"{pick(PEOPLE)}" {pick(ENGLISH)} after:2010 before:2015',
    "word -word": lambda: f"{pick(ENGLISH)} -{pick(CHINESE)}",
}


def pick(words: list[str]) -> str:
    """Return a word, the first ones far more often."""
    return words[int(CHANCE.paretovariate(0.5)) % len(words)]


def comment(answers: int | None) -> Said:
    """Return an invented comment."""
    if CHANCE.random() < 0.3:
        text = "，".join(
            "".join(pick(CHINESE) for _ in range(8)) for _ in range(CHANCE.randint(1, 14))
        )
    else:
        text = " ".join(pick(ENGLISH) for _ in range(CHANCE.randint(10, 150)))
    when = START + timedelta(minutes=CHANCE.randrange(20 * 525_600))
    return Said(text, pick(PEOPLE), when.strftime("%Y-%m-%d %H:%M"), answers)


def pages(comments: int) -> Iterator[ParsedPage]:
    """Yield pages of 30 comments each."""
    for number in range(comments // 30):
        said = [comment(n - 1 if n % 3 else None) for n in range(30)]
        yield make_page(said, title=f"Talk:Page {number}", heading=f"Section {number}")


def measure(library: Library, action: str) -> None:
    """Print the latencies of every kind of query."""
    for name, make in QUERIES.items():
        times = []
        for _ in range(60):
            query = parse_query(make())
            start = time.perf_counter()
            getattr(library, action)(query)
            times.append(1000 * (time.perf_counter() - start))
        times.sort()
        print(f"  {action:7} {name:20} p50 {times[30]:8.2f} ms   p95 {times[57]:8.2f} ms")


def main() -> None:
    """Build, measure, print."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 30_000
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        spent = size = 0.0
        with library.pages.bulk() as bulk:
            for page in pages(wanted):
                size += sum(len(c.body.text.encode()) for c in page.comments)
                start = time.process_time()
                bulk.save(page)
                spent += time.process_time() - start
            start = time.process_time()
        spent += time.process_time() - start
        print(f"{wanted} comments, {size / 1e6:.1f} MB of text: {1e6 * spent / wanted:.0f} µs each")
        path = Path(folder) / "archive.sqlite"
        with sqlite3.connect(path) as connection:
            for table in ("words", "singles"):
                used = connection.execute(
                    f"SELECT sum(length(block)) FROM {table}_data"  # noqa: S608 - two fixed names
                ).fetchone()[0]
                print(f"  {table}: {used / size:.2f} of the text's bytes")
        connection.close()
        print(f"  archive.sqlite: {path.stat().st_size / size:.2f} of the text's bytes")
        measure(library, "search")
        measure(library, "count")


if __name__ == "__main__":
    main()
