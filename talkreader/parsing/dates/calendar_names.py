"""Which month or weekday a name means: on a page of one language, and in all languages at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from talkreader.parsing.dates.dateformats import tokens, written_so
from talkreader.parsing.language.languages import languages, related

_IGNORED = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]")


@dataclass(slots=True)
class Months:
    """What a name means: month (1 to 12) -> codes of its languages.

    ``signed``: the languages whose signatures write the month exactly so; ``known``: those that
    have the word in any form (full, genitive, short).
    """

    signed: dict[int, set[str]] = field(default_factory=dict)
    known: dict[int, set[str]] = field(default_factory=dict)


def fold_name(name: str) -> str:
    """Return a name for look-ups: case folded, spaces and final signs equal."""
    if not name.isascii():
        name = _IGNORED.sub("", name)
    return " ".join(name.casefold().split()).strip(" .,")


@lru_cache(maxsize=64)
def own_months(language: str) -> dict[str, int]:
    """Return the month names that signatures on a page of a language have: name -> 1 to 12.

    A language's own meaning goes before those of its fallbacks.
    """
    table: dict[str, int] = {}
    for item in related(language):
        for month, names in enumerate(item.months, 1):
            if names:
                table.setdefault(fold_name(names[0]), month)
    return table


@lru_cache(maxsize=1)
def month_names() -> dict[str, Months]:
    """Return for every month name in any language what it means."""
    table: dict[str, Months] = {}
    for language in languages().values():
        named = any(letter in ("F", "M", "xg") for letter, _ in tokens(language.date))
        for month, names in enumerate(language.months, 1):
            for place, name in enumerate(names):
                meaning = table.setdefault(fold_name(name), Months())
                meaning.known.setdefault(month, set()).add(language.code)
                if named and not place:
                    meaning.signed.setdefault(month, set()).add(language.code)
    return table


@lru_cache(maxsize=1)
def weekday_names() -> dict[str, dict[int, set[str]]]:
    """Return for every weekday name in any language: day (0 = Sunday) -> codes of its languages."""
    table: dict[str, dict[int, set[str]]] = {}
    for language in languages().values():
        for day, names in enumerate(language.weekdays):
            for name in names:
                table.setdefault(fold_name(name), {}).setdefault(day, set()).add(language.code)
    return table


class NameReader:
    """Reads the names of one page; where languages differ, its own decides.

    After that the language that all foreign names so far have in common is the likeliest: the
    dates of a page that claims no language, or a wrong one, are rarely a mixture.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._codes = frozenset(item.code for item in related(language))
        self._own = own_months(language)
        self._likely: set[str] = set()
        self._read: dict[str, tuple[int]] = {}

    def months(self, name: str, date: str) -> Sequence[int]:
        """Return the months that a name may mean, likeliest first; one if the page decides.

        ``date`` is all of the date: where two languages share a word, one may write dates so.
        """
        if name in self._read:
            return self._read[name]
        folded = fold_name(name)
        own = self._own.get(folded)
        if own is not None:
            self._read[name] = (own,)
            return (own,)
        meaning = month_names().get(folded)
        if meaning is None:
            return []
        order = self._order(meaning, date) if len(meaning.known) > 1 else list(meaning.known)
        if meaning.signed:
            agreed = set().union(*meaning.signed.values())
            self._likely = self._likely & agreed or agreed
        return order

    def owns(self, name: str) -> bool:
        """Say whether a name that was read is the language's own, and so means one month always."""
        return name in self._read

    def _order(self, meaning: Months, date: str) -> list[int]:
        rank: dict[int, tuple[int, ...]] = {}
        for month, codes in meaning.known.items():
            signed = meaning.signed.get(month, set())
            in_format = sum(written_so(languages()[code].date, date) for code in signed)
            rank[month] = (
                len(signed & self._likely),
                len(codes & self._codes),
                in_format,
                len(signed),
                len(codes),
            )
        return sorted(rank, key=lambda month: rank[month], reverse=True)

    def weekdays(self, name: str | None) -> frozenset[int]:
        """Return the weekdays that a name may mean (0 = Sunday); empty when it is none."""
        if not name:
            return frozenset()
        return _weekdays(name, self._language)


@lru_cache(maxsize=2048)
def _weekdays(name: str, language: str) -> frozenset[int]:
    meanings = weekday_names().get(fold_name(name), {})
    own = {item.code for item in related(language)}
    return frozenset(day for day, codes in meanings.items() if codes & own) or frozenset(meanings)
