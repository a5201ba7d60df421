"""Where notes are whose comment or section left its page, for an archive page most often."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from talkreader.domain.note import AnchorState, Elsewhere, Note, Placed
from talkreader.domain.page import PageKey

if TYPE_CHECKING:
    from talkreader.anchoring import AnchorPage
    from talkreader.store import Library
    from talkreader.store.search.noted_sections import SectionPlace

Anchors = Callable[[int], "AnchorPage"]
"""Gives a page of the library, by its id, as anchoring sees it."""


def follow(library: Library, placed: Iterable[Placed], anchors: Anchors) -> tuple[Placed, ...]:
    """Return the places in their order; of those lost, what stands on another page is told.

    A comment is followed by its whole name to the current pages of its site, and its words have to
    be there; a whole section by the comments it had (`Library.sections_today`), also when its page
    has one of a like heading. Raises: LibraryError.
    """
    found = _sections_followed(library, placed)
    wanted: dict[int, list[int]] = {}
    pages: dict[tuple[str, str, str], list[int]] = {}
    for number, place in enumerate(found):
        target = place.note.targets[place.target]
        if place.state is not AnchorState.LOST or not target.comment:
            continue
        key = target.site, target.title, target.comment
        if key not in pages:
            pages[key] = library.pages_with(target)
        for page in pages[key]:
            wanted.setdefault(page, []).append(number)
    for page, numbers in wanted.items():
        for number, place in _placed_in(page, anchors(page), [found[n] for n in numbers], numbers):
            if place.score > found[number].score:  # what is lost has none
                found[number] = place
    return tuple(found)


def arrived(library: Library, notes: Iterable[Note], page: PageKey) -> list[Placed]:
    """Return the places of those notes on sections of other pages that stand on this one today.

    Raises: LibraryError.
    """
    from talkreader.anchoring import FOUND_SECTION

    away = [
        (note, number)
        for note in notes
        for number, target in enumerate(note.targets)
        if not (target.comment or target.exact or target.title == page.title)
    ]
    found = []
    today = library.sections_today(note.targets[number] for note, number in away)
    for (note, number), there in zip(away, today, strict=True):
        if there is not None and there.page and there.key == page:
            state, score = FOUND_SECTION[there.sure]
            heading = there.heading
            found.append(Placed(note, number, state, None, 0, 0, score, heading=heading))
    return found


def _sections_followed(library: Library, placed: Iterable[Placed]) -> list[Placed]:
    """Return the places, those of notes on sections where the comments of these are today."""
    found = list(placed)
    unsure = {
        number: place.note.targets[place.target]
        for number, place in enumerate(found)
        if place.state in (AnchorState.LOST, AnchorState.GUESSED) and _is_on_section(place)
    }
    today = library.sections_today(unsure.values())
    for number, there in zip(unsure, today, strict=True):
        if there is not None:
            found[number] = _section_placed(found[number], there)
    return found


def _is_on_section(place: Placed) -> bool:
    target = place.note.targets[place.target]
    return bool(target.section) and not (target.comment or target.exact)


def _section_placed(place: Placed, there: SectionPlace) -> Placed:
    from talkreader.anchoring import FOUND_SECTION

    if not there.page:
        return replace(place, state=AnchorState.LOST, score=0.0, heading="")
    state, score = FOUND_SECTION[there.sure]
    found = replace(place, state=state, score=score, heading=there.heading)
    target = place.note.targets[place.target]
    if there.key.title.replace("_", " ") == target.title.replace("_", " "):
        return found
    where = Elsewhere(there.page, there.key, None, there.name, there.occurrence, 0, 0)
    return replace(found, elsewhere=where)


def _placed_in(
    page_id: int, page: AnchorPage, lost: list[Placed], numbers: list[int]
) -> Iterable[tuple[int, Placed]]:
    """Yield those of the lost places that are in this page, each with its number."""
    from talkreader import anchoring

    numbered = {(p.note.id, p.target): n for p, n in zip(lost, numbers, strict=True)}
    comments = {comment.index: comment for comment in page.comments}
    notes = {place.note.id: place.note for place in lost}
    for place in anchoring.place(list(notes.values()), page):
        number = numbered.get((place.note.id, place.target))
        if number is None or place.comment is None:
            continue
        there = comments[place.comment]
        where = Elsewhere(
            page_id,
            PageKey(page.site, page.title),
            place.comment,
            there.name,
            there.occurrence,
            place.start,
            place.end,
        )
        yield number, replace(place, comment=None, start=0, end=0, elsewhere=where)
