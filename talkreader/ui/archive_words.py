"""What archives say of themselves while they are read, in the language of the window.

Warnings are kept in the library as finished English sentences, and errors carry reasons that are;
here the ones we know are told apart again. One that a newer version wrote stays English.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from talkreader.ui.marking import QT_TRANSLATE_NOOP

KNOWN = (
    QT_TRANSLATE_NOOP("archives", "Places that are not {encoding}, shown as {sign}: {count}"),
    QT_TRANSLATE_NOOP("archives", "The wiki sent only a part of its answer in this file"),
    QT_TRANSLATE_NOOP("archives", "The text of this page was removed from public view on the wiki"),
    QT_TRANSLATE_NOOP(
        "archives", "The latest text was removed from public view; an older one is shown"
    ),
    QT_TRANSLATE_NOOP(
        "archives",
        "The page was a Structured Discussions board: signatures and indentation were made from it",
    ),
    QT_TRANSLATE_NOOP(
        "archives",
        "This page is a Structured Discussions board; the export has only its number,"
        " not what was said on it",
    ),
    QT_TRANSLATE_NOOP(
        "archives",
        "The page had LiquidThreads: signatures and indentation were made from its posts",
    ),
    QT_TRANSLATE_NOOP(
        "archives",
        "The file holds records, not the page: signatures and indentation were made from them",
    ),
    QT_TRANSLATE_NOOP("archives", "Line {line} of the file is no JSON object and was left out"),
    QT_TRANSLATE_NOOP(
        "archives", "The file ends in the middle; the end of the page may be missing"
    ),
    QT_TRANSLATE_NOOP("archives", "Lines of the file that are damaged, and left out: {count}"),
    QT_TRANSLATE_NOOP("archives", "The export has no text for this page"),
    QT_TRANSLATE_NOOP("archives", "The text of this page is not wikitext but {model}"),
    QT_TRANSLATE_NOOP("archives", "its table of contents cannot be read"),
    QT_TRANSLATE_NOOP("archives", "its sum is wrong"),
    QT_TRANSLATE_NOOP("archives", "a PNG picture"),
    QT_TRANSLATE_NOOP("archives", "a JPEG picture"),
    QT_TRANSLATE_NOOP("archives", "a GIF picture"),
    QT_TRANSLATE_NOOP("archives", "a WebP picture"),
    QT_TRANSLATE_NOOP("archives", "a BMP picture"),
    QT_TRANSLATE_NOOP("archives", "a TIFF picture"),
    QT_TRANSLATE_NOOP("archives", "a PDF document"),
    QT_TRANSLATE_NOOP("archives", "a PostScript document"),
    QT_TRANSLATE_NOOP("archives", "an RTF document"),
    QT_TRANSLATE_NOOP("archives", "a program"),
    QT_TRANSLATE_NOOP("archives", "an empty zip archive"),
    QT_TRANSLATE_NOOP("archives", "a RAR archive"),
    QT_TRANSLATE_NOOP("archives", "a tar archive"),
    QT_TRANSLATE_NOOP("archives", "an old Office document"),
    QT_TRANSLATE_NOOP("archives", "an SQLite database"),
    QT_TRANSLATE_NOOP("archives", "a ZIM file"),
    QT_TRANSLATE_NOOP("archives", "a sound or video"),
    QT_TRANSLATE_NOOP("archives", "a sound"),
    QT_TRANSLATE_NOOP("archives", "a video"),
    QT_TRANSLATE_NOOP("archives", "the packed data ends too early"),
    QT_TRANSLATE_NOOP("archives", "it is packed with “{packing}”"),
    QT_TRANSLATE_NOOP("archives", "it unpacks to more than a page can have"),
    QT_TRANSLATE_NOOP(
        "archives", "Some revisions do not stand in their order; what they changed is left out"
    ),
    QT_TRANSLATE_NOOP("archives", "its beginning is missing"),
    QT_TRANSLATE_NOOP("archives", "a page has no end"),
    QT_TRANSLATE_NOOP("archives", "elements that are nested without end"),
    QT_TRANSLATE_NOOP("archives", "there is no {kind} where a part of it must begin"),
    QT_TRANSLATE_NOOP("archives", "its list of files is missing"),
    QT_TRANSLATE_NOOP("archives", "it unpacks to far more than its packed size can hold"),
    QT_TRANSLATE_NOOP("archives", "the last record is cut off"),
    QT_TRANSLATE_NOOP("archives", "a record does not say how long it is"),
    QT_TRANSLATE_NOOP("archives", "a record's header has no end"),
    QT_TRANSLATE_NOOP("archives", "a record does not begin where the one before it ends"),
    # what Expat, zipfile, the unpackers and the system say of a file, as a reason within a sentence
    QT_TRANSLATE_NOOP("archives", "no element found"),
    QT_TRANSLATE_NOOP("archives", "not well-formed (invalid token)"),
    QT_TRANSLATE_NOOP("archives", "unclosed token"),
    QT_TRANSLATE_NOOP("archives", "unclosed CDATA section"),
    QT_TRANSLATE_NOOP("archives", "partial character"),
    QT_TRANSLATE_NOOP("archives", "mismatched tag"),
    QT_TRANSLATE_NOOP("archives", "undefined entity"),
    QT_TRANSLATE_NOOP("archives", "duplicate attribute"),
    QT_TRANSLATE_NOOP("archives", "junk after document element"),
    QT_TRANSLATE_NOOP("archives", "reference to invalid character number"),
    QT_TRANSLATE_NOOP("archives", "File is not a zip file"),
    QT_TRANSLATE_NOOP("archives", "Bad CRC-32 for file {name}"),
    QT_TRANSLATE_NOOP("archives", "Invalid data stream"),
    QT_TRANSLATE_NOOP("archives", "Corrupt input data"),
    QT_TRANSLATE_NOOP("archives", "Error {number} while decompressing data: {reason}"),
    QT_TRANSLATE_NOOP("archives", "Permission denied"),
    QT_TRANSLATE_NOOP("archives", "No such file or directory"),
    QT_TRANSLATE_NOOP("archives", "Input/output error"),
    QT_TRANSLATE_NOOP("archives", "No space left on device"),
    QT_TRANSLATE_NOOP("archives", "Read-only file system"),
    QT_TRANSLATE_NOOP("archives", "Too many open files"),
)
KINDS = (
    QT_TRANSLATE_NOOP("archives", "MediaWiki XML export"),
    QT_TRANSLATE_NOOP("archives", "MediaWiki API answer (XML)"),
    QT_TRANSLATE_NOOP("archives", "MediaWiki API answer (JSON)"),
    QT_TRANSLATE_NOOP("archives", "saved web page"),
    QT_TRANSLATE_NOOP("archives", "wikitext"),
    QT_TRANSLATE_NOOP("archives", "plain text"),
    QT_TRANSLATE_NOOP("archives", "Markdown"),
    QT_TRANSLATE_NOOP("archives", "zip archive"),
    QT_TRANSLATE_NOOP("archives", "WARC web archive"),
    QT_TRANSLATE_NOOP("archives", "MHTML web page"),
    QT_TRANSLATE_NOOP("archives", "records (JSON lines)"),
    QT_TRANSLATE_NOOP("archives", "dump of Structured Discussions"),
)
"""What an archive calls itself; a version and how it is packed may follow."""
INSIDE = QT_TRANSLATE_NOOP("archives", "{kind}, in {container}")
_FIELD = re.compile(r"\\{(\w+)\\}")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (known, re.compile(_FIELD.sub(r"(?P<\1>.+?)", re.escape(known)))) for known in KNOWN
    )


def archive_note(sentence: str) -> str:
    """Return what an archive said, in the language of the window; unknown words as they are."""
    for known, pattern in _patterns():
        found = pattern.fullmatch(sentence)
        if found is not None:
            said = QCoreApplication.translate("archives", known)
            for name, value in found.groupdict().items():
                said = said.replace(f"{{{name}}}", value)
            return said
    return sentence


def kind_of_source(described: str) -> str:
    """Return what kind of file a page comes from, as an archive describes it, in our language."""
    inner, within, outer = described.partition(", in ")
    if within:
        said = QCoreApplication.translate("archives", INSIDE)
        return said.format(kind=kind_of_source(inner), container=kind_of_source(outer))
    comma = QCoreApplication.translate("words", ", ")  # as `words.listed`, which knows this file
    return comma.join(map(_kind, described.split(", ")))


def _kind(described: str) -> str:
    for known in KINDS:
        version = described.removeprefix(known)
        if version != described and version[:1] in ("", " "):
            return QCoreApplication.translate("archives", known) + version
    return described
