"""Joins the translation memory: the window that lists it, and its files."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.domain.bilingual import Segment
from talkreader.domain.page import PageKey
from talkreader.domain.translation import Translation, TranslationOrigin
from talkreader.ui.jobs import Job
from talkreader.ui.main_window.shelf_joint import ShelfJoint
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.places import Place
from talkreader.ui.session import Opened, Session
from talkreader.ui.session.translating import written_in
from talkreader.ui.theme import Appearance, Palette

if TYPE_CHECKING:
    from talkreader.ui.dialogs.memory import MemoryDialog

XLIFF = (".xlf", ".xliff")


class MemoryJoint(ShelfJoint["MemoryDialog"]):
    """What opens the memory and does what is asked there."""

    def __init__(self, window: MainWindow, session: Session, appearance: Appearance) -> None:
        super().__init__(window, session, appearance, "memory")
        self._wanted: tuple[int, Translation] | None = None
        self.changed.connect(session.translating.refresh)
        session.pages.page_opened.connect(self._show_words)

    def _make(self, palette: Palette) -> MemoryDialog:
        from talkreader.ui.dialogs.memory import MemoryDialog

        dialog = MemoryDialog(palette, self._window)
        dialog.edit_wanted.connect(self._edit)
        dialog.delete_wanted.connect(self._delete)
        dialog.go_wanted.connect(self._go)
        # whoever searches the page has the words on their mind: they may stand in the memory too
        wanted = self._session.search.state.text
        if wanted and self._session.library.translations.containing(wanted, 1):
            dialog.field.setText(wanted)
        return dialog

    def _show(self, _changed: object = None) -> None:
        if self.dialog is None:
            return
        from talkreader.store.notes.translations import places_of
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
            self._appearance.palette,
        )
        dialog.traditional = language == "zh-hant"
        dialog.next_button.hide()
        dialog.saved.connect(lambda words: self._put(unit, words))
        dialog.open()

    def _put(self, unit: Translation, words: str) -> None:
        language = written_in(words, unit.target_language)
        changed = replace(
            unit, target=words, target_language=language, origin=TranslationOrigin.TYPED
        )
        if changed != unit:
            memory = self._session.library.translations
            self._act(lambda: memory.put(replace(changed, modified=datetime.now(UTC))))

    def _delete(self, unit: Translation) -> None:
        self._remove(lambda: self._session.library.translations.delete(unit.id))

    def _go(self, unit: Translation) -> None:
        """Open the page that a unit came from, at its comment and words."""
        for info in self._session.library.pages.versions(PageKey(unit.site, unit.title)):
            if info.current:
                place = self._place(info.id, unit)
                if place is not None:
                    self._wanted = info.id, unit
                    self._session.pages.open_page(info.id, place)
                    self._window.activateWindow()
                    return
        self._say(self.tr("Its page is not in this library (any more)."))

    def _show_words(self, opened: Opened) -> None:
        """Put the caret at the original of the unit that one went to, when it is no comment's."""
        wanted, self._wanted = self._wanted, None
        if wanted is None or wanted[0] != opened.page.info.id:
            return
        from talkreader import bilingual

        place = bilingual.place_of_unit(opened.page, wanted[1])
        if place is not None and place.key is not None and place.key < 0:
            self._window.reading.select(place.key, place.start, place.end)

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

    def _titles(self) -> tuple[str, str, str]:
        kinds = self.tr("Translation memories (*.tmx *.xlf *.xliff)")
        return self.tr("Import translations"), self.tr("Export translations"), kinds

    def _target(self) -> tuple[str, str]:
        return "memory.tmx", self.tr("TMX (*.tmx);;XLIFF (*.xlf)")

    def take_in(self, path: Path) -> None:
        """Take a TMX or XLIFF file in, beside the window; then say what became of it."""
        memory = self._session.library.translations

        def work(_progress: object) -> object:
            from talkreader import exporting

            return memory.add_all(
                exporting.translations_from(exporting.read(path), datetime.now(UTC))
            )

        job = Job(work, label=self.tr("Importing translations"))
        job.finished.connect(self._tell)
        job.failed.connect(self._session.failed)
        self._session.runner.start(job)

    def give_out(self, path: Path) -> None:
        """Write the units that the search in the window finds, or all, as TMX or XLIFF."""
        from talkreader import exporting

        memory = self._session.library.translations
        wanted = self.dialog.field.text().strip() if self.dialog is not None else ""
        units = memory.containing(wanted, limit=-1) if wanted else memory.all()
        as_xliff = path.suffix.lower() in XLIFF
        write = exporting.translations_to_xliff if as_xliff else exporting.translations_to_tmx
        self._write(
            path, write(units), self.tr("%n translation(s) written to {path}", "", len(units))
        )
