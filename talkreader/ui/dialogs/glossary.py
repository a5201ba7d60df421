"""The glossary: the person's own terms, and those that come with the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from talkreader.domain.body import Span
from talkreader.domain.glossary import Term
from talkreader.ui.dialogs.shelf import Shelf
from talkreader.ui.models.table import Cell, Row
from talkreader.ui.theme import Palette


class GlossaryDialog(Shelf):
    """``edit_wanted`` carries the chosen `Term`, None for a new one; ``delete_wanted`` a term."""

    edit_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(palette, 1, parent)
        self.mine = QCheckBox()
        self.mine.toggled.connect(lambda: self.searched.emit(self.field.text()))
        self.above.addWidget(self.mine)
        self.add, self.edit, self.delete = QPushButton(), QPushButton(), QPushButton()
        self.take, self.give = QPushButton(), QPushButton()
        self.add_buttons((self.add, self.edit, self.delete), (self.take, self.give))
        self.add.clicked.connect(lambda: self.edit_wanted.emit(None))
        self.edit.clicked.connect(lambda: self._activate(QModelIndex()))
        self.delete.clicked.connect(self._delete)
        self.take.clicked.connect(self.import_wanted)
        self.give.clicked.connect(self.export_wanted)
        keys = QShortcut(QKeySequence.StandardKey.Delete, self.list)
        keys.activated.connect(self._delete)
        self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Glossary"))
        super()._retranslate()
        self.mine.setText(self.tr("&Only my own"))
        self.add.setText(self.tr("&Add…"))
        self.edit.setText(self.tr("&Edit…"))
        self.delete.setText(self.tr("&Delete"))
        self.take.setText(self.tr("&Import…"))
        self.give.setText(self.tr("E&xport…"))

    def show_terms(
        self, terms: Sequence[Term], total: int, find: Callable[[str], Sequence[Span]]
    ) -> None:
        """Show terms of a glossary of ``total``; ``find`` finds the searched words in a text."""
        head = [
            self.tr("English"),
            self.tr("Simplified Chinese"),
            self.tr("Traditional Chinese"),
            self.tr("Remark"),
        ]
        ours = self.tr("built in")
        rows = []
        for term in terms:
            said = (term.english, term.simplified, term.traditional)
            note = Cell(term.note, find(term.note)) if term.own else Cell(ours, quiet=True)
            rows.append(Row(term, (*(Cell(text, find(text)) for text in said), note)))
        self.set_rows(head, rows)
        said_ = self.tr("%n term(s)", "", len(terms))
        if self.field.text().strip():
            said_ = self.tr("{found} of {total} terms have these words")
        elif self.mine.isChecked() and not terms:
            said_ = self.tr("You have no terms of your own yet. Yours go before the program's.")
        self.status.setText(
            said_.replace("{found}", f"{len(terms):,}").replace("{total}", f"{total:,}")
        )
        self.give.setEnabled(bool(terms))

    def _delete(self) -> None:
        term = self.chosen()
        if isinstance(term, Term) and term.own:
            self.delete_wanted.emit(term)

    def _activate(self, _index: QModelIndex) -> None:
        if isinstance(self.chosen(), Term):
            self.edit_wanted.emit(self.chosen())

    def _enable(self) -> None:
        term = self.chosen()
        self.edit.setEnabled(isinstance(term, Term))
        self.delete.setEnabled(isinstance(term, Term) and term.own)
