"""Joins notes: the acts on selected words, the cards beside the page, undo and redo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from talkreader.domain.note import AnchorState, Color, Note, Placed
from talkreader.domain.thread import Comment
from talkreader.ui import words
from talkreader.ui.commands import COLOR_COMMANDS
from talkreader.ui.main_window.window import MainWindow
from talkreader.ui.models.notes import NoteRow
from talkreader.ui.session import Place, Session
from talkreader.ui.settings import COLOR, Settings


class NotesJoint(QObject):
    """What makes, shows, changes and deletes a note."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._everywhere = False
        self._from_page = False
        notes, pane, actions = session.notes, window.notes, window.actions_
        notes.changed.connect(self._show)
        pane.note_edited.connect(lambda note, text, tags: notes.edit(note, text=text, tags=tags))
        pane.note_picked.connect(self._jump)
        pane.editing_ended.connect(self._return)
        pane.delete_wanted.connect(notes.delete)
        pane.everywhere_wanted.connect(self._change_where)
        actions["highlight"].triggered.connect(lambda: self._highlight(self._color()))
        actions["annotate"].triggered.connect(lambda _on=False: self._write())
        actions["tag"].triggered.connect(lambda: self._write(tags=True))
        actions["show_note"].triggered.connect(self._show_here)
        actions["delete_note"].triggered.connect(self._delete)
        actions["undo"].triggered.connect(notes.undo)
        actions["redo"].triggered.connect(notes.redo)
        for name, color in zip(COLOR_COMMANDS, Color, strict=True):
            actions[name].triggered.connect(lambda _on=False, color=color: self._paint(color))

    def _color(self) -> Color:
        return Color(self._settings.text(COLOR))

    def _highlight(self, color: Color) -> str:
        selection = self._selection()
        if not selection:
            self._window.status.showMessage(self.tr("Select some words of a comment first."), 5000)
            return ""
        note = self._session.notes.add(selection, color)
        if note:
            self._window.right.show()
            self._window.notes.show_note(note)
            self._unselect()
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
        if not note:
            at = self._window.reading.current_comment()
            if not selection and at is None:
                return
            target = selection or ((at or 0, 0, 0),)
            color = self._color() if selection else None
            note = self._session.notes.add(target, color)
            self._unselect()
        if note:
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
            self._session.notes.delete(note)

    def _jump(self, note_id: str) -> None:
        for placed in self._session.notes.placed:
            if placed.note.id == note_id and placed.comment is not None:
                if placed.start < placed.end:
                    self._window.reading.select(placed.comment, placed.start, placed.end)
                else:
                    self._window.reading.scroll_to_comment(placed.comment)
                return
        self._open_page_of(note_id)

    def _open_page_of(self, note_id: str) -> None:
        note = self._session.notes.get(note_id)
        if note is None:
            return
        target = note.targets[0]
        for info in self._session.library.pages.all():
            if (info.site, info.title) == (target.site, target.title):
                place = Place(info.id, target.comment, target.occurrence)
                self._session.pages.open_page(info.id, place)
                return

    def _change_where(self, everywhere: bool) -> None:
        self._everywhere = everywhere
        self._show(self._session.notes.placed)

    def _show(self, placed: tuple[Placed, ...]) -> None:
        self._window.reading.update_notes(placed)
        standing = [place.comment for place in placed if place.comment is not None]
        self._window.sections.count_notes(standing)
        if self._everywhere:
            rows = [NoteRow(note, where=_where(note)) for note in self._session.notes.everywhere()]
        else:
            page = self._session.pages.page
            rows = _rows(placed, page.comments if page is not None else ())
        self._window.notes.show_notes(rows)
        notes = self._session.library.notes
        self._window.actions_["undo"].setEnabled(notes.can_undo())
        self._window.actions_["redo"].setEnabled(notes.can_redo())


def _where(note: Note) -> str:
    return " › ".join(filter(None, (note.targets[0].title, note.targets[0].section)))


def _rows(placed: tuple[Placed, ...], comments: Sequence[Comment]) -> list[NoteRow]:
    """Return one row per note in the order of the page; the lost ones stand last."""
    first: dict[str, Placed] = {}
    for place in placed:
        first.setdefault(place.note.id, place)
    ordered = sorted(
        first.values(),
        key=lambda place: (place.state is AnchorState.LOST, place.comment or 0, place.start),
    )
    return [
        NoteRow(place.note, place.state, place.comment, _whose(place.comment, comments))
        for place in ordered
    ]


def _whose(index: int | None, comments: Sequence[Comment]) -> str:
    """Return who said when what a note is about; "" when that is lost."""
    if index is None or index >= len(comments):
        return ""
    comment = comments[index]
    return f"{words.author(comment.author)} · {words.moment(comment.timestamp)}"
