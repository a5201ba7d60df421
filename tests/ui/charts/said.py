"""A small discussion without its words."""

from __future__ import annotations

from talkreader.domain.said import Said
from talkreader.reading import said_on
from tests.ui.pages import make_page


def some_said() -> tuple[Said, ...]:
    """Return who said what on an invented page of 60 comments."""
    return said_on(make_page(60, per_section=15))
