"""Copies of the notes: made before anything risky and once a day, the last ten kept."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from itertools import zip_longest
from pathlib import Path

from talkreader.domain.records import dataclass

KEPT = 10
EVERY = timedelta(days=1)
_ABANDONED = 3600
"""Seconds after which nobody is writing an unfinished copy any more."""
LOGS = ("-wal", "-shm")
_NAME = "{stem}-{moment:%Y%m%d-%H%M%S-%f}{why}.sqlite"
_MOMENT = r"-(\d{8})-(\d{6})-(\d{6})(?:-([a-z]+))?\.sqlite$"


class Why(StrEnum):
    """Why a copy was made; it is a part of the file's name."""

    DAILY = "daily"
    ASKED = "asked"
    MIGRATION = "update"
    RESTORE = "restore"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy, when it was made (UTC), and why."""

    path: Path
    made: datetime
    why: Why = Why.UNKNOWN


def _folder(path: Path) -> Path:
    return path.parent / "backups"


def list_backups(path: Path) -> list[Backup]:
    """Return the copies of a file, oldest first."""
    found = []
    for copy in sorted(_folder(path).glob(f"{path.stem}-*.sqlite")):
        if moment := re.search(_MOMENT, copy.name):
            # and not strptime, whose first call imports three modules
            made = datetime.fromisoformat("{}T{}.{}".format(*moment.groups())).replace(tzinfo=UTC)
            why = moment[4] or ""
            found.append(Backup(copy, made, Why(why) if why in set(Why) else Why.UNKNOWN))
    return found


def make_backup(
    connection: sqlite3.Connection,
    path: Path,
    why: Why = Why.UNKNOWN,
    *,
    spare: Path | None = None,
) -> Backup | None:
    """Return a new copy of the file; None when it would be the same as the last one.

    ``connection`` reads the file, so that what stands in its log is in the copy as well.
    ``spare``: a copy that stays, though it be older than the last ten.
    """
    _folder(path).mkdir(exist_ok=True)
    made = datetime.now(UTC)
    for left in _folder(path).glob(f"{path.stem}-*.part"):
        # another window may be writing its own; this one its machine did not live to finish
        with suppress(FileNotFoundError):
            if made.timestamp() - left.stat().st_mtime > _ABANDONED:
                left.unlink()
    ending = f"-{why}" if why else ""
    copy = _folder(path) / _NAME.format(stem=path.stem, moment=made, why=ending)
    unfinished = copy.with_suffix(".part")
    try:
        return _finish_backup(connection, path, Backup(copy, made, why), spare)
    finally:
        unfinished.unlink(missing_ok=True)


def _finish_backup(
    connection: sqlite3.Connection, path: Path, made: Backup, spare: Path | None
) -> Backup | None:
    unfinished = made.path.with_suffix(".part")
    with closing(sqlite3.connect(unfinished)) as target:
        connection.backup(target)
        # a copy is one file: no log beside it
        target.execute("PRAGMA journal_mode = DELETE")
    copies = list_backups(path)
    try:
        if copies and _same(copies[-1].path, unfinished):
            return None
    except sqlite3.DatabaseError:
        pass  # the last copy is damaged: all the more is a new one wanted
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    unfinished.rename(made.path)
    for old in list_backups(path)[:-KEPT]:
        if spare is None or old.path.resolve() != spare.resolve():
            old.path.unlink(missing_ok=True)  # two windows may tidy up at once
    return made


def _same(one: Path, other: Path) -> bool:
    """Tell whether two copies hold the same; the first difference ends it."""
    if _plain_bytes(one) == _plain_bytes(other):
        return True
    with closing(sqlite3.connect(one)) as first, closing(sqlite3.connect(other)) as second:
        tables = first.execute(_TABLES).fetchall()
        if tables != second.execute(_TABLES).fetchall():
            return False
        # every act of a person adds to this one, at its end
        orders = {"act": " ORDER BY id DESC"}
        names = sorted((name for name, _sql in tables), key=lambda name: name not in orders)
        return all(
            mine == theirs
            for name in names
            for mine, theirs in zip_longest(
                *(
                    side.execute(f'SELECT * FROM "{name}"{orders.get(name, "")}')  # noqa: S608
                    for side in (first, second)
                )
            )
        )


_TABLES = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name"


def _plain_bytes(path: Path) -> bytes:
    """Return a file without the fields of its header that count changes."""
    data = path.read_bytes()
    return data[:24] + data[28:92] + data[100:]


def is_due(path: Path, now: datetime | None = None) -> bool:
    """Return True when the last copy is older than a day."""
    copies = list_backups(path)
    return not copies or copies[-1].made + EVERY <= (now or datetime.now(UTC))


def restore(path: Path, copy: Path) -> Path | None:
    """Put a copy in the place of a file; no connection to it may be open.

    Returns where the file that was there is now (beside it, ``….replaced``); None when there was
    none.
    """
    import shutil

    replaced = None
    if path.exists():
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
        replaced = path.with_name(f"{path.name}.{stamp}.replaced")
        path.rename(replaced)
    for log in LOGS:
        beside = path.with_name(path.name + log)
        if beside.exists() and replaced is not None:
            beside.rename(replaced.with_name(replaced.name + log))
    unfinished = path.with_name(path.name + ".part")
    shutil.copyfile(copy, unfinished)
    unfinished.rename(path)
    return replaced


def keep_aside(path: Path) -> Path:
    """Put a damaged file aside, with its logs; return where it is now."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    kept = path.with_name(f"{path.name}.{stamp}.damaged")
    path.rename(kept)
    for log in LOGS:
        with suppress(FileNotFoundError):
            path.with_name(path.name + log).rename(f"{kept}{log}")
    return kept
