"""HTML to blocks: any skin of MediaWiki, the old parser or Parsoid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from talkreader.domain.body import BlockKind, MarkKind, Span
from talkreader.parsing import boxes
from talkreader.parsing.blocks import QUOTE_TAGS, TAG_MARKS, Block, LinkBuilder, TextBuilder
from talkreader.parsing.boxes import BoxStack
from talkreader.parsing.links import link_target
from talkreader.parsing.variants import choose_parsoid

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

_OF_CLASS = "descendant-or-self::*[contains(concat(' ', normalize-space(@class), ' '), $name)]"
_SIZE = "count(descendant::*|descendant::comment()|descendant::processing-instruction())"
_PHRASES = frozenset("a b i span small sup sub em strong s code abbr bdi font u tt".split())
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form header hr html legend li main menu nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul".split()
)
_DROPPED_TAGS = frozenset(
    "script style noscript template head title meta link input button select textarea svg math "
    "iframe object audio video".split()
) - {"math"}
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
_DROPPED_IDS = frozenset(
    "toc mw-toc siteSub contentSub jump-to-nav mw-navigation catlinks mw-panel p-personal".split()
)
_SEPARATOR_CLASSES = frozenset("mw-notalk outdent-template mw-trackedTemplate".split())
_DEEPEST = 150  # elements; the deepest real threads reach about 80
_LIST_MARK = {"ul": "*", "ol": "#", "dl": ":"}


class HtmlBlocks:
    """Walks a page's HTML once and yields its blocks.

    ``title`` is the page's own, which a self-link names; ``host`` is the wiki's own, "" unknown;
    ``variant`` is the script that converter rules are shown in.
    """

    def __init__(
        self, title: str = "", host: str = "", variant: str = "zh-hans", *, detail: bool = True
    ) -> None:
        self._builder = TextBuilder if detail else LinkBuilder
        self._title = title
        self._host = host
        self._variant = variant
        self.blocks: list[Block] = []
        self._inline = self._builder()
        self._depth = 0
        self._nested = 0
        self._variants = True
        self._lists = ""
        self._kind = BlockKind.PARAGRAPH
        self._quote = 0
        self._pre = 0
        self._separator = 0
        self._boxes = BoxStack()
        self._naming = 0
        self._cell = (0, 0)
        self._cells = 0
        self._open_marks: list[tuple[int, MarkKind, str]] = []

    def read(self, html: str) -> list[Block]:
        """Return the blocks of a page; empty when there is no element in it."""
        self._variants = "data-mw-variant" in html
        root = _content(html)
        if root is not None:
            self._children(root)
            self._flush()
        return self.blocks

    def _flush(self) -> None:
        if not self._inline.length:  # most flushes: between tags stands nothing
            self._inline.marks.clear()
            return
        builder, self._inline = self._inline, self._builder()
        for start, kind, target in self._open_marks:
            builder.mark(start, kind, target)
        self._open_marks = [(0, kind, target) for _, kind, target in self._open_marks]
        block = builder.finish(
            Block(
                text="",
                kind=self._kind,
                depth=self._depth,
                lists=self._lists,
                separator=bool(self._separator),
                box=self._boxes.title,
                boxes=self._boxes.path,
                box_title=bool(self._naming),
                row=self._cell[0],
                column=self._cell[1],
            )
        )
        if block is None:
            return
        if self._boxes.untitled:
            self._boxes.entitle(block.text)
            block.box = self._boxes.title
        if self._quote:
            block.quotes = [Span(0, len(block.text))]
            if block.kind is BlockKind.PARAGRAPH:
                block.kind = BlockKind.QUOTE
        self.blocks.append(block)

    def _children(self, element: HtmlElement) -> None:
        text = element.text
        if text:
            self._text(text)
        child: Any  # a comment's tag is no name
        for child in element:
            tag = child.tag
            if isinstance(tag, str) and tag not in _DROPPED_TAGS:
                names = child.get("class")
                classes = _classes(names) if names else ()
                if not _dropped(child, classes):
                    self._element(child, tag, classes)
            text = child.tail
            if text:
                self._text(text)

    def _text(self, text: str) -> None:
        if self._pre:
            self._inline.add_raw(text)
        elif "\n" not in text or not self._inline.length:
            self._inline.add(text)
        elif text.isspace():
            self._inline.seam()
        else:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._inline.seam()
                self._inline.add(line)

    def _element(self, element: HtmlElement, tag: str, classes: Sequence[str]) -> None:
        if self._nested > _DEEPEST:  # forged: no page nests so deep; its words are kept
            self._text(" ".join(map(str, element.itertext())))
            return
        self._nested += 1
        if tag in _PHRASES:  # the commonest first
            self._inline_element(element, tag, classes)
        elif tag in _HEADINGS:
            self._heading(element, _HEADINGS[tag])
        elif tag == "br":
            self._inline.line_break()
        elif tag == "hr":
            self._flush()
        elif tag == "img":
            start = self._inline.length
            self._inline.mark(start, MarkKind.IMAGE, element.get("alt", ""))
        elif tag in _BLOCK_TAGS:
            self._block(element, tag, classes)
        else:
            self._inline_element(element, tag, classes)
        self._nested -= 1

    def _heading(self, element: HtmlElement, level: int) -> None:
        self._flush()
        headlines = (inner for inner in element.iter("*") if _is_headline(inner))
        builder, kept = self._builder(), (self._inline, self._depth, self._kind)
        self._inline = builder
        self._children(next(headlines, element))
        self._inline = kept[0]
        self._open_marks.clear()
        block = builder.finish(Block(text="", kind=BlockKind.HEADING, level=level))
        if block is not None:
            self.blocks.append(block)

    def _block(self, element: HtmlElement, tag: str, classes: Sequence[str]) -> None:
        self._flush()
        kept = (self._depth, self._lists, self._kind, self._cell)
        quote = tag in QUOTE_TAGS or "references" in classes
        separator = not _SEPARATOR_CLASSES.isdisjoint(classes) or _only_term(element, tag)
        title = self._is_title(element, tag, classes)
        box = tag == "details" or (bool(classes) and boxes.is_box(classes))
        if box:
            self._boxes.open()
        self._quote += quote
        self._separator += separator
        self._naming += title
        pre = tag == "pre"
        self._pre += pre
        self._enter(element, tag)
        self._children(element)
        self._flush()
        self._pre -= pre
        self._separator -= separator
        self._naming -= title
        self._quote -= quote
        if box:
            self._boxes.close()
        self._depth, self._lists, self._kind, self._cell = kept

    def _is_title(self, element: HtmlElement, tag: str, classes: Sequence[str]) -> bool:
        """Say whether an element names the box it stands in, and is no signed verdict."""
        if not self._boxes.untitled:
            return False
        title = tag in ("summary", "caption", "th") or not boxes.HEADERS.isdisjoint(classes)
        if not title and tag == "div":
            after = element.getnext()
            follows = "" if after is None else after.get("class", "")
            title = not boxes.CONTENTS.isdisjoint(follows.split())
        return title and not boxes.is_signed("".join(map(str, element.itertext())))

    def _enter(self, element: HtmlElement, tag: str) -> None:
        if tag in ("li", "dd"):
            self._depth += 1
            parent = element.getparent()
            name = parent.tag if parent is not None and isinstance(parent.tag, str) else "ul"
            mark = _LIST_MARK.get(name, "*")
            self._lists += mark
            self._kind = {"*": BlockKind.BULLET, "#": BlockKind.NUMBER}.get(mark, BlockKind.INDENT)
        elif tag == "dt":
            self._kind = BlockKind.TERM
        elif tag == "pre":
            self._kind = BlockKind.CODE
        elif tag in ("td", "th"):
            self._kind = BlockKind.CELL
            self._cell = (self._cell[0], self._cells)
            self._cells += 1
        elif tag == "tr":
            self._cell = (self._cell[0] + 1, 0)
            self._cells = 0

    def _inline_element(self, element: HtmlElement, tag: str, classes: Sequence[str]) -> None:
        rule = element.get("data-mw-variant") if self._variants else None
        if rule:
            self._inline.add(choose_parsoid(rule, self._variant))
            return
        mark = self._mark_of(element, tag, classes)
        separator = bool(classes) and not _SEPARATOR_CLASSES.isdisjoint(classes)
        if separator:
            self._flush()
            self._separator += 1
        builder, start = self._inline, self._inline.length
        if mark is not None:
            self._open_marks.append((start, *mark))
        quote = tag in QUOTE_TAGS or (bool(classes) and "inline-quote-talk" in classes)
        self._children(element)
        if mark is not None and self._open_marks:
            begin, kind, target = self._open_marks.pop()
            self._inline.mark(begin, kind, target)
        if self._inline is builder:
            span = Span(start, builder.length)
            if start < builder.length:  # else it wraps nothing
                builder.inlines.append(span)
            if quote:
                builder.quotes.append(span)
            if classes and "autosigned" in classes:
                builder.unsigned.append(span)
        if separator:
            self._flush()
            self._separator -= 1

    def _mark_of(
        self, element: HtmlElement, tag: str, classes: Sequence[str]
    ) -> tuple[MarkKind, str] | None:
        if tag == "a":
            return self._link(element, classes)
        kind = TAG_MARKS.get(tag)
        return None if kind is None else (kind, "")

    def _link(self, element: HtmlElement, classes: Sequence[str]) -> tuple[MarkKind, str] | None:
        href = element.get("href")
        if "ext-discussiontools-init-timestamplink" in classes:
            return None
        if href is None:
            return (MarkKind.LINK, self._title) if "mw-selflink" in classes else None
        target = link_target(href)
        if target is None or self._elsewhere(href):
            return (MarkKind.EXTERNAL, href)
        return (MarkKind.LINK, target)

    def _elsewhere(self, href: str) -> bool:
        """Say whether an address leads to another wiki than the page's own."""
        if not self._host or "//" not in href:
            return False
        host = _host_of(href)
        return host.replace(".m.", ".") != self._host.replace(".m.", ".")


@lru_cache(maxsize=4096)
def _host_of(href: str) -> str:
    return urlsplit(href).hostname or ""


@lru_cache(maxsize=1024)
def _classes(names: str) -> tuple[str, ...]:
    return tuple(names.split())


def _is_headline(element: HtmlElement) -> bool:
    """Say whether an element holds a heading's words alone, without its edit links."""
    return "mw-headline" in element.get("class", "").split()


def _of_class(element: HtmlElement, name: str) -> Any:
    """Return the elements of a class, in order."""
    return element.xpath(_OF_CLASS, name=f" {name} ")


def _dropped(element: HtmlElement, classes: Sequence[str]) -> bool:
    if classes and not _DROPPED_CLASSES.isdisjoint(classes):
        return True
    return element.get("id") in _DROPPED_IDS


def _only_term(element: HtmlElement, tag: str) -> bool:
    """Say whether this is a definition list of one term: the ";fake heading" idiom."""
    return tag == "dl" and len(element) == 1 and element[0].tag == "dt"


def _content(html: str) -> Any:
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
    outputs = _of_class(root, "mw-parser-output")
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


def html_blocks(
    html: str,
    title: str = "",
    base_url: str = "",
    variant: str = "zh-hans",
    *,
    detail: bool = True,
) -> list[Block]:
    """Return the blocks of a saved page; ``title``, ``base_url`` and ``variant`` are its own."""
    host = urlsplit(base_url).hostname or "" if "//" in base_url else ""
    return HtmlBlocks(title, host, variant, detail=detail).read(html)
