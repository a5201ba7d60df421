"""The way in: archives are opened, understood and stored, page by page.

What opens and understands is imported when a file must be read: one that is stored already opens
without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.domain.errors import ArchiveError, DamagedArchive, TalkreaderError
from talkreader.domain.page import PageInfo, RawPage
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.domain.thread import ParsedPage

if TYPE_CHECKING:
    from talkreader.archives import Archive, Hints
    from talkreader.store import BulkWriter, Library

_DETAILED = 20
"""So many pages of a file are stored with their marks; the rest get theirs when shown."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of one file.

    ``pages`` are those stored now or before, in the file's order; ``known``: the file was not read
    again, for it has not changed. ``skipped`` counts pages without a discussion in a file of many.
    ``damage`` is why reading stopped early; what came before is stored. ``warnings`` are English
    sentences with the page's title before them.
    """

    path: str
    description: str = ""
    pages: tuple[PageInfo, ...] = ()
    comments: int = 0
    skipped: int = 0
    known: bool = False
    damage: TalkreaderError | None = None
    warnings: tuple[str, ...] = field(default=())


PageListener = Callable[[PageInfo], None]


def understand(
    path: Path, hints: Hints | None = None, progress: Progress | None = None
) -> Iterator[ParsedPage]:
    """Yield the pages of a file, understood, without storing anything.

    Raises: ArchiveError, after the pages before the damage.
    """
    from talkreader import archives, parsing

    archive = archives.open_archive(path, progress, hints)
    for raw in archive.pages():
        yield parsing.parse(raw)


def import_path(
    path: Path,
    library: Library,
    progress: Progress | None = None,
    *,
    hints: Hints | None = None,
    on_page: PageListener | None = None,
) -> ImportReport:
    """Store the pages of a file; ``on_page`` is told of each as soon as it can be read.

    A file that was imported before and has not changed is not read again.
    Raises: ArchiveError: nothing could be read; LibraryError; Cancelled (stored pages stay).
    """
    progress = progress or Progress()
    told = on_page or _nobody
    stamp = _stamp(path)
    if stamp is not None and hints is None:
        known = _known(library, path, stamp)
        if known:
            for info in known:
                told(info)
            comments = sum(info.comments for info in known)
            return ImportReport(str(path), known[0].origin.container, known, comments, known=True)
    from talkreader import archives

    work = _Import(library, progress, told)
    archive = archives.open_archive(path, progress.heard_by(work.read_on), hints)
    report = work.store(archive, str(path))
    if stamp is not None and report.damage is None and stamp == _stamp(path):
        ids = [info.id for info in report.pages]
        library.pages.remember_file(str(path.resolve()), *stamp, ids)
    return report


def import_text(
    text: str,
    library: Library,
    progress: Progress | None = None,
    *,
    hints: Hints | None = None,
    on_page: PageListener | None = None,
) -> ImportReport:
    """Store the page that a pasted text holds. Raises as `import_path` does."""
    from talkreader import archives

    archive = archives.open_text(text, hints)
    return _Import(library, progress or Progress(), on_page or _nobody).store(archive, "")


def files_under(paths: Sequence[Path]) -> list[Path]:
    """Return the files named, folders replaced by the files below them, in order of name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(path.rglob("*"))
            found += [
                file
                for file in inside
                if file.is_file()
                and not any(part.startswith(".") for part in file.relative_to(path).parts)
            ]
        else:
            found.append(path)
    return found


def _nobody(_info: PageInfo) -> None:
    """Be told of a page and do nothing."""


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return size and time of change of a file; None when it cannot be seen."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns


def _known(library: Library, path: Path, stamp: tuple[int, int]) -> tuple[PageInfo, ...]:
    infos = []
    for page_id in library.pages.find_file(str(path.resolve()), *stamp):
        try:
            infos.append(library.pages.get(page_id))
        except KeyError:
            return ()
    return tuple(infos)


class _Import:
    """One file on its way into the library: what came of it so far, and how far it is."""

    def __init__(self, library: Library, progress: Progress, told: PageListener) -> None:
        self._library = library
        self._progress = progress
        self._told = told
        self._stored: list[PageInfo] = []
        self._warnings: list[str] = []
        self._comments = 0
        self._skipped = 0
        self._bytes: tuple[int, int | None] = (0, None)

    def read_on(self, report: ProgressReport) -> None:
        """Hear how many bytes of the file were read; pages and comments are counted here."""
        self._bytes = (report.done, report.total)
        self._report("")

    def store(self, archive: Archive, path: str) -> ImportReport:
        """Return the report of a file whose pages are stored as they come."""
        from talkreader import parsing

        known = self._library.known_labels()
        only: ParsedPage | None = None
        damage: DamagedArchive | None = None
        with self._library.pages.bulk() as writer:
            try:
                for raw in archive.pages():
                    detail = len(self._stored) < _DETAILED
                    page = parsing.parse(raw, known, detail=detail)
                    if _worth_keeping(page):
                        self._keep(writer, page)
                        self._report(raw.title)
                    else:
                        only = None if self._skipped else page
                        self._skipped += 1
            except DamagedArchive as error:
                if not self._stored and only is None:
                    raise
                damage = error
            if only is not None and not self._stored:
                self._skipped = 0  # the only page of a file is shown whatever it is
                self._keep(writer, only)
        if not self._stored:
            raise ArchiveError(
                "{path} holds {count} pages, but no discussion: no page has a signed comment; "
                "choose an export of talk pages",
                path=path or "The pasted text",
                count=self._skipped,
            )
        return ImportReport(
            path=path,
            description=archive.description,
            pages=tuple(self._stored),
            comments=self._comments,
            skipped=self._skipped,
            damage=damage,
            warnings=tuple(self._warnings),
        )

    def _keep(self, writer: BulkWriter, page: ParsedPage) -> None:
        info = writer.save(page, detail=len(self._stored) < _DETAILED)
        self._stored.append(info)
        self._comments += info.comments
        self._warnings += [f"{page.raw.title}: {warning}" for warning in page.raw.warnings]
        self._told(info)

    def _report(self, title: str) -> None:
        done, total = self._bytes
        self._progress.report(ProgressReport(done, total, len(self._stored), self._comments, title))


def _worth_keeping(page: ParsedPage) -> bool:
    """Say whether a page is a discussion: it has a comment, or is a talk page with words."""
    return bool(page.comments) or (_is_talk(page.raw) and bool(page.text.strip()))


def _is_talk(raw: RawPage) -> bool:
    return raw.namespace is not None and raw.namespace > 0 and raw.namespace % 2 == 1
