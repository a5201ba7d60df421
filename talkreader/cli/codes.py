"""The codebook on the command line: list it, rename a code, take codes in, give them out."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.cli.common import DONE, check_ending, counted, library_of, named_path, print_json
from talkreader.domain.code import clean_tag, levels
from talkreader.domain.errors import ExportError

if TYPE_CHECKING:
    from talkreader.store import Library


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument(
        "--rename", nargs=2, metavar=("OLD", "NEW"), help="in all notes, with the codes below it"
    )
    one.add_argument(
        "--add", type=named_path, metavar="FILE", help="take in .qdc, .qdpx or a table"
    )
    one.add_argument(
        "--output", type=named_path, metavar="FILE", help="write .qdc (or .csv) instead of printing"
    )


def show_codes(arguments: argparse.Namespace) -> int:
    """Do what was asked with the codebook. Raises: ExportError, LibraryError."""
    from talkreader.exporting import codebook, write

    reads_only = not (arguments.rename or arguments.add)
    with library_of(arguments, read_only=reads_only) as library:
        if arguments.rename:
            return _rename(library, *arguments.rename)
        if arguments.add is not None:
            found = codebook.read_codebook(_read(arguments.add))
            print(f"New: {library.codes.add_missing(found)} of {counted(len(found), 'code')}")
            return DONE
        book = library.codes.book()
    if arguments.output is not None:
        check_ending(arguments.output, ".qdc", ".csv")
        as_table = arguments.output.suffix.lower() == ".csv"
        data = codebook.codebook_to_csv(book) if as_table else None
        write(arguments.output, data or codebook.codebook_to_qdc(use.code for use in book))
    elif arguments.format == "json":
        print_json([dict(zip(codebook.HEAD, codebook.row_of(use), strict=True)) for use in book])
    else:
        for use in book:
            depth = len(levels(use.code.tag)) - 1
            print(f"{use.notes:6}  {'  ' * depth}{use.code.tag}  {use.code.color}".rstrip())
            if use.code.definition:
                print(f"        {'  ' * depth}{use.code.definition}")
    return DONE


def _rename(library: Library, old: str, new: str) -> int:
    old, new = clean_tag(old), clean_tag(new)
    if old not in {use.code.tag for use in library.codes.book()}:
        raise ExportError("There is no code “{tag}”: talkreader codes lists them.", tag=old)
    try:
        count = library.codes.rename(old, new)
    except ValueError as error:
        raise ExportError("“{tag}” cannot stand under itself.", tag=old) from error
    print(f"{old} is {new} now, in {counted(count, 'note')}")
    return DONE


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ExportError(
            "{path} cannot be read ({reason}).", path=str(path), reason=error.strerror or str(error)
        ) from error
