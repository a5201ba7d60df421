"""MHTML: one web page with its pictures in one file, as browsers save it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message

from talkreader.archives.cutoff import with_warning
from talkreader.archives.document import Document
from talkreader.archives.encoding import decode
from talkreader.archives.savedpage import declared_charset, pages_of_saved
from talkreader.domain.errors import DamagedArchive
from talkreader.domain.page import RawPage

_HTML = {"text/html", "application/xhtml+xml"}
_END = re.compile(rb"--\s*\Z")


def read(document: Document) -> Iterator[RawPage]:
    """The page that the file was saved of; the frames and advertisements in it are none."""
    data = document.read_all()
    message = message_from_bytes(data, policy=policy.compat32)
    part = _root(message)
    if part is None:
        raise DamagedArchive(
            "{path} is an MHTML file without a web page in it; save the page again",
            path=document.path,
        )
    payload = part.get_payload(decode=True)
    body = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset() or declared_charset(body)
    address = part.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
    decoded = decode(body, charset)
    warnings = with_warning(decoded.warnings, cut=not _END.search(data[-80:]))
    yield from pages_of_saved(document, decoded.text, warnings, str(address))


def _root(message: Message) -> Message | None:
    """The part that the others belong to: the one that is named, else the first web page."""
    start = message.get_param("start")
    pages = [part for part in message.walk() if part.get_content_type() in _HTML]
    for part in pages:
        if isinstance(start, str) and part.get("Content-ID") == start:
            return part
    return pages[0] if pages else None
