"""The dates of signatures, in any language that MediaWiki speaks, wherever they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from talkreader.domain.thread import PageWarning, WarningKind
from talkreader.parsing.dates import dateformats, zones
from talkreader.parsing.dates.calendar_names import NameReader
from talkreader.parsing.dates.dateformats import DatePattern
from talkreader.parsing.dates.memory import (
    BUDDHIST,
    FIRST_YEAR,
    LAST_YEAR,
    FormatMemory,
    ReadDate,
    memories,
)

# Nearly every date is within the first reach; the longest month name has 73 characters.
_REACHES = (48, 130)
_HIDDEN = re.compile(f"[{zones.INVISIBLE}]")
_WORD = re.compile(r"\S+")


@dataclass(slots=True)
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
        return bool(self.warnings) and any(
            warning.kind is WarningKind.IMPOSSIBLE_DATE for warning in self.warnings
        )


class _Reading(NamedTuple):
    """A date read by a pattern: where it begins, its values by letter, the months it may mean.

    ``at_once``: by the pattern of the date before, at the first try.
    """

    start: int
    values: dict[str, str | None]
    months: Sequence[int]
    at_once: bool = False


class TimestampFinder:
    """Finds timestamps of any format and language; the page's language decides what names mean.

    Remembers which format matched last, so that a page in one format costs one try per date; and
    the dates it read in its own language, which return with other figures.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._names = NameReader(language)
        self._patterns: list[DatePattern] = list(dateformats.patterns())
        self._zone = zones.zone_pattern()
        self._plain_zone = zones.zone_pattern(r"\(")
        """The same where no full-width bracket stands: the engine skips to the first bracket."""
        self._memories = memories(language)
        self._memory = self._memories.get(self._patterns[0])  # of the latest format
        self.turned = False

    def find(self, text: str) -> Iterator[Stamp]:
        """Yield the timestamps of a text, in order."""
        if not may_hold_dates(text):
            return
        floor = 0
        zone = self._zone if "\uff08" in text else self._plain_zone
        for match in zone.finditer(text):
            if not zones.may_be_zone(match[1]):
                continue
            stamp = self._read(text, floor, match)
            # no date reaches over another's zone, and so no words are looked at twice
            floor = match.end()
            if stamp is not None:
                yield stamp

    def at_end(self, text: str, place: int) -> tuple[int, datetime] | None:
        """Return where the date that ends a text begins, and when it was.

        None, which says nothing (`find` reads it), unless its words are remembered, and begin
        behind a place. So does no more than this where no other zone stands in the text before the
        date. Whoever takes a date of another format than the latest (``turned``) says so with
        `turn`.
        """
        self.turned = False
        memory = self._memory
        if memory is None:
            return None
        start = text.find(" ", place) + 1
        if start:
            raw = text[start:]
            instant = memory.instant(raw)
            if instant is None:
                instant = self._instant_before(text, start)
            if instant is not None:
                return start, instant
            if raw.count(" ") <= memory.spaces:
                return None  # nothing stands before the date
        stamp = self._remembered(memory, text, place, len(text))
        return None if stamp is None or stamp.instant is None else (stamp.start, stamp.instant)

    def turn(self) -> None:
        """Let the format before the latest be the latest."""
        self._patterns.insert(0, self._patterns.pop(1))
        self._memory = self._memories.get(self._patterns[0])

    def names_zone(self, text: str) -> bool:
        """Say whether a text names what may be a zone."""
        return any(zones.may_be_zone(match[1]) for match in self._zone.finditer(text))

    def read(self, text: str) -> Stamp | None:
        """Return the first timestamp of a text; a date without a zone is taken as UTC."""
        for candidate in (text, f"{text.rstrip()} (UTC)"):
            for stamp in self.find(candidate):
                return stamp
        return None

    def _read(self, text: str, floor: int, zone: re.Match[str]) -> Stamp | None:
        if self._memory is not None:
            stamp = self._remembered(self._memory, text, floor, zone.end())
            if stamp is not None:
                return stamp
            stamp = self._of_other_format(text, floor, zone)
            if stamp is not None:
                return stamp
        for reach in _REACHES:
            begin = max(floor, zone.start() - reach)
            window, kept = _window(text, begin, zone.start())
            found = self._reading(window)
            if found is not None and (found.start or begin == floor):
                break
            if begin == floor:
                return None
        if found is None:
            return None
        start = begin + (kept[found.start] if kept else found.start)
        raw = text[start : zone.end()]
        instant, warnings = self._instant(found, zone[1], raw)
        if found.at_once and instant is not None and not warnings:
            self._learn(found, text[max(0, start - 1) : zone.end()], zone, instant)
        return Stamp(start, zone.end(), instant, raw, warnings)

    def _remembered(self, memory: FormatMemory, text: str, floor: int, end: int) -> Stamp | None:
        """Return the date that ends here, if its words are remembered in the latest format."""
        begin = max(floor, end - _REACHES[0])
        words = text[begin:end].rsplit(" ", memory.spaces + 1)
        start = begin + len(words[0]) + 1
        raw = text[start:end]
        instant = memory.instant(raw)
        return None if instant is None else Stamp(start, end, instant, raw)

    def _of_other_format(self, text: str, floor: int, zone: re.Match[str]) -> Stamp | None:
        """Return a date that the format before the latest remembers, and the latest cannot read.

        Pages in two languages go back and forth between two formats.
        """
        other = self._memories.get(self._patterns[1])
        stamp = self._remembered(other, text, floor, zone.end()) if other is not None else None
        if stamp is None or self._fits_latest(text, floor, zone.start()):
            return None
        self.turn()
        return stamp

    def _instant_before(self, text: str, start: int) -> datetime | None:
        """Return when a date was that ends a text, by the format before the latest."""
        other = self._memories.get(self._patterns[1])
        instant = other.instant(text[start:]) if other is not None else None
        if instant is not None:
            zone = max(text.rfind("("), text.rfind("\uff08"))
            self.turned = not self._fits_latest(text, 0, zone)
        return instant if self.turned else None

    def _fits_latest(self, text: str, floor: int, end: int) -> bool:
        """Say whether the latest format may read a date that ends here."""
        window, _kept = _window(text, max(floor, end - _REACHES[0]), end)
        for _match in self._patterns[0].matches(window, dateformats.number_starts(window)):
            return True
        return False

    def _learn(self, found: _Reading, words: str, zone: re.Match[str], instant: datetime) -> None:
        """Remember a date, with the character before it, if its month is this language's own."""
        values, pattern = found.values, self._patterns[0]
        ahead = zones.utc_offset(zone[1], self.language)
        if ahead is None or not ("n" in values or self._names.owns(values["F"] or "")):
            return
        if self._memory is None:
            self._memory = self._memories.setdefault(pattern, FormatMemory())
        weekdays = self._names.weekdays(values.get("D"))
        read = ReadDate(pattern, values, found.months[0], weekdays, zone, ahead, instant)
        self._memory.learn(words, read)

    def _reading(self, window: str) -> _Reading | None:
        starts = dateformats.number_starts(window)
        if len(starts) < 4:  # the day, the year, the hour and the minute at least
            return None
        latest = self._patterns[0]
        if latest.numbers <= len(starts) and latest.fits(window):  # the only try, as a rule
            match = latest.regex.fullmatch(window, starts[-latest.numbers])
            found = self._named(window, latest, match) if match else None
            if found is not None:
                return found._replace(at_once=True)
        for place, pattern in enumerate(self._patterns):
            for match in pattern.matches(window, starts):
                found = self._named(window, pattern, match)
                if found is not None:
                    if place:
                        self._patterns.insert(0, self._patterns.pop(place))
                        self._memory = self._memories.get(pattern)
                    return found
        return None

    def _named(self, window: str, pattern: DatePattern, match: re.Match[str]) -> _Reading | None:
        """Return what a match says; None when the word where the month should be is no month."""
        values = dict(zip(pattern.letters, match.groups(), strict=False))  # as many of both
        start = match.start()
        if pattern.lead == "F":
            start = self._month_before(window, start)
            if start == match.start():
                return None
            values["F"] = window[start : match.start()]
        elif pattern.lead and window[:start].rstrip().endswith(pattern.lead):
            start = window.rindex(pattern.lead, 0, start)
        if "n" in values:
            return _Reading(start, values, (dateformats.number(values["n"] or "0"),))
        months = self._names.months(values["F"] or "", window[start:])
        return _Reading(start, values, months) if months else None

    def _month_before(self, window: str, end: int) -> int:
        """Return where the month's name begins that ends here; ``end`` when there is none."""
        for word in _WORD.finditer(window, 0, end):
            if self._names.months(window[word.start() : end], window[word.start() :]):
                return word.start()
        return end

    def _instant(
        self, found: _Reading, zone: str, raw: str
    ) -> tuple[datetime | None, tuple[PageWarning, ...]]:
        wall, agrees = self._wall_clock(found)
        if wall is None:
            return None, (PageWarning(WarningKind.IMPOSSIBLE_DATE, raw),)
        warnings = () if agrees else (PageWarning(WarningKind.WEEKDAY_DISAGREES, raw),)
        stated = zones.utc_offset(zone, self.language)
        if stated is None:
            return None, (*warnings, PageWarning(WarningKind.UNKNOWN_ZONE, raw))
        offset = zones.european_offset(zone, wall)
        if offset is not None and offset != stated:
            warnings = (*warnings, PageWarning(WarningKind.AMBIGUOUS_TIME, raw))
        ahead = stated if offset is None else offset
        return (wall - ahead if ahead else wall).replace(tzinfo=UTC), warnings

    def _wall_clock(self, found: _Reading) -> tuple[datetime | None, bool]:
        """Return the local time, and whether the weekday agrees; None for an impossible one."""
        values = found.values
        number = dateformats.number
        year, day = number(values["Y"] or "0"), number(values["j"] or "0")
        if year > LAST_YEAR:
            year -= BUDDHIST
        clock = (_hour(number(values["H"] or "0"), values["p"]), number(values["i"] or "0"))
        days = self._names.weekdays(values.get("D"))
        wall, agrees = None, True
        for month in found.months:
            candidate = _moment((year, month, day), clock)
            if candidate is None:
                continue
            fits = not days or (candidate.weekday() + 1) % 7 in days
            if wall is None or (fits and not agrees):
                wall, agrees = candidate, fits
        return wall, agrees


def _window(text: str, begin: int, end: int) -> tuple[str, list[int] | None]:
    """Return words with one kind of each sign and without signs that nobody sees.

    With them where each of their characters stands in those words; None where none was left out.
    """
    window = text[begin:end]
    if window.isascii():
        return window, None
    kept: list[int] | None = None
    if _HIDDEN.search(window):
        kept = [i for i, char in enumerate(window) if not _HIDDEN.match(char)]
        window = "".join(window[i] for i in kept)
    return dateformats.same_signs(window), kept


def may_hold_dates(text: str, end: int | None = None) -> bool:
    """Say whether a text has a bracket, before a place, in which a date's zone stands."""
    if end is None:
        return "(" in text or "\uff08" in text
    return text.find("(", 0, end) >= 0 or text.find("\uff08", 0, end) >= 0


def _moment(date: tuple[int, int, int], clock: tuple[int, int]) -> datetime | None:
    """Return a wall clock; None where no calendar or clock has it (24:00 is the day's end)."""
    if not FIRST_YEAR <= date[0] <= LAST_YEAR or clock > (24, 0) or clock[1] > 59:
        return None
    try:
        if clock == (24, 0):
            return datetime(*date) + timedelta(days=1)  # noqa: DTZ001  a wall clock; its zone comes later
        return datetime(*date, *clock)  # noqa: DTZ001  a wall clock; its zone comes later
    except ValueError:
        return None


def _hour(hour: int, noon: str | None) -> int:
    """Return the hour of the day; ``noon`` is "a" or "p" for a clock of twelve hours."""
    if noon and 1 <= hour <= 12:
        return hour % 12 + (12 if noon in "Pp" else 0)
    return hour
