"""The glossary on the command line: look into it, take terms in, give them out."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from talkreader.cli.common import DONE, check_ending, library_of, named_path, print_json

TBX = (".tbx", ".xml")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("words", nargs="*", metavar="WORDS", help="only terms with these words")
    parser.add_argument("--own", action="store_true", help="only the terms that are your own")
    parser.add_argument("--add", type=named_path, metavar="FILE", help="take in a CSV or TBX file")
    parser.add_argument(
        "--output", type=named_path, metavar="FILE", help="write .csv (or .tbx) instead of printing"
    )


def show_glossary(arguments: argparse.Namespace) -> int:
    """Do what was asked with the glossary. Raises: ExportError, LibraryError."""
    from talkreader import bilingual, exporting

    ours = bilingual.own_terms()
    with library_of(arguments, read_only=arguments.add is None) as library:
        if arguments.add is not None:
            print(library.terms.add_all(exporting.terms_from(exporting.read(arguments.add)), ours))
            return DONE
        own = library.terms.all()
    terms = bilingual.Glossary([*own, *(() if arguments.own else ours)]).with_words(
        " ".join(arguments.words)
    )
    if arguments.output is not None:
        check_ending(arguments.output, ".csv", *TBX)
        as_tbx = arguments.output.suffix.lower() in TBX
        write = exporting.terms_to_tbx if as_tbx else exporting.terms_to_csv
        exporting.write(arguments.output, write(terms))
    elif arguments.format == "json":
        print_json([asdict(term) for term in terms])
    else:
        for term in terms:
            both = dict.fromkeys(filter(None, (term.simplified, term.traditional)))
            print("  ".join(filter(None, (term.english, " / ".join(both), term.note))))
    return DONE
