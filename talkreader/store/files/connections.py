"""One SQLite file: a connection for each thread that reads, and one for whoever writes.

SQLite's errors about the world (a full disk, a read-only folder, a damaged file) leave this module
as errors of `talkreader.domain.errors`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from errno import EACCES, ENOSPC, EPERM, EROFS
from pathlib import Path
from threading import Lock, local
from urllib.parse import quote

from talkreader.domain.errors import (
    Cancelled,
    LibraryDamaged,
    LibraryError,
    LibraryNotWritable,
    LibraryTooNew,
)
from talkreader.store.files import backup
from talkreader.store.files.halves import Halves, Reader
from talkreader.store.files.schema import NOTES, Schema, migrate, version_of
from talkreader.store.files.turns import Turns

_NOT_WRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_BUSY_SECONDS = 30.0
_ROOM = 64 * 1024
"""Bytes that SQLite wants free to open a file: the index of its log grows by 32 kB."""


@contextmanager
def worldly_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the world into an error a person can act on."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        translated = _translate(error, path)
        if translated is None:
            raise
        raise translated from error
    except OSError as error:
        known = {ENOSPC: _full, EROFS: _not_writable, EACCES: _not_writable, EPERM: _not_writable}
        raise known.get(error.errno or 0, _refused)(path) from error


def _translate(error: sqlite3.DatabaseError, path: Path) -> LibraryError | Cancelled | None:
    # only the low byte is the kind; the rest says more (SQLITE_IOERR_WRITE ...)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_INTERRUPT:
        return Cancelled()
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    if code in _NOT_WRITABLE:
        return _not_writable(path)
    if code == sqlite3.SQLITE_IOERR:
        # what stands beside a file that is opened (its index of the log) needs room as well
        return _refused(path) if has_room(path) else _full(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryNotWritable(
            "Another program is writing {path}: wait until it has finished and try again.",
            path=path,
        )
    return _damaged(path) if code in _DAMAGED else None


def has_room(path: Path) -> bool:
    """Return False when the disk is so full that SQLite cannot open a file there to write."""
    import shutil

    try:
        return shutil.disk_usage(path.parent).free >= _ROOM
    except OSError:
        return True


def _full(path: Path) -> LibraryNotWritable:
    return LibraryNotWritable(
        "The disk is full, so {path} could not be written: nothing stored before is harmed;"
        " make room and try again.",
        path=path,
    )


def _not_writable(path: Path) -> LibraryNotWritable:
    return LibraryNotWritable(
        "{path} cannot be written: check the rights of its folder, or choose another library.",
        path=path,
    )


def _refused(path: Path) -> LibraryNotWritable:
    return LibraryNotWritable(
        "The disk refused to read or write {path}: check the disk and try again.", path=path
    )


def _damaged(path: Path) -> LibraryDamaged:
    copies = backup.list_backups(path)
    if copies:
        return LibraryDamaged(
            "{path} is damaged: restore its backup {backup}.", path=path, backup=copies[-1].path
        )
    if path.name == NOTES.file:
        return LibraryDamaged(
            "{path} is damaged and has no backup: “talkreader repair” saves what can still be read"
            " of it.",
            path=path,
        )
    return LibraryDamaged(
        "{path} is damaged and has no backup: move it away and import the files again.", path=path
    )


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    finally:
        # still in it: something was raised; SQLite itself rolls back on a full disk
        if connection.in_transaction:
            connection.execute("ROLLBACK")


_SEARCHED = 8_000
"""KiB that a search keeps of a file: all that leads to the rows and words of a million comments.
With SQLite's 2,000 it is read again for each row, and a search takes a tenth more."""
_OFTEN = 20_000
"""Steps of SQLite's own machine, a millisecond or two, between two calls of who is told of work."""


def _with_room(connection: Reader) -> Reader:
    if not connection.roomy:
        connection.execute(f"PRAGMA cache_size = {-_SEARCHED}")
        connection.roomy = True
    return connection


class Connections:
    """The connections to one file. ``prepare`` gives each its SQL functions.

    ``busy`` is called again and again while a file of an earlier version is brought up to date.
    """

    def __init__(
        self,
        path: Path,
        schema: Schema,
        prepare: Callable[[sqlite3.Connection], None],
        *,
        read_only: bool,
        full_sync: bool,
        busy: Callable[[], object] | None = None,
    ) -> None:
        self.path = path
        self._busy = busy
        self.schema = schema
        self._prepare = prepare
        self.writable = not read_only
        self._full_sync = full_sync
        self._local = local()
        self._all: list[sqlite3.Connection] = []
        self._halves = Halves(lambda: _with_room(self._connect()))
        self._running: set[sqlite3.Connection] = set()
        self._bookkeeping = Lock()
        self._writing = Turns()
        self._writer: sqlite3.Connection | None = None
        self._generation = 0
        self.turns = 0
        self._compared: datetime | None = None
        with worldly_errors(path):
            try:
                self._check_version()
            except BaseException:
                self.close()  # nobody else could: there is no object
                raise

    def _check_version(self) -> None:
        exists = self.path.exists() and self.path.stat().st_size > 0
        if not exists and not self.writable:
            raise LibraryNotWritable(
                "There is no library in {folder}, and none can be made there:"
                " choose a folder that can be written.",
                folder=self.path.parent,
            )
        version = version_of(self.reader()) if exists else 0
        if version > self.schema.version:
            raise LibraryTooNew(
                "{path} was made by a later version of talkreader (format {found}, this one knows"
                " {known}): install that version; nothing was changed.",
                path=self.path,
                found=version,
                known=self.schema.version,
            )
        if version < self.schema.version:
            self._migrate(version)

    def _migrate(self, version: int) -> None:
        if not self.writable:
            raise LibraryNotWritable(
                "{path} was made by an earlier version of talkreader and must be brought up to"
                " date, but it cannot be written: copy the folder to a disk that can.",
                path=self.path,
            )
        if version and self._full_sync:
            # what a person wrote; the archive can be made again, and may be larger than the disk
            backup.make_backup(self.reader(), self.path, backup.Why.MIGRATION)
        self.close()
        connection = self._connect()
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            if version:
                self._tell_of_work(connection)
            migrate(connection, self.schema)
        finally:
            connection.close()

    def _tell_of_work(self, connection: sqlite3.Connection) -> None:
        busy = self._busy
        if busy is None:
            return

        def go_on() -> int:
            busy()
            return 0

        go_on()
        connection.set_progress_handler(go_on, _OFTEN)

    def _connect(self) -> Reader:
        name = quote(str(self.path.absolute()))
        connection = sqlite3.connect(
            f"file:{name}?{self._mode()}",
            uri=True,
            timeout=_BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            factory=Reader,
        )
        try:
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute(f"PRAGMA synchronous = {'FULL' if self._full_sync else 'NORMAL'}")
            self._prepare(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _mode(self) -> str:
        if self.writable:
            return "mode=rwc"
        log = self.path.with_name(self.path.name + "-wal")
        pending = log.exists() and log.stat().st_size > 0
        # A file in WAL mode can only be read where its index can be made beside it, unless SQLite
        # is told that nobody changes it.
        if pending or (os.access(self.path.parent, os.W_OK) and has_room(self.path)):
            return "mode=ro"
        return "mode=ro&immutable=1"

    def reader(self) -> Reader:
        """Return this thread's connection for reading."""
        connection: Reader | None = getattr(self._local, "connection", None)
        if connection is None or self._local.generation != self._generation:
            connection = self._connect()
            self._local.connection = connection
            self._local.generation = self._generation
            with self._bookkeeping:
                self._all.append(connection)
        return connection

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend this thread's connection."""
        with worldly_errors(self.path):
            yield self.reader()

    @contextmanager
    def searching(self) -> Iterator[sqlite3.Connection]:
        """Lend this thread's connection; what it runs can be stopped by `interrupt`.

        All that is asked meanwhile is answered by the file as it is now: an import that gives a
        text another place in the index between two questions would hide it.
        """
        with worldly_errors(self.path):
            connection = _with_room(self.reader())
            with self._bookkeeping:
                self._running.add(connection)
            begun = not connection.in_transaction
            try:
                if begun:
                    connection.execute("BEGIN")
                    connection.halves = self._halves
                yield connection
            finally:
                if begun:
                    connection.halves = None
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                with self._bookkeeping:
                    self._running.discard(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend the writing connection inside a transaction: all of it happens, or nothing.

        Raises `LibraryNotWritable` when the library was opened for reading only.
        """
        if not self.writable:
            raise LibraryNotWritable(
                "{path} is open for reading only: choose a library in a folder that can be"
                " written.",
                path=self.path,
            )
        with self._writing, worldly_errors(self.path):
            if self._writer is None:
                self._writer = self._connect()
            if self._writer.in_transaction:
                yield self._writer  # inside a longer transaction of this thread
            else:
                self.turns += 1  # who has a thing in memory can see that others wrote in between
                self._back_up_when_due(self._writer)
                with _transaction(self._writer) as connection:
                    yield connection

    @property
    def wanted(self) -> bool:
        """Whether somebody waits for what `writing` lends: who writes much ends a batch early."""
        return self._writing.wanted > 0

    def back_up_when_due(self) -> None:
        """Make today's copy now, so that the first change of the day need not wait for it."""
        if self.writable:
            with self._writing, worldly_errors(self.path):
                self._back_up_when_due(self.reader())

    def _back_up_when_due(self, connection: sqlite3.Connection) -> None:
        """Keep the file as it was before today's first change."""
        now = datetime.now(UTC)
        compared = self._compared is not None and now < self._compared + backup.EVERY
        if self._full_sync and not compared and backup.is_due(self.path, now):
            made = backup.make_backup(connection, self.path, backup.Why.DAILY)
            # the last copy is the file as it is now, though it is old
            self._compared = now if made is None else None

    def replace_content(self, copy: Path) -> None:
        """Make the file hold what a copy of an earlier moment holds, brought up to date.

        Not by putting another file in its place: other programs may have this one open.
        """
        import shutil

        aside = self.path.with_name(f"{copy.name}.part")
        try:
            with worldly_errors(copy):
                shutil.copyfile(copy, aside)
                source = Connections(
                    aside, self.schema, self._prepare, read_only=False, full_sync=False
                )
                try:
                    if source.reader().execute("PRAGMA quick_check").fetchone()[0] != "ok":
                        raise _damaged(copy)
                    with self._writing, worldly_errors(self.path):
                        if self._writer is None:
                            self._writer = self._connect()
                        source.reader().backup(self._writer)
                finally:
                    source.close()
        finally:
            for ending in ("", "-wal", "-shm"):
                aside.with_name(aside.name + ending).unlink(missing_ok=True)

    def interrupt(self) -> None:
        """Stop what is being searched now; other reading goes on: an import reads too."""
        with self._bookkeeping:
            for connection in self._running:
                connection.interrupt()
        self._halves.interrupt()

    def close(self) -> None:
        """Close every connection, of all threads."""
        self._halves.close()
        with self._writing, self._bookkeeping:
            for connection in self._all:
                connection.close()
            self._all.clear()
            self._generation += 1
            if self._writer is not None:
                self._writer.close()
                self._writer = None
