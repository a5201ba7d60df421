"""Ids in the order of time, so that a range of dates is a range of ids.

The full-text index gives its hits in the order of the row id, and can be asked for a range of
them, at no cost. Dense ranks would be smaller, but a page from ten years ago that is opened today
would shift all that follow. So every day has 32,768 ids, 22 to the minute and some to spare; a
minute with more comments borrows from the minutes after it, within its day. (A day with more than
that spills into the next one; hits are then checked against the row's own time.)

What has no date has the ids of 1970-01-01, before everything.
"""

from __future__ import annotations

from datetime import UTC, datetime

PER_DAY = 1 << 15
PER_MINUTE = PER_DAY // 1440
DATED = 1440
"""The first minute that counts as a date."""


def minute_of(moment: datetime | None) -> int | None:
    """Return the minutes since 1970, as rows keep them."""
    if moment is None:
        return None
    return int(moment.timestamp() // 60)


def moment_of(minute: int | None) -> datetime | None:
    """Return the moment of a row's minute, aware and in UTC."""
    return None if minute is None else datetime.fromtimestamp(minute * 60, UTC)


def first_key(minute: int | None) -> int:
    """Return the lowest id that something signed in this minute can have."""
    if minute is None or minute < DATED:
        return 1
    day, rest = divmod(minute, 1440)
    return day * PER_DAY + rest * PER_MINUTE


def age_of(minute: int | None) -> int:
    """Return a minute as rows are sorted by it: what has no date is before everything."""
    return 0 if minute is None or minute < DATED else minute
