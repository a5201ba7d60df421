"""What the export dialog makes: a discussion or notes in a format, the whole or the beginning.

It is made beside the window, in a worker's thread; the words and the look are chosen before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from talkreader import exporting, gathering
from talkreader.domain.progress import Progress
from talkreader.exporting import FormatId

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QTextDocument

    from talkreader.domain.note import Note
    from talkreader.exporting import Labels
    from talkreader.reading import ReadingPage
    from talkreader.store import Library
    from talkreader.ui.document.style import Look

PREVIEW = 20_000
"""Characters of an export that are shown before it is written."""
SOME = 40
"""Notes that are shown before they are written."""
PDF = "pdf"
_WIDTH = 1000
_READABLE = FormatId.CSV  # what is shown of a format that is bytes


class What(StrEnum):
    """What is exported."""

    DISCUSSION = "discussion"
    TWO_LANGUAGES = "two languages"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Form:
    """A format as the dialog offers it; ``binary``: it cannot be copied as text."""

    id: str
    extension: str
    binary: bool


def forms_of(what: What) -> list[Form]:
    """Return the formats that can hold this, in the order in which they are offered."""
    found = []
    for form in exporting.formats():
        able = {What.NOTES: form.notes, What.TWO_LANGUAGES: form.bilingual}
        if able.get(what, form.discussion):
            found.append(Form(form.id.value, form.extension, form.binary))
    if what is What.NOTES:
        after = next(n for n, form in enumerate(found) if form.id == FormatId.HTML)
        found.insert(after + 1, Form(PDF, ".pdf", binary=True))
    return found


@dataclass(frozen=True, slots=True)
class Order:
    """What to make. ``page`` is read for the discussion, ``notes`` for notes; ``title`` heads it.

    ``said`` stands below the title of a PDF.
    """

    what: What
    form: str
    library: Library
    labels: Labels
    look: Look
    page: ReadingPage | None = None
    notes: Sequence[Note] = ()
    title: str = ""
    said: str = ""


def make(order: Order, progress: Progress) -> str | bytes:
    """Return the whole export. Raises: Cancelled; LibraryError."""
    if order.what is What.NOTES:
        if order.form == PDF:
            from talkreader.ui.printing import pdf_made

            return pdf_made(lambda: _paper(order, progress), order.title)
        form = FormatId(order.form)
        return gathering.export(order.library, order.notes, form, order.labels, progress)
    if order.page is None:
        return ""
    form = FormatId(order.form)
    if order.what is What.TWO_LANGUAGES:
        return exporting.export_bilingual(order.page, form, order.title, order.labels)
    return exporting.export_discussion(order.page, form, order.title, order.labels)


def begin(order: Order, progress: Progress) -> str | QImage:
    """Return the beginning of the export, as there is to read or see; ``notes`` are the first."""
    progress.check()
    if order.what is What.NOTES:
        if order.form == PDF:
            from talkreader.ui.printing import first_page

            return first_page(_paper(order, progress), _WIDTH)
        form = FormatId(order.form)
        return gathering.preview(order.library, order.notes, form, order.labels)[:PREVIEW]
    made = make(order, progress)
    if isinstance(made, bytes) and order.page is not None:
        made = exporting.export_bilingual(order.page, _READABLE, order.title, order.labels)
    return str(made)[:PREVIEW]


def _paper(order: Order, progress: Progress) -> QTextDocument:
    from talkreader.ui.printing import notes_paper

    sources = gathering.sources_of(order.library, order.notes, progress)
    return notes_paper(order.title, order.said, order.notes, sources, order.look)
