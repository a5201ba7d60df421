"""Joins what belongs to no single pane: settings, dialogs, full screen, and the end.

Dialogs are imported when they are asked for: the window opens sooner without them.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import talkreader
from talkreader.folders import log_file
from talkreader.ui import words
from talkreader.ui.actions import load_keys
from talkreader.ui.languages import Interpreter
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.mishaps import Mishaps
from talkreader.ui.session import Session
from talkreader.ui.settings import KEYS, LANGUAGE, LETTERS, THEME, Setting, Settings
from talkreader.ui.theme import Appearance, Theme


class WindowJoint(QObject):
    """The window as a whole."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        settings: Settings,
        appearance: Appearance,
        interpreter: Interpreter,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._appearance = appearance
        self._interpreter = interpreter
        actions = window.actions_
        actions.set_letters(on=settings.flag(LETTERS))
        if settings.text(KEYS):
            actions.set_keys(load_keys(settings.text(KEYS)))
        settings.changed.connect(self._apply)
        actions["quit"].triggered.connect(window.close)
        actions["full_screen"].toggled.connect(
            lambda on: window.showFullScreen() if on else window.showNormal()
        )
        actions["cycle_panes"].triggered.connect(lambda: window.cycle(1))
        actions["cycle_back"].triggered.connect(lambda: window.cycle(-1))
        actions["settings"].triggered.connect(self._show_settings)
        actions["keys"].triggered.connect(self._show_keys)
        actions["about"].triggered.connect(self._show_about)
        window.closing.connect(session.close)
        self.mishaps = Mishaps(log_file(), self)
        self.mishaps.happened.connect(self._tell_mishap, Qt.ConnectionType.QueuedConnection)
        QTimer.singleShot(0, window, self._ring_focus)

    def _tell_mishap(self, kind: str, details: str) -> None:
        self._window.message.say(
            words.bug(kind),
            trouble=True,
            action=self.tr("&Copy details"),
            act=lambda: QGuiApplication.clipboard().setText(details),
        )

    def _ring_focus(self) -> None:
        from talkreader.ui.focus_ring import FocusRing

        app = QApplication.instance()
        if isinstance(app, QApplication):
            FocusRing(app, self)

    def _apply(self, setting: Setting) -> None:
        if setting is THEME:
            self._appearance.use(Theme(self._settings.text(THEME)))
        elif setting is LANGUAGE:
            self._interpreter.use(self._settings.text(LANGUAGE))
        elif setting is KEYS:
            self._window.actions_.set_keys(load_keys(self._settings.text(KEYS)))
        elif setting is LETTERS:
            self._window.actions_.set_letters(on=self._settings.flag(LETTERS))

    def _show_settings(self) -> None:
        from talkreader.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._settings, self._window)
        dialog.keys_wanted.connect(self._show_keys)
        dialog.open()

    def _show_keys(self) -> None:
        from talkreader.ui.dialogs.keys import KeysDialog

        KeysDialog(self._window.actions_, self._settings, self._window).open()

    def _show_about(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.about(
            self._window,
            self.tr("About talkreader"),
            self.tr(
                "talkreader {version}\n\nReads offline archives of wiki discussions. Everything "
                "stays on this computer: the program never talks to a network.\n\n"
                "Free software under the GNU General Public License, version 3 or later."
            ).format(version=talkreader.__version__),
        )
