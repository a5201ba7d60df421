"""How the index of a library is laid out: an earlier version's is read and written as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from talkreader.store.files.unchanged import Unchanged
from talkreader.store.index.compiling import NOTHING, Plan
from talkreader.store.index.people import Person, answered_tokens, people_named, signed_tokens
from talkreader.store.values import meta


class Form(NamedTuple):
    """Where the index has the tokens of `talkreader.store.values.meta`.

    ``apart``: in a column of their own, as up to version 5. Before the words they take a third
    less, and no column has to be asked for. ``grouped``: a person's are as in `people`; before,
    each row of a person had one. ``closed``: the words are as in `folding.index_tokens` by this
    name, as up to version 12.
    """

    apart: bool
    grouped: bool
    closed: bool

    @property
    def mark(self) -> str:
        """What stands before each token."""
        return "" if self.apart else meta.MARK

    def words(self, tokens: str) -> str:
        """Return the full-text expression that these tokens are among the words of a text."""
        # to ask for the only column takes a tenth more, for each text is looked through for others
        return f"txt : {tokens}" if self.apart else tokens

    def page_tokens(self, page: int, site: str, namespace: int | None) -> list[str]:
        """Return the tokens that all texts of a page have."""
        tokens = [meta.page_token(page)]
        if not self.apart:
            tokens.append(meta.place_token(site, namespace))
            return [meta.MARK + token for token in tokens]
        tokens.append(meta.site_token(site))
        if namespace is not None:
            tokens.append(meta.namespace_token(namespace))
        return tokens

    def signed(self, people: Iterable[Person]) -> list[str]:
        """Return the tokens of what each of these people signed, a space before each token."""
        before = " " + self.mark
        if not self.grouped:
            return [before + meta.person_token(row) for row, _first, _shown in people]
        return [
            before + meta.person_token(first) + (before + meta.shown_token(row) if shown else "")
            for row, first, shown in people
        ]

    def answered(self, people: Iterable[Person]) -> list[str]:
        """Return the tokens of what answers each of these people, a space before each token."""
        before = " " + self.mark
        if not self.grouped:
            return [before + meta.answered_token(row) for row, _first, _shown in people]
        return [
            before
            + meta.answered_token(first)
            + (before + meta.shown_answered_token(row) if shown else "")
            for row, first, shown in people
        ]

    def from_plan(self, connection: sqlite3.Connection, name: str) -> Plan:
        """Return the condition that one of the people of this name signed a text."""
        if self.grouped:
            return self.plan(signed_tokens(connection, name))
        return self.plan(map(meta.person_token, people_named(connection, name)))

    def reply_plan(self, connection: sqlite3.Connection, name: str) -> Plan:
        """Return the condition that a text answers one of the people of this name."""
        if self.grouped:
            return self.plan(answered_tokens(connection, name))
        return self.plan(map(meta.answered_token, people_named(connection, name)))

    def plan(self, tokens: Iterable[str]) -> Plan:
        """Return the condition that a text has one of these tokens."""
        return _plan(self, [f'"{self.mark}{token}"' for token in tokens])

    def sites_plan(self, sites: Iterable[str]) -> Plan:
        """Return the condition that a text is of one of these sites."""
        if self.apart:
            return self.plan(map(meta.site_token, sites))
        # hexadecimal digits have neither of the letters that follow them
        beginnings = (meta.MARK + meta.site_token(site) + end for site in sites for end in "nx")
        return _plan(self, [f'"{begin}" *' for begin in beginnings])

    def namespaces_plan(self, namespaces: Iterable[int], sites: Iterable[str]) -> Plan:
        """Return the condition that a text is in one of these namespaces of any site."""
        if self.apart:
            return self.plan(map(meta.namespace_token, namespaces))
        known = list(sites)
        return self.plan(meta.place_token(site, number) for number in namespaces for site in known)


def _plan(form: Form, alternatives: list[str]) -> Plan:
    any_of = " OR ".join(alternatives)
    if not alternatives:
        return NOTHING
    return Plan(f"meta : ({any_of})" if form.apart else f"({any_of})")


def form_of(connection: sqlite3.Connection) -> Form:
    """Return how a library's index is laid out."""
    known = _form.of(connection)
    if not known:
        columns, grouped, open_runs = connection.execute(
            "SELECT (SELECT count(*) FROM pragma_table_info('words')),"
            " EXISTS (SELECT 1 FROM setting WHERE name = 'people'),"
            " EXISTS (SELECT 1 FROM setting WHERE name = 'runs')"
        ).fetchone()
        known.append(Form(apart=columns > 1, grouped=bool(grouped), closed=not open_runs))
    return known[0]


_form: Unchanged[list[Form]] = Unchanged(list)
