"""Passages from anywhere on paper: what a search found, or what notes are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextDocument

from talkreader.domain.note import Color
from talkreader.exporting import Source
from talkreader.ui.direction import isolated
from talkreader.ui.document.style import Look
from talkreader.ui.export_labels import export_labels
from talkreader.ui.printing.sheet import Sheet
from talkreader.ui.remarks import plain_remark
from talkreader.ui.theme import over
from talkreader.ui.words import listed


@dataclass(frozen=True, slots=True)
class Passage:
    """Words, where they stand, and what was remarked on them ("" and () for nothing)."""

    words: str
    source: Source
    remark: str = ""
    tags: tuple[str, ...] = ()
    color: Color | None = None


def passages_paper(
    title: str, subtitle: str, passages: Sequence[Passage], look: Look
) -> QTextDocument:
    """Return passages as a document, each with its source; a heading where the page changes."""
    sheet = Sheet(look)
    palette, indent = sheet.style.palette, sheet.style.indent
    sheet.title(title)
    if subtitle:
        sheet.source(subtitle)
    before = ("", "")
    for passage in passages:
        here = (passage.source.title, passage.source.section)
        if here != before:
            heading = " › ".join(isolated(part) for part in here if part)
            sheet.line(heading, scale=1.15, bold=True, above=1.2, below=0.3)
            before = here
        fill = "" if passage.color is None else over(palette.fills[passage.color], "#ffffff")
        for number, paragraph in enumerate(passage.words.split("\n")):
            if paragraph.strip():
                space = 0.0 if number else 0.6
                sheet.line(paragraph, left=indent, above=space, below=0.2, ground=fill)
        if passage.remark:
            for paragraph in plain_remark(passage.remark).split("\n"):
                sheet.line(paragraph, left=indent, bold=True, above=0.2, below=0.2)
        if passage.tags:
            tags = export_labels().tags.format(tags=listed(passage.tags))
            sheet.source(tags, indent)
        sheet.cited(passage.source, indent)
    return sheet.document
