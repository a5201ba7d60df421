"""The two SQLite files of a library: opened, locked, copied, and brought up to date."""
