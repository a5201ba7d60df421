"""Joins two copies of one page of which one names no wiki: the person is asked, not surprised."""

from __future__ import annotations

from PySide6.QtCore import QObject

from talkreader.domain.page import PageInfo
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session


class JoiningJoint(QObject):
    """The offer to make one page of two that have one title and the same comments."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._told = ""
        self._about = 0
        self._joining = False
        session.describing.described.connect(self._confirm)
        session.describing.namesake_found.connect(self._offer)
        session.pages.page_opened.connect(self._turn)
        session.pages.page_closed.connect(self._turn)

    def _offer(self, info: PageInfo, other: PageInfo) -> None:
        page, message = self._session.pages.page, self._window.message
        if page is None or page.info.id != info.id or not message.isHidden():
            self._session.describing.forget_look(info.id)  # it is offered the next time
            return
        if info.site:
            said = self.tr(
                "Another copy of this page names no wiki. Each shows its own notes only."
            )
        else:
            said = self.tr(
                "This copy names no wiki; another one is of {wiki}. Each shows its own notes only."
            ).replace("{wiki}", other.site)
        self._told, self._about = said, info.id
        message.say(
            said,
            action=self.tr("Make them one page"),
            act=lambda: self._join(other),
        )

    def _join(self, other: PageInfo) -> None:
        self._joining = True
        self._session.join_namesake(other)

    def _confirm(self) -> None:
        if self._joining:
            self._joining = False
            self._window.status.showMessage(self.tr("Both copies are one page now."), 5000)

    def _turn(self, _opened: object = None) -> None:
        """Take the offer away when another page is read."""
        page, message = self._session.pages.page, self._window.message
        if self._about and (page is None or page.info.id != self._about):
            if message.text() == self._told and not message.isHidden():
                message.dismiss()
                self._session.describing.forget_look(self._about)
            self._about = 0
