"""All SQL: a library of pages, searches over it, and a person's notes."""

from talkreader.store.files.backup import Backup, Why
from talkreader.store.library import Library, open_library
from talkreader.store.mending import restore_notes, salvage_notes, set_archive_aside
from talkreader.store.notes.memory import RecentFile
from talkreader.store.pages.bulk import BulkWriter
from talkreader.store.pages.contents import PageContents

__all__ = [
    "Backup",
    "BulkWriter",
    "Library",
    "PageContents",
    "RecentFile",
    "Why",
    "open_library",
    "restore_notes",
    "salvage_notes",
    "set_archive_aside",
]
