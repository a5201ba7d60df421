"""The codebook: every act on a code is kept at once, in all notes, and one undo takes it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from talkreader.domain.code import Code, CodeUse, nearest_highlight
from talkreader.domain.errors import ExportError
from talkreader.domain.note import Color
from talkreader.domain.progress import Progress
from talkreader.ui.jobs import Job, JobRunner
from talkreader.ui.session.noting import Noting, Selection

if TYPE_CHECKING:
    from talkreader.store import Library

RECENT = 5


class Coding(QObject):
    """``changed`` carries the codebook as a tuple of `CodeUse`, in the order of its tree.

    ``taken`` carries how many codes of a file were new, and how many it had. ``failed`` an
    exception: nothing was changed then.
    """

    changed = Signal(object)
    taken = Signal(object, object)
    given = Signal(object)
    failed = Signal(object)

    def __init__(
        self, library: Library, notes: Noting, runner: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._notes = notes
        self._runner = runner
        self._asked = False
        self._reading = False
        self.book: tuple[CodeUse, ...] = ()
        self.recent: list[str] = []

    def refresh(self) -> None:
        """Read the codebook and count its notes; ``changed`` follows."""
        if self._reading:
            self._asked = True  # what is read now may be older than what was asked for
            return
        self._reading = True
        self._do(self._library.codes.book, self._take)

    def _take(self, book: list[CodeUse]) -> None:
        self._reading = False
        self.book = tuple(book)
        self.changed.emit(self.book)
        if self._asked:
            self._asked = False
            self.refresh()

    def find(self, tag: str) -> CodeUse | None:
        """Return a code as the codebook was last read; None when it is not in it."""
        return next((use for use in self.book if use.code.tag == tag), None)

    def put(self, code: Code) -> None:
        """Keep what a tag means."""
        self._change(lambda: self._library.codes.put(code))

    def rename(self, old: str, new: str) -> None:
        """Call a tag and all below it otherwise, in all notes; one of that name is merged."""
        self.recent = [new if tag == old else tag for tag in self.recent]
        self._change(lambda: self._library.codes.rename(old, new))

    def delete(self, tag: str) -> None:
        """Take a tag and all below it off all notes."""
        self._change(lambda: self._library.codes.delete(tag))

    def apply(self, selection: Selection, tag: str, color: Color | None) -> str:
        """Code words; in the colour nearest to the code's own. Return the note's id, "" if none."""
        use = self.find(tag)
        own = use.code.color if use is not None else ""
        self.recent = [tag, *(each for each in self.recent if each != tag)][:RECENT]
        return self._notes.code(selection, tag, nearest_highlight(own) if own else color)

    def take_in(self, path: Path) -> None:
        """Take the codes of a file that are not here; ``taken`` follows."""

        def work() -> tuple[int, int]:
            from talkreader.exporting.codebook import read_codebook

            try:
                data = path.read_bytes()
            except OSError as error:
                reason = error.strerror or str(error)
                raise ExportError(
                    "{path} cannot be read ({reason}).", path=str(path), reason=reason
                ) from error
            found = read_codebook(data)
            return self._library.codes.add_missing(found), len(found)

        self._change(work, self._say_taken)

    def _say_taken(self, counts: tuple[int, int]) -> None:
        self.taken.emit(*counts)

    def give_out(self, path: Path) -> None:
        """Write the codebook, as a table or for other programs; ``given`` carries the path."""

        def work() -> Path:
            from talkreader.exporting import codebook, write

            book = self._library.codes.book()
            if path.suffix.lower() == ".csv":
                write(path, codebook.codebook_to_csv(book))
            else:
                write(path, codebook.codebook_to_qdc(use.code for use in book))
            return path

        self._do(work, self.given.emit)

    def _change(self, act: Callable[[], object], then: Callable[..., object] | None = None) -> None:
        def finish(result: object) -> None:
            self._notes.refresh()
            self.refresh()
            if then is not None:
                then(result)

        self._do(act, finish)

    def _do(self, act: Callable[[], object], then: Callable[..., object]) -> None:
        """Work beside the window: a tag may be on thousands of notes."""

        def work(progress: Progress) -> object:
            progress.check()
            return act()

        job = Job(work)
        job.finished.connect(then)
        job.failed.connect(self._fail)
        self._runner.start(job)

    def _fail(self, error: Exception) -> None:
        self._reading = False
        self.failed.emit(error)
