"""Records, one JSON object to a line: WikiConv, ConvoKit, and lists of a page's revisions.

WikiConv keeps the history of every comment as actions (ADDITION, MODIFICATION, DELETION ...): they
are folded into what stood there in the end. A file of any size is read with bounded memory: a large
one is first parted by page into temporary files.
"""

from __future__ import annotations

import codecs
import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import NamedTuple, cast

from talkreader.archives.document import Document, Loss
from talkreader.archives.packed.compressed import Unpacked
from talkreader.archives.packed.limits import CHUNK, MIB
from talkreader.archives.posts import Post, wikitext_of
from talkreader.archives.xmlpage import moment
from talkreader.domain.errors import DamagedArchive
from talkreader.domain.jsontext import loads
from talkreader.domain.page import FROM_RECORDS, Form, RawPage, Revision

_IN_MEMORY = 24 * MIB
_PARTS = 64
_MAX_LINE = 16 * MIB
_MOST_LOST = 1000
"""So many broken lines are told, each by itself."""

Record = Mapping[str, object]


class Line(NamedTuple):
    """A record, and the line of the file on which it stands, counted from 1."""

    number: int
    record: Record


def read(document: Document) -> Iterator[RawPage]:
    """The pages that the records speak of, in the order in which each is first named."""
    records = _Records(document)
    held: list[Line] = []
    size = 0
    coming = iter(records)
    for line, length in coming:
        held.append(line)
        size += length
        if size > _IN_MEMORY:
            # the list is emptied as soon as it is written down
            yield from _by_parts(document, records, chain(_taken(held), (one for one, _ in coming)))
            break
    yield from _pages(document, held, records)
    records.raise_if_useless_or_damaged()


def _taken(held: list[Line]) -> Iterator[Line]:
    """The records of a list, which is empty afterwards."""
    yield from held
    held.clear()


def _by_parts(document: Document, records: _Records, coming: Iterator[Line]) -> Iterator[RawPage]:
    """The pages of a large file, a part of the pages at a time."""
    with tempfile.TemporaryDirectory(prefix="talkreader-") as folder:
        paths = [Path(folder) / f"{number}.jsonl" for number in range(_PARTS)]
        parts = [path.open("w", encoding="utf-8") for path in paths]
        try:
            for line in coming:
                group = _group(line.record).encode("utf-8", "replace")
                digest = hashlib.blake2b(group, digest_size=1)
                part = parts[digest.digest()[0] % _PARTS]
                part.write(json.dumps(line, ensure_ascii=False) + "\n")
        finally:
            for part in parts:
                part.close()
        for path in paths:
            with path.open(encoding="utf-8") as part:
                yield from _pages(document, [Line(*json.loads(line)) for line in part], records)


class _Records:
    """The objects in the lines of a file, with their lengths; of lines that are none is told."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = 0
        self._broken = self._told = 0
        self._good = 0
        self._damage: DamagedArchive | None = None

    def __iter__(self) -> Iterator[tuple[Line, int]]:
        for text in self._sound_lines():
            self._lines += 1
            if text is None:
                too_long = DamagedArchive(
                    "This line has more than {limit} MB, which no record has; it was left out",
                    limit=_MAX_LINE // MIB,
                )
                self._lose(too_long)
                continue
            if not text.strip():
                continue
            try:
                record = loads(text)
            except (ValueError, RecursionError):
                record = None
            if isinstance(record, dict):
                self._good += 1
                yield Line(self._lines, record), len(text)
            else:
                self._lose(DamagedArchive("This line is no JSON object and was left out"))

    def _lose(self, error: DamagedArchive) -> None:
        """Tell of the line that was read last."""
        self._broken = self._broken or self._lines
        self._told += 1
        if self._document.lose is not None and self._told <= _MOST_LOST:
            self._document.lose(Loss("", self._lines, 0, error))

    def _sound_lines(self) -> Iterator[bytes | None]:
        """The lines, None for one without end; damage is told when they have become pages.

        Behind a packed stream that is damaged those of the next one come.
        """
        for _ in range(_MOST_LOST):
            try:
                yield from _lines(self._document.stream)
            except DamagedArchive as error:
                self._damage = self._damage or error
                packed = self._document.stream.go_on() if "bytes" in error.params else None
                if packed is None:
                    return
                missing = DamagedArchive(
                    "Bytes {start} to {end} of the packed file are damaged: the lines in them,"
                    " which follow this one, were left out",
                    start=packed[0],
                    end=packed[1],
                )
                self._lose(missing)
            else:
                return

    @property
    def warnings(self) -> tuple[str, ...]:
        """A sentence about the lines that could not be read, where nobody is told of each."""
        if not self._broken or self._document.lose is not None:
            return ()
        return (f"Line {self._broken} of the file is no JSON object and was left out",)

    def raise_if_useless_or_damaged(self) -> None:
        """Raise DamagedArchive when no line was a record, or the file ends too early."""
        if self._document.lose is not None and self._told > _MOST_LOST:
            error = DamagedArchive(
                "{count} more lines of this file were left out", count=self._told - _MOST_LOST
            )
            self._document.lose(Loss("", -1, 0, error))
        if self._damage is not None:
            raise self._damage
        if not self._good:
            raise DamagedArchive(
                "{path} has no line that is a JSON object; get the file again",
                path=self._document.path,
            )


def _lines(stream: Unpacked) -> Iterator[bytes | None]:
    """The lines; None for one that is too long."""
    parts: list[bytes] = []
    size = 0
    decoder: codecs.IncrementalDecoder | None = None
    first = True
    while data := stream.read(CHUNK):
        if first and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            decoder = codecs.getincrementaldecoder("utf-16")("replace")
        first = False
        if decoder is not None:  # as a shell of Windows writes what a program says
            data = decoder.decode(data).encode("utf-8", "replace")
        *lines, rest = data.split(b"\n")
        for line in lines:
            size += len(line)
            yield b"".join((*parts, line)) if size <= _MAX_LINE else None
            parts, size = [], 0
        size += len(rest)
        if size > _MAX_LINE:
            parts.clear()
        else:
            parts.append(rest)
    if size > _MAX_LINE:
        yield None
    elif size:
        yield b"".join(parts)


def _group(record: Record) -> str:
    """What says to which page a record belongs."""
    meta = record.get("meta")
    for source in (record, meta if isinstance(meta, Mapping) else {}):
        title = _string(source, "page_title")
        if title:
            return title
    return _string(record, "conversation_id") or _string(record, "root")


def _pages(document: Document, held: Iterable[Line], records: _Records) -> Iterator[RawPage]:
    groups: dict[str, list[Line]] = {}
    for line in held:
        groups.setdefault(_group(line.record), []).append(line)
    for title, lines in groups.items():
        document.check()
        page = _page(document, title, [line.record for line in lines])
        if page is not None:
            origin = replace(page.origin, line=lines[0].number)
            yield replace(page, origin=origin, warnings=(*page.warnings, *records.warnings))


def _page(document: Document, title: str, records: list[Record]) -> RawPage | None:
    """The page of these records; None when they say nothing that was said."""
    first = records[0]
    page_id = _number(first, "page_id")
    if "text" in first and "rev_id" in first:
        latest = max(records, key=lambda one: _string(one, "timestamp"))
        return document.page(
            Form.WIKITEXT,
            _string(latest, "text"),
            title=title,
            namespace=_number(latest, "page_namespace"),
            page_id=page_id,
            revision=Revision(
                _number(latest, "rev_id"),
                moment(_string(latest, "timestamp")),
                _string(latest, "user_text"),
                _string(latest, "comment"),
            ),
        )
    posts = _wikiconv(records) if "content" in first else _convokit(records)
    if not posts:
        return None
    return document.page(
        Form.WIKITEXT,
        wikitext_of(posts),
        title=title,
        page_id=page_id,
        language=document.hints.language or "en",
        warnings=(FROM_RECORDS,),
    )


def _wikiconv(records: list[Record]) -> list[Post]:
    """The posts as the last action left each; author and time are those of the first."""
    now: dict[str, Post] = {}
    goes_by: dict[str, str] = {}  # an action's id, and that of the action that replaced it
    for record in sorted(records, key=lambda one: _string(one, "timestamp")):
        name, before = _string(record, "id"), _string(record, "parent_id")
        kind = _string(record, "type").upper()
        old = now.pop(before, None) if before and kind != "ADDITION" else None
        if before:
            goes_by[before] = name
        if kind == "DELETION":
            continue
        now[name] = Post(
            id=name,
            author=old.author if old else _string(record, "user_text"),
            moment=old.moment if old else moment(_string(record, "timestamp")),
            text=_string(record, "content"),
            parent=_string(record, "replyTo_id") or (old.parent if old else ""),
            topic=_string(record, "conversation_id"),
        )
    return [replace(post, parent=_latest(post.parent, goes_by)) for post in now.values()]


def _latest(name: str, goes_by: dict[str, str]) -> str:
    for _ in range(len(goes_by)):
        if name not in goes_by:
            break
        name = goes_by[name]
    return name


def _convokit(records: list[Record]) -> list[Post]:
    posts = []
    for record in records:
        speaker = record.get("speaker") or record.get("user")
        who = _string(speaker, "id") if isinstance(speaker, Mapping) else speaker
        posts.append(
            Post(
                id=_string(record, "id"),
                author=who if isinstance(who, str) else "",
                moment=_moment(record.get("timestamp")),
                text=_string(record, "text"),
                parent=_string(record, "reply_to") or _string(record, "reply-to"),
                topic=_string(record, "conversation_id") or _string(record, "root"),
            )
        )
    return [post for post in posts if post.id and post.text.strip()]


def _moment(value: object) -> datetime | None:
    """The moment of a ConvoKit timestamp: seconds since 1970, or ISO 8601."""
    text = str(value) if isinstance(value, int | float | str) else ""
    try:
        return datetime.fromtimestamp(float(text), UTC)
    except (ValueError, OverflowError, OSError):
        return moment(text)


def _string(record: Mapping[object, object] | Record, name: str) -> str:
    value = cast("Record", record).get(name)
    return value if isinstance(value, str) else ""


def _number(record: Record, name: str) -> int | None:
    value = record.get(name)
    if isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
