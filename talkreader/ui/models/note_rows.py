"""The rows of a list of notes: those of a page in its order, those of the library as they came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from talkreader.domain.note import AnchorState, Note, Placed, Target
from talkreader.domain.page import PageKey
from talkreader.domain.thread import author_and_time
from talkreader.reading import ReadingPage
from talkreader.ui import words
from talkreader.ui.models.notes import NoteRow

if TYPE_CHECKING:
    from talkreader.store import Library

_UNSURE = (AnchorState.EXACT, AnchorState.MOVED, AnchorState.GUESSED)
"""From where it was to where it may be: a note is as sure as the least sure of its places."""


def rows_of_library(library: Library) -> list[NoteRow]:
    """Return a row for every note, oldest first; may be called by any thread."""
    from talkreader.store.values.folding import fold

    fold("道歉")  # its tables are read at the first Chinese word: not while somebody types it
    folded, names = library.notes.folded(), PageNames(library)
    return [
        _row_of(note, folded.get(note.id, ""), names.of(note.targets[0]))
        for note in library.notes.all()
    ]


def rows_of_lost(library: Library, lost: Sequence[Note]) -> list[NoteRow]:
    """Return a row for each of these notes of the library, which are lost."""
    names = PageNames(library)
    rows = []
    for note in lost:
        row = _row_of(note, name=names.of(note.targets[0]))
        comment = note.targets[0].comment
        signed = [words.signed(comment)] if comment else []
        rows.append(replace(row, state=AnchorState.LOST, where=" · ".join([*signed, row.where])))
    return rows


class PageNames:
    """What to call pages without a title: their files. Each is asked for once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[tuple[str, str], str] = {}

    def of(self, target: Target) -> str:
        """Return the name of a target's page, "" where it has a title, or nobody knows it."""
        if target.title:
            return ""
        key = PageKey(target.site, target.title)
        if key not in self._known:
            copies = self._library.pages.versions(key) if key.text else []
            self._known[key] = words.title(copies[-1]) if copies else ""
        return self._known[key]


def rows_of_page(placed: tuple[Placed, ...], page: ReadingPage | None) -> list[NoteRow]:
    """Return one row per note in the order of the page; the lost ones stand last."""
    if page is None:
        return []
    of_note: dict[str, list[Placed]] = {}
    for place in placed:
        of_note.setdefault(place.note.id, []).append(place)
    first = {key: best_place(places) for key, places in of_note.items()}
    starts = {section.heading: section.span.start for section in reversed(page.sections)}

    def order(place: Placed) -> tuple[int, int, int, int]:
        lost = 2 if place.state is AnchorState.LOST else 1 if place.elsewhere else 0
        if place.comment is not None and place.comment < len(page.comments):
            return lost, page.comments[place.comment].span.start, 1, place.start
        section = place.section
        return lost, starts.get(section, 0) if section else 0, 0, 0

    return [
        _with_others(_row(place, page), place, of_note[place.note.id], page)
        for place in sorted(first.values(), key=order)
    ]


def best_place(places: Sequence[Placed]) -> Placed:
    """Return which of a note's places to show: the first one that is on this page, or on any."""

    def kind(place: Placed) -> int:
        return 2 if place.state is AnchorState.LOST else 1 if place.elsewhere is not None else 0

    return min(places, key=kind)


def _with_others(
    row: NoteRow, shown: Placed, places: Sequence[Placed], page: ReadingPage
) -> NoteRow:
    """Return the row with what is told of the note's other places: who, and how sure they are."""
    others = tuple(_author(place, page) for place in places if place is not shown)
    found = [place.state for place in places if place.state is not AnchorState.LOST]
    in_part = 0 < len(found) < len(places)
    state = max(found, key=_UNSURE.index) if found else AnchorState.LOST
    return replace(row, others=others, state=state, in_part=in_part)


def with_states(rows: Sequence[NoteRow], placed: Sequence[NoteRow]) -> list[NoteRow]:
    """Return rows of the library, those that are placed in the page read with how they were."""
    known = {row.note.id: row for row in placed}
    told = (known.get(row.note.id) for row in rows)
    return [
        row
        if here is None
        else replace(row, state=here.state, moved_to=here.moved_to, in_part=here.in_part)
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
        target, away = note.targets[place.target], place.elsewhere
        if target.comment:
            where = words.signed(target.comment)
        else:
            where = place.section or words.title(page.info)
        return replace(
            row,
            state=place.state,
            where=where,
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


def _row_of(note: Note, folded: str = "", name: str = "") -> NoteRow:
    """Return a note of the whole library: where it is by what it says itself.

    ``name``: what to call a page without a title.
    """
    target = note.targets[0]
    where = " › ".join(filter(None, (target.title or name, target.section)))
    person, *others = map(_named, note.targets)
    return NoteRow(note, where=where, person=person, folded=folded, others=tuple(others))


def _named(target: Target) -> str:
    """Return the author in the name of a target's comment."""
    return author_and_time(target.comment)[0]
