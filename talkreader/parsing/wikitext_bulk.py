"""Lines of wikitext when only their text and their user links matter: shortcuts past `Inline`.

A dump is read for extents, authors, times and plain text. Most lines are words with a few links
and end in a signature that stands on the wiki a thousand times. Words and links to pages are
written without a look at each token, and a signature is worked out once. Whatever else a line
holds, `Inline` reads as always: both come to the same text, the same links to users, and the same
extents of what may wrap them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from talkreader.domain.body import Mark, MarkKind, Span
from talkreader.parsing.blocks import LinkBuilder, TextBuilder
from talkreader.parsing.wikitext_inline import Inline, InlineState

_TRAIL = "a-zà-öø-ÿа-яё"
_ENDS = re.compile(rf"[{_TRAIL}]*")
_NEAR = 60  # characters between the links of one signature
_LONGEST = 400  # characters of a signature's source that are worth remembering
_MOST = 5000  # signatures remembered, and as many met before those
_FEW = 20  # open tags, of which a page may have 200
_BEFORE = "x"  # a piece is worked out behind a letter: a leading space is kept or swallowed there
# A template on somebody's page: what it shows hangs on what follows it.
_OF_A_PAGE = re.compile(r"\{\{[^{}|]*:")
_SIGNS = ("{{", "<", "&")
_RUNS = re.compile(r"'{2,}")
# A link to a page that cannot be a user's: neither ":" nor "#" in its target. Split at, it leaves
# what it shows. Where bold and italic occur, no apostrophe may stand inside.
_PAGE = re.compile(
    r"(?<!\[)\[\[(?:(?!\s)[^\[\]|{}<>\n:#]+\|([^\[\]\n]+)|(?!\s)([^\[\]|{}<>\n:#]+)(?<!\s))\]\]"
)
_PAGE_OR_QUOTES = re.compile(
    r"(?<!\[)\[\[(?:(?!\s)[^\[\]|{}<>\n:#']+\|([^\[\]\n']+)"
    r"|(?!\s)([^\[\]|{}<>\n:#']+)(?<!\s))\]\]"
    r"|(?<!')'{2,3}(?!')"
)
_OTHER = re.compile(
    r"(?<!\[)\[\[([^\[\]|{}<>\n:#]*[:#][^\[\]|{}<>\n]*)(?:\|([^\[\]\n']*))?\]\]" + rf"([{_TRAIL}]*)"
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a piece of source shows, wherever it stands."""

    text: str
    marks: tuple[tuple[int, int, MarkKind, str], ...]
    inlines: tuple[tuple[int, int], ...]
    quotes: tuple[tuple[int, int], ...]
    unsigned: tuple[tuple[int, int], ...]


class BulkInline(Inline):
    """Writes lines as `Inline` does, with the links but without other marks."""

    def new_builder(self) -> TextBuilder:
        """Return what a block is collected in."""
        return LinkBuilder()

    def line(self, text: str) -> None:
        """Append what a reader sees of one line."""
        if (self.masked and not text.isascii()) or "//" in text or "__" in text:
            self.write(text)
        elif not ("[" in text or "''" in text or "{" in text or "<" in text or "&" in text):
            self.builder.add(text)
        elif self._bold >= 0 or self._italic >= 0 or "-{" in text or not self._parts(text):
            self.write(text)

    def _parts(self, text: str) -> bool:
        """Append words, links and a signature; False when there is more, and nothing was done."""
        cut, end = _signature(text)
        if end < 0 or ("{{" in text and _OF_A_PAGE.search(text)):
            return False
        links: list[tuple[str, re.Match[str]]] = []
        place = 0
        if text.find("[[", 0, cut) >= 0:
            for match in _OTHER.finditer(text, 0, cut):
                words = _plain(text[place : match.start()])
                if words is None:
                    return False
                links.append((words, match))
                place = match.end()
        words = _plain(text[place:cut])
        if words is None:
            return False
        for before, match in links:
            self.builder.add(before)
            self._page_link(match, 0)
        self.builder.add(words)
        if cut < end:
            self._signed(text[cut:end])
        self.builder.add(text[end:])
        return True

    def _signed(self, source: str) -> None:
        shown = None
        if len(source) <= _LONGEST and len(self.state.stack) <= _FEW:
            shown = _memory.shown(source, self.state.variant)
        if shown is None:
            self.write(source)
        else:
            _add(self.builder, shown)


def _plain(text: str) -> str | None:
    """Return what words and links to pages show; None when there is other markup."""
    if "''" in text:
        runs = list(map(len, _RUNS.findall(text)))
        if runs.count(2) % 2 or runs.count(3) % 2 or max(runs) > 3:
            return None
        text = "".join(filter(None, _PAGE_OR_QUOTES.split(text)))
        return None if "''" in text or "[[" in text or "[m" in text else text
    if "[" in text:
        text = "".join(filter(None, _PAGE.split(text)))
        return None if "[[" in text or "[m" in text else text
    return text


def _signature(text: str) -> tuple[int, int]:
    """Return the range of what must be read token by token: tags, templates, the last links.

    Empty when there is none. No markup follows it; (0, -1) when some does.
    """
    cut = text.rfind("[[")
    if cut < 0:
        cut = len(text)
    else:
        while (before := text.rfind("[[", max(0, cut - _NEAR), cut)) >= 0:
            cut = before
        if cut and text[cut - 1] == "[":
            return 0, -1
    for sign in _SIGNS:
        if sign in text and (place := text.find(sign)) < cut:
            cut = place
    end = _end_of_markup(text, cut) if cut < len(text) else cut
    rest = text[end:]
    return (0, -1) if "[" in rest or "{" in rest or "<" in rest or "&" in rest else (cut, end)


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
    """What pieces show that were met before; those not met for long are forgotten.

    A piece is worked out by itself when it comes a second time: many come once.
    """

    def __init__(self) -> None:
        # False: met once; True: what it shows hangs on what stands around it
        self._met: dict[tuple[str, str], _Shown | bool] = {}
        self._before: dict[tuple[str, str], _Shown | bool] = {}

    def shown(self, source: str, variant: str) -> _Shown | None:
        """Return what a piece shows wherever it stands; None when that is not known."""
        key = (source, variant)
        found = self._met.get(key)
        if found is None:
            found = self._before.get(key)
            if len(self._met) >= _MOST:
                self._before, self._met = self._met, {}
            self._met[key] = found or False
        if found is False:
            found = self._met[key] = _Scratch(variant).show(source) or True
        return found if isinstance(found, _Shown) else None


_memory = _Memory()


def _add(builder: TextBuilder, shown: _Shown) -> None:
    base = builder.length
    builder.add_raw(shown.text)
    builder.marks += [Mark(base + a, base + b, kind, target) for a, b, kind, target in shown.marks]
    builder.inlines += [Span(base + a, base + b) for a, b in shown.inlines]
    builder.quotes += [Span(base + a, base + b) for a, b in shown.quotes]
    builder.unsigned += [Span(base + a, base + b) for a, b in shown.unsigned]


class _Scratch(Inline):
    """Writes one piece by itself."""

    def __init__(self, variant: str) -> None:
        self._touched = False
        touch = self._touch  # a tag parts paragraphs, a box begins or ends
        super().__init__(InlineState(touch, touch, touch, touch, variant))

    def new_builder(self) -> TextBuilder:
        """Return what a piece is collected in."""
        return LinkBuilder()

    def show(self, source: str) -> _Shown | None:
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
        return _Shown(
            text,
            tuple((m.start - 1, m.end - 1, m.kind, m.target) for m in builder.marks),
            tuple((s.start - 1, s.end - 1) for s in builder.inlines),
            tuple((s.start - 1, s.end - 1) for s in builder.quotes),
            tuple((s.start - 1, s.end - 1) for s in builder.unsigned),
        )

    def _close(self, name: str) -> None:
        if not any(opened.tag == name for opened in self.state.stack):
            self._touched = True  # it closes what stands before
        super()._close(name)

    def _touch(self, *_what: object) -> None:
        """Note that a piece changes the page around it."""
        self._touched = True
