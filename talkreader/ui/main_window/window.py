"""The window itself: what stands where. What happens is joined in the files beside this one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from talkreader.ui.icons import icon
from talkreader.ui.main_window.frame import STATE_VERSION, Frame
from talkreader.ui.settings import GEOMETRY, STATE
from talkreader.ui.theme import Palette

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from talkreader.ui.main_window.status import Status
    from talkreader.ui.panes.library_pane import LibraryPane
    from talkreader.ui.panes.message_bar import MessageBar
    from talkreader.ui.panes.notes_pane import NotesPane
    from talkreader.ui.panes.people_pane import PeoplePane
    from talkreader.ui.panes.reading_pane import ReadingPane
    from talkreader.ui.panes.results_pane import ResultsPane
    from talkreader.ui.panes.sections_pane import SectionsPane


class MainWindow(Frame):
    """The frame with all panes in their places, once `furnish` has put them there.

    ``dropped`` carries the paths of files, ``text_dropped`` a text, ``retranslated`` nothing:
    the language of the window has changed. ``closing``: the last moment to keep something.
    """

    dropped = Signal(object)
    text_dropped = Signal(object)
    retranslated = Signal()
    closing = Signal()
    message: MessageBar
    reading: ReadingPane
    sections: SectionsPane
    people: PeoplePane
    library: LibraryPane
    results: ResultsPane
    notes: NotesPane
    status: Status
    _furnished = False

    def furnish(self) -> Iterator[None]:
        """Make the panes, one at each step; those that a page needs first are first.

        They are imported here, after the first picture. The window is whole after the last step.
        """
        if not self._page_to_come:
            self._appearance.finish()
        yield from self.furnish_page()
        yield from self._furnish_sides()
        self.actions_.make_rest()
        self.menus.fill()
        self.actions_["recent"].triggered.connect(lambda: self.menus.show_recent(self))
        self.reading.addActions(self.actions_.all())
        yield
        self.docks.left.connect(self._return_to_page)
        from talkreader.ui.main_window.ear import Ear

        self._furnished = True
        self._ear = Ear(self)
        self._ear.language_changed.connect(self._retranslate)
        self.setAcceptDrops(True)
        self._appearance.palette_changed.connect(self.set_theme)
        self.set_theme(self._appearance.palette)

    def furnish_page(self) -> Iterator[None]:
        """Make what shows a page, unless that is there already: the first steps of `furnish`."""
        if "reading" in self.__dict__:
            return
        from talkreader.ui.panes.reading_pane import ReadingPane

        yield
        from talkreader.ui.main_window.status import Status
        from talkreader.ui.panes.message_bar import MessageBar

        yield
        self.message = MessageBar()
        if "page_tabs" not in self.__dict__:
            self._make_page_tabs()
        self._column.insertWidget(0, self.message)
        self.reading = ReadingPane(palette=self._appearance.palette)
        if not self._page_to_come:
            self._lay_page()
        self._page_column.addWidget(self.reading, 1)
        self.page_area.setAutoFillBackground(False)
        self.status = Status(self)
        self.setStatusBar(self.status)
        if self.isVisible():
            self.status.show()
        for layout in (self.layout(), self.status.layout()):
            if layout is not None:
                layout.activate()  # before it is painted anywhere
        yield

    def _furnish_sides(self) -> Iterator[None]:
        from talkreader.ui.panes.library_pane import LibraryPane
        from talkreader.ui.panes.people_pane import PeoplePane
        from talkreader.ui.panes.sections_pane import SectionsPane

        yield
        from talkreader.ui.panes.results_pane import ResultsPane

        yield
        from talkreader.ui.panes.notes_pane import NotesPane

        yield
        if self._page_to_come:
            self._make_empty()
        else:
            self._make_docks()
        yield
        self.sections = SectionsPane()
        self.people = PeoplePane()
        self.library = LibraryPane()
        self.results = ResultsPane()
        for number, pane in enumerate((self.sections, self.people, self.library, self.results)):
            self._put_into_tab(number, pane)
        self.tabs.setCurrentWidget(self.sections)
        yield
        self.notes = NotesPane()
        self.notes.setMinimumWidth(200)
        blank = self.right.widget()
        self.right.setWidget(self.notes)
        blank.deleteLater()
        yield

    def _put_into_tab(self, number: int, pane: QWidget) -> None:
        blank = self.tabs.widget(number)
        self.tabs.insertTab(number, pane, self.tabs.tabText(number))
        self.tabs.removeTab(number + 1)
        if blank is not None:
            blank.deleteLater()

    def _return_to_page(self) -> None:
        (self.reading if self.shows_page() else self.empty).setFocus()

    def show_tab(self, pane: QWidget) -> None:
        """Bring one of the left panes to the front, and the left dock with it."""
        self.left.show()
        self.tabs.setCurrentWidget(pane)

    def panes(self) -> list[QWidget]:
        """Return what F6 goes through, in order; hidden ones left out."""
        from talkreader.ui.main_window.docks import LEFT, RIGHT

        centre = self.reading if self.shows_page() else self.empty
        panes: list[QWidget] = [self.search.field]
        if self.left.isVisible():
            current = self.tabs.currentWidget()
            panes.append(entry_of(current))
        others = {
            side: self.docks.seen(side, but=(self.left, self.right)) for side in (LEFT, RIGHT)
        }
        panes += [entry_of(dock.widget()) for dock in others[LEFT]]
        panes.append(centre)
        if self.shows_page() and self.reading.margin is not None and self.reading.shows_margin():
            panes.append(self.reading.margin)
        if self.right.isVisible():
            panes.append(self.notes.list)
        panes += [entry_of(dock.widget()) for dock in others[RIGHT]]
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
        target = panes[((at[-1] if at else 0) + step) % len(panes)]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, palette: Palette) -> None:
        """Show everything in these colours."""
        self.reading.set_theme(palette)
        for pane in (self.library, self.results, self.notes, self.message):
            pane.set_theme(palette)
        self.page_tabs.set_icon(icon("close", self.palette()))

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
        if not self._furnished:
            super().closeEvent(event)
            return
        self.notes.finish_editing()
        self.docks.prepare_to_keep()
        self._settings.keep(GEOMETRY, self.saveGeometry())
        self._settings.keep(STATE, self.saveState(STATE_VERSION))
        self._settings.sync()
        self.closing.emit()
        super().closeEvent(event)

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        self.menus.retranslate()
        self.tools.retranslate()
        self.search.retranslate()
        self.empty.retranslate()
        self.name_tabs()
        self.retranslated.emit()


def entry_of(pane: QWidget) -> QWidget:
    """Return what takes the focus in a pane: its ``entry``, if it has one."""
    entry = getattr(pane, "entry", None)
    return entry if isinstance(entry, QWidget) else pane
