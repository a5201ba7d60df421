"""Wikitext with ordinary markup, read in one pass: its text, its links, what may wrap those.

Ordinary are links, addresses, bold and italic, tags that close where they opened, entities, calls
of templates without markup in them. Of anything else nothing is said: `Inline` reads it, and comes
to the same where both can.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache

from talkreader.domain.body import Mark, MarkKind, Span
from talkreader.parsing.blocks.blocks import (
    QUOTE_TAGS,
    Piece,
    by_place,
    fold_space,
    marks_at,
    new_mark,
    new_span,
    spans_at,
)
from talkreader.parsing.language.languages import is_language
from talkreader.parsing.language.links import written_out
from talkreader.parsing.language.names import may_lead_to_user
from talkreader.parsing.wikitext.words import (
    BLOCK_TAGS,
    CATEGORY_WORDS,
    ENTITY,
    FILE_WORDS,
    TRAIL,
)

_ADDRESS = r"(?:https?:|ftps?:|irc:|news:)?//[^\s\[\]<>\"]++"
# Each alternative begins with a plain character, so that the engine skips to one of them. What
# matches without a group is not ordinary.
_WITHOUT_ADDRESS = (
    # to a page that is surely no user's, as most lead, with a label of plain words if there is one
    rf"\[\[([^\W_][^\[\]|{{}}<>\n:%#=?&'_]*+)(?:\|([^\[\]\n'{{<&_/|]++))?\]\]([{TRAIL}]*)"
    rf"|\[\[(?:([^\[\]|{{}}<>\n]+)(?:\|([^\[\]\n]*))?\]\]([{TRAIL}]*))?"
    r"|'(')'*"
    r"|<ref(?:(?=[ /])[^<>]*/ *>|(?:[ /][^<>]*)?>.*?</ref[^>]*>)()"
    r"|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s|/)[^<>]*)?>"
    rf"|&(){ENTITY[1:]}"
    r"|\{\{(?:(?<!\{\{\{)([^{}\[\]<>:|\n]+)(?:\|[^{}\[\]<>\n]*)?\}\}(?!\}))?"
)
_WITH_ADDRESS = (
    rf"{_WITHOUT_ADDRESS}"
    rf"|\[(?:({_ADDRESS})([^\[\]\n]*)\]|(?={_ADDRESS}|mailto:))"
    r"|h(ttps?://)[^\s\[\]<>\"{}|]+"
    r"|ftp://"
)
TOKEN = re.compile(rf"{_WITH_ADDRESS}|-\{{|__[A-Z]+__")
PLAIN_TOKEN = re.compile(_WITH_ADDRESS)
"""The same without what a converter reads."""
SHORT_TOKEN = re.compile(rf"{_WITHOUT_ADDRESS}|\[(?=mailto:)")
"""The same where no address stands: its first letter is in every other word."""
# What matched, by the last group of these patterns.
PLAIN_LINK = 3
LINK = 6
QUOTES = 7
NOTE = 8
TAG_WITH_MORE = 11
CHARACTER = 12
CALL = 13
LABELLED = 15
SIGNS = re.compile(r"'|\[|\{|<|&|_|//")
_PIPE_TRICK = re.compile(r"^[^:]*:|\s*\([^()]*\)$")
FRAMED = re.compile("thumb|frame|vignette|mini")
OTHER_TAGS = BLOCK_TAGS | {"ref"}
FEW = 20  # open tags

# Where links lead. To a page that is surely no user's, and to others; those of a file, a category,
# and a page in another language show no title.
FILE = 0
CATEGORY = 1
LANGUAGE = 2
PAGE = 3
OTHER = 4


Known = Callable[[str], Piece | None]
"""What a template shows wherever it stands."""


class Ordinary:
    """What a text with ordinary markup shows, behind other words if there are any.

    The text holds no white space but spaces, and nothing masked. ``addresses`` counts those without
    a label, which the page numbers.
    """

    __slots__ = (
        "_bold", "_inside", "_italic", "_known", "_open",
        "addresses", "inlines", "marks", "quotes", "text", "unsigned",
    )  # fmt: skip

    def __init__(self, known: Known, text: str = "", addresses: int = 0) -> None:
        self.text = text
        self.addresses = addresses
        self.marks: list[Mark] = []
        self.inlines: list[Span] = []
        self.quotes: list[Span] = []
        self.unsigned: list[Span] = []
        self._known = known
        self._inside = 0
        self._bold: tuple[int, int] | None = None
        self._italic: tuple[int, int] | None = None
        self._open: list[tuple[str, int, int]] = []

    @property
    def closed(self) -> bool:
        """True when neither bold nor italic are left open."""
        return self._bold is None and self._italic is None

    def read(self, source: str) -> bool:
        """Take a text; False when it holds other markup."""
        if not self._write(source) or self._open:
            return False
        if len(self.marks) > 1:
            self.marks.sort(key=by_place)
        return True

    def shorten(self, size: int) -> None:
        """Leave only so many characters of the text."""
        self.text = self.text[:size]
        self.marks = [Mark(min(m.start, size), min(m.end, size), *m[2:]) for m in self.marks]
        self.inlines, self.quotes, self.unsigned = (
            [Span(min(start, size), min(end, size)) for start, end in spans]
            for spans in (self.inlines, self.quotes, self.unsigned)
        )

    def _add(self, words: str) -> None:
        if "  " in words:
            words = fold_space(words)
        if words[:1] == " " and self.text[-1:] in ("", " ", "\n"):
            words = words[1:]
        self.text += words

    def _write(self, source: str) -> bool:
        place = 0
        for match in TOKEN.finditer(source):
            start, end = match.span()
            if place < start:
                self._add(source[place:start])
            place = end
            kind = match.lastindex
            if kind == PLAIN_LINK:
                self._plain_link(match)
            elif kind is None or not self._take(match, kind):
                return False
        if place < len(source):
            self._add(source[place:] if place else source)
        return True

    def _take(self, match: re.Match[str], kind: int) -> bool:
        """Add what a token shows; False for one that is not ordinary."""
        if kind == LINK:
            return self._page_link(match)
        if kind == QUOTES:
            self._quotes(len(match[0]))
        elif kind == NOTE:
            return False
        elif kind <= TAG_WITH_MORE:
            return self._tag(match[9], match[10].lower(), match[11] or "")
        elif kind == CHARACTER:
            self._add(fold_space(html.unescape(match[0])))
        elif kind == CALL:
            return self._template(match[0])
        elif kind == LABELLED:
            return self._labelled(match[14], match[15])
        else:
            self._address(match[0])
        return True

    def _plain_link(self, match: re.Match[str]) -> None:
        target, label, trail = match.group(1, 2, 3)
        start = len(self.text)
        self._add(f"{label or target.strip()}{trail}")
        if self._inside:
            self.inlines.append(new_span((start, len(self.text))))

    def _page_link(self, match: re.Match[str]) -> bool:
        target, label, trail = match.group(4, 5, 6)
        title, place = title_and_place(target)
        if place == FILE:
            self._add(trail)
            return label is None or FRAMED.search(label) is None  # a frame has a caption
        if place == CATEGORY or (place == LANGUAGE and label is None):
            return True
        start, inside = len(self.text), len(self.marks)
        if not label:
            words = shown_target(target) if label is None else bare_name(target)
            self._add(words)
        elif SIGNS.search(label) is None:
            self._add(label)
        elif not self._write_label(label):
            return False
        if trail:
            self._add(trail)
        self._wrap(start, inside)
        end = len(self.text)
        if place != PAGE and start < end:
            self.marks.append(new_mark((start, end, MarkKind.LINK, title)))
        return True

    def _write_label(self, label: str) -> bool:
        self._inside += 1
        good = self._write(label)
        self._inside -= 1
        return good

    def _wrap(self, start: int, before: int) -> None:
        """Note an element that may wrap links; before it there were so many."""
        if len(self.marks) > before or self._inside:
            self.inlines.append(new_span((start, len(self.text))))

    def _quotes(self, count: int) -> None:
        if count == 4 or count > 5:  # the surplus is shown
            self._add("'" * (1 if count == 4 else count - 5))
            count = 3 if count == 4 else 5
        if count in (3, 5):
            self._bold = self._toggle(self._bold)
        if count in (2, 5):
            self._italic = self._toggle(self._italic)

    def _toggle(self, begun: tuple[int, int] | None) -> tuple[int, int] | None:
        if begun is None:
            return len(self.text), len(self.marks)
        self._wrap(*begun)
        return None

    def _tag(self, closing: str, name: str, attributes: str) -> bool:
        if name == "br":
            self.text = f"{self.text.removesuffix(' ')}\n"
            return True
        if name in OTHER_TAGS or "autosigned" in attributes:
            return False
        if closing:
            if not self._open or self._open[-1][0] != name:
                return False
            _, start, before = self._open.pop()
            self._wrap(start, before)
            if name in QUOTE_TAGS:
                self.quotes.append(Span(start, len(self.text)))
        elif not attributes.rstrip().endswith("/"):
            self._open.append((name, len(self.text), len(self.marks)))
        return len(self._open) <= FEW

    def _labelled(self, address: str, label: str) -> bool:
        label = label.strip()
        start = len(self.text)
        if not label:
            self.addresses += 1
            self._add(f"[{self.addresses}]")
        elif not self._write_label(label):
            return False
        self._lead(start, address)
        return True

    def _address(self, token: str) -> None:
        address = address_in(token)
        start = len(self.text)
        self._add(address)
        self._lead(start, address)
        self._add(token[len(address) :])

    def _lead(self, start: int, address: str) -> None:
        """Note an address, if it may lead to a user."""
        if start < len(self.text) and may_lead_to_user(address):
            self.marks.append(Mark(start, len(self.text), MarkKind.EXTERNAL, address))

    def _template(self, source: str) -> bool:
        piece = self._known(source)
        if piece is None:
            return False
        if piece.text[0] == " " and self.text[-1:] in ("", " ", "\n"):
            piece = _without_space(piece)
        base = len(self.text)
        self.text += piece.text
        self.marks += marks_at(piece.marks, base)
        self.inlines += spans_at(piece.inlines, base)
        self.quotes += spans_at(piece.quotes, base)
        self.unsigned += spans_at(piece.unsigned, base)
        return True


@lru_cache(maxsize=3_000)
def title_and_place(target: str) -> tuple[str, int]:
    """Return the title that a link's target names, and what place it is."""
    if "&" in target or "%" in target:
        target = written_out(target)
    title = target.strip().removeprefix(":").replace("_", " ")
    prefix, colon, _ = target.partition(":")
    place = place_of(prefix) if colon else OTHER
    if place == OTHER and not may_lead_to_user(title):
        place = PAGE
    return title, place


@lru_cache(maxsize=1000)
def place_of(prefix: str) -> int:
    """Return what place a title with a prefix is."""
    folded = prefix.strip().casefold()
    if folded in FILE_WORDS:
        return FILE
    if folded in CATEGORY_WORDS:
        return CATEGORY
    return LANGUAGE if folded and is_language(prefix) else OTHER


def address_in(token: str) -> str:
    """Return the address that begins a token; signs behind it close the sentence."""
    address = token.rstrip(".,;:!?'")
    return address[:-1] if address.endswith(")") and "(" not in address else address


def shown_target(target: str) -> str:
    """Return what a link without a label shows."""
    shown = target.strip().removeprefix(":")
    return html.unescape(shown) if "&" in shown else shown


def bare_name(target: str) -> str:
    """Return what the pipe trick makes of a title, as far as a saved page keeps it."""
    return _PIPE_TRICK.sub("", target)


def _without_space(piece: Piece) -> Piece:
    """Return a piece without the space before it, which is not shown behind another."""
    inlines, quotes, unsigned = (
        tuple([Span(max(0, start - 1), max(0, end - 1)) for start, end in spans])
        for spans in (piece.inlines, piece.quotes, piece.unsigned)
    )
    marks = [Mark(max(0, m.start - 1), max(0, m.end - 1), m.kind, m.target) for m in piece.marks]
    return Piece(piece.text[1:], tuple(marks), inlines, quotes, unsigned)
