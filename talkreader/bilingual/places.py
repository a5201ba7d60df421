"""Where words that a person decided about stand: named so that another copy has them too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from talkreader.bilingual.refinding import place_in
from talkreader.domain.bilingual import Pair, Segment, prose_key
from talkreader.domain.body import Body
from talkreader.domain.thread import Comment, Prose, Section
from talkreader.domain.translation import Translation

_PROSE, _HEADING = "p-", "h-"  # as DiscussionTools begins names with "c-" and "h-"


class Texts(Protocol):
    """A page with its texts: `ReadingPage`, `ParsedPage`."""

    @property
    def sections(self) -> Sequence[Section]:
        """The sections, each at its index."""

    @property
    def comments(self) -> Sequence[Comment]:
        """The comments, each at its index."""

    @property
    def prose(self) -> Sequence[Prose]:
        """What is nobody's comment, in page order."""


def bodies_of(page: Texts) -> Iterator[tuple[int, Body]]:
    """Yield every text of a page with its `Segment.key`: comments first, then prose."""
    for comment in page.comments:
        yield comment.index, comment.body
    for number, prose in enumerate(page.prose):
        yield prose_key(number), prose.body


def place_of(page: Texts, segment: Segment) -> dict[str, Any] | None:
    """Return a segment as `Correction.data` names it; None when it stands in no text of the page.

    A heading is named by its words, and prose by its heading, counted among those of that name.
    """
    if segment.key is None and segment.section is None:
        return None
    places = Places(page)
    if segment.key is None:
        name, occurrence = places.name_of_section(segment.section or 0)
    else:
        name, occurrence = places.name(segment.key)
    return {
        "comment": name,
        "occurrence": occurrence,
        "start": segment.start,
        "end": segment.end,
        "quote": segment.text,
        "language": segment.language,
    }


def decision_of(page: Texts, pair: Pair) -> dict[str, Any] | None:
    """Return what a PAIR decision says of two segments; None unless texts of the page have both."""
    if pair.source is None or pair.target is None:
        return None
    if pair.source.key is None or pair.target.key is None:
        return None
    source, other = place_of(page, pair.source), place_of(page, pair.target)
    return None if source is None or other is None else {**source, "other": other}


def place_of_unit(page: Texts, unit: Translation) -> Segment | None:
    """Return where the original of a unit stands on a page; None when it is not there."""
    return Places(page).find(
        *(unit.comment, unit.occurrence, unit.start, unit.end),
        *(unit.source, unit.source_language),
    )


class Places:
    """Finds the words that a decision speaks of on the page as it is now."""

    def __init__(self, page: Texts) -> None:
        self._bodies = dict(bodies_of(page))
        self._keys: dict[tuple[str, int], int] = {}
        self._names: dict[int, tuple[str, int]] = {}
        counts: Counter[str] = Counter()
        names = [(comment.index, comment.name) for comment in page.comments]
        headings = {section.index: section.heading or "" for section in page.sections}
        names += [
            (prose_key(number), _PROSE + headings.get(prose.section, "").replace(" ", "_"))
            for number, prose in enumerate(page.prose)
        ]
        for key, name in names:
            self._keys[name, counts[name]] = key
            self._names[key] = name, counts[name]
            counts[name] += 1
        self._sections: dict[tuple[str, int], Section] = {}
        for section in page.sections:
            if section.heading:
                name = _HEADING + section.heading.replace(" ", "_")
                self._sections[name, counts[name]] = section
                counts[name] += 1

    def name_of_section(self, index: int) -> tuple[str, int]:
        """Return the name of a heading, and how many of that name stand before it."""
        return next(name for name, section in self._sections.items() if section.index == index)

    def name(self, key: int) -> tuple[str, int]:
        """Return the name of a text, and how many of that name stand before it."""
        return self._names[key]

    def of(self, data: Mapping[str, Any]) -> Segment | None:
        """Return the words that `place_of` named; None when the page does not have them."""
        name, occurrence = str(data.get("comment") or ""), int(data.get("occurrence") or 0)
        if name.startswith(_HEADING):
            return self._heading(name, occurrence, str(data.get("language") or ""))
        return self.find(
            name,
            occurrence,
            int(data.get("start") or 0),
            int(data.get("end") or 0),
            str(data.get("quote") or ""),
            str(data.get("language") or ""),
        )

    def find(
        self, name: str, occurrence: int, start: int, end: int, quote: str, language: str
    ) -> Segment | None:
        """Return the words at their place, or where they stand now, changed a little or not."""
        if not quote.strip():
            return None
        key = self._keys.get((name, occurrence), self._keys.get((name, 0)))
        found = None if key is None else self._in(key, start, end, quote, language)
        if found is None and name.startswith(_PROSE):  # its heading may be another, or its number
            holding = (key for key, body in self._bodies.items() if key < 0 and quote in body.text)
            key = next(holding, None)
            found = None if key is None else self._in(key, start, end, quote, language)
        return found

    def _heading(self, name: str, occurrence: int, language: str) -> Segment | None:
        section = self._sections.get((name, occurrence), self._sections.get((name, 0)))
        if section is None:
            return None
        words = section.heading or ""
        return Segment(None, 0, len(words), language, words, section=section.index)

    def _in(self, key: int, start: int, end: int, quote: str, language: str) -> Segment | None:
        text = self._bodies[key].text
        place = place_in(text, start, end, quote)
        if place is None:
            return None
        return Segment.keyed(key, place.start, place.end, language, text[place.start : place.end])
