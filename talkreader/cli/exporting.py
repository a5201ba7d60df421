"""The command that writes a page or notes to a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.cli.common import DONE, find_page, hint, library_of, named_path
from talkreader.domain.errors import ExportError

if TYPE_CHECKING:
    from talkreader.domain.note import Note
    from talkreader.exporting import Format
    from talkreader.store import Library

NOTES = "notes"
SCOPES = "all, page:TITLE, tag:TAG, search:QUERY, note:ID,ID…"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Give the command its words."""
    parser.add_argument("page", metavar="PAGE", help=f'its number or title; "{NOTES}" for notes')
    parser.add_argument("--as", dest="form", metavar="FORM",
                        help="markdown, html, csv, …; else the ending of FILE says it")  # fmt: skip
    parser.add_argument("--output", type=named_path, metavar="FILE")
    parser.add_argument("--scope", default="all", metavar="SCOPE", help=f"which notes: {SCOPES}")
    parser.add_argument("--two-languages", action="store_true",
                        help="a page with its translations: html, csv or odt")  # fmt: skip


def export(arguments: argparse.Namespace) -> int:
    """Write a discussion, or notes with where their words stand."""
    from talkreader import exporting

    form = _form(arguments)
    with library_of(arguments) as library:
        made = (
            _notes(library, arguments.scope, form)
            if arguments.page == NOTES
            else _page(library, arguments, form)
        )
    if arguments.output is not None:
        exporting.write(arguments.output, made)
    elif isinstance(made, bytes):
        sys.stdout.buffer.write(made)
    else:
        sys.stdout.write(made)
    return DONE


def scoped(library: Library, words: str) -> list[Note]:
    """Return the notes that ``--scope`` names. Raises: ExportError, QueryError."""
    from talkreader.gathering import Scope, gather

    kind, _colon, value = words.partition(":")
    if kind == "page":
        scope = Scope(page=find_page(library, value).key)
    elif kind == "tag":
        # by its whole path as the codebook has it, else by any part of it as a search has it
        whole = Scope(tag=value)
        scope = whole if gather(library, whole) else Scope(search=f'tag:"{value}"')
    elif kind == "search":
        from talkreader.domain.grammar import parse_query

        hint(parse_query(value))
        scope = Scope(search=value)
    elif kind == "note":
        scope = Scope(notes=tuple(value.split(",")))
    elif words == "all":
        scope = Scope()
    else:
        raise ExportError("There is no scope “{scope}”: use {scopes}", scope=words, scopes=SCOPES)
    found = gather(library, scope)
    if not found and words != "all":
        raise ExportError("There are no notes in the scope {scope}", scope=words)
    return found


def _form(arguments: argparse.Namespace) -> Format:
    """Return the format that was asked for, when it can hold what was asked for."""
    from talkreader import exporting

    notes, two = arguments.page == NOTES, arguments.two_languages
    forms = {form.id.value: form for form in exporting.formats()}
    can = {
        name: form.notes if notes else form.bilingual if two else form.discussion
        for name, form in forms.items()
    }
    asked = "json" if arguments.format == "json" else arguments.form
    name = asked or _meant(arguments.output, [forms[each] for each, able in can.items() if able])
    if not can.get(name):
        fit = ", ".join(each for each, able in can.items() if able)
        raise ExportError("There is no form “{form}” for this: use {forms}", form=name, forms=fit)
    return forms[name]


def _meant(output: Path | None, able: list[Format]) -> str:
    """Return the format that the name of a file says. Raises ExportError: its ending is of none."""
    if output is None or not output.suffix:
        return "markdown"
    named = [form for form in able if output.name.lower().endswith(form.extension)]
    if not named:
        raise ExportError(
            "Nothing of this is written as {ending}: end the name of the file with {endings}, or"
            " say with --as what it is to be",
            ending=output.suffix,
            endings=", ".join(form.extension for form in able),
        )
    return max(named, key=lambda form: len(form.extension)).id.value


def _notes(library: Library, scope: str, form: Format) -> str | bytes:
    from talkreader import gathering
    from talkreader.exporting import ENGLISH

    return gathering.export(library, scoped(library, scope), form.id, ENGLISH)


def _page(library: Library, arguments: argparse.Namespace, form: Format) -> str | bytes:
    from talkreader import exporting, reading

    page = reading.open_page(library, find_page(library, arguments.page).id)
    if not arguments.two_languages:
        return exporting.export_discussion(page, form.id, page.info.title)
    from talkreader import pairing
    from talkreader.folders import cache_folder

    page = pairing.with_pairs(page, cache_folder(), library)
    return exporting.export_bilingual(page, form.id, page.info.title)
