"""A query asked of one text at a time: for what the index does not hold, notes and old versions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from talkreader.domain.grammar import first_moment
from talkreader.domain.query import AllOf, AnyOf, Filter, Node, Not, Phrase, Regex, Word
from talkreader.store.search.matching import WordFinder, is_prefix
from talkreader.store.search.tags import is_tagged
from talkreader.store.values import meta
from talkreader.store.values.folding import fold, fold_name
from talkreader.store.values.spelling import spellings


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and what the fields of a query ask about it; names are folded.

    ``rows`` are those of the archive that its words come from, if any.
    """

    text: str
    folded: str
    people: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    namespace: int | None = None
    language: str = ""
    moment: datetime | None = None
    tags: tuple[str, ...] = ()
    noted: bool = field(default=False)
    rows: frozenset[int] = frozenset()


Test = Callable[[Text], bool]


def evaluate(node: Node, ask: Callable[[str, str], Test] | None = None) -> Test:
    """Return the question whether a text matches; ``ask`` knows the fields, else `field_test`."""
    fields = ask or field_test
    match node:
        case Word(words) | Phrase(words):
            ways = [WordFinder(way, prefix=is_prefix(node)) for way in spellings(words)]
            return lambda text: any(way.is_in(text.folded) for way in ways)
        case Regex(expression):
            sought = re.compile(expression, re.IGNORECASE)
            return lambda text: sought.search(text.text) is not None
        case Filter(name, value):
            return fields(name, value)
        case Not(inner):
            excluded = evaluate(inner, ask)
            return lambda text: not excluded(text)
        case AnyOf(nodes):
            some = [evaluate(one, ask) for one in nodes]
            return lambda text: any(test(text) for test in some)
        case AllOf(nodes):
            every = [evaluate(one, ask) for one in nodes]
            return lambda text: all(test(text) for test in every)


def field_test(name: str, value: str) -> Test:
    """Return the question whether a field of a query holds of a text."""
    folded = fold_name(value)
    tests: dict[str, Test] = {
        "from": lambda text: _is_among(folded, text.people),
        "reply-to": lambda text: _is_among(folded, text.answered),
        "in": lambda text: _is_in(folded, text.places),
        "site": lambda text: any(folded in site for site in text.sites),
        "ns": lambda text: text.namespace is not None and folded == str(text.namespace),
        "after": lambda text: text.moment is not None and text.moment >= first_moment(value),
        "before": lambda text: text.moment is not None and text.moment < first_moment(value),
        "lang": lambda text: (
            meta.language_token(value)
            in map(meta.language_token, meta.languages(fold(text.text), text.language))
        ),
        "has": lambda text: text.noted,
        "tag": lambda text: is_tagged(text.tags, value),
    }
    return tests[name]


def _is_in(folded: str, places: tuple[str, ...]) -> bool:
    if folded.startswith("=") and len(folded) > 1:
        return any(folded[1:].strip() == name for place in places for name in place.split("\n"))
    return any(folded in place for place in places)


def _is_among(folded: str, names: frozenset[str]) -> bool:
    if folded.endswith("*"):
        return any(name.startswith(folded[:-1].rstrip()) for name in names)
    return folded in names
