"""A page cut into what its rows and the index hold, before it has ids: no database is needed.

This is most of the work of storing a page, and can be done in another process: a `CutPage` is made
of texts, numbers and tuples only.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

from talkreader.domain.body import Span
from talkreader.domain.page import RawPage
from talkreader.domain.thread import ParsedPage, Section, Signature
from talkreader.store.columns import columns
from talkreader.store.folding import fold_name
from talkreader.store.gaps import pieces, take_out
from talkreader.store.people import Names
from talkreader.store.rows import (
    COMMENT,
    HEADING,
    PROSE,
    comment_extra,
    origin_to_json,
    pack_text,
    prose_extra,
    raw_to_rows,
    revision_to_json,
    to_json,
    warnings_to_rows,
)
from talkreader.store.timekeys import age_of, minute_of

CutItem = tuple[
    int,  # kind
    int,  # place: its index among its kind
    int,  # section
    int | None,  # minute
    int,  # age: what it is sorted by (`timekeys.age_of`)
    tuple[int, ...],  # who signed, as places in `CutPage.people`; -1: nobody known
    tuple[int, ...],  # who is answered, in the same way
    int | None,  # parent: the index of the comment that it answers
    int,  # start
    int,  # end
    str,  # text
    str,  # tokens: as in `Columns`; "" for an ASCII text, which is its own in small letters
    str,  # singles
    str,  # languages
    bytes,  # extra
]
"""A row of ``item`` without its ids, and what the index takes of it.

A plain tuple: an import sends millions of them to another process.
"""


class Copied(NamedTuple):
    """The copy that a text came in: ``changed`` is its revision's time (ISO), others as columns."""

    changed: str
    origin: str
    revision: str


@dataclass(frozen=True, slots=True)
class CutPage:
    """A page in rows; ``tie`` tells pages of one site and title from each other (`ties`)."""

    site: str
    title: str
    tie: str
    sha256: str
    copied: Copied
    namespace: int | None
    columns: tuple[object, ...]
    counts: tuple[int | None, ...]
    warnings: str
    context: str
    blobs: tuple[bytes | None, ...]
    people: tuple[Names, ...]
    sections: tuple[tuple[object, ...], ...]
    items: tuple[CutItem, ...]

    @property
    def signed(self) -> frozenset[tuple[str, int]]:
        """Who signed in which minute."""
        names = [author or display or "" for author, display in self.people]
        return frozenset(
            (names[signed[0]] if signed and signed[0] >= 0 else "", minute)
            for kind, _place, _section, minute, _earliest, signed, *_rest in self.items
            if kind == COMMENT and minute is not None
        )

    @property
    def comments(self) -> int:
        """How many comments the page has."""
        return self.counts[1] or 0


def identity(raw: RawPage) -> tuple[str, str, str]:
    """Return site, title and the text's hash: what is looked for to see if it is known."""
    sha256 = raw.origin.sha256 or hashlib.sha256(raw.text.encode(errors="replace")).hexdigest()
    return raw.site, raw.title, sha256


def copied(raw: RawPage) -> Copied:
    """Return what a page says of the copy that it came in."""
    changed = raw.revision.timestamp
    return Copied(
        changed.isoformat() if changed else "",
        origin_to_json(raw.origin),
        revision_to_json(raw.revision),
    )


def cut(parsed: ParsedPage, *, detail: bool) -> CutPage:
    """Return the page in rows; without ``detail`` blocks and marks of the bodies are left out."""
    return _Cutter(parsed).page(detail=detail)


class _Cutter:
    """Cuts one page into rows."""

    def __init__(self, parsed: ParsedPage) -> None:
        self._parsed = parsed
        self._language = parsed.raw.language
        self._people: dict[Names, int] = {}
        # the age of what has no date: when the first comment at or after its section was signed
        minutes = [minute_of(c.timestamp) for c in parsed.comments]
        self._minutes = minutes
        self._latest = max((m for m in minutes if m is not None), default=None)
        self._near: dict[int, int | None] = {}
        following: int | None = None
        place = len(minutes) - 1
        for section in range(len(parsed.sections) - 1, -1, -1):
            while place >= 0 and parsed.comments[place].section >= section:
                following = minutes[place] if minutes[place] is not None else following
                place -= 1
            self._near[section] = following

    def page(self, *, detail: bool) -> CutPage:
        """Return all of it."""
        parsed, raw = self._parsed, self._parsed.raw
        site, title, sha256 = identity(raw)
        items = tuple(self._items(detail=detail))
        shared, own = raw_to_rows(raw)
        moments = [m for m in self._minutes if m is not None]
        people = {c.author or c.display_name for c in parsed.comments} - {None}
        return CutPage(
            site=site,
            title=title,
            tie="" if title else sha256,
            sha256=sha256,
            copied=copied(raw),
            namespace=raw.namespace,
            columns=(*(fold_name(title), raw.namespace, raw.language, str(raw.form), sha256),),
            counts=(
                *(sum(s.heading is not None for s in parsed.sections), len(parsed.comments)),
                *(len(people), min(moments, default=None), max(moments, default=None)),
            ),
            warnings=to_json([raw.warnings, warnings_to_rows(parsed.warnings)]),
            context=shared,
            blobs=(own, pack_text(raw.text), *self._text()),
            people=tuple(self._people),
            sections=tuple(map(_section, parsed.sections)),
            items=items,
        )

    def _text(self) -> tuple[bytes | None, bytes | None]:
        """Return the text, or what is left of it without the words of the rows, packed.

        Plain text is its own source.
        """
        parsed = self._parsed
        if parsed.text == parsed.raw.text:
            return None, None
        left = take_out(parsed.text, pieces(parsed.comments, parsed.prose))
        return (pack_text(parsed.text), None) if left is None else (None, pack_text(left))

    def _items(self, *, detail: bool) -> list[CutItem]:
        """Return comments, then headings, then prose."""
        items = self._comments(detail=detail)
        for section in self._parsed.sections:
            if section.heading is not None:
                place = (HEADING, section.index, section.index)
                items.append(self._undated(place, section.heading, section.span, b"[]"))
        for index, prose in enumerate(self._parsed.prose):
            extra = prose_extra(prose, detail=detail)
            place = (PROSE, index, prose.section)
            items.append(self._undated(place, prose.body.text, prose.span, extra))
        return items

    def _signed(self, signatures: tuple[Signature, ...]) -> tuple[int, ...]:
        """Return who signed, by their places."""
        people = self._people
        names = [(signed.author, signed.display_name) for signed in signatures]
        return tuple(
            [-1 if n == (None, None) else people.setdefault(n, len(people)) for n in names]
        )

    def _comments(self, *, detail: bool) -> list[CutItem]:
        signed: list[tuple[int, ...]] = []
        items: list[CutItem] = []
        for comment, minute in zip(self._parsed.comments, self._minutes, strict=True):
            people = self._signed(comment.signatures)
            signed.append(people)
            parent = comment.parent
            text, span = comment.body.text, comment.span
            items.append(
                (
                    *(COMMENT, comment.index, comment.section, minute, age_of(minute)),
                    *(people, () if parent is None else signed[parent], parent),
                    *(span[0], span[1], text),
                    *self._columns(text),
                    comment_extra(comment, detail=detail),
                )
            )
        return items

    def _columns(self, text: str) -> tuple[str, str, str]:
        tokens, singles, languages = columns(text, self._language)
        return "" if text.isascii() else tokens, singles, languages

    def _undated(self, place: tuple[int, int, int], text: str, span: Span, extra: bytes) -> CutItem:
        near = self._near.get(place[2])
        age = age_of(near if near is not None else self._latest)
        columns = self._columns(text)
        return (*place, None, age, (), (), None, span.start, span.end, text, *columns, extra)


def _section(section: Section) -> tuple[object, ...]:
    """Return the columns of a section but for its ids."""
    return (
        *(section.index, section.heading, fold_name(section.heading or ""), section.level),
        *(section.parent, section.span.start, section.span.end),
        *((section.source.start, section.source.end) if section.source else (None, None)),
    )
