"""What a person searches for and finds; `domain.grammar` reads the words they type."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from talkreader.domain.body import Span
from talkreader.domain.errors import QueryError
from talkreader.domain.hit import Hit, HitKind

__all__ = [
    "FIELDS",
    "AllOf",
    "AnyOf",
    "Chip",
    "Filter",
    "Hit",
    "HitKind",
    "Node",
    "Not",
    "Order",
    "Phrase",
    "Query",
    "Regex",
    "Word",
]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a run of Chinese; ``prefix``: anything that begins so (``bann*``)."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other exactly."""

    text: str


@dataclass(frozen=True, slots=True)
class Regex:
    """A regular expression (Python's ``re``, case ignored) over the body text."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Filter:
    """``field:value``: one of `FIELDS`. ``value`` as typed, without its quotation marks."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that ``node`` does not match."""

    node: Node


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the nodes (``OR``)."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of the nodes; an empty one matches everything."""

    nodes: tuple[Node, ...] = ()


Node = Word | Phrase | Regex | Filter | Not | AnyOf | AllOf

FIELDS = ("from", "in", "site", "ns", "after", "before", "reply-to", "lang", "has", "tag")
"""The operators of the grammar, without their colon."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A piece of the typed query and how it was understood: what the window shows as a chip."""

    span: Span
    field: str
    value: str
    negated: bool = False


class Order(StrEnum):
    """How hits are ordered."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Query:
    """A search understood. ``page``: only in this stored page (its id); None: the whole library.

    ``hints`` say what may be mistyped, with its place, and how it was taken: words that look like
    an operator are searched for as they are, a quotation mark is closed at the end.
    """

    root: Node = AllOf()
    chips: tuple[Chip, ...] = ()
    text: str = ""
    order: Order = Order.NEWEST
    page: int | None = None
    limit: int = 50
    offset: int = 0
    hints: tuple[QueryError, ...] = field(default=(), compare=False)
