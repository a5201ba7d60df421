"""Records, one JSON object to a line: WikiConv, ConvoKit, and lists of a page's revisions.

WikiConv keeps the history of every comment as actions (ADDITION, MODIFICATION, DELETION ...): they
are folded into what stood there in the end. A file of any size is read with bounded memory: a large
one is first parted by page into temporary files.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import cast

from talkreader.archives.compressed import Unpacked
from talkreader.archives.document import Document
from talkreader.archives.limits import CHUNK, MIB
from talkreader.archives.posts import Post, wikitext_of
from talkreader.archives.xmlpage import moment
from talkreader.domain.errors import DamagedArchive, NotAnArchive
from talkreader.domain.jsontext import loads
from talkreader.domain.page import FROM_RECORDS, Form, RawPage, Revision

_IN_MEMORY = 24 * MIB
_PARTS = 64
_MAX_LINE = 16 * MIB

Record = Mapping[str, object]


def read(document: Document) -> Iterator[RawPage]:
    """The pages that the records speak of, in the order in which each is first named."""
    records = _Records(document)
    held: list[Record] = []
    size = 0
    coming = iter(records)
    for record, length in coming:
        held.append(record)
        size += length
        if size > _IN_MEMORY:
            # the list is emptied as soon as it is written down
            yield from _by_parts(document, records, chain(_taken(held), (one for one, _ in coming)))
            break
    yield from _pages(document, held, records)
    records.raise_if_useless_or_damaged()


def _taken(held: list[Record]) -> Iterator[Record]:
    """The records of a list, which is empty afterwards."""
    yield from held
    held.clear()


def _by_parts(document: Document, records: _Records, coming: Iterator[Record]) -> Iterator[RawPage]:
    """The pages of a large file, a part of the pages at a time."""
    with tempfile.TemporaryDirectory(prefix="talkreader-") as folder:
        paths = [Path(folder) / f"{number}.jsonl" for number in range(_PARTS)]
        parts = [path.open("w", encoding="utf-8") for path in paths]
        try:
            for record in coming:
                digest = hashlib.blake2b(_group(record).encode("utf-8", "replace"), digest_size=1)
                part = parts[digest.digest()[0] % _PARTS]
                part.write(json.dumps(record, ensure_ascii=False) + "\n")
        finally:
            for part in parts:
                part.close()
        for path in paths:
            with path.open(encoding="utf-8") as part:
                yield from _pages(document, [json.loads(line) for line in part], records)


class _Records:
    """The objects in the lines of a file, with their lengths; lines that are none are counted."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = 0
        self._broken: list[int] = []
        self._good = 0
        self._damage: DamagedArchive | None = None

    def __iter__(self) -> Iterator[tuple[Record, int]]:
        for line in self._sound_lines():
            self._lines += 1
            if not line.strip():
                continue
            try:
                record = loads(line)
            except (ValueError, RecursionError):
                record = None
            if isinstance(record, dict):
                self._good += 1
                yield record, len(line)
            else:
                self._broken.append(self._lines)
                del self._broken[1000:]

    def _sound_lines(self) -> Iterator[bytes]:
        """The lines before any damage, which is told when they have become pages."""
        try:
            yield from _lines(self._document.stream, self._document.path)
        except DamagedArchive as error:
            self._damage = error

    @property
    def warnings(self) -> tuple[str, ...]:
        """A sentence about the lines that could not be read."""
        if not self._broken:
            return ()
        return (f"Line {self._broken[0]} of the file is no JSON object and was left out",)

    def raise_if_useless_or_damaged(self) -> None:
        """Raise DamagedArchive when no line was a record, or the file ends too early."""
        if self._damage is not None:
            raise self._damage
        if not self._good:
            raise DamagedArchive(
                "{path} has no line that is a JSON object; get the file again",
                path=self._document.path,
            )


def _lines(stream: Unpacked, path: str) -> Iterator[bytes]:
    rest = b""
    while data := stream.read(CHUNK):
        *lines, rest = (rest + data).split(b"\n")
        yield from lines
        if len(rest) > _MAX_LINE:
            raise NotAnArchive(
                "{path} has a line of more than {limit} MB, which no record is; get the file again",
                path=path,
                limit=_MAX_LINE // MIB,
            )
    if rest.strip():
        yield rest


def _group(record: Record) -> str:
    """What says to which page a record belongs."""
    meta = record.get("meta")
    for source in (record, meta if isinstance(meta, Mapping) else {}):
        title = _string(source, "page_title")
        if title:
            return title
    return _string(record, "conversation_id") or _string(record, "root")


def _pages(document: Document, held: Iterable[Record], records: _Records) -> Iterator[RawPage]:
    groups: dict[str, list[Record]] = {}
    for record in held:
        groups.setdefault(_group(record), []).append(record)
    for title, members in groups.items():
        document.check()
        page = _page(document, title, members)
        if page is not None:
            yield replace(page, warnings=(*page.warnings, *records.warnings))


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
