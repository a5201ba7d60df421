"""`RawPage` to `ParsedPage`: pure functions; no file, no clock, no database."""
