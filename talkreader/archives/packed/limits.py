"""How much a file may ask of the machine; beyond these it is taken for damaged or hostile."""

from __future__ import annotations

MIB = 1 << 20

HEAD = 256 * 1024
"""Bytes that the sniffer looks at."""

CHUNK = 64 * 1024
"""Bytes that are read at once."""

MAX_DOCUMENT = 128 * MIB
"""Bytes of one page, or of one answer of the API, uncompressed.

MediaWiki's own limit is 2 MiB of wikitext; rendered and with embedded pictures pages of 50 MiB
have been seen.
"""

MAX_RATIO = 800
"""Bytes out per compressed byte in.

Full-history dumps in 7z reach some 200, and zeros packed by gzip 1,030.
"""

RATIO_FREE = 64 * MIB
"""Output below this is never held to `MAX_RATIO`: a small file of blanks is no attack."""
