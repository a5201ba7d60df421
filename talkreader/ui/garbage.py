"""Garbage, looked for in the window's own thread only.

Python looks for circles in whichever thread has made enough objects. A circle that holds a widget
would then end it in a worker's thread, and Qt takes the program down. So the automatic search is
off while a window lives, and a timer of the window's thread does the same work.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 2000
"""Milliseconds between two looks: a worker that imports makes some MB of circles in that time."""


class GarbageCollector(QObject):
    """Collects as Python would: each generation when its count has passed its threshold."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> int:
        """Collect the oldest generation that has grown enough; return how many objects went."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                return gc.collect(generation)
        return 0
