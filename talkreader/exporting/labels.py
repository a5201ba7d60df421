"""The words that an export adds of its own, so that the window can hand over translated ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Labels:
    """Words around the exported data; the defaults are English.

    Fields in braces are filled: ``{name}``. ``language`` is their BCP 47 tag; ``colors`` names the
    highlight colours, by `Color`, ``origins`` who made a translation, by `PairOrigin`.
    """

    language: str = "en"
    name_not_kept: str = "name not kept"
    unsigned: str = "text without a signature"
    time_unknown: str = "time unknown"
    reply_inferred: str = "reply inferred"
    answers: str = "answers {name}"
    before_first_heading: str = "Top of the page"
    notes: str = "Notes"
    discussion: str = "Discussion"
    tags: str = "Tags: {tags}"
    section: str = "section “{heading}”"
    copy_hash: str = "copy {sha256}"
    quote: str = "“{words}”"
    note_on_page: str = "(the whole page)"
    note_on_section: str = "(the whole section)"
    note_on_comment: str = "(the whole comment)"
    highlight: str = "Highlights"
    colors: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)
    exact: str = "exact"
    moved: str = "moved"
    moved_from: str = "moved from {page}"
    guessed: str = "guessed"
    lost: str = "lost"


ENGLISH = Labels()
