"""A picture as numbers: what is drawn, what the table says, and which comments stand behind it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from talkreader.domain.said import Said


class PictureKind(StrEnum):
    """What a picture shows."""

    ACTIVITY = "activity"
    PEOPLE = "people"
    NETWORK = "network"
    THREADS = "threads"


@dataclass(frozen=True, slots=True)
class Cell:
    """One mark: a bar, a square, a line or a dot, and the comments it stands for.

    ``row`` and ``column`` are names, "" for a lost one. ``count`` is what is drawn. ``page`` and
    ``index`` name the first comment; ``query`` finds all of them with the search field, "" when
    no query says it.
    """

    row: str
    column: str
    count: int
    page: int
    index: int
    query: str = ""
    last: datetime | None = None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its cells in the order of the table, and the names along its sides.

    ``step`` is "day", "month" or "year" for activity. ``left_out`` counts the comments that no
    cell shows, for want of a date or because their row is among the ``more`` smaller ones.
    """

    kind: PictureKind
    cells: tuple[Cell, ...]
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    step: str = ""
    total: int = 0
    left_out: int = 0
    more: int = 0


def quoted(value: str) -> str:
    """Return a value as the search field reads it back."""
    return f'"{value}"' if value and '"' not in value else value


def asked(field: str, value: str | None) -> str:
    """Return ``field:"value"``; "" when the value is not known or cannot be written."""
    return f"{field}:{quoted(value)}" if value and '"' not in value else ""


def joined(*parts: str) -> str:
    """Return parts of a query as one; "" when any of them is missing."""
    return " ".join(parts) if all(parts) else ""


def to_csv(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a table as RFC 4180 wants it; cells that a spreadsheet would run are made harmless.

    Source: OWASP, CSV injection.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@\t\r" and cell else cell


def several_pages(said: Sequence[Said]) -> bool:
    """Say whether comments stand on more than one page."""
    return bool(said) and any(one.page != said[0].page for one in said)
