"""The commands that carry notes from one library to another."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from talkreader.cli.common import DONE, counted, library_of, print_json
from talkreader.domain.errors import ExportError


def share(arguments: argparse.Namespace) -> int:
    """Write a bundle of the notes of a scope."""
    from talkreader import sharing
    from talkreader.cli.exporting import scoped
    from talkreader.exporting import write

    with library_of(arguments) as library:
        notes = scoped(library, f"tag:{arguments.tag}" if arguments.tag else arguments.scope)
        data = sharing.give(library, notes, with_pages=arguments.with_pages)
    write(arguments.file, data)
    if arguments.format == "json":
        print_json({"file": str(arguments.file), "notes": len(notes)})
    else:
        print(f"{counted(len(notes), 'note')} in {arguments.file}")
    return DONE


def merge(arguments: argparse.Namespace) -> int:
    """Take in a bundle or annotations (JSON-LD); again changes nothing."""
    from talkreader import sharing

    try:
        data = arguments.file.read_bytes()
    except OSError as error:
        raise ExportError(
            "{path} cannot be read ({reason})", path=arguments.file, reason=error.strerror
        ) from error
    with library_of(arguments, read_only=arguments.dry_run) as library:
        taken = (sharing.look if arguments.dry_run else sharing.take)(library, data)
    if arguments.format == "json":
        print_json({**asdict(taken.notes), "pages": taken.pages})
        return DONE
    notes = taken.notes
    print(
        f"{counted(notes.added, 'note')} added, {notes.updated} brought up to date,"
        f" {notes.beside} kept beside ours, {notes.known} known already;"
        f" {counted(notes.codes, 'code')}, {counted(taken.pages, 'page')}"
    )
    return DONE
