"""A person's corrections replayed on a page, as it is now understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from talkreader.domain.body import BlockSpan, Body, Span
from talkreader.domain.correction import Correction, CorrectionKind
from talkreader.domain.thread import Comment, Evidence, ParsedPage, Signature

_QUOTE = 32


class Part(NamedTuple):
    """Words of a comment of the copy, and where they stand in a comment as corrected.

    ``copy`` is that comment's index in the copy, ``start`` and ``end`` count in its body; ``at`` in
    the body of the comment that has them now.
    """

    copy: int
    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class Corrected:
    """A page with its corrections; ``lost`` are those whose place is not there any more.

    ``pieces`` are the indexes of comments that a split made, each with the id of that correction.
    ``parts`` say of every comment where its words stand in the copy; never empty.
    """

    page: ParsedPage
    lost: tuple[Correction, ...]
    pieces: Mapping[int, str] = field(default_factory=dict)
    parts: tuple[tuple[Part, ...], ...] = ()


def apply_corrections(page: ParsedPage, corrections: Iterable[Correction]) -> Corrected:
    """Return the page as the person says it is; what was corrected is marked as such.

    Corrections are replayed in their order. One that does not fit any more changes nothing.
    """
    drafts = _Drafts(page)
    lost = tuple(correction for correction in corrections if not drafts.correct(correction))
    done = replace(page, comments=drafts.finished())
    return Corrected(done, lost, drafts.pieces(), drafts.parts())


class _Draft:
    """A comment that may change: its parent is another draft, so that places can move."""

    __slots__ = ("comment", "parent", "parts")

    def __init__(self, comment: Comment, parts: tuple[Part, ...]) -> None:
        self.comment = comment
        self.parent: _Draft | None = None
        self.parts = parts


class _Drafts:
    def __init__(self, page: ParsedPage) -> None:
        self._list = [
            _Draft(comment, (Part(comment.index, 0, len(comment.body.text), 0),))
            for comment in page.comments
        ]
        self._names: dict[tuple[str, int], _Draft] = {}
        self._pieces: dict[str, _Draft] = {}
        seen: Counter[str] = Counter()
        for draft in self._list:
            parent = draft.comment.parent
            draft.parent = None if parent is None else self._list[parent]
            name = draft.comment.name
            self._names[name, seen[name]] = draft
            seen[name] += 1

    def correct(self, correction: Correction) -> bool:
        """Do what a correction says; False when its place is not there."""
        data = correction.data
        draft = self._named(data.get("comment"), data.get("occurrence"), data.get("split"))
        if draft is None or draft not in self._list:
            return False
        if correction.kind is CorrectionKind.AUTHOR:
            draft.comment = replace(draft.comment, corrected_author=data.get("author") or "")
            return True
        if correction.kind is CorrectionKind.PARENT:
            name, occurrence = data.get("parent", ""), data.get("parent_occurrence")
            return self._reparent(draft, name, occurrence, data.get("parent_split"))
        if correction.kind is CorrectionKind.SPLIT:
            piece = self._split(draft, data.get("at"), data.get("quote", ""), data.get("author"))
            if piece is not None:
                self._pieces[correction.id] = piece
            return piece is not None
        return self._merge(draft)

    def finished(self) -> tuple[Comment, ...]:
        """Return the comments in page order, with their new indexes, parents and levels."""
        places = {id(draft): place for place, draft in enumerate(self._list)}
        return tuple(
            replace(
                draft.comment,
                index=place,
                parent=None if draft.parent is None else places[id(draft.parent)],
            )
            for place, draft in enumerate(self._list)
        )

    def parts(self) -> tuple[tuple[Part, ...], ...]:
        """Return where the words of each comment stand in the copy."""
        return tuple(draft.parts for draft in self._list)

    def pieces(self) -> dict[int, str]:
        """Return the places of the comments that splits made, with the splits' ids."""
        ids = {id(draft): name for name, draft in self._pieces.items()}
        places = enumerate(self._list)
        return {place: ids[id(draft)] for place, draft in places if id(draft) in ids}

    def _named(self, name: object, occurrence: object, split: object) -> _Draft | None:
        if isinstance(split, str):
            return self._pieces.get(split)
        if not isinstance(name, str) or not isinstance(occurrence, int | None):
            return None
        return self._names.get((name, occurrence or 0))

    def _reparent(self, draft: _Draft, name: object, occurrence: object, split: object) -> bool:
        wanted = name or split
        parent = self._named(name, occurrence, split) if wanted else None
        if wanted and (parent is None or parent not in self._list):
            return False
        if parent is not None:
            before = self._list.index(parent) < self._list.index(draft)
            if not before or parent.comment.section != draft.comment.section:
                return False
        draft.parent = parent
        level = 1 if parent is None else parent.comment.level + 1
        self._shift(draft, level - draft.comment.level)
        draft.comment = replace(draft.comment, level_evidence=Evidence.CORRECTED, confidence=1.0)
        return True

    def _shift(self, draft: _Draft, levels: int) -> None:
        """Move a comment and all that answers it by some levels."""
        moved = {id(draft)}
        draft.comment = replace(draft.comment, level=draft.comment.level + levels)
        for other in self._list[self._list.index(draft) + 1 :]:
            if other.parent is not None and id(other.parent) in moved:
                moved.add(id(other))
                other.comment = replace(other.comment, level=max(1, other.comment.level + levels))

    def _split(self, draft: _Draft, at: object, quote: object, author: Any) -> _Draft | None:
        """Give the words before a place to somebody else, and return them as a comment."""
        text = draft.comment.body.text
        if not isinstance(at, int) or not isinstance(quote, str):
            return None
        if not 0 < at < len(text) or text[at : at + _QUOTE] != quote[:_QUOTE]:
            at = text.find(quote[:_QUOTE]) if quote else -1  # the words have moved
            if at <= 0:
                return None
        comment = draft.comment
        middle = comment.span.start + round(len(comment.span) * at / max(1, len(text)))
        before, after = _stripped(text, 0, at), _stripped(text, at, len(text))
        first = _Draft(
            replace(
                comment,
                body=_cut(comment.body, *before),
                signatures=(Signature(author or None, None, "", Span(middle, middle)),),
                span=Span(comment.span.start, middle),
                trailing="",
                level_evidence=Evidence.CORRECTED,
                warnings=(),
                id=0,
            ),
            _cut_parts(draft.parts, *before),
        )
        first.parent = draft.parent
        draft.parts = _cut_parts(draft.parts, *after)
        draft.comment = replace(
            comment,
            body=_cut(comment.body, *after),
            span=Span(middle, comment.span.end),
            level_evidence=Evidence.CORRECTED,
        )
        place = self._list.index(draft)
        self._list.insert(place, first)
        return first

    def _merge(self, draft: _Draft) -> bool:
        """Join a comment to the one before it, whose signature then is the first."""
        place = self._list.index(draft)
        if not place or self._list[place - 1].comment.section != draft.comment.section:
            return False
        before = self._list[place - 1]
        one, two = before.comment, draft.comment
        words = _with_trailing(one)
        shift = len(words.text) + 1
        moved = (part._replace(at=part.at + shift) for part in draft.parts)
        before.parts = (*before.parts, *moved)
        before.comment = replace(
            one,
            body=_joined(words, two.body),
            signatures=(*one.signatures, *two.signatures),
            span=Span(one.span.start, max(one.span.end, two.span.end)),
            trailing=two.trailing,
            level_evidence=Evidence.CORRECTED,
        )
        del self._list[place]
        for other in self._list:
            if other.parent is draft:
                other.parent = before
        return True


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a place in a text without the white space at its edges."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut_parts(parts: Iterable[Part], start: int, end: int) -> tuple[Part, ...]:
    """Return where the words between two places of a body stand in the copy."""
    found = []
    for part in parts:
        first = max(start, part.at)
        last = min(end, part.at + part.end - part.start)
        if first <= last:
            shift = part.start - part.at
            found.append(Part(part.copy, first + shift, last + shift, first - start))
    return tuple(found)


def _cut(body: Body, start: int, end: int) -> Body:
    """Return a part of a body."""

    def inside(place: int) -> int:
        return min(max(place, start), end) - start

    blocks = [b for b in body.blocks if b.start < end and b.end > start]
    marks = [m for m in body.marks if m.start < end and m.end > start]
    return Body(
        body.text[start:end],
        tuple(b._replace(start=inside(b.start), end=inside(b.end)) for b in blocks),
        tuple(m._replace(start=inside(m.start), end=inside(m.end)) for m in marks),
    )


def _with_trailing(comment: Comment) -> Body:
    """Return a comment's body and what stood behind its signature."""
    return _joined(comment.body, Body(comment.trailing)) if comment.trailing else comment.body


def _joined(one: Body, two: Body) -> Body:
    shift = len(one.text) + 1
    return Body(
        f"{one.text}\n{two.text}",
        (
            *(one.blocks or (BlockSpan(0, len(one.text)),)),
            *(
                b._replace(start=b.start + shift, end=b.end + shift)
                for b in two.blocks or (BlockSpan(0, len(two.text)),)
            ),
        ),
        (*one.marks, *(m._replace(start=m.start + shift, end=m.end + shift) for m in two.marks)),
    )
