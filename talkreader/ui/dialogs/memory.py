"""The translation memory: what a person translated, confirmed or took in, searched in both."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from talkreader.domain.body import Span
from talkreader.domain.translation import Translation, TranslationOrigin
from talkreader.ui import words
from talkreader.ui.dialogs.shelf import Shelf
from talkreader.ui.marking import QT_TRANSLATE_NOOP
from talkreader.ui.models.table import Cell, Row
from talkreader.ui.theme import Palette

MOST = 1000
"""Units that are listed; a search finds the others."""
_ORIGINS = {
    TranslationOrigin.TYPED: QT_TRANSLATE_NOOP("words", "typed"),
    TranslationOrigin.CONFIRMED: QT_TRANSLATE_NOOP("words", "confirmed"),
    TranslationOrigin.IMPORTED: QT_TRANSLATE_NOOP("words", "imported"),
}


class MemoryDialog(Shelf):
    """``edit_wanted``, ``delete_wanted`` and ``go_wanted`` carry the chosen `Translation`."""

    edit_wanted = Signal(object)
    delete_wanted = Signal(object)
    go_wanted = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(palette, 2, parent)
        self.edit, self.delete, self.go = QPushButton(), QPushButton(), QPushButton()
        self.take, self.give = QPushButton(), QPushButton()
        self.add_buttons((self.go, self.edit, self.delete), (self.take, self.give))
        for button, signal in (
            (self.edit, self.edit_wanted),
            (self.delete, self.delete_wanted),
            (self.go, self.go_wanted),
        ):
            button.clicked.connect(lambda _on=False, signal=signal: self._tell(signal))
        self.take.clicked.connect(self.import_wanted)
        self.give.clicked.connect(self.export_wanted)
        keys = QShortcut(QKeySequence.StandardKey.Delete, self.list)
        keys.activated.connect(lambda: self._tell(self.delete_wanted))
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Translation memory"))
        super()._retranslate()
        self.edit.setText(self.tr("&Edit…"))
        self.delete.setText(self.tr("&Delete"))
        self.go.setText(self.tr("&Go to its place"))
        self.take.setText(self.tr("&Import…"))
        self.give.setText(self.tr("E&xport…"))

    def show_units(
        self, units: Sequence[Translation], total: int, find: Callable[[str], Sequence[Span]]
    ) -> None:
        """Show units of a memory of ``total``; ``find`` finds the searched words in a text."""
        head = [self.tr("Original"), self.tr("Translation"), self.tr("From")]
        self.set_rows(
            head,
            [
                Row(
                    unit,
                    (
                        Cell(unit.source, find(unit.source)),
                        Cell(unit.target, find(unit.target)),
                        Cell(_provenance(unit), quiet=True),
                    ),
                )
                for unit in units
            ],
        )
        if not total:
            said = self.tr(
                "Nothing yet. What you translate (Ctrl+Shift+T) or confirm is kept here and offered"
                " again; a TMX or XLIFF file of another program can be imported."
            )
        elif self.field.text().strip():
            said = self.tr("{found} of {total} translations have these words")
        elif len(units) < total:
            said = self.tr("The newest {found} of {total} translations; a search finds the others")
        else:
            said = self.tr("%n translation(s)", "", total)
        self.status.setText(
            said.replace("{found}", f"{len(units):,}").replace("{total}", f"{total:,}")
        )
        self.give.setEnabled(bool(units))

    def _tell(self, signal: SignalInstance) -> None:
        unit = self.chosen()
        if isinstance(unit, Translation):
            signal.emit(unit)

    def _activate(self, _index: QModelIndex) -> None:
        unit = self.chosen()
        if isinstance(unit, Translation):
            self._tell(self.go_wanted if _has_place(unit) else self.edit_wanted)

    def _enable(self) -> None:
        unit = self.chosen()
        known = isinstance(unit, Translation)
        self.edit.setEnabled(known)
        self.delete.setEnabled(known)
        self.go.setEnabled(isinstance(unit, Translation) and _has_place(unit))


def _has_place(unit: Translation) -> bool:
    """Return whether a unit was made in this program, so that its words stand on a page."""
    return bool(unit.comment) or unit.origin is not TranslationOrigin.IMPORTED


def _provenance(unit: Translation) -> str:
    """Return who made a unit and when, and on the second line of which page."""
    made = f"{words.word(_ORIGINS[unit.origin])} · {unit.modified:%Y-%m-%d}"
    return "\n".join(filter(None, (made, unit.title or unit.machine)))
