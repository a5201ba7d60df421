"""What a person translated or confirmed: a translation memory, each unit with its place."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from talkreader.domain.body import Span
from talkreader.domain.records import dataclass


class TranslationOrigin(StrEnum):
    """How a unit came to be; a machine's draft is none of them until a person has read it."""

    TYPED = "typed"
    CONFIRMED = "confirmed"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Translation:
    """One unit: a source text and what it is in another language.

    ``id`` is a UUID. Languages are MediaWiki codes ("en", "zh-hans", "zh-hant"). The place is that
    of the source: ``start``/``end`` are code points of the body of the comment of that name (and
    ``occurrence``, from 0), or of text that is no comment: "p-" and its heading; ``comment`` "" for
    a unit that came from elsewhere. ``machine`` names what drafted the words that a person then
    confirmed. Times are aware and in UTC.
    """

    id: str
    source: str
    target: str
    source_language: str
    target_language: str
    origin: TranslationOrigin
    created: datetime
    modified: datetime
    site: str = ""
    title: str = ""
    comment: str = ""
    occurrence: int = 0
    start: int = 0
    end: int = 0
    machine: str = ""

    def __post_init__(self) -> None:
        if not self.source.strip() or not self.target.strip():
            raise ValueError("a translation has words on both sides")


@dataclass(frozen=True, slots=True)
class Recalled:
    """A unit of the memory that fits a text: ``score`` is 0 to 1, 1 for the same words.

    ``changed`` are the spans of the text that the unit's source does not have, ``instead`` those of
    the unit's source that the text does not have; ``numbers_differ``: the translation would carry a
    wrong number.
    """

    unit: Translation
    score: float
    changed: tuple[Span, ...] = ()
    numbers_differ: bool = False
    instead: tuple[Span, ...] = ()
