"""The functions that every connection has in SQL."""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache

from talkreader.store.folding import fold
from talkreader.store.rows import unpack


def prepare(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that searches use in SQL."""
    connection.create_function("fold", 1, fold, deterministic=True)
    connection.create_function("matches", 2, _matches, deterministic=True)
    connection.create_function("parent_index", 1, _parent_index, deterministic=True)


def _parent_index(extra: bytes) -> int | None:
    """Return the index of the comment that a comment's row answers (`rows.comment_extra`)."""
    parent: int | None = unpack(extra)[0]
    return parent


def _matches(pattern: str, text: str) -> bool:
    return _pattern(pattern).search(text) is not None


@lru_cache(maxsize=16)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
