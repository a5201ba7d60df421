"""What a search found, and the places to stop at in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from talkreader.domain.body import Span
from talkreader.domain.hit import Hit, HitKind
from talkreader.domain.records import dataclass
from talkreader.ui.scope import Scope
from talkreader.ui.session.widening import Wider

if TYPE_CHECKING:
    from talkreader.domain.counts import Answered, Facets
    from talkreader.domain.query import Query

_WORDED = (HitKind.COMMENT, HitKind.PROSE, HitKind.TRANSLATION)
"""What is gone through word by word."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of next and previous: words of a hit, or the whole hit (``span`` None)."""

    hit: int
    span: Span | None


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found; ``query`` None: nothing was asked.

    ``answered`` are the comments that hits answer, by the hit's id. The rest comes a little later:
    ``total`` (None: not counted yet), ``facets``, and ``wider`` searches when nothing was found.
    """

    text: str = ""
    query: Query | None = None
    hits: tuple[Hit, ...] = ()
    stops: tuple[Stop, ...] = ()
    answered: Mapping[int, Answered] = field(default_factory=dict)
    total: int | None = None
    facets: Facets | None = None
    wider: tuple[Wider, ...] = ()

    @property
    def scope(self) -> Scope:
        """Where it was searched."""
        in_page = self.query is not None and self.query.page is not None
        return Scope.PAGE if in_page else Scope.LIBRARY


def stops_of(hits: tuple[Hit, ...], scope: Scope) -> tuple[Stop, ...]:
    """Return every place to stop at, in the order of the hits; in the library one to each hit."""
    result = []
    for number, hit in enumerate(hits):
        spans = hit.matches if hit.kind in _WORDED else ()
        if scope is Scope.LIBRARY:
            spans = spans[:1]
        result += [Stop(number, span) for span in spans] or [Stop(number, None)]
    return tuple(result)


def with_translations(hits: Sequence[Hit], translations: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return the hits of one page, each with the translations of its comment behind it.

    Translations of comments that are no hits stand before the next comment that is one, where the
    hits go down the page, else at the end.
    """
    found = [hit for hit in hits if hit.kind is not HitKind.TRANSLATION]
    places = [_comment(hit) for hit in found if hit.kind is HitKind.COMMENT]
    down = places == sorted(places)
    for new in reversed(translations):
        before = [
            number
            for number, hit in enumerate(found)
            if hit.kind is HitKind.COMMENT
            if (_comment(hit) <= _comment(new) if down else _comment(hit) == _comment(new))
        ]
        at = before[-1] + 1 if before else 0 if down else len(found)
        found.insert(at, new)
    return tuple(found)


def translations_of(hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Return those of the hits that are translations."""
    return tuple(hit for hit in hits if hit.kind is HitKind.TRANSLATION)


def _comment(hit: Hit) -> int:
    return (hit.index or 0) if hit.now is None else hit.now
