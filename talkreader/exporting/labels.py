"""The words that an export adds of its own, so that the window can hand over translated ones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """Words around the exported data; the defaults are English.

    Fields in braces are filled: ``{name}``.
    """

    name_not_kept: str = "name not kept"
    time_unknown: str = "time unknown"
    reply_inferred: str = "reply inferred"
    answers: str = "answers {name}"
    before_first_heading: str = "(before the first heading)"
    notes: str = "Notes"
    page: str = "Page"
    section: str = "Section"
    author: str = "Author"
    time: str = "Time"
    tags: str = "Tags"
    color: str = "Colour"
    quote: str = "Quote"
    note: str = "Note"
    place: str = "Place"
    permalink: str = "Link to the comment on the wiki"
    copy_hash: str = "copy {sha}"
    note_on_page: str = "(about the whole page)"
    note_on_section: str = "(about the whole section)"
    note_on_comment: str = "(about the whole comment)"


ENGLISH = Labels()
