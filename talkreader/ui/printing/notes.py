"""A person's notes on paper: the words, who said them where, and what was remarked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QTextDocument

from talkreader.domain.note import Note
from talkreader.exporting import Source, source_of_target
from talkreader.ui.document.style import Look
from talkreader.ui.printing.passages import Passage, passages_paper


def notes_paper(
    title: str,
    subtitle: str,
    notes: Sequence[Note],
    sources: Mapping[tuple[str, int], Source],
    look: Look,
) -> QTextDocument:
    """Return notes as a document, page by page; ``sources`` by note id and target index.

    A target without a source is cited by what it says itself.
    """
    passages = []
    for note in sorted(notes, key=lambda note: (note.targets[0].title, note.created)):
        for number, target in enumerate(note.targets):
            last = number == len(note.targets) - 1
            remark, tags = (note.text, note.tags) if last else ("", ())
            source = sources.get((note.id, number)) or source_of_target(target)
            passages.append(Passage(target.exact, source, remark, tags, note.color))
    return passages_paper(title, subtitle, passages, look)
