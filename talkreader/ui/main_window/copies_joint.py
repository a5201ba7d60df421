"""Joins copies that break off or are empty: what they are is said, and which copy is to count."""

from __future__ import annotations

from PySide6.QtCore import QObject

from talkreader.domain.importing import ImportReport
from talkreader.domain.page import PageInfo
from talkreader.ui import words
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session


class CopiesJoint(QObject):
    """Says of a file that was opened that its end is missing; makes a copy the current one."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._told = ""
        self._about = 0
        self._asked = False
        self._known: set[int] = set()
        """Older copies of which was said that they are."""
        window.actions_["use_copy"].triggered.connect(self._use)
        session.describing.described.connect(self._confirm)
        session.pages.import_finished.connect(self._tell)
        session.pages.page_opened.connect(self._turn)
        session.pages.page_opened.connect(self._tell_older)
        session.pages.page_closed.connect(self._turn)
        self._turn()

    def _tell(self, report: ImportReport) -> None:
        """Say what is wrong with the one copy that was opened; of several the report says it."""
        if len(report.pages) != 1 or report.damage is not None:
            return
        (info,) = report.pages
        message = self._window.message
        current = self._current(info) if info.is_aside else None
        if current is not None:
            if info.is_cut_short:
                said = self.tr(
                    "The file ends in the middle. The copy with %n comment(s) stays the current"
                    " one; this one is kept beside it.",
                    "",
                    current.comments,
                )
            else:
                said = self.tr(
                    "This copy has no signed comments. The copy with %n comment(s) stays the"
                    " current one; this one is kept beside it.",
                    "",
                    current.comments,
                )
            go = self.tr("Show the current copy")
            message.say(said, trouble=True, action=go, act=lambda: self._show(current))
        elif info.is_cut_short:
            said = self.tr("The file ends in the middle; the end of the page may be missing.")
            message.say(said, trouble=True)
        else:
            return
        self._told, self._about = message.text(), info.id

    def _tell_older(self, _opened: object = None) -> None:
        """Say once of a copy that it is an older one: it looks like the page as it is."""
        page, message = self._session.pages.page, self._window.message
        if page is None or page.info.current or page.info.is_aside or not message.isHidden():
            return
        current = self._current(page.info)
        if current is None or page.info.id in self._known:
            return
        self._known.add(page.info.id)
        said = self.tr("This is an older copy of the page. The current one was imported {day}.")
        when = current.imported.astimezone()
        said = said.format(day=f"{words.day(when)} {when:%H:%M}")
        go = self.tr("Show the current copy")
        message.say(said, action=go, act=lambda: self._show(current))
        self._window.reading.announce(said)
        self._told, self._about = message.text(), page.info.id

    def _current(self, info: PageInfo) -> PageInfo | None:
        copies = self._session.library.pages.versions(info.key)
        return next((copy for copy in copies if copy.current), None)

    def _show(self, info: PageInfo) -> None:
        self._session.pages.open_page(info.id)

    def _use(self) -> None:
        self._asked = True
        self._session.describing.use_copy()

    def _confirm(self) -> None:
        if self._asked:
            self._asked = False
            self._take_back()
            self._window.status.showMessage(self.tr("This is the current copy now."), 5000)

    def _turn(self, _opened: object = None) -> None:
        """Take away what was said of another page; only an older copy can be made current."""
        page = self._session.pages.page
        able = page is not None and not page.info.current and self._session.library.writable
        self._window.actions_["use_copy"].setEnabled(able)
        if self._about and (page is None or page.info.id != self._about):
            self._take_back()

    def _take_back(self) -> None:
        message = self._window.message
        if self._about and message.text() == self._told and not message.isHidden():
            message.dismiss()
        self._about = 0
