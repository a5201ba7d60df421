"""Notes as W3C Web Annotations (JSON-LD): other programs read them, and they come back identical.

Source: https://www.w3.org/TR/annotation-model/ (Web Annotation Data Model, 2017). The context is
named, never fetched.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, unquote
from uuid import UUID

from talkreader.domain.errors import ExportError
from talkreader.domain.jsontext import loads
from talkreader.domain.note import Color, Note, Target
from talkreader.exporting.hypothesis import hypothesis_rows, is_hypothesis, note_of_hypothesis

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_OURS = {"talkreader": "urn:talkreader:"}
_PAGE = "urn:talkreader:page:"

Json = dict[str, Any]
"""A JSON object of the data model."""


def notes_to_jsonld(notes: Sequence[Note]) -> str:
    """Return the notes as one annotation collection, in their order."""
    page: Json = {
        "@context": [_CONTEXT, _OURS],
        "id": "urn:talkreader:notes",
        "type": "AnnotationCollection",
        "label": "talkreader",
        "total": len(notes),
        "first": {
            "id": "urn:talkreader:notes:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": [_annotation(note) for note in notes],
        },
    }
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def notes_from_jsonld(text: str) -> list[Note]:
    """Return the notes of an export of ours, equal to those that were exported.

    Also takes a bare annotation, a list of them, an annotation page, or what Hypothesis exports.
    Raises ExportError: it is not JSON, or an annotation lacks what a note needs; nothing is
    imported then.
    """
    try:
        data = loads(text)
    except (ValueError, RecursionError) as error:
        raise ExportError(
            "The notes cannot be read: this is not JSON ({reason}). Choose a .jsonld file.",
            reason=str(error),
        ) from error
    notes = []
    for number, item in enumerate(_items(data), 1):
        try:
            notes.append(note_of_hypothesis(item) if is_hypothesis(item) else _note(item))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ExportError(
                "Annotation {number} cannot be read ({reason}). No note was imported; export the"
                " notes again, or take this one out of the file.",
                number=number,
                reason=f"{type(error).__name__}: {error}",
            ) from error
    return notes


def page_iri(site: str, title: str) -> str:
    """Return the name that an annotation gives a page, whatever copy of it is read."""
    return f"{_PAGE}{quote(site, safe='')}:{quote(title, safe='')}"


def _items(data: Any) -> list[Any]:
    """Return the annotations of a collection, a page, a list, or a single one."""
    rows = hypothesis_rows(data)
    if rows is not None:
        return rows
    if isinstance(data, dict) and isinstance(data.get("first"), dict):
        data = data["first"]
    if isinstance(data, dict) and isinstance(data.get("items"), list):
        data = data["items"]
    return data if isinstance(data, list) else [data]


def _annotation(note: Note) -> Json:
    targets = [_target(target, note.color) for target in note.targets]
    record: Json = {
        "id": f"urn:uuid:{note.id}",
        "type": "Annotation",
        "motivation": _motivation(note),
        "created": _moment(note.created),
        "modified": _moment(note.modified),
        "body": _bodies(note),
        "target": targets,
    }
    if note.color is not None:
        record["stylesheet"] = {
            "type": "CssStylesheet",
            "value": "\n".join(f".{c.value} {{ background: {c.value}; }}" for c in Color),
        }
        record["talkreader:color"] = note.color.value
    return record


def _motivation(note: Note) -> str:
    if note.text:
        return "commenting"
    return "tagging" if note.tags else "highlighting"


def _bodies(note: Note) -> list[Json]:
    bodies: list[Json] = [
        {"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in note.tags
    ]
    if note.text:
        bodies.append(
            {
                "type": "TextualBody",
                "value": note.text,
                "format": "text/markdown",
                "purpose": "commenting",
            }
        )
    return bodies


def _target(target: Target, color: Color | None) -> Json:
    record: Json = {
        "type": "SpecificResource",
        "source": page_iri(target.site, target.title),
        # positions count inside one comment's text, so the comment belongs to the address
        "talkreader:section": target.section,
        "talkreader:comment": target.comment,
        "talkreader:occurrence": target.occurrence,
    }
    if target.end or target.exact or target.prefix or target.suffix:
        record["selector"] = [
            {"type": "TextPositionSelector", "start": target.start, "end": target.end},
            {
                "type": "TextQuoteSelector",
                "exact": target.exact,
                "prefix": target.prefix,
                "suffix": target.suffix,
            },
        ]
    if color is not None:
        record["styleClass"] = color.value
    return record


def _note(record: Json) -> Note:
    """Return the note of one annotation; raises what a lookup in odd data raises."""
    targets = record["target"]
    bodies = _as_list(record.get("body", []))
    texts = [body["value"] for body in bodies if body.get("purpose") != "tagging"]
    color = record.get("talkreader:color")
    return Note(
        id=str(UUID(record["id"].removeprefix("urn:uuid:"))),
        targets=tuple(_target_of(target) for target in _as_list(targets)),
        color=None if color is None else Color(color),
        text="\n\n".join(map(_text, texts)),
        tags=tuple(_text(b["value"]) for b in bodies if b.get("purpose") == "tagging"),
        created=_parse(record["created"]),
        modified=_parse(record.get("modified") or record["created"]),
    )


def _target_of(record: Json) -> Target:
    source = record["source"]
    if not source.startswith(_PAGE):
        raise ValueError(f"{source} is no page of an archive")
    site, _colon, title = source.removeprefix(_PAGE).partition(":")
    selectors = {selector["type"]: selector for selector in _as_list(record.get("selector", []))}
    position = selectors.get("TextPositionSelector", {})
    words = selectors.get("TextQuoteSelector", {})
    return Target(
        site=unquote(site, errors="strict"),
        title=unquote(title, errors="strict"),
        section=_text(record.get("talkreader:section", "")),
        comment=_text(record.get("talkreader:comment", "")),
        occurrence=_number(record.get("talkreader:occurrence", 0)),
        start=_number(position.get("start", 0)),
        end=_number(position.get("end", 0)),
        exact=_text(words.get("exact", "")),
        prefix=_text(words.get("prefix", "")),
        suffix=_text(words.get("suffix", "")),
    )


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(f"{value!r} is not a place")
    return value


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _parse(value: Any) -> datetime:
    """Return the moment, in UTC; a time without a zone is taken for UTC."""
    moment = datetime.fromisoformat(_text(value))
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
