"""Joins what keeps notes safe and carries them between libraries.

The dialogs are imported when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from talkreader.domain.errors import LibraryDamaged
from talkreader.domain.progress import Progress
from talkreader.ui import words
from talkreader.ui.jobs import Job
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session

if TYPE_CHECKING:
    from talkreader.sharing import Taken
    from talkreader.ui.dialogs.backups import BackupsDialog
    from talkreader.ui.dialogs.scope_box import Offer
    from talkreader.ui.dialogs.sharing import MergeDialog, ShareDialog

LOOK_EVERY = 600_000
"""Milliseconds between two looks whether the notes are due to be copied."""


class SafetyJoint(QObject):
    """Opens backups, sharing and taking in; ``offers`` gives the notes that can be shared."""

    def __init__(
        self, window: MainWindow, session: Session, offers: Callable[[], list[Offer]]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._offers = offers
        actions = window.actions_
        actions["backups"].triggered.connect(self.show_backups)
        actions["share"].triggered.connect(self.share)
        actions["merge"].triggered.connect(self.ask)
        session.failed.connect(self._offer_repair)
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.back_up_when_due)
        self._timer.start()

    def back_up_when_due(self) -> None:
        """Make the copy of the day beside the window: a person's next act need not wait for it."""
        library = self._session.library

        def work(progress: Progress) -> None:
            progress.check()
            library.back_up_when_due()

        job = Job(work, key="daily backup")
        job.failed.connect(self._session.failed)
        self._session.runner.start(job)

    def show_backups(self) -> BackupsDialog:
        """Show the backups of the notes."""
        from talkreader.ui.dialogs.backups import BackupsDialog

        dialog = BackupsDialog(self._session.library, self._session.runner, self._window)
        dialog.changed.connect(self._session.library_changed)
        dialog.open()
        return dialog

    def share(self) -> ShareDialog | None:
        """Let the person share notes; None, and a word why, when there are none."""
        if not self._session.notes.count_everywhere():
            self._window.status.showMessage(self.tr("There are no notes to share yet."), 6000)
            return None
        from talkreader.ui.dialogs.sharing import ShareDialog

        notes = self._session.notes
        dialog = ShareDialog(
            self._session.library,
            self._offers(),
            notes.known_tags(),
            self._session.runner,
            self._window,
        )
        dialog.shared.connect(self._say_shared)
        dialog.open()
        return dialog

    def ask(self) -> None:
        """Let the person choose a file with notes."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self.tr("Notes") + " (*.talknotes *.jsonld *.json)"
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Take in notes"), "", kinds)
        if chosen:
            self.merge(Path(chosen))

    def merge(self, file: Path) -> MergeDialog:
        """Show what a file with notes would bring, and let the person take it in."""
        from talkreader.ui.dialogs.sharing import MergeDialog

        dialog = MergeDialog(self._session.library, file, self._session.runner, self._window)
        dialog.taken.connect(self._say_taken)
        dialog.open()
        return dialog

    def _say_shared(self, path: str) -> None:
        self._window.status.showMessage(self.tr("Saved to {path}").format(path=path), 8000)

    def _say_taken(self, taken: Taken) -> None:
        self._session.library_changed()
        notes = taken.notes
        new = notes.added + notes.updated + notes.beside
        said = self.tr("Taken in: %n note(s).", "", new)
        undo = self._session.notes.undo
        if notes.changed:
            self._window.message.say(said, action=self.tr("Undo"), act=undo)
        else:
            self._window.message.say(said)

    def _offer_repair(self, error: Exception) -> None:
        if isinstance(error, LibraryDamaged):
            self._window.message.say(
                words.sentence(error),
                trouble=True,
                action=self.tr("Backups and repair…"),
                act=self.show_backups,
            )
