"""Searches translations that stand in no comment: what a person typed, what a machine drafted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from talkreader.domain.bilingual import Pair, Segment
from talkreader.domain.body import Span
from talkreader.domain.hit import Hit, HitKind
from talkreader.domain.page import PageInfo
from talkreader.domain.query import Query
from talkreader.domain.thread import Comment, Section
from talkreader.store.search.evaluating import evaluate
from talkreader.store.search.matching import Finder
from talkreader.store.search.old_search import text_of
from talkreader.store.search.snippets import snippet
from talkreader.store.values.folding import fold


class Page(Protocol):
    """A page as it is read: with what the person corrected."""

    @property
    def info(self) -> PageInfo:
        """What the page is."""

    @property
    def sections(self) -> Sequence[Section]:
        """Its sections, each at its index."""

    @property
    def comments(self) -> Sequence[Comment]:
        """Its comments, each at its index."""


def find_in_translations(query: Query, page: Page, pairs: Sequence[Pair]) -> list[Hit]:
    """Return the translations with the words of a query, in the order of the comments.

    What a query asks of author and time is asked of the comment that is translated.
    """
    finder, matches = Finder(query.root), evaluate(query.root)
    found: list[Hit] = []
    for own, words in sorted(_loose(pairs), key=lambda both: (both[0].comment, both[0].start)):
        places = finder.matches(words.text)
        if not places or own.comment is None or own.comment >= len(page.comments):
            continue
        comment = page.comments[own.comment]
        asked = text_of(page.info, page.sections, page.comments, comment)
        if not matches(
            replace(asked, text=words.text, folded=fold(words.text), language=words.language)
        ):
            continue
        cut, marks, _shown = snippet(words.text, places)
        found.append(
            Hit(
                kind=HitKind.TRANSLATION,
                page=page.info.id,
                site=page.info.site,
                title=page.info.title,
                section=page.sections[comment.section].heading or "",
                comment=comment.name,
                index=comment.index,
                now=comment.index,
                author=comment.author,
                timestamp=comment.timestamp,
                snippet=cut,
                marks=marks,
                matches=places,
                translated=Span(own.start, own.end),
            )
        )
    return found


def _loose(pairs: Sequence[Pair]) -> Iterator[tuple[Segment, Segment]]:
    """Yield words of a comment and their translation, where that stands in no comment."""
    for pair in pairs:
        source, target = pair.source, pair.target
        if source is None or target is None:
            continue
        if source.comment is not None and target.comment is None and target.prose is None:
            yield source, target
        elif source.comment is None and source.prose is None and target.comment is not None:
            yield target, source
