"""An XML export that stands as a string inside another answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from talkreader.archives.document import Document
from talkreader.archives.exports import xmldump
from talkreader.archives.packed.compressed import Unpacked
from talkreader.archives.packed.source import source_of_bytes
from talkreader.domain.page import RawPage


def pages_of_export(document: Document, export: str) -> Iterator[RawPage]:
    """The pages of the export ``export``, with the origin of ``document``."""
    source = source_of_bytes(export.encode("utf-8", "replace"), document.path)
    stream = Unpacked(source.open(), document.path, document.check)
    yield from xmldump.read(replace(document, stream=stream))
