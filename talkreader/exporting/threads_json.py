"""The machine-readable answers of the command line; their fields are a contract (README)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from talkreader.domain.bilingual import Pair, Segment
from talkreader.domain.counts import Count, Facets, Profile
from talkreader.domain.query import Hit
from talkreader.domain.thread import Comment, PageWarning
from talkreader.exporting.outline import Part, Threads, outline

Json = dict[str, Any]
"""A JSON object; what it holds is fixed by the function that returns it."""


def threads(page: Threads) -> list[Json]:
    """Return the page's sections with their comments, replies nested, ready for ``json.dumps``.

    Sub-sections are entries of their own. ``level`` of a section is 0 before the first heading.
    """
    return [
        {
            "heading": part.section.heading,
            "level": part.section.level,
            "comments": _nested(part),
            "prose": [prose.body.text for prose in part.prose],
        }
        for part in outline(page)
    ]


def hits_json(hits: Iterable[Hit]) -> list[Json]:
    """Return search hits, in the order given; ``page`` is the page's title."""
    return [
        {
            "site": hit.site,
            "page": hit.title,
            "section": hit.section,
            "comment": hit.comment,
            "author": hit.author,
            "timestamp": minute(hit.timestamp),
            "snippet": hit.snippet,
            "kind": hit.kind.value,
        }
        for hit in hits
    ]


def pairs_json(pairs: Iterable[Pair], comments: Sequence[Comment]) -> list[Json]:
    """Return aligned translations, in the order given.

    ``kind`` says where the source (without one: the target) stands: "comment", "prose" or
    "heading"; ``comment`` is the comment's name, null elsewhere. A side that nothing translates is
    null.
    """
    names = {comment.index: comment.name for comment in comments}
    return [
        {
            "kind": _kind_of(pair),
            "comment": _standing_in(pair, names),
            "source": _segment(pair.source),
            "target": _segment(pair.target),
            "origin": pair.origin.value,
            "score": round(pair.score, 4),
        }
        for pair in pairs
    ]


def minute(moment: datetime | None) -> str | None:
    """Return ``2021-09-14T20:16Z``: UTC, to the minute, as signatures are; None stays None."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ") if moment else None


def _nested(part: Part) -> list[Json]:
    """Return the comments that answer the heading, with their replies inside."""
    tops: list[Json] = []
    seen: dict[int, Json] = {}
    for comment in part.comments:
        record = _comment(comment)
        seen[comment.index] = record
        parent = seen.get(comment.parent) if comment.parent is not None else None
        (tops if parent is None else parent["replies"]).append(record)
    return tops


def _comment(comment: Comment) -> Json:
    """Return one comment, its replies still to come."""
    return {
        "author": comment.author,
        "display_name": comment.display_name,
        "timestamp": minute(comment.timestamp),
        "level": comment.level,
        "level_evidence": comment.level_evidence.value,
        "text": comment.body.text,
        "name": comment.name,
        "warnings": [_warning(warning) for warning in comment.warnings],
        "replies": [],
    }


def _warning(warning: PageWarning) -> str:
    """Return ``kind``, or ``kind: the words it is about``."""
    return f"{warning.kind.value}: {warning.detail}" if warning.detail else warning.kind.value


def _standing_in(pair: Pair, names: dict[int, str]) -> str | None:
    """Return the name of the comment that the pair belongs to."""
    sides = [side for side in (pair.source, pair.target) if side is not None]
    index = sides[0].comment
    return None if index is None else names.get(index)


def _kind_of(pair: Pair) -> str:
    side = pair.source or pair.target
    if side is None or side.comment is not None:
        return "comment"
    return "heading" if side.prose is None else "prose"


def _segment(segment: Segment | None) -> Json | None:
    """Return one side of a pair; offsets are code points of the comment's text."""
    if segment is None:
        return None
    return {
        "lang": segment.language,
        "text": segment.text,
        "start": segment.start,
        "end": segment.end,
    }


def facets_json(facets: Facets) -> Json:
    """Return how many hits there are by author, year, page and language.

    ``counted`` hits were looked at, the newest; ``complete``: that is all of them.
    """
    return {
        "counted": facets.counted,
        "complete": facets.complete,
        "authors": _counts("author", facets.authors),
        "years": _counts("year", facets.years),
        "pages": _counts("page", facets.pages),
        "languages": _counts("language", facets.languages),
    }


def profile_json(profile: Profile) -> Json:
    """Return what one person said in numbers; times are minutes in UTC, ISO 8601."""
    return {
        "name": profile.name,
        "total": profile.total,
        "comments": profile.found,
        "first": minute(profile.first),
        "last": minute(profile.last),
        "undated": profile.undated,
        "page_count": profile.page_count,
        "section_count": profile.section_count,
        "names": _counts("name", profile.names),
        "months": _counts("month", profile.months),
        "pages": [{"page": one.title, "comments": one.number} for one in profile.pages],
        "sections": [
            {"page": one.title, "section": one.section, "comments": one.number}
            for one in profile.sections
        ],
        "answers": _counts("name", profile.answers),
        "answered_by": _counts("name", profile.answered_by),
    }


def _counts(name: str, counts: Iterable[Count]) -> list[Json]:
    return [{name: count.value, "comments": count.number} for count in counts]
