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
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from talkreader.store import open_library
from talkreader.store.index.forms import form_of
from talkreader.store.index.gathering import gather_after
from talkreader.store.index.indexing import Indexer
from talkreader.store.index.placing import Placing
from talkreader.store.index.zones import AGE
from talkreader.store.values.folding import fold, index_tokens, single_characters

BATCH = 4_000
_NUMBERED = re.compile(r"\b(p)(\d+)")


def moved(tokens: str, more: int) -> str:
    """Return the tokens of a copy: its page is another."""
    return _NUMBERED.sub(lambda m: f"{m[1]}{int(m[2]) + more}", tokens) if more else tokens


_TEXTS = (
    f"SELECT item.*, {AGE.format('facet')}, up.item FROM item"
    " JOIN facet ON facet.item = item.id LEFT JOIN facet AS up ON up.id = facet.parent"
    " ORDER BY item.id"
)


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
        # what is added to the numbers of pages and sections of each copy
        (most,) = old.execute(
            "SELECT max((SELECT max(id) FROM page), (SELECT max(id) FROM section))"
        ).fetchone()
        each_more = 1 << int(most).bit_length()
        wanted = ", ".join(changed.get(name, name) for name in columns)
        for copy in range(times):
            # (a library that was made so may be multiplied again)
            tail = f" {copy} of {times}" if copy else ""
            values = {"more": copy * each_more, "tail": tail}
            new.execute(f"INSERT INTO page SELECT {wanted} FROM old.page", values)
            new.execute(
                "INSERT INTO section SELECT id + :more, page + :more, idx, heading, folded, level,"
                " parent, start, end, source_start, source_end FROM old.section",
                values,
            )
        new.execute("COMMIT")
        (span,) = old.execute("SELECT max(id) FROM item").fetchone()
        (each,) = old.execute("SELECT count(*) FROM facet").fetchone()
        placing, count = Placing(), 0
        for copy in range(times):
            batch: list[tuple[object, ...]] = []
            more = copy * each_more
            index = Indexer(new, placing, form_of(new))
            for row in old.execute(_TEXTS):
                if len(batch) >= BATCH and row[1] + more != batch[-1][1]:
                    write(new, batch, index)
                number, page = row[0] + copy * span, row[1] + more
                tokens, folded = moved(row[10], more), fold(row[9])
                batch.append((number, page, *row[2:10], tokens, row[11]))
                parent = None if row[13] is None else row[13] + copy * span
                index.waiting.append(
                    (
                        *(row[12] + copy if row[12] else 0, number, page, row[4], row[6], parent),
                        *(len(row[9]), index_tokens(folded), tokens, single_characters(folded)),
                    )
                )
                count += 1
                placing.expected = each * times - count
            write(new, batch, index)
    settle(target, count)
    print(f"{count} texts, {time.process_time() - begun:.0f} s of CPU")


def settle(target: Path, count: int) -> None:
    """Do what an import of so many texts does at its end."""
    with open_library(target) as library:
        gather_after(library._archive, count, lambda: False)
    with closing(sqlite3.connect(target / "archive.sqlite", isolation_level=None)) as new:
        for table in ("words", "singles"):
            new.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def write(new: sqlite3.Connection, batch: list[tuple[object, ...]], index: Indexer) -> None:
    """Store a batch."""
    new.execute("BEGIN")
    new.executemany("INSERT INTO item VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", batch)
    index.flush()
    new.execute("COMMIT")
    batch.clear()


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
