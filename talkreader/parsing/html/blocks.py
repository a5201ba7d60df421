"""HTML to blocks: any skin of MediaWiki, the old parser or Parsoid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from talkreader.domain.body import BlockKind, MarkKind, Span
from talkreader.parsing.blocks import boxes
from talkreader.parsing.blocks.blocks import (
    QUOTE_TAGS,
    TAG_MARKS,
    Block,
)
from talkreader.parsing.blocks.boxes import BoxStack
from talkreader.parsing.html.elements import (
    BLOCK,
    DROPPED_IDS,
    FLOW,
    NO_CLASS,
    OTHER,
    PHRASE,
    SEPARATOR_CLASSES,
    SORTS,
    VOID,
    Kinds,
    content_of,
    is_headline,
    is_only_term,
    kinds_of,
    links_on,
)
from talkreader.parsing.html.text import SPACES, HtmlText
from talkreader.parsing.language.variants import choose_parsoid

if TYPE_CHECKING:
    from lxml.etree import _Element as HtmlElement

_DEEPEST = 150  # elements; the deepest real threads reach about 80
_LIST_MARK = {"ul": "*", "ol": "#", "dl": ":"}
_ITEMS = {"*": BlockKind.BULLET, "#": BlockKind.NUMBER}


class HtmlBlocks:
    """Walks a page's HTML once and yields its blocks.

    ``title`` is the page's own, which a self-link names; ``host`` is the wiki's own, "" unknown;
    ``variant`` is the script that converter rules are shown in.
    """

    def __init__(
        self, title: str = "", host: str = "", variant: str = "zh-hans", *, detail: bool = True
    ) -> None:
        self._detail = detail
        self._title = title
        self._links = links_on(host)
        self._variant = variant
        self.blocks: list[Block] = []
        self._gathered = HtmlText()
        self._ended = 0
        """How many blocks ended so far, and how many times words were blank and dropped."""
        self._dropped = 0
        self._depth = 0
        self._lists = ""
        self._kind = BlockKind.PARAGRAPH
        self._quote = 0
        self._pre = 0
        self._in_heading = False
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
        root = content_of(html)
        if root is not None:
            self._children(root, root.tag, 0)
            self._flush()
        return self.blocks

    def _flush(self) -> None:
        """End the block that stands open, if there are words in it."""
        inline = self._gathered
        if not inline.parts:  # most times
            if inline.marks:
                inline.clear()
            return
        if self._in_heading:  # a heading is one line, whatever stands in it
            inline.parts.append(" ")
            return
        parts = inline.parts
        whole = parts[0] if len(parts) == 1 else "".join(parts)
        text = "" if whole == "\n" else whole.strip(SPACES)
        if not text:
            inline.clear()
            self._dropped += 1
            if self._open_marks:
                self._reopen_marks()
            return
        self._ended += 1
        if self._open_marks:
            end = len(inline.parts)
            inline.marks += [(begin, end, kind, to) for begin, kind, to in self._open_marks]
            inline.nested = True
            self._reopen_marks()
        separator = self._separator > 0
        block = Block("", self._kind, self._depth, self._lists)
        block.separator = separator
        block.row, block.column = self._cell
        inline.finish(block, whole, text, verbatim=self._pre > 0)
        inline.clear()
        if self._boxes.path:
            self._put_in_box(block)
        if self._quote:
            block.quotes = [Span(0, len(block.text))]
            if block.kind is BlockKind.PARAGRAPH:
                block.kind = BlockKind.QUOTE
        self.blocks.append(block)

    def _put_in_box(self, block: Block) -> None:
        """Say in which boxes a block stands; the first in a box without a title gives it one."""
        boxes = self._boxes
        block.boxes, block.box_title = boxes.path, bool(self._naming)
        if boxes.untitled:
            boxes.entitle(block.text)
        block.box = boxes.title

    def _reopen_marks(self) -> None:
        """Let the marks that stand open begin with the next block's words."""
        self._open_marks = [(0, kind, target) for _, kind, target in self._open_marks]

    def _children(self, element: HtmlElement, name: str, nested: int) -> None:
        """Read what an element of a name holds, which lies in so many others."""
        parts = self._gathered.parts
        text = element.text
        if text:
            parts.append(text)
        if nested > _DEEPEST:
            self._words(element)
            return
        sort_of, detail = SORTS.get, self._detail
        child: Any  # a comment's tag is no name
        for child in element:
            tag = child.tag
            sort = sort_of(tag, OTHER)
            if sort:  # else it is not shown
                names = child.get("class")
                kinds = kinds_of(names) if names else NO_CLASS
                if sort == PHRASE and kinds.plain and not len(child):
                    text = child.text
                    if not text:
                        self._variant_of(child)
                    else:
                        parts.append(text)
                        if detail or tag == "a":
                            self._mark_last(child, tag)
                elif not kinds.dropped:
                    self._element(sort, child, tag, name, kinds, nested)
            text = child.tail
            if text:
                parts.append(text)

    def _element(
        self, sort: int, element: HtmlElement, tag: Any, name: str, kinds: Kinds, nested: int
    ) -> None:
        """Read an element of a sort, in one of a name."""
        if sort == FLOW:
            self._flow(element, tag, name, kinds, nested)
        elif sort == PHRASE:
            self._phrase(element, tag, kinds.names, nested)
        elif sort == VOID:
            self._void(element, tag)
        elif not isinstance(tag, str) or element.get("id") in DROPPED_IDS:
            return  # a comment has a function for a tag
        elif sort == BLOCK:
            self._block(element, tag, name, kinds.names, nested)
        elif sort == OTHER:
            if not (len(element) or element.text):
                self._variant_of(element)
            self._phrase(element, tag, kinds.names, nested)
        else:
            self._heading(element, sort, nested)

    def _mark_last(self, element: HtmlElement, tag: str) -> None:
        """Mark the last piece of text, which is all that an element in the line holds."""
        inline, detail = self._gathered, self._detail
        end = len(inline.parts)
        if tag == "a":
            href = element.get("href")
            if href is not None:
                kind, target, loud = self._links[href]
                if loud or detail:
                    inline.marks.append((end - 1, end, kind, target))
        elif tag in TAG_MARKS:
            inline.marks.append((end - 1, end, TAG_MARKS[tag], ""))
        if detail:
            inline.inlines.append((end - 1, end))

    def _words(self, element: HtmlElement) -> None:
        """Read the words below an element alone: it is forged, for no page nests so deep."""
        parts = self._gathered.parts
        child: Any
        for child in element:
            if isinstance(child.tag, str) and SORTS.get(child.tag, OTHER):
                names = child.get("class")
                if not ((names and kinds_of(names).dropped) or child.get("id") in DROPPED_IDS):
                    parts.append(" ".join(map(str, child.itertext())))
            if child.tail:
                parts.append(child.tail)

    def _variant_of(self, element: HtmlElement) -> None:
        """Read an empty element: the one that Parsoid leaves for a rule of the converter."""
        rule = element.get("data-mw-variant")
        if rule:
            self._gathered.parts.append(choose_parsoid(rule, self._variant))

    def _void(self, element: HtmlElement, tag: str) -> None:
        """Read an element that never holds anything: a line break, a rule, a picture."""
        if tag == "br":
            self._gathered.line_break()
        elif tag == "hr":
            self._flush()
        elif self._detail:
            place = len(self._gathered.parts)
            self._gathered.marks.append((place, place, MarkKind.IMAGE, element.get("alt", "")))
            self._gathered.nested = True

    def _heading(self, element: HtmlElement, level: int, nested: int) -> None:
        self._flush()
        headline = None
        if not self._bare_heading:  # else there is none in it, either
            headlines = (inner for inner in element.iter("*") if is_headline(inner))
            headline = next(headlines, None)
        kept = self._gathered, self._bare_heading, self._in_heading
        inline, words = HtmlText(), element if headline is None else headline
        self._gathered, self._bare_heading, self._in_heading = inline, headline is None, True
        self._children(words, words.tag, nested + 1)
        self._gathered, self._bare_heading, self._in_heading = kept
        self._open_marks.clear()
        whole = "".join(inline.parts)
        if text := whole.strip(SPACES):
            block = Block("", BlockKind.HEADING)
            block.level = level
            inline.finish(block, whole, text, verbatim=bool(self._pre))
            self.blocks.append(block)

    def _flow(self, element: HtmlElement, tag: str, name: str, kinds: Kinds, nested: int) -> None:
        """Read a paragraph, a list or an item of one."""
        if not kinds.bare or self._boxes.untitled:
            self._block(element, tag, name, kinds.names, nested)
            return
        inline = self._gathered
        if inline.parts or inline.marks:
            self._flush()
        if tag == "dd" or tag == "li":  # noqa: PLR1714  a set of both takes longer
            lists, kind = self._lists, self._kind
            mark = _LIST_MARK.get(name, "*")
            self._depth += 1
            self._lists = lists + mark
            self._kind = _ITEMS.get(mark, BlockKind.INDENT)
            self._children(element, tag, nested + 1)
            if inline.parts or inline.marks:
                self._flush()
            self._depth -= 1
            self._lists, self._kind = lists, kind
            return
        term = tag == "dl" and is_only_term(element, tag)
        self._separator += term
        self._children(element, tag, nested + 1)
        if inline.parts or inline.marks:
            self._flush()
        self._separator -= term

    def _block(
        self, element: HtmlElement, tag: str, name: str, classes: Sequence[str], nested: int
    ) -> None:
        """Read a block of any kind, in an element of a name."""
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
        self._enter(tag, name)
        self._children(element, tag, nested + 1)
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

    def _enter(self, tag: str, name: str) -> None:
        if tag in ("li", "dd"):
            mark = _LIST_MARK.get(name, "*")
            self._depth += 1
            self._lists += mark
            self._kind = _ITEMS.get(mark, BlockKind.INDENT)
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

    def _phrase(self, element: HtmlElement, tag: str, classes: Sequence[str], nested: int) -> None:
        """Read an element in the line that holds others, or means something."""
        mark = self._mark_of(element, tag, classes) if self._detail or tag == "a" else None
        separator = bool(classes) and not SEPARATOR_CLASSES.isdisjoint(classes)
        if separator:
            self._flush()
            self._separator += 1
        inline, ended, dropped = self._gathered, self._ended, self._dropped
        start, before = len(inline.parts), len(inline.marks)
        if mark is not None:
            self._open_marks.append((start, *mark))
        self._children(element, tag, nested + 1)
        end = len(inline.parts)
        if mark is not None and self._open_marks:
            inline.marks.append((self._open_marks.pop()[0], end, *mark))
            inline.nested = True
        if self._ended == ended:
            if self._dropped != dropped:
                start = 0
            # else it wraps nothing, or no link that anybody asks for
            if self._detail or len(inline.marks) > before:
                inline.inlines.append((start, end))
            if tag in QUOTE_TAGS or (classes and "inline-quote-talk" in classes):
                inline.quotes.append((start, end))
            if classes and "autosigned" in classes:
                inline.unsigned.append((start, end))
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
        kind, target, loud = self._links[href]
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
