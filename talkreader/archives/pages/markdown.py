"""A page as Markdown, as pandoc or a browser's extension makes it of a rendered page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from talkreader.archives.document import Document
from talkreader.archives.pages.wikitext import title_of_file, title_of_name
from talkreader.archives.text.cutoff import text_breaks_off, with_warning
from talkreader.archives.text.frontmatter import front_matter
from talkreader.archives.xmlpage import host_of
from talkreader.domain.page import Form, RawPage

_WIKI_LINK = re.compile(r"(https?://[^\s/()<>\"]{1,200})/(?:wiki/|w/index\.php|index\.php)")
_PAGE = re.compile(r"(?:[?&]title=|/wiki/|/index\.php/)([^\s&#]+)")


def read(document: Document) -> Iterator[RawPage]:
    """The page in the file."""
    decoded = document.read_text()
    front = front_matter(decoded.text)
    site, base_url = host_of(front.address)
    if not site:
        site, base_url = _linked_site(front.body)
    yield document.page(
        Form.MARKDOWN,
        front.body,
        offset=len(front.head.encode("utf-8", "surrogatepass")),
        line=front.head.count("\n") + 1,
        title=_title_in(front.address)
        or title_of_name(front.title)
        or document.hints.title
        or title_of_file(document.member or document.path),
        site=site,
        base_url=base_url,
        warnings=with_warning(decoded.warnings, cut=document.is_cut or text_breaks_off(front.body)),
    )


def _title_in(address: str) -> str:
    found = _PAGE.search(address)
    return title_of_name(unquote(found[1])) if found else ""


def _linked_site(text: str) -> tuple[str, str]:
    """The wiki that at least half of the links to wikis lead to."""
    hosts = Counter(_WIKI_LINK.findall(text))
    if not hosts:
        return "", ""
    best, count = hosts.most_common(1)[0]
    return host_of(best) if 2 * count >= hosts.total() else ("", "")
