"""How fast the reading pane is on a page of 5,000 comments, beside a bare QTextBrowser.

Run: QT_QPA_PLATFORM=offscreen python tests/perf/bench_reading_pane.py
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QTextBrowser

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from talkreader.reading import ReadingPage  # needs the path
from talkreader.ui.panes.reading_pane import HitMark, ReadingPane  # needs the path
from tests.ui.pages import as_page, make_bilingual_page, make_long_thread  # needs the path


def timed(act: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    began = perf_counter()
    act()
    return (perf_counter() - began) * 1000


def report(what: str, ms: float, aim: float) -> None:
    """Print one figure."""
    print(f"{what:<46}{ms:9.1f} ms   aim {aim:5.0f} ms   x{ms / aim:.2f}")


def bare(page: ReadingPage) -> float:
    """Return how long a bare QTextBrowser needs for the same words, up to its first paint."""
    browser = QTextBrowser()
    browser.resize(900, 700)
    browser.show()
    words = "\n".join(comment.body.text for comment in page.comments)
    taken = timed(lambda: (browser.setPlainText(words), browser.viewport().repaint()))
    browser.deleteLater()
    return taken


def build(pane: ReadingPane, page: ReadingPage) -> None:
    """Show the page and print the first paint, the rest, and the longest gap."""
    first = timed(lambda: (pane.show_page(page), pane.viewport().repaint()))
    report("first paint", first, 150)
    loop, gaps, last = QEventLoop(), [], [perf_counter()]
    beat = QTimer()

    def tick() -> None:
        gaps.append((perf_counter() - last[0]) * 1000)
        last[0] = perf_counter()

    beat.timeout.connect(tick)
    beat.start(0)
    pane.built.connect(loop.quit)
    report("the rest, in slices", timed(loop.exec), 1500)
    report("longest gap of the event loop meanwhile", max(gaps), 50)
    QTimer.singleShot(500, loop.quit)
    loop.exec()
    beat.stop()
    report("longest gap, until all is laid out", max(gaps), 50)


def main() -> None:
    """Print all figures."""
    app = QApplication(sys.argv)
    warm = ReadingPane()
    warm.resize(900, 700)
    warm.show()
    warm.show_page(make_bilingual_page())
    warm.viewport().repaint()
    page = make_long_thread(2000, 5000)
    print(f"bare QTextBrowser, same words: {bare(page):.1f} ms")
    pane = ReadingPane()
    pane.resize(900, 700)
    pane.show()
    build(pane, page)
    repaint = pane.viewport().repaint
    report("fold 2,000 replies", timed(lambda: (pane.toggle_fold(1), repaint())), 120)
    report("unfold them", timed(lambda: (pane.toggle_fold(1), repaint())), 120)
    report("fold all threads", timed(lambda: (pane.fold_all(), repaint())), 300)
    report("unfold all threads", timed(lambda: (pane.unfold_all(), repaint())), 1000)
    hits = [HitMark(index, 0, 6) for index in range(3000)]
    report("3,000 hits", timed(lambda: (pane.set_hits(hits), repaint())), 50)
    jumps = [timed(lambda to=to: (pane.show_hit(to), repaint())) for to in range(10, 3000, 150)]
    report("jump to a hit, median", statistics.median(jumps), 20)
    report("jump to a hit, worst", max(jumps), 20)
    bar = pane.verticalScrollBar()
    bar.setValue(100_000)
    steps = [timed(lambda: (bar.setValue(bar.value() + 60), repaint())) for _ in range(200)]
    report("scroll step, median", statistics.median(steps), 10)
    report("scroll step, 95th percentile", statistics.quantiles(steps, n=20)[-1], 20)
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
    report("side by side", timed(lambda: (pane.set_side_by_side(on=True), repaint())), 300)
    app.quit()


if __name__ == "__main__":
    main()
