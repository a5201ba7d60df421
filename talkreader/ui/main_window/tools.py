"""The slim tool bar, made from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from talkreader.ui.actions import Actions
from talkreader.ui.icons import icon

TOOLBAR = ("back", "forward", "open", "", "previous_hit", "next_hit", "side_by_side", "notes_pane")
WITH_TEXT = ("open", "side_by_side", "notes_pane")


class Tools(QToolBar):
    """The slim tool bar; ``search`` fills the room in its middle."""

    def __init__(self, actions: Actions, search: QWidget) -> None:
        super().__init__()
        self.setObjectName("tools")
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        self._buttons: dict[str, QToolButton] = {}
        for name in TOOLBAR:
            if name:
                self._add_button(name)
            else:
                self.addWidget(search)
        self.retranslate()

    def _add_button(self, name: str) -> None:
        # Qt would make the same button, but when it is asked for that one PySide makes the classes
        # of all widgets to find out which it is: 7 ms
        button = QToolButton()
        button.setDefaultAction(self._actions[name])
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setIconSize(self.iconSize())
        if name in WITH_TEXT:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addWidget(button)
        self._buttons[name] = button

    def retranslate(self) -> None:
        """Say the words in the language of the window."""
        self.setWindowTitle(self.tr("Tools"))
        for name, button in self._buttons.items():
            button.setAccessibleName(self._actions[name].toolTip())

    def set_icons(self, palette: QPalette) -> None:
        """Draw the icons in these colours."""
        for name in self._buttons:
            action = self._actions[name]
            action.setIcon(icon(self._actions.command(name).icon, palette))
            action.setIconVisibleInMenu(False)
