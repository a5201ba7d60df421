"""Discussions and notes as files that other programs read."""

from talkreader.exporting.citation import (
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
from talkreader.exporting.formats import Format, FormatId, formats
from talkreader.exporting.labels import ENGLISH, Labels
from talkreader.exporting.outline import Discussion, Threads
from talkreader.exporting.qdpx import project_xml, qdpx
from talkreader.exporting.quotation import Quotation, QuotationStyle, quotation
from talkreader.exporting.references import bibtex, csl_json
from talkreader.exporting.termbase import terms_from, terms_to_csv, terms_to_tbx
from talkreader.exporting.threads_json import hits_json, pairs_json, threads
from talkreader.exporting.threads_text import threads_text
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
