"""HTML to blocks: any skin of MediaWiki, the old parser or Parsoid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from talkreader.domain.body import BlockKind, MarkKind, Span
from talkreader.parsing import boxes
from talkreader.parsing.blocks import (
    QUOTE_TAGS,
    TAG_MARKS,
    Block,
    LinkBuilder,
    TextBuilder,
    new_span,
)
from talkreader.parsing.boxes import BoxStack
from talkreader.parsing.html_elements import (
    NO_CLASS,
    SEPARATOR_CLASSES,
    content_of,
    is_headline,
    is_only_term,
    kinds_of,
    link_of,
)
from talkreader.parsing.variants import choose_parsoid

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

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
_DROPPED_IDS = frozenset(
    "toc mw-toc siteSub contentSub jump-to-nav mw-navigation catlinks mw-panel p-personal".split()
)
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
        self._detail = detail
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
        self._bare_heading = False
        """Inside a heading that holds no headline element."""
        self._separator = 0
        self._boxes = BoxStack()
        self._naming = 0
        self._cell = (0, 0)
        self._cells = 0
        self._open_marks: list[tuple[int, MarkKind, str]] = []

    def read(self, html: str) -> list[Block]:
        """Return the blocks of a page; empty when there is no element in it."""
        self._variants = "data-mw-variant" in html
        root = content_of(html)
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
                kinds = kinds_of(names) if names else NO_CLASS
                if not (kinds.dropped or child.get("id") in _DROPPED_IDS):
                    if tag in _PHRASES and kinds.plain and self._is_leaf(child):
                        self._leaf(child, tag)
                    else:
                        self._element(child, tag, kinds.names)
            text = child.tail
            if text:
                self._text(text)

    def _is_leaf(self, element: HtmlElement) -> bool:
        """Say whether an inline element holds text alone, which is shown as it is."""
        return not (len(element) or self._variants or self._nested > _DEEPEST)

    def _leaf(self, element: HtmlElement, tag: str) -> None:
        text = element.text
        if not text:
            return
        mark = self._mark_of(element, tag, ())
        builder, start = self._inline, self._inline.length
        self._text(text)
        if mark is not None:
            builder.mark(start, *mark)
        if self._detail and start < builder.length:
            builder.inlines.append(new_span((start, builder.length)))

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
        headline = None
        if not self._bare_heading:  # else there is none in it, either
            headlines = (inner for inner in element.iter("*") if is_headline(inner))
            headline = next(headlines, None)
        builder, kept = self._builder(), (self._inline, self._bare_heading)
        self._inline, self._bare_heading = builder, headline is None
        self._children(element if headline is None else headline)
        self._inline, self._bare_heading = kept
        self._open_marks.clear()
        block = builder.finish(Block(text="", kind=BlockKind.HEADING, level=level))
        if block is not None:
            self.blocks.append(block)

    def _block(self, element: HtmlElement, tag: str, classes: Sequence[str]) -> None:
        self._flush()
        kept = (self._depth, self._lists, self._kind, self._cell)
        quote = tag in QUOTE_TAGS or "references" in classes
        separator = not SEPARATOR_CLASSES.isdisjoint(classes) or is_only_term(element, tag)
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
        separator = bool(classes) and not SEPARATOR_CLASSES.isdisjoint(classes)
        if separator:
            self._flush()
            self._separator += 1
        builder, start, before = self._inline, self._inline.length, len(self._inline.marks)
        if mark is not None:
            self._open_marks.append((start, *mark))
        quote = tag in QUOTE_TAGS or (bool(classes) and "inline-quote-talk" in classes)
        self._children(element)
        if mark is not None and self._open_marks:
            begin, kind, target = self._open_marks.pop()
            self._inline.mark(begin, kind, target)
        if self._inline is builder:
            span = Span(start, builder.length)
            # else it wraps nothing, or no link that anybody asks for
            if start < builder.length and (self._detail or len(builder.marks) > before):
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
        """Return what an element means; without detail, of links those that may lead to a user."""
        if tag != "a":
            kind = TAG_MARKS.get(tag) if self._detail else None
            return None if kind is None else (kind, "")
        href = element.get("href")
        if "ext-discussiontools-init-timestamplink" in classes:
            return None
        if href is None:
            return (MarkKind.LINK, self._title) if "mw-selflink" in classes else None
        kind, target, loud = link_of(href, self._host)
        return (kind, target) if loud or self._detail else None


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
