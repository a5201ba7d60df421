"""Reads files: the pages that lie in them, and what there is to say of the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

from talkreader.domain.errors import ArchiveError, DamagedArchive
from talkreader.domain.page import RawPage
from talkreader.domain.paths import path_text
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.ingest.files import Stamp, lasting, stamp_of
from talkreader.ingest.messages import (
    Began,
    BytesRead,
    Ended,
    FileKnown,
    FileRefused,
    Found,
    LonePage,
    PageTrouble,
    Trouble,
)
from talkreader.ingest.options import Options

if TYPE_CHECKING:
    from talkreader.archives import Archive
    from talkreader.archives.document import FoldMaker, Loss, RevisionFold
    from talkreader.store import Library


class Reader:
    """Reads files; ``library`` is only asked which of them it has.

    What it finds is to be understood by `talkreader.ingest.understanding.Understanding`.
    """

    def __init__(
        self, files: Sequence[Path], options: Options, library: Library, progress: Progress
    ) -> None:
        self._files = files
        self._options = options
        self._library = library
        self._progress = progress
        self._behind = 0
        self._read = 0
        self._left: list[FileRefused | PageTrouble] = []

    def found(self) -> Iterator[Found]:
        """Yield what is in the files, one after the other. Raises Cancelled."""
        for path in self._files:
            self._progress.check()
            stamp = stamp_of(path)
            known = [] if stamp is None else self._known(path, stamp)
            if known:
                yield FileKnown(path_text(path), known)
            else:
                yield from self._file(path, stamp)
            self._behind += stamp[0] if stamp else 0
            yield BytesRead(self._behind)

    def found_in(self, archive: Archive) -> Iterator[Found]:
        """Yield what is in one archive. Raises: ArchiveError, after the pages before."""
        held: RawPage | None = None
        damage: DamagedArchive | None = None
        try:
            for count, raw in enumerate(archive.pages(self._leave_out, self._fold(), self._lose)):
                yield from self._left_out()
                if not count and self._options.alone:
                    held = raw
                    continue
                if held is not None:
                    yield held
                    held = None
                yield raw
        except DamagedArchive as error:
            damage = error
        if held is not None:
            yield LonePage(held)
        yield from self._left_out()
        if damage is not None:
            raise damage

    def _fold(self) -> FoldMaker | None:
        """Return what folds full histories; nothing when nothing is stored."""
        if self._options.dry:
            return None

        def fold(title: str, language: str, namespaces: Mapping[str, int]) -> RevisionFold:
            from talkreader.parsing.history import HistoryFold

            return HistoryFold(title, language, namespaces)

        return fold

    def _known(self, path: Path, stamp: Stamp) -> list[int]:
        if self._options.hints is not None or not self._options.choice.everything:
            return []
        return self._library.pages.find_file(path_text(path.resolve()), *stamp)

    def _file(self, path: Path, stamp: Stamp | None) -> Iterator[Found]:
        from talkreader import archives

        self._read = 0
        began = time_ns()
        name = path_text(path)
        try:
            archive = archives.open_archive(
                path, self._progress.heard_by(self._hear), self._options.hints
            )
            yield Began(name, archive.description)
            yield from self._told(self.found_in(archive))
        except DamagedArchive as error:
            yield Ended(name, None, Trouble.of(error))
        except ArchiveError as error:
            yield FileRefused(name, Trouble.of(error))
        else:
            unchanged = stamp is not None and stamp == stamp_of(path)
            yield Ended(name, lasting(stamp, began) if stamp and unchanged else None, None)

    def _told(self, found: Iterator[Found]) -> Iterator[Found]:
        """Yield what is found, with how far the file was read in between."""
        told = 0
        for one in found:
            yield one
            if self._read > told:
                told = self._read
                yield BytesRead(self._behind + told)

    def _hear(self, report: ProgressReport) -> None:
        self._read = report.done

    def _leave_out(self, name: str, error: ArchiveError | None) -> None:
        self._left.append(FileRefused(name, None if error is None else Trouble.of(error)))

    def _lose(self, loss: Loss) -> None:
        trouble = Trouble.of(loss.error)
        lost = PageTrouble(loss.title, loss.line, trouble, loss.pages, loss.member)
        self._left.append(lost)

    def _left_out(self) -> Iterator[Found]:
        yield from self._left
        self._left.clear()
