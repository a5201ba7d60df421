"""What was looked up in a file, remembered while nobody writes there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from threading import local
from typing import Generic, TypeVar

Known = TypeVar("Known")


class Unchanged(Generic[Known]):
    """Keeps, for each thread, one thing that is known of a file until somebody writes there."""

    def __init__(self, new: Callable[[], Known]) -> None:
        self._new = new
        self._seen = local()

    def of(self, connection: sqlite3.Connection) -> Known:
        """Return what is known of the file as this connection reads it now; at first a new one."""
        # others' writing changes the one number, this connection's own the other
        version: int = connection.execute("PRAGMA data_version").fetchone()[0]
        stamp = connection, version, connection.total_changes
        if getattr(self._seen, "stamp", None) != stamp:
            self._seen.known = self._new()
            self._seen.stamp = stamp
        known: Known = self._seen.known
        return known
