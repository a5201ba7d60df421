"""A page cut into what its rows and the index hold, before it has ids: no database is needed.

This is most of the work of storing a page, and can be done in another process: a `CutPage` is made
of texts, numbers and tuples only.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from talkreader.domain.page import RawPage
from talkreader.domain.records import dataclass
from talkreader.domain.thread import ParsedPage, Section
from talkreader.store.index.people import Names
from talkreader.store.pages.rest import pack_rest
from talkreader.store.values.columns import columns
from talkreader.store.values.folding import fold_name
from talkreader.store.values.gaps import take_out
from talkreader.store.values.rows import (
    COMMENT,
    HEADING,
    PROSE,
    host_of,
    origin_to_json,
    pack_text,
    raw_to_rows,
    revision_to_json,
    to_json,
    warnings_to_rows,
)
from talkreader.store.values.timekeys import age_of, minute_of


class CutItems(NamedTuple):
    """The rows of ``item`` without their ids, and what the index takes of them, as columns.

    Columns of plain texts and numbers, because an import sends millions of rows to another process.
    Comments come first, in their order, then headings, then prose. The last three are of comments
    alone.
    """

    kinds: list[int]
    places: list[int]
    """The index of each among its kind."""
    sections: list[int]
    minutes: list[int | None]
    ages: list[int]
    """What it is sorted by (`timekeys.age_of`)."""
    starts: list[int]
    ends: list[int]
    texts: list[str]
    tokens: list[str]
    """As in `Columns`; "" for an ASCII text, which is its own in small letters."""
    singles: list[str]
    languages: list[str]
    signed: list[int]
    """Who signed, as a place in `CutPage.people`; -1: nobody known."""
    cosigned: list[tuple[int, tuple[int, ...]]]
    """All who signed, where that are several, with the index of the comment."""
    parents: list[int | None]


class Copied(NamedTuple):
    """The copy that a text came in: ``changed`` is its revision's time (ISO), others as columns."""

    changed: str
    origin: str
    revision: str


@dataclass(frozen=True, slots=True)
class CutPage:
    """A page in rows; ``tie`` tells pages of one site and title from each other (`ties`).

    ``host`` is where it comes from, "" if not known: `wikis` asks it.
    """

    site: str
    host: str
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
    items: CutItems

    @property
    def signed(self) -> frozenset[tuple[str, int]]:
        """Who signed in which minute."""
        names = [author or display or "" for author, display in self.people]
        names.append("")  # nobody known: -1
        return frozenset(
            (names[signed], minute)
            for signed, minute in zip(self.items.signed, self.items.minutes, strict=False)
            if minute is not None
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
        self._languages: dict[str, str] = {}  # one object for all of the same: pickled once
        first = [comment.signatures[0] for comment in parsed.comments]
        self._minutes = [minute_of(one.timestamp) for one in first]
        self._moments = [minute for minute in self._minutes if minute is not None]
        names = [(one.author, one.display_name) for one in first]
        self._people = dict.fromkeys(names)
        self._cosigners: list[tuple[int, tuple[Names, ...]]] = []
        for comment in parsed.comments:
            if len(comment.signatures) > 1:
                several = tuple([(one.author, one.display_name) for one in comment.signatures])
                self._cosigners.append((comment.index, several))
                self._people.update(dict.fromkeys(several))
        self._people.pop(_NOBODY, None)
        self._places = {names: place for place, names in enumerate(self._people)}
        self._signed = [self._places.get(one, -1) for one in names]
        self._near = self._nearest()

    def _nearest(self) -> list[int | None]:
        """Return when the first comment at or after each section was signed."""
        comments, minutes = self._parsed.comments, self._minutes
        near: list[int | None] = [None] * len(self._parsed.sections)
        following: int | None = None
        place = len(minutes) - 1
        for section in range(len(near) - 1, -1, -1):
            while place >= 0 and comments[place].section >= section:
                following = minutes[place] if minutes[place] is not None else following
                place -= 1
            near[section] = following
        return near

    def page(self, *, detail: bool) -> CutPage:
        """Return all of it."""
        parsed, raw = self._parsed, self._parsed.raw
        site, title, sha256 = identity(raw)
        items = self._items()
        shared, own = raw_to_rows(raw)
        moments = self._moments
        people = {author or shown for author, shown in self._people} - {None}
        rest = pack_rest(
            parsed.comments, parsed.prose, list(self._people), self._signed, detail=detail
        )
        return CutPage(
            site=site,
            host=host_of(raw.base_url),
            title=title,
            tie="" if title else sha256,
            sha256=sha256,
            copied=copied(raw),
            namespace=raw.namespace,
            columns=(*(fold_name(title), raw.namespace, raw.language, str(raw.form), sha256),),
            counts=(
                *(items.kinds.count(HEADING), len(parsed.comments)),
                *(len(people), min(moments, default=None), max(moments, default=None)),
            ),
            warnings=to_json([raw.warnings, warnings_to_rows(parsed.warnings)]),
            context=shared,
            blobs=(own, pack_text(raw.text), *self._text(items), rest),
            people=tuple(self._people),
            sections=tuple(map(_section, parsed.sections)),
            items=items,
        )

    def _text(self, items: CutItems) -> tuple[bytes | None, bytes | None]:
        """Return the text, or what is left of it without the words of the rows, packed.

        Plain text is its own source.
        """
        parsed = self._parsed
        if parsed.text == parsed.raw.text:
            return None, None
        words = [*zip(items.starts, items.texts, strict=True)]
        comments = len(parsed.comments)
        # headings stay
        del words[comments : comments + items.kinds.count(HEADING)]
        left = take_out(parsed.text, words)
        return (pack_text(parsed.text), None) if left is None else (None, pack_text(left))

    def _items(self) -> CutItems:
        comments, prose = self._parsed.comments, self._parsed.prose
        headings = [section for section in self._parsed.sections if section.heading is not None]
        texts = [comment.body.text for comment in comments]
        texts += [section.heading or "" for section in headings]
        texts += [piece.body.text for piece in prose]
        spans = [comment.span for comment in comments]
        spans += [section.span for section in headings]
        spans += [piece.span for piece in prose]
        sections = [comment.section for comment in comments]
        undated = [section.index for section in headings] + [piece.section for piece in prose]
        columns = [self._columns(text) for text in texts]
        return CutItems(
            kinds=[COMMENT] * len(comments) + [HEADING] * len(headings) + [PROSE] * len(prose),
            places=[
                *range(len(comments)),
                *(section.index for section in headings),
                *range(len(prose)),
            ],
            sections=sections + undated,
            minutes=[*self._minutes, *[None] * len(undated)],
            ages=[age_of(minute) for minute in self._minutes] + [self._age(one) for one in undated],
            starts=[start for start, _end in spans],
            ends=[end for _start, end in spans],
            texts=texts,
            tokens=[tokens for tokens, _singles, _languages in columns],
            singles=[singles for _tokens, singles, _languages in columns],
            languages=[languages for _tokens, _singles, languages in columns],
            signed=self._signed,
            cosigned=[
                (index, tuple([self._places.get(one, -1) for one in several]))
                for index, several in self._cosigners
            ],
            parents=[comment.parent for comment in comments],
        )

    def _columns(self, text: str) -> tuple[str, str, str]:
        tokens, singles, languages = columns(text, self._language)
        same = self._languages.setdefault(languages, languages)
        return "" if text.isascii() else tokens, singles, same

    def _age(self, section: int) -> int:
        """Return the age of what has no date, by its section."""
        near = self._near[section]
        return age_of(max(self._moments, default=None) if near is None else near)


_NOBODY: Names = (None, None)


def _section(section: Section) -> tuple[object, ...]:
    """Return the columns of a section but for its ids."""
    return (
        *(section.index, section.heading, fold_name(section.heading or ""), section.level),
        *(section.parent, section.span.start, section.span.end),
        *((section.source.start, section.source.end) if section.source else (None, None)),
    )
