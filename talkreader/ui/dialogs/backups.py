"""Backups: the copies of the notes, what each would bring back, and mending what is damaged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from talkreader.domain.progress import Progress
from talkreader.store import Backup
from talkreader.ui import words
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.jobs import Job, JobRunner
from talkreader.ui.models.page_delegate import RoomyDelegate
from talkreader.ui.safety_words import repaired, why

if TYPE_CHECKING:
    from talkreader.store import Library
    from talkreader.store.notes.comparing import Compared
    from talkreader.store.notes.salvage import Salvage

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Listed:
    """A copy as it is listed; ``notes`` None: it cannot be read."""

    backup: Backup
    notes: int | None
    size: int


class BackupsDialog(QDialog):
    """``changed``: the notes are others now. Whatever reads or writes is done by jobs."""

    changed = Signal()

    def __init__(self, library: Library, runner: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backups and repair"))
        open_at(self, 680, 480)
        self._library = library
        self._runner = runner
        self._ticket = 0
        self._busy = False
        self._compared = False
        self._listed: list[Listed] = []
        self._make_list()
        self.said = self._label("")
        self.state = self._label("")
        self.restore_button = QPushButton(self.tr("Restore"))
        self.back_up_button = QPushButton(self.tr("Back up now"))
        self.check_button = QPushButton(self.tr("Check the files"))
        self.repair_button = QPushButton(self.tr("Save what is readable"))
        self.close_button = QPushButton(self.tr("Close"))
        self.repair_button.hide()
        for button in (
            self.restore_button,
            self.back_up_button,
            self.check_button,
            self.repair_button,
        ):
            button.setAutoDefault(False)  # Enter in the list must not change the notes
        self.close_button.setDefault(True)
        self._lay_out()
        self.list.currentItemChanged.connect(self._compare)
        self.restore_button.clicked.connect(self.restore)
        self.back_up_button.clicked.connect(self.back_up)
        self.check_button.clicked.connect(self.check)
        self.repair_button.clicked.connect(self.repair)
        self.close_button.clicked.connect(self.reject)
        self._wait(on=False)
        self._fill()

    def restore(self) -> None:
        """Make the notes what the chosen copy holds."""
        chosen = self._chosen()
        if chosen is None:
            return
        path = chosen.backup.path
        self._start(lambda _progress: self._library.restore(path), self._restored)

    def back_up(self) -> None:
        """Make a copy now, unless the last one is the same."""
        self._start(lambda _progress: self._library.back_up(), self._backed_up)

    def check(self) -> None:
        """Look for damage in the files."""
        self.state.setText(self.tr("Checking …"))
        self._start(lambda _progress: self._library.check(), self._checked)

    def repair(self) -> None:
        """Make the notes all that can be read of them."""
        self._start(lambda _progress: self._library.repair(), self._repaired)

    def _make_list(self) -> None:
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAlternatingRowColors(False)
        self.list.setItemDelegate(RoomyDelegate(self))
        self.list.setAccessibleName(self.tr("Backups, the latest first"))
        self.list.setHeaderLabels(
            [self.tr("Made"), self.tr("Why"), self.tr("Notes"), self.tr("Size")]
        )
        for column in (2, 3):
            self.list.headerItem().setTextAlignment(column, _RIGHT)
        head = self.list.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.restore_button)
        above.addWidget(self.back_up_button)
        above.addStretch()
        below = QHBoxLayout()
        for button in (self.check_button, self.repair_button):
            below.addWidget(button)
        below.addStretch()
        below.addWidget(self.close_button)
        layout = column_of(self)
        layout.addWidget(
            self._label(
                self.tr(
                    "The notes are copied before the first change of a day and before anything"
                    " risky; the last ten copies are kept in {folder}."
                ).format(folder=self._library.folder / "backups")
            )
        )
        layout.addWidget(self.list, 1)
        layout.addWidget(self.said)
        layout.addLayout(above)
        layout.addSpacing(8)
        layout.addWidget(self.state)
        layout.addLayout(below)

    def _fill(self) -> None:
        self._start(self._read, self._show)

    def _read(self, _progress: Progress) -> object:
        from talkreader.store.notes.comparing import count_notes

        return [
            Listed(copy, count_notes(copy.path), copy.path.stat().st_size)
            for copy in reversed(self._library.backups())
        ]

    def _show(self, listed: list[Listed]) -> None:
        self._listed = listed
        locale = QLocale()
        self.list.clear()
        for copy in listed:
            made = words.here(copy.backup.made)
            notes = self.tr("damaged") if copy.notes is None else locale.toString(copy.notes)
            size = locale.formattedDataSize(copy.size, 0)
            item = QTreeWidgetItem([made, why(copy.backup.why), notes, size])
            for column in (2, 3):
                item.setTextAlignment(column, _RIGHT)
            self.list.addTopLevelItem(item)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
            self.list.setFocus()
        else:
            self.said.setText(self.tr("There is no backup yet: nothing was written."))

    def _chosen(self) -> Listed | None:
        index = self.list.currentIndex()
        return self._listed[index.row()] if index.isValid() else None

    def _compare(self) -> None:
        chosen = self._chosen()
        self._compared = False
        self._wait(on=self._busy)
        if chosen is None:
            return
        if chosen.notes is None:
            self.said.setText(self.tr("This copy is damaged and cannot be restored."))
            return
        self._ticket = ticket = self._ticket + 1
        path = chosen.backup.path
        job = Job(lambda _progress: (ticket, self._library.compare_backup(path)))
        # methods, which Qt forgets with the dialog: the job may end after it
        job.finished.connect(self._say_compared)
        job.failed.connect(self._fail)
        self._runner.start(job)

    def _say_compared(self, compared: tuple[int, Compared]) -> None:
        ticket, found = compared
        if ticket != self._ticket:
            return
        parts = [
            self.tr("bring back %n note(s)", "", found.only_there) if found.only_there else "",
            self.tr("take away %n note(s)", "", found.only_now) if found.only_now else "",
            self.tr("change %n note(s)", "", found.different) if found.different else "",
        ]
        if found.same:
            self.said.setText(self.tr("This copy holds the notes as they are now."))
        else:
            listed = words.listed(filter(None, parts))
            said = self.tr("Restoring it would {what}. What is here now is copied first.")
            self.said.setText(said.format(what=listed))
        self._compared = True
        self._wait(on=self._busy)

    def _start(self, work: Callable[[Progress], object], then: Callable[..., None]) -> None:
        job = Job(work)
        job.finished.connect(then)
        job.failed.connect(self._fail)
        job.ended.connect(self._end)
        self._wait(on=True)
        self._runner.start(job)

    def _restored(self, before: Backup | None) -> None:
        said = self.tr("Restored.")
        if before is not None:
            said += " " + self.tr("As it was before, it is the first copy of the list.")
        self.state.setText(said)
        self.changed.emit()
        self._fill()

    def _backed_up(self, made: Backup | None) -> None:
        same = self.tr("The last backup is the same: no other one was made.")
        self.state.setText(same if made is None else self.tr("Backed up."))
        self._fill()

    def _checked(self, problems: list[str]) -> None:
        if not problems:
            self.state.setText(self.tr("Both files are sound."))
            return
        shown = "\n".join(problems[:4])
        said = self.tr("Damage was found:") + f"\n{shown}\n"
        notes = any(problem.startswith("notes.") for problem in problems)
        if notes:
            said += self.tr("Save what is readable of the notes, or restore a backup.")
        else:
            said += self.tr(
                "The notes are sound. The archive can be made again: import its files anew."
            )
        self.state.setText(said)
        self.repair_button.setVisible(notes)

    def _repaired(self, done: Salvage) -> None:
        self.state.setText(repaired(done))
        self.repair_button.hide()
        self.changed.emit()
        self._fill()

    def _fail(self, error: Exception) -> None:
        self.state.setText(words.sentence(error))

    def _end(self) -> None:
        self._wait(on=False)

    def _wait(self, *, on: bool) -> None:
        self._busy = on
        able = not on and self._library.writable
        for button in (self.back_up_button, self.repair_button):
            button.setEnabled(able)
        self.check_button.setEnabled(not on)
        self.restore_button.setEnabled(able and self._compared)
        if not self._library.writable:
            self.state.setText(self.tr("This library can only be read: nothing can be restored."))
