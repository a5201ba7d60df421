"""Where the notes of the page that is read stand, on it and on the pages they went to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.note import AnchorState, Note, Placed, Target
from talkreader.domain.page import PageInfo, PageKey
from talkreader.domain.progress import Progress
from talkreader.reading import ReadingPage
from talkreader.ui.jobs import Job, JobRunner
from talkreader.ui.places import Place

if TYPE_CHECKING:
    from talkreader.anchoring import AnchorPage
    from talkreader.store import Library


class Standing(QObject):
    """Places notes; those that their page has lost are looked for beside the window.

    ``found``: some of them stand otherwise than was told. ``failed`` carries an exception.
    """

    found = Signal()
    failed = Signal(object)

    def __init__(self, library: Library, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._runner = runner
        self._page: ReadingPage | None = None
        self._anchors: AnchorPage | None = None
        self._sought: dict[str, tuple[Target, ...]] = {}
        self._found: dict[str, list[Placed]] = {}

    def show_page(self, page: ReadingPage | None) -> None:
        """Turn to another page, whose notes are placed."""
        self._page, self._anchors = page, None
        placed = page.notes if page is not None else ()
        notes = {place.note.id: place.note for place in placed}
        self._sought = {note.id: note.targets for note in notes.values()}
        self._found = {note_id: [] for note_id in notes}
        for place in placed:
            self._found[place.note.id].append(place)
        if page is not None and not page.followed:
            self._follow(page, list(notes.values()))

    def places(self, notes: Sequence[Note], page: ReadingPage) -> tuple[Placed, ...]:
        """Return where notes stand; looked for are only those whose targets are new or changed.

        A page with hundreds of lost notes would else be searched for all of them at every act.
        """
        new = [note for note in notes if self._sought.get(note.id) != note.targets]
        if new:
            from talkreader.reading import is_unsure, places_here

            for note in new:
                self._sought[note.id], self._found[note.id] = note.targets, []
            placed = places_here(self.anchors(page), new)
            for place in placed:
                self._found[place.note.id].append(place)
            if is_unsure(page.info.key, placed) or len({one.note.id for one in placed}) < len(new):
                self._follow(page, new)
        return tuple(
            replace(placed, note=note) for note in notes for placed in self._found[note.id]
        )

    def look_up(self, note: Note, then: Callable[[Place], object]) -> None:
        """Tell the comment that a note is about, on the page where it stands today.

        That page is read beside the window. Page 0 when the library has no such page.
        """
        self._ask(lambda: _stands_at(self._library, note), then)

    def find_old_copy(self, note: Note, then: Callable[[Place], object]) -> None:
        """Tell the comment of a note in the newest older copy of its page that has its words.

        Read as by `look_up`. Page 0 when the library has no such copy.
        """
        shown = self._page.info if self._page is not None else None
        self._ask(lambda: _old_copy(self._library, note, shown), then)

    def _ask(self, question: Callable[[], Place], then: Callable[[Place], object]) -> None:
        def work(progress: Progress) -> object:
            progress.check()
            return question()

        job = Job(work)
        job.finished.connect(then)
        job.failed.connect(self.failed)
        self._runner.start(job)

    def anchors(self, page: ReadingPage) -> AnchorPage:
        """Return the page that is read, as anchoring sees it."""
        if self._anchors is None:
            from talkreader.reading import anchors_of

            self._anchors = anchors_of(page)
        return self._anchors

    def _follow(self, page: ReadingPage, notes: Sequence[Note]) -> None:
        """Look beside the window for notes on the pages where they may stand by now."""
        anchors = self.anchors(page)

        def work(progress: Progress) -> object:
            from talkreader.reading import places_on

            progress.check()
            return places_on(self._library, page.info.key, anchors, notes)

        job = Job(work)
        job.finished.connect(lambda placed: self._learn(page, notes, placed))
        job.failed.connect(self.failed)
        self._runner.start(job)

    def _learn(self, page: ReadingPage, notes: Sequence[Note], placed: tuple[Placed, ...]) -> None:
        if self._page is not page:
            return
        found: dict[str, list[Placed]] = {note.id: [] for note in notes}
        for place in placed:
            found[place.note.id].append(place)
        # a note that was put elsewhere meanwhile is known better already
        same = [note.id for note in notes if self._sought.get(note.id) == note.targets]
        if any(self._found[note_id] != found[note_id] for note_id in same):
            self._found |= {note_id: found[note_id] for note_id in same}
            self.found.emit()


def _stands_at(library: Library, note: Note) -> Place:
    target = note.targets[0]
    own = library.place_of(target)
    if own.index is None:
        from talkreader.reading import follow

        lost = Placed(note, 0, AnchorState.LOST, None, 0, 0, 0.0)
        away = follow(library, [lost])[0].elsewhere
        if away is not None:
            return Place(away.page, away.name, away.occurrence)
    return Place(own.page, target.comment, target.occurrence)


def _old_copy(library: Library, note: Note, shown: PageInfo | None) -> Place:
    target = note.targets[0]
    key = PageKey(target.site, target.title)
    if shown is not None and not (key.title or key.text):
        key = shown.key  # it may be about any page without a title
    most, best = 0, 0
    for info in reversed(library.pages.versions(key)):
        if shown is not None and info.id == shown.id:
            continue
        texts = [comment.body.text for comment in library.pages.contents(info.id).comments]
        there = sum(any(one.exact in text for text in texts) for one in note.targets)
        if there > most:
            most, best = there, info.id
        if there == len(note.targets):
            break
    return Place(best, target.comment, target.occurrence) if best else Place(0)
