"""Lines of wikitext when only their text and their user links matter: shortcuts past `Inline`.

A dump is read for extents, authors, times and plain text. Most lines are words with a few links
and end in a signature that stands on the wiki a thousand times. Words and links to pages are
written without a look at each token, and a signature is worked out once. Whatever else a line
holds, `Inline` reads as always: both come to the same text, the same links to users, and the same
extents of what may wrap them.
"""

from __future__ import annotations

from talkreader.parsing.blocks.blocks import (
    Block,
    LinkBuilder,
    Piece,
    TextBuilder,
    fold_space,
    holds_odd_spaces,
)
from talkreader.parsing.language.names import UserLinks
from talkreader.parsing.wikitext.inline import LONGEST_LABEL, Inline
from talkreader.parsing.wikitext.mask import holds_masks
from talkreader.parsing.wikitext.ordinary import Ordinary
from talkreader.parsing.wikitext.pieces import BEFORE, MEMORY, ending, piece_of, remember
from talkreader.parsing.wikitext.plain import Plain
from talkreader.parsing.wikitext.signed import plain_end, signature
from talkreader.parsing.wikitext.state import InlineState

_LONGEST = 400  # characters of a piece's source that are worth remembering
_FEW = 20  # open tags, of which a page may have 200


class BulkInline(Inline):
    """Writes lines as `Inline` does, with the links of users but without other marks."""

    converted = True
    """Whether the page holds a converter's choices or behaviour switches anywhere."""
    spaced = True
    """Whether it holds white space other than spaces and line breaks."""

    odd = ""
    """What was just seen to be more than a block by itself."""

    def __init__(self, state: InlineState, users: UserLinks) -> None:
        super().__init__(state)
        self._endings = MEMORY.endings(state.variant)
        self._words_reader = Plain(self._known, users, state)

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
        fits = text != self.odd and self.is_plain(text) and self.is_idle()
        block = self.at_once(text) if fits else None
        if block is None:
            self.write(text)
        return block

    def at_once(self, text: str) -> Block | None:
        """Return the block that a line makes by itself; None, and nothing done, for odd ones.

        The text holds no white space but spaces, and nothing masked or converted; nothing is open.
        """
        if _is_bare(text):
            return Block(folded(text).strip(" "))
        end = text.rfind("]]") + 2
        rest = text[end:]
        block = None
        if _may_be_signed(rest):
            end = plain_end(text, end)
            known = ending(self._endings, text, end) if end else None
            if known is None:
                known = self._signature(text)
            if known is not None:
                cut, end, piece = known
                block = self._behind(text[:cut], piece, text[end:])
        return self._ordinary(text) if block is None else block

    def _signature(self, text: str) -> tuple[int, int, Piece] | None:
        """Return where the last links begin and end that may be a signature, and their piece."""
        cut, end = signature(text)
        rest, source = text[end:], text[cut:end]
        piece = self._known(source) if source and _may_be_signed(rest) else None
        if piece is None or piece.text[0] == " ":
            return None
        if piece.text[-1] in " \n" and not rest.strip(" "):
            return None
        remember(self._endings, source, piece)  # the one that its memory has
        return cut, end, piece

    def _behind(self, words: str, piece: Piece, rest: str) -> Block | None:
        """Return the block of a signature behind ordinary words; None when they are not."""
        if _is_bare(words):
            return _signed(folded(words).lstrip(" "), piece, rest)
        if len(self.state.stack) > _FEW or words.rfind("<") > words.rfind(">"):
            return None  # tags beyond 200 open none; what looks like a signature may stand in a tag
        plain = self._plain(words, signed=True)
        if plain is not None:
            block = _signed(plain, piece, rest)
            if self._words_reader.marks or self._words_reader.quotes:
                self._add_places(block)
            return block
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

    def _plain(self, text: str, *, signed: bool) -> str | None:
        """Return the words that a text shows; None when it shows more than they."""
        state, reader = self.state, self._words_reader
        if len(state.stack) > _FEW:
            return None
        words = reader.read(text, signed=signed)
        if words is not None and (reader.addresses or reader.references):
            state.addresses += reader.addresses
            state.references += reader.references
        return words

    def _add_places(self, block: Block) -> None:
        """Give a block the links of users, and the quotations, that the latest words have."""
        reader = self._words_reader
        if reader.marks:
            block.marks = [*reader.marks, *block.marks]
        if reader.quotes:
            block.quotes = [*reader.quotes, *block.quotes]

    def _ordinary(self, text: str) -> Block | None:
        """Return the block of a line with ordinary markup; None for others, and for no words."""
        if len(self.state.stack) > _FEW:
            return None
        plain = self._plain(text, signed=_may_be_signed(text))
        if plain:
            block = Block(plain.rstrip(" \n"))
            if len(block.text) < len(plain):
                self._words_reader.shorten(len(block.text))
            self._add_places(block)
            return block
        found = Ordinary(self._known, addresses=self.state.addresses)
        if not found.read(text) or found.text[:1] in ("", "\n"):
            return None
        self.state.addresses = found.addresses
        shows = found.text.rstrip(" \n")
        if len(shows) < len(found.text):
            found.shorten(len(shows))
        block = Block(shows)
        block.marks, block.inlines = found.marks, found.inlines
        block.quotes, block.unsigned = found.quotes, found.unsigned
        return block

    def _append(self, text: str) -> bool:
        """Append a line with ordinary markup; False, and nothing done, for others."""
        builder = self.builder
        if len(self.state.stack) > _FEW or self._bold >= 0 or self._italic >= 0:
            return False
        before = BEFORE if builder.length and not builder.ends_in_space() else ""
        found = Ordinary(self._known, before, self.state.addresses)
        if not found.read(text) or not found.closed or found.text[:1] == "\n":
            return False
        self.state.addresses = found.addresses
        builder.add_piece(piece_of(found, len(before)))
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

    def is_words(self, text: str) -> bool:
        """Say whether a text is words alone."""
        return self.is_plain(text) and _is_bare(text)

    def is_idle(self) -> bool:
        """Say whether nothing is open: no words, and nothing that will wrap the next."""
        builder = self.builder
        return not (
            builder.length
            or builder.inlines
            or builder.quotes
            or builder.unsigned
            or self._bold >= 0
            or self._italic >= 0
        )

    def _known(self, source: str) -> Piece | None:
        """Return what a signature or a template shows, if that is the same everywhere."""
        if len(self.state.stack) > _FEW:
            return None
        if len(source) > _LONGEST:  # said once
            return MEMORY.call(source, self.state.variant) if source[0] == "{" else None
        return MEMORY.shown((source, self.state.variant))


def _is_bare(text: str) -> bool:
    """Say whether a text has no sign that could be markup."""
    return not (
        "[" in text
        or "{" in text
        or "<" in text
        or "&" in text
        or ("'" in text and "''" in text)  # one character is found in no time
        or ("/" in text and "//" in text)
    )


def _may_be_signed(text: str) -> bool:
    """Say whether a text may show a bracket, in which a date's zone stands."""
    return "(" in text or "&" in text or "{" in text or "\uff08" in text


def folded(text: str) -> str:
    """Return words in which each run of spaces is one."""
    return fold_space(text) if "  " in text else text


def _signed(words: str, piece: Piece, rest: str) -> Block:
    """Return the block of words, a signature and what follows it."""
    if piece.text[-1] in " \n":
        rest = rest.lstrip(" ")
    if "  " in rest:
        rest = fold_space(rest)
    block = Block(f"{words}{piece.text}{rest.rstrip(' ')}")
    block.piece = len(words), piece
    if piece.quotes or piece.unsigned:
        block.unfold()
    return block
