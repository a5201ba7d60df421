"""Where to search; the window asks before there is a session to search in."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """Where to search."""

    PAGE = "page"
    LIBRARY = "library"
