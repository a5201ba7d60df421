"""Notices what a person had time to read: what stayed on the screen to its end."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from talkreader.ui.document.painted import PaintedSurface

DWELL = 1500
"""Milliseconds without scrolling after which what is on the screen counts as read."""


class Dwelling(QObject):
    """Watches a surface. ``dwelt`` carries the indexes of comments that were read."""

    dwelt = Signal(object)

    def __init__(self, surface: PaintedSurface) -> None:
        super().__init__(surface)
        self._surface = surface
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(DWELL)
        self.timer.timeout.connect(self._tell)
        surface.verticalScrollBar().valueChanged.connect(self.wait)
        surface.built.connect(self.wait)

    def wait(self) -> None:
        """Begin to wait anew: something else is on the screen."""
        self.timer.start()

    def _tell(self) -> None:
        if self._surface.isVisible():
            read = self._surface.wholly_seen()
            if read:
                self.dwelt.emit(read)
