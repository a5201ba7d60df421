"""Who spoke where: people by sections of a page, or by pages of many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from talkreader.domain.said import Said
from talkreader.pictures.picture import Cell, Picture, PictureKind, asked, joined, several_pages

ROWS = 40
COLUMNS = 40
"""What fits a screen; those who said least are left out and counted."""


def people_by_place(said: Sequence[Said]) -> Picture:
    """Return the comments of each person in each section; in each page when there are several.

    Both in order: people by how much they said, places as they come. "" in ``rows`` stands for all
    whose names the copy lost, "" in ``columns`` for what comes before the first heading.
    """
    several = several_pages(said)

    def place(one: Said) -> str:
        return one.title if several else one.where

    by_person = Counter(one.author or "" for one in said)
    by_place = Counter(place(one) for one in said)
    rows = [name for name, _count in by_person.most_common(ROWS)]
    kept = {name for name, _count in by_place.most_common(COLUMNS)}
    columns = [name for name in dict.fromkeys(place(one) for one in said) if name in kept]
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Said] = {}
    for one in said:
        key = (one.author or "", place(one))
        counts[key] += 1
        first.setdefault(key, one)
    cells = [
        Cell(
            row,
            column,
            counts[row, column],
            first[row, column].page,
            first[row, column].index,
            joined(asked("from", row), asked("in", column)),
        )
        for row in rows
        for column in columns
        if counts[row, column]
    ]
    return Picture(
        PictureKind.PEOPLE,
        tuple(cells),
        rows=tuple(rows),
        columns=tuple(columns),
        total=len(said),
        left_out=len(said) - sum(cell.count for cell in cells),
        more=len(by_person) - len(rows),
    )
