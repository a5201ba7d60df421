"""What is done to the files of a library that cannot be opened: they must be closed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from talkreader.store.files import backup
from talkreader.store.files.backup import keep_aside
from talkreader.store.files.connections import worldly_errors
from talkreader.store.files.schema import ARCHIVE, NOTES
from talkreader.store.search.functions import prepare

if TYPE_CHECKING:
    from talkreader.store.notes.salvage import Salvage


def restore_notes(folder: Path, copy: Path) -> Path | None:
    """Put a copy of the notes in their place; the library must be closed.

    Returns where the notes that were there are now; None when there were none.
    """
    return backup.restore(folder / NOTES.file, copy)


def salvage_notes(folder: Path) -> Salvage:
    """Replace damaged notes by all that can be read of them; the library must be closed.

    The damaged file is kept beside the new one; a sound one stays. Raises LibraryNotWritable.
    """
    from talkreader.store.notes.salvage import salvage

    path = folder / NOTES.file
    with worldly_errors(path):
        return salvage(path, prepare)


def set_archive_aside(folder: Path) -> Path:
    """Put a damaged archive aside, so that an empty one takes its place; it must be closed.

    Returns where it is now. The notes stay; pages come back when their files are imported again.
    Raises LibraryNotWritable.
    """
    path = folder / ARCHIVE.file
    with worldly_errors(path):
        return keep_aside(path)
