"""Time zone abbreviations in signatures, and what they mean on which wiki."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache

from talkreader.parsing.dates.calendar_names import fold_name, weekday_names
from talkreader.parsing.language.languages import languages

_HOUR = 60
_LONGEST = 5  # capitals of a zone
_FURTHEST = 14 * _HOUR  # no place is further from Greenwich

# Minutes east of UTC: the zones in which wikis of Wikimedia and big third parties run, and others
# to which the IANA database gave a name of one meaning.
_FIXED = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "MEZ": 60,
    "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "MSD": 240, "TRT": 180, "EAT": 180,
    "SAST": 120, "PKT": 300, "UZT": 300, "NPT": 345, "ALMT": 360, "ICT": 420, "WIB": 420,
    "HKT": 480, "SGT": 480, "PHT": 480, "AWST": 480, "JST": 540, "KST": 540, "ACST": 570,
    "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "EST": -300, "EDT": -240, "CDT": -300,
    "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600,
    "BRT": -180, "ART": -180, "CLT": -240, "AST": -240, "ADT": -180, "NST": -210, "NDT": -150,
    "IDT": 180, "IRST": 210, "IRDT": 270, "WITA": 480, "WIT": 540, "MYT": 480, "BDT": 360,
    "AZT": 240, "AZST": 300, "GET": 240, "SAMT": 240, "AFT": 270, "YEKT": 300, "OMST": 360,
    "NOVT": 420, "KRAT": 420, "IRKT": 480, "YAKT": 540, "VLAT": 600, "KGT": 360, "TJT": 300,
    "TMT": 300, "MMT": 390, "LKT": 330, "BTT": 360, "WAT": 60, "CAT": 120, "BRST": -120,
    "CLST": -180, "UYT": -180, "PYT": -240, "BOT": -240, "PET": -300, "COT": -300, "ECT": -300,
    "МСК": 180, "МСД": 240,
}  # fmt: skip

# Abbreviations with several meanings, by the page's language; "" is what holds elsewhere.
_AMBIGUOUS = {
    "CST": {"zh": 480, "yue": 480, "wuu": 480, "gan": 480, "lzh": 480, "hak": 480, "": -360},
    "BST": {"bn": 360, "": 60},
    "IST": {"he": 120, "ga": 60, "": 330},
    "AMT": {"hy": 240, "": -240},
}

_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+\-\u2212])\s*(\d{1,2})(?::?(\d{2}))?$")

INVISIBLE = "\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b\u00ad\ufeff"


def _flexible(name: str) -> str:
    """Return a pattern for a zone's name in which any space may be any kind of space."""
    return r"[\s\u00a0]+".join(re.escape(part) for part in name.split())


@lru_cache(maxsize=1)
def utc_names() -> frozenset[str]:
    """Return how the languages of MediaWiki write UTC, spaces folded to one."""
    own = {" ".join(language.utc.split()) for language in languages().values()}
    return frozenset(own | {"م ع و"})  # as the Urdu Wikipedia has it


@lru_cache(maxsize=2)
def zone_pattern(opening: str = "[(（]") -> re.Pattern[str]:
    """Return the pattern of a zone in brackets: group 1 is its name.

    The brackets may be full-width; ``opening`` is the pattern of the first. An unknown abbreviation
    in capitals matches too, and words in another script behind a figure, of which `may_be_zone` is
    asked; whether a date stands before it decides. Where the source shows, UTC may be a link or in
    italics, as two languages of MediaWiki have it.
    """
    local = sorted(utc_names() - {"UTC"}, key=len, reverse=True)
    offset = r"(?:(?:UTC|GMT)\s*)?[+\-\u2212]\s*\d{1,2}(?::?\d{2})?"
    foreign = r"(?<=\d[ \u00a0][(（])[^\W\dA-Za-z_][^()（）\[\]\d\n|]{1,14}"
    names = "|".join(["[A-Z]{1,5}", "[a-z]{3,4}", *map(_flexible, local), offset, foreign])
    around = rf"[{INVISIBLE}\s]*+"
    return re.compile(
        rf"{opening}{around}(?:\[\[|<i\b[^<>]{{0,30}}>)?({names})(?:\]\]|</i>)?{around}[)）]"
    )


@lru_cache(maxsize=256)
def may_be_zone(name: str) -> bool:
    """Say whether words that `zone_pattern` found may be a zone.

    Small letters only if it is known; a weekday's abbreviation ("LB" in Min Dong) is none. In
    another script a few capitals, or letters set apart where it has none; other words in brackets
    behind a date are about it.
    """
    if name.upper() in _FIXED or name in utc_names():
        return True
    if not name.isascii():
        letters = name.split()
        apart = len(letters) > 1 and all(len(letter) == 1 for letter in letters)
        short = name.isupper() and len(name) <= _LONGEST
        odd = not any(map(str.isalpha, name)) or name[0].isascii()
        return (odd or apart or short) and fold_name(name) not in weekday_names()
    if not name.isalpha():
        return True
    return name.isupper() and fold_name(name) not in weekday_names()


@lru_cache(maxsize=256)
def utc_offset(zone: str, language: str) -> timedelta | None:
    """Return how far a zone is ahead of UTC; None when the abbreviation is not known.

    ``language`` decides between meanings (CST is China's on a Chinese wiki, America's elsewhere).
    """
    name = " ".join(zone.split())
    if name in utc_names():
        return timedelta(0)
    if match := _OFFSET.match(name):
        minutes = int(match[2]) * _HOUR + int(match[3] or 0)
        if minutes > _FURTHEST:
            return None
        return timedelta(minutes=minutes if match[1] == "+" else -minutes)
    name = name.upper()
    if name in _AMBIGUOUS:
        meanings = _AMBIGUOUS[name]
        return timedelta(minutes=meanings.get(language.partition("-")[0], meanings[""]))
    return timedelta(minutes=_FIXED[name]) if name in _FIXED else None


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31)  # noqa: DTZ001  both months end on the 31st; a wall clock
    return last - timedelta(days=(last.weekday() + 1) % 7)


# Zones with the summer time of Europe: minutes ahead of UTC in winter.
_EUROPEAN = {
    "WET": 0, "WEST": 0, "CET": 60, "CEST": 60, "MEZ": 60, "MESZ": 60, "EET": 120, "EEST": 120,
}  # fmt: skip


def is_changed(zone: str) -> bool:
    """Say whether a zone's clock is changed twice a year, so that its days differ."""
    return zone.upper() in _EUROPEAN


def european_offset(zone: str, wall: datetime) -> timedelta | None:
    """Return the offset of Western, Central or Eastern European time at a wall clock.

    People type CET all year; MediaWiki's clock does not care, and DiscussionTools keeps the zone's
    wall clock and uses the abbreviation only in the repeated hour. None for other zones.
    """
    name = zone.upper()
    base = _EUROPEAN.get(name)
    if base is None or wall.year < 1996:
        return None
    change = timedelta(minutes=_HOUR + base)  # at 01:00 UTC
    begins = _last_sunday(wall.year, 3) + change
    ends = _last_sunday(wall.year, 10) + change + timedelta(hours=1)
    if ends - timedelta(hours=1) <= wall < ends:
        summer = name in ("WEST", "CEST", "MESZ", "EEST")
    else:
        summer = begins <= wall < ends
    return timedelta(minutes=base + (60 if summer else 0))
