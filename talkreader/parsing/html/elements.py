"""Elements of a saved page: which holds the discussion, what their classes and links mean."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from talkreader.domain.body import MarkKind
from talkreader.domain.records import dataclass
from talkreader.parsing.blocks.boxes import is_box
from talkreader.parsing.language.links import link_target
from talkreader.parsing.language.names import may_lead_to_user

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

DROPPED, PHRASE, FLOW, BLOCK, VOID, OTHER = 0, 7, 8, 9, 10, 11
"""Sorts of elements; that of a heading is its level, 1 to 6."""

_TAGS = {
    DROPPED: "script style noscript template head title meta link input button select textarea svg "
    "iframe object audio video",
    PHRASE: "a b i span small sup sub em strong s code abbr bdi font u tt",
    FLOW: "p dl ul ol li dd",
    BLOCK: "address article aside blockquote body caption center details dir div dt fieldset "
    "figcaption figure footer form header html legend main menu nav pre section summary table "
    "tbody td tfoot th thead tr",
    VOID: "br hr img",
}
SORTS = {tag: sort for sort, tags in _TAGS.items() for tag in tags.split()} | {
    f"h{level}": level for level in range(1, 7)
}
"""The sort of each element by its name; any other is in the line."""

DROPPED_IDS = frozenset(
    "toc mw-toc siteSub contentSub jump-to-nav mw-navigation catlinks mw-panel p-personal".split()
)
"""What holds no words of the page; never a paragraph, a list's item or in the line."""

_OUTPUT = "mw-parser-output"
_HOLDERS = ("div", "body", "section", "main", "article")
_AFTER = f"following::*[contains(@class, '{_OUTPUT}')]"
_CONTENT = ("mw-content-text", "bodyContent", "content")
_CONTENT_ID = re.compile(rf"id\s*=\s*[\"']?\s*(?:{'|'.join(_CONTENT)})\b", re.IGNORECASE)
_SIZE = "count(descendant::*)"
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
    "mw-cite-backlink minerva-talk-content-explained editsection "
    "mw-collapsible-toggle-default NavToggle collapseButton "
    "noprint-talkreader".split()
)
SEPARATOR_CLASSES = frozenset("mw-notalk outdent-template mw-trackedTemplate".split())
"""Classes of what parts comments and belongs to none."""

_MEANT = SEPARATOR_CLASSES | {
    "autosigned", "ext-discussiontools-init-timestamplink", "inline-quote-talk", "mw-selflink",
}  # fmt: skip
"""Classes of inline elements that say more than their tag."""
_MEANT_OF_BLOCKS = SEPARATOR_CLASSES | {"references"}


class Links(dict[str, tuple[MarkKind, str, bool]]):
    """What links mean on the wiki of a host, by their address; each is read when it is asked for.

    The last of the three says whether it may lead to a user.
    """

    def __init__(self, host: str) -> None:
        super().__init__()
        self.host = host

    def __missing__(self, href: str) -> tuple[MarkKind, str, bool]:
        if len(self) >= _MOST_LINKS:
            self.clear()
        target = None if _elsewhere(href, self.host) else link_target(href)
        if target is None:
            target = href
            if href.endswith(_SAVED) and ("//" not in href or href.startswith("file:")):
                target = _saved_page(href)
            link = MarkKind.EXTERNAL, target, may_lead_to_user(target)
        else:
            link = MarkKind.LINK, target, may_lead_to_user(target)
        self[href] = link
        return link


_MOST_LINKS = 10_000
_SAVED = (".html", ".htm")  # how a program that saves a wiki calls its pages


def _saved_page(href: str) -> str:
    """Return what a saved page's address is of: ``User%3AAda.html`` is User:Ada.

    Another file's is given as it is.
    """
    page = unquote(href.rpartition("/")[2].rpartition(".")[0])
    page = page.rpartition("title=")[2].partition("&")[0]
    return page if ":" in page else href


@lru_cache(maxsize=16)
def links_on(host: str) -> Links:
    """Return what links on the pages of a host mean."""
    return Links(host)


def _elsewhere(href: str, host: str) -> bool:
    """Say whether an address leads to another wiki than the page's own."""
    if not host or "//" not in href:
        return False
    return _host_of(href).replace(".m.", ".") != host.replace(".m.", ".")


_HOST = re.compile(r"(?:https?:)?//([a-z0-9.-]+)(?:[/?#]|\Z)")


def _host_of(href: str) -> str:
    usual = _HOST.match(href)
    if usual:
        return usual[1]
    try:
        return urlsplit(href).hostname or ""
    except ValueError:
        return ""


@dataclass(frozen=True, slots=True)
class Kinds:
    """An element's classes, and what they say of it: not shown; nothing in a line, of a block."""

    names: tuple[str, ...] = ()
    dropped: bool = False
    plain: bool = True
    bare: bool = True


NO_CLASS = Kinds()
"""What no class says."""


@lru_cache(maxsize=1024)
def kinds_of(names: str) -> Kinds:
    """Return what a class attribute says of its element."""
    found = tuple(names.split())
    bare = _MEANT_OF_BLOCKS.isdisjoint(found) and not is_box(found)
    dropped = not _DROPPED_CLASSES.isdisjoint(found)
    return Kinds(found, dropped, not dropped and _MEANT.isdisjoint(found), bare)


def is_headline(element: HtmlElement) -> bool:
    """Say whether an element holds a heading's words alone, without its edit links."""
    return "mw-headline" in element.get("class", "").split()


def _outputs(root: HtmlElement) -> list[HtmlElement]:
    """Return the elements that hold what the parser wrote, in order, but for those in the first."""
    for element in root.iter(*_HOLDERS):
        if _is_output(element):
            # the rest of the page is skin, and the first holds nearly all of it
            after: Any = element.xpath(_AFTER)
            return [element, *filter(_is_output, after)]
    return []


def _is_output(element: HtmlElement) -> bool:
    names = element.get("class", "")
    return _OUTPUT in names and _OUTPUT in names.split() and element.tag in _HOLDERS


def is_only_term(element: HtmlElement, tag: str) -> bool:
    """Say whether this is a definition list of one term: the ";fake heading" idiom."""
    return tag == "dl" and len(element) == 1 and element[0].tag == "dt"


def content_of(html: str) -> Any:
    """Return the element that holds the page: the parser's output, the content, or the body."""
    from lxml import etree

    if not html or html.isspace():
        return None
    # plain elements: those of lxml.html cost a look-up in Python each
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, collect_ids=False, remove_comments=True, remove_pis=True
    )
    root: Any = None
    with suppress(etree.XMLSyntaxError):
        root = etree.fromstring(html.encode("utf-8", "surrogatepass"), parser)
    if root is None:
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        # nested beyond the parser's limit, which drops the rest: keep the words, not the tags
        words = f"<p>{re.sub(r'<[^<>]*>', ' ', html)}</p>"
        root = etree.fromstring(words.encode("utf-8", "surrogatepass"), parser)
    outputs = _outputs(root)
    if len(outputs) == 1:
        return outputs[0]
    if outputs:
        return max(outputs[:20], key=lambda element: element.xpath(_SIZE))
    for name in _CONTENT if _CONTENT_ID.search(html) else ():  # else each would be a long search
        found = root.xpath("descendant-or-self::*[@id=$name]", name=name)
        if found:
            return found[0]
    body = root.find("body")
    return root if body is None else body
