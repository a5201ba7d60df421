"""Bytes to `RawPage`: any archive file, recognised by its content and opened lazily."""
