"""A file of HTML: a saved page, or an API answer that the wiki wrapped in a page for reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talkreader.archives.apijson import pages_of_json
from talkreader.archives.document import Document
from talkreader.archives.encoding import decode
from talkreader.archives.html import pages_of_html
from talkreader.archives.htmlhead import read_head
from talkreader.domain.page import RawPage

_CHARSET = re.compile(
    rb"<meta[^>]+?charset\s*=\s*[\"']?\s*([\w.:-]+)|\A\s*<\?xml[^>]+?encoding=[\"']([\w.:-]+)",
    re.IGNORECASE,
)


def read(document: Document) -> Iterator[RawPage]:
    """The page in the file; of a saved API answer, its pages."""
    data = document.read_all()
    charset = _CHARSET.search(data[:4096])
    declared = (charset[1] or charset[2]).decode("ascii") if charset else ""
    decoded = decode(data, declared)
    answer = read_head(decoded.text).api_answer
    if answer:
        yield from pages_of_json(document, answer)
    else:
        yield from pages_of_html(document, decoded.text, decoded.warnings)
