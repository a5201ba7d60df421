"""A file of HTML: a saved page, or an API answer that the wiki wrapped in a page for reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talkreader.archives.answers.apijson import pages_of_json
from talkreader.archives.document import Document
from talkreader.archives.pages.html import pages_of_html
from talkreader.archives.pages.htmlhead import read_head
from talkreader.archives.text.cutoff import html_breaks_off, with_warning
from talkreader.archives.text.encoding import decode
from talkreader.domain.page import RawPage

_CHARSET = re.compile(
    rb"<meta[^>]+?charset\s*=\s*[\"']?\s*([\w.:-]+)|\A\s*<\?xml[^>]+?encoding=[\"']([\w.:-]+)",
    re.IGNORECASE,
)


def read(document: Document) -> Iterator[RawPage]:
    """The page in the file; of a saved API answer, its pages."""
    data = document.read_all()
    decoded = decode(data, declared_charset(data))
    yield from pages_of_saved(document, decoded.text, decoded.warnings)


def declared_charset(data: bytes) -> str:
    """The encoding that a page of HTML names itself, "" when it names none."""
    charset = _CHARSET.search(data[:4096])
    return (charset[1] or charset[2]).decode("ascii") if charset else ""


def pages_of_saved(
    document: Document, text: str, warnings: tuple[str, ...], address: str = ""
) -> Iterator[RawPage]:
    """The page ``text``; ``address`` is where it was fetched, when the container knows it."""
    head = read_head(text)
    if head.api_answer:
        yield from pages_of_json(document, head.api_answer)
    else:
        warnings = with_warning(warnings, cut=document.is_cut or html_breaks_off(text))
        yield from pages_of_html(document, text, warnings, address, head)
