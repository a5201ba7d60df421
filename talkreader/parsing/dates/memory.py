"""Dates known by their words: read once by a pattern, and after that without one.

A page is signed in one format, and its dates differ in a few figures. Where those stand, and what
the words between them mean, is remembered as a shape ("00:00, 0 March 0000 (UTC)"); and a day that
was read, under its words without the time, as it returns with other times.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from talkreader.parsing.dates import zones
from talkreader.parsing.dates.dateformats import DatePattern

BUDDHIST = 543
FIRST_YEAR = 1995
LAST_YEAR = 2200
_MOST = 8_000  # days, and shapes, remembered of a format
_CHANGES = (3, 10)  # months in which Europe changes its clocks
_LAST = 23  # not before this day
_FURTHEST = 44  # characters before the zone of a remembered date: well within a first look
_LONGEST = 100
_FIGURES = re.compile("[0-9]+")
_ANY_FIGURE = str.maketrans(dict.fromkeys("0123456789", "0"))


@dataclass(slots=True)
class ReadDate:
    """A date as a pattern read it: its values by letter, its month, and what its zone means."""

    pattern: DatePattern
    values: Mapping[str, str | None]
    month: int
    weekdays: frozenset[int]
    zone: re.Match[str]
    ahead: timedelta
    instant: datetime


@dataclass(slots=True)
class _Shape:
    """What all dates have in common that differ in figures only.

    ``year`` and ``day`` are their places; so is ``number``, the month's, where ``month`` is 0.
    A place is where it begins and ends: mypyc knows no type for a slice.
    ``changed``: the clock of ``zone`` is changed twice a year.
    """

    year: tuple[int, int]
    number: tuple[int, int]
    day: tuple[int, int]
    month: int
    weekdays: frozenset[int]
    zone: str
    ahead: timedelta
    changed: bool


class FormatMemory:
    """The dates of one format in one language that pages taught till now.

    ``spaces`` counts those in the latest.
    """

    def __init__(self) -> None:
        self.spaces = 0
        self._days: dict[str, datetime] = {}
        self._shapes: dict[str, _Shape] = {}
        self._clock = _clock()

    def instant(self, raw: str) -> datetime | None:
        """Return the instant of a date behind a space; None when its words are not remembered."""
        sign = raw.find(":")
        time = self._clock.get(raw[sign - 2 : sign + 3])
        if time is None or len(raw) > _LONGEST:
            return None
        words = f"{raw[: sign - 2]}\0{raw[sign + 3 :]}"
        begins = self._days.get(words)
        if begins is not None:
            return begins + time
        shape = self._shapes.get(raw.translate(_ANY_FIGURE))
        return None if shape is None else self._by_shape(shape, raw, words, time)

    def _by_shape(self, shape: _Shape, raw: str, words: str, time: timedelta) -> datetime | None:
        year, day = _number(raw, shape.year), _number(raw, shape.day)
        month = shape.month or _number(raw, shape.number)
        if year > LAST_YEAR:
            year -= BUDDHIST
        try:
            wall = datetime(year, month, day) + time  # noqa: DTZ001  a wall clock
        except ValueError:
            return None
        if not FIRST_YEAR <= year <= LAST_YEAR:
            return None
        if shape.weekdays and (wall.weekday() + 1) % 7 not in shape.weekdays:
            return None
        if shape.changed:
            offset = zones.european_offset(shape.zone, wall)
            if offset is not None and offset != shape.ahead:
                return None
        instant = (wall - shape.ahead).replace(tzinfo=UTC)
        self._keep(words, instant, time, changed=shape.changed)
        return instant

    def _keep(self, words: str, instant: datetime, time: timedelta, *, changed: bool) -> None:
        """Remember a day, unless its clock is changed near it."""
        if changed and instant.month in _CHANGES and instant.day > _LAST:
            return
        if len(self._days) >= _MOST:
            self._days.clear()
        self._days[words] = instant - time

    def learn(self, words: str, read: ReadDate) -> None:
        """Remember a date, with the character before it, if other figures may stand in it.

        What is remembered hangs on nothing else: neither letters nor figures touch the date, and
        its figures are those that the pattern read, in their order.
        """
        pattern, values, raw = read.pattern, read.values, words[1:]
        sign = raw.find(":")
        clock = raw[max(0, sign - 2) : sign + 3]
        time = self._clock.get(clock)
        if (
            words[0] != " "
            or pattern.lead
            or time is None
            or values["p"]
            or f"{values['H']}:{values['i']}" != clock
            or len(raw) - len(read.zone[0]) > _FURTHEST
        ):
            return
        self.spaces = raw.count(" ")
        changed = zones.is_changed(read.zone[1])
        self._keep(f"{raw[: sign - 2]}\0{raw[sign + 3 :]}", read.instant, time, changed=changed)
        figures = list(_FIGURES.finditer(raw))
        letters = [letter for letter in pattern.letters if letter not in "FDp"]
        if len(letters) < 4 or [values[letter] for letter in letters] != [f[0] for f in figures]:
            return
        spans = [figure.span() for figure in figures]
        place = dict(zip(letters, spans, strict=True))
        if len(self._shapes) >= _MOST:
            self._shapes.clear()
        self._shapes[raw.translate(_ANY_FIGURE)] = _Shape(
            year=place["Y"],
            number=place.get("n", (0, 0)),
            day=place["j"],
            month=0 if "n" in place else read.month,
            weekdays=read.weekdays,
            zone=read.zone[1],
            ahead=read.ahead,
            changed=changed,
        )


def _number(raw: str, place: tuple[int, int]) -> int:
    """Return the number at a place."""
    return int(raw[place[0] : place[1]])


@lru_cache(maxsize=1)
def _clock() -> dict[str, timedelta]:
    """Return the times of a day as people write them ("09:05"), each as what passed of the day."""
    return {
        f"{hour:02}:{minute:02}": timedelta(hours=hour, minutes=minute)
        for hour in range(24)
        for minute in range(60)
    }


@lru_cache(maxsize=32)
def memories(_language: str) -> dict[DatePattern, FormatMemory]:
    """Return what pages of a language taught till now, by format."""
    return {}
