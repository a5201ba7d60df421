"""Notes: every act is kept at once, can be undone, and is there after a restart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.code import levels
from talkreader.domain.errors import TalkreaderError
from talkreader.domain.note import AnchorState, Color, Note, Placed, Target
from talkreader.domain.progress import Progress
from talkreader.reading import ReadingPage
from talkreader.ui.jobs import Job, JobRunner
from talkreader.ui.places import Place
from talkreader.ui.session.standing import Standing

if TYPE_CHECKING:
    from talkreader.store import Library

AT_ONCE = 500
"""Notes that one act may have changed for its undo to be done at once, in a blink."""
Selection = Sequence[tuple[int, int, int]]
"""Words of comments: (comment's index, start, end) in code points of the body text."""


class Noting(QObject):
    """The notes of the page being read. ``changed`` carries a tuple of `Placed`.

    ``written`` tells that notes of any page are others now than they were; it comes after that.
    ``note_added`` carries the id of a new note, ``note_restored`` that of one which undo or redo
    changed or brought back; ``failed`` an exception: nothing was changed then. ``travelling``
    tells, as ``can_undo`` and ``can_redo`` do, that a large act is being undone or done again.
    """

    changed = Signal(object)
    written = Signal()
    note_added = Signal(object)
    note_restored = Signal(object)
    failed = Signal(object)
    chosen_changed = Signal(object)
    travelling = Signal(bool)

    def __init__(self, library: Library, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._travels = False
        self.page: ReadingPage | None = None
        self._standing = Standing(library, runner, self)
        self._standing.found.connect(self._place_again)
        self._standing.failed.connect(self.failed)
        self.placed: tuple[Placed, ...] = ()
        self._version = 0
        self._begun = ""  # the note that was made without a word, a tag or a colour
        self._written = ("", 0)  # the note that is being written, and its act
        self.chosen = ""
        """The note that was chosen last; of several on one place, it is the one meant."""

    def show_page(self, page: ReadingPage | None) -> None:
        """Turn to the notes of another page."""
        self.page = page
        self.placed = page.notes if page is not None else ()
        self._standing.show_page(page)
        self.changed.emit(self.placed)

    def add(self, selection: Selection, color: Color | None, text: str = "") -> str:
        """Write a note about words; return its id, "" when that failed.

        A highlight that is there already, with nothing written on it, is that note.
        """
        targets = self._targets(selection)
        if targets and not text:
            for note in (placed.note for placed in self.placed):
                bare = not note.text and not note.tags
                if bare and note.targets == targets and note.color is color:
                    return note.id
        return self._add(targets, color, text)

    def add_about(self, section: str = "", text: str = "") -> str:
        """Write a note about a section by its heading, or about the page; return as `add` does."""
        if self.page is None:
            return ""
        key = self.page.info.key
        return self._add((Target(key.site, key.title, section),), None, text)

    def attach(self, note_id: str, selection: Selection) -> None:
        """Put a note onto other words of this page; its text, tags and colour stay."""
        note, targets = self.get(note_id), self._targets(selection)
        if note is not None and targets:
            changed = replace(note, targets=targets, modified=_now())
            self._act(lambda: self._library.notes.update(changed))

    def accept(self, note_id: str) -> None:
        """Take the places found for a note as its own from now on."""
        note = self.get(note_id)
        if note is None or self.page is None:
            return
        targets = list(note.targets)
        for placed in self.placed:
            if placed.note.id == note_id and placed.comment is not None:
                found = self._targets([(placed.comment, placed.start, placed.end)])
                targets[placed.target] = found[0]
            elif placed.note.id == note_id and placed.elsewhere is None:
                target, key = targets[placed.target], self.page.info.key
                if target.section and not (target.comment or target.exact):
                    targets[placed.target] = replace(
                        target, site=key.site, title=key.title, section=placed.section
                    )
        changed = replace(note, targets=tuple(targets), modified=_now())
        self._act(lambda: self._library.notes.update(changed))

    def _targets(self, selection: Selection) -> tuple[Target, ...]:
        if self.page is None:
            return ()
        from talkreader.anchoring import make_target

        anchors, comments = self._standing.anchors(self.page), self.page.comments
        return tuple(
            make_target(
                self.page.info.key,
                anchors.comments[comment],
                *_words_within(comments[comment].body.text, start, end),
            )
            for comment, start, end in selection
        )

    def _add(
        self,
        targets: tuple[Target, ...],
        color: Color | None,
        text: str,
        tags: tuple[str, ...] = (),
    ) -> str:
        if not targets:
            return ""
        from uuid import uuid4

        now = _now()
        note = Note(str(uuid4()), targets, color, text, tags, now, now)
        if not self._act(lambda: self._library.notes.add(note)):
            return ""
        self._begun = "" if text or tags or color else note.id
        self.note_added.emit(note.id)
        return note.id

    def get(self, note_id: str) -> Note | None:
        """Return a note as it is now, None when there is none."""
        try:
            return self._library.notes.get(note_id)
        except KeyError:
            return None

    def edit(
        self,
        note_id: str,
        *,
        text: str | None = None,
        tags: Sequence[str] | None = None,
        color: Color | None = None,
    ) -> None:
        """Change what is given and leave the rest; nothing is written when nothing differs."""
        note = self.get(note_id)
        if note is None:
            return
        new = replace(
            note,
            text=note.text if text is None else text,
            tags=note.tags if tags is None else tuple(dict.fromkeys(tags)),
            color=color or note.color,
        )
        written, act = self._written
        self._written = ("", 0)
        if note_id == self._begun and text is not None:
            self._begun = ""
            if not (new.text.strip() or new.tags or new.color):
                self.delete(note_id)  # it was begun, and nothing was written
                return
        if new != note:
            changed = replace(new, modified=_now())
            act = act if written == note_id else 0
            self._act(lambda: self._library.notes.type(changed, act))
        elif written == note_id:
            self.refresh()  # it was kept as it was written, and nobody was told yet

    def keep_typed(self, note_id: str, text: str, tags: Sequence[str]) -> None:
        """Keep what is being written, at every key; `edit` ends it, and makes it one act."""
        note = self.get(note_id)
        if note is None:
            return
        written, act = self._written
        new = replace(note, text=text, tags=tuple(dict.fromkeys(tags)))
        if new == note:
            return
        changed = replace(new, modified=_now())
        # what cannot be written is told once, at the end, and not at every key
        with suppress(TalkreaderError):
            act = self._library.notes.type(changed, act if written == note_id else 0)
            self._written = (note_id, act)

    def delete(self, note_id: str) -> None:
        """Delete a note; `undo` brings it back."""
        self._act(lambda: self._library.notes.delete(note_id))

    def undo(self) -> bool:
        """Take back the last act on notes, also one of an earlier session; False: it failed."""
        notes = self._library.notes
        return self._travel(notes.undo, notes.undoes_more_than)

    def redo(self) -> bool:
        """Do again what `undo` took back; return as that does."""
        notes = self._library.notes
        return self._travel(notes.redo, notes.redoes_more_than)

    def can_undo(self) -> bool:
        """Return True when there is an act to take back, and nothing is being undone now."""
        return not self._travels and self._library.notes.can_undo()

    def can_redo(self) -> bool:
        """Return True when there is an act to do again, and nothing is being undone now."""
        return not self._travels and self._library.notes.can_redo()

    def _travel(
        self, act: Callable[[], list[str]], changes_more_than: Callable[[int], bool]
    ) -> bool:
        if self._travels:
            return False  # what stands last in the journal is being undone already
        if changes_more_than(AT_ONCE):
            self._travel_beside(act)
            return True
        changed: list[str] = []
        if not self._act(lambda: changed.extend(act())):
            return False
        # of many that one act changed, none is the one to look at
        if len(changed) == 1 and self.get(changed[0]) is not None:
            self.note_restored.emit(changed[0])
        return True

    def _travel_beside(self, act: Callable[[], list[str]]) -> None:
        """Undo in a job: a tag named otherwise may be on thousands of notes."""

        def work(progress: Progress) -> object:
            progress.check()
            return act()

        job = Job(work)
        job.finished.connect(self.refresh)
        job.failed.connect(self.failed)
        job.ended.connect(self._arrive)
        self._travels = True
        self.travelling.emit(True)
        self._runner.start(job)

    def _arrive(self) -> None:
        self._travels = False
        self.travelling.emit(False)

    def choose(self, note_id: str) -> None:
        """Make a note the chosen one, "" for none."""
        if note_id != self.chosen:
            self.chosen = note_id
            self.chosen_changed.emit(note_id)

    def at(self, comment: int, offset: int) -> str:
        """Return the id of the note on a character of a comment, "" when there is none.

        Of several, the chosen one; else the newest.
        """
        here = self.all_at(comment, offset)
        return self.chosen if self.chosen in here else here[0] if here else ""

    def all_at(self, comment: int, offset: int) -> list[str]:
        """Return the ids of all notes on a character of a comment, the newest first."""
        return [
            placed.note.id
            for placed in reversed(self.placed)
            if placed.comment == comment
            and (placed.start <= offset <= placed.end or placed.start == placed.end)
        ]

    def on_comment(self, comment: int) -> list[str]:
        """Return the ids of all notes on a comment and its words, the newest first."""
        here = (placed.note.id for placed in reversed(self.placed) if placed.comment == comment)
        return list(dict.fromkeys(here))

    def look_up(self, note: Note, then: Callable[[Place], object]) -> None:
        """Tell the comment that a note is about, on the page where it stands today.

        That page is read beside the window. Page 0 when the library has no such page.
        """
        self._standing.look_up(note, then)

    def find_old_copy(self, note: Note, then: Callable[[Place], object]) -> None:
        """Tell the comment of a note in the newest older copy of its page that has its words.

        Read as by `look_up`. Page 0 when the library has no such copy.
        """
        self._standing.find_old_copy(note, then)

    def known_tags(self) -> list[str]:
        """Return the tags of the library's notes and codebook, and those above them, sorted."""
        codes = (code.tag for code in self._library.codes.all())
        tags = {*self._library.notes.tags(), *codes}
        return sorted({level for tag in tags for level in levels(tag)})

    def count_everywhere(self) -> int:
        """Return how many notes the library has."""
        return self._library.notes.count()

    def everywhere(self) -> list[Note]:
        """Return the notes of the whole library."""
        return list(self._library.notes.all())

    def code(self, selection: Selection, tag: str, color: Color | None) -> str:
        """Put a tag on words, on the note that is about just these when there is one.

        Return that note's id, "" when it failed.
        """
        targets = self._targets(selection)
        for placed in self.placed:
            if placed.state is AnchorState.EXACT and placed.note.targets == targets:
                self.edit(placed.note.id, tags=(*placed.note.tags, tag))
                return placed.note.id
        return self._add(targets, color, "", (tag,))

    def _act(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except TalkreaderError as error:
            self.failed.emit(error)
            return False
        self.refresh()
        return True

    def refresh(self) -> None:
        """Place the notes as they are now: somebody wrote."""
        self._place_again()
        self.written.emit()

    def notice(self) -> None:
        """Place the notes as they are now when another window wrote since the last time."""
        with suppress(TalkreaderError):  # whoever reads a note next is told of it
            version = self._library.notes.version()
            if version != self._version:
                self._version = version
                self.refresh()

    def _place_again(self) -> None:
        if self.page is None:
            self.placed = ()
        else:
            from talkreader.reading import notes_on

            self.placed = self._standing.places(notes_on(self._library, self.page), self.page)
        self.changed.emit(self.placed)


def _words_within(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a selection without the space around its words; one of space alone stays."""
    words = text[start:end]
    if not words.strip():
        return start, end
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _now() -> datetime:
    return datetime.now(UTC)
