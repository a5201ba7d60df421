"""Which rows are the copies of one page: the key that notes name it by, as a condition."""

from __future__ import annotations

from talkreader.domain.page import PageKey, key_of_text

TITLED = "title = (? || '')"
"""The condition on rows of ``page`` that they have a title.

Against a bare parameter SQLite compares the conditions of the indexes of pages without a title each
time that a value is bound, and plans the query anew, which takes longer than to answer it.
"""
_TEXT = key_of_text("").site
NO_SITE = f"substr(site, 1, {len(_TEXT)}) IN ('', '{_TEXT}')"
"""The condition on a key that it does not say the site of its page."""


def pages_of(key: PageKey) -> tuple[str, tuple[str, ...]]:
    """Return the condition on rows of ``page`` that they are of this page, and its values."""
    if text := key.text:
        if key.title:
            return f"site = '' AND {TITLED} AND tie = ?", (key.title, text)
        return "title = '' AND tie = ?", (text,)
    if key.title:
        return f"site = ? AND {TITLED} AND tie = ''", key
    return f"site = ? AND {TITLED}", key
