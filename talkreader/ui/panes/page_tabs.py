"""The tabs above the page: a click goes to one, the middle button closes it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QMouseEvent
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

WIDEST = 240
RIGHT = QTabBar.ButtonPosition.RightSide


class PageTabs(QTabBar):
    """Hidden while there is only one. ``tab_picked`` and ``close_wanted`` carry a number."""

    tab_picked = Signal(int)
    close_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectRightTab)
        self.currentChanged.connect(self.tab_picked)
        self._cross = QIcon()
        self._titles: Sequence[tuple[str, str]] = ()
        self._retranslate()
        self.hide()

    def show_tabs(self, titles: Sequence[tuple[str, str]], at: int) -> None:
        """Show these (title, search) as tabs, one of them in front."""
        with QSignalBlocker(self):
            while self.count() > len(titles):
                self.removeTab(self.count() - 1)
            while self.count() < len(titles):
                self._add()
            for number, (title, text) in enumerate(titles):
                self._show(number, title, text)
            self.setCurrentIndex(at)
        self._titles = tuple(titles)
        self.setVisible(len(titles) > 1)

    def set_icon(self, icon: QIcon) -> None:
        """Draw the cross that closes a tab."""
        self._cross = icon
        for number in range(self.count()):
            button = self.tabButton(number, RIGHT)
            if isinstance(button, QToolButton):
                button.setIcon(icon)

    def tabSizeHint(self, index: int) -> QSize:
        """Qt: long titles are cut."""
        size = super().tabSizeHint(index)
        return QSize(min(size.width(), WIDEST), size.height() + 4)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: the middle button closes a tab."""
        if event.button() == Qt.MouseButton.MiddleButton:
            at = self.tabAt(event.position().toPoint())
            if at >= 0:
                self.close_wanted.emit(at)
            return
        super().mouseReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _add(self) -> None:
        """Add a tab with its cross; the style's own is red and far larger than its words."""
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIcon(self._cross)
        button.setIconSize(QSize(12, 12))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W does it
        button.setToolTip(self.tr("Close tab"))
        button.setAccessibleName(self.tr("Close tab"))
        button.clicked.connect(lambda: self._close_of(button))
        self.setTabButton(self.addTab(""), RIGHT, button)

    def _close_of(self, button: QToolButton) -> None:
        for number in range(self.count()):
            if self.tabButton(number, RIGHT) is button:
                self.close_wanted.emit(number)
                return

    def _show(self, number: int, title: str, text: str) -> None:
        name = title or (self.tr("Search: {words}").format(words=text) if text else "")
        name = name or self.tr("New tab")
        if self.tabText(number) != name:
            self.setTabText(number, name.replace("&", "&&"))
        self.setTabToolTip(number, name)
        self.setAccessibleTabName(number, name)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Open pages"))
        with QSignalBlocker(self):
            for number, (title, text) in enumerate(self._titles):
                self._show(number, title, text)
