"""Joins translating: by key and menu, a sentence translated, a pair confirmed or put right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from talkreader.domain.bilingual import Pair, Segment
from talkreader.ui.commands import plain_text_of
from talkreader.ui.jobs import Job
from talkreader.ui.languages import reads_traditional
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session
from talkreader.ui.settings import ON_DEMAND, TRANSLATIONS, Settings
from talkreader.ui.theme import Appearance

if TYPE_CHECKING:
    from talkreader.ui.dialogs.translating import TranslationDialog

_OF_A_PAIR = (
    *("confirm_pair", "break_pair", "join_pair", "part_pair", "pair_before", "pair_after"),
)
_READING = ("copy_original", "copy_translation", "unfold_translation", "unfold_translations")
_WRITING = ("translate", "translation_file", *_OF_A_PAIR)


class TranslatingJoint(QObject):
    """What lets a person translate, and say better what translates what."""

    def __init__(
        self, window: MainWindow, session: Session, settings: Settings, appearance: Appearance
    ) -> None:
        super().__init__(window)
        self._appearance = appearance
        self._window = window
        self._session = session
        self._settings = settings
        self._translating = session.translating
        acts: dict[str, Callable[[Pair], bool]] = {
            "confirm_pair": self._translating.confirm,
            "break_pair": self._translating.break_,
            "join_pair": self._translating.join,
            "part_pair": self._translating.part,
            "pair_before": lambda pair: self._translating.move(pair, -1),
            "pair_after": lambda pair: self._translating.move(pair, 1),
        }
        actions = window.actions_
        for name, act in acts.items():
            actions[name].triggered.connect(lambda _on=False, act=act: self._change(act))
        actions["translate"].triggered.connect(self._translate)
        actions["copy_original"].triggered.connect(lambda: self._copy(original=True))
        actions["copy_translation"].triggered.connect(lambda: self._copy(original=False))
        actions["translation_file"].triggered.connect(self._ask_file)
        actions["unfold_translation"].triggered.connect(self._unfold)
        actions["unfold_translations"].triggered.connect(self._unfold_all)
        window.reading.menu_requested.connect(self._fill_menu)
        window.reading.translation_wanted.connect(self._add)
        session.translating.pairs_changed.connect(self._allow_undo)
        session.pages.page_opened.connect(self._enable)
        session.pages.page_closed.connect(self._enable)
        self._enable()

    def _enable(self, _opened: object = None) -> None:
        shown = self._session.pages.page is not None
        for name in _READING:
            self._window.actions_[name].setEnabled(shown)
        for name in _WRITING:
            self._window.actions_[name].setEnabled(shown and self._translating.writable)

    def _allow_undo(self) -> None:
        notes = self._session.notes
        self._window.actions_["undo"].setEnabled(notes.can_undo())
        self._window.actions_["redo"].setEnabled(notes.can_redo())

    def _fill_menu(self, menu: QMenu, comment: int | None) -> None:
        caret = self._window.reading.sentence_place()
        heading = None if comment is not None else self._pair_of_heading()
        if comment is None and heading is None and (caret is None or caret[0] >= 0):
            return
        inner = menu.addMenu(self.tr("Translation"))
        names = ["translate"] if heading is None else ["break_pair"]
        here = caret is not None and comment in (None, caret[0])
        if caret is not None and heading is None and here and self._translating.pair_at(*caret):
            names += _OF_A_PAIR
        for name in (*names, *_READING):
            action = self._window.actions_[name]
            shown = inner.addAction(plain_text_of(name), action.trigger)
            shown.setEnabled(action.isEnabled())

    def _change(self, act: Callable[[Pair], bool]) -> None:
        caret = self._window.reading.sentence_place()
        pair = None if caret is None else self._translating.pair_at(*caret)
        heading = self._pair_of_heading()
        if heading is not None:
            if act != self._translating.break_ or not act(heading):
                self._say(self.tr("The headings of a pair can only be taken apart."))
        elif pair is None:
            self._say(self.tr("Put the cursor into a sentence that has a translation."))
        elif not act(pair):
            self._say(self.tr("That cannot be done with this pair."))

    def _pair_of_heading(self) -> Pair | None:
        """Return the pair of the heading that the caret is in; None elsewhere."""
        section = self._window.reading.heading_at_caret()
        return None if section is None else self._translating.pair_of_heading(section)

    # --- on demand -------------------------------------------------------------------------

    def _unfold(self) -> None:
        if self._lets_unfold() and not self._window.reading.toggle_translation():
            self._say(self.tr("Nothing here has a translation that unfolds."))

    def _unfold_all(self) -> None:
        if self._lets_unfold():
            self._window.reading.toggle_translations()

    def _lets_unfold(self) -> bool:
        """Return whether translations are on demand; else make them so, and say it."""
        shown = self._window.actions_["side_by_side"]
        if shown.isChecked() and self._settings.text(TRANSLATIONS) == ON_DEMAND:
            return True
        self._settings.keep(TRANSLATIONS, ON_DEMAND)
        shown.setChecked(True)
        self._say(self.tr("Translations now unfold below the words, by this key or a click."))
        return False

    # --- translating -----------------------------------------------------------------------

    def _translate(self) -> None:
        """Ask for the translation of the sentence at the caret.

        Where that is in another comment than one reads: of the first that has none, else the first.
        """
        reading = self._window.reading
        caret, current = reading.sentence_place(), reading.current_key()
        source = None
        if caret is not None and current in (caret[0], None):
            source = self._translating.sentence_at(*caret)
        if source is None and current is not None:
            without = self._translating.untranslated(current)
            source = without[0] if without else self._translating.sentence_at(current, 0)
        if source is None:
            self._say(self.tr("Put the cursor into the sentence to be translated."))
            return
        self._edit(source)

    def _add(self, key: int, offset: int) -> None:
        """Ask for the translation of words that were said to have none."""
        source = self._translating.sentence_at(key, offset)
        if source is not None and self._window.actions_["translate"].isEnabled():
            self._edit(source)

    def _edit(self, source: Segment) -> None:
        from talkreader.ui.dialogs.translating import TranslationDialog

        pair = self._translating.pair_at(source.key or 0, source.start)
        known = pair.target.text if pair is not None and pair.target is not None else ""
        language = self._other(source.language, known_of=pair)
        if source.key is not None:
            self._window.reading.select(source.key, source.start, source.end)
        dialog = TranslationDialog(
            source,
            known,
            self._translating.terms(source.text, language),
            self._window,
            self._appearance.palette,
        )
        dialog.traditional = reads_traditional(self._settings)
        dialog.saved.connect(lambda words: self._save(source, words, language))
        dialog.next_wanted.connect(lambda: self._edit_next(source))
        dialog.open()
        self._give_help(dialog, source.text)

    def _other(self, language: str, known_of: Pair | None) -> str:
        """Return the language that a sentence is translated into: Chinese as the person reads it.

        The words that are written say the script in the end.
        """
        if known_of is not None and known_of.target is not None:
            return known_of.target.language
        if language != "en":
            return "en"
        return "zh-hant" if reads_traditional(self._settings) else "zh-hans"

    def _give_help(self, dialog: TranslationDialog, text: str) -> None:
        """Ask memory and dictionary for a dialog, beside the window: both may be large."""
        library, recall = self._session.library, self._translating.recall
        offers = Job(lambda _progress: recall(text))
        offers.finished.connect(dialog.show_offers)
        offers.failed.connect(self._session.failed)
        self._session.runner.start(offers)

        def work(_progress: object) -> object:
            from talkreader import reading
            from talkreader.folders import cache_folder

            return reading.open_dictionary(library, cache_folder())

        job = Job(work)
        job.finished.connect(dialog.set_dictionary)
        job.failed.connect(self._session.failed)
        self._session.runner.start(job)

    def _save(self, source: Segment, words: str, language: str) -> None:
        if not self._translating.save(source, words, language):
            return
        pages = self._session.pages
        if not pages.has_pairs() and self._window.actions_["side_by_side"].isChecked():
            pages.find_pairs()
        self._window.actions_["side_by_side"].setChecked(True)

    def _edit_next(self, source: Segment) -> None:
        following = self._translating.next_sentence(source)
        if following is None:
            self._say(self.tr("Every sentence after this one has a translation."))
        else:
            self._edit(following)

    # --- copying and files -----------------------------------------------------------------

    def _copy(self, *, original: bool) -> None:
        """Copy one language of what is being read, sentence by sentence."""
        key = self._window.reading.current_key()
        lines = [] if key is None else self._translating.in_language(key, original=original)
        if not lines:
            self._say(self.tr("No translation is shown for this comment."))
            return
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._say(self.tr("%n sentence(s) copied", "", len(lines)))

    def _ask_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        path, _filter = QFileDialog.getOpenFileName(
            self._window, self.tr("A file that translates this page")
        )
        if path:
            self.take_from(Path(path))

    def take_from(self, path: Path) -> None:
        """Line up a file with the page that is being read."""
        self._window.actions_["side_by_side"].setChecked(True)
        self._window.status.showMessage(self.tr("Lining up the translation…"))
        self._session.pages.find_pairs(path)

    def _say(self, words: str) -> None:
        self._window.status.showMessage(words, 6000)
