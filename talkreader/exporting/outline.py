"""A discussion laid out for writing: sections in page order, with what stands in each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from talkreader.domain.body import Span
from talkreader.domain.thread import Comment, Prose, Section


class Threads(Protocol):
    """Anything with the sections, comments and prose of one page: `ParsedPage`, or a part of it."""

    @property
    def sections(self) -> Sequence[Section]:
        """The sections, in page order."""

    @property
    def comments(self) -> Sequence[Comment]:
        """The comments, in page order."""

    @property
    def prose(self) -> Sequence[Prose]:
        """What is nobody's comment, in page order."""


@dataclass(frozen=True, slots=True)
class Discussion:
    """A page or a part of it, for writing.

    A part may name parents that it does not hold; such a comment stands at the top of its section.
    """

    sections: Sequence[Section]
    comments: Sequence[Comment]
    prose: Sequence[Prose] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A comment or a piece of prose in its place.

    ``depth``: how many comments it hangs under, 0 for prose and for an answer to the heading.
    ``answers``: the parent, when the entry above does not already show it; else None.
    """

    item: Comment | Prose
    depth: int
    answers: Comment | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One section with its own entries (not those of its sub-sections), in page order."""

    section: Section
    entries: tuple[Entry, ...]

    @property
    def comments(self) -> list[Comment]:
        """The section's comments, in page order."""
        return [entry.item for entry in self.entries if isinstance(entry.item, Comment)]

    @property
    def prose(self) -> list[Prose]:
        """The section's prose, in page order."""
        return [entry.item for entry in self.entries if isinstance(entry.item, Prose)]


def outline(page: Threads) -> list[Part]:
    """Return the sections in page order, each with its comments and prose; nothing is left out."""
    items: dict[int, list[Comment | Prose]] = {section.index: [] for section in page.sections}
    everything: list[Comment | Prose] = [*page.comments, *page.prose]
    for item in sorted(everything, key=lambda each: each.span.start):
        items.setdefault(item.section, []).append(item)
    known = {section.index: section for section in page.sections}
    return [
        Part(known.get(index) or _nameless(index), _entries(items[index]))
        for index in sorted(items)
    ]


def _nameless(index: int) -> Section:
    """Return a section without a heading, for a part of a page that came without its sections."""
    return Section(index, None, 0, None, Span(0, 0))


def _entries(items: Sequence[Comment | Prose]) -> tuple[Entry, ...]:
    """Return one section's entries with their depths."""
    comments = {item.index: item for item in items if isinstance(item, Comment)}
    depths: dict[int, int] = {}
    above: list[int] = []  # the comments that the last one hangs under, and itself
    entries: list[Entry] = []
    for item in items:
        if isinstance(item, Prose):
            entries.append(Entry(item, 0))
            continue
        parent = comments.get(item.parent) if item.parent is not None else None
        depth = 0 if parent is None else depths.get(parent.index, 0) + 1
        shown = parent is None or parent.index in above
        above = [*above[:depth], item.index] if shown else [item.index]
        depths[item.index] = depth
        entries.append(Entry(item, depth, None if shown else parent))
    return tuple(entries)
