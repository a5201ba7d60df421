"""Which rows are the copies of one page: the key that notes name it by, as a condition."""

from __future__ import annotations

from talkreader.domain.page import PageKey, key_of_text

_TEXT = key_of_text("").site
NO_SITE = f"substr(site, 1, {len(_TEXT)}) IN ('', '{_TEXT}')"
"""The condition on a key that it does not say the site of its page."""


def pages_of(key: PageKey) -> tuple[str, tuple[str, ...]]:
    """Return the condition on rows of ``page`` that they are of this page, and its values."""
    if text := key.text:
        if key.title:
            return "site = '' AND title = ? AND tie = ?", (key.title, text)
        return "title = '' AND tie = ?", (text,)
    if key.title:
        return "site = ? AND title = ? AND tie = ''", key
    return "site = ? AND title = ?", key
