"""Open a file: find out what it is at once, read its pages when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from talkreader.archives.compressed import Unpacked
from talkreader.archives.document import Document
from talkreader.archives.hints import Hints
from talkreader.archives.limits import HEAD, MIB
from talkreader.archives.readers import WORDS, reader_for
from talkreader.archives.sniff import Kind, Sniffed, sniff
from talkreader.archives.source import CountingFile, Source, source_of_bytes, source_of_file
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.page import Form, RawPage
from talkreader.domain.progress import Progress, ProgressReport

_ENOUGH = 1024
"""Sound bytes at the start of a damaged file that are worth looking at."""

_KIND_OF_FORM = {
    Form.HTML: Kind.HTML,
    Form.WIKITEXT: Kind.WIKITEXT,
    Form.PLAINTEXT: Kind.PLAINTEXT,
}


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
            head = _beginning(stream)
            self._layers = stream.layers
            self._member = stream.member
        finally:
            stream.close()
        if not head:
            raise NotAnArchive(
                "{path} unpacks to nothing; download the file again", path=source.name
            )
        self.sniffed = _settled(sniff(head, source.name), hints)
        self.description = ", ".join(
            [f"{WORDS[self.sniffed.kind]}{_version(head, self.sniffed.kind)}", *self._layers]
        )

    def pages(self) -> Iterator[RawPage]:
        """The pages, one at a time; progress counts compressed bytes.

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
            check=self._progress.check,
        )
        try:
            for page in reader_for(self.sniffed.kind)(document):
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


def _beginning(stream: Unpacked) -> bytes:
    """The first bytes, as far as they are sound; DamagedArchive when none are."""
    head = b""
    while len(head) < HEAD:
        try:
            data = stream.read(HEAD - len(head))
        except DamagedArchive:
            # the pages before the damage can be read, and reading them tells of it
            if len(head) < _ENOUGH:
                raise
            break
        if not data:
            break
        head += data
    return head


def _settled(sniffed: Sniffed, hints: Hints) -> Sniffed:
    """What the person says, where the contents are open to doubt."""
    if sniffed.sure or hints.form is None:
        return sniffed
    return Sniffed(_KIND_OF_FORM[hints.form])


def _version(head: bytes, kind: Kind) -> str:
    """The schema's version of an XML export, with a blank before it."""
    if kind is not Kind.XML_EXPORT:
        return ""
    from talkreader.archives.xmldump import schema_version

    version = schema_version(head)
    return f" {version}" if version else ""
