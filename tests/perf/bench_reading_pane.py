"""How quick the reading pane is, beside a bare QTextBrowser with the same words in the same run.

Run: QT_QPA_PLATFORM=offscreen python tests/perf/bench_reading_pane.py [comments]

Figures are milliseconds of processor time (user and system), which other programs on the machine
do not change much; a screen of 900 x 700. Memory is measured in processes of their own.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import process_time

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QTextBrowser

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from talkreader.domain.note import AnchorState, Placed  # needs the path
from talkreader.reading import ReadingPage  # needs the path
from talkreader.ui.panes.reading_pane import HitMark, ReadingPane  # needs the path
from tests.store.pages import make_note  # needs the path
from tests.ui.pages import (  # needs the path
    as_page,
    make_bilingual_page,
    make_long_thread,
    make_page,
)

COMMENTS = 5000
REPLIES = 2000
NOTES = 300


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that something takes."""
    began = process_time()
    act()
    return (process_time() - began) * 1000


def report(what: str, ms: float, aim: float, floor: float | None = None) -> None:
    """Print one figure, its aim, and what the bare widget takes for the same."""
    beside = f"   bare {floor:8.1f} ms" if floor is not None else ""
    print(f"{what:<46}{ms:9.1f} ms   aim {aim:5.0f} ms   x{ms / aim:.2f}{beside}")


def resident() -> float:
    """Return the memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * 4096 / 1e6


def words_of(page: ReadingPage) -> str:
    """Return what a bare widget shows of the page."""
    return "\n".join(comment.body.text for comment in page.comments)


def make_bare() -> QTextBrowser:
    """Return the widget to measure beside."""
    browser = QTextBrowser()
    browser.resize(900, 700)
    browser.show()
    return browser


def make_pane() -> ReadingPane:
    """Return a pane that has shown something before."""
    pane = ReadingPane()
    pane.resize(900, 700)
    pane.show()
    pane.show_page(make_bilingual_page())
    pane.viewport().repaint()
    return pane


def scrolled(widget: QTextBrowser) -> list[float]:
    """Return the milliseconds of 200 scroll steps in the middle of the page."""
    bar = widget.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    widget.viewport().repaint()
    return steps_from_here(widget)


def steps_from_here(widget: QTextBrowser) -> list[float]:
    """Return the milliseconds of 200 scroll steps downwards; all that is beside is painted too."""
    bar = widget.verticalScrollBar()
    return [
        timed(lambda: (bar.setValue(bar.value() + 60), widget.viewport().repaint()))
        for _ in range(200)
    ]


def build(pane: ReadingPane, page: ReadingPage, floor: float) -> None:
    """Show the page and print the first paint, the rest, and the longest gap."""
    first = timed(lambda: (pane.show_page(page), pane.viewport().repaint()))
    report("first paint", first, 150, floor)
    loop, gaps, last = QEventLoop(), [], [process_time()]
    beat = QTimer()

    def tick() -> None:
        gaps.append((process_time() - last[0]) * 1000)
        last[0] = process_time()

    beat.timeout.connect(tick)
    beat.start(0)
    pane.built.connect(loop.quit)
    report("the rest, in slices", timed(loop.exec), 1500)
    report("longest gap of the event loop meanwhile", max(gaps), 50)
    QTimer.singleShot(500, loop.quit)
    loop.exec()
    beat.stop()
    report("longest gap, until all is laid out", max(gaps), 50)


def acts(pane: ReadingPane, page: ReadingPage, bare: QTextBrowser) -> None:
    """Print what folding, hits, jumps, scrolling and resizing take."""
    repaint = pane.viewport().repaint
    if page.comments[2].parent == 1:
        report("fold 2,000 replies", timed(lambda: (pane.toggle_fold(1), repaint())), 120)
        report("unfold them", timed(lambda: (pane.toggle_fold(1), repaint())), 120)
    report("fold all threads", timed(lambda: (pane.fold_all(), repaint())), 300)
    report("unfold all threads", timed(lambda: (pane.unfold_all(), repaint())), 1000)
    hits = [HitMark(index, 0, 6) for index in range(3000)]
    report("3,000 hits", timed(lambda: (pane.set_hits(hits), repaint())), 50)
    report("their marks on the scroll bar", timed(pane.overview.look), 50)
    jumps = [timed(lambda to=to: (pane.show_hit(to), repaint())) for to in range(10, 3000, 150)]
    report("jump to a hit, median", statistics.median(jumps), 20)
    report("jump to a hit, worst", max(jumps), 20)
    floor, steps = scrolled(bare), scrolled(pane)
    report("scroll step, median", statistics.median(steps), 10, statistics.median(floor))
    late = [statistics.quantiles(each, n=20)[-1] for each in (steps, floor)]
    report("scroll step, 95th percentile", late[0], 20, late[1])
    wider = timed(lambda: (bare.resize(940, 700), bare.viewport().repaint()))
    resized = timed(lambda: (pane.resize(860, 700), repaint()))
    report("another width", resized, 300, wider)
    report("to the view by time", timed(lambda: (pane.set_by_time(True), repaint())), 300)
    pane.set_by_time(False)


def notes(page: ReadingPage) -> tuple[Placed, ...]:
    """Return notes on `NOTES` comments in the middle of the page, each on its own."""
    made = []
    for number in range(NOTES):
        index = (len(page.comments) - NOTES) // 2 + number
        text = page.comments[index].body.text
        note = make_note(f"remark {number} about these words", tags=["a/b"], exact=text[:12])
        made.append(Placed(note, 0, AnchorState.EXACT, index, 0, min(12, len(text))))
    return tuple(made)


def margin(pane: ReadingPane, page: ReadingPage) -> None:
    """Print what notes in the margin add to scrolling, in a window wide enough for both."""
    placed, repaint = notes(page), pane.viewport().repaint
    loop = QEventLoop()
    pane.built.connect(loop.quit)
    pane.resize(1100, 700)
    pane.show_page(page, at=len(page.comments) // 2)
    loop.exec()
    QTimer.singleShot(500, loop.quit)
    loop.exec()
    pane.set_margin(on=False)
    pane.update_notes(placed)
    pane.scroll_to_comment((len(page.comments) - NOTES) // 2 + 10)
    repaint()
    bare = statistics.median(steps_from_here(pane))
    pane.set_margin(on=True)
    first = timed(lambda: (pane.update_notes(placed), repaint()))
    cards = len(pane.margin._cards) if pane.margin is not None else 0
    print(f"{cards} cards on the screen")
    report(f"{NOTES} notes in the margin", first, 50)
    pane.scroll_to_comment((len(page.comments) - NOTES) // 2 + 10)
    repaint()
    steps = steps_from_here(pane)
    report("scroll step beside cards, median", statistics.median(steps), 10, bare)
    report("scroll step beside cards, 95th percentile", statistics.quantiles(steps, n=20)[-1], 20)
    report("choose a note", timed(lambda: (pane.choose_note(placed[9].note.id), repaint())), 20)
    pane.set_margin(on=False)
    pane.resize(860, 700)


def side_by_side(pane: ReadingPane) -> None:
    """Print what the change to two columns takes."""
    sides = make_bilingual_page()
    many = as_page([replace(sides.comments[0], index=index) for index in range(1000)])
    pairs = tuple(
        replace(
            pair,
            source=replace(pair.source, comment=index),  # type: ignore[type-var]  # both sides are there
            target=replace(pair.target, comment=index),  # type: ignore[type-var]  # both sides are there
        )
        for index in range(1000)
        for pair in sides.pairs
    )
    pane.show_page(replace(many, pairs=pairs))
    repaint = pane.viewport().repaint
    report("side by side", timed(lambda: (pane.set_side_by_side(on=True), repaint())), 300)


def memory(kind: str, comments: int) -> None:
    """Print how many MB one way to show the page adds to a process that has shown another."""
    app = QApplication(sys.argv)
    pane = make_pane()
    bare = make_bare()
    page = make_page(comments)
    text = words_of(page)
    gc.collect()
    before = resident()
    loop = QEventLoop()
    if kind == "bare":
        bare.setPlainText(text)
        QTimer.singleShot(1500, loop.quit)
    else:
        pane.built.connect(loop.quit)
        pane.show_page(page)
    loop.exec()
    print(f"{resident() - before:.0f}")
    app.quit()


def main() -> None:
    """Print all figures."""
    comments = int(sys.argv[1]) if len(sys.argv) > 1 else COMMENTS
    app = QApplication(sys.argv)
    page = make_long_thread(REPLIES, comments) if comments == COMMENTS else make_page(comments)
    print(f"{comments} comments, 35 % Chinese")
    bare = make_bare()
    text = words_of(page)
    floor = timed(lambda: (bare.setPlainText(text), bare.viewport().repaint()))
    bare.document().size()  # else it would lay itself out while the pane is measured
    pane = make_pane()
    build(pane, page, floor)
    acts(pane, page, bare)
    margin(pane, page)
    side_by_side(pane)
    app.quit()
    sizes = []
    for kind in ("bare", "pane"):
        command = [sys.executable, __file__, "memory", kind, str(comments)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        sizes.append(done.stdout.strip())
    print(f"memory of the page: +{sizes[1]} MB (aim +120 MB); bare +{sizes[0]} MB")


if __name__ == "__main__":
    if sys.argv[1:2] == ["memory"]:
        memory(sys.argv[2], int(sys.argv[3]))
    else:
        main()
