"""What the rest of the program asks of this room: notes and discussions in a format by its id."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from talkreader.domain.note import Note
from talkreader.exporting.citation import Source
from talkreader.exporting.discussion import (
    discussion_to_csv,
    discussion_to_html,
    discussion_to_markdown,
)
from talkreader.exporting.formats import FormatId
from talkreader.exporting.jsonld import notes_from_jsonld, notes_to_jsonld
from talkreader.exporting.labels import ENGLISH, Labels
from talkreader.exporting.notes import (
    notes_to_csv,
    notes_to_html,
    notes_to_markdown,
    sources_cited,
)
from talkreader.exporting.outline import Threads
from talkreader.exporting.references import bibliography, csl_json
from talkreader.exporting.threads_json import threads
from talkreader.exporting.threads_text import threads_text


def export_notes(
    notes: Sequence[Note],
    contexts: Mapping[tuple[str, int], Source],
    format_id: FormatId,
    labels: Labels = ENGLISH,
) -> str:
    """Return the notes in a format, in their order.

    ``contexts`` tells the source of a target by note id and target index, where more is known than
    the target says. Raises ValueError: the format does not hold notes.
    """
    match format_id:
        case FormatId.JSONLD:
            return notes_to_jsonld(notes)
        case FormatId.MARKDOWN:
            return notes_to_markdown(notes, contexts, labels)
        case FormatId.CSV:
            return notes_to_csv(notes, contexts)
        case FormatId.HTML:
            return notes_to_html(notes, contexts, labels)
        case FormatId.BIBTEX:
            return bibliography(sources_cited(notes, contexts), labels)
        case FormatId.CSL_JSON:
            return csl_json(sources_cited(notes, contexts), labels)
    raise ValueError(f"{format_id} does not hold notes")


def import_notes(jsonld: str) -> list[Note]:
    """Return the notes of a JSON-LD export, equal to those exported; raises ExportError."""
    return notes_from_jsonld(jsonld)


def export_discussion(
    page: Threads, format_id: FormatId, title: str = "", labels: Labels = ENGLISH
) -> str:
    """Return a discussion (or `Discussion`, a part of one) in a format.

    Raises ValueError: the format does not hold discussions.
    """
    match format_id:
        case FormatId.TEXT:
            return threads_text(page, labels=labels)
        case FormatId.MARKDOWN:
            return discussion_to_markdown(page, title, labels)
        case FormatId.CSV:
            return discussion_to_csv(page)
        case FormatId.HTML:
            return discussion_to_html(page, title, labels)
        case FormatId.JSON:
            return json.dumps(threads(page), ensure_ascii=False, indent=1) + "\n"
    raise ValueError(f"{format_id} does not hold discussions")
