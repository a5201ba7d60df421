"""A copy that names no wiki, and a copy of the same page that does: they can be made one page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from talkreader import anchoring, ingest, reading
from talkreader.archives import Hints
from talkreader.domain.note import AnchorState, Color, Note
from talkreader.domain.page import PageInfo, PageKey
from talkreader.store import Library, open_library

FERRY = "== Boats ==\nThe ferry leaves at nine. [[User:Ada]] 10:00, 1 May 2024 (UTC)\n"
ANSWER = ":At ten on Sundays. [[User:Bo]] 11:00, 1 May 2025 (UTC)\n"
CRANE = "== Harbour ==\nThe crane is broken. [[User:Bo]] 10:00, 2 May 2024 (UTC)\n"
NAMED = Hints("Talk:Ferry", "harbour", "en")
UNNAMED = Hints("Talk:Ferry")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "library") as opened:
        yield opened


def stored(library: Library, text: str, hints: Hints) -> PageInfo:
    return ingest.import_text(text, library, hints=hints).pages[0]


def note_on(library: Library, info: PageInfo, words: str) -> Note:
    page = reading.open_page(library, info.id)
    where = anchoring.anchor_page(info.key, page.sections, page.comments)
    start = page.comments[0].body.text.index(words)
    target = anchoring.make_target(info.key, where.comments[0], start, start + len(words))
    now = datetime(2026, 1, 1, tzinfo=UTC)
    note = Note("one", (target,), Color.YELLOW, "see", ("fund",), now, now)
    library.notes.add(note)
    return note


def test_a_newer_copy_that_names_its_wiki_takes_the_notes_of_the_older_one(
    library: Library,
) -> None:
    old = stored(library, FERRY, UNNAMED)
    note_on(library, old, "ferry")
    new = stored(library, FERRY + ANSWER, NAMED)
    assert library.pages.namesake(new) == old

    now = ingest.join_copies(library, new.id, old.id)

    key = PageKey("harbour", "Talk:Ferry")
    assert now.id == new.id
    assert now.current
    assert [p.id for p in library.pages.versions(key)] == [old.id, new.id]
    assert [p.state for p in reading.open_page(library, new.id).notes] == [AnchorState.EXACT]
    assert library.pages.namesake(now) is None
    assert library.check() == []


def test_a_newer_copy_that_names_no_wiki_becomes_a_copy_of_the_page_that_does(
    library: Library,
) -> None:
    old = stored(library, FERRY, NAMED)
    note_on(library, old, "ferry")
    new = stored(library, FERRY + ANSWER, UNNAMED)
    assert library.pages.namesake(new) == old

    now = ingest.join_copies(library, new.id, old.id)

    assert (now.id, now.site, now.current) == (new.id, "harbour", True)
    assert [p.id for p in library.pages.versions(now.key)] == [old.id, new.id]
    assert [p.state for p in reading.open_page(library, now.id).notes] == [AnchorState.EXACT]


def test_a_page_of_the_same_title_without_a_comment_in_common_is_another(library: Library) -> None:
    stored(library, CRANE, UNNAMED)
    assert library.pages.namesake(stored(library, FERRY, NAMED)) is None


def test_pages_of_two_wikis_are_two(library: Library) -> None:
    stored(library, FERRY, Hints("Talk:Ferry", "quay", "en"))
    assert library.pages.namesake(stored(library, FERRY, NAMED)) is None


def test_a_page_without_a_title_has_no_namesake(library: Library) -> None:
    stored(library, FERRY, Hints(site="harbour"))
    assert library.pages.namesake(stored(library, FERRY + ANSWER, Hints())) is None
