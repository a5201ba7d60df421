"""Whether the desktop is dark, where Qt does not know: what its own files say, now and later.

Qt asks GNOME, KDE and the settings portal. A window manager alone, or a desktop whose portal does
not run, has its choice in the files of GTK or of KDE.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

GTK = ("gtk-4.0/settings.ini", "gtk-3.0/settings.ini")
KDE = "kdeglobals"
_SOON = 200
"""Milliseconds after which a file that is being written anew is whole."""


def is_dark(folder: Path, environment: Mapping[str, str]) -> bool:
    """Return True when the desktop's files in the folder of its settings say that it is dark."""
    theme = environment.get("GTK_THEME", "")
    if theme:
        return _names_dark(theme)
    if "KDE" in environment.get("XDG_CURRENT_DESKTOP", "").split(":"):
        ground = _values(folder / KDE).get("Colors:Window/BackgroundNormal", "")
        parts = [int(part) for part in ground.split(",") if part.strip().isdecimal()]
        return len(parts) >= 3 and sum(parts[:3]) < 3 * 128
    for name in GTK:
        values = _values(folder / name)
        prefers = values.get("Settings/gtk-application-prefer-dark-theme", "")
        if prefers.lower() in ("1", "true") or _names_dark(
            values.get("Settings/gtk-theme-name", "")
        ):
            return True
    return False


def _names_dark(theme: str) -> bool:
    return theme.lower().replace("_", "-").replace(":", "-").endswith("-dark")


def _values(file: Path) -> dict[str, str]:
    """Return the values of a settings file by section and name; {} where there is none."""
    try:
        return dict(_lines(file.read_text("utf-8", "replace")))
    except OSError:
        return {}


def _lines(text: str) -> Iterator[tuple[str, str]]:
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[]")
        elif "=" in line and not line.startswith(("#", ";")):
            name, _sign, value = line.partition("=")
            yield f"{section}/{name.strip()}", value.strip().strip('"')


class DesktopScheme(QObject):
    """Tells whether the desktop is dark; ``changed`` carries that when it is another now."""

    changed = Signal(bool)

    def __init__(
        self,
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``folder`` and ``environment``: those of the desktop when not given."""
        super().__init__(parent)
        self._environment = os.environ if environment is None else environment
        named = self._environment.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        self._folder = folder or Path(named)
        self.dark = is_dark(self._folder, self._environment)
        self._watcher: QFileSystemWatcher | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._look)

    def watch(self) -> None:
        """Tell of changes from now on."""
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._soon.start)
        self._watcher.directoryChanged.connect(self._soon.start)
        self._follow()

    def _follow(self) -> None:
        if self._watcher is None:
            return
        files = [self._folder / name for name in (*GTK, KDE)]
        # a file is written anew under its name, which ends the watch over it: so its folder, too
        wanted = {str(path) for path in (*files, *(path.parent for path in files)) if path.exists()}
        wanted -= {*self._watcher.files(), *self._watcher.directories()}
        wanted.discard(str(self._folder))  # all programs write there
        if wanted:
            self._watcher.addPaths(sorted(wanted))

    def _look(self) -> None:
        self._follow()
        dark = is_dark(self._folder, self._environment)
        if dark != self.dark:
            self.dark = dark
            self.changed.emit(dark)
