"""Names written from right to left, in lines that are read from left to right."""

from __future__ import annotations

import re

_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Blocks of scripts from right to left. Source: DerivedBidiClass.txt of Unicode."""
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_OPEN, _CLOSE = "\u200e\u2068", "\u2069"
"""The first sign is for a line that begins so: Qt 6.11 asks the first letter, isolated or not."""


def isolated(words: str) -> str:
    """Return words that do not turn what stands behind them in a line.

    Without it, a date behind an Arabic name is shown with its day first, and its hour before it.
    """
    if words.isascii() or not _FROM_RIGHT.search(words):
        return words
    return f"{_OPEN}{words.translate(_TURNING)}{_CLOSE}"
