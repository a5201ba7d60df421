"""What is to be imported, which of its pages, and how many these are before it begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from talkreader.domain.importing import Choice, ImportReport
from talkreader.domain.paths import is_folder, is_there
from talkreader.domain.progress import ProgressReport
from talkreader.ui import import_words, words
from talkreader.ui.dialogs.buttons import button_box
from talkreader.ui.dialogs.hints_box import FirstPage, HintsBox
from talkreader.ui.dialogs.size import SPACING, column_of, open_at, scrolled
from talkreader.ui.jobs import Job
from talkreader.ui.models.page_delegate import RoomyDelegate

TALK = frozenset(range(1, 5000, 2))
SCALE = 1000

Said = tuple[str, str, str]
"""Title, wiki and language, where the files do not say them."""
Counter = Callable[[Sequence[Path], Choice, Said], Job]
Looker = Callable[[Path], Job]


class ImportDialog(QDialog):
    """``wanted`` carries the paths, the `Choice` and what was said of the files.

    ``count`` starts a job that counts, ``look`` one that ends with what a file says of its first
    page (`FirstPage`).
    """

    wanted = Signal(object, object, object)

    def __init__(
        self,
        paths: Sequence[Path],
        count: Counter,
        look: Looker,
        folder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._count = count
        self._look_into = look
        self._looked_at: Path | None = None
        self._folder = folder
        self._job: Job | None = None
        self.setWindowTitle(self.tr("Import"))
        open_at(self, 620, 520)
        layout = column_of(self)
        self.hints = HintsBox()
        self.hints.switch.toggled.connect(self._look)
        self.hints.switch.toggled.connect(self._make_room)
        self.sheet = self._sheet()
        layout.addWidget(self.sheet, 1)
        self.buttons = button_box(QDialogButtonBox.StandardButton.Cancel)
        self.begin = QPushButton(self.tr("&Import"))
        self.begin.setDefault(True)
        self.buttons.addButton(self.begin, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.setAcceptDrops(True)
        self.add(paths)
        self._check()
        (self.begin if paths else self.add_files).setFocus()

    def _sheet(self) -> QScrollArea:
        """Return all above the buttons; on a low screen it is scrolled."""
        sheet = QWidget()
        rows = self._rows = QVBoxLayout(sheet)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(SPACING)
        rows.addLayout(self._files())
        rows.addWidget(self._which())
        rows.addWidget(self.hints)
        rows.addLayout(self._counting())
        scroll = scrolled(sheet)
        scroll.setMinimumWidth(sheet.minimumSizeHint().width())
        return scroll

    def _make_room(self, on: bool) -> None:
        """Grow by what was unfolded, as far as there is room; scroll to it for the rest."""
        if not on:
            return
        needed = self._rows.minimumSize().height() - self.sheet.viewport().height()
        if needed > 0:
            open_at(self, self.width(), self.height() + needed)
        # it is laid out first
        QTimer.singleShot(0, self, lambda: self.sheet.ensureWidgetVisible(self.hints.inside))

    def paths(self) -> list[Path]:
        """Return what is to be imported."""
        return [
            self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(self.list.count())
        ]

    def choice(self) -> Choice:
        """Return which pages are wanted."""
        namespaces: frozenset[int] | None = None
        if self.talk.isChecked():
            namespaces = TALK
        elif self.some.isChecked():
            namespaces = _numbers(self.numbers.text())
        since = None
        if self.since.isChecked():
            day = self.date.date()
            since = datetime(day.year(), day.month(), day.day(), tzinfo=UTC)
        return Choice(namespaces, since)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders that are not there yet."""
        known = set(self.paths())
        for path in paths:
            if path not in known:
                known.add(path)
                item = QListWidgetItem(str(path))
                item.setData(Qt.ItemDataRole.UserRole, path)
                item.setToolTip(str(path))
                self.list.addItem(item)
        self._check()

    def accept(self) -> None:
        """Qt: begin."""
        self._stop()
        self.wanted.emit(self.paths(), self.choice(), self.hints.said())
        super().accept()

    def reject(self) -> None:
        """Qt: think better of it."""
        self._stop()
        super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: something is held over the dialog."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: files or folders were dropped."""
        self.add([Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()])
        event.acceptProposedAction()

    def _files(self) -> QVBoxLayout:
        label = QLabel(
            self.tr("&Files and folders: dumps, saved pages, archives; they can be dropped here")
        )
        self.list = QListWidget()
        self.list.setItemDelegate(RoomyDelegate(self))
        self.list.setAccessibleName(self.tr("Files and folders to import"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setMinimumHeight(90)
        label.setBuddy(self.list)
        files, folder, self.remove = (
            QPushButton(self.tr("&Add files…")),
            QPushButton(self.tr("Add a fol&der…")),
            QPushButton(self.tr("&Remove")),
        )
        self.add_files = files
        files.clicked.connect(self._ask_files)
        folder.clicked.connect(self._ask_folder)
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(self._check)
        row = QHBoxLayout()
        for button in (files, folder, self.remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout()
        layout.addWidget(label)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        return layout

    def _which(self) -> QWidget:
        group = QGroupBox(self.tr("Which pages"))
        self.all = QRadioButton(self.tr("&Every page with signed comments, in any namespace"))
        self.talk = QRadioButton(self.tr("&Talk pages only"))
        self.some = QRadioButton(self.tr("Only these &namespaces:"))
        self.numbers = QLineEdit()
        self.numbers.setPlaceholderText("1, 3, 4")
        self.numbers.setAccessibleName(self.tr("Numbers of namespaces"))
        self.numbers.textEdited.connect(lambda: self.some.setChecked(True))
        self.since = QCheckBox(self.tr("Only pages changed &since"))
        self.date = QDateEdit(QDate.currentDate().addYears(-1))
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setAccessibleName(self.tr("Changed since"))
        self.date.dateChanged.connect(lambda: self.since.setChecked(True))
        self.all.setChecked(True)
        choices = QButtonGroup(self)
        layout = QVBoxLayout(group)
        for button in (self.all, self.talk, self.some):
            choices.addButton(button)
            button.toggled.connect(self._check)
        layout.addWidget(self.all)
        layout.addWidget(self.talk)
        for pair in ((self.some, self.numbers), (self.since, self.date)):
            row = QHBoxLayout()
            row.addWidget(pair[0])
            row.addWidget(pair[1])
            row.addStretch(1)
            layout.addLayout(row)
        self.numbers.textChanged.connect(self._check)
        self.since.toggled.connect(self._check)
        self.date.dateChanged.connect(self._check)
        return group

    def _counting(self) -> QVBoxLayout:
        self.count_first = QPushButton(self.tr("&Count first"))
        self.count_first.setAutoDefault(False)
        self.count_first.clicked.connect(self._start)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of counting"))
        self.bar.hide()
        self.said = QLabel(self.tr("Counting reads the files and stores nothing."))
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.setMinimumHeight(3 * self.said.fontMetrics().lineSpacing())
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.addWidget(self.count_first)
        row.addWidget(self.bar, 1)
        row.addStretch(1)
        layout = QVBoxLayout()
        layout.addLayout(row)
        layout.addWidget(self.said)
        return layout

    def _check(self) -> None:
        """Offer what can be done now; a count of another choice is worth nothing."""
        ready = bool(self.list.count()) and not (
            self.some.isChecked() and not _numbers(self.numbers.text())
        )
        if hasattr(self, "begin"):
            self.begin.setEnabled(ready)
            self.count_first.setEnabled(ready and self._job is None)
            self.remove.setEnabled(self.list.currentRow() >= 0)
            self._look()

    def _look(self) -> None:
        """Find out what a single file says of itself, once somebody wants to say more."""
        paths = self.paths()
        alone = len(paths) == 1 and is_there(paths[0]) and not is_folder(paths[0])
        path = paths[0] if alone else None
        if not self.hints.switch.isChecked() or (path is not None and path == self._looked_at):
            return
        self._looked_at = path
        self.hints.set_alone(on=alone)
        if path is not None:
            job = self._look_into(path)
            job.finished.connect(self._found)

    def _found(self, found: tuple[str, str, str, str] | None) -> None:
        self.hints.show_page(None if found is None else FirstPage(*found))

    def _start(self) -> None:
        self.said.setText(self.tr("Counting…"))
        self.bar.setRange(0, 0)
        self.bar.show()
        self._job = self._count(self.paths(), self.choice(), self.hints.said())
        self._job.progressed.connect(self._progress)
        self._job.finished.connect(self._counted)
        self._job.failed.connect(lambda error: self.said.setText(words.sentence(error)))
        self._job.ended.connect(self._ended)
        self._check()

    def _progress(self, report: ProgressReport) -> None:
        if report.total:
            self.bar.setRange(0, SCALE)
            self.bar.setValue(min(SCALE, report.done * SCALE // report.total))
        parts = [self.tr("Counting…"), import_words.pages(report.pages)]
        parts += filter(None, [import_words.left(report.left)])
        self.said.setText(" · ".join(parts))

    def _counted(self, report: ImportReport) -> None:
        rows = import_words.rows(report)
        text = " · ".join(words.with_colon(what, much) for what, much in rows)
        warned = len(report.warnings) + report.more_warnings
        if warned:
            text += " · " + self.tr("%n warning(s)", "", warned)
        self.said.setText(text)

    def _ended(self) -> None:
        self._job = None
        self.bar.hide()
        self._check()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _ask_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Files to import"), self._folder)
        self.add([Path(name) for name in chosen])

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder to import"), self._folder)
        self.add([Path(chosen)] if chosen else [])

    def _remove(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._check()


def _numbers(text: str) -> frozenset[int]:
    """Return the namespaces that a list of numbers names; the empty set when it is no such list."""
    parts = text.replace(",", " ").replace("，", " ").replace("、", " ").split()
    if not all(part.removeprefix("-").isdecimal() for part in parts):
        return frozenset()
    return frozenset(map(int, parts))
