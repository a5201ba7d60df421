"""Wikitext with markup that leaves words and little else, read in one pass.

Most markup does: bold and italic, code and small print, links and templates, quotations of a few
words. What wraps a user's link, and so may begin a signature, `Ordinary` reads.
"""

from __future__ import annotations

import html
import re

from talkreader.domain.body import Mark, MarkKind, Span
from talkreader.parsing.blocks.blocks import QUOTE_TAGS, fold_space, new_mark, new_span
from talkreader.parsing.language.names import UserLinks
from talkreader.parsing.wikitext.ordinary import (
    CALL,
    CATEGORY,
    CHARACTER,
    FEW,
    FILE,
    FRAMED,
    LABELLED,
    LANGUAGE,
    LINK,
    NOTE,
    OTHER_TAGS,
    PAGE,
    PLAIN_LINK,
    PLAIN_TOKEN,
    QUOTES,
    SHORT_TOKEN,
    SIGNS,
    TAG_WITH_MORE,
    Known,
    address_in,
    bare_name,
    title_and_place,
)
from talkreader.parsing.wikitext.state import InlineState

# Stand for a while where a user's link, or a quotation, begins and ends: no text of a page has them
# once it is masked.
_LINK_BEGINS = "\ue1f0"
_QUOTE_BEGINS = "\ue1f1"
_ENDS = "\ue1f2"
_PLACES = re.compile(f"([{_LINK_BEGINS}{_QUOTE_BEGINS}{_ENDS}])")


class _MoreThanWords(Exception):
    """A text holds markup that leaves more than words."""


class Plain:
    """Reads words, a text after the other.

    The texts hold no white space but spaces, and nothing masked or converted. ``addresses`` and
    ``references`` count those in the latest text that the page numbers, after those of the state.
    ``marks`` are the links of users in it, if they were asked for, and ``quotes`` what it quotes.
    """

    __slots__ = (
        "_asked", "_known", "_open", "_quotes", "_state", "_titles", "_users",
        "addresses", "marks", "quotes", "references",
    )  # fmt: skip

    def __init__(self, known: Known, users: UserLinks, state: InlineState) -> None:
        self._known = known
        self._state = state
        self._users = users
        self._asked = False
        self._quotes = 0
        self._open: list[str] = []
        self._titles: list[str] = []
        self.marks: list[Mark] = []
        self.quotes: list[Span] = []
        self.addresses = 0
        self.references = 0

    def read(self, source: str, *, signed: bool) -> str | None:
        """Return what a text shows, without the spaces before it; None where that is more.

        None, too, for what stays open, or begins with a line break. ``signed``: it may hold a
        signature, so that users matter.
        """
        self._asked = signed
        self._quotes = self.addresses = self.references = 0
        if self._open or self._titles or self.quotes:
            for noted in (self._open, self._titles, self.marks, self.quotes):
                noted.clear()
        token = PLAIN_TOKEN if "/" in source and "//" in source else SHORT_TOKEN
        try:
            text = token.sub(self._shown, source)
        except _MoreThanWords:
            return None
        if self._open or self._quotes:
            return None
        while "  " in text:
            text = text.replace("  ", " ")
        if "\n" in text:
            text = text.replace(" \n", "\n").replace("\n ", "\n")
        text = text.lstrip(" ")
        if _ENDS in text:
            return self._without_places(text)
        return None if text[:1] == "\n" else text

    def shorten(self, size: int) -> None:
        """Leave only so many characters of the latest text."""
        self.marks = [Mark(min(m.start, size), min(m.end, size), *m[2:]) for m in self.marks]
        self.quotes = [Span(min(start, size), min(end, size)) for start, end in self.quotes]

    def _without_places(self, text: str) -> str | None:
        """Return a text without the signs of places, and note those; None where spaces touch."""
        shown, titles = "", iter(self._titles)
        begun: list[tuple[int, bool]] = []
        for number, piece in enumerate(_PLACES.split(text)):
            if not number % 2:
                shown += piece
            elif piece != _ENDS:
                begun.append((len(shown), piece == _LINK_BEGINS))
            else:
                start, of_user = begun.pop()
                if not of_user:
                    self.quotes.append(new_span((start, len(shown))))
                elif start < len(shown):
                    mark = (start, len(shown), MarkKind.LINK, next(titles))
                    self.marks.append(new_mark(mark))
        if shown[:1] in (" ", "\n") or "  " in shown:
            return None
        if "\n" in shown and (" \n" in shown or "\n " in shown):
            return None
        return shown

    def _shown(self, match: re.Match[str]) -> str:
        """Return what a token shows."""
        kind = match.lastindex
        if kind == PLAIN_LINK:
            target, label, trail = match.group(1, 2, 3)
            return f"{label or target.strip()}{trail}"
        if kind == QUOTES:
            return self._toggled(len(match[0]))
        if kind is None:
            raise _MoreThanWords
        if NOTE < kind <= TAG_WITH_MORE:
            return self._tag(match[9], match[10].lower(), match[11] or "")
        return self._other(match, kind)

    def _other(self, match: re.Match[str], kind: int) -> str:
        if kind == LINK:
            return self._page_link(match)
        if kind == CALL:
            return self._template(match[0])
        if kind == NOTE:
            self.references += 1
            return f"[{self._state.references + self.references}]"
        if kind == CHARACTER:
            shown = fold_space(html.unescape(match[0]))
            if "\ue000" <= shown <= _ENDS:
                raise _MoreThanWords
            return shown
        return self._labelled(match[14], match[15]) if kind == LABELLED else self._address(match[0])

    def _toggled(self, count: int) -> str:
        """Return the apostrophes that are shown of so many; the others open or close."""
        if count == 2:
            self._quotes ^= 2
            return ""
        shown = ""
        if count == 4 or count > 5:
            shown = "'" * (1 if count == 4 else count - 5)
            count = 3 if count == 4 else 5
        self._quotes ^= (count in (3, 5)) + 2 * (count in (2, 5))
        return shown

    def _tag(self, closing: str, name: str, attributes: str) -> str:
        if name == "br":
            return "\n"
        if name in OTHER_TAGS or "autosigned" in attributes:
            raise _MoreThanWords
        if closing:
            if not self._open or self._open.pop() != name:
                raise _MoreThanWords
            return _ENDS if name in QUOTE_TAGS else ""
        if attributes.rstrip().endswith("/"):
            return ""
        self._open.append(name)
        if len(self._open) > FEW:
            raise _MoreThanWords
        return _QUOTE_BEGINS if name in QUOTE_TAGS else ""

    def _template(self, source: str) -> str:
        piece = self._known(source)
        if piece is None or piece.marks or piece.inlines or piece.unsigned:
            raise _MoreThanWords
        text = piece.text
        if "\n" in text or "  " in text:
            raise _MoreThanWords
        if piece.quotes:
            if len(piece.quotes) > 1 or piece.quotes[0] != (0, len(text)):
                raise _MoreThanWords
            return f"{_QUOTE_BEGINS}{text}{_ENDS}"
        return text

    def _labelled(self, address: str, label: str) -> str:
        label = label.strip()
        if SIGNS.search(label) or self._leads_to_user(address):
            raise _MoreThanWords
        if label:
            return label
        self.addresses += 1
        return f"[{self._state.addresses + self.addresses}]"

    def _page_link(self, match: re.Match[str]) -> str:
        target, label, trail = match.group(4, 5, 6)
        title, place = title_and_place(target)
        if place == FILE:
            if label is not None and FRAMED.search(label):
                raise _MoreThanWords  # a frame has a caption
            return trail
        if place == CATEGORY or (place == LANGUAGE and label is None):
            return ""
        if (label and SIGNS.search(label)) or (label is None and "&" in target):
            raise _MoreThanWords
        if label:
            words = label + trail
        elif label is None:
            words = target.strip().removeprefix(":") + trail
        else:
            words = bare_name(target) + trail
        if place == PAGE or not self._leads_to_user(title):
            return words
        if self._open or self._quotes:
            raise _MoreThanWords
        if words:
            self._titles.append(title)
        return f"{_LINK_BEGINS}{words}{_ENDS}"

    def _address(self, token: str) -> str:
        if self._leads_to_user(address_in(token)):
            raise _MoreThanWords
        return token

    def _leads_to_user(self, target: str) -> bool:
        return self._asked and self._users.user_of(target) is not None
