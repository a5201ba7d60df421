"""Nouns as the columns of a row, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from talkreader.domain.body import BlockKind, BlockSpan, Body, Mark, MarkKind, Span
from talkreader.domain.page import (
    Form,
    Origin,
    PageInfo,
    PageKey,
    RawPage,
    Revision,
    ThreadMark,
    key_of_text,
)
from talkreader.domain.thread import (
    Comment,
    Evidence,
    PageWarning,
    Prose,
    Section,
    Signature,
    WarningKind,
)
from talkreader.store.values.timekeys import moment_of

if TYPE_CHECKING:
    import zstandard

_LONG = 400  # shorter than this, zlib gains too little for its time
_FAST = 1
_ZLIB = b"\x78"  # its first byte; JSON here begins with [ or {, zstd with 0x28
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

# looked up, and not asked of the Enum: a page has thousands
EVIDENCE = {each.value: each for each in Evidence}
_BLOCKS = {each.value: each for each in BlockKind}
_MARKS = {each.value: each for each in MarkKind}

COMMENT, HEADING, PROSE = range(3)
"""The kinds of a row of the table ``item``."""


def to_json(value: object) -> str:
    """Return JSON without spaces, Chinese as it is."""
    return _ENCODER.encode(value)


def pack(value: object) -> bytes:
    """Return a value as bytes: JSON, compressed when that is worth it."""
    data = to_json(value).encode("utf-8", "surrogatepass")
    return zlib.compress(data, _FAST) if len(data) > _LONG else data


_read_json = json.JSONDecoder().raw_decode
"""`json.loads` without its looking for what `pack` never writes: every comment comes this way."""


def unpack(data: bytes) -> Any:
    """Return the value that `pack` was given, tuples as lists."""
    if data[:1] == _ZLIB:
        data = zlib.decompress(data)
    return _read_json(data.decode("utf-8", "surrogatepass"))[0]


@cache
def _packer() -> zstandard.ZstdCompressor:
    import zstandard

    # five times as fast as zlib's fastest, and smaller
    return zstandard.ZstdCompressor(level=2)


def pack_text(text: str) -> bytes:
    """Return a text compressed."""
    return _packer().compress(text.encode("utf-8", "surrogatepass"))


def unpack_text(data: bytes) -> str:
    """Return the text that `pack_text` was given, also by an earlier version of the program."""
    if data[:1] == _ZLIB:
        return zlib.decompress(data).decode("utf-8", "surrogatepass")
    import zstandard

    return zstandard.ZstdDecompressor().decompress(data).decode("utf-8", "surrogatepass")


def _as_span(pair: Sequence[int] | None) -> Span | None:
    return None if pair is None else Span(pair[0], pair[1])


def as_body(text: str, parts: Sequence[Any]) -> Body:
    """Return a body with the blocks and marks of these lists; [] for none."""
    if not parts:
        return Body(text)
    blocks = [BlockSpan(s, e, _BLOCKS[k], d, r, c) for s, e, k, d, r, c in parts[0]]
    marks = [Mark(s, e, _MARKS[k], t) for s, e, k, t in parts[1]] if parts[1] else ()
    return Body(text, tuple(blocks), tuple(marks))


def warnings_to_rows(warnings: Iterable[PageWarning]) -> list[list[str]]:
    """Return warnings as pairs."""
    return [[w.kind, w.detail] for w in warnings]


def rows_to_warnings(rows: Iterable[Sequence[str]]) -> tuple[PageWarning, ...]:
    """Return the warnings that `warnings_to_rows` was given."""
    return tuple([PageWarning(WarningKind(kind), detail) for kind, detail in rows]) if rows else ()


def row_to_comment(row: Sequence[Any]) -> Comment:
    """Return the comment of a row (id, idx, section, start, end, text, extra)."""
    key, index, section, start, end, text, extra = row
    (parent, level, evidence, confidence, signed, trailing, source, box, warnings, body) = unpack(
        extra
    )
    signatures = [
        Signature(author, moment_of(minute), raw, Span(a, b), display)
        for author, display, minute, raw, a, b in signed
    ]
    return Comment(
        index=index,
        section=section,
        parent=parent,
        level=level,
        level_evidence=EVIDENCE[evidence],
        signatures=tuple(signatures),
        body=as_body(text, body),
        span=Span(start, end),
        trailing=trailing,
        confidence=confidence,
        source=_as_span(source),
        box=box,
        warnings=rows_to_warnings(warnings),
        id=key,
    )


def row_to_prose(row: Sequence[Any]) -> Prose:
    """Return the prose of a row (id, idx, section, start, end, text, extra)."""
    _key, _index, section, start, end, text, extra = row
    source, body = unpack(extra)
    return Prose(section, as_body(text, body), Span(start, end), _as_span(source))


def row_to_section(row: Sequence[Any]) -> Section:
    """Return the section of a row (idx, heading, level, parent, start, end, source's span)."""
    index, heading, level, parent, start, end, source_start, source_end = row
    source = None if source_start is None else Span(source_start, source_end)
    return Section(index, heading, level, parent, Span(start, end), source)


def origin_to_json(origin: Origin) -> str:
    """Return an origin as a JSON list."""
    return to_json(
        [origin.path, origin.member, origin.container, origin.sha256, origin.offset, origin.line]
    )


def revision_to_json(revision: Revision) -> str:
    """Return a revision as a JSON list."""
    moment = revision.timestamp.isoformat() if revision.timestamp else None
    return to_json([revision.id, moment, revision.contributor, revision.comment])


def _as_revision(text: str) -> Revision:
    number, moment, contributor, comment = json.loads(text)
    timestamp = datetime.fromisoformat(moment) if moment else None
    return Revision(number, timestamp, contributor, comment)


def key_of_row(site: str, title: str, tie: str) -> PageKey:
    """Return the identity of the page of a row."""
    return PageKey(site, title) if title and not tie else key_of_text(tie, title)


def row_to_info(row: Sequence[Any]) -> PageInfo:
    """Return the page of a row of the view ``page_info``."""
    return PageInfo(
        id=row[0],
        key=key_of_row(row[1], row[2], row[17]),
        namespace=row[3],
        language=row[4],
        form=Form(row[5]),
        origin=Origin(*json.loads(row[6])),
        revision=_as_revision(row[7]),
        imported=datetime.fromisoformat(row[8]),
        version=row[9],
        current=bool(row[10]),
        sections=row[11],
        comments=row[12],
        people=row[13],
        first=moment_of(row[14]),
        last=moment_of(row[15]),
        warnings=tuple(json.loads(row[16])[0]),
        wiki=row[1],
    )


def _thread(mark: ThreadMark) -> list[object]:
    replies = [_thread(reply) for reply in mark.replies]
    moment = mark.timestamp.isoformat() if mark.timestamp else None
    return [mark.id, mark.level, mark.author, moment, replies]


def _as_thread(parts: Sequence[Any]) -> ThreadMark:
    name, level, author, moment, replies = parts
    timestamp = datetime.fromisoformat(moment) if moment else None
    return ThreadMark(name, level, author, timestamp, tuple(map(_as_thread, replies)))


def raw_to_rows(raw: RawPage) -> tuple[str, bytes]:
    """Return what other pages share (JSON), and what is this page's own (packed)."""
    shared = to_json(sorted(raw.namespaces.items()))
    own = pack(
        [raw.base_url, raw.page_id, raw.variant, raw.warnings, [_thread(t) for t in raw.threads]]
    )
    return shared, own


def host_of(base_url: str) -> str:
    """Return the host that a page says it comes from, "" for none."""
    return base_url.partition("://")[2].partition("/")[0]


def host_of_raw(own: bytes) -> str:
    """Return the same of what `raw_to_rows` packed."""
    base_url: str = unpack(own)[0]
    return host_of(base_url)


def rows_to_raw(info: PageInfo, shared: str, own: bytes, text: str) -> RawPage:
    """Return the raw page as it was imported, for reading its source again."""
    base_url, page_id, variant, warnings, threads = unpack(own)
    raw = RawPage(info.form, text, info.title, info.site, base_url, info.namespace)
    return replace(
        raw,
        page_id=page_id,
        language=info.language,
        variant=variant,
        revision=info.revision,
        origin=info.origin,
        namespaces=dict(json.loads(shared)),
        threads=tuple(map(_as_thread, threads)),
        warnings=tuple(warnings),
    )
