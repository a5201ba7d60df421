"""The functions that every connection has in SQL."""

from __future__ import annotations

import re
import sqlite3
from functools import lru_cache
from typing import TYPE_CHECKING

from talkreader.store.values.folding import fold
from talkreader.store.values.rows import unpack

if TYPE_CHECKING:
    from talkreader.store.search.matching import WordFinder


def prepare(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that searches use in SQL."""
    connection.create_function("fold", 1, fold, deterministic=True)
    connection.create_function("matches", 2, _matches, deterministic=True)
    connection.create_function("says", 3, _says, deterministic=True)
    connection.create_function("parent_index", 1, _parent_index, deterministic=True)


def _parent_index(extra: bytes) -> int | None:
    """Return the index of the comment that a comment's row answers (`rows.comment_extra`)."""
    parent: int | None = unpack(extra)[0]
    return parent


def _matches(pattern: str, text: str) -> bool:
    return _pattern(pattern).search(text) is not None


def _says(words: str, prefix: int, text: str) -> bool:
    """Return whether words stand in a text, beside each other; ``prefix``: or longer ones."""
    return any(True for _span in _finder(words, bool(prefix)).spans(fold(text)))


@lru_cache(maxsize=16)
def _finder(words: str, prefix: bool) -> WordFinder:
    from talkreader.store.search.matching import WordFinder

    return WordFinder(words, prefix=prefix)


@lru_cache(maxsize=16)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
