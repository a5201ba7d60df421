"""All SQL: a library of pages, searches over it, and a person's notes."""

from talkreader.store.contents import PageContents
from talkreader.store.library import Library, open_library
from talkreader.store.pages import BulkWriter

__all__ = ["BulkWriter", "Library", "PageContents", "open_library"]
