"""Joins tabs: those above the page, what each holds, and what was open the last time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from talkreader.ui.main_window.to_come import SESSION_FILE
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.places import FirstPage
from talkreader.ui.session import Session
from talkreader.ui.settings import RESTORE, Settings

SOON = 4000
"""Milliseconds after which a change of tabs is written down, should the computer fail."""


class TabsJoint(QObject):
    """Shows the tabs, and writes them into the library's folder."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        tabs, bar = session.tabs, window.page_tabs
        tabs.changed.connect(self._show)
        tabs.leaving.connect(self._leave)
        tabs.arrived.connect(self._arrive)
        window.search.searched.connect(tabs.search)
        bar.tab_picked.connect(tabs.select)
        bar.close_wanted.connect(tabs.close)
        bar.tabMoved.connect(self._move)
        window.library.tab_wanted.connect(tabs.open_page)
        actions = window.actions_
        actions["new_tab"].triggered.connect(self.new)
        actions["close_tab"].triggered.connect(lambda: tabs.close(tabs.at))
        actions["reopen_tab"].triggered.connect(tabs.reopen)
        actions["next_tab"].triggered.connect(lambda: tabs.select(tabs.at + 1))
        actions["previous_tab"].triggered.connect(lambda: tabs.select(tabs.at - 1))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.keep)
        window.closing.connect(self.keep)
        self._show()

    @property
    def file(self) -> Path:
        """Where the tabs are written: beside the pages that they show."""
        return self._session.library.folder / SESSION_FILE

    def new(self) -> None:
        """Open an empty tab and wait for words to search or a page to open."""
        self._session.tabs.new()
        self._window.search.begin()

    def restore(self, first: FirstPage | None = None) -> bool:
        """Open what was open the last time; False when there was nothing.

        ``first`` is the page that is on the screen already.
        """
        if not self._settings.flag(RESTORE):
            return False
        try:
            text = self.file.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return False
        return self._session.tabs.load(text, self._knows, first)

    def keep(self) -> None:
        """Write down what is open."""
        self._soon.stop()
        if not self._session.library.writable:
            return
        from PySide6.QtCore import QSaveFile

        # whatever goes wrong here must not keep the window from closing
        file = QSaveFile(str(self.file))
        if file.open(QSaveFile.OpenModeFlag.WriteOnly):
            file.write(self._session.tabs.dump().encode())
            file.commit()

    def _knows(self, page: int) -> bool:
        try:
            self._session.library.pages.get(page)
        except KeyError:
            return False
        return True

    def _show(self) -> None:
        tabs, actions = self._session.tabs, self._window.actions_
        self._window.page_tabs.show_tabs(tabs.titles(), tabs.at)
        several = tabs.count() > 1
        actions["next_tab"].setEnabled(several)
        actions["previous_tab"].setEnabled(several)
        actions["reopen_tab"].setEnabled(tabs.can_reopen)
        actions["close_tab"].setEnabled(several or self._session.pages.page is not None)
        self._soon.start()

    def _leave(self) -> None:
        front, window = self._session.tabs.front, self._window
        shown = self._session.pages.page is not None
        front.trail.view = window.reading.kept_view() if shown else ""
        front.text = window.search.field.text()
        front.scope = window.search.current_scope()

    def _arrive(self) -> None:
        front, search = self._session.tabs.front, self._window.search
        search.set_scope(front.scope)
        search.field.setText(front.text)

    def _move(self, old: int, new: int) -> None:
        self._session.tabs.move(old, new)
