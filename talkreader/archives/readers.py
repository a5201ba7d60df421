"""Which module reads which kind of archive: a new kind is one module and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from talkreader.archives.document import Document
from talkreader.archives.sniff import Kind
from talkreader.domain.errors import NotAnArchive
from talkreader.domain.page import RawPage

Reader = Callable[[Document], Iterator[RawPage]]

_MODULES = {
    Kind.XML_EXPORT: "exports.xmldump",
    Kind.API_XML: "answers.apixml",
    Kind.API_JSON: "answers.apijson",
    Kind.HTML: "containers.savedpage",
    Kind.WIKITEXT: "pages.wikitext",
    Kind.PLAINTEXT: "pages.plaintext",
    Kind.MARKDOWN: "pages.markdown",
    Kind.ZIP: "containers.ziparchive",
    Kind.WARC: "containers.warc",
    Kind.MHTML: "containers.mhtml",
    Kind.JSON_LINES: "answers.jsonlines",
    Kind.FLOW_DUMP: "answers.flow",
}

WORDS = {
    Kind.XML_EXPORT: "MediaWiki XML export",
    Kind.API_XML: "MediaWiki API answer (XML)",
    Kind.API_JSON: "MediaWiki API answer (JSON)",
    Kind.HTML: "saved web page",
    Kind.WIKITEXT: "wikitext",
    Kind.PLAINTEXT: "plain text",
    Kind.MARKDOWN: "Markdown",
    Kind.ZIP: "zip archive",
    Kind.WARC: "WARC web archive",
    Kind.MHTML: "MHTML web page",
    Kind.JSON_LINES: "records (JSON lines)",
    Kind.FLOW_DUMP: "dump of Structured Discussions",
}
"""Each kind in words for people."""


def pages_of(document: Document, kind: Kind) -> Iterator[RawPage]:
    """The pages of a file of ``kind``; of one page that is cut off it is told when it was given."""
    try:
        yield from reader_for(kind)(document)
    except NotAnArchive:
        if document.stream.cut is None:
            raise
    if document.stream.cut is not None:
        raise document.stream.cut


def reader_for(kind: Kind) -> Reader:
    """The function that reads an archive of ``kind``, imported now."""
    reader: Reader = import_module(f"talkreader.archives.{_MODULES[kind]}").read
    return reader
