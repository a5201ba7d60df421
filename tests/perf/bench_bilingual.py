"""What the dictionary, hovering and the alignment cost, beside reading its file in the same run.

Run: python tests/perf/bench_bilingual.py
"""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from talkreader import ingest
from talkreader.bilingual import find_pairs, open_lexicon
from talkreader.bilingual.lexicon import FILE_NAME

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "seeds" / "lighthouse-fund.wiki"


def median(work: Callable[[], object], times: int = 9) -> tuple[float, float]:
    """Return the medians of wall and CPU time, in milliseconds."""
    walls, cpus = [], []
    for _ in range(times):
        wall, cpu = perf_counter(), process_time()
        work()
        walls.append(perf_counter() - wall)
        cpus.append(process_time() - cpu)
    return statistics.median(walls) * 1000, statistics.median(cpus) * 1000


def main() -> None:
    """Print a line for each."""
    (page,) = ingest.understand(SAMPLE)
    bodies = [comment.body.text for comment in page.comments]
    parents = [comment.parent for comment in page.comments]
    sections = [comment.section for comment in page.comments]
    with tempfile.TemporaryDirectory() as folder, open_lexicon(Path(folder)) as lexicon:
        file = Path(folder) / FILE_NAME

        def reopen() -> None:
            open_lexicon(Path(folder)).close()

        def align() -> None:
            find_pairs(bodies, parents=parents, sections=sections, lexicon=lexicon)

        def look_up() -> None:
            for word in lexicon.words("大家好，我代表基金会为没有早一点翻译表示道歉。"):
                lexicon.entries(word)

        print(f"{'':34}   wall ms    CPU ms     ratio")
        floor = median(file.read_bytes)[1]
        for name, work in (
            ("its file, only read", file.read_bytes),
            ("dictionary, opened again", reopen),
            ("words of a sentence looked up", look_up),
            (f"pairs of {len(bodies)} comments", align),
        ):
            wall, cpu = median(work)
            print(f"{name:34} {wall:9.2f} {cpu:9.2f} {cpu / floor:9.1f}")
        for name, cpus in hovers(Path(folder)).items():
            middle, worst = statistics.median(cpus), max(cpus)
            print(f"{name:34} {'':9} {middle:9.2f} {middle / floor:9.1f}   worst {worst:.2f}")


def until(condition: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: loop.quit() if condition() else None)
    timer.start(10)
    loop.exec()


def hovers(cache: Path) -> dict[str, list[float]]:
    """Return the CPU milliseconds of each look-up in the window, Chinese and English words.

    From the mouse at rest to the word in the pane: where it points, the look-up, the writing.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["XDG_CACHE_HOME"] = str(cache)
    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QApplication

    from talkreader.app import Program
    from talkreader.store import open_library
    from talkreader.ui.settings import Settings

    app = QApplication.instance() or QApplication([])
    taken: dict[str, list[float]] = {"hover in the window, Chinese": [], "hover, English": []}
    with open_library(cache / "library") as library:
        program = Program(app, library, Settings(cache / "config"))
        program.open([])
        program.opening.open([SAMPLE])
        until(lambda: program.session.pages.page is not None)
        program.window.actions_["dictionary"].setChecked(True)
        joint, reading = program.dictionary, program.window.reading
        until(lambda: joint._dictionary is not None)
        bar = reading.verticalScrollBar()
        for top in range(0, bar.maximum(), reading.viewport().height()):
            bar.setValue(top)
            for y in range(5, reading.viewport().height(), 23):
                for x in range(40, reading.viewport().width(), 37):
                    joint._point = QPointF(x, y)
                    place = reading.text_at(joint._point)
                    if place is None or not place[0][place[1] : place[1] + 1].isalpha():
                        continue
                    began = process_time()
                    joint._look_under_mouse()
                    spent = (process_time() - began) * 1000
                    is_latin = place[0][place[1]].isascii()
                    taken[list(taken)[is_latin]].append(spent)
        program.window.close()
    return taken


if __name__ == "__main__":
    main()
