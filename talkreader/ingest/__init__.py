"""The way in: archives are opened, understood and stored, page by page.

What opens and understands is imported when a file must be read: one that is stored already opens
without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.domain.errors import ArchiveError, Cancelled, TalkreaderError
from talkreader.domain.importing import Choice, ImportReport, RunState
from talkreader.domain.paths import path_text
from talkreader.domain.progress import Progress
from talkreader.domain.thread import ParsedPage
from talkreader.ingest.describing import describe_page, join_copies, use_copy
from talkreader.ingest.files import are_more_than, files_under, list_files
from talkreader.ingest.options import Options
from talkreader.ingest.reading import Reader
from talkreader.ingest.rereading import Reread, read_again
from talkreader.ingest.run import PageListener, Run
from talkreader.ingest.understanding import Understanding

if TYPE_CHECKING:
    from talkreader.archives import Hints
    from talkreader.store import Library

__all__ = [
    "Choice",
    "ImportReport",
    "Options",
    "PageListener",
    "Reread",
    "are_more_than",
    "describe_page",
    "files_under",
    "import_files",
    "import_path",
    "import_text",
    "join_copies",
    "read_again",
    "understand",
    "use_copy",
]

_ALL = Options()

LARGE = 2 << 20
"""Bytes as stored from which on a process of its own reads: it takes a moment to start."""


def understand(
    path: Path,
    hints: Hints | None = None,
    progress: Progress | None = None,
    *,
    given: bytes | None = None,
) -> Iterator[ParsedPage]:
    """Yield the pages of a file, understood, without storing anything.

    ``given`` are its bytes where it is no file.
    Raises: ArchiveError, after the pages before the damage.
    """
    from talkreader import archives, parsing

    if given is None:
        archive = archives.open_archive(path, progress, hints)
    else:
        archive = archives.open_bytes(given, str(path), hints, progress)
    for raw in archive.pages():
        yield parsing.parse(raw)


def import_path(
    path: Path,
    library: Library,
    progress: Progress | None = None,
    *,
    hints: Hints | None = None,
    on_page: PageListener | None = None,
    reported: bool = False,
) -> ImportReport:
    """Store the pages of a file; ``on_page`` is told of each as soon as it can be read.

    ``reported``: the library keeps the report of a small file as well.
    A file that was imported before and has not changed is not read again.
    Raises: ArchiveError: nothing could be read; LibraryError; Cancelled (stored pages stay).
    """
    report = import_files(
        [path],
        library,
        progress,
        options=Options(hints, alone=True, reported=reported),
        on_page=on_page,
    )
    if not report.page_count:
        raise report.damage or _nothing(report)
    return report


def import_files(
    paths: Sequence[Path],
    library: Library,
    progress: Progress | None = None,
    *,
    options: Options = _ALL,
    on_page: PageListener | None = None,
) -> ImportReport:
    """Store the pages of files and of all files in folders; what is wrong with one stops no other.

    What is stored already is not understood again: a file that has not changed, a page whose text
    is known. What is wrong with a file that is opened alone is raised; of several it is reported.

    Raises: LibraryError; WorkerLost; Cancelled: what was stored stays, and the library has the
    report.
    """
    progress = progress or Progress()
    wanted = list_files(paths)
    alone, dry = options.alone, options.dry
    large = wanted.size >= LARGE
    opened = alone and not large and not options.reported
    run = Run(library, progress, on_page, size=wanted.size, many=not opened, dry=dry)
    run.leave_out(wanted)
    log = None if dry or opened else library.imports
    named = tuple(map(path_text, paths))
    number = log.begin(run.report(named, RunState.RUNNING)) if log else 0
    state = RunState.FAILED
    try:
        if large:
            # another process has its price in modules, which a page that is opened does not pay
            from talkreader.ingest.worker import read_elsewhere

            # closed at once: where a page cannot be stored, nobody reads on meanwhile
            with closing(
                read_elsewhere(wanted.files, options, library.folder, progress)
            ) as messages:
                run.take_all(messages)
        else:
            reader = Reader(wanted.files, options, library, progress)
            run.take_all(Understanding(options, library).messages(reader.found()))
        state = RunState.DONE
    except Cancelled:
        state = RunState.STOPPED
        raise
    except TalkreaderError as error:
        run.fail(error)
        raise
    finally:
        report = run.report(named, state)
        told = report.page_count or len(paths) > 1
        if log is None and not dry and told and (report.left_out or report.losses):
            log, number = library.imports, library.imports.begin(report)  # it has something to say
        if log:
            log.finish(number, report)
    if alone and len(paths) == 1 and not report.page_count and not report.read_and_skipped:
        raise run.refusal or report.damage or _nothing(report)
    return replace(report, id=number)


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

    progress = progress or Progress()
    archive = archives.open_text(text, hints)
    run = Run(library, progress, on_page, size=None, many=False)
    options = Options(hints, alone=True)
    reader = Reader((), options, library, progress)
    run.take_all(Understanding(options, library).messages(reader.found_in(archive)))
    report = run.report(())
    if not report.page_count:
        raise _nothing(report)
    return report


def _nothing(report: ImportReport) -> ArchiveError:
    return ArchiveError(
        "{path} holds no discussion: none of its pages ({count}) has a signed comment; "
        "choose an export of talk pages",
        path=report.path or "The pasted text",
        count=report.read_and_skipped,
    )
