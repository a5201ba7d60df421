"""One window for one library: a second start hands its files over to the window that is open.

Without a network module, not even a local socket: the second start writes a request into a folder
of the library (``inbox``), which the window watches. The lock file ``window.lock`` says whether
there is a window; it names the process that holds it, so that one left behind by a crash counts
for nothing. A request that nobody takes is taken back, and the second start opens a window itself.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QSysInfo, QTimer, Signal

from talkreader.domain.records import dataclass
from talkreader.folders import window_lock

INBOX = "inbox"
VERSION = 1
PATIENCE = 4.0
"""Seconds that a request may lie before its sender opens a window itself."""
MOST = 1_000_000
"""Bytes of a request that are read at most: some thousand paths."""
TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


@dataclass(frozen=True, slots=True)
class Request:
    """What a second start asks for. ``token`` lets the window come to the front under Wayland."""

    paths: tuple[Path, ...]
    token: str = ""

    def text(self) -> str:
        """Return the request as it is written."""
        paths = [str(path) for path in self.paths]
        return json.dumps({"version": VERSION, "paths": paths, "token": self.token})

    @classmethod
    def parse(cls, text: str) -> Request | None:
        """Return the request that `text` wrote; None when it makes no sense."""
        try:
            found = json.loads(text)
            if found["version"] != VERSION:
                return None
            paths = tuple(Path(path) for path in found["paths"])
            token = str(found["token"])
        except (ValueError, KeyError, TypeError):
            return None
        return cls(paths, token) if all(path.is_absolute() for path in paths) else None


def hand_over(folder: Path, files: Sequence[Path], patience: float = PATIENCE) -> bool:
    """Let the open window of a library show files and come to the front; False: there is none.

    Paths are made absolute: the window may have been started elsewhere.
    """
    lock = QLockFile(str(window_lock(folder)))
    lock.setStaleLockTime(0)
    if not window_lock(folder).exists() or lock.tryLock(0):
        lock.unlock()
        return False
    _process, host, _program = lock.getLockInfo()
    if lock.error() != QLockFile.LockError.LockFailedError or host != QSysInfo.machineHostName():
        return False  # a folder shared with another computer: its window is not here
    token = next((os.environ[name] for name in TOKENS if os.environ.get(name)), "")
    request = Request(tuple(path.absolute() for path in files), token)
    try:
        placed = _place(folder / INBOX, request)
    except OSError:
        return False
    limit = time.monotonic() + patience
    while time.monotonic() < limit:
        if not placed.exists():
            return True
        time.sleep(0.02)
    try:
        placed.unlink()
    except FileNotFoundError:
        return True  # taken at the last moment
    return False


def _place(inbox: Path, request: Request) -> Path:
    """Write a request so that it is there whole or not at all."""
    name = f"{time.time_ns()}-{os.getpid()}"
    written = inbox / f"{name}.part"
    written.write_text(request.text(), encoding="utf-8")
    return written.rename(inbox / f"{name}.json")


class Door(QObject):
    """Held open by the one window of a library. ``knocked`` carries a `Request`."""

    knocked = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._inbox = folder / INBOX
        self._lock = QLockFile(str(window_lock(folder)))
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def open(self) -> bool:
        """Take the lock and wait for requests; False when another window has it, or none can."""
        if not self._lock.tryLock(0):
            return False
        try:
            self._inbox.mkdir(mode=0o700, exist_ok=True)
        except OSError:
            self._lock.unlock()
            return False
        for old in self._inbox.iterdir():  # their senders have given up long ago
            old.unlink(missing_ok=True)
        self._watcher = QFileSystemWatcher([str(self._inbox)], self)
        self._watcher.directoryChanged.connect(self.look)
        QTimer.singleShot(0, self, self.look)  # what came between the two lines above
        return True

    def look(self) -> None:
        """Take every request that lies there."""
        for placed in sorted(self._inbox.glob("*.json")):
            try:
                with placed.open("rb") as file:
                    text = file.read(MOST).decode("utf-8", "replace")
                placed.unlink()
            except OSError:
                continue
            request = Request.parse(text)
            if request is not None:
                self.knocked.emit(request)

    def close(self) -> None:
        """Let another window take the lock."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
            self._lock.unlock()
