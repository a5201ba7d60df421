"""Lines of wikitext when only their text and their user links matter: shortcuts past `Inline`.

A dump is read for extents, authors, times and plain text. Most lines are words with a few links
and end in a signature that stands on the wiki a thousand times. Words and links to pages are
written without a look at each token, and a signature is worked out once. Whatever else a line
holds, `Inline` reads as always: both come to the same text, the same links to users, and the same
extents of what may wrap them.
"""

from __future__ import annotations

from talkreader.parsing.blocks import (
    Block,
    LinkBuilder,
    Piece,
    TextBuilder,
    by_place,
    fold_space,
    holds_odd_spaces,
    marks_at,
    spans_at,
)
from talkreader.parsing.wikitext_inline import LONGEST_LABEL, Inline
from talkreader.parsing.wikitext_mask import holds_masks
from talkreader.parsing.wikitext_ordinary import Ordinary
from talkreader.parsing.wikitext_signed import signature
from talkreader.parsing.wikitext_state import InlineState

_LONGEST = 400  # characters of a piece's source that are worth remembering
_MOST = 5000  # pieces remembered, and as many met before those
_FEW = 20  # open tags, of which a page may have 200
_BEFORE = "x"  # a piece is worked out behind a letter: a leading space is kept or swallowed there


class BulkInline(Inline):
    """Writes lines as `Inline` does, with the links of users but without other marks."""

    converted = True
    """Whether the page holds a converter's choices or behaviour switches anywhere."""
    spaced = True
    """Whether it holds white space other than spaces and line breaks."""

    def new_builder(self) -> TextBuilder:
        """Return what a block is collected in."""
        return LinkBuilder()

    def line(self, text: str) -> None:
        """Append what a reader sees of one line."""
        if not self.is_plain(text):
            self.write(text)
        elif _is_bare(text):
            self.builder.add(text)
        elif not self._append(text):
            self.write(text)

    def block(self, text: str) -> Block | None:
        """Return the block that a line makes by itself; None when it was appended to the open one.

        The line is a block by itself: nothing has been appended yet, and nothing will be.
        """
        block = self.at_once(text) if self.is_plain(text) else None
        if block is None:
            self.write(text)
        return block

    def at_once(self, text: str) -> Block | None:
        """Return the block that a line makes by itself; None, and nothing done, for odd ones.

        The text holds no white space but spaces, and nothing masked or converted.
        """
        builder = self.builder
        if (
            builder.length
            or builder.inlines
            or builder.quotes
            or builder.unsigned
            or self._bold >= 0
            or self._italic >= 0
        ):
            return None
        if _is_bare(text):
            return Block(_folded(text).strip(" "))
        cut, end = signature(text)
        piece = self._known(text[cut:end]) if cut < end else None
        if piece is None or piece.text[0] == " ":
            return self._ordinary(text)
        if piece.text[-1] in " \n" and not text[end:].strip(" "):
            return self._ordinary(text)
        return self._behind(text[:cut], piece, text[end:]) or self._ordinary(text)

    def _behind(self, words: str, piece: Piece, rest: str) -> Block | None:
        """Return the block of a signature behind ordinary words; None when they are not."""
        if _is_bare(words):
            return _signed(_folded(words).lstrip(" "), piece, rest)
        if words.rfind("<") > words.rfind(">"):
            return None  # what looks like a signature may stand in a tag
        found = Ordinary(self._known, addresses=self.state.addresses)
        if not found.read(words) or not found.closed or found.text[:1] == "\n":
            return None
        self.state.addresses = found.addresses
        block = _signed(found.text, piece, rest)
        if found.quotes or found.unsigned:
            block.unfold()
            block.quotes = [*found.quotes, *block.quotes]
            block.unsigned = [*found.unsigned, *block.unsigned]
        if found.marks:
            block.marks = [*found.marks, *block.marks]
            block.inlines = [*found.inlines, *block.inlines]
        return block

    def _ordinary(self, text: str) -> Block | None:
        """Return the block of a line with ordinary markup; None for others, and for no words."""
        if len(self.state.stack) > _FEW:
            return None
        found = Ordinary(self._known, addresses=self.state.addresses)
        if not found.read(text) or found.text[:1] in ("", "\n"):
            return None
        self.state.addresses = found.addresses
        shows = found.text.rstrip(" \n")
        if len(shows) < len(found.text):
            found.shorten(len(shows))
        return Block(
            shows,
            marks=found.marks,
            inlines=found.inlines,
            quotes=found.quotes,
            unsigned=found.unsigned,
        )

    def _append(self, text: str) -> bool:
        """Append a line with ordinary markup; False, and nothing done, for others."""
        builder = self.builder
        if len(self.state.stack) > _FEW or self._bold >= 0 or self._italic >= 0:
            return False
        before = _BEFORE if builder.length and not builder.ends_in_space() else ""
        found = Ordinary(self._known, before, self.state.addresses)
        if not found.read(text) or not found.closed or found.text[:1] == "\n":
            return False
        self.state.addresses = found.addresses
        builder.add_piece(_piece(found, len(before)))
        return True

    def is_plain(self, text: str) -> bool:
        """Say whether a text has no odd spaces, nothing masked and no converter's choices.

        What the page has nowhere is not looked for.
        """
        return not (
            (self.converted and ("__" in text or "-{" in text))
            or (self.spaced and holds_odd_spaces(text))
            or (self.masked and holds_masks(text))
            or len(text) > LONGEST_LABEL  # brackets so far apart are no link
        )

    def _known(self, source: str) -> Piece | None:
        """Return what a signature or a template shows, if that is the same everywhere."""
        if len(source) > _LONGEST or len(self.state.stack) > _FEW:
            return None
        return _memory.shown((source, self.state.variant))


def _is_bare(text: str) -> bool:
    """Say whether a text has no sign that could be markup."""
    return not (
        "[" in text or "''" in text or "{" in text or "<" in text or "&" in text or "//" in text
    )


def _folded(text: str) -> str:
    """Return words in which each run of spaces is one."""
    return fold_space(text) if "  " in text else text


def _signed(words: str, piece: Piece, rest: str) -> Block:
    """Return the block of words, a signature and what follows it."""
    if piece.text[-1] in " \n":
        rest = rest.lstrip(" ")
    block = Block(f"{words}{piece.text}{_folded(rest).rstrip(' ')}", piece=(len(words), piece))
    if piece.quotes or piece.unsigned:
        block.unfold()
    return block


def _piece(found: Ordinary, before: int) -> Piece:
    """Return what was found behind so many characters."""
    return Piece(
        found.text[before:],
        tuple(marks_at(found.marks, -before)),
        tuple(spans_at(found.inlines, -before)),
        tuple(spans_at(found.quotes, -before)),
        tuple(spans_at(found.unsigned, -before)),
    )


class _Memory:
    """What pieces show that were met before; those not met for long are forgotten.

    A piece is known by its source and the script that the page is shown in. None: what it shows
    hangs on what stands around it.
    """

    def __init__(self) -> None:
        self._met: dict[tuple[str, str], Piece | None] = {}
        self._before: dict[tuple[str, str], Piece | None] = {}

    def shown(self, key: tuple[str, str]) -> Piece | None:
        """Return what a piece shows wherever it stands; None when that hangs on its place."""
        try:
            return self._met[key]
        except KeyError:
            if len(self._met) >= _MOST:
                self._before, self._met = self._met, {}
            known = self._before[key] if key in self._before else self._read(*key)
            self._met[key] = known
            return known

    def _read(self, source: str, variant: str) -> Piece | None:
        if source[0] == "{":
            return _Scratch(variant).show(source)
        found = Ordinary(lambda call: self.shown((call, variant)), _BEFORE)
        if not found.read(source) or found.addresses:
            return _Scratch(variant).show(source)
        if found.closed and found.text[1:2] not in ("", "\n"):
            return _piece(found, 1)
        return _Scratch(variant).show(source)


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
            or text[:1] in ("", "\n")
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
