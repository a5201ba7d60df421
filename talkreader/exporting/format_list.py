"""The formats that a discussion and a person's notes can be written in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FormatId(StrEnum):
    """What a format is called on the command line."""

    JSONLD = "jsonld"
    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"
    HTML = "html"
    TEXT = "text"
    QDPX = "qdpx"
    ODT = "odt"
    BIBTEX = "bibtex"
    CSL_JSON = "csl-json"


@dataclass(frozen=True, slots=True)
class Format:
    """A format; ``notes``, ``discussion`` and ``bilingual`` tell what it can hold.

    ``binary``: it is bytes, and no text.
    ``extension`` has its dot. ``label`` is English and one of the strings the interface translates.
    """

    id: FormatId
    label: str
    extension: str
    mime: str
    notes: bool
    discussion: bool
    binary: bool = False
    bilingual: bool = False


def formats() -> list[Format]:
    """Return all formats, in the order in which a list offers them."""
    return [
        Format(
            FormatId.JSONLD,
            "Web Annotation (JSON-LD)",
            ".jsonld",
            'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
            notes=True,
            discussion=False,
        ),
        Format(FormatId.MARKDOWN, "Markdown", ".md", "text/markdown", True, True),
        Format(FormatId.CSV, "Table (CSV)", ".csv", "text/csv", True, True, bilingual=True),
        Format(FormatId.HTML, "HTML report", ".html", "text/html", True, True, bilingual=True),
        Format(
            FormatId.QDPX,
            "Coding project (REFI-QDA)",
            ".qdpx",
            "application/zip",
            notes=True,
            discussion=False,
            binary=True,
        ),
        Format(
            FormatId.ODT,
            "Text document (ODT)",
            ".odt",
            "application/vnd.oasis.opendocument.text",
            notes=False,
            discussion=False,
            binary=True,
            bilingual=True,
        ),
        Format(FormatId.BIBTEX, "References (BibTeX)", ".bib", "application/x-bibtex", True, False),
        Format(
            FormatId.CSL_JSON,
            "References (CSL-JSON)",
            ".csl.json",
            "application/vnd.citationstyles.csl+json",
            notes=True,
            discussion=False,
        ),
        Format(FormatId.TEXT, "Plain text", ".txt", "text/plain", False, True),
        Format(FormatId.JSON, "JSON", ".json", "application/json", False, True),
    ]
