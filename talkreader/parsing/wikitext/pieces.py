"""Signatures and templates that return: what each shows wherever it stands, worked out once."""

from __future__ import annotations

import re
from functools import lru_cache

from talkreader.domain.body import MarkKind, Span
from talkreader.parsing.blocks.blocks import (
    LinkBuilder,
    Piece,
    TextBuilder,
    by_place,
    marks_at,
    new_mark,
    new_span,
    spans_at,
)
from talkreader.parsing.wikitext.inline import Inline
from talkreader.parsing.wikitext.ordinary import OTHER, Ordinary, place_of, title_and_place
from talkreader.parsing.wikitext.state import InlineState
from talkreader.parsing.wikitext.templates import Show, family_of, split

_MOST = 5_400  # pieces remembered, and as many met before those: as a table of 8192 has room for
_ENDING = 32  # characters by which a signature is found: a link's target, and its label
_JOINED = frozenset("[>'])")  # what may belong to the signature behind it, near before
_AROUND = " -~(\u00a0\u2013\u2014·•|/"
_CLOSE = _JOINED | set(_AROUND)
_NEAR = 8
_LINK = r"\[\[([^\[\]|{}<>\n]+)\|([^\[\]'{<&_/|\s][^\[\]'{<&_/|\n]*)\]\]"
_TWO_LINKS = re.compile(rf"{_LINK}( ?[(（]?){_LINK}")
# As MediaWiki signs for whoever chose no other signature: the name is that of both links.
_WORD = r"[^\[\]|{}<>&#%/:_'\s][^\[\]|{}<>&#%/:_'\n]*"
_USUAL = re.compile(rf"\[\[({_WORD}):({_WORD})\|\2\]\]( ?[(（]?)\[\[({_WORD}):\2\|({_WORD})\]\]")
_QUOTING = frozenset({Show.QUOTE, Show.INLINE_QUOTE})
_SAYING = _QUOTING | {Show.PING, Show.NAME}
_MORE = re.compile("''|&|//|__|-\\{|\n")  # in a call whose words are more than words
BEFORE = "x"  # a piece is worked out behind a letter: a leading space is kept or swallowed there


def piece_of(found: Ordinary, before: int) -> Piece:
    """Return what was found behind so many characters."""
    return Piece(
        found.text[before:],
        tuple(marks_at(found.marks, -before)),
        tuple(spans_at(found.inlines, -before)),
        tuple(spans_at(found.quotes, -before)),
        tuple(spans_at(found.unsigned, -before)),
    )


_NEW = Piece("", ())
"""Stands for a piece that was not met before."""


class Memory:
    """What pieces show that were met before; those not met for long are forgotten.

    A piece is known by its source and the script that the page is shown in. None: what it shows
    hangs on what stands around it.
    """

    def __init__(self) -> None:
        self._met: dict[tuple[str, str], Piece | None] = {}
        self._before: dict[tuple[str, str], Piece | None] = {}
        self._endings: dict[str, dict[str, tuple[str, Piece]]] = {}
        self._scratch: dict[str, _Scratch] = {}

    def shown(self, key: tuple[str, str]) -> Piece | None:
        """Return what a piece shows wherever it stands; None when that hangs on its place."""
        known = self._met.get(key, _NEW)
        if known is _NEW:
            if len(self._met) >= _MOST:
                self._before, self._met = self._met, {}
            known = self._before.get(key, _NEW)
            if known is _NEW:
                known = self._read(*key)
            self._met[key] = known
        return known

    def endings(self, variant: str) -> Endings:
        """Return the signatures of pages in a script, by their endings."""
        return self._endings.setdefault(variant, {})

    def call(self, source: str, variant: str) -> Piece | None:
        """Return what the call of a template without others in it shows wherever it stands."""
        said = _said(source)
        if said is not None:
            return said
        scratch = self._scratch.pop(variant, None) or _Scratch(variant)
        piece = scratch.show_one(source)
        if piece is not None:
            self._scratch[variant] = scratch  # as new
        return piece

    def _read(self, source: str, variant: str) -> Piece | None:
        if source[0] == "{":
            return self.call(source, variant)
        links = _TWO_LINKS.fullmatch(source)
        piece = _two_links(links) if links else None
        if piece is not None:
            return piece
        found = Ordinary(lambda call: self.shown((call, variant)), BEFORE)
        if not found.read(source) or found.addresses:
            return _Scratch(variant).show(source)
        if found.closed and found.text[1:2] not in ("", "\n"):
            return piece_of(found, 1)
        return _Scratch(variant).show(source)


Endings = dict[str, tuple[str, Piece]]
"""Signatures by their last characters: the source of each, and what it shows wherever it stands."""


def ending(endings: Endings, text: str, end: int) -> tuple[int, int, Piece] | None:
    """Return where a signature begins that ends here, and its piece: one met before, or usual."""
    known = endings.get(text[end - _ENDING : end])
    if known is not None:
        source, piece = known
        cut = end - len(source)
        if not text.endswith(source, 0, end):
            return None
    else:
        cut = text.rfind("[[", 0, text.rfind("[[", 0, end)) if text[end - 1] == "]" else -1
        new = _usual(text, cut, end) if cut >= 0 else None
        if new is None:
            return None
        piece = new
        remember(endings, text[cut:end], piece)
    return None if _is_joined(text, cut) else (cut, end, piece)


def _is_joined(text: str, cut: int) -> bool:
    """Say whether what stands before a place may belong to the signature behind it."""
    if not cut or (text[cut - 1] == " " and text[cut - 2] not in _CLOSE):
        return False  # as a rule
    return text[max(0, cut - _NEAR) : cut].rstrip(_AROUND)[-1:] in _JOINED


def remember(endings: Endings, source: str, piece: Piece) -> None:
    """Remember a signature by its ending, to find it without a look at its beginning."""
    if len(source) >= _ENDING and source[0] != "'" and piece.text[-1] not in " \n":
        if len(endings) >= 2 * _MOST:
            endings.clear()
        endings[source[-_ENDING:]] = source, piece


def _usual(text: str, cut: int, end: int) -> Piece | None:
    """Return the piece of a signature that MediaWiki makes; None for any other."""
    match = _USUAL.match(text, cut)
    if match is None or match.end() != end:
        return None
    space, name, between, talk, label = match.groups()
    shown = f"{name}{between}{label}"
    if "  " in shown or not (_names_users(space) and _names_users(talk)):
        return None
    size = len(shown)
    piece = Piece(
        shown,
        (
            new_mark((0, len(name), MarkKind.LINK, f"{space}:{name}")),
            new_mark((size - len(label), size, MarkKind.LINK, f"{talk}:{name}")),
        ),
    )
    piece.usual = space, talk, name
    return piece


@lru_cache(maxsize=100)
def _names_users(space: str) -> bool:
    """Say whether the pages of a namespace may be users, each by its title alone."""
    return place_of(space) == OTHER and space != "Special"


def _two_links(match: re.Match[str]) -> Piece | None:
    """Return the piece of two links with plain labels; None where one leads to no user."""
    first, name, between, second, label = match.groups()
    text = f"{name}{between}{label}"
    (title, place), (other, further) = title_and_place(first), title_and_place(second)
    if place != OTHER or further != OTHER or "  " in text:
        return None
    begin = len(text) - len(label)
    marks = (
        new_mark((0, len(name), MarkKind.LINK, title)),
        new_mark((begin, len(text), MarkKind.LINK, other)),
    )
    return Piece(text, marks)


def _said(source: str) -> Piece | None:
    """Return what a call shows that names somebody, or a template, or quotes plain words."""
    name, *parts = source[2:-2].split("|")
    show = family_of(name)
    if show not in _SAYING or not parts or _MORE.search(source):
        return None
    quotes: tuple[Span, ...] = ()
    first = parts[0]
    if "=" in source:
        if show not in _QUOTING or not first.startswith("1=") or any("=" in p for p in parts[1:]):
            return None
        first = first[2:].strip()
    if show is Show.PING:
        words = f"@{', '.join([part.strip() for part in parts])}: "
    elif show is Show.NAME:
        words = f"{{{{{'|'.join(parts)}}}}}"
    else:
        words = first
        quotes = (new_span((0, len(words))),)
    return None if not words or "  " in words else Piece(words, (), (), quotes)


MEMORY = Memory()


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
        self.builder.add_raw(BEFORE)
        self.write(source)
        return self._shown()

    def show_one(self, source: str) -> Piece | None:
        """Return what the call of a template shows, which has no other call in it."""
        self.builder = self.new_builder()
        self.builder.add_raw(BEFORE)
        call = split(source)
        if call is not None:
            self.show_call(call, 1, signs=False)
        return self._shown()

    def _shown(self) -> Piece | None:
        state, builder = self.state, self.builder
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
