"""Elements of a saved page: which holds the discussion, what their classes and links mean."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from talkreader.domain.body import MarkKind
from talkreader.parsing.links import link_target
from talkreader.parsing.names import may_lead_to_user

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

_OUTPUT = "mw-parser-output"
_SIZE = "count(descendant::*|descendant::comment()|descendant::processing-instruction())"
_DROPPED_CLASSES = frozenset(
    "mw-editsection mw-editsection-like toc mw-jump-link mw-empty-elt printfooter catlinks "
    "ext-discussiontools-init-replylink-buttons ext-discussiontools-init-section-bar "
    "ext-discussiontools-init-section-metadata ext-discussiontools-init-sidebar-meta "
    "ext-discussiontools-init-section-overflowMenuButton "
    "ext-discussiontools-init-section-subscribe "
    "ext-discussiontools-init-pageframe-latestcomment "
    "ext-discussiontools-init-section-ellipsisButton "
    "ext-discussiontools-init-section-subscribeButton ext-discussiontools-emptystate "
    "ext-discussiontools-init-lede-button-container "
    "mw-cite-backlink minerva-talk-content-explained "
    "noprint-talkreader".split()
)
SEPARATOR_CLASSES = frozenset("mw-notalk outdent-template mw-trackedTemplate".split())
"""Classes of what parts comments and belongs to none."""

_MEANT = SEPARATOR_CLASSES | {
    "autosigned", "ext-discussiontools-init-timestamplink", "inline-quote-talk", "mw-selflink",
}  # fmt: skip
"""Classes of inline elements that say more than their tag."""


@lru_cache(maxsize=20_000)
def link_of(href: str, host: str) -> tuple[MarkKind, str, bool]:
    """Return what a link means on the wiki of a host, and whether it may lead to a user."""
    target = link_target(href)
    if target is None or _elsewhere(href, host):
        return MarkKind.EXTERNAL, href, may_lead_to_user(href)
    return MarkKind.LINK, target, may_lead_to_user(target)


def _elsewhere(href: str, host: str) -> bool:
    """Say whether an address leads to another wiki than the page's own."""
    if not host or "//" not in href:
        return False
    return _host_of(href).replace(".m.", ".") != host.replace(".m.", ".")


@lru_cache(maxsize=4096)
def _host_of(href: str) -> str:
    return urlsplit(href).hostname or ""


class Kinds(NamedTuple):
    """An element's classes, and what they say of it: not shown, nothing at all."""

    names: tuple[str, ...] = ()
    dropped: bool = False
    plain: bool = True


NO_CLASS = Kinds()
"""What no class says."""


@lru_cache(maxsize=1024)
def kinds_of(names: str) -> Kinds:
    """Return what a class attribute says of its element."""
    found = tuple(names.split())
    return Kinds(found, not _DROPPED_CLASSES.isdisjoint(found), _MEANT.isdisjoint(found))


def is_headline(element: HtmlElement) -> bool:
    """Say whether an element holds a heading's words alone, without its edit links."""
    return "mw-headline" in element.get("class", "").split()


def _outputs(root: HtmlElement, html: str) -> list[HtmlElement]:
    """Return the elements that hold what the parser wrote, in order."""
    found: list[HtmlElement] = []
    most = html.count(_OUTPUT) - html.count(f".{_OUTPUT}")  # those in style sheets are none
    for element in root.iter("*") if most else ():
        names = element.get("class")
        if names and _OUTPUT in names and _OUTPUT in names.split():
            found.append(element)
            if len(found) == most:
                break
    return found


def is_only_term(element: HtmlElement, tag: str) -> bool:
    """Say whether this is a definition list of one term: the ";fake heading" idiom."""
    return tag == "dl" and len(element) == 1 and element[0].tag == "dt"


def content_of(html: str) -> Any:
    """Return the element that holds the page: the parser's output, the content, or the body."""
    from lxml import etree

    if not html.strip():
        return None
    # plain elements: those of lxml.html cost a look-up in Python each
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root: Any = None
    with suppress(etree.XMLSyntaxError):
        root = etree.fromstring(html.encode("utf-8", "surrogatepass"), parser)
    if root is None:
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        # nested beyond the parser's limit, which drops the rest: keep the words, not the tags
        words = f"<p>{re.sub(r'<[^<>]*>', ' ', html)}</p>"
        root = etree.fromstring(words.encode("utf-8", "surrogatepass"), parser)
    outputs = _outputs(root, html)
    if len(outputs) == 1:
        return outputs[0]
    if outputs:
        return max(outputs[:20], key=lambda element: element.xpath(_SIZE))
    for name in ("mw-content-text", "bodyContent", "content"):
        found = root.xpath("descendant-or-self::*[@id=$name]", name=name)
        if found:
            return found[0]
    body = root.find("body")
    return root if body is None else body
