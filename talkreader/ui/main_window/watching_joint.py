"""Joins the folder that is watched: what comes into it is imported, and told of."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.importing import Choice, ImportReport
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session
from talkreader.ui.settings import WATCHED, Setting, Settings

if TYPE_CHECKING:
    from talkreader.ui.session.watching import Watching


class WatchingJoint(QObject):
    """Watches the folder of the settings, when there is one, from `begin` on.

    ``told`` carries the report of an import of what came.
    """

    told = Signal(object)

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._watching: Watching | None = None
        settings.changed.connect(self._apply)

    def begin(self) -> None:
        """Watch from now on."""
        self._apply(WATCHED)

    def _apply(self, setting: Setting) -> None:
        if setting is not WATCHED or not self._session.library.writable:
            return
        named = self._settings.text(WATCHED)
        if self._watching is None and not named:
            return
        if self._watching is None:
            from talkreader.ui.session.watching import Watching

            self._watching = Watching(self._session.library, self._session.runner, self)
            self._watching.came.connect(self._import)
            self._watching.lost.connect(self._tell_of_loss)
            self._watching.failed.connect(self._session.failed)
        self._watching.watch(Path(named) if named else None)

    def _import(self, paths: list[Path]) -> None:
        told = partial(self._tell, paths)
        self._session.imports.start(paths, Choice(), quietly=told)

    def _tell(self, paths: list[Path], report: ImportReport) -> None:
        if self._watching is not None:
            self._watching.end(paths, report)
        self.told.emit(report)

    def _tell_of_loss(self, folder: Path) -> None:
        said = self.tr("The watched folder {folder} is not there.").format(folder=folder)
        self._window.status.showMessage(said, 10_000)
