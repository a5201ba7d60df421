"""Joins the glossary: the window that lists it, its files, and whoever uses its terms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.domain.errors import TalkreaderError
from talkreader.ui.main_window.shelf_joint import ShelfJoint
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session
from talkreader.ui.theme import Appearance, Palette

if TYPE_CHECKING:
    from talkreader.domain.glossary import Term
    from talkreader.ui.dialogs.glossary import GlossaryDialog

TBX = (".tbx", ".xml")


class GlossaryJoint(ShelfJoint["GlossaryDialog"]):
    """What opens the glossary and does what is asked there."""

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window, session, appearance, "glossary")

    def _make(self, palette: Palette) -> GlossaryDialog:
        from talkreader.ui.dialogs.glossary import GlossaryDialog

        dialog = GlossaryDialog(palette, self._window)
        dialog.edit_wanted.connect(self._edit)
        dialog.delete_wanted.connect(self._delete)
        return dialog

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

    def _show(self, _changed: object = None) -> None:
        if self.dialog is not None:
            from talkreader.store.notes.translations import places_of

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
        self._remove(lambda: self._session.library.terms.delete(term.english))

    # --- files -----------------------------------------------------------------------------

    def _titles(self) -> tuple[str, str, str]:
        kinds = self.tr("Glossaries (*.csv *.tbx *.xml)")
        return self.tr("Import terms"), self.tr("Export terms"), kinds

    def _target(self) -> tuple[str, str]:
        return "glossary.csv", "CSV (*.csv);;TBX (*.tbx)"

    def take_in(self, path: Path) -> None:
        """Take a CSV or TBX file in, and say what became of it."""
        from talkreader import bilingual, exporting

        try:
            incoming = exporting.terms_from(exporting.read(path))
            taken = self._session.library.terms.add_all(incoming, bilingual.own_terms())
        except TalkreaderError as error:
            self._session.failed.emit(error)
        else:
            self._tell(taken)

    def give_out(self, path: Path) -> None:
        """Write the terms that the window lists, as CSV or TBX."""
        from talkreader import exporting

        terms, _total = self._listed()
        as_tbx = path.suffix.lower() in TBX
        write = exporting.terms_to_tbx if as_tbx else exporting.terms_to_csv
        self._write(path, write(terms), self.tr("%n term(s) written to {path}", "", len(terms)))
