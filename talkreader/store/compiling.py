"""A query as conditions on the index: as much of it as can be in one full-text expression."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from talkreader.domain.query import AllOf, AnyOf, Filter, Node, Not, Phrase, Regex, Word
from talkreader.store.folding import GAP, fold, query_tokens
from talkreader.store.zones import AGE

Sql = tuple[str, tuple[object, ...]]
"""A condition about ``k.rowid``, and its values."""

_IN_INDEX = "k.rowid IN (SELECT rowid FROM words WHERE words MATCH ?)"


@dataclass(frozen=True, slots=True)
class Plan:
    """What must hold of a text: a full-text expression (None: no such condition), and SQL.

    ``without`` are full-text expressions that must not hold. ``single``: the expression asks for
    this one character and nothing else, and the table of single characters knows it faster.
    ``since`` and ``until`` are minutes: the first, and the one after the last.
    """

    match: str | None = None
    without: tuple[str, ...] = ()
    sql: tuple[Sql, ...] = ()
    single: str = ""
    since: int | None = None
    until: int | None = None

    def expression(self) -> str | None:
        """Return the full-text part as one expression, with what it excludes."""
        if self.match is None or not self.without:
            return self.match
        return f"({self.match}) NOT ({_any_of(self.without)})"

    def conditions(self) -> tuple[Sql, ...]:
        """Return what the expression does not say."""
        if self.match is not None or not self.without:
            return self.sql
        return (*self.sql, (f"NOT {_IN_INDEX}", (_any_of(self.without),)))

    def ages(self) -> tuple[Sql, ...]:
        """Return the dates as conditions on each row's own."""
        limits = ((">=", self.since), ("<", self.until))
        return tuple((f"{_AGE} {sign} ?", (age,)) for sign, age in limits if age is not None)

    def as_sql(self) -> Sql:
        """Return all of it as one condition."""
        parts = [*self.conditions(), *self.ages()]
        if (expression := self.expression()) is not None:
            parts.insert(0, (_IN_INDEX, (expression,)))
        if not parts:
            return "1", ()
        text = " AND ".join(f"({part})" for part, _values in parts)
        return text, tuple(value for _part, values in parts for value in values)


_AGE = f"(SELECT {AGE.format('dated')} FROM facet AS dated WHERE dated.id = k.rowid)"  # noqa: S608
NOTHING = Plan(sql=(("0", ()),))


class Filters(Protocol):
    """Knows what the fields of a query mean in one library."""

    def plan(self, field: str, value: str) -> Plan:
        """Return the condition of ``field:value``."""


def _any_of(expressions: Iterable[str]) -> str:
    return " OR ".join(f"({expression})" for expression in expressions)


def ids_plan(ids: Iterable[int]) -> Plan:
    """Return the condition that a text is one of these rows."""
    return Plan(sql=(("k.rowid IN (SELECT value FROM json_each(?))", (json.dumps(sorted(ids)),)),))


def text_plan(text: str, *, prefix: bool) -> Plan:
    """Return the condition that these words stand in a text, beside each other."""
    tokens, open_end = query_tokens(fold(text))
    if not any(token != GAP for token in tokens):
        return Plan(sql=((_ITEM.format("instr(fold(i.text), ?)"), (fold(text).strip(),)),))
    star = " *" if open_end or prefix else ""
    single = tokens[0] if open_end and len(tokens) == 1 else ""
    return Plan(f'txt : "{" ".join(tokens)}"{star}', single=single)


_ITEM = (
    "EXISTS (SELECT 1 FROM facet JOIN item AS i ON i.id = facet.item"
    " WHERE facet.id = k.rowid AND {})"
)


def compile_node(node: Node, filters: Filters) -> Plan:
    """Return what a text must fulfil so that the node matches it."""
    match node:
        case Word(text) | Phrase(text):
            return text_plan(text, prefix=isinstance(node, Word) and node.prefix)
        case Regex(pattern):
            return Plan(sql=((_ITEM.format("matches(?, i.text)"), (pattern,)),))
        case Filter(name, value):
            return filters.plan(name, value)
        case Not(inner):
            return none_of(compile_node(inner, filters))
        case AnyOf(nodes):
            return one_of([compile_node(part, filters) for part in nodes])
        case AllOf(nodes):
            return all_of([compile_node(part, filters) for part in nodes])


def _is_expression(plan: Plan) -> bool:
    dated = plan.since is not None or plan.until is not None
    return plan.match is not None and not plan.sql and not dated


def all_of(plans: list[Plan]) -> Plan:
    """Return the condition that all of the plans hold."""
    if len(plans) == 1:
        return plans[0]
    matches = [plan.match for plan in plans if plan.match is not None]
    return Plan(
        match=" AND ".join(f"({match})" for match in matches) or None,
        without=tuple(expression for plan in plans for expression in plan.without),
        sql=tuple(condition for plan in plans for condition in plan.sql),
        single="".join(plan.single for plan in plans) if len(matches) == 1 else "",
        since=max((plan.since for plan in plans if plan.since is not None), default=None),
        until=min((plan.until for plan in plans if plan.until is not None), default=None),
    )


def one_of(plans: list[Plan]) -> Plan:
    """Return the condition that one of the plans holds."""
    if all(map(_is_expression, plans)):
        return Plan(_any_of(e for plan in plans if (e := plan.expression()) is not None))
    parts = [plan.as_sql() for plan in plans]
    text = " OR ".join(f"({part})" for part, _values in parts)
    return Plan(sql=((text, tuple(value for _part, values in parts for value in values)),))


def none_of(plan: Plan) -> Plan:
    """Return the condition that a plan does not hold."""
    if _is_expression(plan) and (expression := plan.expression()) is not None:
        return Plan(without=(expression,))
    text, values = plan.as_sql()
    return Plan(sql=((f"NOT ({text})", values),))
