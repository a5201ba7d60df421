"""Joins the dictionary: the word under the mouse or the caret, a gloss, the person's own terms.

The pane and the dictionary are made when somebody asks for them: the window opens sooner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QDockWidget

from talkreader.domain.progress import Progress
from talkreader.ui.jobs import Job
from talkreader.ui.languages import reads_traditional
from talkreader.ui.main_window.docks import RIGHT
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session
from talkreader.ui.settings import Settings
from talkreader.ui.theme import Appearance

if TYPE_CHECKING:
    from talkreader.bilingual import Dictionary
    from talkreader.domain.glossary import Term
    from talkreader.ui.panes.dictionary_pane import DictionaryPane

KEY = "dictionary"
HOVER = 80
"""Milliseconds that the mouse rests on a word before it is looked up."""


class DictionaryJoint(QObject):
    """What opens the dictionary and asks it."""

    def __init__(
        self, window: MainWindow, session: Session, settings: Settings, appearance: Appearance
    ) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._session = session
        self._appearance = appearance
        self._dock: QDockWidget | None = None
        self._dictionary: Dictionary | None = None
        self.pane: DictionaryPane | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(HOVER)
        self._resting.timeout.connect(self._look_under_mouse)
        self._point: QPointF | None = None
        self._stale = False
        session.runner.ended.connect(self._open_again)
        self._glossed: str | None = None
        window.actions_["dictionary"].toggled.connect(self._show)
        session.pages.page_closed.connect(lambda: window.actions_["dictionary"].setChecked(False))

    def _show(self, on: bool) -> None:
        if on and self._dock is None:
            self._make()
        if self._dock is not None:
            self._dock.setVisible(on)
        if on:
            self.open()
            self._look_at_caret()

    def _make(self) -> None:
        from talkreader.ui.panes.dictionary_pane import DictionaryPane

        pane = DictionaryPane()
        pane.set_theme(self._appearance.palette)
        self._appearance.palette_changed.connect(pane.set_theme)
        pane.set_traditional(on=reads_traditional(self._settings))
        self._settings.changed.connect(
            lambda _setting: pane.set_traditional(on=reads_traditional(self._settings))
        )
        self._dock = dock = self._window.docks.make("dictionary", pane, RIGHT)
        dock.visibilityChanged.connect(
            lambda: self._window.actions_["dictionary"].setChecked(not dock.isHidden())
        )
        self._dock.setWindowTitle(self.tr("Dictionary"))
        pane.typed.connect(self._look_up)
        pane.gloss_wanted.connect(self._show_gloss)
        pane.term_wanted.connect(self._write_term)
        reading = self._window.reading
        reading.viewport().installEventFilter(self)
        reading.cursorPositionChanged.connect(self._look_at_caret)
        reading.position_changed.connect(lambda _comment: self._show_gloss())
        self.pane = pane

    def open(self) -> None:
        """Open the dictionary beside the window, or open it again with the terms as they are."""
        library = self._session.library

        def work(progress: Progress) -> object:
            from talkreader import reading
            from talkreader.folders import cache_folder

            progress.check()
            return reading.open_dictionary(library, cache_folder())

        job = Job(work, KEY, self.tr("Opening the dictionary"))
        job.finished.connect(self._take)
        job.failed.connect(self._session.failed)
        self._stale = not self._session.runner.start(job)

    def _open_again(self, job: Job) -> None:
        """Read what was asked for while an earlier reading went on, which may have missed it."""
        if self._stale and job.key == KEY:
            self.open()

    def reload(self) -> None:
        """Take the terms as they are now, if the dictionary is in use."""
        if self._dictionary is not None:
            self.open()

    def _take(self, dictionary: Dictionary) -> None:
        self._dictionary, self._glossed = dictionary, None
        self._look_at_caret()
        self._show_gloss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the mouse moves over the page."""
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseMove
            and event.buttons() == Qt.MouseButton.NoButton
        ):
            self._point = event.position()
            self._resting.start()
        return super().eventFilter(watched, event)

    def _look_under_mouse(self) -> None:
        if self._point is not None:
            self._look_at(self._window.reading.text_at(self._point))

    def _look_at_caret(self) -> None:
        self._look_at(self._window.reading.text_at())
        self._show_gloss()

    def _look_at(self, place: tuple[str, int] | None) -> None:
        """Show the word at a place of a text; where there is none, what was shown stays."""
        if place is None or self._dictionary is None or self.pane is None:
            return
        found = self._dictionary.at(*place) if self.pane.isVisible() else None
        if found is not None:
            self.pane.show_word(found)

    def _look_up(self, words: str) -> None:
        if self._dictionary is not None and self.pane is not None:
            self.pane.show_word(self._dictionary.look_up(words), words.strip())

    def _show_gloss(self) -> None:
        if self._dictionary is None or self.pane is None or not self.pane.shows_gloss():
            return
        text = self._window.reading.current_text()
        if text is not None and text != self._glossed:
            self._glossed = text
            self.pane.show_gloss(self._dictionary.gloss(text))

    def _write_term(self, word: str) -> None:
        from talkreader.ui.dialogs.term import TermDialog

        found = self._dictionary.look_up(word) if self._dictionary is not None else None
        dialog = TermDialog(word, found.term if found else None, self._window)
        dialog.written.connect(self._keep_term)
        dialog.open()

    def _keep_term(self, term: Term) -> None:
        self._session.library.terms.put(term)
        self._window.actions_["undo"].setEnabled(self._session.notes.can_undo())
        self._window.status.showMessage(
            self.tr("“{word}” is in your glossary").format(word=term.english), 5000
        )
        self.open()
