"""What the head and the frame of a saved page say: title, site, language, revision."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

from talkreader.archives.pages.jsconfig import read_config, read_threads
from talkreader.archives.xmlpage import host_of, moment
from talkreader.domain.page import Revision, ThreadMark

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement

_WAYBACK = re.compile(r"\A(?:https?:)?//web\.archive\.org/web/\d+[a-z_]*/|\A/web/\d+[a-z_]*/")
_SAVED_FROM = re.compile(
    r"<!--\s*(?:Page saved with SingleFile\s+url:\s*|saved from url=\(\d+\))(\S+)"
)
_LINKED = re.compile(
    r"""href=["'](https?://[^/"']+|//[^/"']+)/(?:wiki/|w/index\.php|index\.php|zh-[a-z]+/)"""
)
_REVISION_PATH = re.compile(r"/revision/(\d+)\b")
_TELLING = ("html", "head", "body", "base", "link", "meta", "h1", "pre", "textarea")
"""Elements that say something about the page; it has few of them."""
_FOOTER = '//div[contains(@class, "printfooter")]//a/@href'
_BOARD = '//div[contains(@class, "flow-component")]/@data-flow-id'
_CONTENT_LANGUAGE = (
    '//*[contains(concat(" ", @class, " "), " mw-content-ltr ") or'
    ' contains(concat(" ", @class, " "), " mw-content-rtl ")]/@lang'
)
_SITE_SUFFIX = re.compile(r"\s+[-–—]\s+[^-–—]+\Z")


@lru_cache(maxsize=64)
def _path(path: str) -> XPath:
    from lxml.etree import XPath

    return XPath(f"self::{path}")


@dataclass(frozen=True, slots=True)
class HtmlHead:
    """What a saved page says about itself; "" and None where it says nothing.

    ``linked_site`` is the host that most of its links lead to: a guess. ``api_answer`` is the JSON
    of an API answer shown as a page, ``source`` the wikitext of a page saved while editing.
    """

    title: str
    site: str
    base_url: str
    linked_site: str
    linked_base_url: str
    namespace: int | None
    page_id: int | None
    language: str
    variant: str
    revision: Revision
    threads: tuple[ThreadMark, ...]
    action: str
    is_board: bool
    api_answer: str
    source: str | None


def read_head(text: str) -> HtmlHead:
    """What the page ``text`` says about itself."""
    from lxml import etree, html

    # as bytes: lxml refuses a str with an XML declaration, which XHTML pages have
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    data = text.encode("utf-8", "replace").replace(b"\0", b"")
    try:
        root = html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except etree.ParserError:
        # nothing but comments: a page without an element
        root = html.document_fromstring(b"<p></p>", ensure_head_body=True)
    return _Frame(text, root).head()


class _Frame:
    """A parsed page and its script variables."""

    def __init__(self, text: str, root: HtmlElement) -> None:
        self._text = text
        self._root = root
        self._config = read_config(text)
        self._elements: dict[str, list[HtmlElement]] = {tag: [] for tag in _TELLING}
        for element in root.iter(*_TELLING):
            self._elements[element.tag].append(element)

    def head(self) -> HtmlHead:
        """All that is known."""
        site, base_url = self._site()
        linked_site, linked_base_url = self._linked_site()
        database = self._string("wgDBname")
        return HtmlHead(
            title=self._title(),
            site=database or site,
            base_url=base_url,
            linked_site=linked_site,
            linked_base_url=linked_base_url,
            namespace=self._namespace(),
            page_id=self._page_id(),
            language=self._language(),
            variant=self._string("wgUserVariant"),
            revision=self._revision(),
            threads=read_threads(self._text, self._config),
            action=self._string("wgAction") or self._body_class("action-"),
            is_board=self._string("wgPageContentModel") == "flow-board"
            or bool(self._first_in_content("flow-component", _BOARD)),
            api_answer=self._first('pre[contains(@class, "api-pretty-content")]'),
            source=self._source(),
        )

    def _string(self, name: str) -> str:
        """A script variable that is a text."""
        value = self._config.get(name)
        return value if isinstance(value, str) else ""

    def _number(self, name: str) -> int | None:
        """A script variable that is a number; None for 0, which stands for "none" in ids."""
        value = self._config.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) and value else None

    def _first(self, path: str) -> str:
        """The text or attribute that an XPath finds first, "" if nothing.

        The path begins with the name of an element of `_TELLING`, wherever it stands.
        """
        find = _path(path)
        for element in self._elements[path.partition("[")[0].partition("/")[0]]:
            found = find(element)
            if isinstance(found, list) and found:
                first: Any = found[0]
                return str(first) if isinstance(first, str) else str(first.text_content())
        return ""

    def _first_in_content(self, needed: str, path: str) -> str:
        """The attribute that an XPath finds first in a page that holds some words.

        It looks at each element of the page, which takes longer than all else here.
        """
        found = self._root.xpath(path) if needed in self._text else []
        return str(found[0]) if isinstance(found, list) and found else ""

    def _body_class(self, prefix: str) -> str:
        """The rest of the body's class that begins with ``prefix``."""
        for name in self._first("body/@class").split():
            if name.startswith(prefix):
                return name.removeprefix(prefix)
        return ""

    def _title(self) -> str:
        """The page's title: from the scripts, the page's address, the heading, or the window."""
        name = self._string("wgPageName").replace("_", " ")
        if name:
            return name
        version_of = self._first('link[@rel="dc:isVersionOf"]/@href')
        if version_of:
            base = self._first("base/@href")
            return _title_in(version_of, base)
        for address in self._addresses():
            title = _title_in(address)
            if title:
                return title
        heading = self._first('h1[@id="firstHeading"]').strip()
        if heading:
            return heading
        window = self._first("head/title").strip()
        return _SITE_SUFFIX.sub("", window) if _SITE_SUFFIX.search(window) else ""

    def _addresses(self) -> Iterator[str]:
        """The addresses that the page gives for itself, best first."""
        for path in (
            'link[@rel="canonical"]/@href',
            'link[@rel="dc:isVersionOf"]/@href',
            'meta[@property="og:url"]/@content',
        ):
            address = _WAYBACK.sub("", self._first(path))
            if address:
                yield address
        footer = _WAYBACK.sub("", self._first_in_content("printfooter", _FOOTER))
        if footer:
            yield footer
        saved = _SAVED_FROM.search(self._text[:8192])
        if saved:
            yield _WAYBACK.sub("", saved[1])

    def _site(self) -> tuple[str, str]:
        """The wiki's host and base address."""
        more = ("base/@href", 'link[@rel="EditURI"]/@href', "html/@about")
        for address in (*self._addresses(), *(_WAYBACK.sub("", self._first(p)) for p in more)):
            host, base_url = host_of(address)
            if host:
                return host, base_url
        return "", ""

    def _linked_site(self) -> tuple[str, str]:
        """The wiki that at least half of the links to wikis lead to."""
        hosts = Counter(_LINKED.findall(self._text))
        if not hosts:
            return "", ""
        best, count = hosts.most_common(1)[0]
        return host_of(best) if 2 * count >= hosts.total() else ("", "")

    def _namespace(self) -> int | None:
        """The namespace's number."""
        value = self._config.get("wgNamespaceNumber")
        if isinstance(value, int):
            return value
        found = self._first('meta[@property="mw:pageNamespace"]/@content')
        found = found or self._body_class("ns-")
        return int(found) if re.fullmatch(r"-?\d+", found) else None

    def _page_id(self) -> int | None:
        """The page's number on its wiki."""
        found = self._first('meta[@property="mw:pageId"]/@content')
        return self._number("wgArticleId") or (int(found) if found.isdecimal() else None)

    def _language(self) -> str:
        """The language of the content; ``<html lang>`` is the reader's own, and comes last."""
        return (
            self._string("wgPageContentLanguage")
            or self._first('meta[@http-equiv="content-language"]/@content')
            or self._first_in_content("mw-content-", _CONTENT_LANGUAGE)
            or self._first("body/@lang")
            or self._first("html/@lang")
        ).lower()

    def _revision(self) -> Revision:
        """Which revision was saved."""
        about = _REVISION_PATH.search(self._first("html/@about"))
        return Revision(
            id=self._number("wgRevisionId") or (int(about[1]) if about else None),
            timestamp=moment(self._first('meta[@property="dc:modified"]/@content')),
        )

    def _source(self) -> str | None:
        """The wikitext in the edit box of a page saved while editing."""
        for element in self._elements["textarea"]:
            if element.get("id") == "wpTextbox1":
                return str(element.text_content())
        return None


def _title_in(address: str, base: str = "") -> str:
    """The page title in a wiki address, "" when it has none.

    ``base`` is the address that titles follow directly, where it is known.
    """
    if base and address.startswith(base):
        return unquote(address.removeprefix(base)).replace("_", " ")
    try:
        parts = urlsplit(address)
    except ValueError:  # "http://[…": not an address
        return ""
    query = parse_qs(parts.query).get("title")
    if query:
        return query[0].replace("_", " ")
    for prefix in ("/wiki/", "/index.php/"):
        _, found, title = parts.path.partition(prefix)
        if found and title:
            return unquote(title).replace("_", " ")
    return ""
