"""Invented discussions for the tests of this room."""

from __future__ import annotations

from datetime import UTC, datetime

from talkreader.domain.body import Body, Span
from talkreader.domain.thread import Comment, Evidence, PageWarning, Prose, Section, Signature

MOMENT = datetime(2020, 3, 1, 9, 5, tzinfo=UTC)


def section(index: int, heading: str | None, level: int = 2) -> Section:
    return Section(index, heading, level, None, Span(index * 1000, index * 1000))


def comment(
    index: int,
    text: str = "words",
    *,
    author: str | None = "Ada",
    parent: int | None = None,
    level: int = 1,
    section: int = 0,
    timestamp: datetime | None = MOMENT,
    evidence: Evidence = Evidence.MARKUP,
    display_name: str | None = None,
    trailing: str = "",
    warnings: tuple[PageWarning, ...] = (),
) -> Comment:
    start = section * 1000 + index * 10
    signature = Signature(author, timestamp, "9:05 as signed", Span(start, start), display_name)
    return Comment(
        index,
        section,
        parent,
        level,
        evidence,
        (signature,),
        Body(text),
        Span(start, start + 5),
        trailing=trailing,
        warnings=warnings,
    )


def prose(text: str, at: int, section: int = 0) -> Prose:
    return Prose(section, Body(text), Span(at, at))
