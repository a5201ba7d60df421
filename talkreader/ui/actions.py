"""One action per command, with the keys of the table or those a person gave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from talkreader.ui.commands import COMMANDS, Command, menu_text, plain_text, unmarked

LEFT_TO_INPUT = ("Ctrl+Space", "Shift+Space", "Ctrl+.")
"""Keys that switch input methods; a command must not take them."""

Keys = Mapping[str, tuple[str, ...]]
"""The keys of some commands by their id, as `QKeySequence` writes them in a file."""


@cache
def normal(key: str) -> str:
    """Return a key as files and comparisons write it; "" when it is none."""
    from PySide6.QtGui import QKeySequence  # the first picture has no keys yet

    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


@cache
def is_bare(key: str) -> bool:
    """Return True for a key that types something: these act in the reading pane only."""
    parts = normal(key).split(", ")[0].split("+")
    held = set(parts[:-1]) & {"Ctrl", "Alt", "Meta"}
    function = len(parts[-1]) > 1 and parts[-1][0] == "F" and parts[-1][1:].isdigit()
    return bool(parts[-1] or key) and not held and not function


@cache
def table_keys(command: Command) -> tuple[str, ...]:
    """Return the keys that the table gives a command."""
    return tuple(normal(key) for key in (*command.keys, *command.letters))


def dump_keys(changed: Keys) -> str:
    """Return keys as text for the settings."""
    import json

    return json.dumps({name: list(keys) for name, keys in sorted(changed.items())}) or ""


def load_keys(text: str) -> dict[str, tuple[str, ...]]:
    """Return the keys that `dump_keys` wrote; what makes no sense is left out."""
    import json

    try:
        found = json.loads(text)
        known = {command.id for command in COMMANDS}
        return {
            name: tuple(filter(None, (normal(key) for key in keys if isinstance(key, str))))
            for name, keys in found.items()
            if name in known and isinstance(keys, list)
        }
    except (ValueError, TypeError, AttributeError):
        return {}


class Actions:
    """One QAction per command, made once; the window joins them to what they do."""

    def __init__(self, parent: QObject, first: Iterable[str] | None = None) -> None:
        """Make all, or only those named ``first``, without keys, and the others by `make_rest`."""
        self._parent = parent
        self._actions: dict[str, QAction] = {}
        self._changed: Keys = {}
        self._letters = True
        self._commands = {command.id: command for command in COMMANDS}
        if first is None:
            self.make_rest()
            return
        for name in filter(None, first):
            text = self._commands[name].text
            action = self._make(self._commands[name])
            action.setText(menu_text(text))
            action.setIconText(plain_text(text))

    def make_rest(self) -> None:
        """Make the actions that were not made at first, and give all of them their keys."""
        for command in COMMANDS:
            if command.id not in self._actions:
                self._make(command)
        self._apply()
        self.retranslate()

    def _make(self, command: Command) -> QAction:
        action = QAction(self._parent)
        action.setObjectName(command.id)
        action.setCheckable(command.checkable)
        self._actions[command.id] = action
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[Command, QAction]]:
        """Go through what is made, in the order of the table."""
        return (
            (command, self._actions[command.id])
            for command in COMMANDS
            if command.id in self._actions
        )

    def command(self, name: str) -> Command:
        """Return a command by its id."""
        return self._commands[name]

    def all(self) -> list[QAction]:
        """Every action: any of them may have a bare letter, which belongs to the reading pane."""
        return list(self._actions.values())

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of a command, also those that are switched off."""
        if name in self._changed:
            return self._changed[name]
        return table_keys(self._commands[name])

    def owners(self, key: str, but: str = "") -> list[Command]:
        """Return the commands other than ``but`` that have this key."""
        wanted = normal(key)
        return [c for c in COMMANDS if c.id != but and wanted and wanted in self.keys(c.id)]

    def set_keys(self, changed: Keys) -> None:
        """Give commands other keys than the table's; act at once."""
        self._changed = dict(changed)
        self._apply()
        self.retranslate()

    def set_letters(self, *, on: bool) -> None:
        """Give the bare letters their effect, or take it away."""
        if on == self._letters:
            return
        self._letters = on
        self._apply()
        self.retranslate()

    def _apply(self) -> None:
        from PySide6.QtGui import QKeySequence

        context = Qt.ShortcutContext
        for command, action in self:
            keys = [key for key in self.keys(command.id) if self._letters or not is_bare(key)]
            action.setShortcuts([QKeySequence(key) for key in keys])
            # A letter must not be stolen from the type-ahead of a list or a tree.
            bare = bool(keys) and all(is_bare(key) for key in keys)
            action.setShortcutContext(
                context.WidgetWithChildrenShortcut if bare else context.WindowShortcut
            )

    def retranslate(self) -> None:
        """Say the words in the language of the window."""
        for command, action in self:
            text = menu_text(command.text)
            plain, keys = unmarked(text), native(action)
            words = plain.removesuffix("…")
            action.setText(text)
            action.setIconText(plain)
            action.setToolTip(f"{words} ({keys})" if keys else words)


def native(action: QAction) -> str:
    """Return the first key of an action as the platform writes it."""
    from PySide6.QtGui import QKeySequence

    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
