"""Lines of wikitext when only their text and their user links matter: shortcuts past `Inline`.

A dump is read for extents, authors, times and plain text. Most lines are words with a few links
and end in a signature that stands on the wiki a thousand times. Words and links to pages are
written without a look at each token, and a signature is worked out once. Whatever else a line
holds, `Inline` reads as always: both come to the same text, the same links to users, and the same
extents of what may wrap them.
"""

from __future__ import annotations

import re

from talkreader.domain.body import MarkKind
from talkreader.parsing.blocks import (
    Block,
    LinkBuilder,
    Piece,
    TextBuilder,
    by_place,
    fold_space,
    marks_at,
    spans_at,
)
from talkreader.parsing.wikitext_inline import LONGEST_LABEL, Inline
from talkreader.parsing.wikitext_mask import holds_masks
from talkreader.parsing.wikitext_plain import TRAIL, parted, shown
from talkreader.parsing.wikitext_state import InlineState

_ENDS = re.compile(rf"[{TRAIL}]*")
_NEAR = 60  # characters between the links of one signature
_LONGEST = 400  # characters of a signature's source that are worth remembering
_MOST = 5000  # pieces remembered, and as many met before those
_FEW = 20  # open tags, of which a page may have 200
_BEFORE = "x"  # a piece is worked out behind a letter: a leading space is kept or swallowed there
# A template on somebody's page: what it shows hangs on what follows it.
_OF_A_PAGE = re.compile(r"\{\{[^{}|]*:")
_ADDRESS_ENDS = re.compile(r"[\s\[\]<>\"{}|]")
_SIGNS = re.compile("''|&|//")
_AROUND = " -~(\u2013\u2014"  # between a tag and the signature that it wraps


class BulkInline(Inline):
    """Writes lines as `Inline` does, with the links but without other marks."""

    def new_builder(self) -> TextBuilder:
        """Return what a block is collected in."""
        return LinkBuilder()

    def line(self, text: str) -> None:
        """Append what a reader sees of one line."""
        if not self._ordinary(text):
            self.write(text)
        elif _is_bare(text):
            self.builder.add(text)
        elif self._parts(text) is None:
            self.write(text)

    def block(self, text: str) -> Block | None:
        """Return the block that a line makes by itself; None when it was appended to the open one.

        The line is a block by itself: nothing has been appended yet, and nothing will be.
        """
        builder = self.builder
        if builder.length or builder.inlines or builder.quotes or builder.unsigned:
            self.line(text)
            return None
        if not self._ordinary(text):
            self.write(text)
        elif _is_bare(text):
            return Block(_trimmed(text))
        elif (parts := self._parts(text, apart=True)) is None:
            self.write(text)
        elif parts:
            return _joined(*parts)
        return None

    def _ordinary(self, text: str) -> bool:
        return not (
            len(text) > LONGEST_LABEL  # brackets so far apart are no link
            or "__" in text
            or "-{" in text
            or self._bold >= 0
            or self._italic >= 0
            or (self.masked and holds_masks(text))
        )

    def _parts(
        self, text: str, *, apart: bool = False
    ) -> tuple[str, Piece | None, str] | tuple[()] | None:
        """Append words, links and a signature; None when there is more, and nothing was done.

        With ``apart`` the words, the signature and what follows it come back when that is all, and
        nothing was appended; () when it was.
        """
        cut, end = _signature(text)
        if end < 0:
            return None
        source = text if cut == len(text) else text[:cut]
        words = shown(source)
        if words is None:
            pieces = parted(source)
            if pieces is None:
                return None
            for before, markup in pieces:
                self.builder.add(before)
                if markup is not None:
                    self._markup(markup)
            words, apart = "", False
        known = None
        if cut < end:
            known = self._known(text[cut:end])
        rest = text[end:]
        if apart and (cut == end or (known is not None and _ends_in_words(known, rest))):
            return words, known, rest
        self.builder.add(words)
        if known is not None:
            self.builder.add_piece(known)
        elif cut < end:
            self.write(text[cut:end])
        self.builder.add(rest)
        return ()

    def _markup(self, match: re.Match[str]) -> None:
        """Append what stands for a match of `parted`."""
        label = match[5]
        if match[1] is not None:
            self._page_link(match, 0)
        elif label and not label.isspace() and not _SIGNS.search(label):
            start = self.builder.length
            self.builder.add(label.strip())
            self.builder.mark(start, MarkKind.EXTERNAL, match[4])
        elif match[0][0] == "{" and (known := self._known(match[0])) is not None:
            self.builder.add_piece(known)
        else:
            self.write(match[0])

    def _known(self, source: str) -> Piece | None:
        """Return what a signature or a template shows, if that is the same everywhere."""
        if len(source) > _LONGEST or len(self.state.stack) > _FEW:
            return None
        return _memory.shown(source, self.state.variant)


def _is_bare(text: str) -> bool:
    """Say whether a text has no sign that could be markup."""
    return not (
        "[" in text or "''" in text or "{" in text or "<" in text or "&" in text or "//" in text
    )


def _ends_in_words(signature: Piece, rest: str) -> bool:
    """Say whether nothing that is marked is trimmed from the end of a block."""
    return signature.text[-1] not in " \n" or (bool(rest) and not rest.isspace())


def _trimmed(text: str) -> str:
    """Return what a block of these words shows, as `TextBuilder` comes to it."""
    return fold_space(text).strip(" ")


def _joined(words: str, signature: Piece | None, rest: str) -> Block:
    """Return the block of words, a signature and what follows it."""
    if signature is None:
        return Block(_trimmed(words))
    words = fold_space(words).lstrip(" ") if words else ""
    base = len(words)
    rest = fold_space(rest).rstrip(" ") if rest else ""
    if rest[:1] == " " and signature.text[-1] in " \n":
        rest = rest[1:]
    block = Block(f"{words}{signature.text}{rest}", piece=(base, signature))
    if signature.quotes or signature.unsigned:
        block.unfold()
    return block


def _signature(text: str) -> tuple[int, int]:
    """Return the range of the last links with what wraps them, if they may lead to a user.

    Empty when there is none. Ordinary words follow it; (0, -1) when there is markup behind, and
    where what a template shows hangs on that.
    """
    size = len(text)
    cut = text.rfind("[[")
    if cut < 0:
        return size, size
    while (before := text.rfind("[[", max(0, cut - _NEAR), cut)) >= 0:
        cut = before
    if cut and text[cut - 1] == "[":
        return 0, -1
    end = _end_of_markup(text, cut)
    if text.find(":", cut, end) < 0 and text.find("#", cut, end) < 0:
        return size, size
    if ("{{" in text and _OF_A_PAGE.search(text, cut)) or _ends_in_address(text[cut:end]):
        return 0, -1
    rest = text[end:]
    if "[" in rest or "{" in rest or "<" in rest or "&" in rest or "//" in rest:
        return 0, -1
    start = _with_wrapping(text, cut)
    return (0, -1) if text[start] == "'" and _follows_address(text, start) else (start, end)


def _follows_address(text: str, place: int) -> bool:
    """Say whether an address goes on up to a place: apostrophes are part of it."""
    begin = text.rfind("//", 0, place)
    return begin >= 0 and _ADDRESS_ENDS.search(text, begin, place) is None


def _ends_in_address(links: str) -> bool:
    """Say whether what ends like an entity may be the middle of an address."""
    return "&" in links and "//" in links


def _with_wrapping(text: str, cut: int) -> int:
    """Return where the tags and apostrophes begin that open right before a signature."""
    while cut:
        place = len(text[:cut].rstrip(_AROUND))
        last = text[place - 1 : place]
        if last == ">":
            begin = text.rfind("<", 0, place)
            if begin < 0 or text.startswith("/", begin + 1):
                return cut
            cut = begin
        elif last == "'" and text.endswith("''", 0, place):
            cut = len(text[:place].rstrip("'"))
        else:
            return cut
    return cut


def _end_of_markup(text: str, cut: int) -> int:
    end = 1 + max(text.rfind("]", cut), text.rfind(">", cut), text.rfind("}", cut), cut - 1)
    if "''" in text:
        end = max(end, text.rfind("''", cut) + 2)
    if "&" in text:
        end = max(end, text.rfind(";", cut) + 1)
    if text[end : end + 1].isalpha() and (match := _ENDS.match(text, end)):
        return match.end()
    return end


class _Memory:
    """What pieces show that were met before; those not met for long are forgotten."""

    def __init__(self) -> None:
        # None: what it shows hangs on what stands around it
        self._met: dict[tuple[str, str], Piece | None] = {}
        self._before: dict[tuple[str, str], Piece | None] = {}

    def shown(self, source: str, variant: str) -> Piece | None:
        """Return what a piece shows wherever it stands; None when that hangs on its place."""
        key = (source, variant)
        try:
            return self._met[key]
        except KeyError:
            if len(self._met) >= _MOST:
                self._before, self._met = self._met, {}
            known = self._before[key] if key in self._before else _Scratch(variant).show(source)
            self._met[key] = known
            return known


_memory = _Memory()


class _Scratch(Inline):
    """Writes one piece by itself."""

    def __init__(self, variant: str) -> None:
        self._touched = False
        touch = self._touch  # a tag parts paragraphs, a box begins or ends
        super().__init__(InlineState(touch, touch, touch, touch, variant))

    def new_builder(self) -> TextBuilder:
        """Return what a piece is collected in."""
        return LinkBuilder()

    def show(self, source: str) -> Piece | None:
        """Return what a piece shows; None when that hangs on what stands around it."""
        state, builder = self.state, self.builder
        builder.add_raw(_BEFORE)
        self.write(source)
        text = builder.text[1:]
        if (
            self._touched
            or state.stack
            or state.references
            or state.addresses
            or self._bold >= 0
            or self._italic >= 0
            or text[:1] in ("", " ", "\n")
        ):
            return None
        return Piece(
            text,
            tuple(marks_at(sorted(builder.marks, key=by_place), -1)),
            tuple(spans_at(builder.inlines, -1)),
            tuple(spans_at(builder.quotes, -1)),
            tuple(spans_at(builder.unsigned, -1)),
        )

    def _close(self, name: str) -> None:
        if not any(opened.tag == name for opened in self.state.stack):
            self._touched = True  # it closes what stands before
        super()._close(name)

    def _touch(self, *_what: object) -> None:
        """Note that a piece changes the page around it."""
        self._touched = True
