"""Notes of a library whose words are on no page any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from talkreader.domain.note import AnchorState, Note, Placed
from talkreader.domain.progress import Progress, ProgressReport
from talkreader.gathering import targets_by_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from talkreader.domain.page import PageKey
    from talkreader.store import Library


def lost_notes(library: Library, progress: Progress) -> list[Note]:
    """Return the notes that are lost as their page shows them, oldest first.

    Each page that has notes is read once. One whose page is not in the library (any more) is lost
    when no other page has its comment. Raises: Cancelled; LibraryError.
    """
    pages = targets_by_page(library, library.notes.all())
    notes: dict[str, Note] = {}
    standing: set[str] = set()
    for count, ((key, page), targets) in enumerate(pages.items()):
        progress.report(ProgressReport(count, len(pages)))
        for place in _placed(library, key, page, targets):
            notes[place.note.id] = place.note
            if place.state is not AnchorState.LOST:
                standing.add(place.note.id)  # of others, some words have a place: it is shown there
    lost = [note for key, note in notes.items() if key not in standing]
    return sorted(lost, key=lambda note: (note.created, note.id))


def _placed(
    library: Library, key: PageKey, page: int, targets: Sequence[tuple[Note, int]]
) -> Sequence[Placed]:
    from talkreader.reading import anchors_of, follow, places_on, without_notes

    if not page:
        nowhere = [
            Placed(note, number, AnchorState.LOST, None, 0, 0, 0.0) for note, number in targets
        ]
        return follow(library, nowhere)
    notes = {note.id: note for note, _number in targets}
    wanted = {(note.id, number) for note, number in targets}
    anchors = anchors_of(without_notes(library, page, marks=False))
    placed = places_on(library, key, anchors, list(notes.values()))
    return [place for place in placed if (place.note.id, place.target) in wanted]
