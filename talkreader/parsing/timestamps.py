"""The dates of signatures, in any language that MediaWiki speaks, wherever they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from talkreader.domain.thread import PageWarning, WarningKind
from talkreader.parsing import dateformats, zones
from talkreader.parsing.dateformats import DatePattern
from talkreader.parsing.languages import languages, related

_WINDOW = 130  # the longest month name has 73 characters
_HIDDEN = re.compile(f"[{zones.INVISIBLE}]")
_BUDDHIST = 543
_FIRST_YEAR, _LAST_YEAR = 1995, 2200


@dataclass(frozen=True, slots=True)
class Stamp:
    """A timestamp found in a text: ``text[start:end]`` is the date with its zone, as signed.

    ``instant`` is aware, UTC, to the minute; None when the date cannot exist or its zone is unknown
    (then ``warnings`` say which).
    """

    start: int
    end: int
    instant: datetime | None
    raw: str
    warnings: tuple[PageWarning, ...] = ()

    @property
    def impossible(self) -> bool:
        """True for a date that no calendar has."""
        return any(warning.kind is WarningKind.IMPOSSIBLE_DATE for warning in self.warnings)


class TimestampFinder:
    """Finds timestamps: the page's language first, then its fallbacks, then every other.

    Remembers which format matched last, so that a page in one language costs one try per date.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._related = related(language)
        self._codes = [item.code for item in self._related]
        self._own: list[DatePattern] = [
            pattern for item in self._related[:4] for pattern in dateformats.patterns_of(item)
        ]
        self._all: list[DatePattern] | None = None
        self._zone = zones.zone_pattern()

    def find(self, text: str) -> Iterator[Stamp]:
        """Yield the timestamps of a text, in order."""
        floor = 0
        for match in self._zone.finditer(text):
            stamp = self._read(text, floor, match)
            if stamp is not None:
                floor = stamp.end
                yield stamp

    def read(self, text: str) -> Stamp | None:
        """Return the first timestamp of a text; a date without a zone is taken as UTC."""
        for candidate in (text, f"{text.rstrip()} (UTC)"):
            for stamp in self.find(candidate):
                return stamp
        return None

    def _read(self, text: str, floor: int, zone: re.Match[str]) -> Stamp | None:
        begin = max(floor, zone.start() - _WINDOW)
        window = text[begin : zone.start()]
        if not window or not _may_be_date(window[-1]):
            return None
        kept: list[int] | None = None
        if _HIDDEN.search(window):
            kept = [i for i, char in enumerate(window) if not _HIDDEN.match(char)]
            window = "".join(window[i] for i in kept)
        found = self._match(window)
        if found is None:
            return None
        pattern, match = found
        start = match.start()
        offset = begin + (kept[start] if kept else start)
        end = zone.end()
        raw = text[offset:end]
        instant, warnings = self._instant(pattern, match, zone[1], raw)
        return Stamp(offset, end, instant, raw, warnings)

    def _match(self, window: str) -> tuple[DatePattern, re.Match[str]] | None:
        for place, pattern in enumerate(self._own):
            match = pattern.regex.search(window)
            if match:
                if place:
                    self._own.insert(0, self._own.pop(place))
                return pattern, match
        if self._all is None:
            self._all = list(dateformats.patterns_of_all())
        for place, pattern in enumerate(self._all):
            match = self._search_any(pattern, window)
            if match:
                if place:
                    self._all.insert(0, self._all.pop(place))
                return pattern, match
        return None

    def _search_any(self, pattern: DatePattern, window: str) -> re.Match[str] | None:
        place = 0
        while match := pattern.regex.search(window, place):
            if self._plausible(pattern, match):
                return match
            place = match.start() + 1
        return None

    @staticmethod
    def _plausible(pattern: DatePattern, match: re.Match[str]) -> bool:
        for letter, value in zip(pattern.letters, match.groups(), strict=True):
            if letter == "F" and dateformats.fold_name(value) not in dateformats.month_names():
                return False
            if letter == "D" and dateformats.fold_name(value) not in dateformats.weekday_names():
                return False
        return True

    def _instant(
        self, pattern: DatePattern, match: re.Match[str], zone: str, raw: str
    ) -> tuple[datetime | None, tuple[PageWarning, ...]]:
        values = dict(zip(pattern.letters, match.groups(), strict=True))
        year = dateformats.number(values.get("Y") or values["xkY"])
        if "xkY" in values or year > _LAST_YEAR:
            year -= _BUDDHIST
        days = self._days(values.get("D"))
        clock = (dateformats.number(values["H"]), dateformats.number(values["i"]))
        day = dateformats.number(values["j"])
        wall, agrees = None, True
        for month in self._months(values, pattern):
            candidate = _wall_clock(year, month, day, clock)
            if candidate is None:
                continue
            fits = not days or (candidate.weekday() + 1) % 7 in days
            if wall is None or (fits and not agrees):
                wall, agrees = candidate, fits
        if wall is None:
            return None, (PageWarning(WarningKind.IMPOSSIBLE_DATE, raw),)
        warnings = () if agrees else (PageWarning(WarningKind.WEEKDAY_DISAGREES, raw),)
        offset = zones.european_offset(zone, wall)
        stated = zones.utc_offset(zone, self.language)
        if stated is None:
            return None, (*warnings, PageWarning(WarningKind.UNKNOWN_ZONE, raw))
        if offset is not None and offset != stated:
            warnings = (*warnings, PageWarning(WarningKind.AMBIGUOUS_TIME, raw))
        return (wall - (stated if offset is None else offset)).replace(tzinfo=UTC), warnings

    def _months(self, values: dict[str, str], pattern: DatePattern) -> list[int]:
        """Return the months a name may mean, likeliest first: the page's languages first."""
        if "n" in values:
            return [dateformats.number(values["n"])]
        months = dateformats.month_names().get(dateformats.fold_name(values["F"]), {})

        def rank(month: int) -> tuple[int, int]:
            codes = months[month]
            own = [self._codes.index(code) for code in codes if code in self._codes]
            same_format = sum(languages()[code].date == pattern.date_format for code in codes)
            return (min(own, default=len(self._codes)), -same_format)

        return sorted(months, key=rank)

    def _days(self, name: str | None) -> set[int]:
        """Return the weekdays a name may mean (0 = Sunday); empty when it is no weekday."""
        if not name:
            return set()
        meanings = dateformats.weekday_names().get(dateformats.fold_name(name), {})
        own = {day for day, codes in meanings.items() if set(codes) & set(self._codes)}
        return own or set(meanings)


def _may_be_date(char: str) -> bool:
    """Say whether a date can end so: quick refusal of "(WMF)" and the like."""
    return char.isspace() or char.isalnum() or char in ".,،)）ء၊-\u200e\u200f" or ord(char) > 0x300


def _wall_clock(year: int, month: int, day: int, clock: tuple[int, int]) -> datetime | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return datetime(year, month, day) + timedelta(hours=_hour(clock[0]), minutes=clock[1])  # noqa: DTZ001  a wall clock; its zone comes later
    except ValueError:
        return None


def _hour(hour: int) -> int:
    if hour > 24:
        raise ValueError(hour)
    return hour
