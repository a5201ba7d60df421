"""Which rows are the copies of one page: the key that notes name it by, as a condition."""

from __future__ import annotations

from talkreader.domain.page import PageKey


def pages_of(key: PageKey) -> tuple[str, tuple[str, ...]]:
    """Return the condition on rows of ``page`` that they are of this page, and its values."""
    if text := PageKey(*key).text:
        return "title = '' AND tie = ?", (text,)
    return "site = ? AND title = ?", key
