"""MediaWiki XML exports, schema 0.3 to 0.11: a dump of any size in constant memory.

A page that is broken is left out; the error that tells of it comes at the end. Of a file that
breaks off in its first page, as a rule its only one, that page is given as far as it goes.
Of a full history the latest revision of each page is given: by timestamp, and of equal ones the
one that stands last.
"""

from __future__ import annotations

import codecs
import re
from collections import deque
from collections.abc import Iterator
from pyexpat import ErrorString, ExpatError

from talkreader.archives.document import Document
from talkreader.archives.exports.breaks import PAGE, Break, Breaks
from talkreader.archives.exports.expat import Expat
from talkreader.archives.exports.liquidthreads import Gathered
from talkreader.archives.exports.xmlencoding import transcoder_for, undeclared
from talkreader.archives.packed.limits import CHUNK, MIB
from talkreader.archives.text.encoding import decode
from talkreader.archives.xmlpage import MAX_PAGE, PageBuilder, SiteInfo
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.page import RawPage

_VERSION = re.compile(r'<mediawiki\b[^>]*?(?:\bversion="([\d.]+)"|/export-([\d.]+)/)')

_JUNK_AFTER_END = 9  # XML_ERROR_JUNK_AFTER_DOC_ELEMENT
_UNCLOSED_TOKEN = 5  # XML_ERROR_UNCLOSED_TOKEN
_WHOLE = re.compile(rb"<mediawiki[\s>]")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[\w?!]")
_NO_BREAK = re.compile(rb"[^\n]")
_NEXT = (b"<mediawiki", b"<?xml")
_DEEPEST = 50
"""Elements within each other; an export has seven."""
_LONGEST = 2 * MIB
"""Bytes of one tag or comment; of one that does not end, expat would keep all. Since 2.6 it may
not look again before it has twice as many as the last time."""


class _GivenUp(Exception):
    """A page cannot be read on from this byte and line; the reason, "" when it is too large."""

    def __init__(self, reason: str, offset: int, line: int) -> None:
        super().__init__(reason)
        self.reason, self.offset, self.line = reason, offset, line


class _DocumentType(Exception):
    """The file declares a document type, which no export does and attacks need."""


def schema_version(head: bytes) -> str:
    """The version of the export schema that a file's beginning names, "" if it does not."""
    match = _VERSION.search(decode(head[:8192]).text)
    return (match[1] or match[2]) if match else ""


def _reason(error: DamagedArchive) -> str | None:
    """Why a packed file cannot be unpacked further; None when it is not to be."""
    if "bytes" not in error.params:
        return None
    return str(error.params.get("reason", "the packed data ends too early"))


def read(document: Document) -> Iterator[RawPage]:
    """The pages of an export in the order of the file."""
    reader = _Reader(document)
    while not reader.finished:
        try:
            reader.advance()
        except (ExpatError, DamagedArchive) as error:
            if isinstance(error, DamagedArchive) and reader.pass_over(error):
                continue
            if reader.take_beginning(error):
                break
            # what was complete before the damage is good, and comes first
            yield from reader.take_all()
            raise reader.damaged(error) from error
        yield from reader.take()
    yield from reader.take_all()
    reader.raise_if_broken()
    reader.refuse_if_useless()


class _Reader:
    """Feeds expat, and turns its events into pages."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._site = SiteInfo()
        self._page: PageBuilder | None = None
        self._ready: deque[RawPage] = deque()
        self._given = 0
        self._boards = 0
        self._threads = Gathered()
        self._path: list[str] = []
        self._text: list[str] = []
        self._length = 0  # characters of that text
        self._before = ""  # the title of the last page that was read
        self.finished = False
        self._breaks = Breaks(document)
        self._damage: DamagedArchive | None = None
        self._is_part = False  # neither the beginning nor the end of an export
        self._fed = 0  # bytes read of the whole file
        self._transcoder: codecs.IncrementalDecoder | None = None
        self._parser = Expat(self._start, self._end, self._characters, self._doctype)

    def advance(self) -> None:
        """Read one chunk of the file."""
        if self._damage is not None:
            error, self._damage = self._damage, None
            raise error
        data = self._document.stream.read(CHUNK)
        # the first read may give a few bytes only; the declaration is in the first KiB
        while data and not self._fed and len(data) < 1024 and self._damage is None:
            try:
                more = self._document.stream.read(CHUNK)
            except DamagedArchive as error:
                self._damage = error  # what came before comes first
                break
            if not more:
                break
            data += more
        self.finished = not data
        if not self._fed:
            data = self._begin(data)
        if self._transcoder is not None:
            data = self._transcoder.decode(data, final=self.finished).encode("utf-8")
        start, self._fed = self._fed, self._fed + len(data)
        try:
            self._feed(data, start)
        except _DocumentType:
            raise NotAnArchive(
                "{path} declares a document type, which no MediaWiki export does and which can be"
                " used to attack a reader; get the export again from the wiki itself",
                path=self._document.path,
            ) from None

    def _begin(self, data: bytes) -> bytes:
        """Look at the beginning of the file; return what is to be parsed."""
        self._transcoder = transcoder_for(data, self._document)
        if self._transcoder is not None:
            data = undeclared(data)
        place = data.find(PAGE)
        root = _WHOLE.search(data, 0, place if place >= 0 else len(data))
        if root and not _MARKUP.match(data) and b"\0" not in data:
            # something stands before the export, or its first bytes are damaged
            data = _NO_BREAK.sub(b" ", data[: root.start()]) + data[root.start() :]
        elif not root and b"\0" not in data:
            self._is_part = True
            if data.lstrip().startswith(PAGE):  # the streams of a dump but the first begin so
                self._breaks.seek()
            elif not self._breaks.seeking:  # else it is damaged, and that is told
                self._breaks.add(Break(0, 1, "", "its beginning is missing"))
        return data

    def _feed(self, data: bytes, start: int) -> None:
        """Parse ``data``, which is at byte ``start``; several exports may follow each other."""
        rest: bytes | None = data
        while rest is not None:
            if self._breaks.seeking:
                rest = self._next_page(rest, start + len(data))
                if rest is None:
                    return
            try:
                self._parse(rest)
            except (ExpatError, _GivenUp) as error:
                # expat reads on to the end of the chunk when a handler raises
                offset = error.offset if isinstance(error, _GivenUp) else self._parser.offset
                rest = data[max(offset - start, 0) :]
                self._go_on_after(error, rest)
            else:
                return

    def _parse(self, data: bytes) -> None:
        self._parser.parse(data, final=self.finished)
        if self._fed - self._parser.offset > _LONGEST:
            raise self._given_up(ErrorString(_UNCLOSED_TOKEN))

    def _given_up(self, reason: str = "") -> _GivenUp:
        return _GivenUp(reason, self._parser.offset, self._parser.line)

    def _go_on_after(self, error: ExpatError | _GivenUp, rest: bytes) -> None:
        """Begin anew with ``rest``, or look for the next page in it, or raise the error."""
        if isinstance(error, _GivenUp):
            self._leave_page(error.reason, given_up=error)
            if self._breaks.too_many:
                raise self._breaks.error(self._given + len(self._ready)) from None
        elif error.code == _JUNK_AFTER_END and rest.lstrip().startswith(_NEXT):
            self._parser.begin_at(self._parser.offset, self._parser.line - 1)
            self._take_text()
            self._site, self._path = SiteInfo(), []
        elif self.finished and self._is_part and self._path == ["mediawiki"]:
            self._breaks.seek()  # and find nothing
        elif self._may_go_on:
            self._leave_page(ErrorString(error.code))
        else:
            raise error

    @property
    def _may_go_on(self) -> bool:
        """True where the damage is within an export."""
        within = self._path[:1] == ["mediawiki"] or bool(self._given or self._ready)
        return within and not self.finished and not self._breaks.too_many

    def _leave_page(
        self,
        reason: str,
        packed: tuple[int, int] | None = None,
        given_up: _GivenUp | None = None,
    ) -> None:
        """Give up the page that is being read."""
        title = self._page.title if self._page is not None else ""
        known = bool(title)
        if packed:
            title = title or self._before
        if given_up is not None:
            offset, line = given_up.offset, given_up.line
        elif self._breaks.seeking:  # the parser has not seen what was passed over since
            offset, line = self._fed, self._parser.lines + 1
        else:
            offset, line = self._parser.offset, self._parser.line
        self._breaks.add(Break(offset, line, title, reason, packed, known, too_large=not reason))
        self._parser.lines = line - 1
        self._page = None

    def pass_over(self, error: DamagedArchive) -> bool:
        """Say whether the reading goes on behind packed bytes that are damaged."""
        reason = _reason(error)
        if reason is None or self._breaks.too_many:
            return False
        packed = self._document.stream.go_on()
        if packed is None:
            return False
        self._leave_page(reason, packed)
        if self._transcoder is not None:
            self._transcoder.reset()
        return True

    def _next_page(self, data: bytes, end: int) -> bytes | None:
        """Return what ``data`` (up to byte ``end``) has from the next page on; None: nothing."""
        lines, rest = self._breaks.find(data)
        self._parser.lines += lines
        if rest is None:
            return None
        self._parser.begin_within(end - len(rest), self._parser.lines)
        self._take_text()
        self._path = ["mediawiki"]
        return rest

    def take(self) -> Iterator[RawPage]:
        """The pages that became complete."""
        while self._ready:
            self._given += 1
            yield self._ready.popleft()

    def take_all(self) -> Iterator[RawPage]:
        """The pages that became complete, and those that are made of several."""
        self._ready.extend(self._threads.pages())
        yield from self.take()

    def take_beginning(self, error: ExpatError | DamagedArchive) -> bool:
        """Take the file's first page, if it breaks off there and has something to read."""
        if isinstance(error, ExpatError):
            cut = self.finished
        else:
            cut = _reason(error) is not None and "reason" not in error.params
        page = self._page
        if not cut or page is None or self._given or self._before or self._breaks.any:
            return False
        if not page.end_early(self._path, self._take_text()):
            return False
        self._finish(page)
        return True

    def damaged(self, error: ExpatError | DamagedArchive) -> DamagedArchive:
        """What to say of a file that cannot be read to its end."""
        reason = ErrorString(error.code) if isinstance(error, ExpatError) else _reason(error)
        if reason is None:
            return error if isinstance(error, DamagedArchive) else self._breaks.error(self._given)
        if not self._breaks.seeking:
            self._leave_page(reason)
        return self._breaks.error(self._given)

    def raise_if_broken(self) -> None:
        """Raise DamagedArchive when pages were left out that nobody was told of, or are broken."""
        self._breaks.raise_error(self._given)

    def refuse_if_useless(self) -> None:
        """Raise NotAnArchive when the whole file held nothing to read."""
        if self._boards and self._boards == self._given:
            raise NotAnArchive(
                "{path} holds only the numbers of Structured Discussions boards, not what was said"
                " on them; save the boards as web pages instead",
                path=self._document.path,
            )
        if not self._given:
            raise NotAnArchive(
                "{path} is an export without a page in it; check the titles that were exported",
                path=self._document.path,
            )

    def _doctype(self, *_parts: object) -> None:
        raise _DocumentType

    def _characters(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)
        if self._length > MAX_PAGE:
            raise self._given_up()

    def _take_text(self) -> str:
        """The text since the last tag."""
        text = "".join(self._text)
        self._text.clear()
        self._length = 0
        return text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._take_text()
        if name == "page" and self._page is not None:
            raise self._given_up("a page has no end")
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise self._given_up("elements that are nested without end")
        if name == "page":
            offset, line = self._parser.offset, self._parser.line
            self._page = PageBuilder(self._site, offset, line, self._document.fold)
        elif self._page is not None:
            self._page.start(self._path, attributes)
        elif name == "namespace":
            self._site.key = attributes.get("key", "")
        elif len(self._path) == 1:
            self._root(attributes)

    def _root(self, attributes: dict[str, str]) -> None:
        """Take what the outermost element says."""
        self._site.language = attributes.get("xml:lang", "")

    def _end(self, name: str) -> None:
        text = self._take_text()
        if self._page is None:
            self._site.end(name, text)
        elif name == "page":
            self._finish(self._page)
            self._page = None
        else:
            self._page.end(self._path, text)
        self._path.pop()

    def _finish(self, page: PageBuilder) -> None:
        """Keep a complete page."""
        self._before = page.title
        if page.is_stub:
            if not self._given and not self._ready:
                raise NotAnArchive(
                    "{path} is a stub dump: it lists the revisions, and there is no text in this"
                    " file; download the file with “pages-articles” or “pages-meta-current” in its"
                    " name",
                    path=self._document.path,
                )
            page.warn("The export has no text for this page")
        self._boards += page.is_board
        built = page.build(self._document)
        if not self._threads.take(built):
            self._ready.append(built)
        elif self._threads.many:
            self._ready.extend(self._threads.pages())
