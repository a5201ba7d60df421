"""How much was said when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from talkreader.domain.said import Said
from talkreader.pictures.picture import Cell, Picture, PictureKind

_DAYS = 62  # up to two months day by day,
_MONTHS = 12 * 12  # up to twelve years month by month, else year by year


def activity(said: Sequence[Said]) -> Picture:
    """Return a bar per day, month or year, also for those in between with nothing.

    Comments without a date are left out and counted.
    """
    dated = sorted((one.time, place, one) for place, one in enumerate(said) if one.time is not None)
    if not dated:
        return Picture(PictureKind.ACTIVITY, (), total=len(said), left_out=len(said))
    first, last = dated[0][0], dated[-1][0]
    step = step_for(first, last)
    found: dict[date, list[Said]] = {start: [] for start in starts(first, last, step)}
    for time, _place, one in dated:
        found[start_of(time, step)].append(one)
    cells = []
    for start, ones in found.items():
        name = label(start, step)
        query = f"after:{name} before:{label(following(start, step), step)}"
        at = ones[0] if ones else None
        page, index = (at.page, at.index) if at else (0, -1)
        cells.append(Cell(name, "", len(ones), page, index, query if ones else ""))
    return Picture(
        PictureKind.ACTIVITY,
        tuple(cells),
        rows=tuple(cell.row for cell in cells),
        step=step,
        total=len(said),
        left_out=len(said) - len(dated),
    )


def step_for(first: datetime, last: datetime) -> str:
    """Return the step that gives a picture bars enough and not too many."""
    if (last - first).days <= _DAYS:
        return "day"
    months = (last.year - first.year) * 12 + last.month - first.month
    return "month" if months <= _MONTHS else "year"


def start_of(time: datetime, step: str) -> date:
    """Return the first day of the step that a moment lies in."""
    day = time.date()
    if step == "day":
        return day
    return day.replace(day=1) if step == "month" else day.replace(month=1, day=1)


def following(start: date, step: str) -> date:
    """Return the first day of the next step."""
    if step == "day":
        return start + timedelta(days=1)
    if step == "month":
        return (start + timedelta(days=31)).replace(day=1)
    return start.replace(year=start.year + 1)


def starts(first: datetime, last: datetime, step: str) -> Iterator[date]:
    """Yield the first day of every step from one moment to another."""
    start, end = start_of(first, step), start_of(last, step)
    while start < end:
        yield start
        start = following(start, step)
    yield end


def label(start: date, step: str) -> str:
    """Return the name of a step as the search field reads it."""
    return start.isoformat()[: {"day": 10, "month": 7, "year": 4}[step]]
