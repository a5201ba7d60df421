"""Joins the room that the text has: the panes beside it, drawers, and nothing but the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QLabel, QWidget

from talkreader.ui.main_window.window import MainWindow, entry_of
from talkreader.ui.session import Session

HINT = 4000
"""Milliseconds for which it is said how one gets the window back."""


class RoomJoint(QObject):
    """What shows and hides all that is not the text."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._hint: QLabel | None = None
        actions = window.actions_
        for name, dock in (("left_pane", window.left), ("notes_pane", window.right)):
            self._join(name, dock)
        actions["only_text"].toggled.connect(self._leave_alone)
        for name in ("find_page", "find_library", "search_field"):
            # the field is in the tool bar; this comes before the search's own answer
            actions[name].triggered.connect(self._come_back)
        window.search.submitted.connect(window.docks.close_drawers)
        # what they show is under it
        for name in ("next_hit", "previous_hit", "side_by_side", "by_time", "only_hits", "margin"):
            actions[name].triggered.connect(window.docks.close_drawers)
        window.library.page_picked.connect(window.docks.close_drawers)
        session.pages.page_closed.connect(self._come_back)
        window.closing.connect(self._come_back)
        window.installEventFilter(self)

    def _join(self, name: str, dock: QDockWidget) -> None:
        """Let a command and a pane say the same; a drawer that a person opens gets the focus."""
        action = self._window.actions_[name]
        action.toggled.connect(dock.setVisible)
        dock.visibilityChanged.connect(lambda: action.setChecked(not dock.isHidden()))
        action.setChecked(not dock.isHidden())
        action.triggered.connect(lambda: self._enter(dock))

    def _enter(self, dock: QDockWidget) -> None:
        if dock not in self._window.docks.open_drawers():
            return
        if dock is self._window.right:
            self._window.notes.list.setFocus()
        else:
            entry_of(self._window.tabs.currentWidget()).setFocus()

    def _come_back(self) -> None:
        self._window.actions_["only_text"].setChecked(False)

    def _around(self) -> list[QWidget]:
        """Return what stands around the text."""
        window = self._window
        return [window.menuBar(), window.tools, window.status, window.breadcrumb]

    def _leave_alone(self, on: bool) -> None:
        window = self._window
        for widget in self._around():
            widget.setVisible(not on)
        window.page_tabs.setVisible(not on and window.page_tabs.count() > 1)
        window.docks.leave_page_alone(on=on)
        if on:
            window.reading.setFocus()
            self._tell()
        elif self._hint is not None:
            self._hint.hide()

    def _tell(self) -> None:
        """Say how one gets the window back: nothing else on the screen does."""
        said = self.tr("Nothing but the text. Esc brings the window back.")
        self._window.reading.announce(said)
        if self._hint is None:
            self._hint = QLabel(self._window)
            self._hint.setAutoFillBackground(True)
            self._hint.setFrameShape(QFrame.Shape.StyledPanel)
            self._hint.setMargin(8)
            self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        hint = self._hint
        hint.setText(said)
        hint.adjustSize()
        hint.move(QPoint((self._window.width() - hint.width()) // 2, 12))
        hint.show()
        hint.raise_()
        QTimer.singleShot(HINT, hint, hint.hide)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: an Esc that nobody in the window wanted."""
        if (
            watched is self._window
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self._window.actions_["only_text"].isChecked()
            and not self._window.docks.open_drawers()
        ):
            self._come_back()
            return True
        return super().eventFilter(watched, event)
