"""Joins notes: the acts on selected words, the cards beside the page, undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow

from talkreader.domain.note import AnchorState, Color, Placed
from talkreader.domain.progress import Progress
from talkreader.ui import words
from talkreader.ui.actions import native
from talkreader.ui.commands import COLOR_COMMANDS
from talkreader.ui.jobs import Job
from talkreader.ui.main_window.lost_joint import LostJoint
from talkreader.ui.main_window.margin_joint import MarginJoint
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.models.note_rows import best_place, rows_of_library, rows_of_page, with_states
from talkreader.ui.models.notes import NoteRow
from talkreader.ui.panes.notes_pane import NotesTab
from talkreader.ui.session import Place, Session
from talkreader.ui.settings import COLOR, Settings

if TYPE_CHECKING:
    from talkreader.ui.main_window.note_menu import NoteMenu

AT_ONCE = 1000
"""Notes that are read and listed in less than the eye sees; more are read beside the window."""

DELETED_SHOWN = 6000
"""Milliseconds for which it is said how a deleted note comes back."""


class NotesJoint(QObject):
    """What makes, shows, changes and deletes a note."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._hidden = False
        self._menu: NoteMenu | None = None
        self._from_page = False
        self._reading = self._outdated = False
        self.margin = MarginJoint(window, session, settings)
        self._lost = LostJoint(window, session)
        notes, pane = session.notes, window.notes
        notes.changed.connect(self._show)
        pane.set_known_tags(notes.known_tags)
        notes.note_restored.connect(pane.show_note)
        notes.travelling.connect(self._allow_undo)
        pane.note_edited.connect(lambda note, text, tags: notes.edit(note, text=text, tags=tags))
        pane.note_typed.connect(notes.keep_typed)
        pane.note_picked.connect(self._jump)
        pane.editing_ended.connect(self._return)
        pane.delete_wanted.connect(self._remove)
        pane.tab_wanted.connect(lambda _tab: self._show(notes.placed))
        pane.attach_wanted.connect(self._attach)
        pane.accept_wanted.connect(notes.accept)
        pane.old_copy_wanted.connect(self._open_old_copy)
        pane.page_wanted.connect(self._open_page_of)
        pane.words_wanted.connect(self._find_words)
        # somebody comes back from another window, which may be one of this library
        program = QGuiApplication.instance()
        if isinstance(program, QGuiApplication):
            program.focusWindowChanged.connect(self._notice)
        pane.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        pane.list.customContextMenuRequested.connect(self._open_menu)
        self._join_actions()

    def _join_actions(self) -> None:
        notes, actions = self._session.notes, self._window.actions_
        actions["annotate_section"].triggered.connect(self._write_about_here)
        actions["annotate_page"].triggered.connect(lambda: self._write_about(None))
        actions["attach_note"].triggered.connect(lambda: self._attach(self._here()))
        actions["hide_notes"].toggled.connect(self._hide)
        actions["highlight"].triggered.connect(lambda: self._highlight(self._color()))
        actions["annotate"].triggered.connect(lambda _on=False: self._write())
        actions["tag"].triggered.connect(lambda: self._write(tags=True))
        actions["show_note"].triggered.connect(self._show_here)
        actions["delete_note"].triggered.connect(self._delete)
        actions["undo"].triggered.connect(lambda: self._say(self.tr("Undone"), notes.undo()))
        actions["redo"].triggered.connect(lambda: self._say(self.tr("Redone"), notes.redo()))
        for name, color in zip(COLOR_COMMANDS, Color, strict=True):
            actions[name].triggered.connect(lambda _on=False, color=color: self._paint(color))

    def _say(self, what: str, done: bool) -> None:
        if done:
            self._window.reading.announce(what)

    def _notice(self, focused: QWindow | None) -> None:
        if focused is not None:
            self._session.notes.notice()

    def _open_menu(self, at: QPoint) -> None:
        from talkreader.ui.main_window.note_menu import NoteMenu

        if self._menu is None:
            self._menu = NoteMenu(self._window.notes)
            self._menu.edit_wanted.connect(self._edit)
            self._menu.tags_wanted.connect(lambda note: self._edit(note, tags=True))
            self._menu.painted.connect(
                lambda note, color: self._session.notes.edit(note, color=color)
            )
        self._menu.open(at)

    def _color(self) -> Color:
        return Color(self._settings.text(COLOR))

    def _highlight(self, color: Color) -> str:
        selection = self._selection()
        if not selection:
            self._window.status.showMessage(self.tr("Select some words of a comment first."), 5000)
            return ""
        note = self._session.notes.add(selection, color)
        if note:
            # a drawer would hide what is being read, for a mark that is seen there
            # and in the margin it stands beside the words already
            if not self._window.docks.are_drawers and not self._window.reading.shows_margin():
                self._window.right.show()
            self._window.notes.show_note(note)
            self._unselect()
            said = self.tr("Highlighted: {colour}")
            name = words.word(words.COLORS[color])
            self._window.reading.announce(said.replace("{colour}", name))
        return note

    def _selection(self) -> tuple[tuple[int, int, int], ...]:
        ranges = self._window.reading.selection()
        return tuple((part.comment, part.start, part.end) for part in ranges)

    def _unselect(self) -> None:
        cursor = self._window.reading.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._window.reading.setTextCursor(cursor)

    def _paint(self, color: Color) -> None:
        """Highlight the selected words; without any, recolour the note here."""
        self._settings.keep(COLOR, color.value)
        if self._window.reading.selection():
            self._highlight(color)
            return
        note = self._here()
        if note:
            self._session.notes.edit(note, color=color)

    def _write(self, *, tags: bool = False) -> None:
        """Open the editor of the note here, or of a new one on the selected words or comment."""
        selection = self._selection()
        note = "" if selection else self._here()
        heading = self._window.reading.heading_at_caret()
        if not note and not selection and heading is not None:
            self._write_about(heading, tags=tags)
            return
        if not note:
            at = self._window.reading.current_comment()
            if not selection and at is None:
                return
            target = selection or ((at or 0, 0, 0),)
            color = self._color() if selection else None
            note = self._session.notes.add(target, color)
            self._unselect()
        if note:
            self._edit(note, tags=tags)

    def _edit(self, note: str, *, tags: bool = False) -> None:
        """Open the editor of a note: in the margin when it stands there, else in the list."""
        margin = self._window.reading.margin
        beside = margin is not None and self._window.reading.shows_margin()
        if margin is not None and beside and not self._window.right.isVisible():
            self._session.notes.choose(note)
            if margin.edit(note, tags=tags):
                return
        self._window.right.show()
        self._from_page = self._window.reading.hasFocus()
        self._window.notes.edit_note(note, tags=tags)

    def _return(self) -> None:
        """Go back to where the person was before they wrote: the letters act there."""
        if self._from_page:
            self._window.reading.setFocus()
        self._from_page = False

    def _here(self) -> str:
        """Return the note at the cursor, or the one chosen in the list; "" for none."""
        place = self._window.reading.caret()
        found = self._session.notes.at(*place) if place is not None else ""
        in_page = self._window.reading.hasFocus()
        return found if found or in_page else self._window.notes.current()

    def _show_here(self) -> None:
        note = self._here()
        self._window.right.show()
        if note:
            self._window.notes.show_note(note)
            self._window.notes.list.setFocus()

    def _delete(self) -> None:
        note = self._here()
        if note:
            self._remove(note)

    def _remove(self, note: str) -> None:
        self._session.notes.delete(note)
        said = self.tr("The note is deleted; {key} brings it back.")
        key = native(self._window.actions_["undo"])
        self._window.status.showMessage(said.replace("{key}", key), DELETED_SHOWN)

    def _jump(self, note_id: str) -> None:
        places = [one for one in self._session.notes.placed if one.note.id == note_id]
        if not places:
            self._open_page_of(note_id)
            return
        placed = best_place(places)
        if placed.comment is not None and placed.start < placed.end:
            self._window.reading.select(placed.comment, placed.start, placed.end)
        elif placed.comment is not None:
            self._window.reading.scroll_to_comment(placed.comment)
        elif placed.elsewhere is None and placed.state is not AnchorState.LOST:
            self._scroll_to_section(placed.section)
        # else its words are gone from here: the bar below the list says what to do

    def _scroll_to_section(self, heading: str) -> None:
        page = self._session.pages.page
        for section in page.sections if page is not None else ():
            if not heading or section.heading == heading:
                self._window.reading.scroll_to_section(section.index)
                return

    def _open_page_of(self, note_id: str) -> None:
        note = self._session.notes.get(note_id)
        if note is None:
            return
        pages = self._session.pages
        self._session.notes.look_up(
            note, lambda place: pages.open_page(place.page, place) if place.page else None
        )

    def _write_about_here(self) -> None:
        """Open the editor of a new note on the section being read, or the one with the caret."""
        heading = self._window.reading.heading_at_caret()
        self._write_about(self._window.reading.current_section() if heading is None else heading)

    def _write_about(self, section: int | None, *, tags: bool = False) -> None:
        """Open the editor of a new note on a section; None: on the page."""
        opened = self._session.pages.page
        if opened is None:
            return
        heading = "" if section is None else opened.sections[section].heading or ""
        note = self._session.notes.add_about(heading)
        if note:
            self._edit(note, tags=tags)

    def _attach(self, note: str) -> None:
        selection = self._selection()
        if not selection:
            self._window.status.showMessage(self.tr("Select some words of a comment first."), 5000)
        elif note:
            self._session.notes.attach(note, selection)
            self._unselect()
            if self._window.notes.tab is not NotesTab.LOST:  # there the next one is looked after
                self._window.notes.show_note(note)

    def _open_old_copy(self, note_id: str) -> None:
        """Open the newest copy of the page in which the words of a note still stand."""
        note = self._session.notes.get(note_id)
        if note is not None:
            self._session.notes.find_old_copy(note, self._open_copy)

    def _open_copy(self, place: Place) -> None:
        if place.page:
            self._session.pages.open_page(place.page, place)
        else:
            said = self.tr("No copy in this library has these words any more.")
            self._window.status.showMessage(said, 5000)

    def _find_words(self, note_id: str) -> None:
        """Select the words of a lost note where they stand now, under whatever signature."""
        note, page = self._session.notes.get(note_id), self._session.pages.page
        if note is None or page is None:
            return
        for target in note.targets:
            for comment in page.comments:
                start = comment.body.text.find(target.exact) if target.exact.strip() else -1
                if start >= 0:
                    self._window.reading.select(comment.index, start, start + len(target.exact))
                    return
        said = self.tr("These words stand nowhere in this page.")
        self._window.status.showMessage(said, 5000)

    def _hide(self, hidden: bool) -> None:
        self._hidden = hidden
        self._show(self._session.notes.placed)

    def _show(self, placed: tuple[Placed, ...]) -> None:
        notes, pane = self._session.notes, self._window.notes
        self._window.reading.update_notes(() if self._hidden else placed)
        self._window.sections.count_notes(placed)
        page = self._session.pages.page
        rows = rows_of_page(placed, page)
        lost = sum(row.state is AnchorState.LOST for row in rows)
        everywhere = notes.count_everywhere()
        pane.set_counts(len(rows) - lost, everywhere, lost)
        if pane.lists_all_lost:
            self._lost.show(rows)
        elif pane.tab is not NotesTab.EVERYWHERE:
            pane.show_notes(rows)
        elif everywhere <= AT_ONCE:
            pane.show_notes(with_states(rows_of_library(self._session.library), rows))
        else:
            self._read_library()
        self._allow_undo()

    def _allow_undo(self) -> None:
        notes = self._session.notes
        self._window.actions_["undo"].setEnabled(notes.can_undo())
        self._window.actions_["redo"].setEnabled(notes.can_redo())

    def _read_library(self) -> None:
        """Read all notes beside the window, and show them when they are there."""
        if self._reading:
            self._outdated = True  # what is being read may be older than the last act
            return
        self._reading, self._outdated = True, False
        library = self._session.library

        def work(progress: Progress) -> list[NoteRow]:
            progress.check()
            return rows_of_library(library)

        job = Job(work)
        job.finished.connect(self._take_library)
        job.failed.connect(self._session.failed)
        job.ended.connect(self._end_reading)
        self._session.runner.start(job)

    def _take_library(self, rows: list[NoteRow]) -> None:
        if self._window.notes.tab is NotesTab.EVERYWHERE and not self._outdated:
            here = rows_of_page(self._session.notes.placed, self._session.pages.page)
            self._window.notes.show_notes(with_states(rows, here))

    def _end_reading(self) -> None:
        self._reading = False
        if self._outdated and self._window.notes.tab is NotesTab.EVERYWHERE:
            self._read_library()
