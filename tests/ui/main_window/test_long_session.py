"""Hours of reading: what was left or is over does not pile up."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from talkreader import ingest
from talkreader.app import Program
from talkreader.domain.progress import Progress
from talkreader.reading import ReadingPage
from talkreader.ui.garbage import GarbageCollector
from talkreader.ui.session import Found
from talkreader.ui.settings import LANGUAGE, THEME

FEW = 5
"""Objects of a class that are under way at any moment: animations, timers."""


def alive(kind: type) -> int:
    """Return how many objects of a class there are, garbage left out."""
    for _time in range(3):  # a circle of Qt's objects may need more than one look
        gc.collect()
    return sum(type(one) is kind for one in gc.get_objects())


def inside(program: Program) -> Counter[str]:
    """Return the objects below the window, by class, without what Qt keeps of hidden docks."""
    everything = program.window.findChildren(QObject)
    return Counter(
        type(one).__name__
        for one in everything
        if one.objectName() != "qt_qmainwindow_extended_splitter"
        and not isinstance(one, GarbageCollector)  # comes when the window has settled
    )


def grown(program: Program, before: Counter[str]) -> dict[str, int]:
    """Return the classes with more objects than before, but for what comes and goes."""
    more = inside(program) - before
    return {name: count for name, count in more.items() if count > FEW}


def test_pages_that_were_closed_leave_nothing_behind(
    reading: Program, qtbot: QtBot, seeds: Path
) -> None:
    library, tabs, pages = reading.session.library, reading.session.tabs, reading.session.pages
    report = ingest.import_path(seeds / "lighthouse-fund.txt", library, Progress())

    def open_and_close() -> None:
        with qtbot.waitSignal(pages.page_opened):
            tabs.open_page(report.pages[0].id)
        tabs.close(tabs.at)
        qtbot.waitUntil(lambda: not reading.runner.running)

    for _time in range(3):
        open_and_close()
    before, objects = alive(ReadingPage), inside(reading)

    for _time in range(10):
        open_and_close()

    assert alive(ReadingPage) <= before + FEW
    qtbot.waitUntil(lambda: grown(reading, objects) == {})


def test_searches_that_are_over_leave_nothing_behind(reading: Program, qtbot: QtBot) -> None:
    window = reading.window

    def search(words: str) -> None:
        with qtbot.waitSignal(reading.session.search.found):
            window.search.field.setText(words)
            window.search._search()
        qtbot.waitUntil(lambda: not reading.runner.running)

    for words in ("scanner", "form", "scanner"):
        search(words)
    before, objects = alive(Found), inside(reading)

    for number in range(20):
        search(("form", "scanner")[number % 2])

    assert alive(Found) <= before + FEW
    assert grown(reading, objects) == {}


def test_other_languages_and_colours_leave_nothing_behind(reading: Program, qtbot: QtBot) -> None:
    def change() -> None:
        for language, theme in (("zh_CN", "dark"), ("zh_TW", "sepia"), ("en", "light")):
            reading.settings.keep(LANGUAGE, language)
            reading.settings.keep(THEME, theme)
        view = reading.window.reading._view
        qtbot.waitUntil(lambda: view is not None and not view.builder.building)

    change()
    qtbot.wait(0)
    objects = inside(reading)

    for _time in range(4):
        change()

    qtbot.waitUntil(lambda: grown(reading, objects) == {})
