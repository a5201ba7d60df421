"""The command line: the same core as the window, no Qt; its output is a contract (README).

A command imports what it needs when it runs: most need little of the whole.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from talkreader import __version__
from talkreader.cli import (
    codes,
    exporting,
    finding,
    glossary,
    history,
    importing,
    keeping,
    memory,
    sharing,
)
from talkreader.cli.common import (
    DONE,
    NOT_UNDERSTOOD,
    counted,
    fail,
    find_page,
    library_of,
    name_of,
    named_path,
    page_row,
    print_json,
)
from talkreader.domain.errors import (
    DamagedArchive,
    ExportError,
    TalkreaderError,
)
from talkreader.domain.paths import is_folder, is_there

if TYPE_CHECKING:
    from talkreader.archives import Hints
    from talkreader.domain.thread import ParsedPage


def main(words: list[str]) -> int:
    """Run one command; return the exit status."""
    _utf8_output()
    arguments = _parser().parse_args(words)
    command: Callable[[argparse.Namespace], int] = arguments.command
    try:
        status = command(arguments)
        sys.stdout.flush()
    except TalkreaderError as error:
        return fail(error)
    except BrokenPipeError:
        # the reader of our output has gone (``| head``); nothing more can be said to it
        _say_no_more()
        return DONE
    except OSError as error:
        if error.filename is not None or error.errno is None:
            raise
        _say_no_more()
        return fail(ExportError("The output cannot be written ({reason})", reason=error.strerror))
    except KeyboardInterrupt:
        return 130
    return status


def _say_no_more() -> None:
    """Let what is in the buffers of the output go nowhere, and the interpreter end in peace."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def show_files(files: list[Path]) -> int:
    """Show files in the terminal, for a machine without a screen; return the exit status."""
    from talkreader import ingest

    _utf8_output()
    if not files:
        print("Name an archive file to read it here: talkreader FILE")
        return DONE
    status = DONE
    for file in files:
        try:
            _print_text(ingest.understand(file))
        except TalkreaderError as error:
            status = fail(error)
    return status


def _utf8_output() -> None:
    if sys.stdout is None:  # it was closed (``>&-``), or there is no terminal
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="talkreader",
        description="Read offline archives of wiki discussions. Without a command, talkreader "
        "[FILE...] opens the window.",
    )
    parser.add_argument("--version", action="version", version=f"talkreader {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _file_command(commands, "threads", "understand a file, store nothing", _threads)
    pairs = _file_command(commands, "pairs", "the translations found in a file, aligned", _pairs)
    pairs.add_argument("--with", dest="other", type=named_path, metavar="FILE2",
                       help="a file that translates FILE")  # fmt: skip
    add = _library_command(commands, "import", "store archives in the library", _import)
    importing.add_options(add)
    _hints(add)
    reports = _library_command(
        commands, "imports", "what became of imports", importing.show_reports
    )
    reports.add_argument("number", nargs="?", type=int, metavar="NUMBER", help="one, in full")
    past = _library_command(commands, "history", "how comments changed", history.show)
    history.add_options(past)
    show = _library_command(commands, "show", "show a stored page, or a file", _show)
    show.add_argument("page", metavar="PAGE", help="its number, its title, or a file")
    search = _library_command(commands, "search", "search the library", finding.search)
    finding.add_search_options(search)
    person = _library_command(commands, "person", "what somebody said", finding.person)
    finding.add_person_options(person)
    export = _library_command(
        commands, "export", "write a page or the notes to a file", exporting.export
    )
    exporting.add_options(export)
    _language_commands(commands)
    codes.add_options(
        _library_command(commands, "codes", "the codebook of the notes", codes.show_codes)
    )
    _library_command(commands, "stats", "what the library holds", _stats)
    _library_command(commands, "check", "test the library's files", _check)
    share = _library_command(commands, "share", "write notes for another library", sharing.share)
    share.add_argument("file", type=named_path, metavar="FILE")
    share.add_argument("--scope", default="all", metavar="SCOPE", help=exporting.SCOPES)
    share.add_argument("--tag", metavar="TAG", help="only notes with this tag")
    share.add_argument("--with-pages", action="store_true", help="and the pages they are about")
    merge = _library_command(commands, "merge", "take in notes", sharing.merge)
    merge.add_argument("file", type=named_path, metavar="FILE", help="a bundle, or JSON-LD")
    merge.add_argument("--dry-run", action="store_true", help="say what it would do")
    _keeping_commands(commands)
    help_ = commands.add_parser("help", help="show this help")
    help_.set_defaults(command=lambda _: _help(parser))
    return parser


def _keeping_commands(commands: Any) -> None:
    _library_command(commands, "backup", "copy the notes", keeping.back_up)
    restore = _library_command(commands, "restore", "bring notes back", keeping.restore)
    restore.add_argument("backup", nargs="?", metavar="BACKUP", help="without it, list them")
    reread = _library_command(
        commands, "reread", "understand stored pages anew, as this version does", keeping.reread
    )
    reread.add_argument("page", nargs="*", metavar="PAGE", help="its number or title; else all")
    _library_command(commands, "repair", "save what is readable of the notes", keeping.repair)


def _language_commands(commands: Any) -> None:
    units = _library_command(commands, "memory", "the translation memory", memory.show_memory)
    memory.add_options(units)
    terms = _library_command(commands, "glossary", "terms of wiki talk", glossary.show_glossary)
    glossary.add_options(terms)


def _help(parser: argparse.ArgumentParser) -> int:
    parser.print_help()
    return DONE


def _file_command(
    commands: Any,
    name: str,
    words: str,
    command: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(command=command)
    parser.add_argument("file", type=named_path, metavar="FILE", help="- for the standard input")
    parser.add_argument("--format", choices=("json", "text"), default="text")
    _hints(parser)
    return parser


def _library_command(
    commands: Any,
    name: str,
    words: str,
    command: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    parser.set_defaults(command=command)
    parser.add_argument("--library", type=named_path, metavar="DIR")
    parser.add_argument("--format", choices=("json", "text"), default="text")
    return parser


def _hints(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--title", default="", metavar="T", help="the page's full title")
    parser.add_argument("--lang", default="", metavar="CODE", help="the wiki's language")
    parser.add_argument("--site", default="", metavar="NAME", help="the wiki: enwiki, or a host")


def _hints_of(arguments: argparse.Namespace) -> Hints:
    from talkreader.archives import Hints

    return Hints(title=arguments.title, site=arguments.site, language=arguments.lang)


def _pages_of(arguments: argparse.Namespace) -> Iterator[ParsedPage]:
    """Yield the pages of the file that is named; ``-`` is what comes through the standard input."""
    from talkreader import ingest

    given = sys.stdin.buffer.read() if str(arguments.file) == "-" else None
    return ingest.understand(arguments.file, _hints_of(arguments), given=given)


def _threads(arguments: argparse.Namespace) -> int:
    from talkreader.exporting import threads

    pages = _pages_of(arguments)
    if arguments.format == "text":
        return _print_text(pages)
    return _each_page(pages, threads)


def _each_page(pages: Iterable[ParsedPage], answer: Callable[[ParsedPage], object]) -> int:
    """Print one page's answer as it is, several pages' as a line of JSON each with its title.

    What was read before a damage is printed, then the damage is told.
    """
    first: ParsedPage | None = None
    several = False
    damage: DamagedArchive | None = None
    try:
        for page in pages:
            if first is None and not several:
                first = page
                continue
            if first is not None:
                _print_page(first, answer)
                first, several = None, True
            _print_page(page, answer)
    except DamagedArchive as error:
        damage = error
    if first is not None:
        print_json(answer(first))
    return fail(damage) if damage else DONE


def _print_page(page: ParsedPage, answer: Callable[[ParsedPage], object]) -> None:
    print_json({"site": page.raw.site, "title": page.raw.title, "sections": answer(page)})


def _print_text(pages: Iterable[ParsedPage]) -> int:
    from talkreader.exporting import threads_text

    width = shutil.get_terminal_size().columns
    try:
        for number, page in enumerate(pages):
            if number:
                print()
            if page.raw.title:
                print(page.raw.title, end="\n\n")
            print(threads_text(page, width), end="")
    except DamagedArchive as error:
        return fail(error)
    return DONE


def _pairs(arguments: argparse.Namespace) -> int:
    from talkreader import ingest, pairing
    from talkreader.domain.bilingual import PairOrigin
    from talkreader.exporting import pairs_json
    from talkreader.folders import cache_folder

    cache = cache_folder()

    others = list(ingest.understand(arguments.other)) if arguments.other else []

    def answer(page: ParsedPage) -> list[Any]:
        pairs = pairing.pairs_of(page, cache)
        for other in others:
            pairs += pairing.pairs_between(page, other, PairOrigin.FILE, cache)
        return pairs_json(pairs, page.comments)

    pages = _pages_of(arguments)
    if arguments.format == "json":
        return _each_page(pages, answer)
    for page in pages:
        for pair in answer(page):
            for side in ("source", "target"):
                print(f"{pair[side]['lang']:>8}  {pair[side]['text']}" if pair[side] else "")
            print()
    return DONE


def _import(arguments: argparse.Namespace) -> int:
    return importing.run(arguments, _hints_of(arguments))


def _show(arguments: argparse.Namespace) -> int:
    from talkreader import ingest, reading
    from talkreader.exporting import threads, threads_text

    file = Path(arguments.page)
    if is_there(file) and not is_folder(file):
        pages = ingest.understand(file)
        return _each_page(pages, threads) if arguments.format == "json" else _print_text(pages)
    with library_of(arguments) as library:
        page = reading.open_page(library, find_page(library, arguments.page).id)
    if arguments.format == "json":
        print_json(threads(page))
    else:
        print(name_of(page.info), end="\n\n")
        print(threads_text(page, shutil.get_terminal_size().columns), end="")
    return DONE


def _stats(arguments: argparse.Namespace) -> int:
    with library_of(arguments) as library:
        pages = library.pages.all()
        notes = len(library.notes.all())
    if arguments.format == "json":
        totals = {"pages": len(pages), "comments": sum(p.comments for p in pages), "notes": notes}
        print_json({**totals, "list": [page_row(info) for info in pages]})
        return DONE
    comments = counted(sum(info.comments for info in pages), "comment")
    print(f"{counted(len(pages), 'page')}, {comments}, {counted(notes, 'note')}")
    for info in pages:
        comments = "comment " if info.comments == 1 else "comments"
        print(f"{info.id:6}  {info.comments:6} {comments}  {info.site}  {name_of(info)}")
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    with library_of(arguments) as library:
        problems = library.check()
    if arguments.format == "json":
        print_json({"ok": not problems, "problems": problems})
    elif problems:
        print("\n".join(problems))
    else:
        print("The library is sound.")
    return NOT_UNDERSTOOD if problems else DONE
