"""Joins the understanding anew: of the page that is read, or of all, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from talkreader.ingest import Reread
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session


class RereadingJoint(QObject):
    """What a later version of the program understands better reaches the pages that are stored."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        window.actions_["reread"].triggered.connect(session.rereading.reread_page)
        window.actions_["reread_all"].triggered.connect(session.rereading.reread_all)
        session.rereading.reread.connect(self._tell)
        session.rereading.stopped.connect(self._say_stopped)
        for changed in (session.pages.page_opened, session.pages.page_closed):
            changed.connect(self._enable)
        self._enable()

    def _enable(self, _opened: object = None) -> None:
        able = self._session.library.writable
        shown = self._session.pages.page is not None
        self._window.actions_["reread"].setEnabled(able and shown)
        self._window.actions_["reread_all"].setEnabled(able)

    def _tell(self, done: Reread, everywhere: bool) -> None:
        if everywhere:
            self._window.message.say(self._all(done), trouble=bool(done.failed))
        elif done.failed:
            said = self.tr("This page cannot be understood by this version; it stays as it was.")
            self._window.message.say(said, trouble=True)
        else:
            said = (
                self.tr("The page was understood anew, and some of it otherwise.")
                if done.changed
                else self.tr("The page was understood anew; nothing is different.")
            )
            self._window.status.showMessage(said, 5000)

    def _all(self, done: Reread) -> str:
        parts = [
            self.tr("%n page(s) and older copies were understood anew.", "", done.pages),
            self.tr("%n of them are different now.", "", len(done.changed)),
        ]
        if done.failed:
            parts.append(self.tr("%n cannot be, and stay as they were.", "", len(done.failed)))
        return " ".join(parts)

    def _say_stopped(self) -> None:
        self._window.message.say(
            self.tr("Stopped. What was understood anew until then is kept; the rest is as it was.")
        )
