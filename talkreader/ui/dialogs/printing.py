"""Printing: what to put on paper, how it will look, and the printer or the PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QWidget,
)

from talkreader import exporting
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.ui import words
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.jobs import Job, JobRunner
from talkreader.ui.naming import name_choice
from talkreader.ui.printing import MARGINS, pdf_made, print_paper


@dataclass(frozen=True, slots=True)
class Printable:
    """One thing that can be put on paper; ``paper`` makes it, with citations or without.

    ``always_cited``: it makes no sense without. What must be read from the library first has
    ``read`` and not ``paper``: it reads in a worker's thread, and returns what makes the paper.
    ``paper`` is called in the window's thread for the preview, in a worker's for a PDF.
    """

    label: str
    name: str
    paper: Callable[[bool], QTextDocument] | None = None
    always_cited: bool = False
    read: Callable[[Progress], Callable[[bool], QTextDocument]] | None = None


class PrintingDialog(QDialog):
    """``saved`` carries the path of a PDF, ``failed`` an error.

    What is read from the library or written into a PDF is so by jobs, which can be stopped.
    """

    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self, things: list[Printable], runner: JobRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print"))
        open_at(self, 760, 680)
        self._things = things
        self._runner = runner
        self._job: Job | None = None
        self._outcome = ""  # what came of a job, once it has ended
        self._makers = [thing.paper for thing in things]
        self._paper: QTextDocument | None = None
        self._printer = self._make_printer()
        self.what = QComboBox()
        for thing in things:
            self.what.addItem(thing.label)
        name_choice(self.what, self.tr("What to print"))
        self.cite = QCheckBox(self.tr("Say below each comment where it stands"))
        self.cite.setChecked(True)
        self.preview = QPrintPreviewWidget(self._printer)
        self.preview.setAccessibleName(self.tr("Preview"))
        for inner in self.preview.findChildren(QAbstractScrollArea):  # it takes the focus
            inner.setAccessibleName(self.preview.accessibleName())
        self.preview.paintRequested.connect(self._print_on)
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(180)
        self.bar.setAccessibleName(self.tr("How far the work is"))
        self.bar.hide()
        self.print_button = QPushButton(self.tr("Print…"))
        self.again_button = QPushButton(self.tr("Try again"))
        self.pdf_button = QPushButton(self.tr("Save as PDF…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self.what.currentIndexChanged.connect(self._show)
        self.cite.toggled.connect(self._show)
        self.again_button.clicked.connect(self._show)
        self.print_button.clicked.connect(self._ask_printer)
        self.pdf_button.clicked.connect(self._ask_file)
        self.close_button.clicked.connect(self.reject)
        self._show()

    def paper(self) -> QTextDocument | None:
        """Return what is put on paper, as chosen; None while it is not read yet."""
        maker = self._makers[self.what.currentIndex()]
        if self._paper is None and maker is not None:
            self._paper = maker(self.cite.isChecked())
        return self._paper

    def write(self, path: Path) -> None:
        """Write a PDF; ``saved`` or ``failed`` follows, nothing when the person stopped it."""
        place = self.what.currentIndex()
        maker, name, cite = self._makers[place], self._things[place].name, self.cite.isChecked()
        if maker is None:
            return

        def work(progress: Progress) -> object:
            made = pdf_made(lambda: maker(cite), name)
            progress.check()
            exporting.write(path, made)
            return path

        self._start(Job(work), self.tr("Writing the PDF…"), self._tell_saved)

    def reject(self) -> None:
        """Qt: close, or first stop what is being read or written."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: nobody waits for the paper any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        super().closeEvent(event)

    def _make_printer(self) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if not printer.isValid():  # no printer at all: the paper can still be looked at and saved
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)
        return printer

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.what)
        above.addWidget(self.cite)
        above.addStretch()
        below = QHBoxLayout()
        below.addWidget(self.bar)
        below.addWidget(self.said, 1)
        buttons = (self.again_button, self.print_button, self.pdf_button, self.close_button)
        for button in buttons:
            button.setAutoDefault(False)
            below.addWidget(button)
        self.print_button.setDefault(True)
        layout = column_of(self)
        layout.addLayout(above)
        layout.addWidget(self.preview, 1)
        layout.addLayout(below)

    def _show(self) -> None:
        self._paper = None
        self.said.clear()
        place = self.what.currentIndex()
        read = self._things[place].read
        if self._makers[place] is None and read is not None:
            job = Job(lambda progress: (place, read(progress)))
            self._start(job, self.tr("Reading the pages…"), self._take)
        self._settle()
        self.preview.updatePreview()

    def _take(self, made: tuple[int, Callable[[bool], QTextDocument]]) -> None:
        place, self._makers[place] = made
        self.preview.updatePreview()

    def _tell_saved(self, path: object) -> None:
        self.saved.emit(path)

    def _start(self, job: Job, said: str, then: Callable[[Any], None]) -> None:
        """Carry a job beside the window; nothing else can be chosen until it has ended."""
        # methods, which Qt forgets with the dialog: the job may end after it
        job.progressed.connect(self._say_progress)
        job.finished.connect(then)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._say_stopped)
        job.ended.connect(self._end)
        self._job = job
        self.said.setText(said)
        self.bar.setRange(0, 0)
        self._settle()
        self._runner.start(job)

    def _say_progress(self, report: ProgressReport) -> None:
        self.bar.setRange(0, report.total or 0)
        self.bar.setValue(report.done)

    def _fail(self, error: Exception) -> None:
        self._outcome = words.sentence(error)
        self.failed.emit(error)

    def _say_stopped(self) -> None:
        self._outcome = self.tr("Stopped.")

    def _end(self) -> None:
        self._job = None
        self.said.setText(self._outcome)
        self._outcome = ""
        self._settle()

    def _settle(self) -> None:
        """Offer what can be done now."""
        place = self.what.currentIndex()
        busy, ready = self._job is not None, self._makers[place] is not None
        self.bar.setVisible(busy)
        self.what.setEnabled(not busy)
        self.cite.setEnabled(not busy and not self._things[place].always_cited)
        self.again_button.setVisible(not busy and not ready)
        self.print_button.setEnabled(not busy and ready)
        self.pdf_button.setEnabled(not busy and ready)
        self.close_button.setText(self.tr("Stop") if busy else self.tr("Close"))

    def _print_on(self, printer: QPrinter) -> None:
        paper = self.paper()
        if paper is not None:
            print_paper(paper, printer)

    def _ask_printer(self) -> None:
        dialog = QPrintDialog(self._printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._print_on(self._printer)
            self.accept()

    def _ask_file(self) -> None:
        thing = self._things[self.what.currentIndex()]
        name = "".join(c if c.isalnum() or c in " -_." else "_" for c in thing.name)
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as PDF"), f"{name}.pdf", "PDF (*.pdf)"
        )
        if path:
            self.write(Path(path))
