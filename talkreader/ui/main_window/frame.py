"""What one sees of the window at once: its bars, and the ground on which the panes will stand.

Nothing here knows a page, a library or a session, so that little is imported before the first
picture; `window` furnishes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QMainWindow,
    QProgressBar,
    QStackedWidget,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from talkreader.ui.actions import Actions
from talkreader.ui.icons import icon
from talkreader.ui.main_window.menus import Menus
from talkreader.ui.main_window.to_come import ToCome
from talkreader.ui.main_window.tools import TOOLBAR, Tools
from talkreader.ui.panes.search_bar import SearchBar
from talkreader.ui.scope import Scope
from talkreader.ui.settings import GEOMETRY, RECENT, SCOPE, SIDE_BY_SIDE, STATE, Settings
from talkreader.ui.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDockWidget, QTabWidget

    from talkreader.ui.main_window.docks import Docks
    from talkreader.ui.panes.breadcrumb import Breadcrumb
    from talkreader.ui.panes.empty_pane import EmptyPane
    from talkreader.ui.panes.page_tabs import PageTabs

STATE_VERSION = 1
LEFT_PANES = 4
ABOUT_A_PAGE = ("back", "forward", "previous_hit", "next_hit", "side_by_side")
"""Tools that have nothing to do before a page is there."""


class Frame(QMainWindow):
    """The window before its panes are made.

    ``to_come``: whether the place of a page is seen, and the tabs above it, or what can be opened.
    ``painted``: the first picture is on the screen.
    """

    painted = Signal()
    docks: Docks
    left: QDockWidget
    right: QDockWidget
    tabs: QTabWidget
    empty: EmptyPane
    breadcrumb: Breadcrumb
    page_tabs: PageTabs

    def __init__(self, settings: Settings, appearance: Appearance, to_come: ToCome) -> None:
        super().__init__()
        self.setObjectName("talkreader")
        self.setWindowTitle("talkreader")
        self._settings = settings
        self._appearance = appearance
        self._was_painted = False
        self._page_to_come = to_come.page
        self.setDockNestingEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.actions_ = Actions(self, TOOLBAR)
        self.menus = Menus(self.menuBar(), self.actions_, settings)
        self.search = SearchBar()
        self.search.set_scope(Scope(settings.text(SCOPE)))
        self.tools = Tools(self.actions_, self.search)
        self.addToolBar(self.tools)
        self._lay_status_bar()
        for name in ABOUT_A_PAGE:
            self.actions_[name].setEnabled(False)
        self.actions_["side_by_side"].setChecked(settings.flag(SIDE_BY_SIDE))
        self._lay_ground()
        self.draw_icons()
        self._restore_size()
        if to_come.page:
            self._lay_page()
            if len(to_come.tabs) > 1:
                self._make_page_tabs()
                self.page_tabs.show_tabs(to_come.tabs, to_come.at)
            self._make_docks()
            self.docks.show_beside(page=True)
        else:
            self._make_empty()
            self.empty.setFocus()
        appearance.palette_changed.connect(self.draw_icons)

    def draw_icons(self) -> None:
        """Draw the icons of the bars in the colours of the moment."""
        self.tools.set_icons(self.palette())
        self.search.set_theme(self._appearance.palette)
        self.search.set_icon(icon("search", self.palette()))

    def _lay_status_bar(self) -> None:
        bar = QStatusBar()
        highest = QProgressBar()  # the bar is as high as it will be, though nothing stands in it
        bar.addPermanentWidget(highest)
        highest.hide()
        self.setStatusBar(bar)

    def _blank(self) -> QWidget:
        """Return what is seen until a pane is there: paper, as in the pane."""
        blank = QWidget()
        blank.setBackgroundRole(QPalette.ColorRole.Base)
        blank.setAutoFillBackground(True)
        return blank

    def _lay_ground(self) -> None:
        self.page_area = self._blank()
        self.centre = QStackedWidget()
        self.centre.addWidget(self.page_area)
        middle = QWidget()
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.centre, 1)
        self.setCentralWidget(middle)

    def _lay_page(self) -> None:
        """Put the line that says where one is above the place of the page."""
        from talkreader.ui.panes.breadcrumb import Breadcrumb

        self.breadcrumb = Breadcrumb()
        self.breadcrumb.setBackgroundRole(QPalette.ColorRole.Window)
        self.breadcrumb.setAutoFillBackground(True)
        self._page_column = QVBoxLayout(self.page_area)
        self._page_column.setContentsMargins(0, 0, 0, 0)
        self._page_column.setSpacing(0)
        self._page_column.addWidget(self.breadcrumb)
        self._page_column.addStretch(0)

    def _make_page_tabs(self) -> None:
        from talkreader.ui.panes.page_tabs import PageTabs

        self.page_tabs = PageTabs()
        self.page_tabs.set_icon(icon("close", self.palette()))
        self._column.insertWidget(0, self.page_tabs)

    def _make_empty(self) -> None:
        """Make what one sees while nothing is open; seen unless a page is to come."""
        from talkreader.ui.panes.empty_pane import EmptyPane

        self.empty = EmptyPane()
        self.empty.make_room(self._settings.number(RECENT))
        self.centre.addWidget(self.empty)
        if not self._page_to_come:
            self.centre.setCurrentWidget(self.empty)

    def _make_docks(self) -> None:
        """Make the docks at both sides, empty, and put them as they were the last time."""
        from PySide6.QtWidgets import QTabWidget

        from talkreader.ui.main_window.docks import LEFT, RIGHT, Docks

        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for _pane in range(LEFT_PANES):
            self.tabs.addTab(self._blank(), "")
        self.docks = Docks(self)
        self.left = self.docks.make("left", self.tabs, LEFT, wanted=True)
        self.right = self.docks.make("right", self._blank(), RIGHT)
        state = self._settings.bytes(STATE)
        if not state.isEmpty() and self.restoreState(state, STATE_VERSION):
            self.docks.take_restored()
        self.docks.adapt()
        self.name_tabs()

    def name_tabs(self) -> None:
        """Say what the docks hold in the language of the window."""
        self.tabs.setTabText(0, self.tr("Sections"))
        self.tabs.setTabText(1, self.tr("People"))
        self.tabs.setTabText(2, self.tr("Library"))
        self.tabs.setTabText(3, self.tr("Search"))
        self.tabs.setAccessibleName(self.tr("Left pane"))
        self.tabs.tabBar().setAccessibleName(self.tr("Left pane"))
        self.left.setWindowTitle(self.tr("Left pane"))
        self.right.setWindowTitle(self.tr("Notes"))

    def settle(self) -> None:
        """Give what stands beside the page its width, before the first picture."""
        if self._page_to_come:
            self.docks.fit()

    def show_page_area(self, *, on: bool) -> None:
        """Show the page, or what one sees before anything is open: then nothing stands beside."""
        if on != self.shows_page():
            self.centre.setCurrentWidget(self.page_area if on else self.empty)
            self.docks.show_beside(page=on)

    def shows_page(self) -> bool:
        """Return whether a page is open."""
        return self.centre.currentWidget() is self.page_area

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the window is painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _restore_size(self) -> None:
        geometry = self._settings.bytes(GEOMETRY)
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            # not all of the screen: the frame around the window needs room too
            room = QGuiApplication.primaryScreen().availableGeometry().size() * 0.94
            self.resize(QSize(1280, 800).boundedTo(room))
