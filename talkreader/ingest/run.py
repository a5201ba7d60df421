"""Stores what is read, counts it, and says in the end what became of it."""

from __future__ import annotations

import json
from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from talkreader.domain.errors import ArchiveError, TalkreaderError
from talkreader.domain.importing import (
    FEW,
    MOST_FILES,
    MOST_WARNINGS,
    FileFate,
    ImportReport,
    Notice,
    RunState,
    Skip,
)
from talkreader.domain.page import CUT_SHORT, OF_THE_FORM, CommentChange, PageInfo, PageKey
from talkreader.domain.paths import path_text
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.ingest.files import FileList
from talkreader.ingest.messages import (
    Began,
    BytesRead,
    Ended,
    FileKnown,
    FileRefused,
    Message,
    PageCounted,
    PageKnown,
    PageRead,
    PageSkipped,
    PageTrouble,
    Trouble,
)
from talkreader.ingest.tally import Tally

if TYPE_CHECKING:
    from talkreader.store import BulkWriter, Library
    from talkreader.store.pages.saved import Saved

_CUT = (
    "This copy ends in the middle and lacks comments; the stored copy, which has {count}, stays the"
    " current one"
)
_EMPTY = (
    "This copy has no signed comments; the stored copy, which has {count}, stays the current one"
)
_GAP = (
    "A part of the dump is missing before this file: the pages with the numbers {start} to {end};"
    " get it as well"
)
_CLOSED = "{path} may not be read; ask its owner, or change its permissions"
PageListener = Callable[[PageInfo], None]


class Run:
    """One import under way; ``size`` is the bytes of all files, ``others`` files beside them.

    ``many``: a collection is imported, of which a later revision that is stored is worth more than
    an older one that comes.
    """

    def __init__(
        self,
        library: Library,
        progress: Progress,
        told: PageListener | None,
        *,
        size: int | None,
        many: bool,
        dry: bool = False,
    ) -> None:
        self._library = library
        self._progress = progress
        self._told = told
        self._size = size
        self._many = many
        self._dry = dry
        self._began = monotonic()
        self._paused = 0.0
        self._started = datetime.now(UTC)
        self._done = 0
        self._title = ""
        self._tally = Tally()
        self._counts = self._tally.counts
        self._skipped: Counter[Skip] = Counter()
        self._warnings: list[Notice] = []
        self._more_warnings = 0
        self._file = ""
        self._description = ""
        self._container = ""
        self._fates: list[FileFate] = []
        self._more_files = 0
        self._before = self._pages_before = 0
        self._skip: Skip | None = None
        self._of_file = array("q")
        self._of_form: set[str] = set()
        self._damage: TalkreaderError | None = None
        self.refusal: TalkreaderError | None = None

    def leave_out(self, wanted: FileList) -> None:
        """Note the files that are left out before reading begins."""
        if wanted.others:
            self._skipped[Skip.OTHER_FILE] += wanted.others
        for file in wanted.left:
            self._end_file(FileFate(path_text(file), why=Skip.OTHER_FILE))
        self._more_files += wanted.others - len(wanted.left)
        for gap in wanted.gaps:
            self._file = path_text(gap.file)
            error = ArchiveError(_GAP, start=gap.start, end=gap.end)
            self._warn("", -1, Trouble.of(error))
        for folder in wanted.closed:
            name = path_text(folder)
            self._refuse(FileRefused(name, Trouble.of(ArchiveError(_CLOSED, path=name))))

    def take_all(self, messages: Iterator[Message]) -> None:
        """Store what comes. Raises: Cancelled, LibraryError; what was stored stays."""
        if self._dry:
            for message in messages:
                self._wait()
                self._take(message, None)
            return
        try:
            with self._library.pages.bulk(lambda: self._progress.cancelled) as writer:
                for message in messages:
                    if self._progress.paused:
                        self._tally.commit(writer)
                        self._wait()
                    self._take(message, writer)
        finally:
            self._tally.settle(writer)
            self._tally.take_back()

    def fail(self, error: TalkreaderError) -> None:
        """Note why the whole import ended."""
        self._damage = self._damage or error
        self._warn("", -1, Trouble.of(error))

    def _wait(self) -> None:
        if self._progress.paused:
            began = monotonic()
            self._tell()
            self._progress.wait_until_resumed()
            self._paused += monotonic() - began

    def _take(self, message: Message, writer: BulkWriter | None) -> None:
        match message:
            case PageRead():
                assert writer is not None  # noqa: S101  a dry run cuts no page
                self._store(message, writer)
            case PageKnown():
                self._meet(message, writer)
            case PageCounted():
                self._counts["changed_pages" if message.stored else "new_pages"] += 1
                self._counts["comments"] += message.comments
                self._tell(message.title)
            case PageSkipped():
                self._skipped[message.why] += 1
                self._skip = message.why
            case PageTrouble():
                self._counts["losses"] += 1
                if message.pages:
                    self._skipped[Skip.UNREADABLE] += message.pages
                    self._skip = Skip.UNREADABLE
                self._warn(message.title, message.line, message.trouble, message.member)
            case BytesRead():
                self._done = message.done
                if writer is not None and self._size:
                    writer.expect(self._done / self._size)
                self._tell()
            case _:
                self._take_file(message, writer)

    def _take_file(self, message: Message, writer: BulkWriter | None) -> None:
        match message:
            case Began():
                self._file = self._container = message.path
                self._description = self._description or message.description
                self._begin_file()
            case FileKnown():
                self._counts["files"] += 1
                self._counts["known_files"] += 1
                self._begin_file()
                for page in message.pages:
                    self._know(page)
                self._end_file(self._fate(message.path, len(message.pages)))
                self._begin_file()
            case FileRefused():
                self._refuse(message)
                if message.file == self._container:
                    self._container = ""
            case Ended():
                self._end(message, writer)

    def _end(self, message: Ended, writer: BulkWriter | None) -> None:
        self._counts["files"] += 1
        self._container = ""
        if writer is not None:
            self._tally.commit(writer)
        damage = None if message.damage is None else message.damage.error()
        pages = self._tally.page_count - self._pages_before
        self._end_file(self._fate(message.path, pages, damage))
        if damage is not None and not pages:
            self._skipped[Skip.REFUSED] += 1
        if message.damage is not None:
            self._damage = self._damage or message.damage.error()
            place = message.damage.params
            line = place.get("line", -1)
            title = str(place.get("title", ""))
            self._warn(title, line if isinstance(line, int) else -1, message.damage)
        elif message.stamp is not None and writer is not None:
            path = str(Path(message.path).resolve())
            self._library.pages.remember_file(path, *message.stamp, self._of_file)
        self._begin_file()

    def _begin_file(self) -> None:
        """Count anew what comes of one file."""
        self._of_file, self._skip = array("q"), None
        self._of_form.clear()
        self._before, self._pages_before = self._counts["comments"], self._tally.page_count

    def _refuse(self, message: FileRefused) -> None:
        if message.trouble is None:
            self._skipped[Skip.OTHER_FILE] += 1
            self._end_file(FileFate(self._whole(message.file), why=Skip.OTHER_FILE))
            return
        self.refusal = self.refusal or message.trouble.error()
        self._skipped[Skip.REFUSED] += 1
        error = message.trouble.error()
        self._end_file(FileFate(self._whole(message.file), why=Skip.REFUSED, error=error))
        self._warn("", -1, message.trouble, message.file)

    def _fate(self, file: str, pages: int, error: TalkreaderError | None = None) -> FileFate:
        comments = self._counts["comments"] - self._before
        return FileFate(file, pages, comments, None if pages else self._skip, error)

    def _whole(self, file: str) -> str:
        """Return the name of a file, behind that of the container that is being read."""
        return file if self._container in ("", file) else f"{self._container} › {file}"

    def _end_file(self, fate: FileFate) -> None:
        # what is wrong is named beyond that, at most once again as much
        if len(self._fates) < MOST_FILES * (1 if fate.error is None else 2):
            self._fates.append(fate)
        else:
            self._more_files += 1

    def _store(self, message: PageRead, writer: BulkWriter) -> None:
        saved = writer.put(message.page, keep_newer=self._many)
        self._of_file.append(saved.id)
        if saved.fate == "older":
            self._skipped[Skip.OLDER] += 1
        else:
            self._count_saved(saved, message.line)
        self._tally.settle(writer)
        self._keep(saved.key, message.changes, writer)
        if saved.fate == "older":
            return
        for warning in message.warnings:
            if warning == CUT_SHORT and saved.fate == "aside":
                continue  # it is told with what becomes of the copy
            if warning not in OF_THE_FORM:
                member = json.loads(message.page.copied.origin)[1]
                self._warn(saved.key.title, message.line, Trouble("", warning, {}), member)
            elif warning not in self._of_form:
                self._of_form.add(warning)
                self._warn("", -1, Trouble("", warning, {}))

    def _meet(self, message: PageKnown, writer: BulkWriter | None) -> None:
        """Count a page whose text is stored already; it may have returned to it."""
        info = self._get(message.page)
        if info is None:
            return
        if info.current or writer is None:
            self._know(message.page)
        else:
            self._of_file.append(info.id)
            self._count_saved(writer.meet(info.id, message.copy, keep_newer=self._many))
            self._tally.settle(writer)
        self._keep(info.key, message.changes, writer)

    def _keep(
        self, key: PageKey, changes: tuple[CommentChange, ...], writer: BulkWriter | None
    ) -> None:
        """Keep a page's history."""
        if changes and writer is not None:
            writer.keep_changes(key, changes)
            self._tally.add_history(key)

    def _count_saved(self, saved: Saved, line: int = -1) -> None:
        self._tally.add(saved)
        if saved.fate == "aside":
            why = TalkreaderError(_CUT if saved.info.is_cut_short else _EMPTY, count=saved.kept)
            self._warn(saved.info.title, line, Trouble.of(why), saved.info.origin.member)
        if len(self._tally.pages) < FEW or self._told is not None:
            self._show(saved.info)
        self._tell(saved.key.title)

    def _get(self, page: int) -> PageInfo | None:
        try:
            return self._library.pages.get(page)
        except KeyError:  # forgotten meanwhile
            return None

    def _know(self, page: int) -> None:
        """Count a page that is stored already."""
        self._of_file.append(page)
        self._counts["known_pages"] += 1
        if (info := self._get(page)) is not None:
            self._counts["comments"] += info.comments
            self._show(info)
            self._tell(info.title)

    def _show(self, info: PageInfo) -> None:
        """Let who listens know of a page, and keep the first ones for the report."""
        self._tally.show(info)
        if self._told is not None:
            self._told(info)

    def _warn(self, title: str, line: int, trouble: Trouble, member: str = "") -> None:
        """Keep a warning; ``member`` is the entry of the container that is being read."""
        if len(self._warnings) >= MOST_WARNINGS:
            self._more_warnings += 1
            return
        file = self._whole(member) if member else self._file
        self._warnings.append(Notice(file, title, line, trouble.template, trouble.params))

    def _tell(self, title: str = "") -> None:
        pages = self._tally.page_count
        self._progress.report(
            ProgressReport(
                self._done, self._size, pages, self._counts["comments"], title, self._left()
            )
        )

    def _left(self) -> float | None:
        """Seconds that the rest will take at the pace so far; None too early to say."""
        took = monotonic() - self._began - self._paused
        if self._size is None or took < 2 or not self._done:
            return None
        return took * max(self._size - self._done, 0) / self._done

    def report(self, paths: tuple[str, ...], state: RunState = RunState.DONE) -> ImportReport:
        """Return what became of it so far."""
        return ImportReport(
            paths=paths,
            description=self._description,
            pages=tuple(self._tally.pages),
            skipped=dict(self._skipped),
            damage=self._damage,
            warnings=tuple(self._warnings),
            more_warnings=self._more_warnings,
            fates=tuple(self._fates),
            more_files=self._more_files,
            state=state,
            dry=self._dry,
            started=self._started,
            seconds=monotonic() - self._began - self._paused,
            **{name: self._counts[name] for name in _COUNTED},
        )


_COUNTED = (
    "new_pages changed_pages known_pages aside_pages comments new edited gone files known_files"
    " histories losses"
).split()
