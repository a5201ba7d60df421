"""Zip files: saved pages, parts of a dump, WACZ web archives. Nothing is written to the disk."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from talkreader.archives.containers.members import Members, is_no_page, page_of_folder, too_large
from talkreader.archives.containers.zipsalvage import salvage
from talkreader.archives.document import Document
from talkreader.archives.packed.limits import MAX_RATIO, MIB, RATIO_FREE
from talkreader.archives.text.encoding import decode_names
from talkreader.domain.errors import ArchiveError, DamagedArchive, NotAnArchive
from talkreader.domain.page import RawPage

_MAX_DIRECTORY = 64 * MIB  # some 500,000 names; a longer list would be held in memory as a whole
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_END = b"PK\x05\x06"
_END64 = b"PK\x06\x06"
# what zipfile raises at a broken list of names, at a method it does not know, at a wrong place
_BROKEN = (zipfile.BadZipFile, RuntimeError, OSError, ValueError, struct.error, EOFError)
_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")


def read(document: Document) -> Iterator[RawPage]:
    """The pages of the files in a zip file, in its own order."""
    _refuse_long_directory(document)
    try:
        archive = zipfile.ZipFile(cast("BinaryIO", document.raw))
    except _BROKEN as error:
        yield from salvage(document, str(error))
        return
    with archive:
        # of one that is cut off the list that is found may be that of a zip file within it
        if min((info.header_offset for info in archive.infolist()), default=0) > 0:
            yield from salvage(document, "its list of files is missing")
        else:
            yield from _Zip(document, archive).pages()


class _Zip:
    """One zip file under way."""

    def __init__(self, document: Document, archive: zipfile.ZipFile) -> None:
        self._document = document
        self._archive = archive
        self._members = Members(document)
        self._produced = 0
        infos = archive.infolist()
        self._names = _names(infos)
        self._pages = {self._names.get(info.header_offset, info.filename) for info in infos}

    def pages(self) -> Iterator[RawPage]:
        """The pages of its members; what is none is told of."""
        infos = [info for info in self._archive.infolist() if not info.is_dir()]
        names = {info.filename for info in infos}
        if not names:
            raise NotAnArchive(
                "{path} is a zip archive with nothing in it; get the file again",
                path=self._document.path,
            )
        if any(mark in names for mark in _OFFICE):
            raise NotAnArchive(
                "{path} is an Office document, a book or a program, not a talk page; save the page"
                " itself as a web page or as text",
                path=self._document.path,
            )
        if "datapackage.json" in names:
            # WACZ: the pages are in its WARC files, the rest are lists of them
            infos = [info for info in infos if info.filename.startswith("archive/")]
        for info in infos:
            self._document.check()
            yield from self._member(info)
        self._members.refuse_if_useless()

    def _member(self, info: zipfile.ZipInfo) -> Iterator[RawPage]:
        name = self._names.get(info.header_offset, info.filename)
        if is_no_page(name) or self._beside(name):
            self._members.leave_out(name, None)
            return
        trouble = self._distrust(info, name)
        if trouble is not None:
            self._members.leave_out(name, trouble)
            return
        self._produced += info.file_size
        try:
            file = self._archive.open(info)
        except _BROKEN as error:
            self._members.leave_out(name, self._damaged(name, error))
            return
        yield from self._members.read(name, cast("BinaryIO", _Member(file)))

    def _beside(self, name: str) -> bool:
        """True for what a browser put beside a page that is in the archive too."""
        page = page_of_folder(name)
        return page is not None and not self._pages.isdisjoint({f"{page}.html", f"{page}.htm"})

    def _distrust(self, info: zipfile.ZipInfo, name: str) -> ArchiveError | None:
        """Why a member is not opened: zipfile holds it to the size that is told here."""
        if info.flag_bits & _ENCRYPTED:
            return NotAnArchive(
                "{path} is locked with a password; unpack it and open what comes out",
                path=f"{self._document.path} › {name}",
            )
        too_dense = info.file_size > max(RATIO_FREE, MAX_RATIO * max(info.compress_size, 1))
        produced = self._produced + info.file_size
        # members that share their packed bytes: the whole is denser than any of them
        too_much = produced > max(RATIO_FREE, MAX_RATIO * self._document.size)
        if too_dense or too_much:
            return too_large(self._document, name, info.file_size)
        return None

    def _damaged(self, name: str, error: Exception) -> DamagedArchive:
        return DamagedArchive(
            "{path} cannot be unpacked ({reason}); unpack it with another program",
            path=f"{self._document.path} › {name}",
            reason=str(error),
        )


class _Member:
    """A member's bytes; zipfile's own errors become what every damaged file raises."""

    def __init__(self, file: object) -> None:
        self._file = cast("BinaryIO", file)

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        try:
            return self._file.read(size)
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise ValueError(str(error) or "the packed data ends too early") from error

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """The new position; only a 7z inside asks."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """The position."""
        return self._file.tell()

    def close(self) -> None:
        """Give the member back."""
        self._file.close()


def _names(infos: list[zipfile.ZipInfo]) -> dict[int, str]:
    """The names of members by their places, where zipfile did not know the encoding.

    Those that are not marked as UTF-8 may be that, or in the encoding of the packer's country.
    """
    odd, raw = [], []
    for info in infos:
        if not info.flag_bits & _UTF8_NAME and not info.filename.isascii():
            try:
                raw.append(info.filename.encode("cp437"))
            except UnicodeEncodeError:
                continue
            odd.append(info)
    names = decode_names(raw) if odd else None
    if names is None:
        return {}
    return {info.header_offset: name for info, name in zip(odd, names, strict=True)}


def _refuse_long_directory(document: Document) -> None:
    """Raise NotAnArchive when the list of names alone would fill the memory."""
    file = document.raw
    tail_size = min(document.size, 22 + 20 + 56 + 65_535)
    file.seek(document.size - tail_size)
    tail = file.read(tail_size)
    place = tail.rfind(_END)
    size = int.from_bytes(tail[place + 12 : place + 16], "little") if place >= 0 else 0
    place64 = tail.rfind(_END64)
    if size == 0xFFFF_FFFF and place64 >= 0:
        size = int.from_bytes(tail[place64 + 40 : place64 + 48], "little")
    file.seek(0)
    if size > _MAX_DIRECTORY:
        raise NotAnArchive(
            "{path} lists more files than a reader should hold in memory; unpack it and open the"
            " folder",
            path=document.path,
        )
