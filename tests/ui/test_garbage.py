"""Circles that hold widgets end in the thread of the window."""

from __future__ import annotations

import gc
import threading
from typing import ClassVar

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from talkreader.ui.garbage import GarbageCollector


class Circle:
    """Holds itself, and says in which thread it ended."""

    ended: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        self.ended.append(threading.get_ident())


def test_garbage_is_found_in_the_thread_of_the_window_and_in_no_other(qtbot: QtBot) -> None:
    parent = QObject()
    collector = GarbageCollector(parent)
    Circle.ended.clear()
    Circle()

    def work() -> None:
        for _ in range(5000):
            kept = [[] for _ in range(10)]
            kept.append(kept)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert Circle.ended == []

    while collector.look():
        pass
    gc.collect()
    assert Circle.ended == [threading.get_ident()]


def test_nothing_is_done_while_nothing_has_grown(qtbot: QtBot) -> None:
    parent = QObject()
    collector = GarbageCollector(parent)
    gc.collect()

    assert collector.look() == 0
