"""Joins the chosen note: its card in the margin, its place in the list, its words in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from talkreader.domain.note import Note
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.session import Session
from talkreader.ui.settings import MARGIN, Settings

if TYPE_CHECKING:
    from talkreader.ui.document.margin import Margin


class MarginJoint(QObject):
    """What chooses a note anywhere, and shows it chosen everywhere."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        reading, notes, actions = window.reading, session.notes, window.actions_
        actions["margin"].setChecked(settings.flag(MARGIN))
        actions["margin"].toggled.connect(self._switch)
        actions["next_note_here"].triggered.connect(self._next)
        window.notes.note_picked.connect(notes.choose)
        notes.note_added.connect(notes.choose)
        notes.note_restored.connect(notes.choose)
        notes.chosen_changed.connect(reading.choose_note)
        reading.cursorPositionChanged.connect(self._follow_caret)
        reading.set_margin(on=settings.flag(MARGIN))
        if reading.margin is not None:  # it is in the first picture
            self._join(reading.margin)
        else:
            reading.margin_made.connect(self._join)

    def _join(self, margin: Margin) -> None:
        notes = self._session.notes
        margin.picked.connect(self._go_to)
        margin.edited.connect(lambda note, text, tags: notes.edit(note, text=text, tags=tags))
        margin.typed.connect(notes.keep_typed)
        margin.delete_wanted.connect(notes.delete)
        margin.left.connect(self._window.reading.setFocus)
        self._window.closing.connect(margin.finish_editing)
        margin.known_tags = notes.known_tags

    def _switch(self, on: bool) -> None:
        self._settings.keep(MARGIN, on)
        self._window.reading.set_margin(on=on)
        if on and not self._window.reading.shows_margin() and self._session.notes.placed:
            said = self.tr("The window is too narrow for notes in the margin.")
            self._window.status.showMessage(said, 6000)

    def _go_to(self, note_id: str) -> None:
        """Choose a note and show its words; they are not selected, for a key would mark them."""
        notes, window = self._session.notes, self._window
        notes.choose(note_id)
        if window.right.isVisible():
            window.notes.show_note(note_id)
        for placed in notes.placed:
            if placed.note.id == note_id and placed.comment is not None:
                window.reading.go_to_words(placed.comment, placed.start, placed.end)
                return

    def _follow_caret(self) -> None:
        """Choose the note that the caret was put on."""
        notes, place = self._session.notes, self._window.reading.caret()
        if not notes.placed or place is None:
            return
        note = notes.at(*place)
        if note:
            notes.choose(note)

    def _next(self) -> None:
        """Choose the next of the notes on the words at the caret, or on the comment."""
        reading, notes = self._window.reading, self._session.notes
        place, at = reading.caret(), reading.current_comment()
        here = notes.all_at(*place) if place is not None else []
        if not here and at is not None:
            here = notes.on_comment(at)
        if not here:
            self._window.status.showMessage(self.tr("There is no note on these words."), 5000)
            return
        number = here.index(notes.chosen) + 1 if notes.chosen in here else 0
        note_id = here[number % len(here)]
        notes.choose(note_id)
        if self._window.right.isVisible():
            self._window.notes.show_note(note_id)
        note = notes.get(note_id)
        said = self.tr("Note {number} of {count}: {words}").format(
            number=number % len(here) + 1, count=len(here), words=_words(note) if note else ""
        )
        self._window.status.showMessage(said, 6000)
        reading.announce(said)


def _words(note: Note) -> str:
    return note.text or ", ".join(note.tags) or note.targets[0].exact
