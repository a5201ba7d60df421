"""What became of the imports: a list of them, and one in full with its warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from talkreader.domain.errors import TalkreaderError
from talkreader.domain.importing import FileFate, ImportReport, Notice, RunState, Skip
from talkreader.ui import import_words, words
from talkreader.ui.archive_words import archive_note
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.models.page_delegate import AFTER_NUMBER, RoomyDelegate

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SOME_ROWS = 150
_HIGHEST = 16_777_215  # Qt's own: no limit


class ReportsDialog(QDialog):
    """Shows reports, the latest first."""

    def __init__(self, reports: Sequence[ImportReport], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reports = reports
        self.setWindowTitle(self.tr("Imports"))
        open_at(self, 860, 560)
        self.list = QListWidget()
        self.list.setItemDelegate(RoomyDelegate(self))
        self.list.setAccessibleName(self.tr("Imports, the latest first"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for report in reports:
            self.list.addItem(_label(report))
            self.list.item(self.list.count() - 1).setToolTip(report.path)
        self.head = QLabel()
        self.head.setWordWrap(True)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        right = self._report()
        split = QSplitter()
        split.addWidget(self.list)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([240, 600])
        split.setChildrenCollapsible(False)
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = column_of(self)
        layout.addWidget(split, 1)
        layout.addWidget(buttons)
        self.list.currentRowChanged.connect(self._show)
        if reports:
            self.list.setCurrentRow(0)
        else:
            self.list.hide()
            self._show(-1)
        self.list.setFocus()

    def _report(self) -> QWidget:
        """Make the half that shows one report."""
        self.counts = _table([self.tr("What"), self.tr("How many")], self.tr("Counts"))
        self.counts.headerItem().setTextAlignment(1, _RIGHT)
        self.files = _table(
            [self.tr("File"), self.tr("Pages") + AFTER_NUMBER, self.tr("What became of it")],
            self.tr("Files"),
        )
        self.files.headerItem().setTextAlignment(1, _RIGHT)
        self.files.currentItemChanged.connect(self._read_file)
        self.warnings = _table(
            [self.tr("Where"), self.tr("Line") + AFTER_NUMBER, self.tr("What")],
            self.tr("Warnings"),
        )
        self.warnings.headerItem().setTextAlignment(1, _RIGHT)
        self.warnings.currentItemChanged.connect(self._read)
        self.warnings_head = QLabel()
        self.whole = QLabel()
        self.whole.setWordWrap(True)
        self.whole.setTextFormat(Qt.TextFormat.PlainText)
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.whole.setMinimumHeight(4 * self.whole.fontMetrics().lineSpacing())
        self.whole.setAlignment(Qt.AlignmentFlag.AlignTop)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.head)
        column.addWidget(self.counts, 2)
        column.addWidget(self.files, 3)
        column.addWidget(self.warnings_head)
        column.addWidget(self.warnings, 3)
        column.addWidget(self.whole)
        return right

    def _show(self, row: int) -> None:
        self.counts.clear()
        self.files.clear()
        self.warnings.clear()
        shown = 0 <= row < len(self._reports)
        for widget in (self.counts, self.files, self.warnings, self.warnings_head, self.whole):
            widget.setVisible(shown)
        top = Qt.AlignmentFlag.AlignTop if shown else Qt.AlignmentFlag.AlignCenter
        self.head.setAlignment(top)
        self.whole.clear()
        if not shown:
            self.head.setText(
                self.tr(
                    "Nothing has been imported yet from a folder or a large file."
                    " File › Import a folder or a dump… does that."
                )
            )
            return
        report = self._reports[row]
        self.head.setText(self._sentence(report))
        for what, much in import_words.rows(report):
            item = QTreeWidgetItem([what, much])
            item.setTextAlignment(1, _RIGHT)
            self.counts.addTopLevelItem(item)
        self.counts.resizeColumnToContents(0)
        self._list_files(report)
        warnings = import_words.warnings_beside(report)
        for warning in warnings:
            line = str(warning.line) if warning.line > 0 else ""
            item = QTreeWidgetItem([warning.title or _name(warning.file), line, _short(warning)])
            item.setTextAlignment(1, _RIGHT)
            item.setData(0, Qt.ItemDataRole.UserRole, warning)
            self.warnings.addTopLevelItem(item)
        self._size_warnings()
        count = len(warnings) + report.more_warnings
        self.warnings_head.setText(self.tr("%n warning(s)", "", count))
        self.warnings.setVisible(bool(count))
        self.warnings_head.setVisible(bool(count))
        below = bool(count or report.fates)
        self.whole.setVisible(below)
        self.counts.setMaximumHeight(_SOME_ROWS if below else _HIGHEST)

    def _list_files(self, report: ImportReport) -> None:
        """Show file by file what became of it: what was wrong first, then what was read."""
        self.files.setVisible(bool(report.fates))
        named = _told_apart([fate.file for fate in report.fates])
        for fate in sorted(report.fates, key=_rank):
            pages = str(fate.pages) if fate.pages else ""
            item = QTreeWidgetItem([named[fate.file], pages, _became(fate)])
            item.setTextAlignment(1, _RIGHT)
            item.setData(0, Qt.ItemDataRole.UserRole, fate)
            item.setToolTip(0, fate.file)
            self.files.addTopLevelItem(item)
        first = self.files.topLevelItem(0)
        if first is not None and any(fate.error is not None for fate in report.fates):
            self.files.setCurrentItem(first)  # what was wrong is said in whole at once
        if report.more_files:
            more = self.tr("%n more file(s)", "", report.more_files)
            self.files.addTopLevelItem(QTreeWidgetItem([more, "", ""]))
        for column, most in ((0, 240), (1, 70)):
            self.files.resizeColumnToContents(column)
            self.files.setColumnWidth(column, min(most, self.files.columnWidth(column)))

    def _read_file(self, item: QTreeWidgetItem | None) -> None:
        """Show the whole way to a file, and the whole of what was wrong."""
        fate = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        self.whole.clear()
        if isinstance(fate, FileFate):
            said = _became(fate) if fate.error is None else words.sentence(fate.error)
            self.whole.setText(said if fate.file in said else f"{said}\n{fate.file}")

    def _read(self, item: QTreeWidgetItem | None) -> None:
        """Show the whole of the warning that the person is at."""
        warning = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        if warning is None:
            self.whole.clear()
            return
        sentence = _said(warning.error)
        place = "" if warning.file in sentence else f"\n{warning.file}"
        self.whole.setText(sentence + place)

    def _size_warnings(self) -> None:
        for column, most in ((0, 190), (1, 70)):
            self.warnings.resizeColumnToContents(column)
            self.warnings.setColumnWidth(column, min(most, self.warnings.columnWidth(column)))

    def _sentence(self, report: ImportReport) -> str:
        lines = ["\n".join(report.paths), _when(report)]
        if report.state is RunState.RUNNING:
            lines.append(
                self.tr("It was cut short or is still running; what was stored is whole, and"
                        " importing the same again goes on from there.")
            )  # fmt: skip
        elif report.state is RunState.STOPPED:
            lines.append(self.tr("It was stopped; importing the same again goes on from there."))
        return "\n".join(lines)


def _table(headers: list[str], name: str) -> QTreeWidget:
    table = QTreeWidget()
    table.setItemDelegate(RoomyDelegate(table))
    table.setHeaderLabels(headers)
    table.setRootIsDecorated(False)
    table.setAccessibleName(name)
    table.setUniformRowHeights(True)
    return table


def _name(path: str) -> str:
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def _told_apart(paths: Sequence[str]) -> dict[str, str]:
    """Return what to call files: by their names, with as many folders as tell them apart."""
    parts = {path: path.replace("\\", "/").rstrip("/").split("/") for path in paths}
    taken = dict.fromkeys(parts, 1)
    alike = list(parts)
    while alike:
        called = Counter("/".join(parts[path][-taken[path] :]) for path in alike)
        alike = [
            path
            for path in alike
            if called["/".join(parts[path][-taken[path] :])] > 1 and taken[path] < len(parts[path])
        ]
        for path in alike:
            taken[path] += 1
    return {path: "/".join(several[-taken[path] :]) for path, several in parts.items()}


def _rank(fate: FileFate) -> int:
    """What is wrong comes first, then what was read, then what is no page."""
    if fate.error is not None:
        return 0
    return 2 if fate.why is Skip.OTHER_FILE else 1


def _became(fate: FileFate) -> str:
    """Return what became of a file in few words."""
    if fate.error is not None:
        params = dict(fate.error.params)
        if isinstance(params.get("path"), str):
            params["path"] = _name(str(params["path"]))
        return words.sentence(TalkreaderError(fate.error.template, **params))
    if fate.why is not None:
        return import_words.why(fate.why)
    return import_words.comments(fate.comments)


def _short(warning: Notice) -> str:
    """Return a warning with the name of its file instead of the whole way to it."""
    params = dict(warning.params)
    if isinstance(params.get("path"), str):
        params["path"] = _name(str(params["path"]))
    return _said(TalkreaderError(warning.template, **params))


def _said(error: TalkreaderError) -> str:
    """Return a warning in the language of the window; a page's own words are no template."""
    note = error.template if error.params else archive_note(error.template)
    return words.sentence(error) if note == error.template else note


def _label(report: ImportReport) -> str:
    return f"{import_words.short(_name(report.path))}\n{_when(report)}"


def _when(report: ImportReport) -> str:
    state = import_words.word(import_words.STATES[report.state])
    return f"{words.here(report.started)} · {state}"
