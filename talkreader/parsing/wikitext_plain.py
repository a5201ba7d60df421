"""Wikitext with markup that leaves nothing but words, read in one pass.

Most markup does: bold and italic, code and small print, links to pages that are no user's. What may
lead to a user, and what has a range that matters to whoever looks for signatures, `Ordinary` reads.
"""

from __future__ import annotations

import html
import re

from talkreader.parsing.blocks import QUOTE_TAGS, fold_space
from talkreader.parsing.names import may_lead_to_user
from talkreader.parsing.wikitext_ordinary import (
    CATEGORY,
    FEW,
    FILE,
    FRAMED,
    LANGUAGE,
    OTHER_TAGS,
    PAGE,
    SIGNS,
    TOKEN,
    Known,
    address_in,
    bare_name,
    title_and_place,
)


class _MoreThanWords(Exception):
    """A text holds markup that leaves more than words."""


class Plain:
    """Reads words; ``addresses`` counts those without a label, which the page numbers.

    The text holds no white space but spaces, and nothing masked. ``signed``: it may hold a
    signature, so that users matter.
    """

    __slots__ = ("_known", "_open", "_quotes", "_users", "addresses")

    def __init__(self, known: Known, addresses: int, *, signed: bool) -> None:
        self._known = known
        self._users = signed
        self._open: list[str] = []
        self._quotes = 0
        self.addresses = addresses

    def read(self, source: str) -> str | None:
        """Return what a text shows, without the spaces before it; None where that is more.

        None, too, for what stays open, or begins with a line break.
        """
        try:
            text = TOKEN.sub(self._shown, source)
        except _MoreThanWords:
            return None
        if self._open or self._quotes:
            return None
        while "  " in text:
            text = text.replace("  ", " ")
        if "\n" in text:
            text = text.replace(" \n", "\n").replace("\n ", "\n")
        text = text.lstrip(" ")
        return None if text[:1] == "\n" else text

    def _shown(self, match: re.Match[str]) -> str:
        """Return what a token shows."""
        kind = match.lastindex
        if kind == 4:
            return self._toggled(match.end() - match.start())
        if kind == 3:
            return self._page_link(match)
        if kind is None:
            raise _MoreThanWords
        if kind <= 7:
            return self._tag(match[5], match[6].lower(), match[7] or "")
        if kind == 8:
            return fold_space(html.unescape(match[0]))
        if kind == 11:
            return self._address(match[0])
        return self._template(match[0]) if kind == 12 else self._labelled(match[9], match[10])

    def _toggled(self, count: int) -> str:
        """Return the apostrophes that are shown of so many; the others open or close."""
        shown = ""
        if count == 4 or count > 5:
            shown = "'" * (1 if count == 4 else count - 5)
            count = 3 if count == 4 else 5
        self._quotes ^= (count in (3, 5)) + 2 * (count in (2, 5))
        return shown

    def _tag(self, closing: str, name: str, attributes: str) -> str:
        if name == "br":
            return "\n"
        if name in OTHER_TAGS or name in QUOTE_TAGS or "autosigned" in attributes:
            raise _MoreThanWords
        if closing:
            if not self._open or self._open.pop() != name:
                raise _MoreThanWords
        elif not attributes.rstrip().endswith("/"):
            self._open.append(name)
            if len(self._open) > FEW:
                raise _MoreThanWords
        return ""

    def _template(self, source: str) -> str:
        piece = self._known(source)
        if piece is None or piece.marks or piece.inlines or piece.quotes or piece.unsigned:
            raise _MoreThanWords
        if "\n" in piece.text or "  " in piece.text:
            raise _MoreThanWords
        return piece.text

    def _labelled(self, address: str, label: str) -> str:
        label = label.strip()
        if SIGNS.search(label) or (self._users and may_lead_to_user(address)):
            raise _MoreThanWords
        if label:
            return label
        self.addresses += 1
        return f"[{self.addresses}]"

    def _page_link(self, match: re.Match[str]) -> str:
        target, label, trail = match.group(1, 2, 3)
        place = title_and_place(target)[1]
        if place == FILE:
            if label is not None and FRAMED.search(label):
                raise _MoreThanWords  # a frame has a caption
            return trail
        if place == CATEGORY or (place == LANGUAGE and label is None):
            return ""
        if (self._users and place != PAGE) or (label and SIGNS.search(label)):
            raise _MoreThanWords
        if label:
            return label + trail
        words = target.strip().removeprefix(":") if label is None else bare_name(target)
        return words + trail

    def _address(self, token: str) -> str:
        if self._users and may_lead_to_user(address_in(token)):
            raise _MoreThanWords
        return token
