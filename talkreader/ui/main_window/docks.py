"""What stands beside the page: docks in a wide window, drawers over the page in a narrow one.

A drawer takes no width from the text; Esc, a click beside it and going on reading close it. The
docks are the same widgets in both: whoever shows or hides one need not know which it is.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

NARROW = 900
"""A window of fewer pixels has drawers."""
LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
_WIDEST = 340
TEXT = 400
"""Pixels that the page keeps when the names of the panes are to be whole."""


class Shade(QWidget):
    """Lies over the page while a drawer is open; a click on it is a click beside the drawer."""

    clicked = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: a veil, so that it is seen where the page is not to be used."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(0, 0, 0, 70))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click beside the drawer; the page below must not take it for its own."""
        event.accept()
        self.clicked.emit()


class Docks(QObject):
    """Puts the docks of a window where there is room for them.

    ``drawers_changed`` carries True when docks become drawers, False when they stand beside again.
    ``left``: a drawer was closed in which somebody was at work.
    """

    drawers_changed = Signal(bool)
    left = Signal()

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._places: dict[QDockWidget, Qt.DockWidgetArea] = {}
        self._wanted: dict[QDockWidget, bool] = {}
        self._drawers = False
        self._alone = False
        self._has_page = False
        self._arranged = False
        self._shade = Shade(window)
        self._shade.hide()
        self._shade.clicked.connect(self.close_drawers)
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def make(
        self, name: str, content: QWidget, area: Qt.DockWidgetArea, *, wanted: bool = False
    ) -> QDockWidget:
        """Return a dock without a title at a side of the page, hidden.

        ``wanted``: it stands there as soon as there is a page, until a person closes it.
        """
        dock = QDockWidget(self._window)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget(dock))  # the tabs and the tool bar say what it is
        dock.setAutoFillBackground(True)
        content.setMinimumWidth(200)
        dock.setWidget(content)
        self._window.addDockWidget(area, dock)
        self._places[dock] = area
        self._wanted[dock] = wanted
        if self._drawers:
            self._window.removeDockWidget(dock)
        dock.hide()
        dock.installEventFilter(self)
        # a method, which Qt forgets with the window: the docks tell of their end too
        dock.visibilityChanged.connect(self._see_soon)
        return dock

    @property
    def are_drawers(self) -> bool:
        """Whether the docks lie over the page."""
        return self._drawers

    def open_drawers(self) -> list[QDockWidget]:
        """Return the docks that lie over the page now: one, or none."""
        return [dock for dock in self._places if self._drawers and not dock.isHidden()]

    def seen(self, area: Qt.DockWidgetArea, but: tuple[QDockWidget, ...] = ()) -> list[QDockWidget]:
        """Return the docks that are shown at a side of the page, without some."""
        return [
            dock
            for dock, place in self._places.items()
            if place is area and dock.isVisible() and dock not in but
        ]

    def show_beside(self, *, page: bool) -> None:
        """Let the docks stand beside a page, or hide them while there is none."""
        if page == self._has_page:
            return
        if not page:
            self.close_drawers()
            self._remember()
        self._has_page = page
        if page and not self._drawers:
            self._stand()
        elif not page:
            for dock in self._places:
                dock.hide()

    def leave_page_alone(self, *, on: bool) -> None:
        """Make drawers of the docks in a wide window, too."""
        self._alone = on
        self.adapt()

    def adapt(self) -> None:
        """Make drawers of the docks where there is no room for them, and docks where there is."""
        drawers = self._alone or self._window.width() < NARROW
        if drawers == self._drawers:
            return
        if drawers:
            if self._has_page:
                self._remember()
            self._drawers = True
            for dock in self._places:
                self._window.removeDockWidget(dock)  # hides it; it stays the window's child
        else:
            self.close_drawers()
            self._put_back()
            if self._has_page:
                self._stand()
        self.drawers_changed.emit(drawers)

    def prepare_to_keep(self) -> None:
        """Stand as beside a page in a wide window: that is what is kept for the next time."""
        if self._has_page and not self._drawers:
            self._remember()
        self._put_back()
        for dock, wanted in self._wanted.items():
            dock.setVisible(wanted)

    def take_restored(self) -> None:
        """Take over what `restoreState` has shown or hidden, and wait for a page."""
        self._arranged = True
        self._remember()
        for dock in self._places:
            dock.hide()

    def fit(self) -> None:
        """Give the docks a width that leaves the page most of the window."""
        if self._drawers:
            self._lay()
            return
        docks = [dock for dock in self._places if not dock.isHidden()]
        sides = {self._places[dock]: dock.width() for dock in docks}
        if docks and (not self._arranged or sum(sides.values()) * 2 > self._window.width()):
            width = max(200, min(290, self._window.width() * 23 // 100))
            wanted = dict.fromkeys(sides, width)
            for dock in docks:
                wanted[self._places[dock]] = max(wanted[self._places[dock]], _names(dock))
            if self._window.width() - sum(wanted.values()) < TEXT:
                wanted = dict.fromkeys(sides, width)
            widths = [wanted[self._places[dock]] for dock in docks]
            self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def close_drawers(self) -> None:
        """Close what lies over the page; who was in there goes back to the page."""
        focused = QApplication.focusWidget()
        for dock in self.open_drawers():
            inside = focused is not None and dock.isAncestorOf(focused)
            dock.hide()
            if inside:
                self.left.emit()

    # --- how it is done --------------------------------------------------------------------

    def _remember(self) -> None:
        self._wanted = {dock: not dock.isHidden() for dock in self._places}

    def _stand(self) -> None:
        for dock, wanted in self._wanted.items():
            dock.setVisible(wanted or not dock.isHidden())

    def _put_back(self) -> None:
        if not self._drawers:
            return
        self._drawers = False
        for dock, area in self._places.items():
            self._window.addDockWidget(area, dock)

    def _see_soon(self) -> None:
        QTimer.singleShot(0, self, self.fit)

    def _lay(self) -> None:
        """Put the open drawer at its side of the page, and the shade below it."""
        shown = self.open_drawers()
        page = self._window.centralWidget()
        self._shade.setVisible(bool(shown))
        if page is None:
            return
        room = page.geometry()
        self._shade.setGeometry(room)
        self._shade.raise_()
        for dock in shown:
            width = min(_WIDEST, room.width() * 85 // 100)
            at_left = self._places[dock] is LEFT
            left = room.left() if at_left else room.right() + 1 - width
            dock.setGeometry(QRect(left, room.top(), width, room.height()))
            dock.raise_()

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Close the drawer of somebody who goes on reading."""
        if not self._drawers or old is None or new is None:
            return
        page = self._window.centralWidget()
        if page is not None and page.isAncestorOf(new):
            self.close_drawers()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a window of another size, a drawer that opens, an Esc that nobody wanted."""
        kind = event.type()
        if watched is not self._window:
            if kind == QEvent.Type.Show and self._drawers:
                for dock in self.open_drawers():
                    dock.setVisible(dock is watched)
        elif kind == QEvent.Type.Resize:
            self.adapt()
            self._see_soon()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            wanted = event.key() == Qt.Key.Key_Escape and bool(self.open_drawers())
            if wanted:
                self.close_drawers()
            return wanted
        return super().eventFilter(watched, event)


def _names(dock: QDockWidget) -> int:
    """Return the width in which the names of a dock's panes are whole: “Se… P… Se…” says little."""
    from PySide6.QtWidgets import QTabWidget

    content = dock.widget()
    if not isinstance(content, QTabWidget):
        return 0
    return min(_WIDEST, content.tabBar().sizeHint().width())
