"""A stored page as a person reads it: notes in place, corrections applied, translations paired."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from talkreader import anchoring, gathering, ingest, reading
from talkreader.domain.correction import CorrectionKind
from talkreader.domain.note import AnchorState, Color, Note
from talkreader.domain.page import PageKey
from talkreader.domain.thread import Evidence
from talkreader.store import Library, open_library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def note_on(library: Library, page: reading.ReadingPage, comment: int, words: str) -> Note:
    """Return a note on words of a comment, kept in the library."""
    where = anchoring.anchor_page(page.info.key, page.sections, page.comments)
    start = page.comments[comment].body.text.index(words)
    target = anchoring.make_target(
        page.info.key, where.comments[comment], start, start + len(words)
    )
    now = datetime(2026, 1, 1, tzinfo=UTC)
    note = Note("6e1e", (target,), Color.YELLOW, "see the minutes", ("fund",), now, now)
    library.notes.add(note)
    return note


def test_a_note_stands_where_it_was_made(library: Library, seeds: Path) -> None:
    (info,) = ingest.import_path(seeds / "lighthouse-fund.wiki", library).pages
    note_on(library, reading.open_page(library, info.id), 0, "two pages shorter")

    (placed,) = reading.open_page(library, info.id).notes

    assert (placed.state, placed.comment) == (AnchorState.EXACT, 0)


def test_a_note_made_in_one_form_is_found_in_another(library: Library, seeds: Path) -> None:
    (xml,) = ingest.import_path(seeds / "lighthouse-fund.xml", library).pages
    note = note_on(library, reading.open_page(library, xml.id), 0, "two pages shorter")
    (html,) = ingest.import_path(seeds / "lighthouse-fund.html", library).pages

    (placed,) = reading.with_notes(library, reading.open_page(library, html.id), [note]).notes

    text = reading.open_page(library, html.id).comments[0].body.text
    assert placed.state in (AnchorState.EXACT, AnchorState.MOVED)
    assert text[placed.start : placed.end] == "two pages shorter"


def test_a_correction_is_applied_when_the_page_is_read_and_taken_back_by_undo(
    library: Library, seeds: Path
) -> None:
    (info,) = ingest.import_path(seeds / "lighthouse-fund.wiki", library).pages
    before = reading.open_page(library, info.id)
    name = before.comments[1].name
    library.corrections.add(
        info.key, CorrectionKind.PARENT, {"comment": name, "occurrence": 0, "parent": ""}
    )

    corrected = reading.open_page(library, info.id)
    library.notes.undo()
    undone = reading.open_page(library, info.id)

    assert before.comments[1].parent == 0
    assert corrected.comments[1].parent is None
    assert corrected.comments[1].level_evidence is Evidence.CORRECTED
    assert undone.comments == before.comments


def test_a_page_that_is_not_there_is_a_key_error(library: Library) -> None:
    with pytest.raises(KeyError):
        reading.open_page(library, 99)


def test_notes_are_taken_along_with_the_pages_they_are_about(library: Library, seeds: Path) -> None:
    (info,) = ingest.import_path(seeds / "lighthouse-fund.wiki", library).pages
    page = reading.open_page(library, info.id)
    note = note_on(library, page, 0, "two pages shorter")

    (coded,) = gathering.coded_pages(library, library.notes.all())

    assert coded.key == info.key
    assert [place.note for place in coded.placed] == [note]
    assert coded.threads.comments == page.comments


def test_a_note_whose_page_is_gone_is_taken_along_as_lost(library: Library, seeds: Path) -> None:
    (info,) = ingest.import_path(seeds / "lighthouse-fund.wiki", library).pages
    note = note_on(library, reading.open_page(library, info.id), 0, "two pages shorter")
    library.pages.forget(info.id)

    (coded,) = gathering.coded_pages(library, [note])

    assert [place.state for place in coded.placed] == [AnchorState.LOST]
    assert not coded.threads.comments


@pytest.mark.parametrize("name", ["lighthouse-fund.wiki", "lighthouse-fund.html"])
def test_the_source_of_a_comment_holds_its_date_and_no_other(
    tmp_path: Path, seeds: Path, name: str
) -> None:
    with open_library(tmp_path) as library:
        info = ingest.import_path(seeds / name, library).pages[0]
        page = reading.open_page(library, info.id)

        for comment in page.comments:
            source = reading.source_of(page, comment.index)
            dates = {c.signatures[0].raw for c in page.comments}
            assert {date for date in dates if date in source} == {comment.signatures[0].raw}


@pytest.fixture
def untitled(library: Library, tmp_path: Path) -> list[int]:
    """The ids of two pages that no copy gives a title."""
    texts = [
        "== Boats ==\nThe ferry leaves at nine. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n",
        "== Harbour ==\nThe crane is broken. [[User:Bo]] 10:00, 2 May 2024 (UTC)\n",
    ]
    ids = []
    for number, text in enumerate(texts):
        file = tmp_path / f"{number}.wiki"
        file.write_text(text, encoding="utf-8")
        ids += [info.id for info in ingest.import_path(file, library).pages]
    return ids


def test_pages_without_a_title_do_not_lose_each_others_notes_and_corrections(
    library: Library, untitled: list[int]
) -> None:
    first, second = untitled
    note = note_on(library, reading.open_page(library, second), 0, "crane")
    data = {"comment": "c-Bo-20240502100000", "occurrence": 0, "author": "Bob"}
    library.corrections.add(note_key(note), CorrectionKind.AUTHOR, data)

    ferry, crane = reading.open_page(library, first), reading.open_page(library, second)

    assert (ferry.notes, ferry.lost_corrections) == ((), ())
    assert [placed.state for placed in crane.notes] == [AnchorState.EXACT]
    assert crane.comments[0].author == "Bob"
    assert library.place_of(note.targets[0]).page == second


def test_a_note_on_a_page_without_a_title_is_taken_along_with_that_page(
    library: Library, untitled: list[int]
) -> None:
    notes = [note_on(library, reading.open_page(library, untitled[1]), 0, "crane")]

    (coded,) = gathering.coded_pages(library, notes)

    assert [placed.state for placed in coded.placed] == [AnchorState.EXACT]


def note_key(note: Note) -> PageKey:
    return PageKey(note.targets[0].site, note.targets[0].title)
