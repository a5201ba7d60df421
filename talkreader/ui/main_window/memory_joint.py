"""Joins the translation memory: the window that lists it, and its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from talkreader.domain.bilingual import Segment
from talkreader.domain.errors import TalkreaderError
from talkreader.domain.incoming import Taken
from talkreader.domain.translation import Translation, TranslationOrigin
from talkreader.ui.jobs import Job
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.places import Place
from talkreader.ui.session import Session
from talkreader.ui.theme import Appearance

if TYPE_CHECKING:
    from talkreader.ui.dialogs.memory import MemoryDialog

XLIFF = (".xlf", ".xliff")


class MemoryJoint(QObject):
    """What opens the memory and does what is asked there."""

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._appearance = appearance
        self.dialog: MemoryDialog | None = None
        window.actions_["memory"].triggered.connect(self._open)

    def _open(self) -> None:
        from talkreader.ui.dialogs.memory import MemoryDialog

        dialog = MemoryDialog(self._appearance.palette, self._window)
        self.dialog = dialog
        dialog.searched.connect(self._show)
        dialog.edit_wanted.connect(self._edit)
        dialog.delete_wanted.connect(self._delete)
        dialog.go_wanted.connect(self._go)
        dialog.import_wanted.connect(self._ask_file)
        dialog.export_wanted.connect(self._ask_target)
        dialog.undo_wanted.connect(self._session.notes.undo)
        dialog.redo_wanted.connect(self._session.notes.redo)
        self._session.notes.changed.connect(self._show)
        dialog.finished.connect(self._close)
        self._appearance.palette_changed.connect(dialog.set_theme)
        # whoever searches the page has the words on their mind: they may stand in the memory too
        wanted = self._session.search.state.text
        if wanted and self._session.library.translations.containing(wanted, 1):
            dialog.field.setText(wanted)
        self._show()
        dialog.show()

    def _close(self) -> None:
        self._session.notes.changed.disconnect(self._show)
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def _show(self, _changed: object = None) -> None:
        if self.dialog is None:
            return
        from talkreader.store.translations import places_of
        from talkreader.ui.dialogs.memory import MOST

        memory, wanted = self._session.library.translations, self.dialog.field.text()
        units = memory.containing(wanted, MOST) if wanted.strip() else memory.latest(MOST)
        self.dialog.show_units(units, memory.count(), lambda text: places_of(wanted, text))

    def _edit(self, unit: Translation) -> None:
        from talkreader.ui.dialogs.translating import TranslationDialog

        language = unit.target_language
        dialog = TranslationDialog(
            Segment(None, 0, len(unit.source), unit.source_language, unit.source),
            unit.target,
            self._session.translating.terms(unit.source, language),
            self.dialog,
        )
        dialog.next_button.hide()
        dialog.saved.connect(lambda words: self._put(unit, words))
        dialog.open()

    def _put(self, unit: Translation, words: str) -> None:
        changed = replace(unit, target=words, origin=TranslationOrigin.TYPED)
        if changed != unit:
            memory = self._session.library.translations
            self._act(lambda: memory.put(replace(changed, modified=datetime.now(UTC))))

    def _delete(self, unit: Translation) -> None:
        self._act(lambda: self._session.library.translations.delete(unit.id))
        if self.dialog is not None:
            self.dialog.status.setText(self.tr("Deleted; Ctrl+Z brings it back."))

    def _act(self, act: Callable[[], object]) -> None:
        try:
            act()
        except TalkreaderError as error:
            self._session.failed.emit(error)
        self._show()
        self._session.translating.refresh()
        self._window.actions_["undo"].setEnabled(self._session.notes.can_undo())

    def _go(self, unit: Translation) -> None:
        """Open the page that a unit came from, at its comment and words."""
        for info in self._session.library.pages.all():
            if info.key == (unit.site, unit.title):
                place = self._place(info.id, unit)
                if place is not None:
                    self._session.pages.open_page(info.id, place)
                    self._window.activateWindow()
                    return
        if self.dialog is not None:
            self.dialog.status.setText(self.tr("Its page is not in this library (any more)."))

    def _place(self, page: int, unit: Translation) -> Place | None:
        """Return where a unit's original stands on a page; None when its words are not there."""
        if unit.comment:
            return Place(page, unit.comment, unit.occurrence)
        seen: Counter[str] = Counter()
        for comment in self._session.library.pages.contents(page).comments:
            if unit.source in comment.body.text:
                return Place(page, comment.name, seen[comment.name])
            seen[comment.name] += 1
        return None

    # --- files -----------------------------------------------------------------------------

    def _ask_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(
            self.dialog,
            self.tr("Import translations"),
            "",
            self.tr("Translation memories (*.tmx *.xlf *.xliff)"),
        )
        if path:
            self.take_in(Path(path))

    def take_in(self, path: Path) -> None:
        """Take a TMX or XLIFF file in, beside the window; then say what became of it."""
        memory = self._session.library.translations

        def work(_progress: object) -> object:
            from talkreader import exporting

            return memory.add_all(
                exporting.translations_from(exporting.read(path), datetime.now(UTC))
            )

        job = Job(work, "memory", self.tr("Importing translations"))
        job.finished.connect(self._tell)
        job.failed.connect(self._session.failed)
        self._session.runner.start(job)

    def _tell(self, taken: Taken) -> None:
        self._show()
        self._session.translating.refresh()
        if self.dialog is not None:
            self.dialog.tell(taken)

    def _ask_target(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self.dialog,
            self.tr("Export translations"),
            "memory.tmx",
            self.tr("TMX (*.tmx);;XLIFF (*.xlf)"),
        )
        if path:
            self.give_out(Path(path))

    def give_out(self, path: Path) -> None:
        """Write the units that the search in the window finds, or all, as TMX or XLIFF."""
        from talkreader import exporting

        memory = self._session.library.translations
        wanted = self.dialog.field.text().strip() if self.dialog is not None else ""
        units = memory.containing(wanted, limit=-1) if wanted else memory.all()
        as_xliff = path.suffix.lower() in XLIFF
        write = exporting.translations_to_xliff if as_xliff else exporting.translations_to_tmx
        try:
            exporting.write(path, write(units))
        except TalkreaderError as error:
            self._session.failed.emit(error)
            return
        if self.dialog is not None:
            said = self.tr("%n translation(s) written to {path}", "", len(units))
            self.dialog.status.setText(said.replace("{path}", str(path)))
