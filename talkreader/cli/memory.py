"""The translation memory on the command line: look into it, take units in, give them out."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import UTC, datetime

from talkreader.cli.common import DONE, check_ending, library_of, named_path, print_json

XLIFF = (".xlf", ".xliff")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("words", nargs="*", metavar="WORDS", help="only units with these words")
    parser.add_argument(
        "--add", type=named_path, metavar="FILE", help="take in a TMX or XLIFF file"
    )
    parser.add_argument(
        "--output", type=named_path, metavar="FILE", help="write .tmx (or .xlf) instead of printing"
    )


def show_memory(arguments: argparse.Namespace) -> int:
    """Do what was asked with the memory. Raises: ExportError, LibraryError."""
    from talkreader import exporting

    with library_of(arguments, read_only=arguments.add is None) as library:
        if arguments.add is not None:
            incoming = exporting.translations_from(exporting.read(arguments.add), datetime.now(UTC))
            print(library.translations.add_all(incoming))
            return DONE
        words = " ".join(arguments.words)
        memory = library.translations
        units = memory.containing(words, limit=-1) if words else memory.all()
    if arguments.output is not None:
        check_ending(arguments.output, ".tmx", *XLIFF)
        as_xliff = arguments.output.suffix.lower() in XLIFF
        write = exporting.translations_to_xliff if as_xliff else exporting.translations_to_tmx
        exporting.write(arguments.output, write(units))
    elif arguments.format == "json":
        print_json(
            [
                asdict(unit)
                | {"created": unit.created.isoformat(), "modified": unit.modified.isoformat()}
                for unit in units
            ]
        )
    else:
        for unit in units:
            print(
                f"{unit.source_language:8} {unit.source}\n{unit.target_language:8} {unit.target}\n"
            )
    return DONE
