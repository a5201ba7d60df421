"""One file with a person's notes, for another person's library: notes, codebook, page copies.

A zip of ``notes.jsonld`` (W3C Web Annotations), ``history.json`` (digests of what each note was
before, so that the other side knows whose change is the newer one), ``codes.json``, and
``pages.json`` with the copies of the pages that the notes are about, if they were asked for.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from talkreader.domain.code import Code
from talkreader.domain.errors import ExportError
from talkreader.domain.jsontext import loads
from talkreader.domain.note import Note
from talkreader.domain.page import Form, Origin, RawPage, Revision
from talkreader.exporting.jsonld import notes_from_jsonld, notes_to_jsonld

_FORMAT = 1
_MOST = 1 << 30  # bytes unpacked: a bundle is read as a whole
_DAY = (1980, 1, 1, 0, 0, 0)  # zip's first day: the same notes give the same file


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a bundle holds; ``history`` has the digests of each note's earlier states by its id."""

    notes: tuple[Note, ...]
    history: Mapping[str, frozenset[str]] = field(default_factory=dict)
    codes: tuple[Code, ...] = ()
    pages: tuple[RawPage, ...] = ()


def pack_bundle(bundle: Bundle) -> bytes:
    """Return the file's bytes; the same notes give the same bytes."""
    history = {note_id: sorted(states) for note_id, states in sorted(bundle.history.items())}
    parts = {
        "bundle.json": {"format": _FORMAT, "program": "talkreader"},
        "history.json": history,
        "codes.json": [asdict(code) for code in bundle.codes],
        "pages.json": [_page_to_json(page) for page in bundle.pages],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        _put(packed, "notes.jsonld", notes_to_jsonld(bundle.notes))
        for name, value in parts.items():
            _put(packed, name, json.dumps(value, ensure_ascii=False, indent=1))
    return out.getvalue()


def unpack_bundle(data: bytes) -> Bundle:
    """Return what a bundle holds. Raises ExportError: it is none, or it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if "bundle.json" not in packed.namelist():
                raise ExportError(
                    "There are no notes in this zip file; choose a .talknotes or .jsonld file."
                )
            if sum(entry.file_size for entry in packed.infolist()) > _MOST:
                raise ExportError("This bundle is too large to be read; share fewer page copies.")
            about: Any = loads(packed.read("bundle.json"))
            if about["format"] > _FORMAT:
                raise ExportError(
                    "This bundle was made by a later version of talkreader: install that version."
                )
            notes = notes_from_jsonld(packed.read("notes.jsonld").decode())
            history: Any = loads(packed.read("history.json"))
            codes: Any = loads(packed.read("codes.json"))
            pages: Any = loads(packed.read("pages.json"))
        return Bundle(
            tuple(notes),
            {str(key): frozenset(map(str, states)) for key, states in history.items()},
            tuple(Code(**code) for code in codes),
            tuple(map(_page_of_json, pages)),
        )
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, AttributeError, EOFError) as error:
        raise ExportError(
            "This is no bundle of notes, or it is damaged ({reason}); ask for it again.",
            reason=f"{type(error).__name__}: {error}",
        ) from error


def _put(packed: zipfile.ZipFile, name: str, text: str) -> None:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # half of a surrogate pair, out of a damaged page, must not cost the person the bundle
    packed.writestr(entry, text.encode("utf-8", errors="replace"))


_PLAIN = ("text", "title", "site", "base_url", "namespace", "page_id", "language", "variant")


def _page_to_json(page: RawPage) -> dict[str, Any]:
    revision = page.revision
    return {
        "form": page.form.value,
        **{name: getattr(page, name) for name in _PLAIN},
        "namespaces": dict(page.namespaces),
        "container": page.origin.container,
        "sha256": page.origin.sha256,
        "revision": {
            "id": revision.id,
            "timestamp": revision.timestamp.isoformat() if revision.timestamp else None,
            "contributor": revision.contributor,
            "comment": revision.comment,
        },
    }


def _page_of_json(record: Mapping[str, Any]) -> RawPage:
    revision = record["revision"]
    moment = revision["timestamp"]
    when = datetime.fromisoformat(moment) if moment else None
    return RawPage(
        form=Form(record["form"]),
        **{name: record[name] for name in _PLAIN},
        namespaces={str(key): int(value) for key, value in record["namespaces"].items()},
        origin=Origin(container=record["container"], sha256=record["sha256"]),
        revision=Revision(revision["id"], when, revision["contributor"], revision["comment"]),
    )


def pages_of(notes: Sequence[Note]) -> list[tuple[str, str]]:
    """Return the site and title of the pages that notes are about, each once."""
    keys = ((target.site, target.title) for note in notes for target in note.targets)
    return list(dict.fromkeys(keys))
