"""The inside of a line of wikitext: links, bold, tags, templates; what a reader sees of it."""

from __future__ import annotations

import html
import re

from talkreader.domain.body import MarkKind, Span
from talkreader.parsing.blocks.blocks import QUOTE_TAGS, TAG_MARKS, Block, TextBuilder
from talkreader.parsing.blocks.brackets import brackets_of
from talkreader.parsing.language.languages import is_language
from talkreader.parsing.language.links import written_out
from talkreader.parsing.language.variants import choose_variant
from talkreader.parsing.wikitext import templates
from talkreader.parsing.wikitext.calls import Calls
from talkreader.parsing.wikitext.mask import BREAK, LINE, holds_lines, unmask
from talkreader.parsing.wikitext.state import InlineState, Open
from talkreader.parsing.wikitext.words import (
    BLOCK_TAGS,
    CATEGORY_WORDS,
    ENTITY,
    FILE_WORDS,
    TRAIL,
    VERBATIM_TAGS,
)

# Each alternative begins with a plain character, so that the engine skips to one of them.
_TOKEN = re.compile(
    r"''+|\[\[|\{\{|-\{|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s|/)[^<>]*)?>"
    r"|\[((?:https?:|ftps?:|irc:|mailto:|news:)?//[^\s\[\]<>\"]+|mailto:[^\s\[\]<>\"]+)"
    r"|https?://[^\s\[\]<>\"{}|]+|ftp://[^\s\[\]<>\"{}|]+"
    rf"|{ENTITY}"
    r"|__[A-Z]+__|\ue000\ue000*|\ue001|\ue002"
)
_SPECIAL = re.compile("['\\[{<&_\ue000-\ue1ff]")
_LINK = re.compile(rf"\[\[([^\[\]|{{}}<>\n]+)(?:\|([^\[\]\n]*))?\]\]([{TRAIL}]*)")
_DATE_FOLLOWS = re.compile(r"[^\[\]{}\n]{0,30}\d")
_MAX_DEPTH = 12
LONGEST_LABEL = 20_000
_BREAKS = BREAK + LINE
_BOLD, _ITALIC = "'''", "''"


class Inline(Calls):
    """Writes wikitext into a `TextBuilder`; `builder` may be exchanged between blocks."""

    def __init__(self, state: InlineState) -> None:
        self.state = state
        self.masked = True
        """Whether what is read may hold masked characters."""
        self.verbatim = False
        """Inside pre or its like, whose lines are shown as they stand."""
        self.builder = self.new_builder()
        self._bold = -1
        self._italic = -1

    def new_builder(self) -> TextBuilder:
        """Return what a block is collected in."""
        return TextBuilder()

    def line(self, text: str) -> None:
        """Append what a reader sees of one line."""
        self.write(text)

    def block(self, text: str) -> Block | None:
        """Return the block that a line makes by itself; None when it was appended to the open one.

        The line is a block by itself: nothing has been appended yet, and nothing will be.
        """
        self.line(text)
        return None

    def write(self, text: str, depth: int = 0) -> None:
        """Append what a reader sees of a piece of one line."""
        if not _SPECIAL.search(text) and "://" not in text:
            self.builder.add(text)
            return
        place = 0
        while match := _TOKEN.search(text, place):
            if match.start() > place:
                self._words(text[place : match.start()])
            place = self._token(text, match, depth)
        if place < len(text):
            self._words(text[place:])

    def _words(self, text: str) -> None:
        if self.verbatim and holds_lines(text):
            self.builder.add_raw(unmask(text).replace("\r", ""))
        else:
            self.builder.add(unmask(text) if self.masked else text)

    def end_line(self) -> None:
        """Close the bold and italic that the line left open."""
        self.verbatim = False
        if self._bold >= 0:
            self.builder.mark(self._bold, MarkKind.BOLD)
        if self._italic >= 0:
            self.builder.mark(self._italic, MarkKind.ITALIC)
        self._bold = self._italic = -1

    def _token(self, text: str, match: re.Match[str], depth: int) -> int:
        token = match[0]
        first = token[0]
        if first == "'":
            self._quotes(len(token))
        elif token == "[[":
            return self._link(text, match.start(), depth)
        elif token == "{{":
            return self._template(text, match.start(), depth)
        elif token == "-{":
            return self._variant(text, match.start(), depth)
        elif first == "<":
            return self._tag(text, match)
        elif first == "[":
            return self._external(text, match, depth)
        elif first == "&":
            self.builder.add(html.unescape(token))
        elif first in "hf":
            self._address(token)
        elif first in _BREAKS:
            self._break(first)
        return match.end()

    def _break(self, masked: str) -> None:
        if masked == LINE:
            self.builder.line_break()
        else:
            self.builder.add(" ")

    def _quotes(self, count: int) -> None:
        if count == 4 or count > 5:  # the surplus is shown
            self.builder.add("'" * (1 if count == 4 else count - 5))
            count = 3 if count == 4 else 5
        if count in (3, 5):
            self._bold = self._toggle(self._bold, MarkKind.BOLD)
        if count in (2, 5):
            self._italic = self._toggle(self._italic, MarkKind.ITALIC)

    def _toggle(self, start: int, kind: MarkKind) -> int:
        if start < 0:
            return self.builder.length
        self.builder.mark(start, kind)
        self.builder.inlines.append(Span(min(start, self.builder.length), self.builder.length))
        return -1

    def _address(self, token: str) -> None:
        address = token.rstrip(".,;:!?'")
        if address.endswith(")") and "(" not in address:
            address = address[:-1]
        start = self.builder.length
        self.builder.add(unmask(address))
        self.builder.mark(start, MarkKind.EXTERNAL, unmask(address))
        self.builder.add(unmask(token[len(address) :]))

    def _link(self, text: str, place: int, depth: int) -> int:
        match = _LINK.match(text, place)
        if match is not None:
            self._page_link(match, depth)
            return match.end()
        end = brackets_of(text).end_of("[[", place)
        if end < 0 or depth > _MAX_DEPTH:
            self.builder.add("[[")
            return place + 2
        target, bar, label = text[place + 2 : end - 2].partition("|")
        folded = target.partition(":")[0].strip().casefold()
        if folded in FILE_WORDS:
            self._file(target, label)
        elif bar:
            start = self.builder.length
            self.write(label, depth + 1)
            self.builder.mark(start, MarkKind.LINK, _title(target))
        else:
            self.builder.add("[[")
            return place + 2
        return end

    def _page_link(self, match: re.Match[str], depth: int) -> None:
        target, label, trail = match[1], match[2], match[3]
        prefix = target.partition(":")[0].strip().casefold() if ":" in target else ""
        if prefix in FILE_WORDS:
            self._file(target, label or "")
            self.builder.add(trail)
            return
        if prefix in CATEGORY_WORDS or (
            label is None and prefix and is_language(target.partition(":")[0])
        ):
            return
        start, inside = self.builder.length, len(self.builder.marks)
        if label is None:
            self.builder.add(html.unescape(unmask(target.strip().removeprefix(":"))))
        elif label:
            self.write(label, depth + 1)
        else:  # the pipe trick, as far as a saved page keeps it
            self.builder.add(unmask(re.sub(r"^[^:]*:|\s*\([^()]*\)$", "", target)))
        self.builder.add(trail)
        if len(self.builder.marks) > inside:  # it may wrap another link
            span = Span(min(start, self.builder.length), self.builder.length)
            self.builder.inlines.append(span)
        self.builder.mark(start, MarkKind.LINK, _title(target))

    def _file(self, target: str, options: str) -> None:
        caption = options.rpartition("|")[2]
        shown = (
            ""
            if re.fullmatch(r"\s*(?:\d*x?\d*px|thumb|left|right|center|frameless|)\s*", caption)
            else caption
        )
        self.builder.mark(self.builder.length, MarkKind.IMAGE, _title(target))
        if shown and re.search(r"\b(?:thumb|frame|thumbnail|vignette|mini)\b", options):
            self.write(shown, _MAX_DEPTH)

    def _external(self, text: str, match: re.Match[str], depth: int) -> int:
        end = text.find("]", match.end(), match.end() + LONGEST_LABEL)
        address = match[4]
        if end < 0:
            self.builder.add("[")
            return match.start() + 1
        label = text[match.end() : end].strip()
        start = self.builder.length
        if label:
            self.write(label, depth + 1)
        else:
            self.state.addresses += 1
            self.builder.add(f"[{self.state.addresses}]")
        self.builder.mark(start, MarkKind.EXTERNAL, unmask(address))
        return end + 1

    def _variant(self, text: str, place: int, depth: int) -> int:
        end = brackets_of(text).end_of("-{", place)
        if end < 0 or depth > _MAX_DEPTH:
            self.builder.add("-{")
            return place + 2
        inside = text[place + 2 : end - 2]
        flags, bar, rest = inside.partition("|")
        if bar and re.fullmatch(r"[A-Z;+\-\s]*|zh[a-z-]*", flags.strip()):
            if set(flags) & set("HTD-"):
                return end
            inside = rest
        self.write(choose_variant(inside, self.state.variant), depth + 1)
        return end

    def _tag(self, text: str, match: re.Match[str]) -> int:
        closing, name, attributes = bool(match[1]), match[2].lower(), match[3] or ""
        if name == "br":
            self.builder.line_break()
        elif name == "ref" and not closing:
            return self._reference(text, match, attributes)
        elif name in BLOCK_TAGS:
            self.end_line()
            self.state.block_tag(name, closing, attributes)
            if name in VERBATIM_TAGS:
                self.verbatim = not closing
        elif closing:
            self._close(name)
        elif not attributes.rstrip().endswith("/") and len(self.state.stack) < 200:
            kind = TAG_MARKS.get(name)
            unsigned = "autosigned" in attributes
            self.state.stack.append(Open(name, self.builder.length, kind, self.builder, unsigned))
        return match.end()

    def _reference(self, text: str, match: re.Match[str], attributes: str) -> int:
        self.state.references += 1
        self.builder.add(f"[{self.state.references}]")
        if attributes.rstrip().endswith("/"):
            return match.end()
        end = text.find("</ref", match.end(), match.end() + LONGEST_LABEL)
        return text.find(">", end) + 1 or len(text) if end >= 0 else match.end()

    def _close(self, name: str) -> None:
        stack = self.state.stack
        for place in range(len(stack) - 1, -1, -1):
            if stack[place].tag == name:
                opened = stack.pop(place)
                break
        else:
            return
        start = opened.start if opened.builder is self.builder else 0
        if opened.kind is not None:
            self.builder.mark(start, opened.kind)
        span = Span(min(start, self.builder.length), self.builder.length)
        self.builder.inlines.append(span)
        if name in QUOTE_TAGS:
            self.builder.quotes.append(span)
        if opened.unsigned:
            self.builder.unsigned.append(span)

    def _template(self, text: str, place: int, depth: int) -> int:
        end = brackets_of(text).end_of("{{", place)
        if end < 0:
            self.builder.add("{{")
            return place + 2
        call = templates.split(text[place:end]) if depth <= _MAX_DEPTH else None
        if call is not None:
            start = self.builder.length
            builder = self.builder
            signs = _DATE_FOLLOWS.match(text, end) is not None
            self.show_call(call, depth + 1, signs=signs)
            if builder is self.builder:
                builder.mark(start, MarkKind.TEMPLATE, unmask(call.name))
        return end


def _title(target: str) -> str:
    return written_out(unmask(target)).strip().removeprefix(":").replace("_", " ")
