"""Joins the glossary: the window that lists it, its files, and whoever uses its terms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from talkreader.domain.errors import TalkreaderError
from talkreader.domain.glossary import Term
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session
from talkreader.ui.theme import Appearance

if TYPE_CHECKING:
    from talkreader.ui.dialogs.glossary import GlossaryDialog

TBX = (".tbx", ".xml")


class GlossaryJoint(QObject):
    """What opens the glossary and does what is asked there. ``changed``: its terms are others."""

    changed = Signal()

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._appearance = appearance
        self.dialog: GlossaryDialog | None = None
        window.actions_["glossary"].triggered.connect(self._open)

    def _open(self) -> None:
        from talkreader.ui.dialogs.glossary import GlossaryDialog

        dialog = GlossaryDialog(self._appearance.palette, self._window)
        self.dialog = dialog
        dialog.searched.connect(self._show)
        dialog.edit_wanted.connect(self._edit)
        dialog.delete_wanted.connect(self._delete)
        dialog.import_wanted.connect(self._ask_file)
        dialog.export_wanted.connect(self._ask_target)
        dialog.undo_wanted.connect(self._session.notes.undo)
        dialog.redo_wanted.connect(self._session.notes.redo)
        self._session.notes.changed.connect(self._travelled)
        dialog.finished.connect(self._close)
        self._appearance.palette_changed.connect(dialog.set_theme)
        self._show()
        dialog.show()

    def _close(self) -> None:
        self._session.notes.changed.disconnect(self._travelled)
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _travelled(self, _changed: object) -> None:
        self._show()
        self.changed.emit()

    def _listed(self) -> tuple[list[Term], int]:
        """Return the terms that the window lists, and how many there are."""
        from talkreader import bilingual

        own = self._session.library.terms.all()
        taken = {term.english.casefold() for term in own}
        ours = [t for t in bilingual.own_terms() if t.english.casefold() not in taken]
        wanted, only_mine = "", False
        if self.dialog is not None:
            wanted, only_mine = self.dialog.field.text(), self.dialog.mine.isChecked()
        terms = [*own, *([] if only_mine else ours)]
        return bilingual.Glossary(terms).with_words(wanted), len(terms)

    def _show(self, _words: str = "") -> None:
        if self.dialog is not None:
            from talkreader.store.translations import places_of

            wanted = self.dialog.field.text()
            self.dialog.show_terms(*self._listed(), lambda text: places_of(wanted, text))

    def _edit(self, term: Term | None) -> None:
        from talkreader.ui.dialogs.term import TermDialog

        dialog = TermDialog(term.english if term else "", term, self.dialog)
        dialog.written.connect(lambda written: self._put(term, written))
        dialog.open()

    def _put(self, before: Term | None, term: Term) -> None:
        terms = self._session.library.terms

        def put() -> None:
            terms.put(term)
            if before is not None and before.own and before.english != term.english:
                terms.delete(before.english)

        self._act(put)

    def _delete(self, term: Term) -> None:
        self._act(lambda: self._session.library.terms.delete(term.english))
        if self.dialog is not None:
            self.dialog.status.setText(self.tr("Deleted; Ctrl+Z brings it back."))

    def _act(self, act: Callable[[], object]) -> None:
        try:
            act()
        except TalkreaderError as error:
            self._session.failed.emit(error)
        self._show()
        self._window.actions_["undo"].setEnabled(self._session.notes.can_undo())
        self.changed.emit()

    # --- files -----------------------------------------------------------------------------

    def _ask_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(
            self.dialog,
            self.tr("Import terms"),
            "",
            self.tr("Glossaries (*.csv *.tbx *.xml)"),
        )
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> None:
        """Take a CSV or TBX file in, and say what became of it."""
        from talkreader import bilingual, exporting

        try:
            incoming = exporting.terms_from(exporting.read(path))
            taken = self._session.library.terms.add_all(incoming, bilingual.own_terms())
        except TalkreaderError as error:
            self._session.failed.emit(error)
            return
        self._show()
        self.changed.emit()
        if self.dialog is not None:
            self.dialog.tell(taken)

    def _ask_target(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self.dialog, self.tr("Export terms"), "glossary.csv", "CSV (*.csv);;TBX (*.tbx)"
        )
        if path:
            self.give_out(Path(path))

    def give_out(self, path: Path) -> None:
        """Write the terms that the window lists, as CSV or TBX."""
        from talkreader import exporting

        terms, _total = self._listed()
        as_tbx = path.suffix.lower() in TBX
        write = exporting.terms_to_tbx if as_tbx else exporting.terms_to_csv
        try:
            exporting.write(path, write(terms))
        except TalkreaderError as error:
            self._session.failed.emit(error)
            return
        if self.dialog is not None:
            said = self.tr("%n term(s) written to {path}", "", len(terms))
            self.dialog.status.setText(said.replace("{path}", str(path)))
