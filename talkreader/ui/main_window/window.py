"""The window itself: what stands where. What happens is joined in the files beside this one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from talkreader.ui.actions import Actions
from talkreader.ui.icons import icon
from talkreader.ui.main_window.docks import LEFT, RIGHT, Docks
from talkreader.ui.main_window.menus import Menus, Tools
from talkreader.ui.main_window.status import Status
from talkreader.ui.panes.breadcrumb import Breadcrumb
from talkreader.ui.panes.empty_pane import EmptyPane
from talkreader.ui.panes.library_pane import LibraryPane
from talkreader.ui.panes.message_bar import MessageBar
from talkreader.ui.panes.notes_pane import NotesPane
from talkreader.ui.panes.page_tabs import PageTabs
from talkreader.ui.panes.people_pane import PeoplePane
from talkreader.ui.panes.reading_pane import ReadingPane
from talkreader.ui.panes.results_pane import ResultsPane
from talkreader.ui.panes.search_bar import SearchBar
from talkreader.ui.panes.sections_pane import SectionsPane
from talkreader.ui.settings import GEOMETRY, STATE, Settings
from talkreader.ui.theme import Appearance, Palette

STATE_VERSION = 1


class MainWindow(QMainWindow):
    """All panes in their places.

    ``dropped`` carries the paths of files, ``text_dropped`` a text, ``retranslated`` nothing:
    the language of the window has changed. ``closing``: the last moment to keep something.
    ``painted``: the first picture is on the screen.
    """

    dropped = Signal(object)
    text_dropped = Signal(object)
    retranslated = Signal()
    closing = Signal()
    painted = Signal()

    def __init__(self, settings: Settings, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("talkreader")
        self.setWindowTitle("talkreader")
        self._settings = settings
        self._was_painted = False
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(False)
        self.actions_ = Actions(self)
        self._make_panes(appearance.palette)
        self.menus = Menus(self.menuBar(), self.actions_, settings)
        self.tools = Tools(self.actions_, self.search)
        self.tools.setIconSize(QSize(20, 20))
        self.addToolBar(self.tools)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.status = Status(self)
        self.setStatusBar(self.status)
        self._place()
        self.actions_["recent"].triggered.connect(lambda: self.menus.show_recent(self))
        self.reading.addActions(self.actions_.all())
        appearance.palette_changed.connect(self.set_theme)
        self.set_theme(appearance.palette)
        self._retranslate()
        self._restore()

    def _make_panes(self, palette: Palette) -> None:
        self.search = SearchBar()
        self.message = MessageBar()
        self.empty = EmptyPane()
        self.breadcrumb = Breadcrumb()
        self.page_tabs = PageTabs()
        self.reading = ReadingPane(palette=palette)
        self.sections = SectionsPane()
        self.people = PeoplePane()
        self.library = LibraryPane()
        self.results = ResultsPane()
        self.notes = NotesPane()

    def _place(self) -> None:
        self.page_area = QWidget()
        page = QVBoxLayout(self.page_area)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.breadcrumb)
        page.addWidget(self.reading, 1)
        self.centre = QStackedWidget()
        self.centre.addWidget(self.empty)
        self.centre.addWidget(self.page_area)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self.page_tabs)
        column.addWidget(self.centre, 1)
        self.setCentralWidget(middle)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for pane in (self.sections, self.people, self.library, self.results):
            self.tabs.addTab(pane, "")
        self.docks = Docks(self)
        self.left = self.docks.make("left", self.tabs, LEFT, wanted=True)
        self.right = self.docks.make("right", self.notes, RIGHT)
        self.docks.left.connect(self._return_to_page)

    def _return_to_page(self) -> None:
        (self.reading if self.shows_page() else self.empty).setFocus()

    def show_page_area(self, *, on: bool) -> None:
        """Show the page, or what one sees before anything is open: then nothing stands beside."""
        if on != self.shows_page():
            self.centre.setCurrentWidget(self.page_area if on else self.empty)
            self.docks.show_beside(page=on)

    def shows_page(self) -> bool:
        """Return whether a page is open."""
        return self.centre.currentWidget() is self.page_area

    def show_tab(self, pane: QWidget) -> None:
        """Bring one of the left panes to the front, and the left dock with it."""
        self.left.show()
        self.tabs.setCurrentWidget(pane)

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through, in order; hidden ones left out."""
        centre = self.reading if self.shows_page() else self.empty
        panes: list[QWidget] = [self.search.field]
        if self.left.isVisible():
            current = self.tabs.currentWidget()
            panes.append(current.focusProxy() or current)
        panes.append(centre)
        if self.right.isVisible():
            panes.append(self.notes.list)
        return panes

    def cycle(self, step: int) -> None:
        """Put the focus into the next pane (1) or the one before (-1)."""
        panes = self.panes()
        focused: QWidget | None = self.focusWidget()
        at = [
            number
            for number, pane in enumerate(panes)
            if focused is not None and (pane is focused or pane.isAncestorOf(focused))
        ]
        target = panes[((at[0] if at else 0) + step) % len(panes)]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, palette: Palette) -> None:
        """Show everything in these colours."""
        self.reading.set_theme(palette)
        for pane in (self.library, self.results, self.notes, self.message, self.search):
            pane.set_theme(palette)
        self.tools.set_icons(self.palette())
        self.search.set_icon(icon("search", self.palette()))
        self.page_tabs.set_icon(icon("close", self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: something is held over the window."""
        data = event.mimeData()
        if data.hasText() or any(url.isLocalFile() for url in data.urls()):
            event.acceptProposedAction()
            self.empty.zone.set_hovered(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Qt: it is held no more."""
        super().dragLeaveEvent(event)
        self.empty.zone.set_hovered(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: files or a text were dropped."""
        self.empty.zone.set_hovered(on=False)
        data = event.mimeData()
        paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if paths:
            self.dropped.emit(paths)
        elif data.hasText():
            self.text_dropped.emit(data.text())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: the window is about to close."""
        self.notes.finish_editing()
        self.docks.prepare_to_keep()
        self._settings.keep(GEOMETRY, self.saveGeometry())
        self._settings.keep(STATE, self.saveState(STATE_VERSION))
        self._settings.sync()
        self.closing.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the window is painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _restore(self) -> None:
        geometry = self._settings.bytes(GEOMETRY)
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            # not all of the screen: the frame around the window needs room too
            room = self.screen().availableGeometry().size() * 0.94
            self.resize(QSize(1280, 800).boundedTo(room))
        state = self._settings.bytes(STATE)
        if not state.isEmpty() and self.restoreState(state, STATE_VERSION):
            self.docks.take_restored()
        self.docks.adapt()
        self.empty.setFocus()

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        self.menus.retranslate()
        self.tools.retranslate()
        self.tabs.setTabText(0, self.tr("Sections"))
        self.tabs.setTabText(1, self.tr("People"))
        self.tabs.setTabText(2, self.tr("Library"))
        self.tabs.setTabText(3, self.tr("Search"))
        self.tabs.setAccessibleName(self.tr("Left pane"))
        self.left.setWindowTitle(self.tr("Left pane"))
        self.right.setWindowTitle(self.tr("Notes"))
        self.retranslated.emit()
