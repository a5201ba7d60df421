"""Measure many notes: ``python tests/perf/bench_notes.py [NOTES]``.

Builds a library of invented notes on invented pages in a temporary folder, and prints the CPU of
opening, listing, filtering and searching, also as multiples of reading the same rows bare (the
floor). Numbers depend on the machine; read the ratios.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from talkreader.domain.grammar import parse_query
from talkreader.domain.note import Color, Note
from talkreader.domain.page import PageKey
from talkreader.store import Library, open_library
from talkreader.store.merging import Shared
from talkreader.ui.models.notes import NoteFilter, NoteRow, NotesModel
from talkreader.ui.panes.notes_pane import NotesPane
from tests.store.pages import Said, make_note, make_page

PAGES = 200
ENGLISH = "oil lamp minutes vote fund library scanner apology archive question rule word".split()
CHINESE = ["道歉", "封禁", "基金", "图书馆", "投票", "存檔", "問題"]


def invented(count: int) -> list[Note]:
    """Return so many notes on `PAGES` pages."""
    dice = random.Random(1)  # noqa: S311
    notes = []
    for number in range(count):
        words = " ".join(dice.choices([*ENGLISH, *CHINESE], k=dice.randint(3, 40)))
        note = make_note(
            f"{words} {number}",
            title=f"Talk:{dice.randrange(PAGES)}",
            tags=dice.sample(["vote", "vote/support", "fund", "fund/oil", "rule"], 2),
            color=dice.choice([None, *Color]),
            exact=" ".join(dice.choices(ENGLISH, k=12)),
        )
        notes.append(note)
    return notes


def cpu(act: Callable[[], object], times: int = 5) -> float:
    """Return the least CPU seconds of an act."""
    least = float("inf")
    for _time in range(times):
        start = time.process_time()
        act()
        least = min(least, time.process_time() - start)
    return least


def bare(folder: Path) -> None:
    """Read all rows, and nothing else."""
    connection = sqlite3.connect(folder / "notes.sqlite")
    connection.execute(
        "SELECT id, color, text, created, modified, targets, tags FROM note"
    ).fetchall()
    connection.close()


def measure(library: Library, folder: Path) -> dict[str, float]:
    """Return the CPU seconds of each act."""
    key = PageKey("examplewiki", "Talk:7")
    notes = library.notes

    def search(words: str) -> Callable[[], object]:
        return lambda: library.search(parse_query(words, limit=50))

    app = QApplication.instance() or QApplication([])
    rows = [NoteRow(note, where=note.targets[0].title) for note in notes.all()]
    model = NotesModel()
    pane = NotesPane()
    pane.resize(280, 700)
    pane.show()
    app.processEvents()

    def show_pane() -> None:
        pane.show_notes(rows)
        app.processEvents()

    def filter_pane() -> None:
        pane.filter.words.setText("scanner 道歉")
        app.processEvents()
        pane.filter.words.setText("")

    return {
        "floor: read the rows bare": cpu(lambda: bare(folder)),
        "open the library": cpu(lambda: open_library(folder).close()),
        "all notes": cpu(notes.all, 3),
        "notes of one page": cpu(lambda: notes.for_page(key)),
        "count": cpu(notes.count),
        "tags": cpu(notes.tags),
        "filter in the store: tag and colour": cpu(
            lambda: notes.all(tag="vote", color=Color.PINK, text="道歉")
        ),
        "add a note": cpu(lambda: notes.add(make_note())),
        "search a word": cpu(search("scanner")),
        "search has:note": cpu(search("has:note lamp")),
        "search tag:vote": cpu(search("tag:vote")),
        "model: show": cpu(lambda: model.show(rows), 3),
        "model: filter": cpu(lambda: model.set_filter(NoteFilter("scanner 道歉", tag="vote")), 3),
        "pane: show all": cpu(show_pane, 2),
        "pane: type a filter": cpu(filter_pane, 2),
    }


def main(count: int) -> None:
    """Build, measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_library(folder) as library:
            with library.pages.bulk() as bulk:
                for number in range(PAGES):
                    bulk.save(
                        make_page(
                            [Said("lamp oil", "Wren", "2021-09-14 20:16")], title=f"Talk:{number}"
                        )
                    )
            made = invented(count)
            start = time.process_time()
            library.merging.merge(Shared(replace(note)) for note in made)
            print(
                f"{count} notes taken in: {1e6 * (time.process_time() - start) / count:.0f} µs each"
            )
            found = measure(library, folder)
        floor = found["floor: read the rows bare"]
        for what, seconds in found.items():
            print(f"{what:38} {1000 * seconds:9.1f} ms  {seconds / floor:7.2f} x floor")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
