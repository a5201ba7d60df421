"""Open a file: find out what it is at once, read its pages when they are asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from talkreader.archives.document import Document, FoldMaker, LeftOut, Lose, ignore
from talkreader.archives.hints import Hints
from talkreader.archives.packed.compressed import Unpacked
from talkreader.archives.packed.limits import HEAD, MIB
from talkreader.archives.packed.source import CountingFile, Source, source_of_bytes, source_of_file
from talkreader.archives.readers import WORDS, pages_of
from talkreader.archives.sniff import Kind, settle, sniff
from talkreader.domain.errors import NotAnArchive
from talkreader.domain.page import RawPage
from talkreader.domain.progress import Progress, ProgressReport

_PACKED_DUMP = re.compile(r"(?:\.xml[^./\\]*\.(?:bz2|gz|xz|zst|lzma)|\.7z)$", re.IGNORECASE)
"""A server that cannot give a file gives a page that says so, under the same name."""
_TEXTS = {Kind.HTML, Kind.PLAINTEXT}


class Archive:
    """A file that is known to be an archive.

    ``description`` is in words for people, ``size`` in bytes as stored, ``sniffed`` the kind that
    its contents say it is.
    """

    def __init__(self, source: Source, progress: Progress, hints: Hints) -> None:
        self._source = source
        self._progress = progress
        self._hints = hints
        self.size = source.size
        stream = Unpacked(source.open(), source.name, progress.check)
        try:
            head = stream.beginning(HEAD)
            self._layers = stream.layers
            self._member = stream.member
        finally:
            stream.close()
        if not head:
            raise NotAnArchive(
                "{path} unpacks to nothing; download the file again", path=source.name
            )
        self.sniffed = settle(sniff(head, source.name), hints)
        if not self._layers and _PACKED_DUMP.search(source.name) and self.sniffed.kind in _TEXTS:
            raise NotAnArchive(
                "{path} is named like a packed dump, and holds a web page or a text, as when a"
                " download fails; get it again",
                path=source.name,
            )
        if self.sniffed.kind is Kind.ZIP and self._layers:
            raise NotAnArchive(
                "{path} holds a zip archive inside another packing; unpack it first",
                path=source.name,
            )
        self.description = ", ".join(
            [f"{WORDS[self.sniffed.kind]}{_version(head, self.sniffed.kind)}", *self._layers]
        )

    def pages(
        self,
        left_out: LeftOut | None = None,
        fold: FoldMaker | None = None,
        lose: Lose | None = None,
    ) -> Iterator[RawPage]:
        """The pages, one at a time; progress counts compressed bytes.

        ``left_out`` is told of the files in a container that hold none. ``fold`` takes the
        revisions of a page that has several. ``lose`` is told of pages that are broken or too large
        while those after them are read.

        Raises: DamagedArchive: cut off or broken, after all pages before that place;
        NotAnArchive: a kind of file that has no discussion in it; Cancelled.
        """
        raw = self._source.open()
        meter = _Meter(raw, self.size, self._progress)
        try:
            stream = Unpacked(raw, self._source.name, meter.advance)
        except BaseException:
            raw.close()
            raise
        document = Document(
            path=self._source.name,
            member=self._member,
            container=self.description,
            stream=stream,
            hints=self._hints,
            check=meter.advance,
            raw=raw,
            size=self.size,
            leave_out=left_out or ignore,
            fold=fold,
            lose=lose,
        )
        try:
            for page in pages_of(document, self.sniffed.kind):
                meter.pages += 1
                self._progress.check()
                yield page
            meter.report()
        finally:
            stream.close()


class _Meter:
    """Tells the person how far the reading is, at most once per MiB."""

    def __init__(self, raw: CountingFile, size: int, progress: Progress) -> None:
        self._raw = raw
        self._size = size
        self._progress = progress
        self._next = MIB
        self.pages = 0

    def advance(self) -> None:
        """Called after each read."""
        self._progress.check()
        if self._raw.count >= self._next:
            self._next = self._raw.count + MIB
            self.report()

    def report(self) -> None:
        """Tell the listener; 7z reads some bytes twice, so never more than all."""
        done = min(self._raw.count, self._size)
        self._progress.report(ProgressReport(done, self._size, pages=self.pages))


def open_archive(
    path: Path, progress: Progress | None = None, hints: Hints | None = None
) -> Archive:
    """The archive in the file ``path``.

    Raises: NotAnArchive: it is something else; DamagedArchive: not even its beginning can be read;
    ArchiveError: it is not there or may not be read.
    """
    return Archive(source_of_file(path), progress or Progress(), hints or Hints())


def open_bytes(
    data: bytes, name: str, hints: Hints | None = None, progress: Progress | None = None
) -> Archive:
    """The archive in ``data``; ``name`` stands for its path."""
    return Archive(source_of_bytes(data, name), progress or Progress(), hints or Hints())


def open_text(text: str, hints: Hints | None = None, name: str = "") -> Archive:
    """The archive in a text that was pasted."""
    return open_bytes(text.encode("utf-8", "replace"), name or "pasted text", hints)


def _version(head: bytes, kind: Kind) -> str:
    """The schema's version of an XML export, with a blank before it."""
    if kind is not Kind.XML_EXPORT:
        return ""
    from talkreader.archives.exports.xmldump import schema_version

    version = schema_version(head)
    return f" {version}" if version else ""
