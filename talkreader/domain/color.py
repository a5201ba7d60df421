"""The colours of highlights; apart from notes, because the window knows them before any note."""

from __future__ import annotations

from enum import StrEnum


class Color(StrEnum):
    """The five highlight colours, keys 1 to 5."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"
    ORANGE = "orange"
