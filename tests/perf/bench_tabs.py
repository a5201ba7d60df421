"""How long a page or another tab takes until its first screen is painted: 5,000 comments each.

A page is opened for the first time; then its tab is gone to, once with the pages kept in memory, as
those of the last tabs are, once read from the library again. Printed are medians of CPU time, in
ratio to a bare QTextBrowser that shows as much text at once.

Run: python tests/perf/bench_tabs.py [number of switches, 7 by default]
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QTextBrowser

from talkreader import ingest
from talkreader.app import Program
from talkreader.domain.progress import Progress
from talkreader.reading import ReadingPage
from talkreader.store import open_library
from talkreader.ui.settings import Settings
from tests.ui.pages import make_page

COMMENTS = 5000


def as_wikitext(page: ReadingPage) -> str:
    """Return an invented page as a wiki would have it."""
    lines = []
    for section in page.sections:
        lines.append(f"== {section.heading} ==" if section.heading else "")
        for comment in page.comments:
            if comment.section == section.index and comment.timestamp is not None:
                words = comment.body.text.replace("\n", " ")
                signed = f"[[User:{comment.author or 'Somebody'}]] {comment.signatures[0].raw}"
                lines.append(f"{':' * (comment.level - 1)}{words} {signed}")
    return "\n".join(lines)


def wait(milliseconds: int) -> None:
    """Let the program work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def first_screen(program: Program, act: Callable[[], object]) -> float:
    """Return the seconds of CPU from an act until the page it leads to is painted."""
    loop = QEventLoop()
    took: list[float] = []

    def paint(_opened: object) -> None:  # the last to hear of the page
        program.window.reading.viewport().repaint()
        took.append(process_time() - began)
        loop.quit()

    connection = program.session.pages.page_opened.connect(paint)
    began = process_time()
    act()
    if not took:
        loop.exec()
    program.session.pages.page_opened.disconnect(connection)
    wait(2500)  # the rest of the page is built
    return took[0]


def bare(text: str) -> float:
    """Return the seconds of CPU that a bare browser takes to show a text."""
    browser = QTextBrowser()
    browser.resize(900, 700)
    browser.show()
    wait(50)
    began = process_time()
    browser.setPlainText(text)
    browser.viewport().repaint()
    return process_time() - began


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    app = QApplication([])
    text = as_wikitext(make_page(COMMENTS))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with open_library(folder / "library") as library:
            pages = []
            for name in ("one", "two"):
                (folder / f"{name}.wiki").write_text(f"{name}\n{text}", encoding="utf-8")
                report = ingest.import_path(folder / f"{name}.wiki", library, Progress())
                pages.append(report.pages[0].id)
            program = Program(app, library, Settings(folder))
            program.window.resize(1280, 800)
            program.open([])
            tabs = program.session.tabs
            first = [
                first_screen(program, lambda page=page: tabs.open_page(page)) for page in pages
            ]

            def again() -> None:
                for tab in tabs._tabs:
                    tab.trail.page = None
                tabs.select(tabs.at + 1)

            floor = statistics.median(bare(text) for _run in range(3))
            print(f"{'bare QTextBrowser':<28}{floor * 1000:6.0f} ms")
            for label, took in zip(("first page", "a page in a new tab"), first, strict=True):
                print(f"{label:<28}{took * 1000:6.0f} ms{took / floor:6.2f}")
            for label, act in (
                ("another tab, page kept", lambda: tabs.select(tabs.at + 1)),
                ("another tab, page read again", again),
            ):
                took = statistics.median(first_screen(program, act) for _run in range(runs))
                print(f"{label:<28}{took * 1000:6.0f} ms{took / floor:6.2f}")
            program.window.close()
            program.runner.stop()


if __name__ == "__main__":
    main()
