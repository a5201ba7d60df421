"""What is on the screen before the program behind it is made."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEventLoop, QLocale, QTimer
from PySide6.QtWidgets import QApplication

from talkreader.ui.languages import Interpreter, reads_traditional
from talkreader.ui.main_window.to_come import NOTHING, ToCome
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.settings import LANGUAGE, THEME, Settings
from talkreader.ui.shapes import lend_shapes
from talkreader.ui.theme import Appearance, Theme

PATIENCE = 300
"""Milliseconds to wait for the first picture; a window that begins minimized has none."""
_OWN_SHAPES = (QLocale.Language.Japanese, QLocale.Language.Korean)
"""Whose desktops have shapes of these characters that are theirs."""
_UPDATED = 2000
"""Milliseconds that a message of work stays after it was said for the last time."""


class Front:
    """The window's frame in the right language and colours.

    Keys and clicks that come before the program is made wait, in their order, and lose nothing.
    """

    def __init__(self, app: QApplication, settings: Settings, to_come: ToCome = NOTHING) -> None:
        self.settings = settings
        self.interpreter = Interpreter(app)
        self.interpreter.use(settings.text(LANGUAGE))
        if QLocale.system().language() not in _OWN_SHAPES:
            lend_shapes(traditional=reads_traditional(settings))
        # what the style sheet draws is seen beside a page, and in tool tips
        theme = Theme(settings.text(THEME))
        self.appearance = Appearance(app, theme, only_colors=not to_come.page)
        self.window = MainWindow(settings, self.appearance, to_come)

    def show(self) -> None:
        """Show the window, and return when its first picture is painted."""
        loop = QEventLoop()
        self.window.painted.connect(loop.quit)
        QTimer.singleShot(PATIENCE, loop.quit)
        self.window.show()
        self.window.settle()
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def tell_of_update(self) -> None:
        """Say that the library is brought up to date, again and again while that goes on."""
        said = QCoreApplication.translate("front", "Bringing the library up to date, this once…")
        self.window.statusBar().showMessage(said, _UPDATED)
        self.breathe()

    def breathe(self) -> None:
        """Paint what has changed, between two steps of making the program."""
        if self.window.isVisible():
            QEventLoop().processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
