"""One page as a person corrected it, and the rows of the archive that say something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from talkreader.domain.correction import Correction
from talkreader.domain.replaying import Part, apply_corrections
from talkreader.domain.said import Said
from talkreader.domain.thread import Comment, ParsedPage
from talkreader.store.pages.contents import PageContents
from talkreader.store.search.evaluating import Text
from talkreader.store.search.old_search import first_names, text_of
from talkreader.store.values.timekeys import age_of, minute_of

_ID = 15
"""Hexadecimal digits of a correction's id that make the id of what it split off."""


class Answer(NamedTuple):
    """The row that a row answers (None: the heading), and who wrote that ("" nobody known)."""

    row: int | None
    author: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """A comment whose words are no row's: a part of one, or several joined.

    ``id`` is the row whose place it has taken, or a number below 0 for what a split made: it has no
    date, and so is older than all. ``index`` is the place in the copy of the first comment that its
    words come from, ``name`` what that is called. ``comment`` is what it is now, ``text`` the same
    for the fields of a query; what was joined is by whom the first of it is by.
    """

    id: int
    page: int
    site: str
    title: str
    heading: str
    index: int
    name: str
    comment: Comment
    text: Text

    @property
    def age(self) -> int:
        """What it is sorted by among rows."""
        return age_of(minute_of(self.comment.timestamp))


@dataclass(frozen=True, slots=True)
class Replayed:
    """What corrections change on one page, by the ids of rows; as `CorrectedRows` has it.

    ``said`` are all its comments as they are now, ``ids`` the rows of these.
    """

    authors: Mapping[int, str]
    answers: Mapping[int, Answer]
    gone: frozenset[int]
    reworded: tuple[Reworded, ...]
    said: tuple[Said, ...]
    ids: tuple[int, ...]


def replay(
    contents: PageContents, corrections: Sequence[Correction], rows: Mapping[int, int]
) -> Replayed:
    """Return what corrections change; ``rows`` are the rows by the ids that comments carry."""
    before = contents.comments
    corrected = apply_corrections(
        ParsedPage(contents.raw, contents.text, contents.sections, before, ()), corrections
    )
    now, parts, pieces = corrected.page.comments, corrected.parts, corrected.pieces
    ids = tuple(
        -int(pieces[one.index].replace("-", "")[:_ID], 16) if one.index in pieces else rows[one.id]
        for one in now
    )
    changed = {one.index for one in now if _is_reworded(one, before, parts[one.index])}
    authors = {
        ids[one.index]: one.author or ""
        for one in now
        if one.index in changed or one.corrected_author is not None
    }
    answers = {}
    for one in now:
        above = None if one.parent is None else ids[one.parent]
        was = None if one.index in changed else before[parts[one.index][0].copy].parent
        same = above == (None if was is None else rows[before[was].id])
        if one.index in changed or not same or above in authors:
            name = "" if one.parent is None else now[one.parent].author or ""
            answers[ids[one.index]] = Answer(above, name)
    return Replayed(
        authors,
        answers,
        gone=frozenset({rows[one.id] for one in before})
        - {key for one, key in zip(now, ids, strict=True) if one.index not in changed},
        reworded=tuple(_reworded(contents, now, one, ids, parts, rows) for one in sorted(changed)),
        said=tuple(_said(contents, now)),
        ids=ids,
    )


def _is_reworded(comment: Comment, before: Sequence[Comment], parts: Sequence[Part]) -> bool:
    return len(parts) != 1 or before[parts[0].copy].body.text != comment.body.text


def _reworded(
    contents: PageContents,
    now: Sequence[Comment],
    index: int,
    ids: Sequence[int],
    parts: Sequence[Sequence[Part]],
    rows: Mapping[int, int],
) -> Reworded:
    comment, info = now[index], contents.info
    copies = [contents.comments[part.copy] for part in parts[index]]
    above = None if comment.parent is None else now[comment.parent]
    text = replace(
        text_of(info, contents.sections, now, comment),
        people=first_names(comment),
        answered=frozenset() if above is None else first_names(above),
        rows=frozenset(rows[copy.id] for copy in copies),
    )
    return Reworded(
        id=ids[index],
        page=info.id,
        site=info.site,
        title=info.title,
        heading=contents.sections[comment.section].heading or "",
        index=copies[0].index,
        name=copies[0].name,
        comment=comment,
        text=text,
    )


def _said(contents: PageContents, now: Sequence[Comment]) -> Iterator[Said]:
    info = contents.info
    for one in now:
        heading = contents.sections[one.section].heading or ""
        where = (info.id, one.index, one.author, one.timestamp, heading, one.parent, info.title)
        yield Said(*where)
