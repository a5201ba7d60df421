"""Taking a discussion or notes along in a format other programs read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from talkreader import exporting
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.exporting import FormatId
from talkreader.gathering import Scope, gather
from talkreader.ui import words
from talkreader.ui.dialogs.export_making import (
    PDF,
    PREVIEW,
    SOME,
    Form,
    Order,
    What,
    begin,
    forms_of,
    make,
)
from talkreader.ui.dialogs.rendered import RenderedView
from talkreader.ui.dialogs.scope_box import Offer, ScopeBox, file_name
from talkreader.ui.dialogs.sheet_view import SheetView
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.dialogs.table_view import TableView
from talkreader.ui.jobs import Job, JobRunner
from talkreader.ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from talkreader.domain.note import Note

LABELS = {
    FormatId.JSONLD: QT_TRANSLATE_NOOP("formats", "Web Annotation (JSON-LD)"),
    FormatId.MARKDOWN: QT_TRANSLATE_NOOP("formats", "Markdown"),
    FormatId.CSV: QT_TRANSLATE_NOOP("formats", "Table (CSV)"),
    FormatId.HTML: QT_TRANSLATE_NOOP("formats", "HTML report"),
    PDF: QT_TRANSLATE_NOOP("formats", "PDF"),
    FormatId.TEXT: QT_TRANSLATE_NOOP("formats", "Plain text"),
    FormatId.QDPX: QT_TRANSLATE_NOOP("formats", "Coding project (REFI-QDA)"),
    FormatId.ODT: QT_TRANSLATE_NOOP("formats", "Text document (ODT)"),
    FormatId.BIBTEX: QT_TRANSLATE_NOOP("formats", "References (BibTeX)"),
    FormatId.CSL_JSON: QT_TRANSLATE_NOOP("formats", "References (CSL-JSON)"),
    FormatId.JSON: QT_TRANSLATE_NOOP("formats", "JSON"),
}


class ExportDialog(QDialog):
    """What, which notes, in which format, and how it will begin.

    ``exported`` carries the path that was written, ``failed`` an error. ``order`` says how to make
    what is exported; its notes and format are the dialog's. Nothing here waits: what is shown and
    written is made by jobs.
    """

    exported = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        order: Order,
        offers: Sequence[Offer],
        tags: Sequence[str],
        runner: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        open_at(self, 720, 620)
        self._order = order
        self._runner = runner
        self._gathered: dict[Scope, list[Note]] = {}
        self._job: Job | None = None
        self._ticket = 0
        self._saving: Job | None = None
        self._forms: list[Form] = []
        self.notes = ScopeBox(offers, tags)
        self._make_widgets()
        self._lay_out()
        self.what.currentIndexChanged.connect(self._fill_formats)
        self.notes.changed.connect(self._show)
        self.form.currentIndexChanged.connect(self._show)
        self.copy_button.clicked.connect(self.copy)
        self.save_button.clicked.connect(self._ask)
        self.close_button.clicked.connect(self.reject)
        self._fill_formats()

    def write(self, path: Path) -> None:
        """Write the export into a file; ``exported`` or ``failed`` follows."""

        def keep(order: Order, progress: Progress) -> object:
            exporting.write(path, make(order, progress))
            return path

        def end(written: object) -> None:
            self.exported.emit(str(written))
            self.accept()

        self._make_all(keep, end)

    def copy(self) -> None:
        """Put the export on the clipboard."""
        self._make_all(make, lambda made: QGuiApplication.clipboard().setText(str(made)))

    def reject(self) -> None:
        """Qt: close, or first stop what is being written."""
        if self._saving is not None:
            self._saving.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: nobody looks at the preview any more."""
        for job in (self._job, self._saving):
            if job is not None:
                job.cancel()
        super().closeEvent(event)

    def _make_widgets(self) -> None:
        self.what = QComboBox()
        page = self._order.page
        if page is not None:
            self.what.addItem(self.tr("The discussion"), What.DISCUSSION)
            if page.pairs:
                self.what.addItem(self.tr("The discussion in two languages"), What.TWO_LANGUAGES)
        self.what.addItem(self.tr("My notes"), What.NOTES)
        self.form = QComboBox()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Preview"))
        self.rendered = RenderedView()
        self.rendered.setAccessibleName(self.tr("Preview"))
        self.table = TableView()
        self.table.setAccessibleName(self.tr("Preview"))
        self.source = QCheckBox(self.tr("Show the source"))
        self.source.toggled.connect(self._show_text)
        self.sheet = SheetView()
        self.sheet.setAccessibleName(self.tr("Preview"))
        self.preview = QStackedWidget()
        self.preview.addWidget(self.text)
        self.preview.addWidget(self.sheet)
        self.preview.addWidget(self.rendered)
        self.preview.addWidget(self.table)
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the export is"))
        self.bar.hide()
        self.copy_button = QPushButton(self.tr("Copy"))
        self.save_button = QPushButton(self.tr("Save…"))
        self.save_button.setDefault(True)
        self.close_button = QPushButton(self.tr("Close"))

    def _lay_out(self) -> None:
        self.rows = QFormLayout()
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.rows.addRow(self.tr("What"), self.what)
        self.rows.addRow(self.tr("Which notes"), self.notes)
        self.rows.addRow(self.tr("Format"), self.form)
        below = QHBoxLayout()
        below.addWidget(self.bar)
        below.addWidget(self.source)
        below.addStretch()
        for button in (self.copy_button, self.save_button, self.close_button):
            below.addWidget(button)
        layout = column_of(self)
        layout.addLayout(self.rows)
        layout.addWidget(self.preview, 1)
        layout.addWidget(self.said)
        layout.addLayout(below)

    def _fill_formats(self) -> None:
        what = What(self.what.currentData())
        before = self.form.currentData()
        self.form.blockSignals(True)
        self.form.clear()
        self._forms = forms_of(what)
        for form in self._forms:
            self.form.addItem(QCoreApplication.translate("formats", LABELS[form.id]), form.id)
        self.form.setCurrentIndex(max(0, self.form.findData(before)))
        self.form.blockSignals(False)
        self.rows.setRowVisible(self.notes, what is What.NOTES)
        self._show()

    def _chosen(self) -> Form:
        return self._forms[max(0, self.form.currentIndex())]

    def _show(self) -> None:
        """Begin to make what is shown."""
        if self.form.currentIndex() < 0:
            return
        if self._job is not None:
            self._job.cancel()
        self.save_button.setEnabled(False)
        self.copy_button.setEnabled(False)
        order, scope = self._ordered()
        self._ticket = ticket = self._ticket + 1
        self.source.setVisible(self._reader() is not self.text)
        job = Job(lambda progress: (ticket, *self._begin(order, scope, progress)))
        # methods, which Qt forgets with the dialog: the job may end after it
        job.finished.connect(self._show_beginning)
        job.failed.connect(self._say_failed)
        self._job = job
        self._runner.start(job)

    def _ordered(self) -> tuple[Order, Scope]:
        what = What(self.what.currentData())
        title = self.notes.title() if what is What.NOTES else self._order.title
        order = replace(self._order, what=what, form=self._chosen().id, title=title)
        return order, self.notes.scope()

    def _begin(self, order: Order, scope: Scope, progress: Progress) -> tuple[str | QImage, int]:
        """Return what is shown, and how many notes there are; called in a worker's thread."""
        if order.what is not What.NOTES:
            return begin(order, progress), 0
        notes = self._notes(scope)
        first = replace(order, notes=notes[:SOME], said=self._count(len(notes)))
        return (begin(first, progress) if notes else ""), len(notes)

    def _notes(self, scope: Scope) -> list[Note]:
        """Return the notes of a scope, read once; called in a worker's thread."""
        if scope not in self._gathered:
            self._gathered[scope] = gather(self._order.library, scope)
        return self._gathered[scope]

    def _show_beginning(self, made: tuple[int, str | QImage, int]) -> None:
        ticket, shown, notes = made
        if ticket != self._ticket:
            return  # something else was chosen while this was made
        whose = What(self.what.currentData())
        self._say(self._sentence(whose, notes))
        if isinstance(shown, str):
            self.text.setPlainText(shown)
            if self._chosen().id == FormatId.HTML:
                self.rendered.show_beginning(shown)
            elif self._chosen().id == FormatId.CSV:
                self.table.show_beginning(shown, whole=len(shown) < PREVIEW)
            self._show_text()
        else:
            self.sheet.show_picture(shown)
            self.preview.setCurrentWidget(self.sheet)
        able = bool(notes) or whose is not What.NOTES
        self.save_button.setEnabled(able)
        self.copy_button.setEnabled(able and not self._chosen().binary)

    def _reader(self) -> QWidget:
        """Return what shows the chosen format as a person reads it; else its source."""
        readers: dict[str, QWidget] = {FormatId.HTML: self.rendered, FormatId.CSV: self.table}
        return readers.get(self._chosen().id, self.text)

    def _show_text(self) -> None:
        """Show an export that is text: as it is read, unless its source is asked for."""
        self.preview.setCurrentWidget(self.text if self.source.isChecked() else self._reader())

    def _sentence(self, what: What, notes: int) -> str:
        if what is not What.NOTES:
            return ""
        if not notes:
            return self.tr("There are no such notes.")
        said = self._count(notes)
        if notes > SOME and self._chosen().id != PDF:
            said += " · " + self.tr("the preview shows the first %n", "", SOME)
        elif self._chosen().id == PDF:
            said += " · " + self.tr("the preview shows the first page")
        return said

    def _count(self, notes: int) -> str:
        return self.tr("%n note(s)", "", notes)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _say_failed(self, error: Exception) -> None:
        self._say(words.sentence(error))

    def _make_all(
        self, work: Callable[[Order, Progress], object], then: Callable[[object], None]
    ) -> None:
        """Make all of the export beside the window; the window says how far it is."""
        order, scope = self._ordered()

        def run(progress: Progress) -> object:
            notes = self._notes(scope) if order.what is What.NOTES else []
            return work(replace(order, notes=notes, said=self._count(len(notes))), progress)

        job = Job(run)
        self._then = then
        job.progressed.connect(self._say_progress)
        job.finished.connect(self._finish)
        job.failed.connect(self._fail)
        job.ended.connect(self._end)
        self._saving = job
        self._wait(on=True)
        self._runner.start(job)

    def _say_progress(self, report: ProgressReport) -> None:
        self.bar.setRange(0, report.total or 0)
        self.bar.setValue(report.done)

    def _finish(self, made: object) -> None:
        self._saving = None
        self._then(made)

    def _fail(self, error: Exception) -> None:
        self._say_failed(error)
        self.failed.emit(error)

    def _end(self) -> None:
        self._saving = None
        self._wait(on=False)

    def _wait(self, *, on: bool) -> None:
        self.bar.setRange(0, 0)
        self.bar.setVisible(on)
        self.close_button.setText(self.tr("Stop") if on else self.tr("Close"))
        for widget in (self.what, self.notes, self.form, self.save_button):
            widget.setEnabled(not on)
        self.copy_button.setEnabled(not on and not self._chosen().binary)

    def _ask(self) -> None:
        form = self._chosen()
        name = file_name(self._ordered()[0].title, form.extension)
        asked = QFileDialog(self, self.tr("Export"), name)
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setDefaultSuffix(form.extension.removeprefix("."))
        asked.setNameFilter(f"{self.form.currentText()} (*{form.extension})")
        if asked.exec():
            self.write(Path(asked.selectedFiles()[0]))
