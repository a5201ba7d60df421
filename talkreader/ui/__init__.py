"""The window; thin, and the only room (with `app`) that knows Qt."""
