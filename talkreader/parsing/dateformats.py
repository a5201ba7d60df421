"""MediaWiki's date formats as patterns that read a date back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from talkreader.parsing.languages import Language, languages

# Formats that wikis used in their first years, or that people type by hand.
OLD_FORMATS = (
    "H:i Y年n月j日",
    "Y年n月j日 H:i",
    "Y年n月j日（D）H:i",
    "H:i, Y年n月j日 (D)",
    "H:i, F j, Y",
    "F j, Y H:i",
    "H:i F j, Y",
    "H:i j F Y",
    "j F Y, H:i",
    "H:i, j. F Y",
    "H:i, j F, Y",
    "H:i, Y F j",
    "j. F Y H:i",
    "Y-m-d H:i",
    "H:i, Y-m-d",
    "j.n.Y H:i",
    "H:i, j.n.Y",
    "H:i, j F Y (D)",
)

_HAN_DIGITS = "〇一二三四五六七八九"
_NUMBER = r"[\d〇一二三四五六七八九]"
_ANY_NAME = r"[^\s].{0,74}?"


def number(digits: str) -> int:
    """Return the number that digits of any script write, Chinese ones place by place."""
    if digits[0] in _HAN_DIGITS:
        return int("".join(str(_HAN_DIGITS.index(digit)) for digit in digits))
    return int(digits)


def tokens(date_format: str) -> list[tuple[str, str]]:
    """Return a format as (letter, "") for values and ("", text) for literals.

    Source: the letters that occur in any language's default format (facts of DiscussionTools,
    section 2); ``xg`` is the genitive month, ``xkY`` the Thai year.
    """
    found: list[tuple[str, str]] = []
    place = 0
    while place < len(date_format):
        for size in (3, 2, 1):
            code = date_format[place : place + size]
            if code in {"xkY", "xg", *"djnmFMDlYGHis"}:
                found.append((code, ""))
                break
        else:
            code = date_format[place]
            if code == '"' and (end := date_format.find('"', place + 1)) > 0:
                found.append(("", date_format[place + 1 : end]))
                code = date_format[place : end + 1]
            elif code == "\\":
                code = date_format[place : place + 2]
                found.append(("", code[1:]))
            else:
                found.append(("", code))
        place += len(code)
    return found


def _literal(text: str) -> str:
    text = text.replace("\u200e", "").replace("\u200f", "")
    pieces = [re.escape(piece) for piece in re.split(r"\s+", text)]
    return r"\s*".join(pieces)


def _value(code: str, months: str, weekdays: str) -> str:
    two = rf"({_NUMBER}{{1,2}})"
    return {
        "d": two, "j": two, "n": two, "m": two, "G": two, "H": two,
        "i": rf"({_NUMBER}{{2}})(?::\d\d)?", "s": r"\d\d",
        "Y": rf"({_NUMBER}{{4}})", "xkY": r"(\d{4})",
        "F": f"({months})", "M": f"({months})", "xg": f"({months})",
        "D": f"({weekdays})", "l": f"({weekdays})",
    }[code]  # fmt: skip


_SAME = {"xg": "F", "M": "F", "d": "j", "m": "n", "G": "H", "l": "D"}


class DatePattern:
    """One date format, compiled.

    ``letters`` name the groups of ``regex``, which ends where the text ends.
    """

    __slots__ = ("date_format", "letters", "regex")

    def __init__(self, date_format: str, months: str = _ANY_NAME, weekdays: str = r".{1,40}?"):
        self.date_format = date_format
        pieces, letters = [], []
        for code, text in tokens(date_format):
            pieces.append(_value(code, months, weekdays) if code else _literal(text))
            if code and code != "s":
                letters.append(_SAME.get(code, code))
        self.letters = tuple(letters)
        body = "".join(pieces).removeprefix(r"\s*")
        self.regex = re.compile(rf"(?<!\d){body}\s*$")


def _name_pattern(names: Iterable[str]) -> str:
    ordered = sorted(set(names), key=len, reverse=True)
    return "|".join(re.escape(name) for name in ordered) or r"(?!)"


@lru_cache(maxsize=64)
def patterns_of(language: Language) -> tuple[DatePattern, ...]:
    """Return a language's own format, exact, then old formats with its names."""
    months = _name_pattern(name for names in language.months for name in names)
    weekdays = _name_pattern(name for names in language.weekdays for name in names)
    own = DatePattern(language.date, months, weekdays)
    return (own, *(DatePattern(old, months, r"[^()（）\d]{1,12}?") for old in OLD_FORMATS))


@lru_cache(maxsize=1)
def patterns_of_all() -> tuple[DatePattern, ...]:
    """Return every format that any language uses, with any words for the names."""
    seen = dict.fromkeys(language.date for language in languages().values())
    return tuple(DatePattern(date_format) for date_format in [*seen, *OLD_FORMATS])


def fold_name(name: str) -> str:
    """Return a month's or weekday's name for look-ups: case folded, spaces and final dots equal."""
    return " ".join(name.casefold().split()).rstrip(".")


@lru_cache(maxsize=1)
def month_names() -> dict[str, dict[int, list[str]]]:
    """Return for every month name in any language: month (1 to 12) -> codes of its languages."""
    table: dict[str, dict[int, list[str]]] = {}
    for language in languages().values():
        for month, names in enumerate(language.months, 1):
            for name in names:
                table.setdefault(fold_name(name), {}).setdefault(month, []).append(language.code)
    return table


@lru_cache(maxsize=1)
def weekday_names() -> dict[str, dict[int, list[str]]]:
    """Return for every weekday name in any language: day (0 = Sunday) -> codes of its languages."""
    table: dict[str, dict[int, list[str]]] = {}
    for language in languages().values():
        for day, names in enumerate(language.weekdays):
            for name in names:
                table.setdefault(fold_name(name), {}).setdefault(day, []).append(language.code)
    return table
