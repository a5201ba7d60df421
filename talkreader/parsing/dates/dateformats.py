"""MediaWiki's date formats as patterns that read a date back.

Names of months stand for any words here; `calendar_names` says which month they mean. Formats
that differ only in punctuation are one pattern, so that some forty read 469 languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from talkreader.parsing.language.languages import languages

# Formats that wikis used in their first years, or that people type by hand.
OLD_FORMATS = (
    "H:i Y年n月j日 (D)",
    "Y年n月j日 (D) H時i分",
    "Y年n月j日 (D) H时i分",
    "Y年n月j日 (D) H點i分",
    "Y年n月j日 (D) H点i分",
    "H:i F j, Y",
    "F j, Y H:i",
    'F j, Y, "at" H:i',
    "j F Y H:i",
    'j F Y "at" H:i',
    "H:i j F Y (D)",
    "H:i, Y F j",
    "Y F j H:i",
    "j. F Y H:i",
    'j. F Y "um" H:i',
    'j F Y "om" H:i',
    "Y-m-d H:i",
    'Y-m-d"T"H:i',
    "H:i, Y-m-d",
    "j.n.Y H:i",
    "H:i, j.n.Y",
    "H:i, l, j F Y",
)

# One sign for each kind, in formats and in texts alike; each stands for a single character.
_SAME_SIGN = str.maketrans(
    {"：": ":", "\ufe30": ":", "\u2236": ":", "，": ",", "、": ",", "\u060c": ",", "၊": ",",
     "（": "(", "）": ")", "．": ".", "。": ".", "－": "-", "‐": "-", "‑": "-", "–": "-"}
)  # fmt: skip
_ODD_SIGNS = re.compile("[" + "".join(map(chr, _SAME_SIGN)) + "]")

_HAN_DIGITS = "〇一二三四五六七八九"
_HAN_VALUES = {ord(digit): str(value) for value, digit in enumerate(_HAN_DIGITS)}
# American Sign Language writes its months in ASCII codes full of digits: no numbers.
_CODED_RUNS = re.compile(r"M\d{3}x\d{3}(?:S[\da-f]{5}\d{3}x\d{3})+|\d+")
_DIGIT_RUNS = re.compile(r"\d\d*")  # as \d+, but the engine skips to the first digit
_HAN_RUNS = re.compile(rf"[\d{_HAN_DIGITS}]+")
_LETTERS = {"xkY", "xg", *"djnmFMDlYGHis"}
# The Thai year is a year: nothing was signed before 1995, nor will be after 2200.
_SAME = {"xg": "F", "M": "F", "d": "j", "m": "n", "G": "H", "l": "D", "xkY": "Y"}
_BETWEEN = r"[\s,.]*+"
_TIME_SIGN = r"\s*+[:.]\s*+"
_NAME = r"(\S.{0,74}?)"  # the longest month name has 73 characters


def same_signs(text: str) -> str:
    """Return text of the same length with one kind of colon, comma, bracket and hyphen."""
    if text.isascii() or not _ODD_SIGNS.search(text):
        return text
    return text.translate(_SAME_SIGN)


def number(digits: str) -> int:
    """Return the number that digits of any script write, Chinese ones place by place."""
    try:
        return int(digits)
    except ValueError:
        return int(digits.translate(_HAN_VALUES))


def number_starts(text: str) -> list[int]:
    """Return where the numbers of a text begin; Chinese digits count when there are few others."""
    if "x" in text and "M" in text:
        starts = [found.start() for found in _CODED_RUNS.finditer(text) if found[0][0] != "M"]
    else:
        starts = [found.start() for found in _DIGIT_RUNS.finditer(text)]
    if len(starts) < 4 and not text.isascii():
        starts = [found.start() for found in _HAN_RUNS.finditer(text)]
    return starts


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
            if code in _LETTERS:
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


class DatePattern:
    """One date format, compiled.

    ``letters`` name the groups of ``regex``, "p" being AM or PM. ``numbers`` counts the values
    that are numbers; the first of them begins the regex. What stands before it is ``lead``: a
    literal, or the letter "F" for a month's name. ``needs`` are words without which it cannot
    match.
    """

    __slots__ = ("lead", "letters", "needs", "numbers", "regex")

    def __init__(self, date_format: str) -> None:
        pairs = _merged(tokens(date_format.translate(_SAME_SIGN)))
        self.lead = ""
        if pairs[0][0] in ("", "F"):
            letter, text = pairs.pop(0)
            self.lead = letter or text
        han = "年" in date_format
        body = _BETWEEN.join([*(_piece(pairs, place, han=han) for place in range(len(pairs))), ""])
        self.regex = re.compile(body.replace(_BETWEEN + _TIME_SIGN + _BETWEEN, _TIME_SIGN))
        found = [letter for letter, _ in pairs if letter and letter != "s"]
        self.numbers = sum(letter not in "FD" for letter in found)
        self.letters = tuple(
            part for letter in found for part in ((letter, "p") if letter == "i" else (letter,))
        )
        words = " ".join(text for _, text in pairs)
        self.needs = tuple(dict.fromkeys(re.findall(r"[^\s.,:()\-]+", words)))

    def fits(self, text: str) -> bool:
        """Say whether a text has the words without which this cannot match."""
        return all(word in text for word in self.needs) if self.needs else True

    def matches(self, text: str, starts: list[int]) -> Iterator[re.Match[str]]:
        """Yield the matches that end where the text ends and begin at one of its numbers."""
        if not self.fits(text):
            return
        first = len(starts) - self.numbers
        # two more: seconds, and month names that are numbers themselves ("1月")
        for place in range(first, max(-1, first - 3), -1):
            match = self.regex.fullmatch(text, starts[place])
            if match:
                yield match


def _merged(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return tokens with neighbouring literals as one, without those that are only punctuation.

    The sign between hour and minute stays.
    """
    merged: list[tuple[str, str]] = []
    for letter, text in pairs:
        plain = re.sub("[\u200e\u200f]", "", text)
        if not letter and merged and not merged[-1][0]:
            merged[-1] = ("", merged[-1][1] + plain)
        else:
            merged.append((_SAME.get(letter, letter), plain))
    merged = [
        (letter, text if place and merged[place - 1][0] == "H" else text.strip(" ,."))
        for place, (letter, text) in enumerate(merged)
    ]
    return [pair for pair in merged if pair != ("", "")]


def _piece(pairs: list[tuple[str, str]], place: int, *, han: bool) -> str:
    letter, text = pairs[place]
    if not letter:
        before = pairs[place - 1][0] if place else ""
        after = pairs[place + 1][0] if place + 1 < len(pairs) else ""
        return _literal(before, text, after)
    digit = rf"[\d{_HAN_DIGITS}]" if han else r"\d"
    noon = r"(?:\s*([AaPp])\.?[Mm]\b\.?)?"
    return {
        "j": rf"({digit}{{1,2}})(?!\d)(?:st\b|nd\b|rd\b|th\b)?",
        "n": rf"({digit}{{1,2}})(?!\d)",
        "H": rf"(?<!\d:)({digit}{{1,2}})(?!\d)",
        "i": rf"({digit}{{2}})(?!\d)(?:[:.]\d\d(?!\d))?{noon}",
        "s": r"\d\d",
        "Y": rf"({digit}{{4}})(?!\d)",
        "F": _NAME,
        "D": r"(\S.{0,39}?)",
    }[letter]


def _literal(before: str, text: str, after: str) -> str:
    """Return the pattern of a literal between two values; a weekday in brackets may be absent."""
    if before == "H" and text.strip() in (":", "."):
        return _TIME_SIGN
    begin = re.escape(text.replace(" ", "\0"))
    if after == "D" and text.endswith("("):
        begin = re.escape(text[:-1].rstrip()) + _BETWEEN + r"(?:\("
    elif before == "D" and text.startswith(")"):
        begin = r"\))?" + _BETWEEN + re.escape(text[1:].lstrip())
    return begin.replace("\0", _BETWEEN)


@lru_cache(maxsize=1)
def patterns() -> tuple[DatePattern, ...]:
    """Return every format that any language uses, the commonest first, then the old ones."""
    counts: dict[str, int] = {}
    for language in languages().values():
        counts[language.date] = counts.get(language.date, 0) + 1
    formats = [*sorted(counts, key=lambda text: -counts[text]), *OLD_FORMATS]
    seen: dict[tuple[str, str], DatePattern] = {}
    for date_format in formats:
        pattern = DatePattern(date_format)
        seen.setdefault((pattern.regex.pattern, pattern.lead), pattern)
    return tuple(seen.values())


def written_so(date_format: str, date: str) -> bool:
    """Say whether a date is written exactly in a format, to the last comma."""
    return bool(_exact(date_format).fullmatch(date.strip()))


@lru_cache(maxsize=256)
def _exact(date_format: str) -> re.Pattern[str]:
    values = {
        "i": r"\d\d",
        "H": r"\d\d",
        "d": r"\d\d",
        "s": r"\d\d",
        "Y": r"\d{4}",
        "xkY": r"\d{4}",
    }
    for letter in "jnmG":
        values[letter] = r"\d{1,2}"
    plain = re.sub("[\u200e\u200f]", "", date_format).strip().translate(_SAME_SIGN)
    return re.compile(
        "".join(values.get(c, ".+?") if c else re.escape(t) for c, t in tokens(plain))
    )
