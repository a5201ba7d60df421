"""A query as conditions on the index: as much of it as can be in one full-text expression."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from talkreader.domain.query import AllOf, AnyOf, Filter, Node, Not, Phrase, Regex, Word
from talkreader.store.index.zones import AGE
from talkreader.store.values.folding import GAP, Sought
from talkreader.store.values.spelling import is_signed, spellings

Sql = tuple[str, tuple[object, ...]]
"""A condition about ``k.rowid``, and its values."""

_IN_INDEX = "k.rowid IN (SELECT rowid FROM words WHERE words MATCH ?)"
_IN_LETTERS = "k.rowid IN (SELECT rowid FROM singles WHERE singles MATCH ?)"


@dataclass(frozen=True, slots=True)
class Plan:
    """What must hold of a text: a full-text expression (None: no such condition), and SQL.

    ``without`` are full-text expressions that must not hold. ``letters`` is one of the table of
    single characters, which knows them a hundred times faster than the words, and must hold as
    well, and none of ``no_letters``. ``since`` and ``until`` are minutes: the first, and the one
    after the last. ``either``: plans of which one must hold as well, each of them for another table
    (`alternatives`).
    """

    match: str | None = None
    without: tuple[str, ...] = ()
    sql: tuple[Sql, ...] = ()
    letters: str | None = None
    no_letters: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    either: tuple[Plan, ...] = ()

    def expression(self) -> str | None:
        """Return the full-text part as one expression, with what it excludes, but for letters."""
        return _but(self.match, self.without)

    def of_letters(self) -> str | None:
        """Return the same of the letters."""
        return _but(self.letters, self.no_letters)

    @property
    def is_indexed(self) -> bool:
        """Say whether the index answers all of it, but for the dates."""
        return (self.match is not None or self.letters is not None) and not (
            self.sql or self.either
        )

    def conditions(self) -> tuple[Sql, ...]:
        """Return what the expression does not say."""
        found = (*self.sql, _as_one(self.either)) if self.either else self.sql
        if self.match is not None or not self.without:
            return found
        return (*found, (f"NOT {_IN_INDEX}", (_any_of(self.without),)))

    def alternatives(self) -> list[Plan]:
        """Return plans that find together what this one does; a text may be found by several.

        Of a plan with a choice these are as many as there are to choose from. To ask the tables in
        turn for the first of each is quicker than to ask every row whether it is in one of them.
        """
        if not self.either:
            return [self]
        rest = replace(self, either=())
        return [all_of([rest, one]) for one in self.either]

    def ages(self) -> tuple[Sql, ...]:
        """Return the dates as conditions on each row's own."""
        limits = ((">=", self.since), ("<", self.until))
        return tuple((f"{_AGE} {sign} ?", (age,)) for sign, age in limits if age is not None)

    def as_sql(self) -> Sql:
        """Return all of it as one condition."""
        parts = [*self.sql, *self.ages()]
        if self.either:
            parts.append(_as_one(self.either))
        tables = (
            (_IN_INDEX, self.expression(), self.without),
            (_IN_LETTERS, self.of_letters(), self.no_letters),
        )
        for among, expression, without in tables:
            if expression is not None:
                parts.insert(0, (among, (expression,)))
            elif without:
                parts.append((f"NOT {among}", (_any_of(without),)))
        if not parts:
            return "1", ()
        text = " AND ".join(f"({part})" for part, _values in parts)
        return text, tuple(value for _part, values in parts for value in values)


_MOST_TOKENS = 400
"""The index takes not many more beside each other; the rest is looked for in the texts."""
_AGE = f"(SELECT {AGE.format('dated')} FROM facet AS dated WHERE dated.id = k.rowid)"  # noqa: S608
NOTHING = Plan(sql=(("0", ()),))


class Filters(Protocol):
    """Knows what the fields of a query mean in one library, and where its words are."""

    def plan(self, field: str, value: str) -> Plan:
        """Return the condition of ``field:value``."""

    def words(self, tokens: str) -> str:
        """Return the full-text expression that these tokens are among the words of a text."""

    def sought(self, folded: str) -> Sought:
        """Return what a text must have to contain these words."""

    def holds(self, expression: str) -> bool:
        """Return whether any text fulfils a full-text expression."""


def _any_of(expressions: Iterable[str]) -> str:
    return " OR ".join(f"({expression})" for expression in expressions)


def _all_of(expressions: Iterable[str]) -> str | None:
    return " AND ".join(f"({expression})" for expression in expressions) or None


def _but(expression: str | None, without: Collection[str]) -> str | None:
    if expression is None or not without:
        return expression
    return f"({expression}) NOT ({_any_of(without)})"


def ids_plan(ids: Iterable[int]) -> Plan:
    """Return the condition that a text is one of these rows."""
    return Plan(sql=(("k.rowid IN (SELECT value FROM json_each(?))", (json.dumps(sorted(ids)),)),))


def text_plan(text: str, filters: Filters, *, prefix: bool) -> Plan:
    """Return the condition that these words stand in a text, beside each other."""
    plan, *others = [_spelled(folded, filters, prefix=prefix) for folded in spellings(text)]
    # few libraries have any of the others, and one expression more takes a tenth of a search's time
    words = [other.match for other in others if other.match is not None]
    if not words or not filters.holds(_any_of(words)):
        return plan
    return one_of([plan, *others])


def _spelled(folded: str, filters: Filters, *, prefix: bool) -> Plan:
    """Return the same of words that are written in just this way."""
    tokens, open_end, open_start = filters.sought(folded)
    if not any(token != GAP for token in tokens):
        return Plan(sql=((_ITEM.format("instr(fold(i.text), ?)"), (folded.strip(),)),))
    known = tokens[:_MOST_TOKENS]
    is_whole = len(known) == len(tokens)
    open_ended = is_whole and (open_end or prefix)
    words = filters.words(f'"{" ".join(known)}"' + (" *" if open_ended else ""))
    if open_end and len(tokens) == 1:
        return Plan(letters=f'"{tokens[0]}"')
    if open_start or not is_whole or is_signed(folded):
        return Plan(words, sql=((_ITEM.format("says(?, ?, i.text)"), (folded, prefix)),))
    return Plan(words)


_ITEM = (
    "EXISTS (SELECT 1 FROM facet JOIN item AS i ON i.id = facet.item"
    " WHERE facet.id = k.rowid AND {})"
)


def compile_node(node: Node, filters: Filters) -> Plan:
    """Return what a text must fulfil so that the node matches it."""
    match node:
        case Word(text) | Phrase(text):
            return text_plan(text, filters, prefix=isinstance(node, Word) and node.prefix)
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
    lettered = plan.letters is not None or plan.no_letters
    more = plan.sql or plan.either
    return plan.expression() is not None and not more and not dated and not lettered


def _letters_alone(plan: Plan) -> str | None:
    """Return the letters of a plan that asks for nothing else."""
    return plan.letters if plan == Plan(letters=plan.letters) else None


def all_of(plans: list[Plan]) -> Plan:
    """Return the condition that all of the plans hold."""
    if len(plans) == 1:
        return plans[0]
    letters = [plan.letters for plan in plans if plan.letters is not None]
    choices = [plan.either for plan in plans if plan.either]
    return Plan(
        match=_all_of([plan.match for plan in plans if plan.match is not None]),
        without=tuple(expression for plan in plans for expression in plan.without),
        sql=(
            *(condition for plan in plans for condition in plan.sql),
            # more than one choice would be as many plans as there are pairs
            *map(_as_one, choices[1:]),
        ),
        letters=_all_of(letters),
        no_letters=tuple(one for plan in plans for one in plan.no_letters),
        since=max((plan.since for plan in plans if plan.since is not None), default=None),
        until=min((plan.until for plan in plans if plan.until is not None), default=None),
        either=choices[0] if choices else (),
    )


def one_of(plans: list[Plan]) -> Plan:
    """Return the condition that one of the plans holds."""
    every = [one for plan in plans for one in plan.alternatives()]
    alone = [letters for plan in every if (letters := _letters_alone(plan)) is not None]
    expressions = [
        expression
        for plan in every
        if _is_expression(plan) and (expression := plan.expression()) is not None
    ]
    # first what is nothing but words or letters, then what asks for more
    some = [Plan(_any_of(expressions))] if expressions else []
    some += [Plan(letters=_any_of(alone))] if alone else []
    some += [plan for plan in every if _letters_alone(plan) is None and not _is_expression(plan)]
    return some[0] if len(some) == 1 else Plan(either=tuple(some))


def _as_one(plans: Iterable[Plan]) -> Sql:
    """Return the condition that one of these plans holds."""
    parts = [plan.as_sql() for plan in plans]
    text = " OR ".join(f"({part})" for part, _values in parts)
    return text, tuple(value for _part, values in parts for value in values)


def none_of(plan: Plan) -> Plan:
    """Return the condition that a plan does not hold."""
    if (letters := _letters_alone(plan)) is not None:
        return Plan(no_letters=(letters,))
    if _is_expression(plan) and (expression := plan.expression()) is not None:
        return Plan(without=(expression,))
    text, values = plan.as_sql()
    return Plan(sql=((f"NOT ({text})", values),))
