"""The rows of a list of notes: those of a page in its order, those of the library as they came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from talkreader.domain.note import AnchorState, Note, Placed, Target
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.models.notes import NoteRow

if TYPE_CHECKING:
    from talkreader.store import Library


def rows_of_library(library: Library) -> list[NoteRow]:
    """Return a row for every note, oldest first; may be called by any thread."""
    from talkreader.store.folding import fold

    fold("道歉")  # its tables are read at the first Chinese word: not while somebody types it
    folded = library.notes.folded()
    return [_row_of(note, folded.get(note.id, "")) for note in library.notes.all()]


def rows_of_page(placed: tuple[Placed, ...], page: ReadingPage | None) -> list[NoteRow]:
    """Return one row per note in the order of the page; the lost ones stand last."""
    if page is None:
        return []
    first: dict[str, Placed] = {}
    people: dict[str, list[str]] = {}
    for place in placed:
        first.setdefault(place.note.id, place)
        people.setdefault(place.note.id, []).append(_author(place, page))
    starts = {section.heading: section.span.start for section in reversed(page.sections)}

    def order(place: Placed) -> tuple[int, int, int, int]:
        lost = 2 if place.state is AnchorState.LOST else 1 if place.elsewhere else 0
        if place.comment is not None and place.comment < len(page.comments):
            return lost, page.comments[place.comment].span.start, 1, place.start
        section = place.section
        return lost, starts.get(section, 0) if section else 0, 0, 0

    return [
        replace(_row(place, page), others=tuple(people[place.note.id][1:]))
        for place in sorted(first.values(), key=order)
    ]


def with_states(rows: Sequence[NoteRow], placed: Sequence[NoteRow]) -> list[NoteRow]:
    """Return rows of the library, those that are placed in the page read with how they were."""
    known = {row.note.id: row for row in placed}
    told = (known.get(row.note.id) for row in rows)
    return [
        row if here is None else replace(row, state=here.state, moved_to=here.moved_to)
        for row, here in zip(rows, told, strict=True)
    ]


def _author(place: Placed, page: ReadingPage) -> str:
    """Return who wrote the words at a place, "" when nobody or not known."""
    if place.comment is not None and place.comment < len(page.comments):
        return page.comments[place.comment].author or ""
    return _named(place.note.targets[place.target])


def _row(place: Placed, page: ReadingPage) -> NoteRow:
    note, index = place.note, place.comment
    if index is None or index >= len(page.comments):
        row = _row_of(note)
        section = place.section
        where = section or words.title(page.info)
        away = place.elsewhere
        return replace(
            row,
            state=place.state,
            where=where if not row.person else row.where,
            moved_to=away.key.title if away is not None else "",
            moved_from=_other_page(note.targets[place.target].title, page.info.title),
        )
    comment = page.comments[index]
    name = words.author(comment.author)
    return NoteRow(
        note,
        place.state,
        index,
        f"{name} · {words.moment(comment.timestamp)}",
        comment.author or "",
        moved_from=_other_page(note.targets[place.target].title, page.info.title),
    )


def _other_page(title: str, shown: str) -> str:
    """Return the title of a page unless it is the one shown."""
    return "" if title.replace("_", " ") == shown.replace("_", " ") else title


def _row_of(note: Note, folded: str = "") -> NoteRow:
    """Return a note of the whole library: where it is by what it says itself."""
    target = note.targets[0]
    where = " › ".join(filter(None, (target.title, target.section)))
    person, *others = map(_named, note.targets)
    return NoteRow(note, where=where, person=person, folded=folded, others=tuple(others))


def _named(target: Target) -> str:
    """Return the author in the name of a target's comment."""
    return target.comment.removeprefix("c-").rpartition("-")[0].replace("_", " ")
