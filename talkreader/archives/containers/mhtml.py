"""MHTML: one web page with its pictures in one file, as browsers save it."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import Message

from talkreader.archives.containers.savedpage import declared_charset, pages_of_saved
from talkreader.archives.document import Document
from talkreader.archives.text.cutoff import with_warning
from talkreader.archives.text.encoding import decode
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
    body, wrong = _body(part)
    charset = part.get_content_charset() or declared_charset(body)
    address = part.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
    decoded = decode(body, charset)
    damage = (f"Lines of the file that are damaged, and left out: {wrong}",) if wrong else ()
    warnings = (*decoded.warnings, *damage)
    warnings = with_warning(warnings, cut=not _END.search(data[-80:]))
    yield from pages_of_saved(document, decoded.text, warnings, str(address))


def _body(part: Message) -> tuple[bytes, int]:
    """What is in a part, and how many lines of it cannot be read."""
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() != "base64":
        payload = part.get_payload(decode=True)
        return payload if isinstance(payload, bytes) else b"", 0
    # the library gives back all of it as it stands when one letter is wrong, or is out of step
    # from there on
    lines = str(part.get_payload()).split()
    if 2 * sum(len(line) % 4 > 0 for line in lines) > len(lines) > 1:
        with suppress(ValueError):  # its lines do not end where three bytes do
            return binascii.a2b_base64("".join(lines)), 0
    parts, wrong = [], 0
    for number, line in enumerate(lines, 1):
        try:
            parts.append(binascii.a2b_base64(line, strict_mode=True))
        except ValueError:
            # the last one lacks its end where the file is cut off
            whole = line[: len(line) // 4 * 4] if number == len(lines) else ""
            with suppress(ValueError):
                parts.append(binascii.a2b_base64(whole, strict_mode=True))
            wrong += number < len(lines)
    return b"".join(parts), wrong


def _root(message: Message) -> Message | None:
    """The part that the others belong to: the one that is named, else the first web page."""
    start = message.get_param("start")
    pages = [part for part in message.walk() if part.get_content_type() in _HTML]
    for part in pages:
        if isinstance(start, str) and part.get("Content-ID") == start:
            return part
    return pages[0] if pages else None
