"""Pictures of a page, a search or the library, each beside its table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QWidget,
)

from talkreader.domain.errors import ExportError
from talkreader.domain.said import Said
from talkreader.pictures import Picture, PictureKind, activity, network, people_by_place, threads
from talkreader.ui.charts import ChartView
from talkreader.ui.charts.drawing import save
from talkreader.ui.charts.words import NAMES, Sentences, say, table
from talkreader.ui.dialogs.figure_table import FigureTable
from talkreader.ui.dialogs.size import column_of, open_at
from talkreader.ui.naming import name_choice
from talkreader.ui.theme import Palette

MAKERS: dict[PictureKind, Callable[[Sequence[Said]], Picture]] = {
    PictureKind.ACTIVITY: activity,
    PictureKind.PEOPLE: people_by_place,
    PictureKind.NETWORK: network,
    PictureKind.THREADS: threads,
}
ENDINGS = ("SVG (*.svg)", "PNG (*.png)", "CSV (*.csv)")


class Subject(StrEnum):
    """What the pictures are of."""

    PAGE = "page"
    SEARCH = "search"
    LIBRARY = "library"


class PicturesDialog(QDialog):
    """``wanted`` carries a `Subject`: answer with `show_said`. ``picked``: (Subject, Cell)."""

    wanted = Signal(object)
    picked = Signal(object, object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Pictures"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_at(self, 1020, 640)
        self._said: Sequence[Said] = ()
        self._name = ""
        self.kind = QComboBox()
        for kind in PictureKind:
            self.kind.addItem(say(NAMES[kind]), kind)
        name_choice(self.kind, self.tr("Picture"))
        self.subject = QComboBox()
        name_choice(self.subject, self.tr("Of what"))
        self.save_button = QPushButton(self.tr("Save…"))
        self.chart = ChartView()
        self.chart.set_theme(palette)
        self.table = FigureTable()
        self.below = QLabel()
        self.below.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show)
        self.subject.currentIndexChanged.connect(self._ask)
        self.save_button.clicked.connect(self._ask_where)
        self.chart.picked.connect(self._pick)
        self.chart.lit.connect(self._say)
        self.table.currentCellChanged.connect(lambda row, *_rest: self.chart.light(row, show=True))
        self.table.cellActivated.connect(lambda row, _column: self._pick(row))
        self.chart.setFocus()

    def offer(self, subjects: Sequence[Subject]) -> None:
        """Say what there is to make pictures of; the first is wanted now."""
        words = {
            Subject.PAGE: self.tr("This page"),
            Subject.SEARCH: self.tr("What the search finds"),
            Subject.LIBRARY: self.tr("The whole library"),
        }
        self.subject.blockSignals(True)
        self.subject.clear()
        for subject in subjects:
            self.subject.addItem(words[subject], subject)
        self.subject.blockSignals(False)
        self._ask()

    def show_said(self, found: tuple[Subject, Sequence[Said], str]) -> None:
        """Show pictures of these comments of a subject; the name is offered for a file.

        What was counted for a subject that is not wanted any more is not shown.
        """
        subject, said, name = found
        if subject == self.subject.currentData():
            self._said, self._name = said, name
            self._show()

    def set_theme(self, palette: Palette) -> None:
        """Draw in these colours from now on."""
        self.chart.set_theme(palette)

    def picture(self) -> Picture:
        """Return the picture that is shown."""
        return MAKERS[PictureKind(self.kind.currentData())](self._said)

    def write(self, path: Path) -> None:
        """Save the picture by the ending of the path; ``saved`` or ``failed`` follows."""
        picture = self.chart.picture
        if picture is None:
            return
        try:
            save(picture, path, self.chart.ink())
        except ExportError as error:
            self.failed.emit(error)
        else:
            self.saved.emit(path)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.kind)
        above.addWidget(self.subject)
        above.addStretch()
        above.addWidget(self.save_button)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.addWidget(self.chart)
        both.addWidget(self.table)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 1)
        both.setSizes([620, 380])
        both.setChildrenCollapsible(False)
        layout = column_of(self)
        layout.addLayout(above)
        layout.addWidget(both, 1)
        layout.addWidget(self.below)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _ask(self) -> None:
        self.save_button.setEnabled(False)
        self.below.setText(self.tr("Counting…"))
        self.wanted.emit(Subject(self.subject.currentData()))

    def _show(self) -> None:
        picture = self.picture()
        self.chart.show_picture(picture)
        header, rows = table(picture)
        self.table.setAccessibleName(say(NAMES[picture.kind]))
        self.table.show_rows(header, rows)
        self.save_button.setEnabled(bool(picture.cells))
        self._say(-1)

    def _say(self, cell: int) -> None:
        picture = self.chart.picture
        if picture is None:
            return
        if not picture.cells:
            self.below.setText(self._nothing())
        elif 0 <= cell < len(picture.cells):
            self.below.setText(Sentences().cell(picture.kind, picture.cells[cell]))
        else:
            self.below.setText(Sentences().below(picture))

    def _nothing(self) -> str:
        if not self._said and self.subject.currentData() == Subject.LIBRARY:
            return self.tr("There is nothing to draw yet: open or import a page first.")
        return self.tr("There is nothing to draw: no comment says enough for it.")

    def _pick(self, number: int) -> None:
        picture = self.chart.picture
        if picture is not None and picture.cells[number].count:
            self.picked.emit(Subject(self.subject.currentData()), picture.cells[number])

    def _ask_where(self) -> None:
        kind = self.chart.picture.kind.value if self.chart.picture else ""
        name = "".join(c if c.isalnum() or c in " -_." else "_" for c in self._name)
        suggested = f"{name} {kind}.svg"
        path, chosen = QFileDialog.getSaveFileName(
            self, self.tr("Save the picture"), suggested, ";;".join(ENDINGS)
        )
        if path:
            wanted = Path(path)
            if wanted.suffix.lower() not in (".svg", ".png", ".csv"):
                wanted = wanted.with_name(f"{wanted.name}.{chosen[:3].lower()}")
            self.write(wanted)
