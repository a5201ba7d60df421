"""Translations: two pieces of text that say the same in two languages."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from talkreader.domain.machine import DraftFlag
from talkreader.domain.records import dataclass


class PairOrigin(StrEnum):
    """Where a translation stands, or who made it.

    PERSON: the reader typed or confirmed it. MEMORY: the reader translated the same, or nearly the
    same, elsewhere; the score says how near. MACHINE: a draft that nobody has read.
    """

    SAME_POST = "same-post"
    REPLY = "reply"
    SECTION = "section"
    SUBPAGE = "subpage"
    FILE = "file"
    PERSON = "person"
    MEMORY = "memory"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of one language in one comment's body: ``text == body.text[start:end]``.

    ``comment`` is the comment's index on the page, ``prose`` the prose's when it stands in no
    comment, ``section`` the section's when it stands in its heading; all None: not on the page.
    ``language``: "en", "zh-hans", "zh-hant" or another MediaWiki code.
    """

    comment: int | None
    start: int
    end: int
    language: str
    text: str
    prose: int | None = None
    section: int | None = None

    @property
    def key(self) -> int | None:
        """The index of its comment, or the `prose_key` of its prose: one number for either.

        None when it stands in neither.
        """
        if self.comment is not None:
            return self.comment
        return None if self.prose is None else prose_key(self.prose)

    @classmethod
    def keyed(cls, key: int, start: int, end: int, language: str, text: str) -> Segment:
        """Return a segment of the comment or prose with a `key`."""
        if key >= 0:
            return cls(key, start, end, language, text)
        return cls(None, start, end, language, text, prose_key(key))


def prose_key(number: int) -> int:
    """Return the `Segment.key` of prose by its number on the page, and the number by the key."""
    return -1 - number


@dataclass(frozen=True, slots=True)
class Pair:
    """Source and target that translate each other.

    A side is None when nothing translates the other. ``score`` is 0 to 1. A MACHINE's pair has its
    name in ``machine``; what a reader should know of a draft or an offer is in ``flags``.
    """

    source: Segment | None
    target: Segment | None
    origin: PairOrigin
    score: float
    machine: str = ""
    flags: tuple[DraftFlag, ...] = ()

    def __post_init__(self) -> None:
        if self.source is None and self.target is None:
            raise ValueError("a pair has at least one side")


def translated_headings(pairs: Iterable[Pair]) -> dict[int, str]:
    """Return what translates the headings of sections, by the section's index."""
    found: dict[int, list[tuple[int, str]]] = {}
    for pair in pairs:
        if pair.source is None or pair.target is None:
            continue
        for own, other in ((pair.source, pair.target), (pair.target, pair.source)):
            if own.section is not None:
                found.setdefault(own.section, []).append((own.start, other.text))
    return {
        section: " ".join(words for _start, words in sorted(parts))
        for section, parts in found.items()
    }
