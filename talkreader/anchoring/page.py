"""A page as anchoring sees it: comments with their names, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from talkreader.domain.page import PageKey
from talkreader.domain.thread import Comment, Section


@dataclass(frozen=True, slots=True)
class AnchorComment:
    """A comment that notes can be about.

    ``index`` is its place on the page; ``occurrence`` counts the comments of one name from 0;
    ``author`` None: the copy lost the name; ``section`` is the heading it stands under, "" before
    the first one.
    """

    index: int
    name: str
    occurrence: int
    author: str | None
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class AnchorPage:
    """The page that notes are placed in; ``sections`` are its headings, in page order."""

    site: str
    title: str
    comments: tuple[AnchorComment, ...]
    sections: tuple[str, ...] = ()


def anchor_page(
    key: PageKey, sections: Iterable[Section], comments: Sequence[Comment]
) -> AnchorPage:
    """Return the page for anchoring; comments of one name are counted in page order."""
    headings = {section.index: section.heading or "" for section in sections}
    seen: Counter[str] = Counter()
    found = []
    for comment in sorted(comments, key=lambda each: each.index):
        name = comment.name
        heading = headings.get(comment.section, "")
        found.append(
            AnchorComment(
                comment.index, name, seen[name], comment.author, heading, comment.body.text
            )
        )
        seen[name] += 1
    return AnchorPage(key.site, key.title, tuple(found), tuple(filter(None, headings.values())))
