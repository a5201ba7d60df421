"""Why a search finds nothing: what it would find elsewhere, or without one of its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from talkreader.domain.records import dataclass
from talkreader.ui.scope import Scope

if TYPE_CHECKING:
    from talkreader.domain.query import Query
    from talkreader.store import Library

MOST_PARTS = 6


@dataclass(frozen=True, slots=True)
class Wider:
    """A search that finds something where another one found nothing.

    ``part`` is what was left out, "" for the same words in the whole library. ``name`` is the
    person meant perhaps, where the name that was typed is nobody's. ``longer``: for any words that
    begin as those that were typed.
    """

    text: str
    scope: Scope
    count: int
    part: str = ""
    name: str = ""
    longer: bool = False


def widened(library: Library, query: Query, check: Callable[[], None]) -> tuple[Wider, ...]:
    """Return the searches that find more than ``query``, which finds nothing, the nearest first.

    ``check`` is called between them, and raises when nobody waits for the answer any more.
    """
    from talkreader.domain.grammar import parse_query
    from talkreader.domain.typed import as_beginnings, narrowed, without

    scope = Scope.LIBRARY if query.page is None else Scope.PAGE
    found = []
    longer = as_beginnings(query.text)
    if longer != query.text:
        count = library.count(parse_query(longer, page=query.page))
        found.append(Wider(longer, scope, count, longer=True))
        check()
    if scope is Scope.PAGE:
        everywhere = library.count(parse_query(query.text))
        found.append(Wider(query.text, Scope.LIBRARY, everywhere))
    for chip in query.chips:
        check()
        if chip.field == "from" and not chip.negated:
            names = [name for name in library.suggest("from", chip.value) if name != chip.value]
            for name in names[:3]:
                text = narrowed(query.text, "from", name)
                count = library.count(parse_query(text, page=query.page))
                found.append(Wider(text, scope, count, name=name))
    parts = query.chips[:MOST_PARTS] if len(query.chips) > 1 else ()
    for chip in parts:
        check()
        text = without(query.text, lambda other, gone=chip: other == gone)  # type: ignore[misc]  # mypy cannot infer it
        count = library.count(parse_query(text, page=query.page))
        part = query.text[chip.span.start : chip.span.end]
        found.append(Wider(text, scope, count, ("-" if chip.negated else "") + part))
    return tuple(one for one in found if one.count)
