"""Kill an import at random moments: ``kill_import.py [DUMP] [--kills 50] [--seed 1]``.

After each kill the library is opened and must be sound: SQLite's own check, whole pages only, the
index in step with the rows. The import is then started again on the same library, and killed
again, until it comes to its end; the library must then hold the very same as one that was made in
one go. New libraries are begun until so many kills have been made. Half of the kills strike the
importing process alone, and the other half the process that reads for it as well.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from time import monotonic

from talkreader.store import open_library


def start(dump: Path, library: Path) -> subprocess.Popen[bytes]:
    """Start an import in a group of processes of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "talkreader", "import", str(dump), "--library", str(library)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def problems(folder: Path) -> list[str]:
    """Return what is wrong with a library; [] when it is sound."""
    if not (folder / "archive.sqlite").exists():
        return []
    with open_library(folder) as library:
        found = library.check()
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE temp.every USING fts5vocab('main', 'words', 'instance')"
        )
        connection.execute("CREATE TEMP TABLE indexed AS SELECT DISTINCT doc AS id FROM temp.every")
        for what, select in CHECKS.items():
            count = connection.execute(select).fetchone()[0]
            if count:
                found.append(f"{what}: {count}")
        # these raise when an index contradicts itself
        connection.execute("INSERT INTO words (words) VALUES ('integrity-check')")
        connection.execute("INSERT INTO singles (singles) VALUES ('integrity-check')")
    return found


CHECKS = {
    "pages without all of their comments": "SELECT count(*) FROM page WHERE current AND comments !="
    " (SELECT count(*) FROM item WHERE item.page = page.id AND kind = 0)",
    "pages without all of their sections": "SELECT count(*) FROM page WHERE current AND sections !="
    " (SELECT count(*) FROM item WHERE item.page = page.id AND kind = 1)",
    "texts without a page": "SELECT count(*) FROM item WHERE page NOT IN (SELECT id FROM page)",
    "texts that are not in the index": "SELECT count(*) FROM facet WHERE id NOT IN"
    " (SELECT id FROM temp.indexed)",
    "texts in the index that are gone": "SELECT count(*) FROM temp.indexed WHERE id NOT IN"
    " (SELECT id FROM facet)",
    "texts without their small row": "SELECT count(*) FROM item JOIN page ON page.id = item.page"
    " WHERE current AND item.id NOT IN (SELECT item FROM facet)",
    "small rows without their text": "SELECT count(*) FROM facet WHERE item NOT IN"
    " (SELECT id FROM item)",
    "people with another number of comments": "SELECT count(*) FROM person WHERE comments !="
    " (SELECT count(*) FROM item WHERE item.person = person.id)",
}

SAME = (
    (
        "SELECT site, title, tie, namespace, language, form, sha256, revision, version, current,"
        " sections, comments, people, first, last, warnings, raw, source, page.text,"
        " page.gaps, page.rest FROM page ORDER BY site, title, version"
    ),
    (
        "SELECT title, level, heading, parent, start, end FROM section JOIN page"
        " ON page.id = section.page ORDER BY title, idx"
    ),
    (
        "SELECT title, kind, idx, section, minute, author, display, start, end, item.text"
        " FROM item JOIN page ON page.id = item.page LEFT JOIN person ON person.id = item.person"
        " ORDER BY title, kind, idx"
    ),
    (
        "SELECT author, display, comments FROM person WHERE comments"
        " ORDER BY ifnull(author, ''), ifnull(display, '')"
    ),
    (
        "SELECT term, title, kind, idx, offset FROM temp.every JOIN facet ON facet.id = doc"
        " JOIN item ON item.id = facet.item JOIN page ON page.id = item.page WHERE term < '¦'"
        " OR term >= '§' ORDER BY term, title, kind, idx, offset"
    ),
)


def fingerprint(folder: Path) -> list[str]:
    """Return what a library holds, whatever ids its rows have."""
    with closing(sqlite3.connect(folder / "archive.sqlite")) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE temp.every USING fts5vocab('main', 'words', 'instance')"
        )
        prints = []
        for select in SAME:
            digest = hashlib.sha256()
            for row in connection.execute(select):
                digest.update(repr(row).encode("utf-8", "backslashreplace"))
            prints.append(digest.hexdigest())
    return prints


class Killer:
    """Kills imports, and counts."""

    def __init__(self, dump: Path, seconds: float, whole: list[str], chance: Random) -> None:
        self.dump = dump
        self.seconds = seconds
        self.whole = whole
        self.chance = chance
        self.kills = 0
        self.libraries = 0
        self.faults: list[str] = []

    def one_library(self, folder: Path, most: int) -> None:
        """Kill the imports into one library until one comes to its end."""
        while True:
            process = start(self.dump, folder)
            moment = self.chance.uniform(0.02, 0.9) * self.seconds
            try:
                _, said = process.communicate(timeout=moment if self.kills < most else None)
            except subprocess.TimeoutExpired:
                self.kills += 1
                both = self.chance.random() < 0.5
                with suppress(ProcessLookupError):
                    if both:
                        os.killpg(process.pid, signal.SIGKILL)
                    else:
                        process.kill()
                process.communicate()
                self.faults += problems(folder)
                continue
            if process.returncode:
                self.faults.append(said.decode())
            break
        self.libraries += 1
        self.faults += problems(folder)
        if fingerprint(folder) != self.whole:
            self.faults.append(f"library {self.libraries} differs from the one made in one go")


def main() -> int:
    """Print what was found; return 1 when anything was wrong."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("dump", nargs="?", type=Path)
    words.add_argument("--kills", type=int, default=50)
    words.add_argument("--seed", type=int, default=1)
    wanted = words.parse_args()
    with tempfile.TemporaryDirectory() as base:
        dump = wanted.dump or Path(base) / "dump.xml.bz2"
        if wanted.dump is None:
            maker = Path(__file__).with_name("make_dump.py")
            subprocess.run([sys.executable, maker, dump, "10"], check=True)
        began = monotonic()
        start(dump, Path(base) / "whole").communicate()
        seconds = monotonic() - began
        whole = fingerprint(Path(base) / "whole")
        killer = Killer(dump, seconds, whole, Random(wanted.seed))  # noqa: S311  reproducible
        while killer.kills < wanted.kills:
            killer.one_library(Path(base) / str(killer.libraries), wanted.kills)
    print(f"{killer.kills} kills, {killer.libraries} libraries, {len(killer.faults)} faults")
    print("\n".join(killer.faults))
    return bool(killer.faults)


if __name__ == "__main__":
    sys.exit(main())
