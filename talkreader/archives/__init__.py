"""From bytes to pages: open any archive file lazily, by its content and not by its extension.

Importing this package costs nothing but the standard library; each reader is imported when a file
of its kind is met.
"""

from talkreader.archives.hints import Hints
from talkreader.archives.opening import Archive, open_archive, open_bytes, open_text

__all__ = ["Archive", "Hints", "open_archive", "open_bytes", "open_text"]
