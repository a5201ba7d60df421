"""What a search finds. The window needs it from its start; what was searched for, only later."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from talkreader.domain.body import Span
from talkreader.domain.records import dataclass


class HitKind(StrEnum):
    """What was found."""

    COMMENT = "comment"
    NOTE = "note"
    HEADING = "heading"
    PROSE = "prose"
    TRANSLATION = "translation"

    @classmethod
    def of_comments(cls) -> tuple[HitKind, ...]:
        """Return what stands at a comment of the page."""
        return cls.COMMENT, cls.NOTE, cls.TRANSLATION


class Quote(NamedTuple):
    """The whole text of a hit, any address on its wiki ("" not known), its copy's SHA-256, file."""

    text: str
    base_url: str
    sha256: str
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that matches.

    ``index`` is the comment's index in the copy of its page (for a note, of the note's first
    target). ``now`` is where it stands in the page as the person corrected it, when they split or
    joined it: ``matches`` count in its words as they are then.

    ``snippet`` is plain text around the first match, ``marks`` the matches in the snippet;
    ``matches`` counts them in the whole body text: all that it has when one page was searched, in
    the whole library those of the snippet. ``note`` is the note's id for notes, ``id`` the row of
    what else was found. ``translated``, of a translation that stands in no comment: the words of
    the comment that it is of; ``matches`` count in the translation then.
    """

    kind: HitKind
    page: int
    site: str
    title: str
    section: str
    comment: str
    index: int | None
    author: str | None
    timestamp: datetime | None
    snippet: str
    marks: tuple[Span, ...] = ()
    matches: tuple[Span, ...] = field(default=())
    note: str = ""
    now: int | None = None
    translated: Span | None = None
    id: int = field(default=0, compare=False)
