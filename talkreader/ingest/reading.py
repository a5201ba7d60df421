"""Reads files and cuts their pages: the half of an import that needs no writing."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

from talkreader.domain.errors import ArchiveError, DamagedArchive, TalkreaderError
from talkreader.domain.importing import Choice, Skip
from talkreader.domain.page import BOARD, RawPage
from talkreader.domain.paths import path_text
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.domain.records import dataclass
from talkreader.domain.thread import ParsedPage
from talkreader.ingest.files import Stamp, lasting, stamp_of
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
from talkreader.ingest.unit_pages import UnitPages, is_translation, may_have_units

if TYPE_CHECKING:
    from talkreader.archives import Archive, Hints
    from talkreader.archives.document import FoldMaker, Loss, RevisionFold
    from talkreader.ingest.helper import Helpers
    from talkreader.store import Library

DETAILED = 20
"""So many pages of an import are stored with their marks; the rest get theirs when shown."""


@dataclass(frozen=True, slots=True)
class Options:
    """How files are to be read.

    ``alone``: each file is opened to be read, so that its only page counts whatever it is.
    ``dry``: pages are counted, and nothing is stored. ``reported``: what became of them is kept
    however little they are, for they are imported, and not only opened.
    """

    hints: Hints | None = None
    choice: Choice = field(default_factory=Choice)
    alone: bool = False
    dry: bool = False
    reported: bool = False


class Reader:
    """Reads files; ``library`` is only asked what it has. ``helpers`` take the pages they can."""

    def __init__(
        self,
        files: Sequence[Path],
        options: Options,
        library: Library,
        progress: Progress,
        helpers: Helpers | None = None,
    ) -> None:
        self._helpers = helpers
        self._files = files
        self._options = options
        self._pages = library.pages
        self._labels: Mapping[str, str] = library.known_labels()
        self._progress = progress
        self._behind = 0
        self._read = 0
        self._given = 0
        self._shared_out = 0
        self._left: list[Message] = []

    def messages(self) -> Iterator[Message]:
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

    def pages_of(self, archive: Archive) -> Iterator[Message]:
        """Yield what is in one archive. Raises: ArchiveError."""
        only: RawPage | None = None
        damage: DamagedArchive | None = None
        given = self._given
        units = UnitPages()
        try:
            for raw, is_only in self._looked_ahead(archive):
                only = raw if is_only else None
                yield from self._left_out()
                if units.take(raw):
                    yield PageSkipped(Skip.NO_DISCUSSION, raw.title)
                    continue
                yield from units.heard(self.page(raw) if is_only else self._shared(raw))
        except DamagedArchive as error:
            damage = error
        if self._helpers is not None:
            yield from units.heard(self._helpers.made(self.page, all_of_it=True))
        yield from self._left_out()
        for raw in units.pages(lambda key: bool(self._pages.versions(key))):
            yield from self.page(raw)
        # the only page of a file is shown whatever it is
        if only is not None and self._given == given:
            yield from self._give(only, self._parse(only))
        if damage is not None:
            raise damage

    def _looked_ahead(self, archive: Archive) -> Iterator[tuple[RawPage, bool]]:
        """Yield the pages of an archive, and whether it is the only one of a file opened alone.

        Raises: ArchiveError, after the pages before.
        """
        held: RawPage | None = None
        damage: DamagedArchive | None = None
        try:
            for count, raw in enumerate(archive.pages(self._leave_out, self._fold(), self._lose)):
                if not count and self._options.alone:
                    held = raw
                    continue
                if held is not None:
                    yield held, False
                    held = None
                yield raw, False
        except DamagedArchive as error:
            damage = error
        if held is not None:
            yield held, True
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
        return self._pages.find_file(path_text(path.resolve()), *stamp)

    def _file(self, path: Path, stamp: Stamp | None) -> Iterator[Message]:
        from talkreader import archives

        self._read = 0
        began = time_ns()
        name = path_text(path)
        try:
            archive = archives.open_archive(
                path, self._progress.heard_by(self._hear), self._options.hints
            )
            yield Began(name, archive.description)
            yield from self._told(self.pages_of(archive))
        except DamagedArchive as error:
            yield Ended(name, None, Trouble.of(error))
        except ArchiveError as error:
            yield FileRefused(name, Trouble.of(error))
        else:
            unchanged = stamp is not None and stamp == stamp_of(path)
            yield Ended(name, lasting(stamp, began) if stamp and unchanged else None, None)

    def _told(self, messages: Iterator[Message]) -> Iterator[Message]:
        """Yield the messages, with how far the file was read in between."""
        told = 0
        for message in messages:
            yield message
            if self._read > told:
                told = self._read
                yield BytesRead(self._behind + told)

    def _hear(self, report: ProgressReport) -> None:
        self._read = report.done

    def _leave_out(self, name: str, error: ArchiveError | None) -> None:
        self._left.append(FileRefused(name, None if error is None else Trouble.of(error)))

    def _lose(self, loss: Loss) -> None:
        trouble = Trouble.of(loss.error)
        self._left.append(PageTrouble(loss.title, loss.line, trouble, loss.pages))

    def _left_out(self) -> Iterator[Message]:
        yield from self._left
        self._left.clear()

    def _shared(self, raw: RawPage) -> Iterator[Message]:
        """Yield what becomes of a page, or of others that the helpers are done with."""
        helpers = self._helpers
        self._shared_out += 1
        if helpers is None or may_have_units(raw):  # whether the original of units is kept is heard
            yield from self.page(raw)
            return
        # what is shown first does not wait for others
        if not helpers.take(raw, at_once=self._shared_out <= DETAILED):
            yield from self.page(raw)
        yield from helpers.made(self.page)

    def page(self, raw: RawPage) -> Iterator[Message]:
        """Yield what becomes of a page."""
        unwanted = self._unwanted(raw)
        if unwanted is not None:
            yield PageSkipped(unwanted, raw.title)
            return
        from talkreader.store.cutting import copied, identity

        if not raw.title:
            raw = self._as_described(raw)
        found, stored = self._pages.find_text(*identity(raw))
        if found is not None:
            self._given += 1
            yield PageKnown(found, copied(raw), raw.changes)
            return
        try:
            parsed = self._parse(raw)
        except Exception as bug:  # a page that cannot be understood must not stop the others
            logging.getLogger(__name__).exception("page %s", raw.title)
            yield PageTrouble(raw.title, raw.origin.line, _unexpected(raw, bug))
            return
        if not _worth_keeping(parsed):
            yield PageSkipped(Skip.NO_DISCUSSION, raw.title)
            return
        yield from self._give(raw, parsed, stored=stored)

    def _as_described(self, raw: RawPage) -> RawPage:
        """Return a page without a title as the person said what it is when its file came before.

        Only when a comment is there that was there then: files are written over.
        """
        known = self._pages.titled_of(str(Path(raw.origin.path).resolve()), raw.origin.member)
        if known is None:
            return raw
        from talkreader.store.cutting import cut

        described = replace(
            raw,
            title=known.title,
            site=raw.site or known.site,
            language=raw.language or known.language,
            namespace=known.namespace if raw.namespace is None else raw.namespace,
        )
        signed = cut(self._parse(described), detail=False).signed
        return raw if signed.isdisjoint(self._pages.signed_on(known.id)) else described

    def _give(self, raw: RawPage, parsed: ParsedPage, *, stored: bool = False) -> Iterator[Message]:
        from talkreader.store.cutting import cut

        self._given += 1
        if self._options.dry:
            yield PageCounted(raw.title, len(parsed.comments), stored)
            return
        page = cut(parsed, detail=self._given <= DETAILED)
        yield PageRead(page, raw.origin.line, raw.warnings, raw.changes)

    def _parse(self, raw: RawPage) -> ParsedPage:
        from talkreader import parsing

        return parsing.parse(raw, self._labels, detail=self._given < DETAILED)

    def _unwanted(self, raw: RawPage) -> Skip | None:
        """Return why a page is not wanted, None when it is."""
        choice = self._options.choice
        if BOARD in raw.warnings:
            return Skip.BOARD
        if (
            choice.namespaces is not None
            and raw.namespace is not None
            and raw.namespace not in choice.namespaces
        ):
            return Skip.NAMESPACE
        changed = raw.revision.timestamp
        if choice.since is not None and changed is not None and changed < choice.since:
            return Skip.NOT_SINCE
        return None


def _unexpected(raw: RawPage, bug: Exception) -> Trouble:
    error = TalkreaderError(
        "The page “{title}” could not be understood ({reason}), which is a mistake of talkreader;"
        " the other pages were read",
        title=raw.title,
        reason=f"{type(bug).__name__}: {bug}",
    )
    return Trouble.of(error)


def _worth_keeping(page: ParsedPage) -> bool:
    """Say whether a page is a discussion, or the translation of one.

    A discussion has a comment, or is a talk page with words.
    """
    return (
        bool(page.comments)
        or (_is_talk(page.raw) and bool(page.text.strip()))
        or is_translation(page.raw)
    )


def _is_talk(raw: RawPage) -> bool:
    return raw.namespace is not None and raw.namespace > 0 and raw.namespace % 2 == 1
