"""What the fields of a query (``from:``, ``in:`` ...) mean in one library."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from talkreader.domain.grammar import first_moment
from talkreader.store.index.compiling import Plan, all_of, ids_plan, none_of, one_of
from talkreader.store.index.forms import form_of
from talkreader.store.search import places
from talkreader.store.search.noted import NotedPlaces
from talkreader.store.search.places import Places
from talkreader.store.values import meta
from talkreader.store.values.folding import Sought, fold_name, query_tokens
from talkreader.store.values.timekeys import DATED, age_of, minute_of

_MANY = 500  # above this, a list of tokens takes longer than asking each row for its page
NAMESPACES = (
    ("", 0), ("talk", 1), ("user", 2), ("user talk", 3), ("project", 4), ("project talk", 5),
    ("file", 6), ("file talk", 7), ("mediawiki", 8), ("mediawiki talk", 9), ("template", 10),
    ("template talk", 11), ("help", 12), ("help talk", 13), ("category", 14),
    ("category talk", 15),
)  # fmt: skip
"""MediaWiki's own names; a site's are in its pages' context."""


class LibraryFilters:
    """Turns ``field:value`` into a condition, by looking up names in the library."""

    def __init__(self, connection: sqlite3.Connection, noted: NotedPlaces) -> None:
        self._connection = connection
        self._noted = noted
        self.form = form_of(connection)

    def plan(self, field: str, value: str) -> Plan:
        """Return the condition of ``field:value``; a name the library does not know: nothing."""
        plans: dict[str, Callable[[str], Plan]] = {
            "from": self._from,
            "reply-to": self._reply_to,
            "in": self._places,
            "site": self._sites,
            "ns": self._namespaces,
            "lang": lambda code: self.form.plan([meta.language_token(code)]),
            "after": self._after,
            "before": self._before,
            "has": lambda _what: ids_plan(self._noted.items(None)),
            "tag": lambda tag: ids_plan(self._noted.items(tag)),
        }
        return plans[field](value)

    def words(self, tokens: str) -> str:
        """Return the full-text expression that these tokens are among the words of a text."""
        return self.form.words(tokens)

    def sought(self, folded: str) -> Sought:
        """Return what a text must have to contain these words."""
        return query_tokens(folded, closed=self.form.closed)

    def holds(self, expression: str) -> bool:
        """Return whether any text fulfils a full-text expression."""
        return bool(self._column("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", expression))

    def _column(self, select: str, *values: object) -> list[Any]:
        return [found for (found,) in self._connection.execute(select, values)]

    def _from(self, name: str) -> Plan:
        corrected = self._noted.corrected()
        plan = self.form.from_plan(self._connection, name)
        return _but_for(plan, corrected.authors, corrected.by(name))

    def _reply_to(self, name: str) -> Plan:
        corrected = self._noted.corrected()
        plan = self.form.reply_plan(self._connection, name)
        return _but_for(plan, corrected.answers, corrected.answering(name))

    def _places(self, words: str) -> Plan:
        if words.startswith("=") and len(words) > 1:
            return self._within(places.titled_exactly(self._connection, fold_name(words[1:])))
        folded = fold_name(words)
        found = places.titled(self._connection, folded)
        return Plan(sql=(places.either_titled(folded),)) if found is None else self._within(found)

    def _within(self, found: Places) -> Plan:
        """Return the condition that a text stands on one of the pages or in one of the sections.

        The index knows pages: a token for each section would be a tenth of its words.
        """
        pages = {*found.pages, *map(places.page_of, found.sections)}
        if len(pages) > _MANY:
            return Plan(sql=(places.condition(found),))
        plan = self.form.plan(map(meta.page_token, sorted(pages)))
        return replace(plan, sql=(places.condition(found),)) if found.sections else plan

    def _sites(self, words: str) -> Plan:
        folded = fold_name(words)
        names = self._all_sites()
        exact = [site for site in names if fold_name(site) == folded]
        found = exact or [site for site in names if folded in fold_name(site)]
        return self.form.sites_plan(found)

    def _all_sites(self) -> list[str]:
        return self._column(
            "WITH RECURSIVE one (site) AS (SELECT min(site) FROM page UNION ALL"
            " SELECT (SELECT min(site) FROM page WHERE page.site > one.site) FROM one"
            " WHERE one.site IS NOT NULL) SELECT site FROM one WHERE site IS NOT NULL"
        )

    def _namespaces(self, value: str) -> Plan:
        folded = fold_name(value)
        if re.fullmatch(r"-?\d+", folded):
            return self.form.namespaces_plan([int(folded)], self._all_sites())
        numbers = {number for name, number in NAMESPACES if name == folded}
        for (data,) in self._connection.execute("SELECT data FROM context"):
            numbers |= {number for name, number in json.loads(data) if fold_name(name) == folded}
        return self.form.namespaces_plan(sorted(numbers), self._all_sites())

    def _after(self, value: str) -> Plan:
        return Plan(since=_age(value))

    def _before(self, value: str) -> Plan:
        # what has no date is neither before nor after
        return Plan(since=DATED, until=_age(value))


def _but_for(plan: Plan, others: Collection[int], these: Collection[int]) -> Plan:
    """Return a condition that of these rows is known to hold, and of the others not."""
    if not others:
        return plan
    gone = none_of(ids_plan(others))
    return one_of([all_of([plan, gone]), ids_plan(these)]) if these else all_of([plan, gone])


def _age(value: str) -> int:
    return age_of(minute_of(first_moment(value)))
