"""`RawPage` to `ParsedPage`: pure functions; no file, no clock, no database."""

from talkreader.parsing.corrections import Corrected, apply_corrections
from talkreader.parsing.page import parse

__all__ = ["Corrected", "apply_corrections", "parse"]
