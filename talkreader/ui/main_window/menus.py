"""The menu bar, made from the table of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from talkreader.ui.actions import Actions
from talkreader.ui.commands import MENUS, TOOLS, TRANSLATION, VIEW, menu_text
from talkreader.ui.filter_commands import FILTER_COMMANDS, SHOW_ONLY
from talkreader.ui.settings import (
    FIRST_LANGUAGE,
    LANGUAGE,
    SHOWN_SCRIPT,
    THEME,
    TRANSLATIONS,
    Setting,
    Settings,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QActionGroup

RECENT_WIDTH = 320
"""Pixels: the list is read in the middle of the window, where a narrow one is overlooked."""


class Menus(QObject):
    """The menus of the window, without entries until `fill`.

    ``recent_wanted`` carries what `set_recent` was given.
    """

    recent_wanted = Signal(object)
    recent_about_to_show = Signal()

    def __init__(self, bar: QMenuBar, actions: Actions, settings: Settings) -> None:
        super().__init__(bar)
        self._actions = actions
        self._settings = settings
        self._menus: dict[str, QMenu] = {}
        self._choices: list[tuple[QMenu, Setting, QActionGroup]] = []
        self._only: QMenu | None = None
        for name in MENUS:
            self._menus[name] = bar.addMenu(menu_text(name))

    def fill(self) -> None:
        """Put all commands into their menus."""
        for command, action in self._actions:
            menu = self._menus[command.menu]
            if command in FILTER_COMMANDS:
                self._only = self._only or menu.addMenu("")
                menu = self._only
            if command.rule and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(action)
            if command.id == "open":
                self.recent = menu.addMenu("")
        self.recent.aboutToShow.connect(self.recent_about_to_show)
        self._add_choice(self._menus[VIEW], THEME)
        self._add_choice(self._menus[TRANSLATION], TRANSLATIONS)
        self._add_choice(self._menus[TRANSLATION], FIRST_LANGUAGE)
        self._add_choice(self._menus[TRANSLATION], SHOWN_SCRIPT)
        self._add_choice(self._menus[TOOLS], LANGUAGE)
        self.retranslate()

    def set_recent(self, entries: list[tuple[str, object]]) -> None:
        """Offer these (words, thing) as what was opened before."""
        self.recent.clear()
        for number, (words, thing) in enumerate(entries, start=1):
            text = f"&{number}  {words.replace('&', '&&')}" if number < 10 else words
            action = self.recent.addAction(text)
            action.triggered.connect(lambda _on=False, thing=thing: self.recent_wanted.emit(thing))
        if not entries:
            nothing = self.tr("No page has been opened yet")
            self.recent.addAction(nothing).setEnabled(False)
            self.recent.addSeparator()
            for name in ("open", "sample"):
                self.recent.addAction(self._actions[name])

    def show_recent(self, window: QWidget) -> None:
        """Open the list of what was opened before, where the eye is."""
        self.recent_about_to_show.emit()
        self.recent.setMinimumWidth(RECENT_WIDTH)
        size = self.recent.sizeHint()
        corner = window.rect().center() - QPoint(size.width() // 2, size.height() // 2)
        self.recent.popup(window.mapToGlobal(corner))
        # so that Enter opens the latest, or else asks for a file
        entries = (action for action in self.recent.actions() if not action.isSeparator())
        self.recent.setActiveAction(next(action for action in entries if action.isEnabled()))

    def retranslate(self) -> None:
        """Say the words in the language of the window."""
        for name, menu in self._menus.items():
            menu.setTitle(menu_text(name))
        self.recent.setTitle(self.tr("Open &recent"))
        if self._only is not None:
            self._only.setTitle(menu_text(SHOW_ONLY))
        for menu, setting, group in self._choices:
            menu.setTitle(QCoreApplication.translate("settings", setting.label))
            for action in group.actions():
                label = dict(setting.choices)[action.data()]
                action.setText(QCoreApplication.translate("settings", label))

    def _add_choice(self, above: QMenu, setting: Setting) -> None:
        from PySide6.QtGui import QActionGroup

        if not isinstance(above.actions()[-1].menu(), QMenu):  # one line above all such lists
            above.addSeparator()
        menu = above.addMenu("")
        group = QActionGroup(menu)
        for value, _label in setting.choices:
            action = QAction(menu)
            action.setCheckable(True)
            action.setData(value)
            action.setChecked(self._settings.text(setting) == value)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(lambda action: self._settings.keep(setting, action.data()))
        self._settings.changed.connect(
            lambda changed: self._check(group, setting) if changed is setting else None
        )
        self._choices.append((menu, setting, group))

    def _check(self, group: QActionGroup, setting: Setting) -> None:
        for action in group.actions():
            action.setChecked(action.data() == self._settings.text(setting))
