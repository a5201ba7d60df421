"""What a page's comments and prose have beside the columns of their rows: one value for a page.

By columns, because a page that is opened has thousands of comments and an import millions of them:
what every comment has is a list of numbers or strings each, and what few have stands apart, with
the number of the comment. No search asks for any of it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from talkreader.domain.body import Body, Span
from talkreader.domain.thread import Comment, Evidence, PageWarning, Prose, Signature
from talkreader.store.index.people import Names
from talkreader.store.values.rows import (
    EVIDENCE,
    as_body,
    pack_text,
    rows_to_warnings,
    to_json,
    unpack_text,
    warnings_to_rows,
)
from talkreader.store.values.timekeys import minute_of, moment_of

Row = Sequence[Any]
"""A row of ``item``: id, idx, section, minute, start, end, text."""


def pack_rest(
    comments: Sequence[Comment],
    prose: Sequence[Prose],
    names: Sequence[Names],
    signed: Sequence[int],
    *,
    detail: bool,
) -> bytes:
    """Return what the rows of a page leave out, packed.

    ``signed`` says whose name each comment has, as a place in ``names`` (-1: no name). Without
    ``detail`` blocks and marks are left out.
    """
    first = [comment.signatures[0] for comment in comments]
    spans = [comment.span for comment in comments]
    places = [one.span for one in first]
    sources = [comment.source or _NOWHERE for comment in comments]
    return pack_text(
        to_json(
            [
                names,
                signed,
                [comment.parent for comment in comments],
                [comment.level for comment in comments],
                [one.raw for one in first],
                [end - start for start, end in places],
                # most signatures are the end of their comment
                [span[1] - place[1] for span, place in zip(spans, places, strict=True)],
                [start for start, _end in sources],
                [end - start for start, end in sources],
                [_unusual(comment) for comment in _unusual_of(comments)],
                [_body(comment.body) for comment in comments] if detail else [],
                [piece.source for piece in prose],
                [_body(piece.body) for piece in prose] if detail else [],
            ]
        )
    )


_NOWHERE = (-1, -1)


def _unusual_of(comments: Sequence[Comment]) -> list[Comment]:
    """Return the comments of which there is more to keep; of a dump it is one in fifty."""
    markup = Evidence.MARKUP  # an attribute of an Enum is looked up for as long as all the rest
    return [
        one
        for one in comments
        if one.level_evidence is not markup
        or one.confidence != 1.0
        or one.trailing
        or one.box
        or one.warnings
        or len(one.signatures) != 1
    ]


def _unusual(comment: Comment) -> list[object]:
    more = [
        [s.author, s.display_name, minute_of(s.timestamp), s.raw, s.span.start, s.span.end]
        for s in comment.signatures[1:]
    ]
    return [
        *(comment.index, comment.level_evidence, comment.confidence, more, comment.trailing),
        *(comment.box, warnings_to_rows(comment.warnings)),
    ]


def _body(body: Body) -> list[object]:
    blocks = [[b.start, b.end, b.kind, b.depth, b.row, b.column] for b in body.blocks]
    return [blocks, [[m.start, m.end, m.kind, m.target] for m in body.marks]]


class Rest:
    """What `pack_rest` was given."""

    def __init__(self, packed: bytes) -> None:
        parts: list[Any] = json.loads(unpack_text(packed))
        self._names, self._signed, self.parents, *self._columns = parts[:9]
        self._unusual = {odd[0]: odd for odd in parts[9]}
        self._bodies, self._sources, self._prose_bodies = parts[10:]

    def author(self, index: int) -> str | None:
        """Return the user name in a comment's first signature."""
        whose = self._signed[index]
        name: str | None = self._names[whose][0] if whose >= 0 else None
        return name

    def comments(self, rows: Iterable[Row]) -> tuple[Comment, ...]:
        """Return the comments of a page, of their rows in order."""
        names = [*self._names, (None, None)]  # nobody known: -1
        unusual, bodies = self._unusual, self._bodies
        markup = Evidence.MARKUP
        made = []
        columns = zip(*(self._signed, self.parents, *self._columns), strict=True)
        for (key, index, section, minute, start, end, text), one in zip(rows, columns, strict=True):
            whose, parent, level, raw, length, behind, source, long = one
            author, shown = names[whose]
            place = Span(end - behind - length, end - behind)
            signatures: tuple[Signature, ...] = (
                Signature(author, moment_of(minute), raw, place, shown),
            )
            evidence, confidence, trailing, box = markup, 1.0, "", ""
            warnings: tuple[PageWarning, ...] = ()
            if index in unusual:
                _, kind, confidence, more, trailing, box, said = unusual[index]
                evidence, warnings = EVIDENCE[kind], rows_to_warnings(said)
                signatures += tuple(map(_as_signature, more))
            made.append(
                Comment(
                    index=index,
                    section=section,
                    parent=parent,
                    level=level,
                    level_evidence=evidence,
                    signatures=signatures,
                    body=as_body(text, bodies[index]) if bodies else Body(text),
                    span=Span(start, end),
                    trailing=trailing,
                    confidence=confidence,
                    source=Span(source, source + long) if source >= 0 else None,
                    box=box,
                    warnings=warnings,
                    id=key,
                )
            )
        return tuple(made)

    def prose(self, rows: Iterable[Row]) -> tuple[Prose, ...]:
        """Return the prose of a page, of its rows in order."""
        return tuple(
            [
                Prose(
                    section,
                    as_body(text, self._prose_bodies[index]) if self._prose_bodies else Body(text),
                    Span(start, end),
                    Span(*source) if source else None,
                )
                for (_key, index, section, _minute, start, end, text), source in zip(
                    rows, self._sources, strict=True
                )
            ]
        )


def read_rest(connection: sqlite3.Connection, page: int) -> Rest | None:
    """Return the rest of a page; None when its rows have it, as an earlier version wrote them."""
    (packed,) = connection.execute("SELECT rest FROM page WHERE id = ?", (page,)).fetchone()
    return None if packed is None else Rest(packed)


def _as_signature(parts: Sequence[Any]) -> Signature:
    author, shown, minute, raw, start, end = parts
    return Signature(author, moment_of(minute), raw, Span(start, end), shown)
