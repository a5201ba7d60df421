"""Taking a page or its notes along in a format other programs read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from talkreader import exporting
from talkreader.domain.errors import ExportError
from talkreader.domain.note import Note, Placed
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.export_labels import export_labels
from talkreader.ui.marking import QT_TRANSLATE_NOOP

PREVIEW = 20_000
"""Characters of the export that are shown before it is written."""
_DISCUSSION, _TWO_LANGUAGES, _NOTES = "discussion", "two languages", "notes"
_READABLE = exporting.FormatId.CSV  # what is shown of a format that is bytes
LABELS = {
    exporting.FormatId.JSONLD: QT_TRANSLATE_NOOP("formats", "Web Annotation (JSON-LD)"),
    exporting.FormatId.MARKDOWN: QT_TRANSLATE_NOOP("formats", "Markdown"),
    exporting.FormatId.CSV: QT_TRANSLATE_NOOP("formats", "Table (CSV)"),
    exporting.FormatId.HTML: QT_TRANSLATE_NOOP("formats", "HTML report"),
    exporting.FormatId.TEXT: QT_TRANSLATE_NOOP("formats", "Plain text"),
    exporting.FormatId.QDPX: QT_TRANSLATE_NOOP("formats", "Coding project (REFI-QDA)"),
    exporting.FormatId.ODT: QT_TRANSLATE_NOOP("formats", "Text document (ODT)"),
    exporting.FormatId.BIBTEX: QT_TRANSLATE_NOOP("formats", "References (BibTeX)"),
    exporting.FormatId.CSL_JSON: QT_TRANSLATE_NOOP("formats", "References (CSL-JSON)"),
    exporting.FormatId.JSON: QT_TRANSLATE_NOOP("formats", "JSON"),
}


class ExportDialog(QDialog):
    """What, in which format, and how it will look. ``exported`` carries the file's path."""

    exported = Signal(object)
    failed = Signal(object)

    def __init__(
        self, page: ReadingPage, placed: Sequence[Placed], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.resize(640, 520)
        self._page = page
        self._placed = placed
        self._notes: list[Note] = list({place.note.id: place.note for place in placed}.values())
        self.what = QComboBox()
        self.what.addItem(self.tr("The discussion"), _DISCUSSION)
        if page.pairs:
            self.what.addItem(self.tr("The discussion in two languages"), _TWO_LANGUAGES)
        self.what.addItem(self.tr("My notes on this page"), _NOTES)
        self.form = QComboBox()
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        form = QFormLayout()
        form.addRow(self.tr("What"), self.what)
        form.addRow(self.tr("Format"), self.form)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.buttons)
        self.what.currentIndexChanged.connect(self._fill_formats)
        self.form.currentIndexChanged.connect(self._show)
        self.buttons.accepted.connect(self._ask)
        self.buttons.rejected.connect(self.reject)
        self._fill_formats()

    def content(self) -> str | bytes:
        """Return the export as chosen."""
        if self.what.currentData() == _TWO_LANGUAGES:
            return self._bilingual(exporting.FormatId(self.form.currentData()))
        if self.form.currentData() == exporting.FormatId.QDPX:
            return exporting.qdpx([self._coded()], labels=export_labels())
        return self.text()

    def _coded(self) -> exporting.CodedPage:
        return exporting.CodedPage(self._page.info.key, self._page, self._placed)

    def text(self) -> str:
        """Return the export as chosen, or what there is to read in it."""
        chosen = exporting.FormatId(self.form.currentData())
        if self.what.currentData() == _TWO_LANGUAGES:
            words = self._bilingual(chosen)
            return words if isinstance(words, str) else str(self._bilingual(_READABLE))
        if chosen is exporting.FormatId.QDPX:
            return exporting.project_xml([self._coded()], labels=export_labels())
        if self.what.currentData() == _NOTES:
            return exporting.export_notes(self._notes, {}, chosen, export_labels())
        return exporting.export_discussion(
            self._page, chosen, self._page.info.title, export_labels()
        )

    def _bilingual(self, form: exporting.FormatId) -> str | bytes:
        return exporting.export_bilingual(self._page, form, self._page.info.title, export_labels())

    def write(self, path: Path) -> None:
        """Write the export into a file; ``exported`` or ``failed`` follows."""
        try:
            exporting.write(path, self.content())
        except ExportError as error:
            self.failed.emit(error)
        else:
            self.exported.emit(str(path))
        self.accept()

    def _fill_formats(self) -> None:
        what = self.what.currentData()
        self.form.clear()
        for form in exporting.formats():
            able = {_NOTES: form.notes, _TWO_LANGUAGES: form.bilingual}.get(what, form.discussion)
            if able:
                label = QCoreApplication.translate("formats", LABELS[form.id])
                self.form.addItem(label, form.id)

    def _show(self) -> None:
        if self.form.currentIndex() >= 0:
            self.preview.setPlainText(self.text()[:PREVIEW])

    def _ask(self) -> None:
        chosen = self.form.currentData()
        ending = next(form.extension for form in exporting.formats() if form.id == chosen)
        name = "".join(
            c if c.isalnum() or c in " -_." else "_" for c in words.title(self._page.info)
        )
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), f"{name}{ending}")
        if path:
            self.write(Path(path))
