"""Make a library several times as large: ``python tests/perf/multiply_library.py FROM TO TIMES``.

Every text stands in it so many times, on a page of its own, a moment after the one before: the
index is as long as that of a library of this size, at a fifth of the time that making new texts
takes. Only searching can be measured in it: its pages have no source.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from talkreader.store import open_library
from talkreader.store.folding import fold, index_tokens, single_characters

BATCH = 20_000
PAGES = 1 << 20
"""What is added to the numbers of pages and sections of each copy."""
_NUMBERED = re.compile(r"\b(p)(\d+)")


def moved(tokens: str, copy: int) -> str:
    """Return the tokens of a copy: its page is another."""
    if not copy:
        return tokens
    return _NUMBERED.sub(lambda m: f"{m[1]}{int(m[2]) + copy * PAGES}", tokens)


Row = tuple[int, int | None, tuple[object, ...]]


def rows(source: sqlite3.Connection, times: int) -> Iterator[tuple[int, Row]]:
    """Yield (copy, row) in the order of the new ids; a copy that has no room is left out."""
    found = source.execute(
        "SELECT facet.id, item.*, facet.parent FROM facet JOIN item ON item.id = facet.item"
        " ORDER BY facet.id"
    )
    for one, following in pairwise(found):
        for copy in range(times):
            if one[0] + copy < following[0]:
                yield copy, one


def multiply(source: Path, target: Path, times: int) -> None:
    """Fill a new library."""
    open_library(target).close()
    begun = time.process_time()
    with (
        closing(sqlite3.connect(source / "archive.sqlite")) as old,
        closing(sqlite3.connect(target / "archive.sqlite", isolation_level=None)) as new,
    ):
        new.execute("PRAGMA synchronous = OFF")
        new.execute("PRAGMA cache_size = -200000")
        new.execute("ATTACH ? AS old", (str(source / "archive.sqlite"),))
        new.execute("BEGIN")
        new.execute("INSERT INTO context SELECT * FROM old.context")
        new.execute("INSERT INTO person SELECT * FROM old.person")
        columns = [row[1] for row in new.execute("PRAGMA table_info(page)")]
        changed = {
            "id": "id + :more",
            "title": "title || :tail",
            "folded": "folded || :tail",
            "raw": "x'5b5d'",
            "source": "x''",
            "text": "NULL",
        }
        wanted = ", ".join(changed.get(name, name) for name in columns)
        for copy in range(times):
            values = {"more": copy * PAGES, "tail": f" {copy}" if copy else ""}
            new.execute(f"INSERT INTO page SELECT {wanted} FROM old.page", values)
            new.execute(
                "INSERT INTO section SELECT id + :more, page + :more, idx, heading, folded, level,"
                " parent, start, end, source_start, source_end FROM old.section",
                values,
            )
        new.execute("COMMIT")
        batch: list[tuple[object, ...]] = []
        count = last = 0
        texts = tokens = singles = ""
        for number, (copy, row) in enumerate(rows(old, times), 1):
            if row[0] != last:
                last, folded = row[0], fold(row[10])
                texts, singles = index_tokens(folded), single_characters(folded)
            tokens = moved(row[11], copy)
            key, page = row[0] + copy, row[2] + copy * PAGES
            item = (number, page, *row[3:11], tokens, row[12])
            parent = row[13] + copy if row[13] else None
            facet = (key, page, row[5], row[7], parent, number)
            batch.append((item, facet, (key, texts, tokens), (key, singles)))
            if len(batch) == BATCH:
                write(new, batch)
                count += BATCH
                batch.clear()
        write(new, batch)
        count += len(batch)
        for table in ("words", "singles"):
            new.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
    print(f"{count} texts, {time.process_time() - begun:.0f} s of CPU")


def write(new: sqlite3.Connection, batch: list[tuple[object, ...]]) -> None:
    """Store a batch."""
    new.execute("BEGIN")
    new.executemany(
        "INSERT INTO item VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", (item for item, *_ in batch)
    )
    new.executemany("INSERT INTO facet VALUES (?,?,?,?,?,?)", (facet for _, facet, *_ in batch))
    new.executemany(
        "INSERT INTO words (rowid, txt, meta) VALUES (?,?,?)", (words for _, _, words, _ in batch)
    )
    new.executemany(
        "INSERT INTO singles (rowid, txt) VALUES (?,?)",
        (singles for *_, singles in batch if singles[1]),
    )
    new.execute("COMMIT")


def main() -> int:
    """Make the library; return 0."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("source", type=Path)
    words.add_argument("target", type=Path)
    words.add_argument("times", type=int)
    wanted = words.parse_args()
    multiply(wanted.source, wanted.target, wanted.times)
    return 0


if __name__ == "__main__":
    sys.exit(main())
