"""Discussions and notes as files that other programs read.

A format is imported when something of it is asked for (PEP 562): a command writes one of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talkreader.exporting.citations import (
        CitationStyle,
        Source,
        citation,
        how_found,
        permalink,
        source_of_comment,
        source_of_target,
    )
    from talkreader.exporting.coded_text import CodedPage
    from talkreader.exporting.exchange import (
        translations_from,
        translations_to_tmx,
        translations_to_xliff,
    )
    from talkreader.exporting.export import export_discussion, export_notes, import_notes
    from talkreader.exporting.format_list import Format, FormatId, formats
    from talkreader.exporting.labels import ENGLISH, Labels
    from talkreader.exporting.outline import Discussion, Threads
    from talkreader.exporting.plain_threads import threads_text
    from talkreader.exporting.qda_project import project_xml, qdpx
    from talkreader.exporting.quotations import Quotation, QuotationStyle, quotation
    from talkreader.exporting.references import bibtex, csl_json
    from talkreader.exporting.termbase import terms_from, terms_to_csv, terms_to_tbx
    from talkreader.exporting.threads_json import hits_json, pairs_json, threads
    from talkreader.exporting.two_languages import export_bilingual, lines_of
    from talkreader.exporting.writing import read, write

__all__ = [
    "ENGLISH",
    "CitationStyle",
    "CodedPage",
    "Discussion",
    "Format",
    "FormatId",
    "Labels",
    "Quotation",
    "QuotationStyle",
    "Source",
    "Threads",
    "bibtex",
    "citation",
    "csl_json",
    "export_bilingual",
    "export_discussion",
    "export_notes",
    "formats",
    "hits_json",
    "how_found",
    "import_notes",
    "lines_of",
    "pairs_json",
    "permalink",
    "project_xml",
    "qdpx",
    "quotation",
    "read",
    "source_of_comment",
    "source_of_target",
    "terms_from",
    "terms_to_csv",
    "terms_to_tbx",
    "threads",
    "threads_text",
    "translations_from",
    "translations_to_tmx",
    "translations_to_xliff",
    "write",
]

_ROOMS = {
    "citations": "CitationStyle Source citation how_found permalink source_of_comment"
    " source_of_target",
    "coded_text": "CodedPage",
    "exchange": "translations_from translations_to_tmx translations_to_xliff",
    "export": "export_discussion export_notes import_notes",
    "format_list": "Format FormatId formats",
    "labels": "ENGLISH Labels",
    "outline": "Discussion Threads",
    "qda_project": "project_xml qdpx",
    "quotations": "Quotation QuotationStyle quotation",
    "references": "bibtex csl_json",
    "termbase": "terms_from terms_to_csv terms_to_tbx",
    "threads_json": "hits_json pairs_json threads",
    "plain_threads": "threads_text",
    "two_languages": "export_bilingual lines_of",
    "writing": "read write",
}
"""The modules of this package with what each has for others."""
_HOME = {name: room for room, names in _ROOMS.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Return what another room asks for; it stays here once it was asked for."""
    room = _HOME.get(name)
    if room is None:
        raise AttributeError(f"{__name__} has no {name}")
    found = getattr(import_module(f"{__name__}.{room}"), name)
    globals()[name] = found
    return found
