"""Sharing: notes into a file for another person's library, and such a file into ours."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from talkreader import exporting, sharing
from talkreader.domain.errors import ExportError
from talkreader.domain.progress import Progress
from talkreader.gathering import gather
from talkreader.ui import words
from talkreader.ui.dialogs.scope_box import Offer, ScopeBox, file_name
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.jobs import Job, JobRunner

if TYPE_CHECKING:
    from talkreader.store import Library

BUNDLE = ".talknotes"
INDENT = 12


class ShareDialog(QDialog):
    """Which notes, and whether their pages go along. ``shared`` carries the path written."""

    shared = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        library: Library,
        offers: Sequence[Offer],
        tags: Sequence[str],
        runner: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Share notes"))
        open_at(self, 560, 200)
        self._library = library
        self._runner = runner
        said = _text(
            self.tr(
                "One file for another person's talkreader, which takes it in beside what they"
                " wrote. It holds the notes, what their tags mean, and how the notes came about."
            )
        )
        self.notes = ScopeBox(offers, tags)
        self.pages = QCheckBox(self.tr("With copies of the pages that the notes are about"))
        self.pages.setChecked(True)
        self.said = _text("")
        self.save_button = QPushButton(self.tr("Save…"))
        self.save_button.setDefault(True)
        self.close_button = QPushButton(self.tr("Close"))
        layout = column_of(self)
        layout.addWidget(said)
        layout.addWidget(self.notes)
        layout.addWidget(self.pages)
        layout.addWidget(self.said)
        layout.addStretch()
        layout.addLayout(_buttons(self.save_button, self.close_button))
        self.notes.changed.connect(lambda: self.said.setText(""))
        self.save_button.clicked.connect(self._ask)
        self.close_button.clicked.connect(self.reject)
        self.notes.setFocus()

    def write(self, path: Path) -> None:
        """Write the file beside the window; ``shared`` or ``failed`` follows."""
        library, scope, pages = self._library, self.notes.scope(), self.pages.isChecked()

        def work(_progress: Progress) -> object:
            found = gather(library, scope)
            if not found:
                raise ExportError("There are no such notes: choose others to share.")
            exporting.write(path, sharing.give(library, found, with_pages=pages))
            return str(path)

        job = Job(work)
        # methods, which Qt forgets with the dialog: the job may end after it
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        job.ended.connect(self._end)
        self.save_button.setEnabled(False)
        self._runner.start(job)

    def _finish(self, path: object) -> None:
        self.shared.emit(path)
        self.accept()

    def _fail(self, error: Exception) -> None:
        self.said.setText(words.sentence(error))
        self.failed.emit(error)

    def _end(self) -> None:
        self.save_button.setEnabled(True)

    def _ask(self) -> None:
        name = file_name(self.notes.title(), BUNDLE)
        asked = QFileDialog(self, self.tr("Share notes"), name)
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setDefaultSuffix(BUNDLE.removeprefix("."))
        asked.setNameFilter(self.tr("Notes to share") + f" (*{BUNDLE})")
        if asked.exec():
            self.write(Path(asked.selectedFiles()[0]))


class MergeDialog(QDialog):
    """What a file of notes would bring; then it does. ``taken`` carries a `sharing.Taken`."""

    taken = Signal(object)

    def __init__(
        self, library: Library, file: Path, runner: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take in notes"))
        open_at(self, 560, 260)
        self._library = library
        self._file = file
        self._runner = runner
        self._data = b""
        self.said = _text(self.tr("Reading {name} …").format(name=file.name))
        self.rows = QVBoxLayout()
        self.rows.setSpacing(6)
        self.take_button = QPushButton(self.tr("Take in"))
        self.take_button.setDefault(True)
        self.take_button.setEnabled(False)
        self.close_button = QPushButton(self.tr("Close"))
        layout = column_of(self)
        layout.addWidget(self.said)
        layout.addLayout(self.rows)
        layout.addStretch()
        layout.addLayout(_buttons(self.take_button, self.close_button))
        self.take_button.clicked.connect(self.take)
        self.close_button.clicked.connect(self.reject)
        self._start(self._look, self._show)

    def take(self) -> None:
        """Take the notes in; ``taken`` follows, or a sentence why not."""
        self.take_button.setEnabled(False)
        self._start(self._take, self._finish)

    def _look(self, _progress: Progress) -> object:
        try:
            self._data = self._file.read_bytes()
        except OSError as error:
            raise ExportError(
                "{path} cannot be read ({reason})", path=self._file, reason=error.strerror
            ) from error
        return sharing.look(self._library, self._data)

    def _take(self, _progress: Progress) -> object:
        return sharing.take(self._library, self._data)

    def _start(self, work: object, then: object) -> None:
        job = Job(work)  # type: ignore[arg-type]  # one of the two methods above
        job.finished.connect(then)
        job.failed.connect(self._fail)
        self._runner.start(job)

    def _show(self, looked: sharing.Taken) -> None:
        notes = looked.notes
        rows = [
            (notes.added, self.tr("%n new note(s)", "", notes.added)),
            (
                notes.updated,
                self.tr("%n note(s) changed on the other side only", "", notes.updated),
            ),
            (
                notes.beside,
                self.tr("%n note(s) changed on both sides: both are kept", "", notes.beside),
            ),
            (notes.known, self.tr("%n note(s) here already", "", notes.known)),
            (notes.codes, self.tr("%n new entry(s) of the codebook", "", notes.codes)),
            (looked.pages, self.tr("%n page(s) of which there is no copy here", "", looked.pages)),
        ]
        for number, (count, what) in enumerate(rows):
            label = _text(what)
            label.setEnabled(bool(count))
            label.setContentsMargins(INDENT, 0, 0, 0)
            self.rows.insertWidget(number, label)
        new = notes.changed or bool(looked.pages)
        if not new:
            said = self.tr("All that {name} holds is here already: there is nothing to take in.")
        elif self._library.writable:
            said = self.tr("{name} would bring this; one undo takes the notes back.")
        else:
            said = self.tr("{name} would bring this, but this library can only be read.")
        self.said.setText(said.format(name=self._file.name))
        able = new and self._library.writable
        self.take_button.setEnabled(able)
        chief = self.take_button if able else self.close_button
        chief.setDefault(True)
        chief.setFocus()

    def _finish(self, taken: object) -> None:
        self.taken.emit(taken)
        self.accept()

    def _fail(self, error: Exception) -> None:
        self.said.setText(words.sentence(error))


def _text(words_: str) -> QLabel:
    label = QLabel(words_)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _buttons(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch()
    for button in buttons:
        row.addWidget(button)
    return row
