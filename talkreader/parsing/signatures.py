"""Who signed: the signatures of a block, with their extent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from talkreader.domain.body import Mark
from talkreader.domain.thread import PageWarning
from talkreader.parsing.blocks import Block
from talkreader.parsing.names import UserLinks
from talkreader.parsing.timestamps import Stamp, TimestampFinder

_REACH = 100  # visible characters between the name and its date (DiscussionTools, section 3)


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """A signature in a block's text: ``[start, end)`` covers name, labels and date.

    ``author`` None: the copy lost the name.
    """

    start: int
    end: int
    author: str | None
    display_name: str | None
    stamp: Stamp
    warnings: tuple[PageWarning, ...] = ()


SignatureFinder = Callable[[Block], Iterator[FoundSignature]]


class LinkedSignatures:
    """Finds signatures by their user links: wikitext and HTML.

    A date without a user link before it is nobody's signature (source: DiscussionTools, section 3).
    """

    def __init__(self, users: UserLinks, stamps: TimestampFinder) -> None:
        self._users = users
        self._stamps = stamps

    def __call__(self, block: Block) -> Iterator[FoundSignature]:
        """Yield the signatures of a block, in order."""
        floor = 0
        links: list[tuple[Mark, str]] | None = None
        for stamp in self._stamps.find(block.text):
            if block.quoted(stamp.start, stamp.end):
                continue
            if links is None:
                links = self._user_links(block)
            found = self._sign(block, links, floor, stamp)
            if found is not None:
                floor = found.end
                yield found

    def _user_links(self, block: Block) -> list[tuple[Mark, str]]:
        named = []
        for mark in block.links():
            user = self._users.user_of(mark.target)
            if user is not None:
                named.append((mark, user))
        return named

    def _sign(
        self, block: Block, links: list[tuple[Mark, str]], floor: int, stamp: Stamp
    ) -> FoundSignature | None:
        before = [
            (mark, user)
            for mark, user in links
            if floor <= mark.start and mark.end <= stamp.start and not _same(mark, stamp)
        ]
        if not before or stamp.start - before[-1][0].end > _REACH:
            return None
        if block.quoted(before[-1][0].start, before[-1][0].end):
            return None
        author = before[-1][1]
        first = before[-1][0]
        for mark, user in reversed(before):
            if user != author or stamp.start - mark.end > _REACH:
                break
            first = mark
        start = _outermost(block, first, stamp.start, floor)
        display = _display_name(block, before, author)
        return FoundSignature(start, stamp.end, author, display, stamp, stamp.warnings)


def _same(mark: Mark, stamp: Stamp) -> bool:
    return mark.start <= stamp.start and stamp.end <= mark.end


def _outermost(block: Block, link: Mark, stamp: int, floor: int) -> int:
    """Return where the inline element begins that wraps the link but not the date."""
    start = link.start
    for span in block.inlines:
        if floor <= span.start <= link.start and link.end <= span.end <= stamp:
            start = min(start, span.start)
    return start


def _display_name(block: Block, links: list[tuple[Mark, str]], author: str) -> str | None:
    """Return the text of the first link of the author's own run if it differs from the name."""
    run: list[Mark] = []
    for mark, user in reversed(links):
        if user != author:
            break
        run.append(mark)
    label = block.text[run[-1].start : run[-1].end].strip()
    if not label or label.casefold() == author.casefold():
        return None
    return label
