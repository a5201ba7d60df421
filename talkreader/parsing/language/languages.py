"""What MediaWiki knows of 469 languages: dates, namespaces, labels (resources/languages.json)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from talkreader.domain.resources import resource


@dataclass(frozen=True, slots=True)
class Language:
    """The facts of one language code; ``months`` and ``weekdays`` hold the spellings of each.

    ``weekdays`` start with Sunday. ``date`` is a MediaWiki date format, the one ``~~~~`` uses.
    """

    code: str
    name: str
    fallback: tuple[str, ...]
    date: str
    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    utc: str
    user: tuple[str, ...]
    user_talk: tuple[str, ...]
    special: tuple[str, ...]
    contributions: tuple[str, ...]
    talk: tuple[str, ...]
    contribs: str
    edit: tuple[str, ...]
    toc: str
    rtl: bool


@lru_cache(maxsize=1)
def languages() -> dict[str, Language]:
    """Return every language by its MediaWiki code."""
    table = json.loads(resource("languages.json").read_text(encoding="utf-8"))["languages"]
    return {
        code: Language(
            code=code,
            name=row["name"],
            fallback=tuple(row["fallback"]),
            date=row["date"],
            months=tuple(tuple(names) for names in row["months"]),
            weekdays=tuple(tuple(names) for names in row["weekdays"]),
            utc=row["utc"],
            user=tuple(row["user"]),
            user_talk=tuple(row["user_talk"]),
            special=tuple(row["special"]),
            contributions=tuple(row["contributions"]),
            talk=tuple(row["talk"]),
            contribs=row["contribs"],
            edit=tuple(row["edit"]),
            toc=row["toc"],
            rtl=bool(row.get("rtl")),
        )
        for code, row in table.items()
    }


def is_language(prefix: str) -> bool:
    """Say whether a link's prefix leads to another language, which the page shows at its side.

    In capitals it is a shortcut into a wiki's own pages: MOS is a language, too.
    """
    prefix = prefix.strip()
    return len(prefix) > 1 and not prefix.isupper() and prefix.casefold() in languages()


@lru_cache(maxsize=64)
def related(code: str) -> tuple[Language, ...]:
    """Return the language of a code, then its fallbacks, then English; each once.

    An unknown code gives English alone. The fallback graph of MediaWiki has cycles.
    """
    table = languages()
    order: list[str] = []
    waiting = [code, code.split("-", maxsplit=1)[0]]
    while waiting:
        current = waiting.pop(0)
        if current in table and current not in order:
            order.append(current)
            waiting.extend(table[current].fallback)
    if "en" not in order:
        order.append("en")
    return tuple(table[item] for item in order)


def words(rows: Iterable[Iterable[str]]) -> frozenset[str]:
    """Return the words of all rows, case folded and with spaces for underscores."""
    return frozenset(word.casefold().replace("_", " ") for row in rows for word in row if word)
