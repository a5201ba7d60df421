"""What the windows of the translation memory and of the glossary share: their life, and files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from talkreader.domain.errors import TalkreaderError
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session
from talkreader.ui.theme import Appearance, Palette

if TYPE_CHECKING:
    from talkreader.domain.incoming import Taken
    from talkreader.ui.dialogs.shelf import Shelf

Window = TypeVar("Window", bound="Shelf")


class ShelfJoint(QObject, Generic[Window]):
    """Opens one window at a time, and does what is asked there. ``changed``: its things are others.

    Who inherits says how the window is made, what it lists, and how its files are read and written.
    """

    changed = Signal()

    def __init__(
        self, window: MainWindow, session: Session, appearance: Appearance, action: str
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._appearance = appearance
        self.dialog: Window | None = None
        window.actions_[action].triggered.connect(self._open)

    def _make(self, palette: Palette) -> Window:
        """Return the window, with what only it can do connected."""
        raise NotImplementedError

    def _show(self, _changed: object = None) -> None:
        """List what the window asks for."""
        raise NotImplementedError

    def take_in(self, path: Path) -> None:
        """Take a file in, and say what became of it."""
        raise NotImplementedError

    def give_out(self, path: Path) -> None:
        """Write what the window lists."""
        raise NotImplementedError

    def _titles(self) -> tuple[str, str, str]:
        """Return the titles of the questions for a file, and the kinds of files to be read."""
        raise NotImplementedError

    def _target(self) -> tuple[str, str]:
        """Return the name that a new file is offered, and the kinds of files to be written."""
        raise NotImplementedError

    def _open(self) -> None:
        """Open the window; bring the one that is open to the front."""
        if self.dialog is not None:
            self.dialog.show()
            self.dialog.raise_()
            self.dialog.activateWindow()
            return
        self.dialog = dialog = self._make(self._appearance.palette)
        dialog.searched.connect(self._show)
        dialog.import_wanted.connect(self._ask_file)
        dialog.export_wanted.connect(self._ask_target)
        dialog.undo_wanted.connect(self._session.notes.undo)
        dialog.redo_wanted.connect(self._session.notes.redo)
        dialog.finished.connect(self._close)
        self._session.notes.changed.connect(self._travelled)
        self._appearance.palette_changed.connect(dialog.set_theme)
        self._show()
        dialog.show()

    def _close(self) -> None:
        self._session.notes.changed.disconnect(self._travelled)
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _travelled(self, _changed: object) -> None:
        """Undo and redo may have changed what is listed."""
        self._show()
        self.changed.emit()

    def _act(self, act: Callable[[], object]) -> None:
        try:
            act()
        except TalkreaderError as error:
            self._session.failed.emit(error)
        self._show()
        self._window.actions_["undo"].setEnabled(self._session.notes.can_undo())
        self.changed.emit()

    def _remove(self, act: Callable[[], object]) -> None:
        """Do what deletes something, and say how it comes back."""
        self._act(act)
        self._say(self.tr("Deleted; Ctrl+Z brings it back."))

    def _say(self, words: str) -> None:
        if self.dialog is not None:
            self.dialog.status.setText(words)

    # --- files -----------------------------------------------------------------------------

    def _ask_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        title, _other, kinds = self._titles()
        path, _filter = QFileDialog.getOpenFileName(self.dialog, title, "", kinds)
        if path:
            self.take_in(Path(path))

    def _tell(self, taken: Taken) -> None:
        self._show()
        self.changed.emit()
        if self.dialog is not None:
            self.dialog.tell(taken)

    def _ask_target(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        _other, title, _kinds = self._titles()
        path, _filter = QFileDialog.getSaveFileName(self.dialog, title, *self._target())
        if path:
            self.give_out(Path(path))

    def _write(self, path: Path, content: str | bytes, said: str) -> None:
        """Write a file and say so: "{path}" in what is ``said`` becomes its path."""
        from talkreader import exporting

        try:
            exporting.write(path, content)
        except TalkreaderError as error:
            self._session.failed.emit(error)
        else:
            self._say(said.replace("{path}", str(path)))
