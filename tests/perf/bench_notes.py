"""Measure many notes: ``python tests/perf/bench_notes.py [NOTES]``.

Builds a library of invented notes on invented pages in a temporary folder, and prints the CPU of
opening, listing, filtering and searching, also as multiples of reading the same rows bare (the
floor). Numbers depend on the machine; read the ratios. For acts in the window also the longest time
in which its thread answered nobody, in CPU of that thread alone.
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
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from talkreader.app import Program
from talkreader.domain.grammar import parse_query
from talkreader.domain.note import Color, Note
from talkreader.domain.page import PageKey
from talkreader.store import Library, open_library
from talkreader.store.notes.merging import Shared
from talkreader.ui.models.note_rows import rows_of_library
from talkreader.ui.models.notes import NoteFilter, NoteOrder, NotesModel
from talkreader.ui.panes.notes_pane import NotesTab
from talkreader.ui.settings import Settings
from tests.store.pages import Said, make_note, make_page

PAGES = 200
ENGLISH = "oil lamp minutes vote fund library scanner apology archive question rule word".split()
CHINESE = ["道歉", "封禁", "基金", "图书馆", "投票", "存檔", "問題"]


def moment_of(page: int) -> datetime:
    """Return when the comment of a page was written: each at another time, or it is moved."""
    return datetime(2021, 9, 14, 20, 16, tzinfo=UTC) + timedelta(minutes=page)


def invented(count: int) -> list[Note]:
    """Return so many notes on `PAGES` pages."""
    dice = random.Random(1)  # noqa: S311
    notes = []
    for number in range(count):
        words = " ".join(dice.choices([*ENGLISH, *CHINESE], k=dice.randint(3, 40)))
        page = dice.randrange(PAGES)
        note = make_note(
            f"{words} {number}",
            comment=f"c-Wren-{moment_of(page):%Y%m%d%H%M%S}",
            title=f"Talk:{page}",
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

    rows = rows_of_library(library)
    model = NotesModel()

    def filter_model() -> None:
        model.arrange(NoteFilter("scanner 道歉", tag="vote"), NoteOrder.PLACE)
        model.arrange(NoteFilter(), NoteOrder.PLACE)

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
        "model: filter": cpu(filter_model, 3),
    }


def gap_of(
    app: QApplication, act: Callable[[], object], seconds: float = 2.5
) -> tuple[float, float]:
    """Return the CPU seconds of the window's thread that an act takes, and its longest gap."""
    gaps, last = [], [time.thread_time()]
    loop, beat = QEventLoop(), QTimer()

    def tick() -> None:
        gaps.append(time.thread_time() - last[0])
        last[0] = time.thread_time()

    beat.timeout.connect(tick)
    beat.start(0)
    start = time.thread_time()
    QTimer.singleShot(0, act)
    idle = QTimer()  # an empty turn of the loop costs some microseconds: many are no work
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
    beat.stop()
    idle.stop()
    app.sendPostedEvents()
    worked = sum(gap for gap in gaps if gap > 0.002)
    return min(worked, time.thread_time() - start), max(gaps)


def in_window(library: Library, folder: Path) -> dict[str, tuple[float, float]]:
    """Return for acts on the notes pane of a real window its CPU seconds and longest gap."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
    program = Program(app, library, Settings(folder / "config"))
    window = program.window
    window.resize(1280, 800)
    program.open([])
    program.session.pages.open_page(library.pages.all()[7].id)
    loop = QEventLoop()
    program.session.pages.page_opened.connect(loop.quit)
    loop.exec()
    gap_of(app, lambda: None)
    pane = window.notes
    window.right.show()
    acts: dict[str, Callable[[], object]] = {
        "to the library's notes": lambda: pane.show_tab(NotesTab.EVERYWHERE),
        "type a word": lambda: pane.filter.words.setText("scanner"),
        "type a Chinese word": lambda: pane.filter.words.setText("scanner 道歉"),
        "no words any more": lambda: pane.filter.words.setText(""),
        "a tag with those below it": lambda: pane.filter.choose_tag("fund"),
        "and a colour": lambda: pane.filter.colors.setCurrentIndex(2),
        "all again": pane.filter.clear,
        "by time": lambda: pane.filter.orders.setCurrentIndex(1),
        "by tag": lambda: pane.filter.orders.setCurrentIndex(2),
        "scroll to the end of the rows": pane.list.scrollToBottom,
        "write a note": lambda: program.session.notes.add([(0, 0, 4)], Color.BLUE),
        "undo it": program.session.notes.undo,
        "open the codebook": window.actions_["codebook"].trigger,
    }
    found = {name: gap_of(app, act, 4 if "library" in name else 2.5) for name, act in acts.items()}
    program.runner.stop()
    window.close()
    return found


def main(count: int) -> None:
    """Build, measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_library(folder) as library:
            with library.pages.bulk() as bulk:
                for number in range(PAGES):
                    bulk.save(
                        make_page(
                            [Said("lamp oil", "Wren", f"{moment_of(number):%Y-%m-%d %H:%M}")],
                            title=f"Talk:{number}",
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
            acts = in_window(library, folder)
        for what, seconds in found.items():
            print(f"{what:38} {1000 * seconds:9.1f} ms  {seconds / floor:7.2f} x floor")
        for what, (seconds, gap) in acts.items():
            print(f"window: {what:30} {1000 * seconds:9.1f} ms  longest gap {1000 * gap:6.1f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50_000)
