"""What can still be read of a damaged notes file, in a new file; the damaged one is kept aside.

Each table is read from both ends up to the damage. The journal and the last backup tell notes
whose own rows cannot be read.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from talkreader.store.files.backup import LOGS, keep_aside, list_backups
from talkreader.store.files.connections import Connections
from talkreader.store.files.schema import NOTES, migrate
from talkreader.store.notes.notes import note_to_json, put_note, read, row_to_note

Row = tuple[object, ...]
_NOTES = "SELECT id, color, text, created, modified, targets, tags FROM note"


@dataclass(frozen=True, slots=True)
class Salvage:
    """What became of a damaged file.

    ``kept``: where the damaged file is now; None: it is sound, and was left as it is. ``notes``:
    how many there are again; of these ``from_journal`` and ``from_backup`` were not readable in
    their own table. ``damaged``: the tables that could not be read to the end, by name.
    ``backup``: the copy that was asked, if any.
    """

    kept: Path | None
    notes: int
    from_journal: int = 0
    from_backup: int = 0
    damaged: tuple[str, ...] = field(default=())
    backup: Path | None = None


def salvage(path: Path, prepare: Callable[[sqlite3.Connection], None]) -> Salvage:
    """Replace a damaged notes file by one with all that can be read; no connection may be open.

    A sound one stays. ``prepare`` gives a connection its SQL functions. Raises OSError: the folder
    cannot be written; nothing was changed then.
    """
    fresh = path.with_name(path.name + ".part")
    sound, found = _read_out(path, fresh, prepare)
    if sound:
        fresh.unlink()
        return Salvage(None, *found)
    kept = keep_aside(path)
    fresh.rename(path)
    return Salvage(kept, *found)


def salvage_open(file: Connections, prepare: Callable[[sqlite3.Connection], None]) -> Salvage:
    """Do so while the file is open, here and in other windows: it is the same file afterwards.

    Raises LibraryError: its content could not be replaced; it is as it was, and was copied.
    """
    path = file.path
    fresh = path.with_name(path.name + ".part")
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    kept = path.with_name(f"{path.name}.{stamp}.damaged")
    try:
        sound, found = _read_out(path, fresh, prepare)
        if sound:
            return Salvage(None, *found)
        for ending in ("", "-wal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(path.with_name(path.name + ending), f"{kept}{ending}")
        file.replace_content(fresh)
    finally:
        fresh.unlink(missing_ok=True)
    return Salvage(kept, *found)


def _read_out(
    path: Path, fresh: Path, prepare: Callable[[sqlite3.Connection], None]
) -> tuple[bool, tuple[int, int, int, tuple[str, ...], Path | None]]:
    """Write all that can be read of a file into a fresh one.

    Returns whether nothing is wrong with the file, and what `_Salvager.fill` does.
    """
    fresh.unlink(missing_ok=True)
    copies = list_backups(path)
    with TemporaryDirectory(dir=path.parent) as folder:
        # the file itself is never opened: SQLite would write its log into it
        looked_at = Path(folder) / path.name
        for ending in ("", *LOGS):
            with suppress(FileNotFoundError):
                shutil.copyfile(path.with_name(path.name + ending), f"{looked_at}{ending}")
        with closing(sqlite3.connect(fresh, isolation_level=None)) as target:
            prepare(target)
            migrate(target, NOTES)
            found = _Salvager(target).fill(looked_at, copies[-1].path if copies else None)
        damaged = found[3]
        return not damaged and _is_sound(looked_at, prepare), found


class _Salvager:
    """Fills a new notes file from what is left of an old one."""

    def __init__(self, target: sqlite3.Connection) -> None:
        self._target = target
        self._tables = [
            row[0]
            for row in target.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
                " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite%' ORDER BY name"
            )
        ]

    def fill(
        self, damaged: Path, copy: Path | None
    ) -> tuple[int, int, int, tuple[str, ...], Path | None]:
        """Return (notes, from the journal, from the backup, damaged tables, backup asked)."""
        with closing(_open(damaged)) as source:
            broken = {table for table in self._tables if not self._take(source, table)}
        torn = self._take_out_torn()
        if torn:
            broken.add("note")
        from_journal = from_backup = 0
        if broken:
            from_journal = self._replay_journal()
            if copy is not None:
                with closing(_open(copy)) as source:
                    from_backup = self._add_missing(source)
            self._keep_readable(torn)
        count = self._target.execute("SELECT count(*) FROM note").fetchone()[0]
        return count, from_journal, from_backup, tuple(sorted(broken)), copy if broken else None

    def _take_out_torn(self) -> list[Row]:
        """Take out and return the notes that are not whole: a part of their row was damaged."""
        rows = self._target.execute(_NOTES).fetchall()
        torn = [row for row in rows if not _is_whole(row)]
        for row in torn:
            put_note(self._target, str(row[0]), None)
        # an act that cannot be read could not be taken back
        self._target.execute(
            "DELETE FROM act WHERE (before IS NOT NULL AND NOT json_valid(before))"
            " OR (after IS NOT NULL AND NOT json_valid(after))"
        )
        return torn

    def _keep_readable(self, torn: list[Row]) -> None:
        """Keep what is left of torn notes that were found nowhere else."""
        for row in torn:
            if read(self._target, str(row[0])) is not None:
                continue
            left = [
                str(part).replace("\0", "").replace("\ufffd", "") if part else part for part in row
            ]
            with suppress(ValueError, KeyError, TypeError):
                note = row_to_note(left)
                put_note(self._target, note.id, note_to_json(note))

    def _take(self, source: sqlite3.Connection, table: str) -> bool:
        """Copy the rows of a table that can be read; return whether that was all of it."""
        columns, keys = self._columns(table)
        whole = True
        for order in ("ASC", "DESC"):
            try:
                there = {f'"{row[1]}"' for row in source.execute(f"PRAGMA table_info({table})")}
                shared = [column for column in columns if column in there]
                if not shared:
                    return False
                ordered = ", ".join(f"{key} {order}" for key in keys)
                rows = source.execute(
                    f"SELECT {', '.join(shared)} FROM {table} ORDER BY {ordered}"  # noqa: S608
                )
                seen = 0
                for row in _until_damage(rows):
                    self._put(table, shared, row)
                    seen += 1
            except sqlite3.DatabaseError:
                whole = False
            else:
                if order == "ASC":
                    return self._count(table) >= seen  # fewer: some were left out
        return whole

    def _count(self, table: str) -> int:
        return int(self._target.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608

    def _columns(self, table: str) -> tuple[list[str], list[str]]:
        """Return the columns of a table, and those of its key in order."""
        rows = self._target.execute(f"PRAGMA table_info({table})").fetchall()
        keys = sorted((row[5], row[1]) for row in rows if row[5])
        return [f'"{row[1]}"' for row in rows], [f'"{name}"' for _, name in keys]

    def _put(self, table: str, columns: list[str], row: Row) -> None:
        marks = ", ".join("?" * len(row))
        # a row whose values are broken breaks a constraint: it is left out
        with suppress(sqlite3.IntegrityError):
            self._target.execute(
                f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608
                row,
            )

    def _replay_journal(self) -> int:
        """Bring back the notes whose last act is readable and whose row is not."""
        rows = self._target.execute(
            "SELECT subject, CASE undone WHEN 0 THEN after ELSE before END FROM act WHERE kind ="
            " 'note' AND subject NOT IN (SELECT id FROM note) AND id IN (SELECT"
            " coalesce(max(id) FILTER (WHERE undone = 0), min(id)) FROM act GROUP BY kind, subject)"
        ).fetchall()
        back = 0
        for subject, state in rows:
            if state is not None:
                with suppress(ValueError, KeyError, TypeError):
                    put_note(self._target, subject, state)
                    back += 1
        return back

    def _add_missing(self, copy: sqlite3.Connection) -> int:
        """Bring back the notes of a backup that are neither here nor known to be deleted."""
        known = "SELECT id FROM note UNION SELECT subject FROM act WHERE kind = 'note'"
        known_ids = {row[0] for row in self._target.execute(known)}
        back = 0
        for (note_id,) in copy.execute("SELECT id FROM note").fetchall():
            note = None if note_id in known_ids else read(copy, note_id)
            if note is not None:
                put_note(self._target, note_id, note_to_json(note))
                back += 1
        return back


def _is_whole(row: Row) -> bool:
    """Tell whether a note can be made of a row, and no part of it is the noughts of a hole."""
    if any(isinstance(part, str) and ("\0" in part or "\ufffd" in part) for part in row):
        return False
    try:
        row_to_note(row)
    except (ValueError, KeyError, TypeError):
        return False
    return True


def _is_sound(path: Path, prepare: Callable[[sqlite3.Connection], None]) -> bool:
    """Tell whether SQLite finds nothing wrong with a file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        prepare(connection)
        try:
            return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        except sqlite3.DatabaseError:
            return False


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", errors="replace")
    return connection


def _until_damage(rows: sqlite3.Cursor) -> Iterator[Row]:
    """Yield rows one by one: those before the damage are good."""
    while (row := rows.fetchone()) is not None:
        yield row
