"""The files inside a container: each is looked at by itself, and one that fails stops no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import BinaryIO

from talkreader.archives.document import Document, Lose
from talkreader.archives.packed.compressed import Unpacked
from talkreader.archives.packed.limits import HEAD, MIB
from talkreader.archives.packed.source import CountingFile
from talkreader.archives.readers import WORDS, pages_of
from talkreader.archives.sniff import Kind, settle, sniff
from talkreader.domain.errors import ArchiveError, DamagedArchive, NotAnArchive
from talkreader.domain.page import RawPage

_NOT_PAGES = frozenset(
    "css js mjs map json5 png jpg jpeg gif svg webp avif ico bmp tif tiff woff woff2 ttf otf eot"
    " mp3 mp4 ogg oga ogv webm wav pdf exe dll so sqlite db lnk url ini plist".split()
)
_INDEX = re.compile(r"-multistream-index\d*\.txt[\w.-]*\Z")
"""What lies beside a multistream dump: where each page is in it."""
_FOLDER = re.compile(
    r"(.+?)(?:[_.-]files|[_-]fichiers|-Dateien|_archivos|_arquivos|_ficheiros|[_-]bestanden|_pliki"
    r"|_soubory|-filer|_file)/"
)
_CONTROL = re.compile("[\\x00-\\x1f\\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WITHIN = {Kind.ZIP}


def is_no_page(name: str) -> bool:
    """True for what lies beside a page and is none: its pictures, scripts, a dump's index."""
    path = PurePosixPath(name.replace("\\", "/"))
    parts = [part for part in path.parts if part not in {".", ".."}]
    if any(part.startswith(".") or part == "__MACOSX" for part in parts):
        return True
    if _INDEX.search(path.name):
        return True
    return path.suffix.lower().removeprefix(".") in _NOT_PAGES


def page_of_folder(name: str) -> str | None:
    """The page without its ending whose folder of pictures and frames a file is in; None: in none.

    Browsers save "Talk.html" with "Talk_files/" beside it; a page of that name must be there.
    """
    found = _FOLDER.match(name.replace("\\", "/"))
    return found[1] if found else None


def shown_name(name: str) -> str:
    """A member's name as it may be shown: no control characters, nothing that turns text round."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", name)


def pages_of_member(document: Document, name: str, file: BinaryIO) -> Iterator[RawPage]:
    """The pages of one file of a container; ``file`` is closed.

    Raises: ArchiveError about this member alone.
    """
    whole = f"{document.path} › {name}"
    stream = Unpacked(CountingFile(file, whole), whole, document.check)
    try:
        head = stream.beginning(HEAD)
        if not head:
            raise NotAnArchive("{path} is empty; copy or download the file again", path=whole)
        kind = settle(sniff(head, whole), document.hints).kind
        if kind in _WITHIN:
            raise NotAnArchive(
                "{path} is a container inside a container; unpack it and open what comes out",
                path=whole,
            )
        words = ", ".join([WORDS[kind], *stream.layers])
        inner = replace(
            document,
            path=whole,
            file=document.file or document.path,
            member=name,
            container=f"{words}, in {document.container}",
            stream=stream,
            lose=_of_member(document.lose, name),
        )
        yield from pages_of(inner, kind)
    finally:
        stream.close()


def _of_member(lose: Lose | None, name: str) -> Lose | None:
    """What is told of losses, with the member in which they are."""
    if lose is None:
        return None
    return lambda loss: lose(replace(loss, member=name))


class Members:
    """Counts what a container gives, and tells of what is left out."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._given = 0
        self._tried = 0
        self._last: ArchiveError | None = None

    def read(self, name: str, file: BinaryIO) -> Iterator[RawPage]:
        """The pages of a member; what is wrong with it is told, not raised."""
        self._tried += 1
        try:
            for page in pages_of_member(self._document, shown_name(name), file):
                self._given += 1
                yield page
        except ArchiveError as error:
            self._tell(name, error)

    def leave_out(self, name: str, error: ArchiveError | None) -> None:
        """Tell of a member that was not read: ``error`` says why, None: it is no page by name."""
        self._tried += error is not None
        self._tell(name, error)

    def _tell(self, name: str, error: ArchiveError | None) -> None:
        self._last = error or self._last
        self._document.leave_out(shown_name(name), error)

    def refuse_if_useless(self) -> None:
        """Raise what is wrong when there was not one page."""
        if self._given:
            return
        if self._tried == 1 and self._last is not None:
            raise self._last
        raise NotAnArchive(
            "{path} holds no talk page: {count} files were looked at; choose a container with saved"
            " pages or an export",
            path=self._document.path,
            count=self._tried,
        )


def too_large(document: Document, name: str, size: int) -> DamagedArchive:
    """What to say of a member that unpacks to more than is trusted."""
    return DamagedArchive(
        "{path} unpacks to {size} MB, far more than its packed size can hold, and is not trusted;"
        " unpack it with another program and open what comes out",
        path=f"{document.path} › {shown_name(name)}",
        size=size // MIB,
    )
