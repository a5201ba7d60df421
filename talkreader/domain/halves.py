"""Halves of surrogate pairs, which are no characters; beside JSON, which a start does without."""

from __future__ import annotations

import re

REPLACED = "\N{REPLACEMENT CHARACTER}"
_HALF = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """Return the text with U+FFFD for each half of a surrogate pair that stands alone.

    UTF-8 has none of such halves, so that neither a file nor a database takes them.
    """
    return _HALF.sub(REPLACED, text)
