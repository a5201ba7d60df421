"""What the rest of the program asks of this room: notes and discussions in a format by its id.

Each is imported when it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from talkreader.domain.note import Note
from talkreader.exporting.format_list import FormatId
from talkreader.exporting.labels import ENGLISH, Labels

if TYPE_CHECKING:
    from talkreader.exporting.citations import Source
    from talkreader.exporting.outline import Threads


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
    from talkreader.exporting import notes as written

    match format_id:
        case FormatId.JSONLD:
            from talkreader.exporting.jsonld import notes_to_jsonld

            return notes_to_jsonld(notes)
        case FormatId.MARKDOWN:
            return written.notes_to_markdown(notes, contexts, labels)
        case FormatId.CSV:
            return written.notes_to_csv(notes, contexts)
        case FormatId.HTML:
            return written.notes_to_html(notes, contexts, labels)
        case FormatId.BIBTEX:
            from talkreader.exporting.references import bibliography

            return bibliography(written.sources_cited(notes, contexts), labels)
        case FormatId.CSL_JSON:
            from talkreader.exporting.references import csl_json

            return csl_json(written.sources_cited(notes, contexts), labels)
    raise ValueError(f"{format_id} does not hold notes")


def import_notes(jsonld: str) -> list[Note]:
    """Return the notes of a JSON-LD export, equal to those exported; raises ExportError."""
    from talkreader.exporting.jsonld import notes_from_jsonld

    return notes_from_jsonld(jsonld)


def export_discussion(
    page: Threads, format_id: FormatId, title: str = "", labels: Labels = ENGLISH
) -> str:
    """Return a discussion (or `Discussion`, a part of one) in a format.

    Raises ValueError: the format does not hold discussions.
    """
    match format_id:
        case FormatId.TEXT:
            from talkreader.exporting.plain_threads import threads_text

            return threads_text(page, labels=labels)
        case FormatId.MARKDOWN:
            from talkreader.exporting.discussion import discussion_to_markdown

            return discussion_to_markdown(page, title, labels)
        case FormatId.CSV:
            from talkreader.exporting.discussion import discussion_to_csv

            return discussion_to_csv(page)
        case FormatId.HTML:
            from talkreader.exporting.discussion import discussion_to_html

            return discussion_to_html(page, title, labels)
        case FormatId.JSON:
            from talkreader.exporting.threads_json import threads

            return json.dumps(threads(page), ensure_ascii=False, indent=1) + "\n"
    raise ValueError(f"{format_id} does not hold discussions")
