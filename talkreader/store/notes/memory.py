"""What the reader remembers for a person: recent files, saved searches, what was read."""

from __future__ import annotations

import time
from collections.abc import Iterable

from talkreader.domain.page import PageKey
from talkreader.domain.records import dataclass
from talkreader.store.files.connections import Connections

_RECENT = 30


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was opened, and the title it was shown under."""

    path: str
    title: str


class Memory:
    """Remembers; none of it is an act that can be undone."""

    def __init__(self, connections: Connections) -> None:
        self._file = connections

    def recent_files(self) -> list[RecentFile]:
        """Return the files that were opened, the last one first, at most 30."""
        with self._file.reading() as connection:
            rows = connection.execute("SELECT path, title FROM recent ORDER BY opened DESC, path")
            return [RecentFile(*row) for row in rows]

    def remember_file(self, path: str, title: str) -> None:
        """Put a file at the head of the recent ones."""
        with self._file.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO recent VALUES (?, ?, ?)", (path, time.time_ns(), title)
            )
            connection.execute(
                "DELETE FROM recent WHERE path NOT IN"
                " (SELECT path FROM recent ORDER BY opened DESC LIMIT ?)",
                (_RECENT,),
            )

    def forget_file(self, path: str) -> None:
        """Take a file out of the recent ones."""
        with self._file.writing() as connection:
            connection.execute("DELETE FROM recent WHERE path = ?", (path,))

    def saved_searches(self) -> dict[str, str]:
        """Return the saved searches as they were typed, by name."""
        with self._file.reading() as connection:
            return dict(connection.execute("SELECT name, query FROM saved_search ORDER BY name"))

    def save_search(self, name: str, query: str) -> None:
        """Keep a search under a name, in place of an earlier one."""
        with self._file.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO saved_search VALUES (?, ?)", (name, query))

    def rename_search(self, name: str, new: str) -> None:
        """Give a saved search another name, in place of one that has it already."""
        with self._file.writing() as connection:
            connection.execute(
                "UPDATE OR REPLACE saved_search SET name = ? WHERE name = ?", (new, name)
            )

    def forget_search(self, name: str) -> None:
        """Remove a saved search."""
        with self._file.writing() as connection:
            connection.execute("DELETE FROM saved_search WHERE name = ?", (name,))

    def read_comments(self, key: PageKey) -> set[tuple[str, int]]:
        """Return the comments of a page that were read: name and occurrence."""
        with self._file.reading() as connection:
            rows = connection.execute(
                "SELECT comment, occurrence FROM seen"
                " WHERE site = ? AND title = ? AND comment <> ''",
                key,
            )
            return {(comment, occurrence) for comment, occurrence in rows}

    def mark_read(self, key: PageKey, comments: Iterable[tuple[str, int]]) -> None:
        """Remember that comments (name and occurrence) were read."""
        with self._file.writing() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?)",
                ((*key, comment, occurrence) for comment, occurrence in comments),
            )

    def mark_unread(self, key: PageKey, comments: Iterable[tuple[str, int]]) -> None:
        """Forget that comments (name and occurrence) were read."""
        with self._file.writing() as connection:
            connection.executemany(
                "DELETE FROM seen WHERE site = ? AND title = ? AND comment = ? AND occurrence = ?",
                ((*key, comment, occurrence) for comment, occurrence in comments),
            )

    def shown_copy(self, key: PageKey) -> int:
        """Return the version of the newest copy of a page that was shown; 0 when none was."""
        with self._file.reading() as connection:
            row = connection.execute(
                "SELECT max(occurrence) FROM seen WHERE site = ? AND title = ? AND comment = ''",
                key,
            ).fetchone()
        return row[0] or 0

    def remember_copy(self, key: PageKey, version: int) -> None:
        """Remember that a copy of a page was shown: a comment without a name is the page."""
        self.mark_read(key, [("", version)])
