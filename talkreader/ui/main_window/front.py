"""What is on the screen before the program behind it is made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from talkreader.ui.languages import Interpreter
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.settings import LANGUAGE, RESTORE, THEME, Settings
from talkreader.ui.theme import Appearance, Theme

PATIENCE = 300
"""Milliseconds to wait for the first picture; a window that begins minimized has none."""


SESSION_FILE = "session.json"
"""The tabs that were open the last time, in the library's folder."""


def page_to_come(folder: Path, files: Sequence[Path], settings: Settings) -> bool:
    """Return whether a page will probably be shown at once, so that its place is seen first."""
    if files:
        return any(file.is_file() for file in files)
    if not settings.flag(RESTORE):
        return False
    try:
        text = (folder / SESSION_FILE).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    import json

    try:
        found = json.loads(text)
        return bool(found["tabs"][found["at"]]["place"][0])
    except (ValueError, KeyError, IndexError, TypeError):
        return False


class Front:
    """The window's frame in the right language and colours.

    Keys and clicks that come before the program is made wait, in their order, and lose nothing.
    """

    def __init__(
        self, app: QApplication, settings: Settings, *, page_to_come: bool = False
    ) -> None:
        self.settings = settings
        self.interpreter = Interpreter(app)
        self.interpreter.use(settings.text(LANGUAGE))
        # what the style sheet draws is seen beside a page, and in tool tips
        theme = Theme(settings.text(THEME))
        self.appearance = Appearance(app, theme, only_colors=not page_to_come)
        self.window = MainWindow(settings, self.appearance, page_to_come=page_to_come)

    def show(self) -> None:
        """Show the window, and return when its first picture is painted."""
        loop = QEventLoop()
        self.window.painted.connect(loop.quit)
        QTimer.singleShot(PATIENCE, loop.quit)
        self.window.show()
        self.window.settle()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def breathe(self) -> None:
        """Paint what has changed, between two steps of making the program."""
        if self.window.isVisible():
            QEventLoop().processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
