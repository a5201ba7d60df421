"""The commands ``import`` and ``imports``: into the library, and what became of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from talkreader.cli.common import (
    DONE,
    NOT_UNDERSTOOD,
    counted,
    fail,
    library_of,
    named_path,
    page_row,
    print_json,
)
from talkreader.domain.errors import ArchiveError, Cancelled, TalkreaderError
from talkreader.domain.importing import Choice, ImportReport, Notice, RunState, Skip
from talkreader.domain.paths import is_folder
from talkreader.domain.progress import Progress, ProgressReport

if TYPE_CHECKING:
    from talkreader.archives import Hints
    from talkreader.store import Library

_WHY = {
    Skip.NO_DISCUSSION: "without a discussion (articles)",
    Skip.BOARD: "of Structured Discussions (what was said there is not in the file)",
    Skip.NAMESPACE: "of other namespaces",
    Skip.NOT_SINCE: "not changed since",
    Skip.OLDER: "older than what is stored",
    Skip.UNREADABLE: "broken or too large",
    Skip.OTHER_FILE: "beside pages (pictures, scripts)",
    Skip.REFUSED: "that could not be read",
}
_OF_FILES = (Skip.OTHER_FILE, Skip.REFUSED)
_STATES = {
    RunState.RUNNING: "cut short",
    RunState.DONE: "done",
    RunState.STOPPED: "stopped",
    RunState.FAILED: "failed",
}
_HIGHEST = 5000
"""Wikis count their namespaces up to some thousands."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give ``import`` its options."""
    parser.add_argument(
        "paths", nargs="+", type=named_path, metavar="PATH", help="a file or a folder"
    )
    parser.add_argument("--dry-run", action="store_true", help="count, and store nothing")
    parser.add_argument(
        "--namespaces",
        type=namespaces,
        metavar="LIST",
        help='only these: "talk" for all talk pages, or numbers such as 1,3,4',
    )
    parser.add_argument(
        "--since", type=moment, metavar="DATE", help="only pages changed since (2021-09-30)"
    )


def namespaces(text: str) -> frozenset[int]:
    """Return the namespaces that a list names. Raises: ArgumentTypeError."""
    found: set[int] = set()
    for word in text.replace(",", " ").split():
        if word == "talk":
            found |= set(range(1, _HIGHEST, 2))
        elif word.removeprefix("-").isdecimal():
            found.add(int(word))
        else:
            raise argparse.ArgumentTypeError(f"“{word}” is no number of a namespace")
    return frozenset(found)


def moment(text: str) -> datetime:
    """Return the moment that an ISO date or time names. Raises: ArgumentTypeError."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date such as 2021-09-30") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def run(arguments: argparse.Namespace, hints: Hints) -> int:
    """Import files and folders; return the exit status."""
    status = DONE
    rows = []
    with library_of(arguments, read_only=False) as library:
        for path in arguments.paths:
            try:
                report = _import(path, library, arguments, hints)
            except ArchiveError as error:
                status = fail(error)
                continue
            if report.damage is not None:
                status = fail(report.damage)
            rows.append(report_row(report))
            if arguments.format == "text":
                print("\n".join(report_lines(report)))
    if arguments.format == "json":
        print_json(rows)
    return status


def _import(
    path: Path, library: Library, arguments: argparse.Namespace, hints: Hints
) -> ImportReport:
    from talkreader import ingest
    from talkreader.archives import Hints

    choice = Choice(arguments.namespaces, arguments.since)
    options = ingest.Options(
        hints=None if hints == Hints() else hints,
        choice=choice,
        alone=choice.everything and not arguments.dry_run and not is_folder(path),
        dry=arguments.dry_run,
    )
    bar = Bar()
    try:
        if options.alone:
            return ingest.import_path(
                path, library, Progress(bar.show), hints=options.hints, reported=True
            )
        return ingest.import_files([path], library, Progress(bar.show), options=options)
    except (KeyboardInterrupt, Cancelled):
        bar.end()
        print("Stopped; the pages read so far are kept, run it again to go on.", file=sys.stderr)
        raise KeyboardInterrupt from None
    finally:
        bar.end()


class Bar:
    """How far an import is, on a line of the terminal that is written over."""

    def __init__(self) -> None:
        self._shown = 0.0
        self._length = 0

    def show(self, report: ProgressReport) -> None:
        """Show it, a few times in a second; nothing when nobody looks."""
        now = monotonic()
        if now - self._shown < 0.25 or not sys.stderr.isatty():
            return
        self._shown = now
        share = f"{report.done * 100 // report.total:3}% · " if report.total else ""
        left = "" if report.left is None else f" · {duration(report.left)} left"
        pages, comments = counted(report.pages, "page"), counted(report.comments, "comment")
        line = f"{share}{pages} · {comments}{left}"
        self._length = max(self._length, len(line))
        print(f"\r{line:{self._length}}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Clear the line."""
        if self._length:
            print(f"\r{'':{self._length}}\r", end="", file=sys.stderr, flush=True)
            self._length = 0


def duration(seconds: float) -> str:
    """Return a span of time in words: "45 s", "12 min", "3 h 05 min"."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"


def report_row(report: ImportReport) -> dict[str, object]:
    """Return a report as JSON has it; ``pages`` names the first hundred."""
    return {
        "id": report.id,
        "file": report.path,
        "paths": list(report.paths),
        "description": report.description,
        "state": report.state,
        "dry_run": report.dry,
        "started": report.started.isoformat(timespec="seconds"),
        "seconds": round(report.seconds, 1),
        "files": report.files,
        "pages": [page_row(info) for info in report.pages],
        "new_pages": report.new_pages,
        "changed_pages": report.changed_pages,
        "known_pages": report.known_pages,
        "aside_pages": report.aside_pages,
        "comments": report.comments,
        "new_comments": report.new,
        "edited_comments": report.edited,
        "gone_comments": report.gone,
        "histories": report.histories,
        "skipped": report.skipped_pages,
        "skipped_why": dict(report.skipped),
        "unchanged": report.known,
        "damage": str(report.damage) if report.damage else None,
        "warnings": [
            {"file": w.file, "page": w.title, "line": w.line, "text": w.sentence}
            for w in report.warnings
        ],
        "more_warnings": report.more_warnings,
        "each_file": [
            {
                "file": fate.file,
                "pages": fate.pages,
                "comments": fate.comments,
                "why": fate.why,
                "error": str(fate.error) if fate.error else None,
            }
            for fate in report.fates
        ],
        "more_files": report.more_files,
    }


def report_lines(report: ImportReport, most: int = 20) -> list[str]:
    """Return a report for a terminal, with so many warnings at most."""
    if report.known:
        about = " (unchanged since the last import)"
    else:
        about = f" ({report.description})" if report.description and report.files <= 1 else ""
    pages, comments = counted(report.page_count, "page"), counted(report.comments, "comment")
    lines = [f"{report.path}: {pages}, {comments}{about}"]
    if report.known:
        return lines
    changed = [
        f"{count} {words}"
        for count, words in (
            (report.new_pages, "new"),
            (report.changed_pages, "changed"),
            (report.known_pages, "as stored before"),
            (report.aside_pages, "stored beside the current copy"),
        )
        if count
    ]
    if report.changed_pages or report.known_pages or report.aside_pages:
        lines.append(f"  pages: {', '.join(changed)}")
    if report.changed_pages and not report.dry:
        lines.append(f"  comments: {report.new} new, {report.edited} edited, {report.gone} gone")
    if report.histories:
        pages = counted(report.histories, "page")
        lines.append(f"  histories: the revisions of {pages} were folded")
    lines += [f"  skipped: {_skipped(why, count)}" for why, count in report.skipped.items()]
    for warning in report.warnings[:most]:
        lines.append(f"  warning: {where(warning)}{warning.sentence}")
    hidden = len(report.warnings) - most + report.more_warnings
    if hidden > 0:
        lines.append(f"  and {counted(hidden, 'more warning')} (--format json has more of them)")
    if report.dry:
        lines.append("  Nothing was stored: this was a dry run.")
    return lines


def _skipped(why: Skip, count: int) -> str:
    thing = "file" if why in _OF_FILES else "page"
    return f"{counted(count, thing)} {_WHY[why]}"


def where(warning: Notice) -> str:
    """Return the file, page and line of a warning, as far as it does not say them, with a colon."""
    place = warning.title
    if warning.line > 0:
        place = f"{place} (line {warning.line})" if place else f"line {warning.line}"
    parts = [
        part for part in (Path(warning.file).name, place) if part and part not in warning.sentence
    ]
    return f"{' › '.join(parts)}: " if parts else ""


def show_reports(arguments: argparse.Namespace) -> int:
    """List what became of imports, or show one in full; return the exit status."""
    with library_of(arguments) as library:
        if arguments.number is None:
            reports: Sequence[ImportReport] = library.imports.all()
        else:
            try:
                reports = [library.imports.get(arguments.number)]
            except KeyError:
                error = TalkreaderError(
                    "There is no import {number} in this library; talkreader imports lists them",
                    number=arguments.number,
                )
                return fail(error)
    if arguments.format == "json":
        print_json([report_row(report) for report in reports])
    elif arguments.number is None:
        for report in reports:
            when = f"{report.started:%Y-%m-%d %H:%M}"
            pages = f"{report.page_count:8} {'page' if report.page_count == 1 else 'pages':5}"
            comments = f"{report.comments:9} {'comment' if report.comments == 1 else 'comments':8}"
            state = _STATES[report.state]
            print(f"{report.id:5}  {when}  {state:9}  {pages}  {comments}  {report.path}")
    else:
        print("\n".join(report_lines(reports[0], most=10_000)))
    return DONE if reports or arguments.number is None else NOT_UNDERSTOOD
