"""In which encoding an XML export is: MediaWiki writes UTF-8; others rewrite its files."""

from __future__ import annotations

import codecs
import re

from talkreader.archives.document import Document, Loss
from talkreader.archives.text.encoding import decode
from talkreader.domain.errors import DamagedArchive, NotAnArchive

_ENCODING = re.compile(rb"\s*<\?xml[^>]*?encoding=[\"']([\w.:-]+)")
_DECLARATION = re.compile(rb"\A\s*<\?xml[^>]*\?>")
_KNOWN_TO_EXPAT = {b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1"}


def transcoder_for(head: bytes, document: Document) -> codecs.IncrementalDecoder | None:
    """A decoder for what an export that begins with ``head`` is in; None: expat reads it itself.

    Raises: NotAnArchive: it names one that is not known.
    """
    declared = _ENCODING.match(head)
    if not declared and (guessed := _guessed(head)):
        if document.lose is not None:
            said = DamagedArchive(
                "This file does not say in which encoding it is; it was read as {encoding},"
                " which is a guess",
                encoding=guessed,
            )
            document.lose(Loss("", 1, 0, said))
        return codecs.getincrementaldecoder(guessed)(errors="replace")
    if not declared:
        return None
    name = declared[1].decode("ascii")
    if _is_utf_8(head) and name.lower() not in {"utf-8", "us-ascii"}:
        if document.lose is not None:
            said = DamagedArchive(
                "This file says that it is in {encoding}, but it is in UTF-8, and was read as that",
                encoding=name,
            )
            document.lose(Loss("", 1, 0, said))
        return codecs.getincrementaldecoder("utf-8")(errors="replace")
    if declared[1].lower() in _KNOWN_TO_EXPAT:
        return None
    try:
        decoder = codecs.getincrementaldecoder(name)(errors="replace")
    except LookupError:
        raise NotAnArchive(
            "{path} says that it is written in “{name}”, an encoding that is not known;"
            " convert it to UTF-8",
            path=document.path,
            name=name,
        ) from None
    return decoder


def _is_utf_8(head: bytes) -> bool:
    """True when it has letters beyond ASCII, and all of them are those of UTF-8."""
    try:
        text, _ = codecs.utf_8_decode(head, "strict", False)
    except UnicodeDecodeError:
        return False
    return not text.isascii()


def undeclared(head: bytes) -> bytes:
    """The beginning without its declaration: expat would insist on the encoding that it names."""
    return _DECLARATION.sub(b"", head)


def _guessed(head: bytes) -> str:
    """The encoding of an export that names none and is not UTF-8, as it must be; "" when it is."""
    if head.isascii() or b"\0" in head:
        return ""
    text = head.decode("utf-8", "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    if 2 * wrong <= sum(char > "\x7f" for char in text):
        return ""  # some bytes of it are damaged
    found = decode(head).encoding
    return "" if found == "utf-8" else found
