"""Printing: what to put on paper, how it will look, and the printer or the PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from talkreader import exporting
from talkreader.domain.errors import ExportError
from talkreader.ui.dialogs.size import open_at
from talkreader.ui.printing import MARGINS, pdf, print_paper


@dataclass(frozen=True, slots=True)
class Printable:
    """One thing that can be put on paper; ``paper`` makes it, with citations or without.

    ``always_cited``: it makes no sense without.
    """

    label: str
    name: str
    paper: Callable[[bool], QTextDocument]
    always_cited: bool = False


class PrintingDialog(QDialog):
    """``saved`` carries the path of a PDF, ``failed`` an error."""

    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, things: list[Printable], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print"))
        open_at(self, 760, 680)
        self._things = things
        self._paper: QTextDocument | None = None
        self._printer = self._make_printer()
        self.what = QComboBox()
        for thing in things:
            self.what.addItem(thing.label)
        self.what.setAccessibleName(self.tr("What to print"))
        self.cite = QCheckBox(self.tr("Say below each comment where it stands"))
        self.cite.setChecked(True)
        self.preview = QPrintPreviewWidget(self._printer)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.preview.paintRequested.connect(self._print_on)
        self.print_button = QPushButton(self.tr("Print…"))
        self.pdf_button = QPushButton(self.tr("Save as PDF…"))
        self.close_button = QPushButton(self.tr("Close"))
        self._lay_out()
        self.what.currentIndexChanged.connect(self._show)
        self.cite.toggled.connect(self._show)
        self.print_button.clicked.connect(self._ask_printer)
        self.pdf_button.clicked.connect(self._ask_file)
        self.close_button.clicked.connect(self.reject)

    def paper(self) -> QTextDocument:
        """Return what is put on paper, as chosen; made when it is needed."""
        if self._paper is None:
            self._paper = self._things[self.what.currentIndex()].paper(self.cite.isChecked())
        return self._paper

    def write(self, path: Path) -> None:
        """Write a PDF; ``saved`` or ``failed`` follows."""
        try:
            exporting.write(path, pdf(self.paper(), self._things[self.what.currentIndex()].name))
        except ExportError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(path)

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
        below.addStretch()
        for button in (self.print_button, self.pdf_button, self.close_button):
            button.setAutoDefault(False)
            below.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(above)
        layout.addWidget(self.preview, 1)
        layout.addLayout(below)

    def _show(self) -> None:
        self._paper = None
        self.cite.setEnabled(not self._things[self.what.currentIndex()].always_cited)
        self.preview.updatePreview()

    def _print_on(self, printer: QPrinter) -> None:
        print_paper(self.paper(), printer)

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
