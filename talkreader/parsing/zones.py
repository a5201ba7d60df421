"""Time zone abbreviations in signatures, and what they mean on which wiki."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache

from talkreader.parsing.languages import languages

_HOUR = 60

# Minutes east of UTC: the zones in which wikis of Wikimedia and big third parties run.
_FIXED = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "MEZ": 60,
    "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "MSD": 240, "TRT": 180, "EAT": 180,
    "SAST": 120, "PKT": 300, "UZT": 300, "NPT": 345, "ALMT": 360, "ICT": 420, "WIB": 420,
    "HKT": 480, "SGT": 480, "PHT": 480, "AWST": 480, "JST": 540, "KST": 540, "ACST": 570,
    "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "EST": -300, "EDT": -240, "CDT": -300,
    "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600,
    "BRT": -180, "ART": -180, "CLT": -240, "AST": -240, "ADT": -180, "NST": -210, "NDT": -150,
}  # fmt: skip

# Abbreviations with several meanings, by the page's language; "" is what holds elsewhere.
_AMBIGUOUS = {
    "CST": {"zh": 480, "yue": 480, "wuu": 480, "gan": 480, "lzh": 480, "hak": 480, "": -360},
    "BST": {"bn": 360, "": 60},
    "IST": {"he": 120, "ga": 60, "": 330},
}

_OFFSET = re.compile(r"(?:UTC|GMT)\s*([+\-\u2212])\s*(\d{1,2})(?::?(\d{2}))?$")

INVISIBLE = "\u200e\u200f\u202a-\u202e\u2066-\u2069\u200b\u00ad\ufeff"


def _flexible(name: str) -> str:
    """Return a pattern for a zone's name in which any space may be any kind of space."""
    return r"[\s\u00a0]+".join(re.escape(part) for part in name.split())


@lru_cache(maxsize=1)
def utc_names() -> frozenset[str]:
    """Return how the languages of MediaWiki write UTC, spaces folded to one."""
    return frozenset(" ".join(language.utc.split()) for language in languages().values())


@lru_cache(maxsize=1)
def zone_pattern() -> re.Pattern[str]:
    """Return the pattern of a zone in brackets: group 1 is its name.

    The brackets may be full-width. An unknown abbreviation in capitals matches too; whether a
    date stands before it decides.
    """
    local = sorted(utc_names() - {"UTC"}, key=len, reverse=True)
    names = "|".join([*map(_flexible, local), r"(?:UTC|GMT)\s*[+\-\u2212]\s*\d{1,2}(?::?\d{2})?"])
    return re.compile(
        rf"[(（][{INVISIBLE}]*({names}|[A-Z]{{1,5}})[{INVISIBLE}]*[)）]",
    )


def utc_offset(zone: str, language: str) -> timedelta | None:
    """Return how far a zone is ahead of UTC; None when the abbreviation is not known.

    ``language`` decides between meanings (CST is China's on a Chinese wiki, America's elsewhere).
    """
    name = " ".join(zone.split())
    if name in utc_names():
        return timedelta(0)
    if match := _OFFSET.match(name):
        minutes = int(match[2]) * _HOUR + int(match[3] or 0)
        return timedelta(minutes=minutes if match[1] == "+" else -minutes)
    if name in _AMBIGUOUS:
        meanings = _AMBIGUOUS[name]
        return timedelta(minutes=meanings.get(language.partition("-")[0], meanings[""]))
    return timedelta(minutes=_FIXED[name]) if name in _FIXED else None


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31)  # noqa: DTZ001  both months end on the 31st; a wall clock
    return last - timedelta(days=(last.weekday() + 1) % 7)


def european_offset(zone: str, wall: datetime) -> timedelta | None:
    """Return the offset of Central or Eastern European time at a wall clock, whatever was typed.

    People type CET all year; MediaWiki's clock does not care, and DiscussionTools keeps the zone's
    wall clock and uses the abbreviation only in the repeated hour. None for other zones.
    """
    base = {"CET": 60, "CEST": 60, "MEZ": 60, "MESZ": 60, "EET": 120, "EEST": 120}.get(zone)
    if base is None or wall.year < 1996:
        return None
    shift = timedelta(minutes=base - 60)
    begins = _last_sunday(wall.year, 3) + timedelta(hours=3) + shift
    ends = _last_sunday(wall.year, 10) + timedelta(hours=3) + shift
    if ends - timedelta(hours=1) <= wall < ends:
        summer = zone.endswith("ST") or zone == "MESZ"
    else:
        summer = begins <= wall < ends
    return timedelta(minutes=base + (60 if summer else 0))
