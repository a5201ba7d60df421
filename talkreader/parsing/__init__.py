"""`RawPage` to `ParsedPage`: pure functions; no file, no clock, no database."""

from talkreader.parsing.page import parse

__all__ = ["parse"]
