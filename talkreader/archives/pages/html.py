"""A page saved from a browser, or fetched as HTML: any skin, old parser or Parsoid, or a fragment.

The text given on is the HTML itself, decoded; here only its head is understood: which page of which
wiki it is, in which language and revision.
"""

from __future__ import annotations

from collections.abc import Iterator

from talkreader.archives.document import Document
from talkreader.archives.pages.htmlhead import HtmlHead, read_head
from talkreader.archives.pages.wikitext import title_of_file
from talkreader.archives.xmlpage import host_of
from talkreader.domain.errors import NotAnArchive
from talkreader.domain.page import Form, RawPage

_HISTORY = (
    "{path} is the history of “{title}”, a list of its versions without their text;"
    " save the page itself"
)
_FACTS = "{path} is the page information of “{title}”, not the page; save the page itself"


def pages_of_html(
    document: Document,
    text: str,
    warnings: tuple[str, ...] = (),
    address: str = "",
    head: HtmlHead | None = None,
) -> Iterator[RawPage]:
    """The page that ``text`` holds; ``address`` is where it was fetched ("" unknown).

    ``head`` is what the page says about itself, where that was read before.
    """
    head = head or read_head(text)
    _refuse(document, head)
    title = head.title or document.hints.title or title_of_file(document.member or document.path)
    site, base_url = head.site, head.base_url
    if not site and address:
        site, base_url = host_of(address)
    if not site and not document.hints.site:
        site, base_url = head.linked_site, head.linked_base_url
    yield document.page(
        Form.WIKITEXT if head.source is not None else Form.HTML,
        text if head.source is None else head.source,
        title=title,
        site=site,
        base_url=base_url,
        namespace=head.namespace,
        page_id=head.page_id,
        language=head.language,
        variant=head.variant,
        revision=head.revision,
        threads=head.threads,
        warnings=warnings,
    )


def _refuse(document: Document, head: HtmlHead) -> None:
    """Raise NotAnArchive for saved pages that hold no discussion."""
    if head.action in ("history", "info"):
        raise NotAnArchive(
            _HISTORY if head.action == "history" else _FACTS, path=document.path, title=head.title
        )
    if head.is_board:
        raise NotAnArchive(
            "{path} is a Structured Discussions board, which cannot be read yet;"
            " look for the wikitext page that the wiki moved the board to, and save that",
            path=document.path,
        )
