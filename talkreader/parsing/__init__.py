"""`RawPage` to `ParsedPage`: pure functions; no file, no clock, no database."""

from talkreader import compiled

__path__[:0] = compiled.modules()

from talkreader.parsing.page import parse  # noqa: E402 - the compiled one, where there is one

__all__ = ["parse"]
