"""Text documents (OpenDocument 1.3, .odt) with headings, paragraphs and tables of two columns."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape  # that of xml.sax imports all of http and ssl

from talkreader.exporting.xmltext import xml_text

_MIME = "application/vnd.oasis.opendocument.text"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same words make the same bytes
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_STYLES = (
    '<office:automatic-styles><style:style style:name="By" style:family="paragraph">'
    '<style:paragraph-properties fo:margin-top="0.3cm" fo:keep-with-next="always"/>'
    '<style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="Cell" style:family="table-cell">'
    '<style:table-cell-properties fo:padding="0.1cm"/></style:style></office:automatic-styles>'
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; ``level`` counts from 1."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; line breaks in it stay."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of two cells."""

    rows: Sequence[tuple[str, str]]


def odt(title: str, parts: Sequence[Heading | Paragraph | Table]) -> bytes:
    """Return the file's bytes."""
    body = "".join(_part(part, number) for number, part in enumerate(parts))
    content = (
        f'{_HEAD}<office:document-content {_SPACES} office:version="1.3">{_STYLES}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    meta = (
        f'{_HEAD}<office:document-meta {_SPACES} office:version="1.3"><office:meta>'
        f"<dc:title>{escape(xml_text(title), quote=False)}</dc:title>"
        "</office:meta></office:document-meta>"
    )
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{mime}"/>'
        for path, mime in (("/", _MIME), ("content.xml", "text/xml"), ("meta.xml", "text/xml"))
    )
    manifest = (
        f'{_HEAD}<manifest:manifest {_SPACES} manifest:version="1.3">{listed}</manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        # the type comes first and plain, so that a file manager finds it at its place
        archive.writestr(zipfile.ZipInfo("mimetype", _EPOCH), _MIME, zipfile.ZIP_STORED)
        for name, data in (
            ("content.xml", content),
            ("meta.xml", meta),
            ("META-INF/manifest.xml", manifest),
        ):
            info = zipfile.ZipInfo(name, _EPOCH)
            archive.writestr(info, data.encode("utf-8", "replace"), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _part(part: Heading | Paragraph | Table, number: int) -> str:
    if isinstance(part, Heading):
        return f'<text:h text:outline-level="{part.level}">{_text(part.text)}</text:h>'
    if isinstance(part, Paragraph):
        style = ' text:style-name="By"' if part.bold else ""
        return f"<text:p{style}>{_text(part.text)}</text:p>"
    if not part.rows:
        return ""
    rows = "".join(
        "<table:table-row>" + "".join(_cell(text) for text in row) + "</table:table-row>"
        for row in part.rows
    )
    columns = '<table:table-column table:number-columns-repeated="2"/>'
    return f'<table:table table:name="Table{number}">{columns}{rows}</table:table>'


def _cell(text: str) -> str:
    return (
        '<table:table-cell table:style-name="Cell" office:value-type="string">'
        f"<text:p>{_text(text)}</text:p></table:table-cell>"
    )


def _text(text: str) -> str:
    """Return the text as content of a paragraph, with line breaks, tabs and spaces kept."""
    return (
        escape(xml_text(text), quote=False)
        .replace("\n", "<text:line-break/>")
        .replace("\t", "<text:tab/>")
        .replace("  ", " <text:s/>")
    )
