"""Somebody's words with where they come from, to be pasted into what another person writes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from talkreader.exporting.citations import CitationStyle, Source, citation
from talkreader.exporting.labels import ENGLISH, Labels
from talkreader.exporting.markdown import paragraphs, quoted
from talkreader.exporting.references import bibliography, csl_json

Quotation = tuple[str, Source]
"""Words ("" for none) and their source."""


class QuotationStyle(StrEnum):
    """How words and their source are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


def quotation(
    quotations: Sequence[Quotation], style: QuotationStyle, labels: Labels = ENGLISH
) -> str:
    """Return words with their sources in a style; references (BibTeX, CSL-JSON) hold no words.

    A source that is cited more than once is one reference.
    """
    match style:
        case QuotationStyle.TEXT:
            return "\n\n".join(_text(words, source, labels) for words, source in quotations)
        case QuotationStyle.MARKDOWN:
            return "\n\n".join(_markdown(words, source, labels) for words, source in quotations)
        case QuotationStyle.BIBTEX:
            return bibliography(_sources(quotations), labels)
        case QuotationStyle.CSL_JSON:
            return csl_json(_sources(quotations), labels)


def _text(words: str, source: Source, labels: Labels) -> str:
    cited = citation(source, labels=labels)
    return f"{labels.quote.format(words=words.strip())}\n— {cited}" if words.strip() else cited


def _markdown(words: str, source: Source, labels: Labels) -> str:
    cited = citation(source, CitationStyle.MARKDOWN, labels)
    return f"{quoted(paragraphs(words))}\n>\n> — {cited}" if words.strip() else cited


def _sources(quotations: Sequence[Quotation]) -> list[Source]:
    return list(dict.fromkeys(source for _words, source in quotations))
